"""Clean papers of many issuers, built from `seeds/papers.toml` as a careful clerk would set them."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from docx.document import Document as DocxDocument
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from tests.decree.nd30_papers import (
    CENTER,
    LEFT,
    MOTTO,
    NATIONAL,
    Sheet,
    _framed,
    annex,
    article,
    blank_sheet,
    body,
    line,
    put,
)
from vbgen.words.measure import rule_line_mm, text_width_mm, wrap

SEEDS = Path(__file__).parent / "seeds"
_WIDTHS = (62, 103)
_BY_TWO = 2


@cache
def papers() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((SEEDS / "papers.toml").read_text("utf-8"))


def built(name: str) -> Sheet:
    """The paper of that name, every line of it reachable as `part place`: `text 0`, `power 1`."""
    told = papers()[name]
    sheet = blank_sheet()
    _letterhead(sheet, told)
    _lines(sheet, told["lines"])
    (_two_signers if "|" in told["signer"] else _ending)(sheet, told)
    for place, lines in enumerate(told.get("annexes", ())):
        heads = tuple(text for text in lines[:-1] if text)
        annex(sheet, heads, lines[-1], name=f"annex {place}")
    return sheet


def _letterhead(sheet: Sheet, told: Mapping[str, Any]) -> None:
    table = sheet.docx.add_table(rows=2, cols=2)
    table.autofit = False
    for place, width in enumerate(_WIDTHS):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
    sheet.tables["letterhead"] = table
    (left, right), (low_left, low_right) = (row.cells for row in table.rows)
    _agencies(sheet, left, told)
    sheet.named["national"] = put(right, NATIONAL, size=13, bold=True)
    sheet.named["motto"] = put(right, MOTTO, size=14, bold=True)
    sheet.named["motto line"] = line(sheet, right, text_width_mm(MOTTO, size_pt=14, bold=True))
    sheet.named["number"] = put(low_left, told["number"], size=13)
    if told["date"]:
        sheet.named["date"] = put(low_right, told["date"], size=14, italic=True)
    _beside(sheet, low_left, told)


def _agencies(sheet: Sheet, left: _Cell, told: Mapping[str, Any]) -> None:
    if told["governing"]:
        sheet.named["governing"] = put(left, told["governing"], size=13)
    for place, text in enumerate(told["issuer"]):
        sheet.named[f"issuer {place}"] = put(left, text, size=13, bold=True)
    last = wrap(told["issuer"][-1], 58, size_pt=13, bold=True)[-1]
    width = rule_line_mm(text_width_mm(last, size_pt=13, bold=True))
    sheet.named["issuer line"] = line(sheet, left, width)


def _beside(sheet: Sheet, cell: _Cell, told: Mapping[str, Any]) -> None:
    """V/v, and the marks beside the form."""
    if "letter-subject" in told:
        sheet.named["letter-subject"] = put(cell, told["letter-subject"], size=12, before=6)
    for name in ("urgency", "circulation"):
        if name in told:
            sheet.named[name] = _framed(put(cell, told[name], size=13, bold=True, before=6))
    if "urgency" in told:
        sheet.named["urgency"].runs[0].font.color.rgb = RGBColor(255, 0, 0)
    if "address" in told:
        footer = sheet.docx.sections[0].first_page_footer.paragraphs[0]
        footer.style = sheet.docx.styles["Normal"]
        footer.add_run(told["address"]).font.size = Pt(11)
        sheet.named["address"] = _framed(footer, ("top",))


def _lines(sheet: Sheet, lines: list[str]) -> None:
    seen: Counter[str] = Counter()
    for told in lines:
        part, _bar, text = told.partition(" | ")
        name = f"{part} {seen[part]}"
        seen[part] += 1
        _line(sheet, part, text, name)
        sheet.named["last"] = sheet[name]


def _line(sheet: Sheet, part: str, text: str, name: str) -> None:
    docx = sheet.docx
    if part == "article":
        head, _bar, rest = text.partition(" | ")
        article(sheet, head, f" {rest}", name)
    elif part in _LOOKS:
        sheet.named[name] = put(docx, text, **_LOOKS[part])
    else:
        body(sheet, text, name, bold=part == "heading", italic=part == "ground")
    if part == "subject":
        width = min(text_width_mm(text, size_pt=14, bold=True), 160)
        sheet.named["subject line"] = line(sheet, docx, rule_line_mm(width))
    if part == "addressees" and not text.endswith(":"):
        sheet[name].alignment = CENTER


_LOOKS: Mapping[str, Any] = {
    "type": {"bold": True, "before": 12},
    "subject": {"bold": True},
    "authority": {"bold": True, "before": 12},
    "order": {"bold": True, "before": 6},
    "addressees": {"align": LEFT, "left_mm": 35, "before": 12},
    "addressee": {"align": LEFT, "left_mm": 53},
    "chapter": {"bold": True, "before": 6},
    "chapter-title": {"bold": True},
}


def _recipients(sheet: Sheet, where: DocxDocument | _Cell, told: Mapping[str, Any]) -> None:
    sheet.named["recipients"] = put(where, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for place, text in enumerate(told["recipients"]):
        sheet.named[f"recipient {place}"] = put(where, text, size=11, align=LEFT)
        sheet.named["last recipient"] = sheet[f"recipient {place}"]


def _ending(sheet: Sheet, told: Mapping[str, Any]) -> None:
    table = sheet.docx.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _recipients(sheet, left, told)
    if "drafter" in told:
        sheet.named["drafter"] = put(left, told["drafter"], size=11, align=LEFT)
    _signer(sheet, right, told["power"], told["signer"], 0)
    sheet.tables["ending"] = table


def _signer(sheet: Sheet, cell: _Cell, power: list[str], name: str, place: int) -> None:
    for down, text in enumerate(power, place):
        sheet.named[f"power {down}"] = put(cell, text, bold=True)
    for _gap in range(4):
        cell.add_paragraph().alignment = CENTER
    sheet.named[f"signer {place}"] = put(cell, name, bold=True)


def _two_signers(sheet: Sheet, told: Mapping[str, Any]) -> None:
    table = sheet.docx.add_table(rows=1, cols=2)
    names = told["signer"].split("|")
    for place in range(_BY_TWO):
        _signer(sheet, table.rows[0].cells[place], [told["power"][place]], names[place], place)
    _recipients(sheet, sheet.docx, told)
    sheet.tables["ending"] = table
