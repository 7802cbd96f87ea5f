"""Pages with what stands on them, as the desk draws it: words that lead to their cells, problems as numbered pins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from vbgen.errors import Place
from vbgen.messages import _
from vbgen.office import DraftTraced, PinnedProblem, TracedValue
from vbgen.web.wording import cell_address

_PIN_LEFT_PT = 12.0


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box on a page, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CellLink:
    """A cell, and where the desk shows it; no address for a cell of a file that a unit sent."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words of a page that come from a cell."""

    text: str
    boxes: tuple[PlacedBox, ...]
    cells: tuple[CellLink, ...]
    is_certain: bool
    is_meant: bool  # from the cell that somebody asked about

    @property
    def address(self) -> str:
        """Where a click leads to."""
        return next((cell.address for cell in self.cells if cell.address), "")

    @property
    def title(self) -> str:
        """What is told before the click."""
        labels = ", ".join(cell.label for cell in self.cells)
        return labels if self.is_certain else _("Chưa chắc: {cells}", cells=labels)


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A problem's number at its place."""

    number: int
    title: str
    severity: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TracedPage:
    """One page."""

    width: float
    height: float
    words: tuple[PlacedWords, ...]
    pins: tuple[PlacedPin, ...]

    @property
    def is_meant(self) -> bool:
        """Whether the cell that somebody asked about is printed on it."""
        return any(each.is_meant for each in self.words)


@dataclass(frozen=True, slots=True)
class TracedPages:
    """All pages of a draft."""

    pages: tuple[TracedPage, ...]

    @classmethod
    def of(cls, traced: DraftTraced, campaign: str, sheet: str, cell: str) -> Self:
        """Of what the office found; the cell that is meant is marked."""
        meant = (sheet, cell)
        pages = enumerate(traced.sizes)
        return cls(
            tuple(
                TracedPage(
                    *size,
                    tuple(_words(traced, number, campaign, meant)),
                    tuple(_pins(traced.pins, number)),
                )
                for number, size in pages
            )
        )


def _words(
    traced: DraftTraced, page: int, campaign: str, meant: tuple[str, str]
) -> Iterator[PlacedWords]:
    for value in traced.values:
        if boxes := tuple(_boxes(value, page)):
            links = tuple(_link(place, traced.file, campaign) for place in value.cells)
            is_meant = any((place.sheet, place.cell) == meant for place in value.cells)
            yield PlacedWords(value.words, boxes, links, value.is_certain, is_meant)


def _boxes(value: TracedValue, page: int) -> Iterator[PlacedBox]:
    for number, (left, top, right, bottom) in value.rows:
        if number == page:
            sizes = (left, top, right - left, bottom - top)
            yield PlacedBox(*(round(each, 1) for each in sizes))


def _link(place: Place, file: str, campaign: str) -> CellLink:
    label = _("trang {sheet}, ô {cell}", sheet=place.sheet, cell=place.cell)
    if place.file != file:
        return CellLink(f"{place.file}, {label}", "")
    return CellLink(label, cell_address(campaign, place.sheet, place.cell))


def _pins(pins: Sequence[PinnedProblem], page: int) -> Iterator[PlacedPin]:
    for pin in pins:
        if pin.page == page:
            left, top, _right, bottom = pin.box
            x = max(_PIN_LEFT_PT, left - _PIN_LEFT_PT)
            title = f"{pin.problem.severity.label}: {pin.problem.message}"
            y = (top + bottom) / 2
            yield PlacedPin(pin.number, title, pin.problem.severity.value, round(x, 1), round(y, 1))
