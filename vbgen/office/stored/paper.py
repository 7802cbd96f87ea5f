"""One paper's values as a file, `<paper>.values.json`, and back again.

The file is canonical: the same values give the same bytes. docs/register.md tells its layout for other programs.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.files import canonical_json
from vbgen.office.stored.reading import Reader
from vbgen.office.stored.slots import Filling, refuse_leaks
from vbgen.office.stored.writing import Writer

FORMAT = "vbgen-values/1"


@dataclass(frozen=True, slots=True)
class RowName:
    """What one certificate of many is called."""

    key: str  # `0007-nguyen-thi-anh`
    name: str  # what must be read on its page
    title: str  # of its PDF file


@dataclass(frozen=True, slots=True)
class PaperValues:
    """What a paper's template is given, and what each of its certificates is called."""

    values: Mapping[str, object]  # name that the template uses → value
    rows: tuple[RowName, ...] = ()

    def as_read(self) -> "PaperValues":
        """The same as templates read them once they are stored; so drafts show what will be issued."""
        writer = Writer()
        tree = writer.tree(dict(self.values))
        values = Reader(None, writer.pictures).value(tree)
        return PaperValues(values, self.rows)


@dataclass(frozen=True, slots=True)
class About:
    """Which paper it is, as far as making it needs to know."""

    kind: str
    variant: str
    title: str  # of its kind
    page_filling: bool
    sizes: str  # the agency's set of sizes, by its code

    @property
    def stem(self) -> str:
        """`award-decision-titles`: its files' name without ending."""
        return stem_of(self.kind, self.variant)


def stem_of(kind: str, variant: str) -> str:
    """`award-decision-titles`."""
    return "-".join(filter(None, (kind, variant)))


def written(about: About, said: PaperValues) -> tuple[bytes, dict[str, bytes]]:
    """The file's content, and the pictures that it names; ValueError for a value that reckons with a slot's number."""
    writer = Writer()
    tree = {
        "format": FORMAT,
        "kind": about.kind,
        "page_filling": about.page_filling,
        "rows": [
            [writer.tree(part) for part in (row.key, row.name, row.title)] for row in said.rows
        ],
        "sizes": about.sizes,
        "title": about.title,
        "values": {name: writer.tree(said.values[name]) for name in sorted(said.values)},
        "variant": about.variant,
    }
    content = canonical_json(tree)
    refuse_leaks(content.decode())
    return content, writer.pictures


def read(
    content: bytes, pictures: Mapping[str, bytes], filling: Filling
) -> tuple[About, PaperValues]:
    """Which paper it is, and its values with the numbers in their places."""
    tree = json.loads(content)
    reader = Reader(filling, pictures)
    rows = tuple(RowName(*map(reader.value, row)) for row in tree["rows"])
    values = {name: reader.value(each) for name, each in tree["values"].items()}
    about = About(tree["kind"], tree["variant"], tree["title"], tree["page_filling"], tree["sizes"])
    return about, PaperValues(values, rows)
