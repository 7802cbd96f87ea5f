"""Font, colour and the one set of sizes of a paper."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.encodings import holds_legacy_text, is_legacy_font, tells_of_legacy
from vbgen.decree.parts.line import whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.appearance import looks, points
from vbgen.messages import _
from vbgen.word.reading.formats import RunFormat
from vbgen.word.reading.values import Paragraph
from vbgen.words.legacy.charset_guess import looks_like

_BLACK: Final = frozenset({"auto", "000000", "windowText"})
_DARK: Final = 0x20  # a colour whose every part is below this prints as black
_RED_PARTS: Final = frozenset({Part.URGENCY, Part.SECRECY})
_SIGNS: Final = ("symbol", "wingdings", "cambria math")
LARGE: Final = {Part.NATIONAL_NAME: 13.0, Part.MOTTO: 14.0, Part.DATE: 14.0}
SMALL: Final = {Part.NATIONAL_NAME: 12.0, Part.MOTTO: 13.0, Part.DATE: 13.0}


def check_fonts(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Letters that are not in the decree's font; one hit a paragraph."""
    allowed = {str(book["font.family"].values["name"]).lower(), *_SIGNS}
    for paragraph in _everywhere(paper):
        names = _names(paragraph)
        legacy = _legacy(paragraph, names)
        others = [each for each in names if each not in legacy and _family(each) not in allowed]
        for rule, odd in (("font.legacy", legacy), ("font.family", others)):
            if odd:
                yield Hit(rule, _("phông chữ {names}", names=", ".join(odd)), paragraph)
        if not legacy:
            yield from _legacy_letters(paragraph)


def _legacy(paragraph: Paragraph, names: list[str]) -> list[str]:
    """The fonts of charsets from before Unicode, where the letters too may be in one."""
    found = list(filter(is_legacy_font, names))
    return found if found and tells_of_legacy(paragraph) else []


def _legacy_letters(paragraph: Paragraph) -> Iterator[Hit]:
    """Letters of such a charset, whatever the font."""
    guess = looks_like(paragraph.text) if holds_legacy_text(paragraph.text) else None
    if guess is not None:
        yield Hit("font.legacy", _("chữ theo bảng mã {charset}", charset=guess.charset), paragraph)


def _names(paragraph: Paragraph) -> list[str]:
    """The fonts that its letters are shown in, each once."""
    shown = (_fonts(run.text, run.format) for run in paragraph.runs)
    fields = (look.font for look in paragraph.field_looks if "PAGE" in paragraph.fields)
    return list(dict.fromkeys(chain(chain.from_iterable(shown), fields)))


def _family(name: str) -> str:
    return re.sub(r" (?:bold|italic)+$", "", name.lower())


def _everywhere(paper: Paper) -> Iterator[Paragraph]:
    yield from paper.document.paragraphs
    yield from paper.document.shown_margins


def _fonts(text: str, look: RunFormat) -> Iterator[str]:
    letters = [letter for letter in text if letter.isalnum()]
    if any(ord(letter) < 0x80 for letter in letters):  # noqa: PLR2004 - the end of ASCII
        yield look.font
    if any(ord(letter) >= 0x80 for letter in letters):  # noqa: PLR2004 - as above
        yield look.font_hansi


def check_colours(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Coloured letters outside the marks that are red by law; highlighted letters."""
    for role, paragraph in zip(paper.roles, paper.document.paragraphs, strict=True):
        shown = [
            look for letters, look in whole(paragraph).pieces if any(map(str.isalnum, letters))
        ]
        colours = dict.fromkeys(look.color for look in shown if not is_black(look.color))
        if colours and role not in _RED_PARTS:
            yield Hit("font.color", _("màu chữ {colours}", colours=", ".join(colours)), paragraph)
        if any(look.highlight != "none" for look in shown):
            yield Hit("font.highlight", _("chữ có màu nền"), paragraph)


def is_black(color: str) -> bool:
    """Whether a colour prints as black."""
    if color in _BLACK:
        return True
    try:
        return all(int(color[place : place + 2], 16) < _DARK for place in (0, 2, 4))
    except ValueError:
        return False


def check_size_set(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Sizes of national name, motto and date that each are right but do not belong together."""
    known = dict(_known_sizes(paper))
    fitting = {
        name: _agreeing(known, sizes) for name, sizes in (("large", LARGE), ("small", SMALL))
    }
    if len(known) < 2 or len(known) in fitting.values():  # noqa: PLR2004 - one size alone agrees with itself
        return
    usual = LARGE if fitting["large"] * 2 >= len(known) else SMALL
    odd = next(part for part, size in known.items() if size != usual[part])
    listed = "; ".join(f"{part.label} {points(size)}" for part, size in known.items())
    yield Hit("font.sizes-mixed", listed, paper.first(odd))


def _known_sizes(paper: Paper) -> Iterator[tuple[Part, float]]:
    """The parts whose size is one of the two that the decree allows."""
    for part in LARGE:
        size = _size(paper, part)
        if size is not None and size in {LARGE[part], SMALL[part]}:
            yield part, size


def _agreeing(known: Mapping[Part, float], sizes: Mapping[Part, float]) -> int:
    return sum(size == sizes[part] for part, size in known.items())


def _size(paper: Paper, part: Part) -> float | None:
    line = paper.first(part)
    found = {look.size_pt for look in looks(line)} if line else set()
    return found.pop() if len(found) == 1 else None


CHECKS: Final = (check_fonts, check_colours, check_size_set)
