"""A kind's template as it goes into use: the agency's size set, the shared fragments, the names that it asks for."""

import re
from collections.abc import Iterable

from vbgen.model.agency import SizeSet
from vbgen.word.source import resize
from vbgen.word.template import Field

_SMALL_SIZES = {
    "NationalName": 12,
    "Motto": 13,
    "PlaceDate": 13,
}  # Nghị định 30/2020, Phụ lục I, Mục V, note


def sized(template: bytes, sizes: SizeSet) -> bytes:
    """A Word template with a set of sizes."""
    return resize(template, _SMALL_SIZES) if sizes is SizeSet.SMALL else template


def names_of(fields: Iterable[Field]) -> frozenset[str]:
    """The names that fields stand under in the data: what comes before their first dot."""
    return frozenset(re.split(r"[.\[]", field.path, maxsplit=1)[0] for field in fields)
