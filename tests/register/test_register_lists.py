"""Lists are in the book's order, say how many there are, and show how to see the rest; states are said once."""

import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.cli import run
from vbgen.cli.screen.columns import ScreenColumn, lines
from vbgen.messages import use_language
from vbgen.register import Filter, Numbering, Register, Relation
from vbgen.register.books import golden_book, outgoing_book
from vbgen.register.entering.past import PastBook, PastEntry

DAYS = (date(2026, 3, 20), date(2026, 3, 5), date(2026, 7, 1), date(2026, 3, 5))


@pytest.fixture
def mixed(register: Register) -> Register:
    """Two series, days out of order: 01, 02, 03, 04 of one, and the council's 01 of 10 March."""
    for day in DAYS:
        issue(register, day=day)
    issue(
        register,
        series="hoi-dong",
        symbol="BB-HĐTĐKT",
        kind="council-minutes",
        day=date(2026, 3, 10),
    )
    return register


def test_entries_stand_by_day_and_within_a_day_by_number(mixed: Register) -> None:
    order = ["02/QĐ-SCT", "04/QĐ-SCT", "01/BB-HĐTĐKT", "01/QĐ-SCT", "03/QĐ-SCT"]
    assert [entry.code for entry in mixed.entries()] == order
    assert [row[0] for row in outgoing_book(mixed, Filter()).rows] == order


@pytest.mark.parametrize(
    ("limit", "offset", "numbers"),
    [
        (None, 0, [2, 4, 1, 1, 3]),
        (2, 0, [2, 4]),
        (2, 2, [1, 1]),
        (2, 4, [3]),
        (2, 9, []),
        (None, 3, [1, 3]),
    ],
)
def test_a_portion_says_how_many_there_are_in_all(
    mixed: Register, limit: int | None, offset: int, numbers: list[int]
) -> None:
    page = mixed.page(Filter(limit=limit, offset=offset))
    assert ([entry.number for entry in page.entries], page.total) == (numbers, 5)


def test_a_portion_of_what_is_found_counts_what_is_found(mixed: Register) -> None:
    page = mixed.page(Filter(words="khen", series="van-ban-di", limit=1))
    assert (len(page.entries), page.total) == (1, 4)


def test_the_cover_of_a_book_names_its_lowest_and_highest_number(mixed: Register) -> None:
    book = outgoing_book(mixed, Filter(series="van-ban-di"))
    assert (book.first_number, book.last_number, book.first_day) == ("01", "04", date(2026, 3, 5))


def test_a_book_is_vietnamese_whatever_the_reader_speaks(register: Register) -> None:
    replaced, later = issue(register, people=PEOPLE), issue(register)
    register.link(replaced.id, later.id, Relation.REPLACES, stamp())
    use_language("en")
    try:
        book, golden = outgoing_book(register, Filter()), golden_book(register, None)
    finally:
        use_language("vi")
    assert book.rows[0][-1] == "Đã được thay thế bằng Quyết định số 02/QĐ-SCT ngày 05/3/2026"
    assert {row[-1].partition(" theo ")[0] for row in golden.rows} == {"Đã được thay thế"}


def test_a_state_is_said_once(register: Register) -> None:
    given_up, replaced, later = issue(register), issue(register), issue(register)
    register.void(given_up.id, stamp(why="nhầm"))
    register.link(replaced.id, later.id, Relation.REPLACES, stamp())
    waiting = register.reserve(intent(), stamp())
    entries = [register.entry(one) for one in (given_up.id, replaced.id, later.id, waiting.id)]
    remarks = register.remarks(entries)
    assert [entry.standing(remarks[entry.id]) for entry in entries] == [
        "Số đã hủy: nhầm",
        "Đã được thay thế bằng Quyết định số 03/QĐ-SCT ngày 05/3/2026",
        "Đã cấp số; Thay thế Quyết định số 02/QĐ-SCT ngày 05/3/2026",
        "Đã giữ số, chưa xong",
    ]


