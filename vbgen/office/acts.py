"""An act of the office: one request with plain values, one answer that each face words for itself."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from vbgen.errors import Problem

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class Answer:
    """What came of an act, and what a person should look at."""

    problems: tuple[Problem, ...] = field(default=(), kw_only=True)

    def as_json(self) -> dict[str, object]:
        """Its values for programs, but for the sentence and the problems, which a face words."""
        return {}


AnswerT = TypeVar("AnswerT", bound=Answer)


class RegisterPart(Enum):
    """What of the register an answer about a campaign comes from."""

    NOTHING = "nothing"
    ITS_PAPERS = (
        "its papers"  # the campaign's own, the acts about them, and that they were handed over
    )
    ALL = "all"


@dataclass(frozen=True)
class Request(ABC, Generic[AnswerT]):
    """What is asked of the office: a frozen dataclass of plain values."""

    needs_converter: ClassVar[bool] = (
        False  # which takes seconds to start, and stays warm where it was asked
    )

    answers_alike: ClassVar[bool] = (
        False  # whenever it is asked: it names all that its answer comes from
    )

    reads_register: ClassVar[RegisterPart] = RegisterPart.ALL  # for who keeps an answer

    @abstractmethod
    def carry_out(self, office: "Office") -> AnswerT:
        """The office's own procedure; faces call `Office.do`."""
