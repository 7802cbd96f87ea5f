"""What a careless clerk does to a clean paper: every change of the tables in `seeds/`."""

import tomllib
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Tc
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from tests.decree.nd30_papers import Sheet, cut
from tests.decree.seed_papers import SEEDS, built
from tests.decree.seed_ways import (
    bare,
    boxed,
    defaults,
    hidden,
    merge,
    split,
    styles,
    tabbed,
    table_style,
    theme,
    wrapped,
)

Change = Mapping[str, Any]


@dataclass(frozen=True)
class SeededFault:
    """One single fault: its paper, what is changed, and the rules of which one must find it, and where."""

    group: str
    place: int
    change: Change

    @property
    def title(self) -> str:
        return f"{self.group} {self.place} {self.change['fault']}"

    @property
    def finds(self) -> tuple[str, ...]:
        found = self.change["finds"]
        return (found,) if isinstance(found, str) else tuple(found)

    def sheet(self) -> Sheet:
        sheet = built(self.change["paper"])
        for change in (self.change, *self.change.get("also", ())):
            spoil(sheet, change)
        return sheet

    def told_at(self, sheet: Sheet) -> str:
        """The words of the paragraph at which it must be told; empty where any place will do."""
        name = self.change.get("told", self.change.get("at", ""))
        return "" if name in {"", "page"} else sheet[name].text


@cache
def seeded(group: str) -> tuple[SeededFault, ...]:
    rows = tomllib.loads((SEEDS / f"{group}.toml").read_text("utf-8"))["seeds"]
    return tuple(SeededFault(group, place, row) for place, row in enumerate(rows, 1))


def groups() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in SEEDS.glob("*.toml") if path.stem != "papers"))


def spoil(sheet: Sheet, change: Change) -> None:
    """Every act that the change names, done to the paragraph at `at`."""
    for name, act in _ACTS.items():
        if name in change:
            act(sheet, change.get("at", ""), change[name])


def _text(sheet: Sheet, at: str, new: str) -> None:
    runs = sheet[at].runs
    runs[0].text = new
    for run in runs[1:]:
        cut(run._r)


def _swap(sheet: Sheet, at: str, words: list[str]) -> None:
    run = next(run for run in sheet[at].runs if words[0] in run.text)
    run.text = run.text.replace(words[0], words[1], 1)


def _drop(sheet: Sheet, _at: str, names: list[str]) -> None:
    for name in names:
        element = sheet[name]._p
        cell = sheet[name]._p.getparent()
        cut(element)
        if isinstance(cell, CT_Tc) and not cell.findall(qn("w:p")):
            cell.append(parse_xml(f"<w:p {nsdecls('w')}/>"))


def _add(sheet: Sheet, at: str, new: str) -> None:
    """A twin of the paragraph below it, with these words; reached as `new`."""
    twin = deepcopy(sheet[at]._p)
    sheet[at]._p.addnext(twin)
    sheet.named["new"] = Paragraph(twin, sheet[at]._parent)
    _text(sheet, "new", new)


def _above(sheet: Sheet, at: str, new: str) -> None:
    twin = deepcopy(sheet[at]._p)
    sheet[at]._p.addprevious(twin)
    sheet.named["new"] = Paragraph(twin, sheet[at]._parent)
    _text(sheet, "new", new)


def _runs(sheet: Sheet, at: str, xml: str) -> None:
    """Properties of all the paragraph's runs."""
    for run in sheet[at].runs:
        merge(run._r.get_or_add_rPr(), xml)


def _paragraph(sheet: Sheet, at: str, xml: str) -> None:
    merge(sheet[at]._p.get_or_add_pPr(), xml)


def _section(sheet: Sheet, _at: str, xml: str) -> None:
    merge(sheet.docx.sections[0]._sectPr, xml)


def _last_section(sheet: Sheet, _at: str, xml: str) -> None:
    merge(sheet.docx.sections[-1]._sectPr, xml)


def _settings(sheet: Sheet, _at: str, xml: str) -> None:
    merge(sheet.docx.settings.element, xml)


def _table(sheet: Sheet, at: str, xml: str) -> None:
    merge(sheet.tables[at]._tbl.tblPr, xml)


