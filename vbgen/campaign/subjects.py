"""The sheets and columns of a campaign, read off the model: what every form, message and file format goes by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from vbgen.model.campaign import Campaign
from vbgen.model.field import Choice, Record
from vbgen.model.references import REFERENCES
from vbgen.words.names import fold


class Kind(Enum):
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
    kind: Kind
    required: bool
    default: object = None
    note: str = ""
    example: object = None
    choice: type[Choice] | None = None
    optional: bool = False  # may hold nothing at all
    points_to: str = ""  # field of Campaign whose ids it holds


@dataclass(frozen=True, slots=True)
class Subject:
    """One field of the campaign: a sheet, and a key of the YAML file."""

    field: str
    title: str
    record: type[Record]
    is_table: bool
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        """The column of a field; KeyError for an unknown one."""
        return {column.field: column for column in self.columns}[field]


@cache
def subjects() -> tuple[Subject, ...]:
    """Every sheet, in the order of the workbook."""
    return tuple(_subject(name, info) for name, info in Campaign.model_fields.items())


@cache
def subject(field: str) -> Subject:
    """The sheet of one field of the campaign; KeyError for an unknown one."""
    return {each.field: each for each in subjects()}[field]


def heading_key(text: str) -> str:
    """What two spellings of a heading have in common: marks, case, blanks, `*` and `:` do not count."""
    return re.sub(r"[^a-z0-9%]+", " ", fold(text)).strip()


def nearest(text: str, known: Iterable[str]) -> str:
    """The known word that looks most like `text`; empty when none does."""
    by_key = {heading_key(word): word for word in known}
    near = get_close_matches(heading_key(text), by_key, n=1, cutoff=0.72)
    return by_key[near[0]] if near else ""


def _subject(name: str, info: FieldInfo) -> Subject:
    annotation: Any = info.annotation
    is_table = get_origin(annotation) is tuple
    record = get_args(annotation)[0] if is_table else annotation
    columns = tuple(_column(name, field, inner) for field, inner in record.model_fields.items())
    return Subject(name, info.title or name, record, is_table, columns)


def _column(table: str, field: str, info: FieldInfo) -> Column:
    bare, optional = _without_none(info.annotation)
    pointed = [target for source, name, target in REFERENCES if (source, name) == (table, field)]
    return Column(
        field=field,
        title=info.title or field,
        kind=_kind(bare),
        required=info.is_required(),
        default=None if info.is_required() else info.default,
        note=info.description or "",
        example=info.examples[0] if info.examples else None,
        choice=bare if issubclass(bare, Choice) else None,
        optional=optional,
        points_to=pointed[0] if pointed else "",
    )


def _without_none(annotation: Any) -> tuple[type, bool]:  # noqa: ANN401 - a type annotation can be anything
    if get_origin(annotation) is UnionType:
        bare = next(part for part in get_args(annotation) if part is not type(None))
        return bare, True
    return annotation, False


def _kind(bare: type) -> Kind:
    if issubclass(bare, Choice):
        return Kind.CHOICE
    kinds = {
        str: Kind.TEXT,
        int: Kind.INTEGER,
        bool: Kind.TRUTH,
        Decimal: Kind.DECIMAL,
        datetime: Kind.MOMENT,
        date: Kind.DATE,
    }
    return kinds[bare]
