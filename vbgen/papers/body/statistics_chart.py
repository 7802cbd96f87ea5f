"""The picture of a year's statistics: how many collectives and persons have each honour."""

from collections.abc import Sequence

from vbgen.papers.body.statistics import StatisticsRow
from vbgen.word.drawing.emf import Align, Colour, Drawing, Lettering
from vbgen.words.measure import fit
from vbgen.words.numbers import two_digits

_INK, _SOFT, _PAPER = Colour(0x22, 0x22, 0x22), Colour(0x5F, 0x5F, 0x5F), Colour(0xFF, 0xFF, 0xFF)
_COLLECTIVES, _INDIVIDUALS = Colour(0xB8, 0x86, 0x0B), Colour(0x2E, 0x5C, 0x8A)
_NAME, _FIGURE, _LEGEND = Lettering(11, _INK), Lettering(11, _INK, bold=True), Lettering(9, _SOFT)
_NAMES_SHARE = 0.42  # of the width
_GUTTER_MM, _FIGURE_MM = 3.0, 12.0
_BAR_MM, _ROW_GAP_MM, _LEADING_MM, _LEGEND_MM = 4.6, 3.6, 4.5, 8.0
_BASE_MM = 1.3  # from the middle of a row to the base line of its text
_SQUARE_MM = 3.0
_NAME_LINES = 2


def statistics_chart(rows: Sequence[StatisticsRow], *, width_mm: float) -> bytes:
    """A metafile (EMF) `width_mm` wide: a bar for each honour, collectives and persons in one line.

    The text is real text in Times New Roman. The same rows give the same bytes.
    """
    heights = [_row_mm(row, width_mm) for row in rows]
    drawing = Drawing(width_mm, _LEGEND_MM + sum(heights) + 1)
    drawing.rectangle(0, 0, width_mm, drawing.height_mm, _PAPER)
    _draw_legend(drawing, has_households=any(row.households for row in rows))
    most, top = max((row.total for row in rows), default=1), _LEGEND_MM
    for row, height in zip(rows, heights, strict=True):
        _draw_row(drawing, row, top + height / 2, most)
        top += height
    left = _bars_mm(width_mm)
    drawing.line((left, _LEGEND_MM), (left, drawing.height_mm - 1), 0.25, _SOFT)
    return drawing.emf()


def _bars_mm(width_mm: float) -> float:
    return width_mm * _NAMES_SHARE + _GUTTER_MM


def _lines(row: StatisticsRow, width_mm: float) -> tuple[str, ...]:
    return fit(row.name, width_mm * _NAMES_SHARE, _NAME_LINES, sizes=(_NAME.size_pt,)).lines


def _row_mm(row: StatisticsRow, width_mm: float) -> float:
    return _ROW_GAP_MM + max(_BAR_MM, len(_lines(row, width_mm)) * _LEADING_MM)


def _draw_legend(drawing: Drawing, *, has_households: bool) -> None:
    left = _bars_mm(drawing.width_mm)
    groups, room_mm = ("Tập thể, hộ gia đình", 50) if has_households else ("Tập thể", 30)
    for name, colour, at in (
        (groups, _COLLECTIVES, left),
        ("Cá nhân", _INDIVIDUALS, left + room_mm),
    ):
        drawing.rectangle(at, 2, at + _SQUARE_MM, 2 + _SQUARE_MM, colour)
        drawing.text(name, at + _SQUARE_MM + 1.5, 2 + _SQUARE_MM - 0.3, _LEGEND)


def _draw_row(drawing: Drawing, row: StatisticsRow, middle: float, most: int) -> None:
    lines = _lines(row, drawing.width_mm)
    base = middle + _BASE_MM - (len(lines) - 1) * _LEADING_MM / 2
    for line in lines:
        drawing.text(line, drawing.width_mm * _NAMES_SHARE, base, _NAME, Align.RIGHT)
        base += _LEADING_MM
    left = _bars_mm(drawing.width_mm)
    unit = (drawing.width_mm - left - _FIGURE_MM) / most
    split, end = left + row.groups * unit, left + row.total * unit
    drawing.rectangle(left, middle - _BAR_MM / 2, split, middle + _BAR_MM / 2, _COLLECTIVES)
    drawing.rectangle(split, middle - _BAR_MM / 2, end, middle + _BAR_MM / 2, _INDIVIDUALS)
    drawing.text(two_digits(row.total), end + 1.5, middle + _BASE_MM, _FIGURE)
