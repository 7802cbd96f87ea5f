"""The base of every value in a campaign, and words that a clerk chooses from a list."""

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen row of data; each field carries its Vietnamese title, and a note for the heading, once."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

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