def test_remarks_of_a_thousand_entries_are_those_of_each(register: Register) -> None:
    first, second = issue(register), issue(register)
    register.link(first.id, second.id, Relation.CORRECTS, stamp())
    many = [PastEntry(number, "TB-SCT", date(2025, 1, 1), "x") for number in range(1, 1200)]
    register.import_past(many, PastBook("SCT", Numbering(), stamp(), "x.xlsx"))
    entries = register.entries()
    together = register.remarks(entries)
    assert together == {entry.id: register.remarks([entry])[entry.id] for entry in entries}
    assert together[first.id] == "Đã được đính chính theo Quyết định số 02/QĐ-SCT ngày 05/3/2026"


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"type_name": "Quyết định", "subject": "Về việc tặng"}, "Quyết định về việc tặng"),
        ({"type_name": "", "subject": "V/v phát động"}, "Công văn về việc phát động"),
        ({"type_name": "Kế hoạch", "subject": "UBND xã tổ chức"}, "Kế hoạch UBND xã tổ chức"),
        ({"type_name": "Báo cáo", "subject": ""}, "Báo cáo"),
    ],
)
def test_type_and_subject_read_as_one_line(
    register: Register, wanted: dict[str, str], shown: str
) -> None:
    settled = issue(register, **wanted)
    assert register.entry(settled.id).type_and_subject == shown


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    return tmp_path


@pytest.fixture
def filled(office: Path) -> Path:
    """250 papers of one day."""
    from tests.register.conftest import NOON

    (office / "output").mkdir()
    register = Register.open(f"sqlite:///{office / 'output' / 'register.sqlite3'}", now=NOON)
    many = [PastEntry(number, "TB-SCT", date(2025, 1, 1), "Nghỉ lễ") for number in range(1, 251)]
    register.import_past(many, PastBook("SCT", Numbering(), stamp(), "x.xlsx"))
    issue(register, people=PEOPLE)
    register.close()
    return office


def ask(office: Path, *arguments: str) -> tuple[dict[str, Any], str]:
    """The answer as JSON, and what a person sees."""
    said = []
    for more in (("--json",), ()):
        out = StringIO()
        with redirect_stdout(out), redirect_stderr(StringIO()), pytest.raises(SystemExit) as ended:
            run(["register", *arguments, "--workspace", str(office), *more])
        assert ended.value.code == 0
        said.append(out.getvalue())
    return json.loads(said[0]), said[1]


@pytest.mark.parametrize(
    ("arguments", "shown", "total", "says"),
    [
        (
            ("search", "nghỉ lễ"),
            200,
            250,
            "200 trong số 250 văn bản. Xem tiếp: thêm --offset 200, hoặc --all",
        ),
        (("search", "nghỉ lễ", "--offset", "200"), 50, 250, "50 trong số 250 văn bản. Bỏ --offset"),
        (("search", "nghỉ lễ", "--all"), 250, 250, "\n250 văn bản.\n"),
        (
            ("search", "nghỉ lễ", "--limit", "7"),
            7,
            250,
            "7 trong số 250 văn bản. Xem tiếp: thêm --offset 7",
        ),
        (("list",), 251, 251, "\n251 văn bản.\n"),
        (("list", "--limit", "10", "--offset", "20"), 10, 251, "thêm --offset 30"),
    ],
)
def test_a_list_says_its_total_and_how_to_see_the_rest(
    filled: Path, arguments: tuple[str, ...], shown: int, total: int, says: str
) -> None:
    answer, seen = ask(filled, *arguments)
    assert (len(answer["entries"]), answer["total"]) == (shown, total)
    assert says in seen
    assert seen.count("/TB-SCT  ") == sum(
        entry["symbol"] == "TB-SCT" for entry in answer["entries"]
    )


def test_the_golden_book_is_listed_in_portions_too(filled: Path) -> None:
    answer, seen = ask(filled, "list", "--golden-book", "--limit", "1", "--offset", "1")
    assert ([one["name"] for one in answer["certificates"]], answer["total"]) == (
        [PEOPLE[1].name],
        2,
    )
    assert "1 trong số 2 giấy khen." in seen


@given(
    st.lists(
        st.tuples(st.text("abc đ ê\n", max_size=60), st.text("xyz -/", max_size=60)), max_size=8
    )
)
def test_columns_lose_no_word(rows: list[tuple[str, str]]) -> None:
    found = lines((ScreenColumn("Một", most=12), ScreenColumn("Hai", share=1)), rows)
    words = sorted("".join(part.split()) for row in rows for part in row)
    assert sorted("".join("".join(found[1:]).split())) == sorted("".join(words))
    assert all(len(line) <= 110 for line in found)
