"""The first sheet of the form: what an office needs for its first paper, in twelve cells; the rest follows from them.

Read, the sheet is rows of the linked sheets that it stands for; what these say themselves counts with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import create_model

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.cells.markers import escaped
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.values import read
from vbgen.campaign.short.codes import KnownRows
from vbgen.campaign.topics import Column, Topic, topic, worded
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.agency import Agency, AgencyLevel, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.field import AsSheet, Record, SheetGroup
from vbgen.model.vocabulary import Vocabulary
from vbgen.words.names import fold, upper_vn

FIRST = "first"  # where a file's tables hold it; no field of Campaign
TITLE = "Bắt đầu"
PICTURE = "first-sheet.png"
ROW_PX = 40  # height of a cell's row, which the picture's arrows point to

# Line of the sheet → table and field, and what it is called here where that differs; in the order of a paper.
_LINES = {
    "governing_body": ("agency", "governing_body", ""),
    "name": ("agency", "name", ""),
    "symbol": ("agency", "symbol", ""),
    "place": ("agency", "place", ""),
    "movement": ("movement", "name", ""),
    "full_name": ("agency", "full_name", ""),
    "year": ("movement", "year", ""),
    "level": ("agency", "level", ""),
    "executors": ("agency", "executors", ""),
    "signer_position": ("signers", "position", "Chức vụ người ký"),
    "signer": ("signers", "full_name", "Họ và tên người ký"),
    "drafting_unit_symbol": ("agency", "drafting_unit_symbol", ""),
}
_NOTES = {
    "name": "In hoa ở đầu văn bản; để trống thì là tên trong câu viết hoa.",
    "level": "Thẩm quyền và mức tiền thưởng theo cấp này.",
    "movement": "Viết như trong câu; để trống khi khen thưởng ngoài phong trào.",
    "signer_position": "Chức danh của người đứng đầu.",
    "signer": "Không ghi học hàm, học vị trước tên.",
    "full_name": "Tên đầy đủ của cơ quan, viết như trong câu văn.",
}


@cache
def ask() -> tuple[str, ...]:
    """The sheet's lines, from top to bottom."""
    return tuple(_LINES)


def asked_of(table: str) -> dict[str, str]:
    """Field of a linked table → line of the sheet."""
    return {field: line for line, (owner, field, _title) in _LINES.items() if owner == table}


@cache
def first_topic(words: Vocabulary) -> Topic:
    """The sheet as one of two columns."""
    known = {each.field: each for each in worded(words)}
    columns = tuple(_column(line, known) for line in _LINES)
    fields: Any = {column.field: (object, None) for column in columns}
    record: type[Record] = create_model("FirstLines", __base__=Record, **fields)
    purpose = "Những ô cần cho văn bản đầu tiên; mũi tên chỉ nơi in ra."
    sheet = AsSheet(SheetGroup.OFFICE)
    return Topic(
        FIRST, TITLE, record, is_table=False, columns=columns, purpose=purpose, sheet=sheet
    )


def _column(line: str, known: Mapping[str, Topic]) -> Column:
    table, name, title = _LINES[line]
    source = known[table].column(name)
    return replace(
        source,
        field=line,
        title=title or source.title,
        note=_NOTES.get(line, source.note),
        required=line in {"full_name", "symbol", "place"},
        form=replace(source.form, is_key=False),
    )


@dataclass
class Started:
    """The tables with what the first sheet says put into them; the signer stands in a table of its own."""

    tables: dict[str, TypedTable] = field(default_factory=dict)
    signers: TypedTable | None = None
    problems: list[Problem] = field(default_factory=list)


def started(tables: Mapping[str, TypedTable]) -> Started:
    """What comes of the first sheet, if the file has it."""
    first = tables.get(FIRST)
    if first is None or not first.rows:
        return Started(dict(tables))
    others = {name: table for name, table in tables.items() if name != FIRST}
    said = first.rows[0].entries
    found = Started(others)
    for table in ("agency", "movement"):
        row, told = _joined(table, said, others.get(table))
        found.tables[table] = TypedTable(first.place, (row,))
        found.problems += told
    agency = found.tables["agency"].rows[0]
    found.tables["agency"] = TypedTable(first.place, (_derived(agency, said),))
    found.signers = _signer(said, first)
    return found


def _joined(
    table: str, said: Mapping[str, TypedValue], linked: TypedTable | None
) -> tuple[TypedRow, list[Problem]]:
    """One row of what both sheets say; a question where they say it differently."""
    own = dict(linked.rows[0].entries) if linked and linked.rows else {}
    problems: list[Problem] = []
    for name, line in asked_of(table).items():
        if (entry := said.get(line)) is not None:
            problems += _unlike(entry, own.get(name))
            own[name] = _counting(entry, own.get(name))
    place = next(iter(said.values())).place._replace(cell="")
    return TypedRow(place, own), problems


def _counting(entry: TypedValue, other: TypedValue | None) -> TypedValue:
    """What counts of two entries: the one that is typed, that of the first sheet before the other."""
    return other if other is not None and _is_typed(other) and not _is_typed(entry) else entry


