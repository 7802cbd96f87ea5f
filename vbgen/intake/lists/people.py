"""A row of a list as the recipients that it names: who, in which position and unit, for what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vbgen.intake.lexicon import word_set
from vbgen.intake.lists.awards import awards_elsewhere, awards_of
from vbgen.intake.lists.births import birth_year
from vbgen.intake.lists.cells import RowCells, is_tick
from vbgen.intake.lists.gathering import ListContext, PersonFields
from vbgen.intake.lists.groups import kind_worded
from vbgen.intake.lists.lines import LineParts, line_parts, two_people
from vbgen.intake.lists.names import settled_name
from vbgen.intake.lists.posts import Post, post_of
from vbgen.intake.lists.recipients import NamedRecipient
from vbgen.intake.lists.units import put_unit
from vbgen.intake.sources.values import SeenCell
from vbgen.intake.values import ReadPerson, ReadValue
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender
from vbgen.words.names import fold

MERIT_OPENING = re.compile(
    r"\A\s*(?:(?:vì\s+)?đã\s+)?có\s+(?:nhiều\s+)?thành tích\s+", re.IGNORECASE
)
_OF_PERSONS = (
    "position",
    "post",
    "gender",
    "is_man",
    "is_woman",
    "birth",
    "birth_of_man",
    "birth_of_woman",
)
_AS_THEY_STAND = ("rating", "address", "code", "note")


def people_of_row(cells: RowCells, around: ListContext) -> tuple[ReadPerson, ...]:
    """Who stands in a row, once for each honour that is asked for; nobody where no name stands."""
    name = name_cell(cells)
    if name is None:
        return ()
    parts = line_parts(name.text, around.known)
    fields = PersonFields()
    kind = _put_recipient(fields, parts, name, cells, around)
    _put_person(fields, parts, name, cells, around.known.today)
    _put_post(fields, parts, name, cells, around, kind)
    _put_merit(fields, parts, name, cells, around)
    awards = list(awards_of(parts, name, cells, around, kind))
    cells.remember()
    if not awards:
        return (_with_award(fields.values, None, name),)
    return tuple(_with_award(fields.values, each, name) for each in awards)


def person_of_line(cell: SeenCell, around: ListContext) -> ReadPerson:
    """Who is named by a paragraph that holds everything."""
    return person_of_parts(line_parts(cell.text, around.known), cell, around)


def person_of_parts(parts: LineParts, cell: SeenCell, around: ListContext) -> ReadPerson:
    """The same for a text that is taken apart."""
    fields = PersonFields()
    kind = _put_kind(fields, parts.recipient, cell, "", around)
    _put_name(fields, parts, cell, kind)
    _put_sex(fields, parts, cell, None)
    fields.put("birth_year", parts.year, cell)
    fields.put("position", parts.position, cell, *parts.doubts)
    fields.put("address", parts.place, cell)
    unit = SeenCell(parts.unit, cell.place) if parts.unit else None
    put_unit(fields, unit, cell, around, kind)
    fields.put("merit", parts.merit, cell)
    fields.read("merit", around.merit)
    award = next(awards_elsewhere(parts, cell, around, kind), None)
    return _with_award(fields.values, award, cell)


def name_cell(cells: RowCells) -> SeenCell | None:
    """The name, out of one column or two."""
    family, given = cells.of("family_name"), cells.of("given_name")
    if family and given:
        doubts = (*family.doubts, *given.doubts)
        return SeenCell(f"{family.text} {given.text}", family.place, doubts)
    full = cells.of("full_name")
    if full or not (family or given):
        return full
    half = family or given
    told = _("chỉ thấy họ hoặc tên ở hàng này")
    return half and replace(half, doubts=(*half.doubts, told))


def _with_award(
    values: Mapping[str, ReadValue], award: ReadValue | None, name: SeenCell
) -> ReadPerson:
    with_award = {"award": award} if award else {}
    return ReadPerson({**values, **with_award}, name.place)


def _put_recipient(
    fields: PersonFields, parts: LineParts, name: SeenCell, cells: RowCells, around: ListContext
) -> RecipientKind | None:
    said = cells.text("kind")
    has_post = any(cells.of(each) for each in _OF_PERSONS)
    kind = _put_kind(fields, parts.recipient, name, said, around, has_post=has_post)
    if cells.heading.of("class") and kind is RecipientKind.INDIVIDUAL and cells.text("class"):
        kind = RecipientKind.PUPIL
        fields.put("kind", kind.value, name)
    _put_name(fields, parts, name, kind)
    return kind


def _put_kind(
    fields: PersonFields,
    named: NamedRecipient,
    name: SeenCell,
    said: str,
    around: ListContext,
    *,
    has_post: bool = False,
) -> RecipientKind | None:
    """What the words of the name, a column and the group say together."""
    told = kind_worded(fold(said).strip(" .:")) or around.groups.kind
    if named.kind is None:
        return _put_told_kind(fields, told, name, around, has_post=has_post)
    kind = _agreed(named.kind, told or around.kind)
    why = ""
    if told and kind.is_person != told.is_person:
        why = _("tên này không hợp với nhóm “{group}”", group=told.label)
    fields.put("kind", kind.value, name, why)
    return kind


def _put_told_kind(
    fields: PersonFields,
    told: RecipientKind | None,
    name: SeenCell,
    around: ListContext,
    *,
    has_post: bool,
) -> RecipientKind | None:
    """The kind of a recipient whose name does not tell it: what stands around, or a person in a list of people."""
    is_person = not around.collectives_expected or has_post
    kind = told or _of_title(around) or (RecipientKind.INDIVIDUAL if is_person else None)
    why = "" if kind else _("chưa rõ đây là cá nhân hay tập thể")
    fields.put("kind", kind.value if kind else "", name, why)
    return kind


def _of_title(around: ListContext) -> RecipientKind | None:
    """A household or a pupil, where the title of the list says that it is theirs."""
    return around.kind if around.kind in _FINER else None


_FINER = frozenset({RecipientKind.PUPIL, RecipientKind.HOUSEHOLD})


def _agreed(named: RecipientKind, told: RecipientKind | None) -> RecipientKind:
    """A group tells more than the words of a name: a pupil, a household, an enterprise."""
    if told in _FINER and named is RecipientKind.INDIVIDUAL:
        return told
    is_collective = named is RecipientKind.COLLECTIVE
    return told if told is RecipientKind.ENTERPRISE and is_collective else named


def _put_name(
    fields: PersonFields, parts: LineParts, cell: SeenCell, kind: RecipientKind | None
) -> None:
    settled = settled_name(parts.recipient.name, kind)
    fields.put("full_name", settled.name, cell, *settled.doubts, two_people(parts.others))
    fields.put("honorific", parts.recipient.honorific, cell)


def _put_person(
    fields: PersonFields, parts: LineParts, name: SeenCell, cells: RowCells, today: date
) -> None:
    _put_sex(fields, parts, name, cells)
    births = ("birth", "birth_of_man", "birth_of_woman")
    cell = cells.of(*births)
    if cell:
        year, doubt = birth_year(cell.text, today, cell.value)
        fields.put("birth_year", year, cell, doubt)
    else:
        fields.put("birth_year", parts.year, name)
    fields.put("address", parts.place, name)
    for field_name in _AS_THEY_STAND:
        if found := cells.of(field_name):
            fields.put(field_name, found.text, found)


def _put_sex(
    fields: PersonFields, parts: LineParts, name: SeenCell, cells: RowCells | None
) -> None:
    """Sex, as a column, a tick or the form of address says; two that differ are doubtful."""
    told = list(_sexes(cells)) if cells else []
    if parts.is_woman is not None:
        told.append((parts.is_woman, name))
    if not told:
        return
    is_woman, cell = told[0]
    differs = any(other != is_woman for other, _cell in told)
    why = _("danh xưng và giới tính không hợp nhau") if differs else ""
    gender = Gender.FEMALE if is_woman else Gender.MALE
    fields.put("gender", gender.value, cell, why)


def _sexes(cells: RowCells) -> Iterator[tuple[bool, SeenCell]]:
    """What each column says of the sex."""
    columns = (
        ("is_man", False),
        ("is_woman", True),
        ("birth_of_man", False),
        ("birth_of_woman", True),
    )
    for name, is_woman in columns:
        cell = cells.of(name)
        if cell and (is_tick(cell) or name.startswith("birth")):
            yield is_woman, cell
    for cell in filter(None, (cells.of("gender"), cells.of("honorific"))):
        is_her = fold(cell.text) in word_set("words", "women")
        if is_her or fold(cell.text) in word_set("words", "men"):
            yield is_her, cell


@dataclass(frozen=True, slots=True)
class _PostCells:
    """Position and unit of a row, each with the cell that it stands in."""

    position: SeenCell | None = None
    unit: SeenCell | None = None


def _put_post(
    fields: PersonFields,
    parts: LineParts,
    name: SeenCell,
    cells: RowCells,
    around: ListContext,
    kind: RecipientKind | None,
) -> None:
    if honorific := cells.of("honorific"):
        fields.put("honorific", honorific.text, honorific)
    post = _post_cells(cells, around)
    if post.position:
        fields.put("position", " ".join(post.position.text.split()), post.position)
    elif parts.position:
        fields.put("position", parts.position, name, *parts.doubts)
    unit = post.unit
    if unit is None and parts.unit:
        unit = SeenCell(parts.unit, name.place, (*name.doubts, *parts.doubts))
    put_unit(fields, unit, name, around, kind)


def _post_cells(cells: RowCells, around: ListContext) -> _PostCells:
    """What the columns of position, of unit, and of both in one say."""
    unit, position = _unit_cell(cells), cells.of("position")
    if both := cells.of("post"):
        parted = _in_two(both, post_of(both.text, around.known))
        return replace(parted, unit=unit or parted.unit)
    if unit is None and position is not None:
        return _position_alone(position, post_of(position.text, around.known))
    return _PostCells(position, unit)


def _in_two(cell: SeenCell, post: Post) -> _PostCells:
    doubts = (*cell.doubts, *filter(None, (post.doubt,)))
    position = SeenCell(post.position, cell.place, doubts) if post.position else None
    unit = SeenCell(post.unit, cell.place, doubts) if post.unit else None
    return _PostCells(position, unit)


def _position_alone(cell: SeenCell, post: Post) -> _PostCells:
    """A column of positions in a list without units: a unit behind a position is one, anything else is a position."""
    if post.position and post.unit and not post.doubt:
        return _in_two(cell, post)
    return _PostCells(cell)


def _unit_cell(cells: RowCells) -> SeenCell | None:
    """The unit, out of one column or of those of room and body together."""
    room = cells.of("department", "class")
    body = cells.of("unit")
    if room and body and room.text != body.text:
        return SeenCell(f"{room.text}\n{body.text}", room.place, (*room.doubts, *body.doubts))
    return room or body


def _put_merit(
    fields: PersonFields, parts: LineParts, name: SeenCell, cells: RowCells, around: ListContext
) -> None:
    if cell := cells.of("merit"):
        fields.put("merit", MERIT_OPENING.sub("", cell.text).strip(), cell)
    elif parts.merit:
        fields.put("merit", parts.merit, name)
    fields.read("merit", around.merit)
