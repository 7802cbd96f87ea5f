"""The values that reading gives: a document as sections, tables and paragraphs with what applies to them."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element

from vbgen.word.reading.formats import ParagraphFormat, RunFormat


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look; `start` is their place in the paragraph's text."""

    text: str
    format: RunFormat
    start: int
    element: _Element = field(repr=False, compare=False)

    @property
    def end(self) -> int:
        """Place after the last letter."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing in a paragraph: `line`, `picture`, `box` or `other`, as large as it is drawn."""

    kind: str
    width_mm: float
    height_mm: float
    element: _Element = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Where words stand in for a tag of a template, none for one that says nothing itself; the tag as it is written."""

    start: int
    end: int
    tag: str
    is_known: bool = False  # it is known what kind of words will stand there


@dataclass(frozen=True, slots=True)
class CellSpot:
    """Table, row and cell, each from 1, in which a paragraph stands."""

    table: int
    row: int
    column: int
    width_mm: float = 0.0


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with the formats that really apply; `text` is what a reader sees, without deletions."""

    runs: tuple[Run, ...]
    text: str
    format: ParagraphFormat
    element: _Element = field(repr=False, compare=False)
    member: str = ""  # the file's member it stands in
    ordinal: int = 0  # among all paragraphs of that member, from 0
    number: int = 0  # from 1, within the body or cell
    part: str = "body"  # body, header, footer
    label: str = ""  # number written by Word itself
    cell: CellSpot | None = None
    boxed: bool = False  # stands in a text box
    section: int = 0
    shapes: tuple[Shape, ...] = ()
    fields: tuple[str, ...] = ()  # PAGE, NUMPAGES, TOC …
    field_looks: tuple[
        RunFormat, ...
    ] = ()  # of the fields' own runs, for fields that show nothing yet
    page_break: bool = False  # holds a page break
    values: tuple[ValuePlace, ...] = ()  # of a template: where words stand in for a value
    origin: str = ""  # of a template: the fragment that it came from
    hidden: str = ""  # letters that are there and not printed

    @cached_property
    def plain(self) -> str:
        """The text in composed letters, blanks at the ends cut off."""
        return unicodedata.normalize("NFC", self.text).strip()

    @property
    def is_empty(self) -> bool:
        """Nothing to see: no letters, drawings or number."""
        return not self.plain and not self.shapes and not self.label


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what stands in it, in order."""

    blocks: "tuple[Paragraph | Table, ...]"
    width_mm: float
    column: int  # grid column, from 0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the cell, those of tables in it too."""
        return tuple(flat(self.blocks))

    @property
    def own_paragraphs(self) -> tuple[Paragraph, ...]:
        """The cell's paragraphs, without those of tables in it."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with what it does at the end of a page."""

    cells: tuple[Cell, ...]
    is_heading: bool
    cannot_split: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `number` counts all tables of the body from 1."""

    rows: tuple[Row, ...]
    number: int
    has_borders: bool
    section: int
    element: _Element = field(repr=False, compare=False)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in reading order."""
        return tuple(flat((self,)))

    @property
    def own_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand in its cells, without those of tables within them."""
        return tuple(
            item for row in self.rows for cell in row.cells for item in cell.own_paragraphs
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one form; measures in millimetres."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    gutter_mm: float
    vertical: str  # top, center, both, bottom
    has_line_numbers: bool
    columns: int
    has_borders: bool
    title_page: bool
    page_start: int | None
    page_format: str
    kind: str  # nextPage, continuous …
    headers: Mapping[str, str]  # default, first, even → member
    footers: Mapping[str, str]
    element: _Element | None = field(repr=False, compare=False)

    def shown(self, references: Mapping[str, str], *, even: bool) -> tuple[str, ...]:
        """The headers or footers that are printed: "first" and "even" only where the section asks for them."""
        kinds = ("default", *(["first"] if self.title_page else []), *(["even"] if even else []))
        return tuple(dict.fromkeys(references[kind] for kind in kinds if kind in references))

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width_mm > self.height_mm

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True)
class Document:
    """A Word file as a reader sees it."""

    body: tuple[Paragraph | Table, ...]
    sections: tuple[Section, ...]
    margins: Mapping[str, tuple[Paragraph, ...]]  # header and footer member → its paragraphs
    roots: Mapping[str, _Element] = field(repr=False, compare=False)
    main: str
    even_headers: bool
    has_deletions: bool
    has_comments: bool
    gutter_on_top: bool = False
    two_on_one: bool = False  # a sheet is cut into two pages
    mirrored: bool = False  # left and right margins change sides on even pages

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the body, tables and text boxes, in reading order."""
        return tuple(flat(self.body))

    @cached_property
    def shown_margins(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all headers and footers that are printed."""
        names = dict.fromkeys(
            name
            for section in self.sections
            for references in (section.headers, section.footers)
            for name in section.shown(references, even=self.even_headers)
        )
        return tuple(item for name in names for item in self.margins.get(name, ()))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables of the body, nested ones too."""
        return tuple(_tables(self.body))


def flat(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Paragraph]:
    """Paragraphs of some blocks, those in tables too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from flat(cell.blocks)


def _tables(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)
