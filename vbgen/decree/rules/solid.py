"""Whether a line is solid: how it is drawn, bordered or typed."""

from typing import Final

from vbgen.messages import _
from vbgen.word.reading.values import Paragraph, Shape
from vbgen.word.reading.xmlnames import WP, A, V, child, value

_SOLID_STROKES: Final = frozenset({"solid", "1", ""})
_SINGLE: Final = frozenset({"sng", "single", ""})
_SOLID_BORDERS: Final = frozenset({"single", "thick", "none", "nil", ""})
_SHOWN: Final = 8  # letters of a typed line
_SOLID_LETTERS: Final = frozenset("_―─━—–")


def drawn_flaw(shape: Shape) -> str:
    """Why a drawn line is not solid; empty for one that is."""
    if _named(shape, (A, "prstDash", "val"), (V, "stroke", "dashstyle")) - _SOLID_STROKES:
        return _("đường kẻ nét đứt")
    if _named(shape, (A, "ln", "cmpd"), (V, "stroke", "linestyle")) - _SINGLE:
        return _("đường kẻ nhiều nét")
    return ""


def _named(shape: Shape, *places: tuple[str, str, str]) -> set[str]:
    """What the shape's elements say in these attributes."""
    return {
        item.get(attribute) or ""
        for name, tag, attribute in places
        for item in shape.element.iter(f"{{{name}}}{tag}")
    }


def typed_flaw(text: str) -> str:
    """Why a line of characters is not solid; empty for underscores and their like without blanks."""
    pieces = text.split()
    if len(pieces) == 1 and set(pieces[0]) <= _SOLID_LETTERS:
        return ""
    return _("đường kẻ gõ bằng “{text}”", text=" ".join(pieces)[:_SHOWN].strip())


def border_flaw(paragraph: Paragraph) -> str:
    """Why a paragraph's border is no solid line; empty for a single one."""
    borders = child(child(paragraph.element, "pPr"), "pBdr")
    kinds = {value(side) or "" for side in borders} if borders is not None else set()
    odd = kinds - _SOLID_BORDERS
    if not odd:
        return ""
    return next(
        said for begins, said in _odd_borders() if any(each.startswith(begins) for each in odd)
    )


def _odd_borders() -> tuple[tuple[tuple[str, ...], str], ...]:
    """How the names of borders that are no single line begin, and what each looks like."""
    return (
        (("wave", "doubleWave"), _("đường kẻ lượn sóng")),
        (("double", "triple", "thin", "thick"), _("đường kẻ nhiều nét")),
        (("",), _("đường kẻ nét đứt")),
    )


def floats(shape: Shape) -> bool:
    """Whether the shape is anchored, so that its paragraph's alignment says nothing of its place."""
    return next(shape.element.iter(f"{{{WP}}}inline"), None) is None
