"""The sheets and columns of a campaign, read off the model: what every form, message and file format goes by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from vbgen.campaign.everyday import headings_of
from vbgen.model.campaign import Campaign
from vbgen.model.field import (
    AsSheet,
    Choice,
    InForm,
    Offered,
    Record,
    SheetGroup,
    as_sheet,
    in_form,
)
from vbgen.model.vocabulary import Vocabulary, WordList
from vbgen.words.names import fold


class ColumnKind(Enum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    MOMENT = "moment"  # day and hour
    TRUTH = "truth"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record, as a column of a sheet or a line of a two-column sheet."""

    field: str
    title: str
    kind: ColumnKind
    required: bool
    default: object = None
    note: str = ""
    examples: tuple[object, ...] = ()
    choice: type[Choice] | None = None
    optional: bool = False  # may hold nothing at all
    form: InForm = InForm()  # noqa: RUF009 - frozen
    words: WordList = WordList()  # noqa: RUF009 - frozen; what an open list offers

    def __hash__(self) -> int:
        """By what it is called: the rest is long, and asked for in every cell."""
        return hash((self.field, self.title))

    @property
    def holds_code(self) -> bool:
        """Whether it holds a kind of paper or a design: codes in the data, titles in a form."""
        return self.form.offers in {Offered.PAPERS, Offered.DESIGNS}


@dataclass(frozen=True, slots=True)
class Topic:
    """One field of the campaign: a sheet, and a key of the YAML file."""

    field: str
    title: str
    record: type[Record]
    is_table: bool
    columns: tuple[Column, ...]
    purpose: str = ""
    sheet: AsSheet = AsSheet(SheetGroup.PEOPLE)  # noqa: RUF009 - frozen
    ignored: tuple[str, ...] = ()  # headings of columns that the office keeps for itself
    tells: frozenset[str] = frozenset()  # fields of a heading row that is its own, if not `telling`

    def __hash__(self) -> int:
        """By what it is called, as that of a column."""
        return hash((self.field, self.title))

    @property
    def telling(self) -> frozenset[str]:
        """The fields that make a row data at a glance: all that is required, and its code."""
        return frozenset(
            each.field for each in self.columns if each.required or each.form.made_from
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the sheet is understood by, its title first."""
        return (self.title, self.field, *self.sheet.other_titles)

    def column(self, field: str) -> Column:
        """The column of a field; KeyError for an unknown one."""
        return _columns_by_field(self)[field]


@cache
def _columns_by_field(topic: Topic) -> dict[str, Column]:
    return {column.field: column for column in topic.columns}


@cache
def worded(words: Vocabulary) -> tuple[Topic, ...]:
    """Every sheet, in the order of the workbook, its open lists filled with the office's words."""
    return tuple(_topic(name, info, words) for name, info in Campaign.model_fields.items())


def topics() -> tuple[Topic, ...]:
    """The same without words, for what only asks how the sheets are built."""
    return worded(Vocabulary())


@cache
def topic(field: str) -> Topic:
    """The sheet of one field of the campaign, without words; KeyError for an unknown one."""
    return {each.field: each for each in topics()}[field]


@cache
def from_units() -> tuple[str, ...]:
    """The sheets whose rows a unit may send in a workbook of its own."""
    return tuple(each.field for each in topics() if each.sheet.from_units)


def columns_of(record: type[Record], words: Vocabulary) -> tuple[Column, ...]:
    """A column for each field of a record."""
    return tuple(_column(name, info, words) for name, info in record.model_fields.items())


@lru_cache(maxsize=8192)  # each title is looked for in every row that may be a heading
def heading_key(text: str) -> str:
    """What two spellings of a heading have in common: marks, case, blanks, `*` and `:` do not count."""
    return re.sub(r"[^a-z0-9%]+", " ", fold(text)).strip()


def nearest(text: str, known: Iterable[str]) -> str:
    """The known word that looks most like `text`; empty when none does."""
    by_key = {heading_key(word): word for word in known}
    near = get_close_matches(heading_key(text), by_key, n=1, cutoff=0.72)
    return by_key[near[0]] if near else ""


def _topic(name: str, info: FieldInfo, words: Vocabulary) -> Topic:
    annotation: Any = info.annotation
    is_table = get_origin(annotation) is tuple
    record = get_args(annotation)[0] if is_table else annotation
    columns = tuple(_as_here(column, name, info, words) for column in columns_of(record, words))
    return Topic(
        name,
        info.title or name,
        record,
        is_table,
        columns,
        info.description or "",
        as_sheet(info),
        words.ignored,
    )


def _as_here(column: Column, name: str, table: FieldInfo, words: Vocabulary) -> Column:
    """The column with the table's own examples and headings, where several tables hold one record."""
    own = tuple(row[column.field] for row in table.examples or () if column.field in row)
    added = words.headings_for(column.field, column.title)
    titles = (*column.form.other_titles, *headings_of(name).get(column.field, ()), *added)
    called = replace(column, form=replace(column.form, other_titles=titles))
    return replace(called, examples=own) if own else called


def _column(field: str, info: FieldInfo, words: Vocabulary) -> Column:
    bare, optional = _without_none(info.annotation)
    form = in_form(info)
    return Column(
        field=field,
        title=info.title or field,
        kind=_kind(bare),
        required=info.is_required() and not (form.made_from or form.falls_to),
        default=None if info.is_required() else info.default,
        note=info.description or "",
        examples=tuple(info.examples or ()),
        choice=bare if issubclass(bare, Choice) else None,
        optional=optional,
        form=form,
        words=words.words(form.offers),
    )


def _without_none(annotation: Any) -> tuple[type, bool]:  # noqa: ANN401 - a type annotation can be anything
    if get_origin(annotation) is UnionType:
        bare = next(part for part in get_args(annotation) if part is not type(None))
        return bare, True
    return annotation, False


def _kind(bare: type) -> ColumnKind:
    if issubclass(bare, Choice):
        return ColumnKind.CHOICE
    kinds = {
        str: ColumnKind.TEXT,
        int: ColumnKind.INTEGER,
        bool: ColumnKind.TRUTH,
        Decimal: ColumnKind.DECIMAL,
        datetime: ColumnKind.MOMENT,
        date: ColumnKind.DATE,
    }
    return kinds[bare]
