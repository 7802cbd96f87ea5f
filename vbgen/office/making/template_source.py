"""A kind's template as it goes into use: the agency's size set, the shared fragments, the names that it asks for."""

import re
from collections.abc import Iterable
from functools import lru_cache

from vbgen.model.agency import SizeSet
from vbgen.word.package.package import read_package
from vbgen.word.source import resize
from vbgen.word.template import Field
from vbgen.words.fonts.display import DISPLAY_FONTS

_FONTS = "word/fontTable.xml"

_SMALL_SIZES = {
    "NationalName": 12,
    "Motto": 13,
    "PlaceDate": 13,
}  # Nghị định 30/2020, Phụ lục I, Mục V, note


def sized(template: bytes, sizes: SizeSet) -> bytes:
    """A Word template with a set of sizes."""
    return resize(template, _SMALL_SIZES) if sizes is SizeSet.SMALL else template


@lru_cache(maxsize=16)
def display_fonts_of(template: bytes) -> tuple[str, ...]:
    """The display fonts that a Word template names in its table of fonts."""
    package = read_package(template, external_ok=True)  # whoever opens the template drops
    table = package.contents.get(_FONTS, b"").decode(errors="replace")
    return tuple(name for name in DISPLAY_FONTS if f'w:name="{name}"' in table)


def names_of(fields: Iterable[Field]) -> frozenset[str]:
    """The names that fields stand under in the data: what comes before their first dot."""
    return frozenset(re.split(r"[.\[]", field.path, maxsplit=1)[0] for field in fields)
