"""What is asked for a recipient: ticked, named in his row, or said by what stands above it."""

import re
from collections.abc import Iterator

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.cells import RowCells, is_tick
from vbgen.intake.lists.gathering import ListContext
from vbgen.intake.lists.lines import LineParts
from vbgen.intake.sources.values import SeenCell
from vbgen.intake.values import ReadValue
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold

_SEVERAL = re.compile(r"\s*[;\n+]\s*|,\s+|\s+và\s+|\s*/\s*|\s*&\s*")
_MONEY = re.compile(r"(?:\(?[\d.,]+\s*(?:đồng|đ|vnđ|vnd|triệu|tr|nghìn)?\)?\s*)+", re.IGNORECASE)
_OF_COLLECTIVES = ("tap the", "co thi dua", "don vi ")
_OF_PEOPLE = ("lao dong tien tien", "chien si")


def awards_of(
    parts: LineParts,
    name: SeenCell,
    cells: RowCells,
    around: ListContext,
    kind: RecipientKind | None,
) -> Iterator[ReadValue]:
    """Every honour that the row asks for; an empty and doubtful one where its column says none."""
    found = [_fitting(read, kind) for read in _of_row(cells, around.known)]
    found = list({(read.value, read.doubts): read for read in found}.values())
    found = found or list(awards_elsewhere(parts, name, around, kind))
    if not found and cells.heading.of("honour", "honour_tick"):
        why = _("hàng này không ghi danh hiệu, hình thức khen thưởng")
        found = [ReadValue("", name.place, "", (why,))]
    yield from found


def _of_row(cells: RowCells, known: KnownOffice) -> Iterator[ReadValue]:
    for column, cell in cells.all_of("honour_tick"):
        if is_tick(cell) or known.honour_titled(cell.text) == column.honour:
            yield ReadValue(column.honour, cell.place, cell.text, cell.doubts)
    for column, cell in cells.all_of("honour"):
        if column.honour and is_tick(cell):
            yield ReadValue(column.honour, cell.place, cell.text, cell.doubts)
        else:
            yield from _honours_in(cell, known, column.title)


def _honours_in(cell: SeenCell, known: KnownOffice, title: str) -> Iterator[ReadValue]:
    """The honours that a cell names; what is none that the office knows stays, and is doubtful."""
    named = honours_named(cell.text, known)
    if all(named):
        for honour in dict.fromkeys(named):
            yield ReadValue(honour, cell.place, cell.text, cell.doubts)
    elif is_tick(cell):
        why = _("chưa rõ dấu ở cột “{title}”", title=title)
        yield ReadValue("", cell.place, cell.text, (why,))
    else:
        value = known.honour_within(cell.text) or cell.text
        yield ReadValue(value, cell.place, cell.text, (*cell.doubts, _unknown_honour(cell.text)))


def honours_named(text: str, known: KnownOffice) -> list[str]:
    """The honours that a text names, each by itself; an empty one for what is none."""
    if whole := known.honour_titled(text):
        return [whole]
    pieces = [each for each in _SEVERAL.split(text) if each]
    said = [each for each in pieces if not _MONEY.fullmatch(each)]
    return [known.honour_titled(each) for each in said]


def _unknown_honour(text: str) -> str:
    return _("“{text}” chưa có trong danh mục danh hiệu, hình thức", text=text)


def awards_elsewhere(
    parts: LineParts, name: SeenCell, around: ListContext, kind: RecipientKind | None
) -> Iterator[ReadValue]:
    """What the line, the group or the list's title says, the nearest first."""
    if parts.honour:
        honour = around.known.honour_titled(parts.honour)
        why = "" if honour else _unknown_honour(parts.honour)
        yield _fitting(ReadValue(honour or parts.honour, name.place, name.text).doubted(why), kind)
    elif around.groups.honour:
        yield _fitting(ReadValue(around.groups.honour, name.place, around.groups.honour), kind)
    elif around.honour is not None:
        yield _fitting(around.honour, kind)


def _fitting(read: ReadValue, kind: RecipientKind | None) -> ReadValue:
    """An honour of collectives given to a person, or the other way round, is doubtful."""
    title = fold(str(read.value))
    if kind is None:
        return read
    wrong = _OF_COLLECTIVES if kind.is_person else _OF_PEOPLE
    if not title.startswith(wrong):
        return read
    return read.doubted(_("“{award}” không dành cho {kind}", award=read.value, kind=kind.noun))
