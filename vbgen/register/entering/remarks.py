"""What has to be known about an entry of the register, said in words."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from vbgen.messages import _
from vbgen.model.dossier import padded
from vbgen.register import reading
from vbgen.register.entries import Entry, Link, Relation, State

_CHANGES = {
    Relation.REPLACES: "Thay thế",
    Relation.CORRECTS: "Đính chính",
    Relation.AMENDS: "Sửa đổi, bổ sung",
    Relation.WITHDRAWS: "Thu hồi",
}
_SAID = frozenset({State.PAST, State.HELD, State.OUTSIDE})  # states that the book's remark names


def remarks(connection: Connection, entries: Sequence[Entry]) -> dict[str, str]:
    """Entry's id → the remark of its row: given up and why, changed by which paper, which papers it changes."""
    void = [entry.id for entry in entries if entry.state is State.VOID]
    reasons, changes = reading.void_reasons(connection, void), dict[str, list[str]]()
    for link in reading.links_of(connection, [entry.id for entry in entries]):
        changes.setdefault(link.earlier.id, []).append(_changed_by(link))
        changes.setdefault(link.later.id, []).append(_changes(link))
    return {
        entry.id: "; ".join([*_own(entry, reasons.get(entry.id, "")), *changes.get(entry.id, ())])
        for entry in entries
    }


def _own(entry: Entry, reason: str) -> Iterator[str]:
    if entry.note:
        yield entry.note
    if entry.state is State.VOID:
        yield f"Số đã hủy: {reason}".rstrip(": ")
    elif entry.is_open or entry.state in _SAID:
        yield entry.state.label


def _changes(link: Link) -> str:
    return f"{_CHANGES[link.relation]} {link.earlier.cited}"


def _changed_by(link: Link) -> str:
    passive = {
        Relation.REPLACES: _("Đã được thay thế bằng"),
        Relation.CORRECTS: _("Đã được đính chính theo"),
        Relation.AMENDS: _("Đã được sửa đổi, bổ sung theo"),
        Relation.WITHDRAWS: _("Đã thu hồi theo"),
    }[link.relation]
    some = f" (giấy khen số {', '.join(map(padded, link.certificates))})"
    head, _space, by = passive.rpartition(" ")
    named = f"{head}{some} {by}" if link.certificates else passive
    return f"{named} {link.later.cited}"
