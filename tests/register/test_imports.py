"""An import moves no counter without agreement, and what it writes over keeps its type."""

import json
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.register.papers import intent, issue, stamp
from vbgen.decree.parts.types import PaperType, paper_types
from vbgen.errors import ProblemsFoundError
from vbgen.office.registry.typed_subjects import typed_subject
from vbgen.register import Filter, Numbering, Register
from vbgen.register.books import outgoing_book
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry

DAY = date(2026, 1, 9)
NUMBERING = Numbering(inserted=True)


def row(code: str) -> PastEntry:
    number, symbol = code.split("/", 1)
    letter = number[-1] if number[-1].isalpha() else ""
    return PastEntry(int(number.rstrip(letter or " ")), symbol, DAY, "nghỉ lễ", suffix=letter)


def doubts(register: Register, codes: Sequence[str], agency: str = "SCT") -> list[str]:
    return [
        one.code for one in register.import_doubts([row(code) for code in codes], agency, NUMBERING)
    ]


@pytest.mark.parametrize(
    ("before", "codes", "expected"),
    [
        (0, ["1/TB-SCT", "2/QĐ-SCT", "3/SCT-VP"], []),
        (0, ["2022026/TB-SCT"], ["import-jump"]),
        (7, ["20/TB-SCT"], ["import-hole"]),
        (7, ["8/TB-SCT", "10/TB-SCT", "11/TB-SCT", "14/TB-SCT"], ["import-hole", "import-hole"]),
        (7, ["200/TB-SCT"], ["import-jump"]),
        (7, ["8/TB-SCT", "9/TB-SCT"], []),
        (7, ["7a/TB-SCT", "8/TB-SCT"], []),
        (7, ["9a/TB-SCT"], ["import-hole"]),
        (7, ["8/QĐ-STC"], ["import-foreign-symbol"]),
        (7, ["8/SCTX-VP"], ["import-foreign-symbol"]),
        (7, ["20/QĐ-STC"], ["import-foreign-symbol", "import-hole"]),
        (7, ["8/TB.SCT", "9/TB/SCT", "10/SCT-KT&HT"], []),
    ],
)
def test_what_moves_a_counter_further_than_its_numbers_is_told_row_by_row(
    register: Register, before: int, codes: list[str], expected: list[str]
) -> None:
    if before:
        register.import_past(
            [row(f"{n}/TB-SCT") for n in range(1, before + 1)],
            PastBook("SCT", NUMBERING, stamp(), "x.xlsx"),
        )
    assert doubts(register, codes) == expected


def test_another_agency_is_asked_about_once(register: Register) -> None:
    issue(register)
    assert doubts(register, ["1/QĐ-STC", "2/QĐ-STC"], agency="STC") == ["import-other-agency"]


def test_a_symbol_that_stands_in_the_register_is_not_foreign(register: Register) -> None:
    issue(register, series="hoi-dong", symbol="BB-HĐTĐKT", kind="council-minutes")
    assert "import-foreign-symbol" not in doubts(register, ["1/BB-HĐTĐKT"])


def test_nothing_is_written_and_no_counter_moves_without_agreement(register: Register) -> None:
    issue(register)
    acts = sum(1 for _ in register.journal())
    with pytest.raises(ProblemsFoundError) as refused:
        register.import_past([row("2022026/TB-SCT")], PastBook("SCT", NUMBERING, stamp(), "x.xlsx"))
    assert [problem.code for problem in refused.value.problems] == ["import-jump"]
    assert sum(1 for _ in register.journal()) == acts
    assert register.reserve(intent(), stamp()).number == 2


def test_what_was_agreed_to_is_in_the_journal(register: Register) -> None:
    entries = [row("20/TB-SCT")]
    agreed = [one.message for one in register.import_doubts(entries, "SCT", NUMBERING)]
    register.import_past(entries, PastBook("SCT", NUMBERING, stamp(), "x.xlsx", None, agreed))
    [act] = [act for act, _stated in register.journal()]
    told = json.loads(json.dumps(act.detail))
    assert [(one["doubt"], "từ 01 đến 19" in one["message"]) for one in told["agreed"]] == [
        ("import-hole", True)
    ]
    assert register.reserve(intent(), stamp()).number == 21


