"""A kind's template as it goes into use: the agency's size set, the shared fragments, the names that it asks for."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from vbgen.model.agency import SizeSet
from vbgen.papers.frame.letterhead import is_of_party
from vbgen.papers.scene import Scene
from vbgen.word.package.package import read_package
from vbgen.word.source import as_party_paper, party_worded, resize
from vbgen.word.template import Field
from vbgen.word.template.fragments.including import BODY
from vbgen.words.fonts.display import DISPLAY_FONTS

_FONTS = "word/fontTable.xml"

_SMALL_SIZES = {
    "NationalName": 12,
    "Motto": 13,
    "PlaceDate": 13,
}  # Nghị định 30/2020, Phụ lục I, Mục V, note


class PaperLook(StrEnum):
    """How a template is set before it is opened: in one of the decree's size sets, or as the Party's papers are."""

    LARGE = SizeSet.LARGE.value
    SMALL = SizeSet.SMALL.value
    PARTY = "party"


def look_of(scene: Scene) -> PaperLook:
    """The look of a scene's paper: its issuer's."""
    is_party = is_of_party(scene.agency) and not scene.kind.page_filling
    return PaperLook.PARTY if is_party else PaperLook(scene.campaign.agency.size_set.value)


def set_in(template: bytes, look: PaperLook) -> bytes:
    """A Word template in that look."""
    if look is PaperLook.PARTY:
        return as_party_paper(template)
    return resize(template, _SMALL_SIZES) if look is PaperLook.SMALL else template


def parts_in(fragments: Mapping[str, bytes], look: PaperLook) -> dict[str, bytes]:
    """Fragments in that look; their styles are those of their host, and what an office typed stays as it is."""
    if look is not PaperLook.PARTY:
        return dict(fragments)
    return {
        name: content if name == BODY else party_worded(content)
        for name, content in fragments.items()
    }


@lru_cache(maxsize=16)
def display_fonts_of(template: bytes) -> tuple[str, ...]:
    """The display fonts that a Word template names in its table of fonts."""
    package = read_package(template, external_ok=True)  # whoever opens the template drops
    table = package.contents.get(_FONTS, b"").decode(errors="replace")
    return tuple(name for name in DISPLAY_FONTS if f'w:name="{name}"' in table)


def names_of(fields: Iterable[Field]) -> frozenset[str]:
    """The names that fields stand under in the data: what comes before their first dot."""
    return frozenset(re.split(r"[.\[]", field.path, maxsplit=1)[0] for field in fields)
