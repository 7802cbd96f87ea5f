"""How wide text is in Times New Roman (by Tinos, which has its metrics) and in the display fonts of certificates."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from vbgen.words.fonts.display import DISPLAY_FONTS

MM_PER_PT = 25.4 / 72
_UNITS_PER_EM = 2048


def text_width_mm(
    text: str, *, size_pt: float, bold: bool = False, italic: bool = False, font: str = ""
) -> float:
    """Width of one line of text; kerning is left out, as Word leaves it out unless it is asked for.

    Decomposed letters are measured composed. A character that Tinos lacks counts as wide as the table's average.
    `font` is one of the display fonts; without it Times New Roman.
    """
    return text_width_em(text, bold=bold, italic=italic, font=font) * size_pt * MM_PER_PT


def text_width_em(text: str, *, bold: bool = False, italic: bool = False, font: str = "") -> float:
    """Width of one line of text in ems: what stays the same when the size changes."""
    table = _display_table(font) if font else _table()
    widths = table[min(bold + 2 * italic, len(table) - 1)]
    composed = unicodedata.normalize("NFC", text)
    return sum(_advance(character, widths) for character in composed) / _UNITS_PER_EM


def foreign_signs(text: str, font: str = "") -> str:
    """The signs that a font lacks, each once: a program would take another font. Times New Roman goes by Tinos."""
    known = (_display_table(font) if font else _table())[0]
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        dict.fromkeys(sign for sign in composed if sign not in known and not _is_unseen(sign))
    )


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Mn", "Me"}


def _advance(character: str, widths: Mapping[str, int]) -> float:
    width = widths.get(character)
    if width is not None:
        return width
    return 0 if _is_unseen(character) else sum(widths.values()) / len(widths)


@cache
def _table() -> tuple[Mapping[str, int], ...]:
    return _read("tinos-widths.txt")


@cache
def _display_table(font: str) -> tuple[Mapping[str, int], ...]:
    return _read(f"fonts/{DISPLAY_FONTS[font].table}")


def _read(name: str) -> tuple[Mapping[str, int], ...]:
    """Each style's widths: as many as a line of the table has figures."""
    text = files("vbgen.words").joinpath(name).read_text(encoding="ascii")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        {chr(int(row[0], 16)): int(row[style]) for row in rows} for style in range(1, len(rows[0]))
    )
