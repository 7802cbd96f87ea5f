"""The delivery book: what became of an issued paper on its way out, written down when it is known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _, quoted
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.desk import Desk
from vbgen.office.references import find
from vbgen.office.registry.searches import warnings_at
from vbgen.office.registry.typed_lines import typed_lines
from vbgen.register import Entry, State
from vbgen.register.books import is_kept_copy
from vbgen.register.entries import OPEN
from vbgen.words.dates import citation_date

if TYPE_CHECKING:
    from vbgen.office.office import Office

_NOTHING_TO_SEND = (*OPEN, State.HELD, State.VOID)


@dataclass(frozen=True)
class DeliveriesShown(Answer):
    """A paper's lines as they stand, and who of its recipients has none yet."""

    entry: Entry
    lines: tuple[DeliveryLine, ...]
    waiting: tuple[str, ...]
    written: tuple[int, ...] = ()  # lines that this act wrote

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "id": self.entry.id,
            "code": self.entry.code,
            "deliveries": [line.as_json() for line in self.lines],
            "waiting": list(self.waiting),
            "written": list(self.written),
        }


@dataclass(frozen=True)
class ShowDeliveries(Request[DeliveriesShown]):
    """Where a paper went and who signed for it; by its code or its identity."""

    reference: str
    year: int | None = None

    def carry_out(self, office: "Office") -> DeliveriesShown:
        """As it stands."""
        desk = office.desk_to_look()
        entry = find(desk.register, self.reference, self.year)
        return replace(_shown(desk, entry), problems=warnings_at(desk))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDelivery:
    """A paper sent on one day in one way; a line for each recipient."""

    recipients: tuple[str, ...] = ()
    to_all: bool = False  # to every recipient of the paper that has no line yet
    moved_on: date
    way: DeliveryWay = DeliveryWay.BY_HAND
    copies: int | None = None  # for each
    received_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryChange:
    """What is known of a line now; None leaves what stands."""

    line: int
    moved_on: date | None = None
    recipient: str | None = None
    way: DeliveryWay | None = None
    copies: int | None = None
    received_by: str | None = None
    note: str | None = None
    is_struck: bool | None = None

    def applied(self, line: DeliveryLine) -> DeliveryLine:
        """The line as it stands from then on."""
        said = {name: getattr(self, name) for name in self.__slots__}
        known = {name: value for name, value in said.items() if value is not None}
        return replace(line, **known)


@dataclass(frozen=True)
class WriteDeliveries(Request[DeliveriesShown]):
    """New lines of the delivery book, and what became known of earlier ones; all in one act or none."""

    reference: str
    new: tuple[NewDelivery, ...] = ()
    changes: tuple[DeliveryChange, ...] = ()
    why: str = ""
    year: int | None = None

    def carry_out(self, office: "Office") -> DeliveriesShown:
        """Written; ProblemsFoundError with all that cannot be, and nothing is written then."""
        desk = office.desk_to_act()
        entry = find(desk.register, self.reference, self.year)
        if entry.state in _NOTHING_TO_SEND:
            raise _not_sent(entry)
        before = _shown(desk, entry)
        lines = tuple(map(_in_lines, (*self._changed(before), *self._new(before))))
        today = desk.clock().date()
        if problems := tuple(_problems(entry, lines, today)):
            raise ProblemsFoundError(_("Chưa ghi gì vào sổ chuyển giao."), problems)
        desk.enter_archive()
        written = desk.register.write_deliveries(entry.id, lines, desk.stamp(self.why))
        desk.mirror()
        return replace(_shown(desk, entry), written=tuple(one.line for one in written))

    def _changed(self, before: DeliveriesShown) -> Iterator[DeliveryLine]:
        standing = {one.line: one for one in before.lines}
        for change in self.changes:
            if change.line not in standing:
                raise UsageError(
                    _(
                        "Sổ chuyển giao của số {code} không có dòng {line}.",
                        code=before.entry.code,
                        line=change.line,
                    )
                )
            yield change.applied(standing[change.line])

    def _new(self, before: DeliveriesShown) -> Iterator[DeliveryLine]:
        for wish in self.new:
            for recipient in (*wish.recipients, *(before.waiting if wish.to_all else ())):
                yield DeliveryLine(
                    line=0,
                    moved_on=wish.moved_on,
                    recipient=recipient,
                    way=wish.way,
                    copies=wish.copies,
                    received_by=wish.received_by,
                    note=wish.note,
                )


def _shown(desk: Desk, entry: Entry) -> DeliveriesShown:
    lines = tuple(one.written for one in desk.register.deliveries(entry.id))
    named = {line.recipient for line in lines if not line.is_struck}
    sent = (name for name in entry.recipients if not is_kept_copy(name))
    return DeliveriesShown(entry, lines, tuple(name for name in sent if name not in named))


def _in_lines(line: DeliveryLine) -> DeliveryLine:
    """What was typed, each on one line."""
    recipient, received_by, note = typed_lines(line.recipient, line.received_by, line.note)
    return replace(line, recipient=recipient, received_by=received_by, note=note)


def _problems(entry: Entry, lines: tuple[DeliveryLine, ...], today: date) -> Iterator[Problem]:
    """All that cannot be; each once."""
    if not lines:
        yield Problem("no-delivery", _("Chưa nêu nơi nhận nào để ghi chuyển giao."))
    found = dict[Problem, None]()
    for line in lines:
        found |= dict.fromkeys(_line_problems(entry, line, today))
    yield from found


def _line_problems(entry: Entry, line: DeliveryLine, today: date) -> Iterator[Problem]:
    if not line.recipient:
        yield Problem("no-recipient", _("Chưa ghi nơi nhận."))
    if line.moved_on < entry.day:
        message = _(
            "Ngày chuyển {moved} trước ngày {day} của văn bản {code}.",
            moved=citation_date(line.moved_on),
            day=citation_date(entry.day),
            code=quoted(entry.code),
        )
        yield Problem("moved-before-issue", message)
    if line.moved_on > today:
        message = _(
            "Ngày chuyển {moved} chưa đến; sổ chỉ ghi việc đã làm.",
            moved=citation_date(line.moved_on),
        )
        yield Problem("moved-in-future", message)


def _not_sent(entry: Entry) -> ProblemsFoundError:
    message = _(
        "Số {code}: {state}. Chưa có văn bản để chuyển.",
        code=entry.code,
        state=entry.state.label,
    )
    if entry.state is State.VOID:
        message = _("Số {code} đã hủy nên không có văn bản để chuyển.", code=entry.code)
    return ProblemsFoundError(message, (Problem("nothing-to-deliver", message),))
