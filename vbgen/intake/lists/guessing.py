"""Columns decided together: by the words of their headings and by what stands in them, each field once."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.columns import ListColumn, ListHeading
from vbgen.intake.lists.contents import SOME, agrees, held, is_prose, texts_of
from vbgen.intake.sources.values import SeenRow
from vbgen.messages import _

_FEWEST = 2
_GUESSED = {"position": "post", "figure": "unread"}  # of a column without any title
_IDLE = frozenset({"ordinal", "figure"})
_FIGURES = frozenset({"ordinal", "figure", "birth", "gender"})
_IN_WORDS = frozenset({"position", "post", "unit", "honour", "merit", "address", "full_name"})
_SAME = {
    "honour": ("honour_tick",),
    "unit": ("post", "department", "class"),
    "position": ("post", "class"),
}
_WANTED = ("position", "unit", "honour", "merit")
_TOLD = ("honour", "unit", "gender")
_PLAIN = ("honour", "gender")  # nothing else looks like it
_BY_LEANING = ("full_name", "class", "position", "unit", "department", "address", "merit", "birth",
               "gender", "note", "unread", "proposer")  # fmt: skip
_LEANS = 0.3  # a word in three is one of the field's
_FREE_TEXT = frozenset({"merit", "note", "unread", "proposer"})
_LEANS_ALONE = 0.5


def guessed_heading(rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading | None:
    """A heading for rows without one, told by what stands in them; None where no column holds names.

    A column is certain where every cell agrees and no other column holds the same.
    """
    filled = [row for row in rows if len(row.own) > 1]
    fields = _fields(filled, known)
    said = list(fields.values())
    if len(filled) < _FEWEST or said.count("full_name") != 1:
        return None
    columns = tuple(
        ListColumn(
            number,
            _GUESSED.get(name, name),
            _titled(number),
            is_certain=said.count(name) == 1 and _is_evident(filled, number, name, known),
        )
        for number, name in fields.items()
    )
    return ListHeading(columns, 0, filled[0].place)


def _is_evident(rows: Sequence[SeenRow], number: int, name: str, known: KnownOffice) -> bool:
    """Numbers of rows; else what every cell of several rows holds."""
    if name == "ordinal":
        return True
    return len(rows) > _FEWEST and agrees(name, texts_of(rows, number), known) == 1


def by_content(heading: ListHeading, rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading:
    """The heading with what its words leave open, or say against what stands below, decided by the cells."""
    numbers = {each.number for each in heading.names}
    rows = [row for row in rows if numbers & row.own.keys()]
    texts = {each.number: texts_of(rows, each.number) for each in heading.columns}
    columns = [_uncontradicted(each, texts[each.number], known) for each in heading.columns]
    columns = _last_stage(_named_once(columns, rows, known), texts, known)
    taken = _certain(columns)
    decided: list[ListColumn] = []
    for each in columns:
        told = _confirmed if each.field else _told_by
        decided.append(told(each, texts[each.number], known, taken))
        taken |= _certain(decided[-1:])
    return replace(heading, columns=tuple(decided))


def _certain(columns: Sequence[ListColumn]) -> set[str]:
    return {each.field for each in columns if each.is_certain and each.field}


def _last_stage(
    columns: Sequence[ListColumn], texts: Mapping[int, Sequence[str]], known: KnownOffice
) -> list[ListColumn]:
    """Of several columns of honours under unknown titles (who registers, who proposes, what was concluded) the last."""
    stages = [each for each in columns if _is_stage(each, texts[each.number], known)]
    if len(stages) < 2 or not _is_free("honour", _certain(columns)):  # noqa: PLR2004 - several
        return list(columns)
    is_one = len({tuple(texts[each.number]) for each in stages}) == 1
    idle = {each.number: replace(each, field="unread") for each in stages[:-1]}
    idle[stages[-1].number] = replace(stages[-1], field="honour", is_certain=is_one)
    return _with(columns, idle)


def _is_stage(column: ListColumn, texts: Sequence[str], known: KnownOffice) -> bool:
    return not column.field and held(texts, known) == "honour"


def _uncontradicted(column: ListColumn, texts: Sequence[str], known: KnownOffice) -> ListColumn:
    """A column whose heading promises words and which holds figures, days or sexes says something else."""
    if column.field not in _IN_WORDS or column.honour or held(texts, known) not in _FIGURES:
        return column
    return replace(column, field="unread", is_certain=True)


def _named_once(
    columns: Sequence[ListColumn], rows: Sequence[SeenRow], known: KnownOffice
) -> list[ListColumn]:
    """Of two columns of names that are both filled, one names who is proposed: the plainer title, the first."""
    names = {each.number: each for each in columns if each.field == "full_name"}
    if not _are_doubled(names, rows) or _stand_side_by_side(columns):
        return list(columns)
    best = max(names, key=lambda at: (known.leans(names[at].title, "full_name"), -at))
    others = {at: replace(each, field="unread") for at, each in names.items() if at != best}
    return _with(columns, others)


def _with(columns: Sequence[ListColumn], made: Mapping[int, ListColumn]) -> list[ListColumn]:
    """The columns with some of them made anew."""
    return [made.get(each.number, each) for each in columns]


def _are_doubled(names: Mapping[int, ListColumn], rows: Sequence[SeenRow]) -> bool:
    return any(len(names.keys() & row.own.keys()) > 1 for row in rows)


def _stand_side_by_side(columns: Sequence[ListColumn]) -> bool:
    """Lists beside each other, each with its own numbers."""
    return sum(each.field == "ordinal" for each in columns) > 1


def _confirmed(
    column: ListColumn, texts: Sequence[str], known: KnownOffice, taken: AbstractSet[str]
) -> ListColumn:
    """A likely reading of a heading is sure where all that stands below agrees, and idle beside a surer column."""
    if column.is_certain:
        return column
    if column.field in taken:
        return replace(column, field="unread", is_certain=True)
    if column.field == "honour":
        return column
    return replace(column, is_certain=agrees(column.field, texts, known) == 1)


def _told_by(
    column: ListColumn, texts: Sequence[str], known: KnownOffice, taken: AbstractSet[str]
) -> ListColumn:
    """What a column of an unknown heading holds: by its words and cells together, by its cells, or perhaps."""
    found = held(texts, known)
    if found in _IDLE or (found == "full_name" and found in taken):
        return replace(column, field="unread")
    if leant := _leant(column.title, texts, found, known, taken):
        return replace(column, field=leant)
    if found in _TOLD and _is_free(found, taken):
        return replace(column, field=found, is_certain=found in _PLAIN)
    return replace(column, may=tuple(_possible(texts, known, taken)))


def _leant(
    title: str, texts: Sequence[str], found: str, known: KnownOffice, taken: AbstractSet[str]
) -> str:
    """The field to which the words of the heading lean and with which every cell agrees."""
    leaning = {name: known.leans(title, name) for name in _BY_LEANING if _is_free(name, taken)}
    likely = sorted(leaning, key=lambda name: -leaning[name])
    fits = (
        name
        for name in likely
        if (leaning[name] >= _LEANS and agrees(name, texts, known) == 1)
        or _is_said_freely(name, leaning[name], found)
    )
    return next(fits, "")


def _is_said_freely(name: str, lean: float, found: str) -> bool:
    """Merits and notes take any words; their heading alone must tell them."""
    return name in _FREE_TEXT and lean >= _LEANS_ALONE and not found


def _possible(texts: Sequence[str], known: KnownOffice, taken: AbstractSet[str]) -> list[str]:
    """The fields that are missing and that some of the cells speak for."""
    free = [name for name in _WANTED if _is_free(name, taken)]
    return [name for name in free if _speak_for(name, texts, known)]


def _speak_for(name: str, texts: Sequence[str], known: KnownOffice) -> bool:
    return is_prose(texts) if name == "merit" else agrees(name, texts, known) >= SOME


def _is_free(name: str, taken: AbstractSet[str]) -> bool:
    return not taken & {name, *_SAME.get(name, ())}


def _fields(rows: Sequence[SeenRow], known: KnownOffice) -> dict[int, str]:
    numbers = sorted({number for row in rows for number in row.own})
    return {number: held(texts_of(rows, number), known) for number in numbers}


def _titled(number: int) -> str:
    return _("cột {number} (không có tiêu đề)", number=number)
