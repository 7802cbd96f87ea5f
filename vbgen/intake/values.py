"""What is read out of a file that people sent: each value with its place, the words there, and how sure it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from vbgen.errors import Place, Problem


class Sureness(StrEnum):
    """How sure a reading is."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One value as it was understood; `doubts` says why a person must look, nothing where it is certain."""

    value: object
    place: Place
    words: str  # as they stood
    doubts: tuple[str, ...] = ()

    @property
    def sureness(self) -> Sureness:
        """Whether anything is doubtful about it."""
        return Sureness.DOUBTFUL if self.doubts else Sureness.CERTAIN

    def doubted(self, *why: str) -> Self:
        """The same with more doubts; each is told once."""
        told = dict.fromkeys((*self.doubts, *filter(None, why)))
        return replace(self, doubts=tuple(told)) if any(why) else self

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "value": _plain(self.value),
            "words": self.words,
            "place": self.place.as_json(),
            "sureness": str(self.sureness),
            **({"doubts": list(self.doubts)} if self.doubts else {}),
        }


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value if isinstance(value, (str, int, bool)) or value is None else str(value)


class Involvement(StrEnum):
    """What somebody who is named in a file does there."""

    NOMINEE = "nominee"  # in a list: proposed or commended
    NAMED = "named"  # took part, was reported on


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A person, a collective, a household: the fields that were read, by their names in the model.

    `unit` is the office's own code where the unit was recognised, `unit_name` what the list calls it.
    """

    fields: Mapping[str, ReadValue]
    place: Place
    part: Involvement = Involvement.NOMINEE

    def __getitem__(self, name: str) -> object:
        """The value of a field; empty where it was not read."""
        found = self.fields.get(name)
        return "" if found is None else found.value

    def with_doubt(self, name: str, why: str) -> Self:
        """The same with one more doubt about a field that was read."""
        if name not in self.fields:
            return self
        return replace(self, fields={**self.fields, name: self.fields[name].doubted(why)})

    @property
    def is_nominee(self) -> bool:
        """Whether a list proposes or commends him."""
        return self.part is Involvement.NOMINEE

    @property
    def is_certain(self) -> bool:
        """Whether every field is."""
        return not any(each.doubts for each in self.fields.values())

    def as_json(self) -> dict[str, object]:
        """Values for programs: each field, and the place of the whole."""
        return {
            **{name: value.as_json() for name, value in self.fields.items()},
            "place": self.place.as_json(),
            "part": str(self.part),
            "sureness": str(Sureness.CERTAIN if self.is_certain else Sureness.DOUBTFUL),
        }


@dataclass(frozen=True, slots=True)
class ReadingQuestion:
    """What could not be decided, asked once for all places alike, with its likely answers."""

    code: str
    sentence: str
    place: Place
    key: str  # what an answer is remembered under
    answers: tuple[str, ...] = ()
    count: int = 1  # people that it is about

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "code": self.code,
            "question": self.sentence,
            "place": self.place.as_json(),
            "key": self.key,
            "answers": list(self.answers),
            "count": self.count,
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken into the data, and why."""

    code: str
    why: str
    place: Place
    words: str = ""
    names_person: bool = False  # a person stands there
    may: tuple[str, ...] = ()  # fields that a column of an unknown heading may hold

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "code": self.code,
            "why": self.why,
            "place": self.place.as_json(),
            "words": self.words,
            "person": self.names_person,
        }


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file: the people in it, the parts of the paper that it is, what is asked, and what was left out."""

    file: str
    people: tuple[ReadPerson, ...] = ()
    paper: Mapping[str, "ReadValue | tuple[ReadValue, ...]"] = field(default_factory=dict)
    questions: tuple[ReadingQuestion, ...] = ()
    left: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    fingerprints: tuple[str, ...] = ()  # of the headings of its lists
    may_launch: bool = False
    is_granted: bool = False  # its lists say what was decided, not what is asked for

    @property
    def seen(self) -> int:
        """How many people stand in the file: those that were taken, and those that were not."""
        return self.taken + self.passed_over

    @property
    def is_launch(self) -> bool:
        """Whether it is a paper that may launch a movement: its contents were read."""
        return "issuer" in self.paper and self.may_launch

    @property
    def has_nominees(self) -> bool:
        """Whether a list in it proposes or commends anybody."""
        return any(each.is_nominee for each in self.people)

    @property
    def taken(self) -> int:
        """How many people were taken."""
        return len({each.place for each in self.people})

    @property
    def passed_over(self) -> int:
        """How many people were seen and not taken."""
        return sum(each.names_person for each in self.left)

    @property
    def doubtful(self) -> Iterator[ReadPerson]:
        """The people about whom something is doubtful."""
        return (each for each in self.people if not each.is_certain)

    def as_json(self) -> dict[str, object]:
        """Values for programs; what is doubtful comes first."""
        people = sorted(self.people, key=lambda each: each.is_certain)
        return {
            "file": self.file,
            "people": [each.as_json() for each in people],
            "paper": {name: _part_as_json(value) for name, value in self.paper.items()},
            "questions": [each.as_json() for each in self.questions],
            "left": [each.as_json() for each in self.left],
            "seen": self.seen,
            "taken": self.taken,
        }


def _part_as_json(part: ReadValue | tuple[ReadValue, ...]) -> object:
    """One value, or a list of them."""
    return part.as_json() if isinstance(part, ReadValue) else [each.as_json() for each in part]
