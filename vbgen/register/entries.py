"""What is read from the register: entries, certificates, files, links; plain frozen values."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from vbgen.messages import _, current_language
from vbgen.model.dossier import code
from vbgen.words.dates import citation_date


class State(StrEnum):
    """Where an entry stands."""

    RESERVED = "reserved"  # number taken, papers not made
    RENDERED = "rendered"  # papers made and announced, not yet all kept
    ISSUED = "issued"
    PAST = "past"  # written over from a book of the past
    HELD = "held"  # a number for a paper that is being made outside
    OUTSIDE = "outside"  # a paper that was made outside
    VOID = "void"  # the number is given up, with a reason
    REPLACED = "replaced"
    CORRECTED = "corrected"  # in force, with a correction
    AMENDED = "amended"  # in force, some of its content changed
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The words a clerk reads."""
        return _labels(current_language())[self.value]


@cache
def _labels(_language: str) -> dict[str, str]:
    """The words for each state: looked up once in each language, a list asks ten thousand times."""
    return {
        "reserved": _("Đã giữ số, chưa xong"),
        "rendered": _("Đã soạn, chưa lưu xong"),
        "issued": _("Đã cấp số"),
        "past": _("Sổ các năm trước"),
        "held": _("Giữ số cho văn bản lập ngoài"),
        "outside": _("Văn bản lập ngoài"),
        "void": _("Số đã hủy"),
        "replaced": _("Đã được thay thế"),
        "corrected": _("Đã được đính chính"),
        "amended": _("Đã được sửa đổi, bổ sung"),
        "withdrawn": _("Đã thu hồi"),
    }


OPEN = (State.RESERVED, State.RENDERED)
IN_FORCE = (State.ISSUED, State.CORRECTED, State.AMENDED, State.PAST, State.OUTSIDE)


class Relation(StrEnum):
    """How a later document changes an earlier one."""

    REPLACES = "replaces"
    CORRECTS = "corrects"
    AMENDS = "amends"
    WITHDRAWS = "withdraws"

    @property
    def state(self) -> State:
        """The state that the earlier document gets."""
        return {
            "replaces": State.REPLACED,
            "corrects": State.CORRECTED,
            "amends": State.AMENDED,
            "withdraws": State.WITHDRAWN,
        }[self.value]

    @property
    def certificate_state(self) -> State:
        """The state that its certificates get: what is amended is given out anew."""
        return State.REPLACED if self is Relation.AMENDS else self.state

    @property
    def changes_whole(self) -> bool:
        """Whether the earlier document gets its state even where only some certificates are named."""
        return self is Relation.AMENDS

    def ends(self, certificates: Sequence[int]) -> bool:
        """Whether certificates end: a correction leaves all, an amendment those that it does not name."""
        return self not in {Relation.CORRECTS, Relation.AMENDS} or (
            self is Relation.AMENDS and bool(certificates)
        )


