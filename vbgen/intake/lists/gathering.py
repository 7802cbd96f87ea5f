"""What stands around the rows of a list, and the fields of one recipient while they are gathered."""

from dataclasses import dataclass, field

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.groups import GroupStack
from vbgen.intake.sources.values import SeenCell
from vbgen.intake.values import LeftOut, ReadPerson, ReadValue
from vbgen.model.movement import RecipientKind


@dataclass
class ListReading:
    """What was read out of one sheet."""

    people: list[ReadPerson] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    stated: dict[str, int] = field(default_factory=dict)  # totals that the list states


@dataclass
class ListContext:
    """What stands around the rows of one list: groups, the words above it, what was typed once."""

    known: KnownOffice
    groups: GroupStack = field(default_factory=GroupStack)
    title: str = ""  # of the list that comes, as far as it was read
    kind: RecipientKind | None = None  # whose list its title says it is
    honour: ReadValue | None = None  # of the list's title
    merit: ReadValue | None = None
    unit: ReadValue | None = None  # that sends the list
    last_unit: ReadValue | None = None
    units_once: bool = False
    has_units: bool = False  # a column of the list names units
    may_have_units: bool = False  # a column of an unknown heading may hold units
    collectives_expected: bool = False  # the heading names collectives too


class PersonFields:
    """The fields of one recipient while they are gathered."""

    def __init__(self) -> None:
        self.values: dict[str, ReadValue] = {}

    def put(self, name: str, value: object, cell: SeenCell, *doubts: str) -> None:
        """A value that a cell says; nothing for an empty one without a doubt."""
        told = (*cell.doubts, *filter(None, doubts))
        if value in ("", None) and not told:
            return
        self.values[name] = ReadValue(value, cell.place, cell.text, told)

    def read(self, name: str, value: ReadValue | None) -> None:
        """A value that was read elsewhere."""
        if value is not None and name not in self.values:
            self.values[name] = value

    def doubt(self, name: str, why: str) -> None:
        """One more doubt about a field that is there."""
        if why and name in self.values:
            self.values[name] = self.values[name].doubted(why)