def test_agreeing_to_one_hole_is_not_agreeing_to_another(register: Register) -> None:
    entries = [row("20/TB-SCT")]
    agreed = [one.message for one in register.import_doubts(entries, "SCT", NUMBERING)]
    register.reserve(intent(), stamp())
    with pytest.raises(ProblemsFoundError):
        register.import_past(entries, PastBook("SCT", NUMBERING, stamp(), "x.xlsx", None, agreed))


@pytest.mark.parametrize(
    "codes",
    [["1/QĐ-SCT"], ["5/TB-SCT", "5/TB-SCT"], ["5/TB-SCT", "5/BC-SCT"], ["5a/TB-SCT", "5A/TB-SCT"]],
)
def test_a_number_that_stands_is_refused(register: Register, codes: list[str]) -> None:
    issue(register)
    entries = [row(code) for code in codes]
    agreed = [one.message for one in register.import_doubts(entries, "SCT", NUMBERING)]
    with pytest.raises(ProblemsFoundError, match="trùng số"):
        register.import_past(entries, PastBook("SCT", NUMBERING, stamp(), "x.xlsx", None, agreed))


def test_inserted_numbers_need_the_office_s_leave(register: Register) -> None:
    with pytest.raises(ProblemsFoundError, match="chèn số"):
        register.import_past(
            [row("1/TB-SCT"), row("1a/TB-SCT")], PastBook("SCT", Numbering(), stamp(), "x.xlsx")
        )


TYPED = [
    ("Thông báo về việc nghỉ lễ", "TB-SCT", "Thông báo", "về việc nghỉ lễ"),
    ("Quyết định về việc nâng lương", "QĐ-SCT", "Quyết định", "về việc nâng lương"),
    ("THÔNG BÁO: Kết luận họp", "TB-SCT", "Thông báo", "Kết luận họp"),
    ("Thư công chúc mừng", "SCT-VP", "Thư công", "chúc mừng"),
    ("Công văn về việc báo cáo", "SCT-VP", "Công văn", "về việc báo cáo"),
    ("V/v báo cáo", "SCT-VP", "", "V/v báo cáo"),
    ("Báo cáo viên pháp luật", "QĐ-SCT", "", "Báo cáo viên pháp luật"),
    ("Quyết định giao biên chế", "QD-SCT", "Quyết định", "giao biên chế"),
    ("Sao lục công văn", "SL-SCT", "", "Sao lục công văn"),
    ("Bản sao y quyết định", "SY-SCT", "Bản sao y", "quyết định"),
    ("Giấy mời", "GM-SCT", "Giấy mời", ""),
]


@pytest.mark.parametrize(("text", "symbol", "type_name", "subject"), TYPED)
def test_the_column_is_taken_apart(text: str, symbol: str, type_name: str, subject: str) -> None:
    assert typed_subject(text, symbol, "SCT") == (type_name, subject)


@given(
    st.sampled_from(paper_types()), st.lists(st.text("abcđêU", min_size=1, max_size=9), max_size=4)
)
def test_every_type_of_the_decree_is_known_and_never_doubled(
    known: PaperType, rest: list[str]
) -> None:
    text = " ".join([known.name, *rest])
    assert typed_subject(text, f"{known.abbreviation or 'X'}-SCT", "SCT") == (
        known.name,
        " ".join(rest),
    )


@pytest.mark.parametrize("text", [text for text, *_rest in TYPED])
def test_list_and_book_show_what_was_typed(register: Register, text: str) -> None:
    type_name, subject = typed_subject(text, "XX-SCT", "SCT")
    entry = PastEntry(1, "XX-SCT", DAY, subject, type_name=type_name)
    register.import_past([entry], PastBook("SCT", NUMBERING, stamp(), "x.xlsx"))
    [stored] = register.entries()
    shown = stored.type_and_subject
    assert shown.casefold() == text.casefold().replace(":", "")
    assert outgoing_book(register, Filter()).rows[0][2] == shown