_ABOUT = ("Về", "V/v", "V/V")
_SHORT_ABOUT = re.compile(r"\AV/v\s+", re.IGNORECASE)  # of letters only; a book writes it out
_LETTER = "Công văn"
_BY_CHANGE = frozenset(relation.state for relation in Relation)
CHANGED = _BY_CHANGE | {State.VOID}  # no longer as it was issued


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outgoing register (sổ đăng ký văn bản đi)."""

    id: str
    agency: str
    series: str
    year: int
    number: int
    suffix: str  # of an inserted number
    symbol: str
    day: date
    campaign: str
    kind: str
    variant: str
    phase: int | None
    issuer: str
    type_name: str
    subject: str
    signer_name: str
    signer_position: str
    recipients: tuple[str, ...]
    copy_kept_by: str
    copies: int | None
    moved_on: date | None
    note: str
    state: State
    reserved_at: str
    settled_at: str | None
    delivered: bool

    @property
    def code(self) -> str:
        """`05/QĐ-SCT`."""
        return code(self.number, self.symbol, self.suffix)

    @property
    def cited(self) -> str:
        """`Quyết định số 02/QĐ-SCT ngày 05/3/2026`, as one paper names another."""
        name = self.type_name.capitalize() or ("" if self.is_copied else _LETTER)
        return f"{name} số {self.code} ngày {citation_date(self.day)}".strip()

    @property
    def is_copied(self) -> bool:
        """Whether the row was written over from another book; vbgen made no paper for it."""
        return not self.kind

    @property
    def is_open(self) -> bool:
        """Whether its issue was begun and not finished."""
        return self.state in OPEN

    @property
    def type_and_subject(self) -> str:
        """`Quyết định về việc tặng Giấy khen …`; what another book had stays as it was typed."""
        name = self.type_name or ("" if self.is_copied else _LETTER)
        return f"{name} {self.about}".strip()

    @property
    def about(self) -> str:
        """`về việc tặng Giấy khen …`: the subject as it goes on in a sentence."""
        if self.is_copied:
            return _lowered(self.subject, only=_ABOUT)
        return _lowered(_SHORT_ABOUT.sub("về việc ", self.subject))

    def standing(self, remark: str) -> str:
        """The state and the row's remark, the state said once: a change tells it, with the paper that made it."""
        if remark and (self.state in _BY_CHANGE or self.state.label in remark):
            return remark
        return "; ".join(filter(None, (self.state.label, remark)))

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json` and for exports."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        days = {
            "day": self.day.isoformat(),
            "moved_on": self.moved_on and self.moved_on.isoformat(),
        }
        own = {"code": self.code, "state": self.state.value, "recipients": list(self.recipients)}
        return {**values, **days, **own}


@dataclass(frozen=True, slots=True)
class GoldenEntry:
    """One row of the golden book (sổ vàng)."""

    document: str
    decision: str  # code of the decision
    day: date  # of the decision
    series: str
    year: int
    number: int  # within the series, or within the decision
    place: int  # within the decision, from 1
    nominee: str
    name: str
    unit: str
    award: str
    merit: str
    state: State
    ended_by: str  # code and day of the document that withdrew it: "21/QĐ-SCT ngày 05/3/2023"
    decided_by: str = ""  # another agency; empty where the office itself decided

    @property
    def reference(self) -> str:
        """What names the certificate wherever it is looked for: `05/QĐ-SCT:7`, the seventh of that decision."""
        return f"{self.decision}:{self.place}"

    @property
    def remark(self) -> str:
        """What became of it; empty for a certificate in force."""
        if self.state is State.ISSUED:
            return ""
        return f"{self.state.label} theo {self.ended_by}" if self.ended_by else self.state.label

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json` and for exports."""
        values = {**asdict(self), "day": self.day.isoformat(), "state": self.state.value}
        return {**values, "reference": self.reference}


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of a dossier, by its address in the archive."""

    document: str
    name: str
    role: str  # "paper", "single" or "material"
    digest: str
    size: int

    @property
    def is_single(self) -> bool:
        """Whether it is one certificate of many, which are also one file together."""
        return self.role == "single"


@dataclass(frozen=True, slots=True)
class Link:
    """An earlier document, a later one, and what the later does to the earlier."""

    earlier: Entry
    later: Entry
    relation: Relation
    certificates: tuple[int, ...] = ()  # golden-book numbers concerned; empty for all


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; what is None or empty asks nothing."""

    words: str = ""
    subject: str = ""
    recipients: str = ""
    number: int | None = None
    symbol: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None
    kind: str = ""
    series: str = ""
    states: tuple[State, ...] = field(default=())
    most: int | None = (
        None  # so many, those registered last; `limit` and `offset` go by the book's own order
    )
    limit: int | None = None
    offset: int = 0
    suffix: str | None = (
        None  # of an inserted number, whatever its case; empty for a number without one
    )
    elsewhere: bool = False  # decisions of other agencies too, which are no outgoing papers

    @property
    def takes_elsewhere(self) -> bool:
        """Whether they are meant: asked for, or named by number and symbol."""
        return self.elsewhere or bool(self.number is not None and self.symbol)


@dataclass(frozen=True, slots=True)
class Page:
    """Entries in the book's order, as many as were asked for, and how many there are in all."""

    entries: tuple[Entry, ...]
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return len(self.entries) == self.total


def _lowered(text: str, only: Sequence[str] = ()) -> str:
    """The text as it goes on in a sentence: its first letter small, but not that of `UBND`."""
    first = text.partition(" ")[0]
    if (only and first not in only) or (len(first) > 1 and first.isupper()):
        return text
    return text[:1].lower() + text[1:]
