"""What the register's tables have to hold, derived from the journal alone, act by act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vbgen.model.dossier import RECORD, padded
from vbgen.register.after_issue.deliveries import DELIVERED, Delivery
from vbgen.register.after_issue.signed_files import EVIDENCE_ROLE, SIGNED, SIGNED_ROLE, SignedFile
from vbgen.register.clock import CORRECTED, TOLERANCE
from vbgen.register.entries import OPEN, Relation, State
from vbgen.register.journal import Act
from vbgen.register.proving.block import Block, Key
from vbgen.register.proving.desk_rows import DESK_ACTS, DeskReplay

NUMBERED = frozenset({"reserve", "register", "hold"})  # acts by which a paper gets its number
BOOKED = "golden-book"  # the act that tells of one decision's certificates in a book of the past
NAMELESS = (
    "without_golden_rows"  # in the act of recovering: documents whose certificates' rows are lost
)
ROWLESS = "imports_without_rows"  # there too: imports whose rows are lost
MERGED = "merged"  # in the act of recovering: acts of a second register, whole


@dataclass(slots=True)
class Derived:
    """A document as the acts leave it."""

    id: str
    entry: Mapping[str, Any] = field(
        default_factory=dict
    )  # columns; empty for one of an older book
    key: Key | None = None
    number: int = 0
    suffix: str = ""  # of an inserted number: the a of 06a
    opens: bool = False  # its number is where the office said that the series begins
    skips: bool = False  # it was given with agreement that numbers before it stay without a paper
    after: int = 0  # the last number of the series that this one goes on from
    is_given: bool = False  # by another system, at whatever place
    state: State = State.PAST
    reserved_at: str = ""
    settled_at: str | None = None
    made_from: Mapping[str, str] = field(
        default_factory=dict
    )  # name → digest; stays when the number is given up
    materials: Mapping[str, str] = field(
        default_factory=dict
    )  # those of them that the register names
    papers: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, str] = field(
        default_factory=dict
    )  # signed files, and what their checks relied on
    block: Block | None = None

    @property
    def code(self) -> str:
        """`05/QĐ-SCT`; the identity of one from an older book."""
        return (
            f"{padded(self.number)}{self.suffix}/{self.entry['symbol']}" if self.entry else self.id
        )

    @property
    def series_last(self) -> int:
        """Where its series stands at least: an inserted number stands behind one that was given."""
        behind = bool(self.suffix) and not self.skips
        return max(self.number - 1 if behind else self.number, self.after)

    @property
    def is_open(self) -> bool:
        """Numbered and not settled."""
        return self.state in OPEN

    @property
    def files(self) -> Mapping[str, str]:
        """What the register names for it."""
        return {**self.materials, **self.papers, **self.signed}


@dataclass(frozen=True, slots=True)
class DerivedLink:
    """A row of the table of changes."""

    document: str
    changed_by: str
    relation: str
    certificates: str
    act: int


@dataclass(slots=True)
class Replay:
    """Documents, links and numbers after the acts that were taken, in their order."""

    documents: dict[str, Derived] = field(default_factory=dict)
    links: list[DerivedLink] = field(default_factory=list)
    signatures: list[SignedFile] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    imports: list[Act] = field(default_factory=list)
    desk: DeskReplay = field(default_factory=DeskReplay)
    early: list[Act] = field(default_factory=list)  # made before the act before them
    clock: datetime | None = None  # when the last act was
    nameless: set[str] = field(
        default_factory=set
    )  # given up long ago; nothing kept who its certificates were for

    def follow(self, act: Act) -> None:
        """One more act of the journal itself: its time is looked at too."""
        at = datetime.fromisoformat(act.at)
        if self.clock and at < self.clock - TOLERANCE and act.what != CORRECTED:
            self.early.append(act)
        self.clock = at
        self.take(act)

    def take(self, act: Act) -> None:
        """One more act; those that change no table change nothing."""
        if step := _OF_THE_WHOLE.get(act.what):
            step(self, act)
        elif act.document and (change := _STEPS.get(act.what)):
            change(self, act, self.documents.setdefault(act.document, Derived(act.document)))


def merged_in(act: Act) -> list[Act]:
    """Acts of a second register that this one holds whole."""
    held: Any = act.detail.get(MERGED) or []
    return [Act(**one) for one in held]


def role_of(name: str, names: Mapping[str, str]) -> str:
    """`paper` for a Word file, the PDF beside it and the dossier's record; `single` for a certificate of its own."""
    stem, _dot, ending = name.rpartition(".")
    is_paper = name == RECORD or ending == "docx" or f"{stem}.docx" in names
    return "paper" if is_paper else "single"


def signed_role(name: str) -> str:
    """`signed` for a signed PDF file, `evidence` for what its check relied on."""
    return SIGNED_ROLE if name.endswith(".pdf") else EVIDENCE_ROLE


