"""Fragments: parts of documents kept once, put in place by `{%p include "name" %}`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from vbgen.docx.xml import parse_xml
from vbgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Fragments:
    """Where fragments are found: a folder of `.docx` files, or a mapping from name to file or bytes."""

    source: Path | Mapping[str, bytes | Path]


@dataclass(slots=True, eq=False)
class Includer:
    contents: dict[str, bytes]
    name: str
    fragments: Fragments | None
    problems: list[Problem] = field(default_factory=list)
    origins: dict[int, str] = field(default_factory=dict)

    def include(self, member: str) -> etree._Element:
        return parse_xml(self.contents[member], self.name, member)
