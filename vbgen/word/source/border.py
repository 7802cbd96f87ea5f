"""What a certificate shows behind its text: a border, and what stands beside its emblem."""

from dataclasses import dataclass

from vbgen.word.drawing.ornament.borders import BORDERS
from vbgen.word.drawing.ornament.figures import flag_rows
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import Layer, PageSize

_A4 = PageSize(297.0, 210.0)
_GOLD = Inks("A67C1E", "A67C1E")


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Layers of a page: the border, and what stands by the emblem or closes up without one."""

    page: PageSize
    border: tuple[Layer, ...]
    by_emblem: tuple[Layer, ...] = ()
    without_emblem: tuple[Layer, ...] = ()


def plain_backdrop() -> Backdrop:
    """The border of templates that choose none."""
    return Backdrop(_A4, BORDERS["meander"](_A4, _GOLD))


def backdrop(page: PageSize, border: str, inks: Inks, *, flags: bool) -> Backdrop:
    """The named border; with `flags` a row of red flags on either side of the emblem."""
    layers = BORDERS[border](page, inks)
    if not flags:
        return Backdrop(page, layers)
    middle = page.width / 2
    return Backdrop(page, layers, flag_rows(middle, 17.0), flag_rows(middle, 67.0))
