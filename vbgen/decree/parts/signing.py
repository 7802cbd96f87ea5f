"""How a paper is signed: the lines above each signer's name as steps, each with its power and the title behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper

_LETTERS: Final = r"T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|T\s*/?\s*U\s*/?\s*Q"
_POWER: Final = re.compile(
    rf"(?P<letters>{_LETTERS}|Q)(?P<dot>\s*[./:])(?P<blank>\s*)(?P<rest>\S.*)"
)
_BARE: Final = re.compile(rf"(?P<letters>{_LETTERS})\s+(?P<rest>\S.*)")
_WORDS: Final = {
    "thay mặt": "TM", "ký thay": "KT", "thừa lệnh": "TL", "thừa ủy quyền": "TUQ", "quyền": "Q",
}  # fmt: skip


_TONES: Final = tuple(
    (re.compile(rf"{old}\b"), new)
    for old, new in (("UỶ", "ỦY"), ("Uỷ", "Ủy"), ("uỷ", "ủy"), ("OÀ", "ÒA"), ("oà", "òa"))
)


@dataclass(frozen=True, slots=True)
class SigningStep:
    """One line of a block: `KT` and `giám đốc`, or only the title of him who signs."""

    line: Line
    power: str  # TM, KT, TL, TUQ, Q; empty for a bare title
    words: str  # small letters, the tone marks of "ủy" and "hòa" placed alike
    is_well_written: bool = True  # as the decree writes it: "KT. "


def signing_blocks(paper: Paper) -> tuple[tuple[SigningStep, ...], ...]:
    """The steps above each signer's name, one block a column."""
    blocks = groupby(paper.of(Part.POWER), key=_column)
    return tuple(tuple(_steps(list(lines))) for _column_of, lines in blocks)


def _column(line: Line) -> tuple[int, int] | None:
    cell = line.paragraph.cell
    return None if cell is None else (cell.table, cell.column)


def _steps(lines: Sequence[Line]) -> Iterator[SigningStep]:
    for line in lines:
        yield step_of(line)


def step_of(line: Line) -> SigningStep:
    """The line's power and the words behind it."""
    text = plain_words(line.text, lower=False)
    match = _POWER.match(text)
    if match is not None:
        short = _short(match["letters"])
        is_well = match["letters"] == short and match["dot"] == "." and bool(match["blank"])
        return SigningStep(line, short, match["rest"].lower(), is_well)
    bare = _BARE.match(text)
    if bare is not None:
        return SigningStep(
            line, _short(bare["letters"]), bare["rest"].lower(), is_well_written=False
        )
    return _in_words(line, text.lower())


def _in_words(line: Line, words: str) -> SigningStep:
    """A power written out, `QUYỀN GIÁM ĐỐC`; else a title alone."""
    for written, short in _WORDS.items():
        rest = words.removeprefix(f"{written} ")
        if rest != words and not rest.startswith("hạn"):
            return SigningStep(line, short, rest, is_well_written=False)
    return SigningStep(line, "", words)


def _short(written: str) -> str:
    return re.sub(r"[\s/]", "", written)


def plain_words(text: str, *, lower: bool = True) -> str:
    """Single blanks, and one way of placing the tone marks that offices place in two ways."""
    for old, new in _TONES:
        text = old.sub(new, text)
    flat = " ".join(text.split())
    return flat.lower() if lower else flat
