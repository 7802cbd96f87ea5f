"""A kind's template as it goes into use: the agency's size set, the shared fragments, the names that it asks for."""

import re

from vbgen.model.agency import SizeSet
from vbgen.papers.kinds.kind import Kind
from vbgen.word.source import resize
from vbgen.word.template import Template

_SMALL_SIZES = {
    "NationalName": 12,
    "Motto": 13,
    "PlaceDate": 13,
}  # Nghị định 30/2020, Phụ lục I, Mục V, note


def template_source(kind: Kind, sizes: SizeSet) -> bytes:
    """The kind's Word template with the agency's size set."""
    return sized(kind.template.read_bytes(), sizes)


def sized(template: bytes, sizes: SizeSet) -> bytes:
    """A Word template with a set of sizes."""
    return resize(template, _SMALL_SIZES) if sizes is SizeSet.SMALL else template


def names_of(template: Template) -> frozenset[str]:
    """The names that a template asks its data for, without what stands behind their first dot."""
    return frozenset(re.split(r"[.\[]", field.path, maxsplit=1)[0] for field in template.fields())
