"""How wide text is in Times New Roman, measured with the advance widths of Tinos, which has its metrics."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

MM_PER_PT = 25.4 / 72
_UNITS_PER_EM = 2048
_STYLES = 4  # columns of the table: regular, bold, italic, bold italic


def text_width_mm(text: str, *, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Width of one line of text; kerning is left out, as Word leaves it out unless it is asked for.

    Decomposed letters are measured composed. A character that Tinos lacks counts as wide as the table's average.
    """
    return text_width_em(text, bold=bold, italic=italic) * size_pt * MM_PER_PT


def text_width_em(text: str, *, bold: bool = False, italic: bool = False) -> float:
    """Width of one line of text in ems: what stays the same when the size changes."""
    widths = _table()[bold + 2 * italic]
    composed = unicodedata.normalize("NFC", text)
    return sum(_advance(character, widths) for character in composed) / _UNITS_PER_EM


def foreign_signs(text: str) -> str:
    """The signs that Times New Roman lacks, as far as Tinos tells, each once: a program would take another font."""
    known = _table()[0]
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
    text = files("vbgen.words").joinpath("tinos-widths.txt").read_text(encoding="ascii")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        {chr(int(row[0], 16)): int(row[style]) for row in rows} for style in range(1, _STYLES + 1)
    )
