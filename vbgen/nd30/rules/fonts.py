"""Font, colour and the one set of sizes of a paper."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.messages import _
from vbgen.nd30.parts.line import whole
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.paper import Paper
from vbgen.nd30.reading.formats import RunFormat
from vbgen.nd30.reading.values import Paragraph
from vbgen.nd30.rules.appearance import looks, points
from vbgen.nd30.rules.book import Book
from vbgen.nd30.rules.model import Hit

_BLACK: Final = frozenset({"auto", "000000", "windowText"})
_DARK: Final = 0x20  # a colour whose every part is below this prints as black
_RED_PARTS: Final = frozenset({Part.URGENCY, Part.SECRECY})
_LEGACY: Final = (".vn", "vni-", "vni ", "vntime", "vnarial")
LARGE: Final = {Part.NATIONAL_NAME: 13.0, Part.MOTTO: 14.0, Part.DATE: 14.0}
SMALL: Final = {Part.NATIONAL_NAME: 12.0, Part.MOTTO: 13.0, Part.DATE: 13.0}


def check_fonts(paper: Paper, book: Book) -> Iterator[Hit]:
    """Letters that are not in the decree's font; one hit a paragraph."""
    wanted = str(book["font.family"].values["name"]).lower()
    for paragraph in _everywhere(paper):
        names = dict.fromkeys(name for run in paragraph.runs for name in _fonts(run.text, run.format))
        legacy = [name for name in names if name.lower().startswith(_LEGACY)]
        if legacy:
            yield Hit("font.legacy", _("phông chữ {names}", names=", ".join(legacy)), paragraph)
        others = [
            name
            for name in names
            if re.sub(r" (?:bold|italic)+$", "", name.lower()) not in {wanted, "symbol", "wingdings", "cambria math"}
            and name not in legacy
        ]
        if others:
            yield Hit("font.family", _("phông chữ {names}", names=", ".join(others)), paragraph)


def _everywhere(paper: Paper) -> Iterator[Paragraph]:
    yield from paper.document.paragraphs
    yield from paper.document.shown_margins


def _fonts(text: str, look: RunFormat) -> Iterator[str]:
    letters = [letter for letter in text if letter.isalnum()]
    if any(ord(letter) < 0x80 for letter in letters):  # noqa: PLR2004 - the end of ASCII
        yield look.font
    if any(ord(letter) >= 0x80 for letter in letters):  # noqa: PLR2004 - as above
        yield look.font_hansi


def check_colours(paper: Paper, _book: Book) -> Iterator[Hit]:
    """Coloured letters outside the marks that are red by law; highlighted letters."""
    for role, paragraph in zip(paper.roles, paper.document.paragraphs, strict=True):
        shown = [look for letters, look in whole(paragraph).pieces if any(map(str.isalnum, letters))]
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


def check_size_set(paper: Paper, _book: Book) -> Iterator[Hit]:
    """Sizes of national name, motto and date that each are right but do not belong together."""
    sizes = {part: _size(paper, part) for part in LARGE}
    known = {part: size for part, size in sizes.items() if size in {LARGE[part], SMALL[part]}}
    if len(known) < 2 or any(all(known[part] == one[part] for part in known) for one in (LARGE, SMALL)):  # noqa: PLR2004
        return
    found = "; ".join(f"{part.label} {points(size)}" for part, size in known.items() if size)
    large = sum(known[part] == LARGE[part] for part in known) * 2 >= len(known)
    odd = next(part for part in known if known[part] != (LARGE if large else SMALL)[part])
    yield Hit("font.sizes-mixed", found, paper.first(odd))


def _size(paper: Paper, part: Part) -> float | None:
    line = paper.first(part)
    found = {look.size_pt for look in looks(line)} if line else set()
    return found.pop() if len(found) == 1 else None


CHECKS: Final = (check_fonts, check_colours, check_size_set)