def _is_typed(entry: TypedValue | None) -> bool:
    return entry is not None and entry.value is not None and heading_text(entry) != ""


def _unlike(entry: TypedValue, other: TypedValue | None) -> Iterator[Problem]:
    if other is None or not (_is_typed(entry) and _is_typed(other)):
        return
    if heading_text(entry) != heading_text(other):
        message = _(
            "ô này ghi “{here}”, ô {cell} của trang “{sheet}” ghi “{there}”.",
            here=quoted(heading_text(entry)),
            cell=other.place.cell,
            sheet=other.place.sheet,
            there=quoted(heading_text(other)),
        )
        hint = _("Hãy thống nhất hai nơi hoặc xóa một.")
        yield Problem("said-twice", message, entry.place, hint=hint)


def _derived(agency: TypedRow, said: Mapping[str, TypedValue]) -> TypedRow:
    """The agency's row with what follows from the twelve cells, where nothing else is typed."""
    name, position = said.get("full_name"), said.get("signer_position")
    if name is None or not _is_typed(name):
        return agency
    entries = dict(agency.entries)
    derived = derived_agency(heading_text(name), _text(position), _body(said))
    for field_, text in derived.items():
        if text and not _is_typed(entries.get(field_)):
            entries[field_] = TypedValue(text, name.place, in_cell=False)
    return TypedRow(agency.place, entries)


def _text(entry: TypedValue | None) -> str:
    return heading_text(entry) if entry is not None and _is_typed(entry) else ""


def _body(said: Mapping[str, TypedValue]) -> str:
    """Who decides at an agency of the level that the sheet says, where that is a body."""
    column, entry = topic("agency").column("level"), said.get("level")
    level = read(column, entry).value if entry is not None else None
    return level.deciding_body if isinstance(level, AgencyLevel) else ""


def _body_of(agency: Agency) -> str:
    return agency.level.deciding_body if agency.level else ""


def derived_agency(full_name: str, position: str, body: str = "") -> dict[str, str]:
    """What an agency is called on papers, as far as its name, its head's post and its deciding body tell."""
    decider = "" if fold(full_name).startswith(fold(body)) and body else body or position
    authority = f"{decider} {full_name}".strip() if position else ""
    return {
        "name": upper_vn(full_name),
        "short_name": full_name,
        "head_title": position,
        "authority": upper_vn(authority),
    }


def _signer(said: Mapping[str, TypedValue], first: TypedTable) -> TypedTable | None:
    entries = {
        name: said[line]
        for name, line in asked_of("signers").items()
        if line in said and _is_typed(said[line])
    }
    if "full_name" not in entries:
        return None
    place = entries["full_name"].place
    for name, text in _signing_for(_body(said)).items():
        entries[name] = TypedValue(text, place, in_cell=False)
    return TypedTable(first.place, (TypedRow(entries["full_name"].place, entries),))


def _signing_for(body: str) -> dict[str, str]:
    """By what right the head signs where a body decides; nothing more to say where none does."""
    return {"power": SigningPower.COLLECTIVE.label, "on_behalf_of": body} if body else {}


def with_first(topics: Sequence[Topic], words: Vocabulary) -> tuple[Topic, ...]:
    """The sheets with the first before them, which then leave out what it asks."""
    return (first_topic(words), *(_without_asked(each) for each in topics))


def _without_asked(each: Topic) -> Topic:
    asked = asked_of(each.field) if not each.is_table else {}
    return replace(each, columns=tuple(c for c in each.columns if c.field not in asked))


def lines_of(campaign: Campaign) -> dict[str, object]:
    """What the first sheet says of a campaign."""
    said = {line: getattr(campaign.agency, name) for name, line in asked_of("agency").items()}
    said |= {line: getattr(campaign.movement, name) for name, line in asked_of("movement").items()}
    signer = first_signer(campaign)
    if signer:
        said |= {line: getattr(signer, name) for name, line in asked_of("signers").items()}
    return said


def first_signer(campaign: Campaign) -> Signer | None:
    """The signer whom that sheet says whole: the first, if nothing but name and post is said of him."""
    if not campaign.signers:
        return None
    first, body = campaign.signers[0], _body_of(campaign.agency)
    bare = Signer(id=first.id, full_name=first.full_name, position=first.position)
    if body:
        bare = bare.model_copy(update={"power": SigningPower.COLLECTIVE, "on_behalf_of": body})
    known = KnownRows().settled(
        topic("signers"),
        {
            "full_name": bare.full_name,
            "position": bare.position,
            "on_behalf_of": bare.on_behalf_of,
        },
    )
    return first if first == bare and known.get("id") == first.id else None


def left_out(campaign: Campaign) -> frozenset[str]:
    """Fields of the agency that need not be said beside that sheet: they follow from it."""
    signer, agency = first_signer(campaign), campaign.agency
    if signer is None or escaped(agency.full_name) != agency.full_name:
        return frozenset()
    derived = derived_agency(agency.full_name, signer.position, _body_of(agency))
    return frozenset(name for name, text in derived.items() if text == getattr(agency, name))
