"""“Tên loại và trích yếu” of a register, taken apart: the type where it is one of the decree's, and the subject."""

import unicodedata
from functools import cache

from vbgen.decree.parts.types import PaperType, paper_types, type_abbreviated
from vbgen.register.numbers import LETTERS, type_of
from vbgen.words.names import fold

_LETTER = PaperType("Công văn", LETTERS)
_COPIES = tuple(
    PaperType(name, "") for name in ("Bản sao y", "Bản trích sao", "Bản sao lục")
)  # Điều 25
_BETWEEN = " :-–—."


def typed_subject(text: str, symbol: str, agency: str) -> tuple[str, str]:
    """`Thông báo về việc nghỉ lễ` → `Thông báo`, `về việc nghỉ lễ`.

    No type where the words begin with none of Điều 7, or with another than the symbol says (`Báo cáo viên …` under
    `QĐ-SCT`): then everything stays as it was typed.
    """
    written = unicodedata.normalize("NFC", " ".join(text.split()))
    found = _beginning(written)
    if found is None or not _fits(found, type_of(symbol.partition("/")[0], agency)):
        return "", text.strip()
    return found.name, written[len(found.name) :].strip(_BETWEEN)


def _beginning(text: str) -> PaperType | None:
    """The longest type that the text begins with, as whole words."""
    folded = fold(text)
    for known in _longest_first():
        name = fold(known.name)
        if folded == name or (folded.startswith(name) and not folded[len(name)].isalnum()):
            return known
    return None


def _fits(found: PaperType, said: str) -> bool:
    """Whether a symbol's abbreviation, if it is one, is that of the type."""
    if said == LETTERS:
        return found.abbreviation in {"", LETTERS}
    of_symbol = type_abbreviated(said)
    return of_symbol is None or of_symbol.name == found.name or said in found.old


@cache
def _longest_first() -> tuple[PaperType, ...]:
    known = (*paper_types(), _LETTER, *_COPIES)
    return tuple(sorted(known, key=lambda one: -len(one.name)))
