"""What is certain is mended, words stay, and the rest is left to a person."""

from io import BytesIO

import pytest
from docx import Document

from tests.decree.nd30_faults import FAULTS, Fault
from tests.decree.nd30_papers import GOOD, letter
from vbgen.decree import fix, form_rules, lint
from vbgen.decree.checking.book import open_book
from vbgen.decree.linting import read_paper
from vbgen.decree.mend.fix import is_mendable, letters_of

BOOK = open_book()
MENDABLE = [fault for fault in FAULTS if is_mendable(fault.rule, BOOK)]
LEFT = [fault for fault in FAULTS if not is_mendable(fault.rule, BOOK)][
    ::3
]  # the rest tells nothing new


def test_the_data_say_of_each_rule_whether_it_is_mended() -> None:
    assert {name: rule.fixable for name, rule in form_rules().items()} == {
        name: is_mendable(name, BOOK) for name in form_rules()
    }


@pytest.mark.parametrize("fault", MENDABLE, ids=lambda fault: fault.title)
def test_a_certain_fault_is_mended_and_the_words_stay(fault: Fault) -> None:
    sheet = fault.paper()
    fault.seed(sheet)
    spoilt = sheet.bytes()
    fixed = fix(spoilt)
    assert fixed.remaining.findings == lint(fixed.docx).findings == ()
    assert fault.rule in [finding.rule for finding in fixed.mended]
    assert _words(spoilt) == _words(fixed.docx)
    assert Document(BytesIO(fixed.docx)).paragraphs


def _words(docx: bytes) -> str:
    return letters_of(read_paper(docx)).replace("0", "")


@pytest.mark.parametrize("fault", LEFT, ids=lambda fault: fault.title)
def test_what_a_person_must_decide_is_left_as_it_is_and_reported(fault: Fault) -> None:
    sheet = fault.paper()
    fault.seed(sheet)
    spoilt = sheet.bytes()
    fixed = fix(spoilt)
    assert fixed.mended == ()
    assert [finding.rule for finding in fixed.remaining.findings] == [fault.rule]
    assert _words(spoilt) == _words(fixed.docx)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_paper_is_not_touched(name: str) -> None:
    good = GOOD[name]().bytes()
    fixed = fix(good)
    assert fixed.mended == ()
    assert read_paper(fixed.docx).document.paragraphs == read_paper(good).document.paragraphs


def test_the_same_file_is_mended_into_the_same_bytes() -> None:
    sheet = letter(number="Số: 5/SCT-VP")
    spoilt = sheet.bytes()
    assert fix(spoilt).docx == fix(spoilt).docx


def test_many_faults_at_once_are_mended_together() -> None:
    sheet = letter(number="Số: 5/ SCT-VP", day="Hà Nam ngày 5 tháng 2 năm 2022")
    for name in ("motto", "clause 1", "signer", "recipient 1"):
        for run in sheet[name].runs:
            run.bold, run.italic, run.font.name = False, True, "Arial"
    spoilt = sheet.bytes()
    assert len(lint(spoilt).findings) > 10
    assert fix(spoilt).remaining.findings == ()
