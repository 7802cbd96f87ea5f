"""The form of a paper is judged once for each text and day, whatever its file is called and says of itself."""

from dataclasses import replace
from datetime import date

from tests.word.docx_making import of_paragraphs
from vbgen.decree import lint
from vbgen.office.issuing.form import FormJudge
from vbgen.word.reading.properties import with_properties
from vbgen.word.template import Compressor

DAY = date(2026, 2, 5)
PAPER = of_paragraphs("QUYẾT ĐỊNH", "Căn cứ quy chế ,  khen thưởng")
OTHER = of_paragraphs("QUYẾT ĐỊNH", "Căn cứ quy chế, khen thưởng")
NAMED = with_properties(PAPER, {"Người ký": "Trần Văn An", "Số": 5}, Compressor())


def linted(docx: bytes, name: str, day: date = DAY) -> list[object]:
    return [found.as_problem() for found in lint(docx, name=name, today=day).findings]


def test_the_judge_says_what_lint_says() -> None:
    found = FormJudge().problems("a.docx", PAPER, DAY)
    assert found
    assert list(found) == linted(PAPER, "a.docx")


def test_a_text_with_other_properties_is_read_once_and_told_under_each_name() -> None:
    judge = FormJudge()
    first, second = (
        judge.problems("a.docx", PAPER, DAY),
        judge.problems("b.docx", NAMED, DAY),
    )
    assert judge.texts == 1
    assert list(second) == linted(NAMED, "b.docx")
    assert [replace(each, place=each.place._replace(file="a.docx")) for each in second] == [*first]


def test_another_text_and_another_day_are_judged_anew() -> None:
    judge = FormJudge()
    judge.problems("a.docx", PAPER, DAY)
    assert list(judge.problems("a.docx", OTHER, DAY)) == linted(OTHER, "a.docx")
    later = date(2027, 6, 1)
    assert list(judge.problems("a.docx", PAPER, later)) == linted(PAPER, "a.docx", later)
    assert judge.texts == 3
