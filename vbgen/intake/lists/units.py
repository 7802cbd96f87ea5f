"""The unit of a recipient: out of his row, of the group that he stands in, of the row above, or of the sender."""

from vbgen.intake.known import KnownOffice, UnitFound
from vbgen.intake.lists.gathering import ListContext, PersonFields
from vbgen.intake.lists.recipients import is_unit_name
from vbgen.intake.sources.values import SeenCell
from vbgen.intake.values import ReadValue
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold


def put_unit(
    fields: PersonFields,
    cell: SeenCell | None,
    name: SeenCell,
    around: ListContext,
    kind: RecipientKind | None,
) -> None:
    """Put the unit among the fields: the office's own code where it knows it, and the name."""
    if kind is not None and not kind.is_person:
        _put_own_unit(fields, cell, name, around)
        return
    if cell is None:
        _put_unit_from_around(fields, name, around)
        return
    value = _unit_value(cell, around.known)
    around.last_unit = value[1]
    for field_name, read in zip(("unit", "unit_name"), value, strict=True):
        fields.read(field_name, read)


def _unit_value(cell: SeenCell, known: KnownOffice) -> tuple[ReadValue | None, ReadValue]:
    """The office's code of a unit where it knows it, and the unit's name."""
    text, found = _called(cell.text, known)
    if found is None:
        why = _unknown(text, known)
        return None, ReadValue(text, cell.place, cell.text, (*cell.doubts, *why))
    doubts = cell.doubts
    if not found.is_certain:
        near = _("“{text}” gần giống “{name}”", text=text, name=found.unit.name)
        doubts = (*doubts, near)
    unit = ReadValue(found.unit.id, cell.place, cell.text, doubts)
    return unit, ReadValue(found.unit.name, cell.place, cell.text, doubts)


def _called(text: str, known: KnownOffice) -> tuple[str, UnitFound | None]:
    """The unit's name, and which of the office's it is; a room and the body over it stand on two lines."""
    room, _line, body = text.partition("\n")
    room, body = " ".join(room.split()), " ".join(body.split())
    if not body:
        return room, known.unit_called(room)
    if not (is_unit_name(body) or known.has_unit(body) or fold(body) == fold(known.agency)):
        whole = f"{room} {body}"  # one name that goes on in the next line
        return whole, known.unit_called(whole)
    whole = f"{room}, {body}"
    found = known.unit_called(whole) or known.unit_called(room)
    is_own = fold(body) == fold(known.agency)
    return (room if is_own else whole), found


def _unknown(text: str, known: KnownOffice) -> tuple[str, ...]:
    if not known.units or _is_outside(text):
        return ()
    return (_("đơn vị “{name}” không có trong danh sách đơn vị của cơ quan", name=text),)


def _is_outside(text: str) -> bool:
    """A class, a village: no unit that an office lists."""
    return fold(text).startswith(("lop ", "thon ", "xom ", "to dan pho"))


def _put_own_unit(
    fields: PersonFields, cell: SeenCell | None, name: SeenCell, around: ListContext
) -> None:
    """A collective that is a unit of the office itself; else the unit that its row names."""
    text = str(fields.values["full_name"].value) if "full_name" in fields.values else name.text
    found = around.known.unit_called(text)
    if found and found.is_certain:
        fields.values["unit"] = ReadValue(found.unit.id, name.place, name.text)
        if text.isupper():
            fields.values["full_name"] = ReadValue(
                found.unit.name, name.place, name.text, name.doubts
            )
    elif cell is not None and fold(cell.text) != fold(text):
        fields.read("unit_name", _unit_value(cell, around.known)[1])


def _put_unit_from_around(fields: PersonFields, name: SeenCell, around: ListContext) -> None:
    """The unit of the group, of the row above where units are typed once, or of the list."""
    cell = _cell_around(around) or _sender(name, around.known)
    if cell is None:
        return
    value = _unit_value(cell, around.known)
    for field_name, read in zip(("unit", "unit_name"), value, strict=True):
        fields.read(field_name, read)


def _cell_around(around: ListContext) -> SeenCell | None:
    """A unit typed once stands within its group; a group is nearer than the row above, and that than the list."""
    above = around.last_unit if around.has_units else None
    if above is not None and around.units_once:
        return _said_by(above)
    if group := _unit_of_group(around):
        return group
    if above is not None:
        return _said_by(above, _("ô đơn vị để trống; lấy theo hàng trên"))
    return _said_by(around.unit) if around.unit else None


def _unit_of_group(around: ListContext) -> SeenCell | None:
    group = around.groups.unit
    if group is None or group.unit is None:
        return None
    why = (_("có cột chưa rõ ghi gì, có thể là đơn vị"),) if around.may_have_units else ()
    return SeenCell(group.unit_name, group.unit.place, (*group.unit.doubts, *why))


def _said_by(value: ReadValue, *why: str) -> SeenCell:
    return SeenCell(str(value.value), value.place, (*value.doubts, *why))


def _sender(name: SeenCell, known: KnownOffice) -> SeenCell | None:
    """The unit that is known to have sent the list, said by no cell of it."""
    return SeenCell(known.sender.name, name.place) if known.sender else None
