"""Columns told by what stands in them, where no heading says what they hold."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.columns import ListColumn, ListHeading
from vbgen.intake.lists.posts import is_position
from vbgen.intake.lists.recipients import is_unit_name, recipient_named
from vbgen.intake.sources.values import SeenRow
from vbgen.messages import _

_MOST = 0.7
_FEWEST = 2


def guessed_heading(rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading | None:
    """A heading for rows without one; every column of it is doubtful. None where no column holds names."""
    filled = [row for row in rows if len(row.own) > 1]
    fields = _fields(filled, known)
    if len(filled) < _FEWEST or list(fields.values()).count("full_name") != 1:
        return None
    columns = tuple(
        ListColumn(number, name, _titled(number), is_certain=name == "ordinal")
        for number, name in fields.items()
    )
    return ListHeading(columns, 0, filled[0].place)


def by_content(heading: ListHeading, rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading:
    """The heading with columns of unknown titles told by what stands in them, where no other column holds that."""
    taken = {each.field for each in heading.columns}
    columns = tuple(
        each if each.field else _told_by(each, rows, known, taken) for each in heading.columns
    )
    return replace(heading, columns=columns)


def _told_by(
    column: ListColumn, rows: Sequence[SeenRow], known: KnownOffice, taken: AbstractSet[str]
) -> ListColumn:
    """An honour leaves no other reading; a unit or a position is doubtful."""
    found = _field(rows, column.number, known)
    is_free = found in _TOLD and not taken & {found, "post", "honour_tick"}
    return replace(column, field=found, is_certain=found == "honour") if is_free else column


_TOLD = frozenset({"honour", "unit", "gender"})


def _fields(rows: Sequence[SeenRow], known: KnownOffice) -> dict[int, str]:
    numbers = sorted({number for row in rows for number in row.own})
    return {number: _field(rows, number, known) for number in numbers}


def _titled(number: int) -> str:
    return _("cột {number} (không có tiêu đề)", number=number)


def _field(rows: Sequence[SeenRow], number: int, known: KnownOffice) -> str:
    texts = [row.own[number].text for row in rows if number in row.own]
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("ordinal", lambda text: text.strip("(). ").isdigit() and len(text) < _YEAR_DIGITS),
        (
            "full_name",
            lambda text: (
                recipient_named(text.split(",")[0]).kind is not None and not is_unit_name(text)
            ),
        ),
        ("gender", lambda text: text.strip().casefold() in {"nam", "nữ"}),
        ("honour", lambda text: bool(known.honour_titled(text))),
        ("post", is_position),
        ("unit", lambda text: is_unit_name(text) or known.unit_called(text) is not None),
    )
    return next((name for name, holds in tests if _mostly(texts, holds)), "")


_YEAR_DIGITS = 4


def _mostly(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(holds, texts)) >= _MOST * len(texts)
