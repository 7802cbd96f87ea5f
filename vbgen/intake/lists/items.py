"""Lists without a table: which paragraph is an item that names a recipient."""

from vbgen.intake.lists.gathering import ListContext
from vbgen.intake.lists.groups import group_said
from vbgen.intake.lists.lines import line_parts
from vbgen.intake.lists.recipients import (
    NamedRecipient,
    is_called_collective,
    is_numbered,
    recipient_named,
)
from vbgen.intake.sources.values import SeenCell, SeenRow
from vbgen.model.movement import RecipientKind

_LONGEST_LINE, _LONGEST_NAME = 500, 110
_ENDS = (".", ";")


def is_collective_item(row: SeenRow, around: ListContext) -> bool:
    """A line of a unit in a group of collectives: numbered, or ending as items do; the unit is who is proposed."""
    cell = row.first
    if cell is None or not _in_collectives(around) or group_said(cell, around.known).kind:
        return False
    is_item = _is_numbered(row, cell) or cell.text.endswith(_ENDS)
    return is_item and _is_short(cell) and recipient_named(cell.text).kind is not None


def names_somebody(row: SeenRow, around: ListContext, has_people: bool) -> bool:
    """A line of a list without a table: it begins with a name, behind a number, a dash or a form of address."""
    cell = row.first
    if cell is None or len(row.own) > 1 or len(cell.text) > _LONGEST_LINE:
        return False
    named = line_parts(cell.text, around.known).recipient
    if named.kind is None:
        return False
    is_item = _is_numbered(row, cell)
    if named.kind.is_person:
        return is_item or _is_called(named, around)
    return _is_short(cell) and _is_of_list(cell, named, around, is_item, has_people)


def _is_of_list(
    cell: SeenCell, named: NamedRecipient, around: ListContext, is_item: bool, has_people: bool
) -> bool:
    """An item of a group of collectives; else a household, or what calls itself a collective, in a list of lines."""
    if _in_collectives(around):
        return is_item or cell.text.endswith(_ENDS)
    is_told = named.kind is RecipientKind.HOUSEHOLD or is_called_collective(cell.text)
    return is_item and is_told and (around.honour is not None or has_people)


def _is_numbered(row: SeenRow, cell: SeenCell) -> bool:
    return bool(row.label) or is_numbered(cell.text)


def _is_short(cell: SeenCell) -> bool:
    return len(cell.text) <= _LONGEST_NAME


def _is_called(named: NamedRecipient, around: ListContext) -> bool:
    """Spoken to as a person, or under a heading that tells of whom the lines are."""
    return bool(named.honorific) or around.groups.kind is not None


def _in_collectives(around: ListContext) -> bool:
    group = around.groups.kind
    return group is not None and not group.is_person