def second(at: str) -> str:
    """An act's time as the register's rows have it."""
    return datetime.fromisoformat(at).isoformat(timespec="seconds")


def _import(replay: Replay, act: Act) -> None:
    replay.imports.append(act)


def _about_the_desk(replay: Replay, act: Act) -> None:
    replay.desk.take(act)


def _recover(replay: Replay, act: Act) -> None:
    """What was lost for good is told; then the acts of the second register are taken as acts of this one."""
    detail: Mapping[str, Any] = act.detail
    replay.nameless.update(detail.get(NAMELESS) or ())
    lost = detail.get(ROWLESS) or ()
    replay.imports = [one for one in replay.imports if one.digest not in lost]
    for one in merged_in(act):
        replay.take(one)


def _reserve(_replay: Replay, act: Act, one: Derived) -> None:
    detail: Mapping[str, Any] = act.detail
    one.entry, one.number = detail["entry"], int(detail["number"])
    one.key = (str(one.entry["agency"]), str(detail["series"]), int(detail["year"]))
    one.suffix = str(detail.get("suffix", ""))
    one.opens = detail.get("opens_at") == one.number
    one.skips, one.is_given = bool(detail.get("skipped")), bool(detail.get("given"))
    one.after = int((detail.get("goes_on_from") or {}).get("last", 0))
    one.state, one.reserved_at = State.RESERVED, second(act.at)
    one.made_from = one.materials = detail.get("files", {})
    if golden := detail.get("golden_book"):
        one.block = Block.told(golden)


def _book(_replay: Replay, act: Act, one: Derived) -> None:
    """Certificates of a golden book of the past, of a decision that has none yet."""
    detail: Mapping[str, Any] = act.detail
    one.block = Block.told(detail["golden_book"])
    one.block.become(State.ISSUED, None)


def _register(replay: Replay, act: Act, one: Derived) -> None:
    """A paper made outside: registered, with a number of its own or the one that was held for it."""
    was_held, was_given, reserved_at = one.state is State.HELD, one.is_given, one.reserved_at
    opened, skipped, after = one.opens, one.skips, one.after
    _reserve(replay, act, one)
    one.state = State.OUTSIDE
    if was_held:  # how its number was come by, the act that held it has told
        one.reserved_at, one.is_given = reserved_at, was_given
        one.opens, one.skips, one.after = opened, skipped, after


def _hold(replay: Replay, act: Act, one: Derived) -> None:
    _reserve(replay, act, one)
    one.state = State.HELD


def _render(_replay: Replay, act: Act, one: Derived) -> None:
    one.state, one.papers = State.RENDERED, _files(act)


def _settle(_replay: Replay, act: Act, one: Derived) -> None:
    one.state, one.settled_at = State.ISSUED, second(act.at)
    one.papers = {name: digest for name, digest in _files(act).items() if name not in one.materials}
    if one.block:
        one.block.become(State.ISSUED, None)


def _sign(replay: Replay, act: Act, one: Derived) -> None:
    one.signed = {**one.signed, **_files(act)}
    links: Any = act.detail.get("signed") or ()
    replay.signatures += [SignedFile(one.id, **link, act=act.seq) for link in links]


def _deliver(replay: Replay, act: Act, one: Derived) -> None:
    lines: Any = act.detail.get("deliveries") or ()
    replay.deliveries += [Delivery.told(one.id, line, act.seq) for line in lines]


def _void(_replay: Replay, act: Act, one: Derived) -> None:
    if act.detail.get("was") in OPEN:
        one.materials, one.papers = {}, {}
    one.state = State.VOID
    if one.block:
        one.block.give_up()


def _change(replay: Replay, act: Act, one: Derived) -> None:
    detail: Mapping[str, Any] = act.detail
    relation, by = Relation(act.what), str(detail["by"])
    numbers = [int(number) for number in detail.get("certificates") or ()]
    shown = ",".join(map(str, numbers))
    replay.links.append(DerivedLink(one.id, by, relation.value, shown, act.seq))
    if relation.changes_whole or not numbers:
        one.state = relation.state
    if one.block is None or not relation.ends(numbers):
        return
    if numbers:
        one.block.apart |= dict.fromkeys(numbers, (relation.certificate_state, by))
    else:
        one.block.become(relation.certificate_state, by)


def _files(act: Act) -> dict[str, str]:
    files = act.detail.get("files")
    return (
        {str(name): str(digest) for name, digest in files.items()}
        if isinstance(files, dict)
        else {}
    )


_OF_THE_WHOLE = {  # acts that are about no one document
    "import": _import,
    "recover": _recover,
    **dict.fromkeys(DESK_ACTS, _about_the_desk),
}
_STEPS = {
    "reserve": _reserve,
    "register": _register,
    "hold": _hold,
    BOOKED: _book,
    "render": _render,
    "settle": _settle,
    SIGNED: _sign,
    DELIVERED: _deliver,
    "void": _void,
    **{relation.value: _change for relation in Relation},
}