def _line(sheet: Sheet, at: str, change: Mapping[str, Any]) -> None:
    """The drawn line in this paragraph: `mm` long, `dash`, `pt` thick, `color`, `cmpd`."""
    element = sheet[at]._p
    if "mm" in change:
        for extent in element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
        ):
            extent.set("cx", str(int(change["mm"] * 36000)))
    for drawn in element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ln"):
        _draw(drawn, change)


def _draw(drawn: _Element, change: Mapping[str, Any]) -> None:
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    if "dash" in change:
        drawn.append(parse_xml(f'<a:prstDash xmlns:a="{name}" val="{change["dash"]}"/>'))
    if "cmpd" in change:
        drawn.set("cmpd", change["cmpd"])
    if "pt" in change:
        drawn.set("w", str(int(change["pt"] * 12700)))
    if "color" in change:
        next(drawn.iter(f"{{{name}}}srgbClr")).set("val", change["color"])


def _typed(sheet: Sheet, at: str, words: str) -> None:
    """The drawn line gives way to characters."""
    paragraph = sheet[at]
    for child in list(paragraph._p):
        if child.tag != qn("w:pPr"):
            paragraph._p.remove(child)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.add_run(words).font.size = Pt(14)


def _landscape(sheet: Sheet, _at: str, _value: object) -> None:
    section = sheet.docx.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)


def _new_section(sheet: Sheet, at: str, xml: str) -> None:
    """The text to `at` is a section of its own, the rest another with these properties."""
    first = deepcopy(sheet.docx.sections[0]._sectPr)
    sheet[at]._p.get_or_add_pPr().append(first)
    merge(sheet.docx.sections[-1]._sectPr, xml)


def _number_at_foot(sheet: Sheet, _at: str, _value: object) -> None:
    section = sheet.docx.sections[0]
    for run in list(section.header.paragraphs[0].runs):
        section.footer.paragraphs[0]._p.append(run._r)


def _no_number(sheet: Sheet, at: str, times: int) -> None:
    """No page number, and the paragraph so often that the text runs over a page."""
    for run in list(sheet.docx.sections[0].header.paragraphs[0].runs):
        cut(run._r)
    _repeat(sheet, at, times)


def _repeat(sheet: Sheet, at: str, times: int) -> None:
    for _time in range(times):
        sheet[at]._p.addnext(deepcopy(sheet[at]._p))


def _in_header(sheet: Sheet, _at: str, words: str) -> None:
    sheet.docx.sections[0].header.paragraphs[0].add_run(words).font.size = Pt(14)


def _cell(sheet: Sheet, at: str, xml: str) -> None:
    """Properties of the cell that the paragraph stands in."""
    cell = sheet[at]._p.getparent()
    if isinstance(cell, CT_Tc):
        merge(cell.get_or_add_tcPr(), xml)


def _rows(sheet: Sheet, at: str, rows: int) -> None:
    table = sheet.tables[at]
    for _row in range(rows):
        table._tbl.append(deepcopy(table.rows[-1]._tr))


def _move(sheet: Sheet, at: str, after: str) -> None:
    sheet[after]._p.addnext(sheet[at]._p)


def _turned(sheet: Sheet, at: str, _value: object) -> None:
    """The table's two columns changed about."""
    for row in sheet.tables[at].rows:
        row.cells[1]._tc.addnext(row.cells[0]._tc)


_ACTS: Final[Mapping[str, Callable[[Sheet, str, Any], None]]] = {
    "tabbed": tabbed, "bare": bare, "styles": styles, "defaults": defaults, "theme": theme,
    "text": _text, "swap": _swap, "add": _add, "above": _above, "rPr": _runs, "pPr": _paragraph,
    "sectPr": _section, "lastSectPr": _last_section, "settings": _settings, "tblPr": _table, "tcPr": _cell,
    "split": split, "wrapped": wrapped, "boxed": boxed, "line": _line, "typed": _typed,
    "landscape": _landscape, "new-section": _new_section, "number-at-foot": _number_at_foot,
    "no-number": _no_number, "repeat": _repeat, "in-header": _in_header, "rows": _rows, "move": _move,
    "turned": _turned, "table-style": table_style, "hidden": hidden, "drop": _drop,
}  # fmt: skip
