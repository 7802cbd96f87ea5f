"""What a row is by the row below it: a unit alone above a person heads his group."""

from vbgen.intake.lists.columns import ListHeading
from vbgen.intake.lists.recipients import recipient_named
from vbgen.intake.lists.rows import group_cell
from vbgen.intake.sources.values import SeenRow

_OF_UNITS = ("unit", "department", "post", "class")


def heads_people(row: SeenRow, below: SeenRow | None, heading: ListHeading) -> bool:
    """A unit alone in its row, above a person of whom more is said, in a list that has no column of units."""
    cell, _number = group_cell(row, heading)
    if cell is None or below is None or heading.of(*_OF_UNITS):
        return False
    named = recipient_named(cell.text)
    is_unit = named.kind is not None and not named.kind.is_person
    return is_unit and len(below.own) > len(row.own) and _names_one(below, heading)


def _names_one(row: SeenRow, heading: ListHeading) -> bool:
    names = [row.own[each.number].text for each in heading.names if each.number in row.own]
    kind = recipient_named(" ".join(names)).kind
    return kind is not None and kind.is_person
