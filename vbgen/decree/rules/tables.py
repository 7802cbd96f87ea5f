"""Tables: heading rows that repeat, rows that stay whole, a width that fits."""

from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.appearance import looks, points
from vbgen.messages import _
from vbgen.word.reading.values import Table
from vbgen.word.reading.xmlnames import child, mm, twips, value

_DATA: Final = frozenset({Part.TABLE_TEXT, Part.APPENDIX_TEXT, Part.EMPTY, Part.RULE_LINE})


def check_tables(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Every table of data, not the letterhead's and the signer's."""
    roles = {
        id(item): role for role, item in zip(paper.roles, paper.document.paragraphs, strict=True)
    }
    for table in paper.document.tables:
        named = {roles[id(item)] for item in table.paragraphs}
        if table.rows and named <= _DATA and named & {Part.TABLE_TEXT, Part.APPENDIX_TEXT}:
            yield from _table(paper, table, book)


def _table(paper: Paper, table: Table, book: FormRules) -> Iterator[Hit]:
    yield from _rows(table, book)
    yield from _width(paper, table, book)
    yield from _sizes(table, book)


def _rows(table: Table, book: FormRules) -> Iterator[Hit]:
    rows = len(table.rows)
    if rows >= book.number("table.heading-row", "rows") and not table.rows[0].is_heading:
        found = _("bảng {rows} hàng, hàng đầu không lặp lại", rows=rows)
        yield Hit("table.heading-row", found, table)
    splits = not all(row.cannot_split for row in table.rows)
    if rows >= book.number("table.split-rows", "rows") and splits:
        found = _("bảng {rows} hàng, hàng có thể bị cắt qua trang", rows=rows)
        yield Hit("table.split-rows", found, table)


def _width(paper: Paper, table: Table, book: FormRules) -> Iterator[Hit]:
    """The width that its cells add up to, or that the table itself asks for."""
    section = paper.document.sections[min(table.section, len(paper.document.sections) - 1)]
    cells = max(sum(cell.width_mm for cell in row.cells) for row in table.rows)
    width = max(cells, _asked(table))
    if width > section.text_width_mm + book.number("table.too-wide", "tolerance"):
        values = {"width": str(round(section.text_width_mm))}
        yield Hit("table.too-wide", _("bảng rộng {width} mm", width=round(width)), table, values)


def _asked(table: Table) -> float:
    asked = child(child(table.element, "tblPr"), "tblW")
    return mm(twips(value(asked, "w"))) if value(asked, "type") == "dxa" else 0.0


def _sizes(table: Table, book: FormRules) -> Iterator[Hit]:
    from vbgen.decree.parts.line import whole

    least = min(
        (
            look.size_pt
            for item in table.paragraphs
            for look in looks(whole(item))
            if look.raised == "baseline"
        ),
        default=99.0,
    )
    if least < book.number("table.size", "min"):
        yield Hit("table.size", _("cỡ chữ {size}", size=points(least)), table)


CHECKS: Final = (check_tables,)
