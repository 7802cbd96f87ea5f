"""The picture of a phase's results: how much of each plan was reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vbgen.messages import _
from vbgen.word.drawing.emf import Align, Colour, Drawing, Lettering
from vbgen.words.measure import fit
from vbgen.words.numbers import percent

_INK = Colour(0x22, 0x22, 0x22)
_SOFT = Colour(0x5F, 0x5F, 0x5F)
_TRACK = Colour(0xE6, 0xE7, 0xE9)
_DONE = Colour(0x2E, 0x5C, 0x8A)
_PAPER = Colour(0xFF, 0xFF, 0xFF)
_TITLE = Lettering(12, _INK, bold=True)
_NAME = Lettering(11, _INK)
_DETAIL = Lettering(9, _SOFT)
_SHARE = Lettering(11, _INK, bold=True)
_NAME_LEADING_MM, _DETAIL_LEADING_MM = 4.5, 3.9
_BAR_MM = 4.6
_ROW_GAP_MM = 3.6
_GUTTER_MM = 3.0
_SHARE_MM = 17.0  # room for "1.234,5%"
_NAME_LINES = 3  # beyond which they are no longer balanced
_NAMES_SHARE = 0.42  # of the width
_NO_FIGURE = Lettering(9, _SOFT, italic=True)
_CAPTION = Lettering(9, _INK)
_TITLE_MM, _TITLE_BASE_MM, _CAPTION_MM, _EDGE_MM = 8.0, 5.0, 5.0, 1.0
_NAME_ASCENT_MM, _DETAIL_RISE_MM, _DIGIT_MM = 3.5, 0.5, 2.6  # of their sizes of type
_HUNDRED = Decimal(100)
_MOST = Decimal(200)  # a longer bar is cut, with a gap that shows it


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One target: its name, the percent of its plan that was reached, and its figures in small print."""

    name: str
    share: Decimal | None  # 52 for 52 %; None where there is no figure
    detail: str = ""  # "90.576,7 / 174.186,0 tỷ đồng"


def results_chart(rows: Sequence[ChartBar], *, width_mm: float, title: str = "") -> bytes:
    """A metafile (EMF) `width_mm` wide, as high as its rows need: one bar a target, a line at 100 % of the plan.

    The text is real text in Times New Roman. The same rows give the same bytes.
    """
    plan = _Plan(rows, width_mm, _TITLE_MM if title else 0.0)
    drawing = Drawing(width_mm, plan.height_mm)
    drawing.rectangle(0, 0, width_mm, plan.height_mm, _PAPER)
    drawing.text(title, width_mm / 2, _TITLE_BASE_MM, _TITLE, Align.CENTRE)
    for row, top in plan.placed_rows():
        _draw_names(drawing, plan, row, top)
        _draw_bar(drawing, plan, row, top)
    _draw_plan_line(drawing, plan)
    return drawing.emf()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands: names on the left, bars from `bars_mm` on, percents at the right edge."""

    rows: Sequence[ChartBar]
    width_mm: float
    title_mm: float

    @property
    def names_mm(self) -> float:
        return self.width_mm * _NAMES_SHARE

    @property
    def bars_mm(self) -> float:
        return self.names_mm + _GUTTER_MM

    @property
    def rows_top_mm(self) -> float:
        return self.title_mm + _CAPTION_MM

    @property
    def height_mm(self) -> float:
        return self.rows_top_mm + sum(self.row_mm(row) for row in self.rows) + _EDGE_MM

    def placed_rows(self) -> Iterator[tuple[ChartBar, float]]:
        top = self.rows_top_mm
        for row in self.rows:
            yield row, top
            top += self.row_mm(row)

    def row_mm(self, row: ChartBar) -> float:
        return _ROW_GAP_MM + max(_BAR_MM, self.text_mm(row))

    def text_mm(self, row: ChartBar) -> float:
        return len(self.name_lines(row)) * _NAME_LEADING_MM + (
            _DETAIL_LEADING_MM if row.detail else 0.0
        )

    def name_lines(self, row: ChartBar) -> tuple[str, ...]:
        return fit(row.name, self.names_mm, _NAME_LINES, sizes=(_NAME.size_pt,)).lines

    def x_mm(self, share: Decimal) -> float:
        """Where a percent of the plan lies."""
        longest = max(
            [_HUNDRED, *(min(row.share, _MOST) for row in self.rows if row.share is not None)]
        )
        room = self.width_mm - _SHARE_MM - self.bars_mm
        return self.bars_mm + room * float(max(Decimal(0), min(share, _MOST)) / longest)


def _draw_names(drawing: Drawing, plan: _Plan, row: ChartBar, top: float) -> None:
    base = top + (plan.row_mm(row) - plan.text_mm(row)) / 2 + _NAME_ASCENT_MM
    for line in plan.name_lines(row):
        drawing.text(line, plan.names_mm, base, _NAME, Align.RIGHT)
        base += _NAME_LEADING_MM
    drawing.text(row.detail, plan.names_mm, base - _DETAIL_RISE_MM, _DETAIL, Align.RIGHT)


def _draw_bar(drawing: Drawing, plan: _Plan, row: ChartBar, top: float) -> None:
    middle = top + plan.row_mm(row) / 2
    upper, lower = middle - _BAR_MM / 2, middle + _BAR_MM / 2
    base = middle + _DIGIT_MM / 2
    drawing.rectangle(plan.bars_mm, upper, plan.x_mm(_HUNDRED), lower, _TRACK)
    if row.share is None:
        drawing.text(_("chưa có số liệu"), plan.bars_mm + 2, base - 0.1, _NO_FIGURE)
        return
    end = plan.x_mm(row.share)
    drawing.rectangle(plan.bars_mm, upper, end, lower, _DONE)
    if row.share > _MOST:
        drawing.rectangle(end - 4, upper, end - 3, lower, _PAPER)
    drawing.text(percent(row.share), plan.width_mm - 0.5, base, _SHARE, Align.RIGHT)


def _draw_plan_line(drawing: Drawing, plan: _Plan) -> None:
    x, bottom = plan.x_mm(_HUNDRED), plan.height_mm - _EDGE_MM
    drawing.line((plan.bars_mm, plan.rows_top_mm), (plan.bars_mm, bottom), 0.25, _SOFT)
    drawing.line((x, plan.rows_top_mm), (x, bottom), 0.35, _INK)
    drawing.text(_("100% kế hoạch"), x, plan.rows_top_mm - 1.4, _CAPTION, Align.CENTRE)
