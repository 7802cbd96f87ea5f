"""What a certificate shows behind its text: a border on every page, flags on those of some titles."""

from dataclasses import dataclass

from vbgen.word.drawing.ornament.borders import BORDERS
from vbgen.word.drawing.ornament.figures import flag_rows
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import Layer, PageSize, drawn

_A4 = PageSize(297.0, 210.0)
_GOLD = Inks("A67C1E", "A67C1E")
_FOOT_MM = 16.0  # below the upper margin
_BY_EMBLEM_MM, _BY_NATION_MM = 17.0, 71.0  # how far from the middle the nearest flags stand


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The layers of a page."""

    page: PageSize
    border: tuple[Layer, ...]


def plain_backdrop() -> Backdrop:
    """The border of templates that choose none."""
    return Backdrop(_A4, BORDERS["meander"](_A4, _GOLD))


def backdrop(page: PageSize, border: str, inks: Inks) -> Backdrop:
    """The named border."""
    return Backdrop(page, BORDERS[border](page, inks))


def flags(page: PageSize, top: float, *, by_emblem: bool) -> str:
    """Runs of a row of red flags on either side of the emblem, or of the national name where there is none."""
    gap = _BY_EMBLEM_MM if by_emblem else _BY_NATION_MM
    return drawn(flag_rows(page.width / 2, gap, top + _FOOT_MM), page, "Cờ", in_cell=False)
