"""The base of every value in a campaign, what a form needs to know of a field, and words chosen from a list."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Record(BaseModel):
    """A frozen row of data; each field carries its Vietnamese title, and a note for the heading, once."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    @classmethod
    def title_of(cls, field: str) -> str:
        """The Vietnamese title of `field`, as it heads an Excel column; KeyError for an unknown one."""
        return cls.model_fields[field].title or field


class Choice(StrEnum):
    """A closed list: the value is the code that YAML holds, the label what a clerk reads and picks in Excel."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """A member whose string value is `code`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Offered(Enum):
    """A list that is open: the law's and the shipped words, and those that an office adds."""

    HONOURS = auto()  # titles and commendation forms (danh hiệu, hình thức khen thưởng)
    PAPERS = auto()  # kinds of paper (loại văn bản)
    DESIGNS = auto()  # how certificates look (mẫu trang trí)


@dataclass(frozen=True, slots=True, kw_only=True)
class InForm:
    """What a form needs to know of a field, beside the title, note and examples of its `Field`."""

    width: float | None = None  # of its column, in letters; None: as its type needs
    is_prose: bool = False  # sentences rather than a name or a code
    goes_on: bool | None = (
        None  # stands within sentences, which set its stops; None: whatever is no prose
    )
    keeps_lines: bool = False  # a name that is set in lines as it is typed; prose keeps them anyhow
    has_looks: bool = False  # bold and italic inside it are kept
    is_key: bool = False  # no two rows have it alike, together with the other keys of the record
    points_to: str = ""  # the field of Campaign whose key it holds
    made_from: tuple[
        str, ...
    ] = ()  # the name, and what tells namesakes apart, that a code is made from
    falls_to: tuple[
        str, ...
    ] = ()  # an empty cell means the one row that it points to with such a value
    offers: Offered | None = None
    other_titles: tuple[str, ...] = ()  # headings that are understood too
    names_person: bool = (
        False  # the full name of a person; in a table of both, of rows of that kind
    )
    is_symbol: bool = False  # an abbreviation that stands in numbers of papers

    @property
    def takes_lines(self) -> bool:
        """Whether Alt+Enter stays: in prose, in names set in lines, and where two people in one cell are told."""
        return self.is_prose or self.keeps_lines or self.names_person

    @property
    def stands_in_sentences(self) -> bool:
        """Whether a stop typed at its end would stand beside the paper's own."""
        if self.goes_on is not None:
            return self.goes_on
        is_code = self.is_key or self.is_symbol or self.points_to or self.offers
        return not (self.is_prose or is_code)


class SheetGroup(Enum):
    """What sheets belong together, as their tabs show."""

    OFFICE = auto()
    MOVEMENT = auto()
    PEOPLE = auto()
    COUNCIL = auto()
    AWARDS = auto()
    PAPERS = auto()


@dataclass(frozen=True, slots=True)
class AsSheet:
    """What a form needs to know of a table of the campaign; its purpose is the `Field`'s description."""

    group: SheetGroup
    from_units: bool = False  # units may send rows of it
    other_titles: tuple[str, ...] = ()  # names of the sheet that are understood too


def in_form(info: FieldInfo) -> InForm:
    """What stands with the field, or what holds of a field that says nothing."""
    return next((each for each in info.metadata if isinstance(each, InForm)), InForm())


def as_sheet(info: FieldInfo) -> AsSheet:
    """What stands with the table; LookupError for one that says nothing."""
    found = [each for each in info.metadata if isinstance(each, AsSheet)]
    if not found:
        raise LookupError(info.title)
    return found[0]


@cache
def keys_of(record: type[Record]) -> tuple[str, ...]:
    """The fields by which a row is told from the others; none where rows may be alike."""
    return tuple(name for name, info in record.model_fields.items() if in_form(info).is_key)
