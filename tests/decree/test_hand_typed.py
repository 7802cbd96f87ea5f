"""Papers typed in Word's own ways: good ones raise nothing and stay as they are, a fault so hidden is told."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any, Final

import pytest
from docx import Document

from tests.decree.hand_typed import WAYS, typed
from tests.decree.seed_acts import spoil
from vbgen.decree import fix, lint

_TODAY: Final = date(2026, 11, 29)

Change = Mapping[str, Any]

# way → what is done to the paper, and the rule that must tell it at the paragraph of that name
FAULTS: Final[tuple[tuple[str, Change, str], ...]] = (
    ("clauses by a list", {"at": "clause 1", "swap": ["thiết thực", "thiết  thực"]}, "typing.double-blank"),
    ("clauses by a list", {"at": "clause 0", "rPr": '<w:sz w:val="22"/>'}, "body.size"),
    ("points by a list", {"at": "point 1", "swap": ["ngày 23", "ngày 31 tháng 11 đến ngày 23"]}, "typing.day"),
    ("articles by a list", {"at": "article 2", "swap": ["bà Trần", "bà  Trần"]}, "typing.double-blank"),
    ("articles by a list", {"at": "article 0", "rPr": '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'}, "font.family"),
    ("items by bullets", {"at": "item 1", "swap": ["sắp xếp", "xắp xếp"]}, "typing.misspelt"),
    ("recipients by bullets", {"at": "recipient 2", "swap": ["VP.", "VP"]}, "recipient.ending"),
    ("letterhead by tabs", {"at": "date", "swap": ["ngày 03", "ngày 3"]}, "date.day-zero"),
    ("letterhead by blanks", {"at": "date", "swap": ["ngày 03", "ngày 3"]}, "date.day-zero"),
    ("ending by tabs", {"at": "power 0", "swap": ["KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC"]}, "power.abbreviation"),
    ("head in boxes", {"at": "motto", "text": "Độc Lập - Tự Do - Hạnh Phúc"}, "motto.text"),
    ("soft breaks in the issuer", {"at": "issuer 0", "swap": ["NGUYỄN TRÃI", "Nguyễn Trãi"]}, "issuer.case"),
    ("soft breaks in the power", {"at": "power 0", "swap": ["KT. GIÁM ĐỐC", "GIÁM ĐỐC"]}, "power.deputy"),
    ("controls and smart tags", {"at": "signer 0", "text": "LẠI THỊ THẢO"}, "signer.case"),
    ("headings by styles", {"at": "heading 1", "swap": ["II.", "III."]}, "heading.order"),
    ("one list of two levels", {"at": "point 2", "swap": ["Tổng kết", "Tỗng kết"]}, "typing.misspelt"),
    ("smart quotes and hard blanks", {"at": "text 0", "swap": ["”", ""]}, "typing.quotes"),
    ("sections within", {"lastSectPr": '<w:pgMar w:left="850"/>'}, "page.margin-left"),
    ("bookmarks and marks", {"at": "number", "text": "Số: 4/TB-HĐTĐKT"}, "number.zero"),
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_good_paper_typed_so_raises_nothing_and_is_left_as_it_is(way: str) -> None:
    source = typed(way).bytes()
    report = lint(source, today=_TODAY)
    assert (report.kind, [str(problem) for problem in report.problems]) == ("official", [])
    assert _texts(fix(source, today=_TODAY).docx) == _texts(source)


@pytest.mark.parametrize(("way", "change", "rule"), FAULTS)
def test_a_fault_that_the_way_hides_is_told(way: str, change: Change, rule: str) -> None:
    sheet = typed(way)
    spoil(sheet, change)
    assert rule in [finding.rule for finding in lint(sheet.bytes(), today=_TODAY).findings]


def test_an_article_that_a_list_numbers_is_not_taken_for_a_typed_one_when_it_is_mended() -> None:
    sheet = typed("articles by a list")
    spoil(sheet, {"at": "article 0", "rPr": '<w:sz w:val="22"/>'})
    source = sheet.bytes()
    assert _texts(fix(source, today=_TODAY).docx) == _texts(source)


def _texts(source: bytes) -> list[str]:
    root = Document(BytesIO(source)).element.body
    return ["".join(item.itertext()) for item in root.iter(f"{{{root.nsmap['w']}}}p")]
