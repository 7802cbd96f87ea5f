"""Words of the form that are always the same, written with a wrong mark: `QUYÊT ĐỊNH:`, `Căn cư`, `KT. GIÁM DỐC`."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.signing import plain_words, step_of
from vbgen.decree.rules.signing.titles import titles
from vbgen.messages import _
from vbgen.words.names import fold

_WORDS: Final = {
    Part.ORDER: ("quyết định", "quyết nghị"),
    Part.CIRCULATION: ("xem xong trả lại", "lưu hành nội bộ", "tài liệu thu hồi"),
    Part.GROUND: ("căn cứ", "theo đề nghị", "xét đề nghị"),
    Part.APPENDIX: ("phụ lục",),
}
_OF_OTHERS: Final = frozenset({"trưởng bản"})  # a title of its own beside `trưởng ban`


def check_fixed_words(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """What a part begins with, held against the words it may begin with, letter for letter."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    for part, phrases in _WORDS.items():
        for line in paper.of(part):
            yield from _held(line, line.text.lstrip(" -–+•"), phrases)
    for line in paper.of(Part.POWER):
        yield from _held(line, step_of(line).words, _titles())


def _held(line: Line, text: str, phrases: Sequence[str]) -> Iterator[Hit]:
    words = plain_words(unicodedata.normalize("NFC", text))
    if any(_begins(words, phrase) for phrase in (*phrases, *_OF_OTHERS)):
        return
    folded = fold(words)
    meant = next((phrase for phrase in phrases if _begins(folded, fold(phrase))), "")
    if meant:
        found = " ".join(words.split()[: len(meant.split())]).strip(" :;,.")
        is_large = line.text.isupper()
        values = {"meant": meant.upper() if is_large else meant}
        yield Hit(
            "form.misspelt",
            _("ghi là “{text}”", text=found.upper() if is_large else found),
            line,
            values,
        )


def _begins(text: str, phrase: str) -> bool:
    return text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalpha()


@cache
def _titles() -> tuple[str, ...]:
    return tuple(sorted(titles(), key=len, reverse=True))


CHECKS: Final = (check_fixed_words,)
