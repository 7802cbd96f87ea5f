"""Columns told by what stands in them, where no heading says what they hold."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.awards import honours_named
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
        ListColumn(number, _GUESSED.get(name, name), _titled(number), is_certain=name == "ordinal")
        for number, name in fields.items()
    )
    return ListHeading(columns, 0, filled[0].place)


_GUESSED = {"position": "post", "figure": "unread"}  # of a column without any title


def by_content(heading: ListHeading, rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading:
    """The heading with columns of unknown titles told by what stands in them, where no other column holds that."""
    taken = {each.field for each in heading.columns if each.is_certain}
    rows = [row for row in rows if any(each.number in row.own for each in heading.names)]
    columns = tuple(
        _confirmed(each, rows, known, taken) if each.field else _told_by(each, rows, known, taken)
        for each in heading.columns
    )
    return replace(heading, columns=columns)


def _confirmed(
    column: ListColumn, rows: Sequence[SeenRow], known: KnownOffice, taken: AbstractSet[str]
) -> ListColumn:
    """A likely reading of a heading is sure where all that stands below agrees, and idle beside a surer column."""
    if column.is_certain:
        return column
    if column.field in taken:
        return replace(column, field="unread", is_certain=True)
    texts = [row.own[column.number].text for row in rows if column.number in row.own]
    holds = _HELD_BY.get(column.field)
    agrees = bool(texts) and holds is not None and all(holds(each, known) for each in texts)
    return replace(column, is_certain=agrees)


_HELD_BY: Mapping[str, Callable[[str, KnownOffice], bool]] = {
    "position": lambda text, _known: is_position(text),
    "unit": lambda text, known: is_unit_name(text) or known.has_unit(text),
    "department": lambda text, known: is_unit_name(text) or known.has_unit(text),
    "honour": lambda text, known: all(honours_named(text, known)),
}


def _told_by(
    column: ListColumn, rows: Sequence[SeenRow], known: KnownOffice, taken: AbstractSet[str]
) -> ListColumn:
    """An honour leaves no other reading; a unit or a position is doubtful; figures and further names are idle."""
    found = _field(rows, column.number, known)
    if found in _IDLE or (found == "full_name" and found in taken):
        return replace(column, field="unread")
    is_free = found in _TOLD and not taken & {found, *_SAME.get(found, ())}
    return replace(column, field=found, is_certain=found == "honour") if is_free else column


_TOLD = frozenset({"honour", "unit", "gender"})
_SAME = {"honour": ("honour_tick",), "unit": ("post", "department", "class")}
_IDLE = frozenset({"ordinal", "figure"})


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
        ("honour", lambda text: all(honours_named(text, known))),
        ("position", is_position),
        ("birth", lambda text: _BORN.fullmatch(text.strip()) is not None),
        ("figure", lambda text: _FIGURE.fullmatch(text.strip()) is not None),
        ("unit", lambda text: is_unit_name(text) or known.unit_called(text) is not None),
    )
    return next((name for name, holds in tests if _mostly(texts, holds)), "")


_YEAR_DIGITS = 4
_BORN = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[3-9]\d|20[01]\d)")
_FIGURE = re.compile(
    r"[\d\s.,/%+()-]+|\S+@\S+|[\d.,]+\s*(?:đồng|đ|triệu|tỷ|m2|ha|năm|%)\S*", re.IGNORECASE
)


def _mostly(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(holds, texts)) >= _MOST * len(texts)
