"""What the office decides before a number is taken: particulars of the paper, its series, who is honoured by it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

RECORD = "dossier.json"  # name of the kept file that names all files of one act of issuing
_LAST_LONE_FIGURE = 9


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts, when (with its offset), and why."""

    who: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A series of numbers (dãy số) of an agency in a year; year 0 is a series that runs on over the years."""

    agency: str
    series: str
    year: int
    first: int = 1  # the number it opens with, or jumps to when it stands lower
    is_set: bool = field(default=False, compare=False)  # the office has said where it opens
    by_type: bool | None = field(
        default=None, compare=False
    )  # each type has a series now; None: nobody knows
    apart: tuple[str, ...] = field(default=(), compare=False)  # series that the settings name


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number that somebody else has given: another system, the office's own book. `06a` was inserted behind 06."""

    number: int
    suffix: str = ""

    def __str__(self) -> str:
        return f"{padded(self.number)}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the outgoing register writes of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục IV and VI), but its number."""

    agency: str  # the register it stands in
    issuer: str  # cơ quan ban hành
    campaign: str
    kind: str
    symbol: str
    day: date
    subject: str
    variant: str = ""
    phase: int | None = None
    type_name: str = ""  # empty for a công văn
    signer_name: str = ""
    signer_position: str = ""
    recipients: tuple[str, ...] = ()
    copy_kept_by: str = ""
    copies: int | None = None
    note: str = ""

    @property
    def paper(self) -> str:
        """What there is one of in force: this paper of this campaign and phase."""
        words = (
            self.campaign,
            self.kind,
            self.variant,
            f"phase-{self.phase}" if self.phase else "",
        )
        return "/".join(filter(None, words))


@dataclass(frozen=True, slots=True)
class Honoured:
    """Who gets one certificate, as the golden book (sổ vàng) writes it."""

    nominee: str
    name: str
    unit: str
    award: str
    merit: str


class Approved(StrEnum):
    """What is known of a paper's approval when its number is taken."""

    NOT_STATED = "not-stated"
    STATED_SIGNED = "stated-signed"  # the clerk states that the paper was signed
    APPROVED = "approved"  # its signer approved the draft, which is unchanged


@dataclass(frozen=True, slots=True)
class Approval:
    """Whether the paper was approved, by whom, and by which act of the journal."""

    state: Approved = Approved.NOT_STATED
    by: str = ""
    act: int = 0

    def as_json(self) -> dict[str, object]:
        """Plain values; what is empty is left out."""
        told = {"by": self.by, "act": self.act}
        return {"state": self.state.value, **{name: value for name, value in told.items() if value}}


@dataclass(frozen=True, slots=True)
class Consent:
    """What the clerk agreed to before the number was taken, and the paper's approval; intent and journal keep it."""

    doubts: tuple[str, ...] = ()  # codes
    form_errors: tuple[str, ...] = ()  # codes of the errors of form that were let pass
    reason: str = ""  # why they were
    approval: Approval = Approval()

    def as_json(self) -> dict[str, object]:
        """Plain values; what is empty is left out."""
        values = {
            "doubts": list(self.doubts),
            "form_errors": list(self.form_errors),
            "reason": self.reason,
        }
        return {
            "approval": self.approval.as_json(),
            **{name: value for name, value in values.items() if value},
        }


@dataclass(frozen=True, slots=True)
class Intent:
    """The whole intent of one act of issuing: with it alone the papers can be made, today or in twenty years."""

    id: str
    particulars: Particulars
    counter: Counter
    materials: Mapping[str, bytes] = field(
        default_factory=dict
    )  # path → what the papers are made from
    golden_book: Counter | None = None
    honoured: tuple[Honoured, ...] = ()  # in print order
    consent: Consent = Consent()
    given: GivenNumber | None = None  # the number, where another system has given it
    is_sole: bool = (
        False  # no other entry of the same paper is in force, but the one that it replaces
    )
    replaces: str = ""  # id of that entry


def padded(number: int) -> str:
    """`05`, `12`: below ten a zero stands first (Phụ lục I, Mục II.3)."""
    return f"{number:02}" if number <= _LAST_LONE_FIGURE else str(number)


def code(number: int, symbol: str, suffix: str = "") -> str:
    """`05/QĐ-SCT`; `06a/QĐ-SCT` for an inserted number; `05-QĐ/ĐU` for a symbol that brings its own dash."""
    return f"{padded(number)}{suffix}{behind(symbol)}"


def behind(symbol: str) -> str:
    """What follows the number: `/QĐ-SCT`, or `-QĐ/ĐU` as the Party and the unions of youth write it."""
    return symbol if symbol.startswith("-") else f"/{symbol}"


def file_name(number: int, symbol: str, suffix: str = "") -> str:
    """`05-QĐ-SCT`: a code that any file system takes."""
    return re.sub(r"[^\w.-]+", "-", code(number, symbol, suffix))


def outgoing_name(original: str) -> str:
    """What the newest signed file of an issued one is called outside of the archive: `award-decision.signed.pdf`."""
    return f"{original.removesuffix('.pdf')}.signed.pdf"
