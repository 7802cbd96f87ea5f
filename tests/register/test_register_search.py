"""Entries are found by word, number, day, subject and recipient, with and without marks, alike on both databases."""

from datetime import date

import pytest
from sqlalchemy import text

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.register import Filter, Numbering, Register
from vbgen.register.database.words import bag, fold, words_of
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry


@pytest.fixture
def filled(register: Register) -> Register:
    issue(register, text="Tặng Giấy khen cho 05 tập thể; tiền thưởng 1.000.000 đồng", people=PEOPLE)
    issue(
        register,
        text="Phát động thi đua “Hoà giải ở cơ sở”",
        symbol="SCT-VP",
        subject="V/v phát động phong trào thi đua năm 2026",
        recipients=("Các phòng, đơn vị trực thuộc", "Lưu: VT"),
        day=date(2026, 3, 20),
    )
    issue(
        register,
        text="Báo cáo",
        symbol="BC-SCT",
        subject="Sơ kết đợt 1",
        recipients=(),
        day=date(2026, 7, 1),
    )
    return register


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(words="giấy khen"), {1}),
        (Filter(words="giay khen"), {1}),
        (Filter(words="GIẤY KHEN"), {1}),
        (Filter(words="giầy khen"), set()),
        (Filter(words="hòa giải"), {2}),
        (Filter(words="hoà giải"), {2}),
        (Filter(words="thi đua"), {1, 2}),
        (Filter(words="thi đua phát"), {2}),
        (Filter(words="phat dong thi"), {2}),
        (Filter(words="báo"), {3}),
        (Filter(words="đình hòa"), {1}),
        (Filter(words="giang a pao"), {1}),
        (Filter(words='"; DROP TABLE documents; -- *'), set()),
        (Filter(words="' | 'khen"), {1}),
        (Filter(words="(((&!:*"), {1, 2, 3}),
        (Filter(subject="sơ kết"), {3}),
        (Filter(subject="tiền thưởng"), set()),
        (Filter(recipients="trực thuộc"), {2}),
        (Filter(recipients="nguyen dinh hoa"), {1}),
        (Filter(number=2), {2}),
        (Filter(symbol="BC-SCT"), {3}),
        (Filter(since=date(2026, 3, 6), until=date(2026, 6, 30)), {2}),
        (Filter(words="thi dua", since=date(2026, 3, 6)), {2}),
        (Filter(year=2025), set()),
        (Filter(year=2026), {1, 2, 3}),
    ],
    ids=str,
)
def test_a_question_finds_its_entries(filled: Register, wanted: Filter, found: set[int]) -> None:
    assert {entry.number for entry in filled.entries(wanted)} == found


def test_the_newest_come_first_and_no_more_than_asked(filled: Register) -> None:
    assert [entry.number for entry in filled.entries(Filter(most=2))] == [3, 2]


def test_a_reserved_paper_is_found_by_its_particulars(register: Register) -> None:
    register.reserve(intent(subject="Về việc khen đột xuất"), stamp())
    assert [entry.number for entry in register.entries(Filter(words="khen dot xuat"))] == [1]


@pytest.mark.parametrize("name", ["hoa", "Hòa", "dinh hoa", "nguyễn"])
def test_the_golden_book_is_searched_by_name(filled: Register, name: str) -> None:
    assert [one.name for one in filled.golden_book(name=name)] == ["Nguyễn Đình Hòa"]


def test_a_letter_that_means_something_to_the_database_is_a_letter(filled: Register) -> None:
    assert filled.golden_book(name="%") == filled.golden_book(name="_") == []


def test_words_are_folded_without_losing_letters() -> None:
    assert fold("Quyết ĐỊNH số 05/QĐ-SCT") == "quyet dinh so 05/qd-sct"
    assert words_of("05/QĐ-SCT: hoà") == ["05", "qđ", "sct", "hòa"]
    assert bag(["Đình đình"]) == ["dinh", "đình"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_the_server_plans_for_whole_answers(register: Register) -> None:
    """Else it looks through a million papers in the order of days for a word that none has."""
    with register.database.reading() as connection:
        assert connection.execute(text("SHOW cursor_tuple_fraction")).scalar_one() == "1"


def test_few_among_many_and_many_are_found_alike(register: Register) -> None:
    many = [PastEntry(n, "TB-SCT", date(2026, 1, 9), f"nghỉ lễ {n}") for n in range(1, 1102)]
    register.import_past(many, PastBook("SCT", Numbering(), stamp(), "x.xlsx"))
    pages = {words: register.page(Filter(words=words, limit=2)) for words in ("nghi le", "lễ 77")}
    assert {words: page.total for words, page in pages.items()} == {"nghi le": 1101, "lễ 77": 11}
    assert [entry.number for page in pages.values() for entry in page.entries] == [1, 2, 77, 770]
