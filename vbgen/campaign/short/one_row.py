"""One row a person: nominee, proposal, vote and award side by side, in a sheet without codes.

The sheet is read as the rows of the linked sheets that it stands for; each keeps the place of its own cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import create_model

from vbgen.campaign.topics import Column, Topic, worded
from vbgen.model.field import AsSheet, Record, SheetGroup
from vbgen.model.movement import RecipientKind
from vbgen.model.vocabulary import Vocabulary

ONE_ROW = "one_row"  # where a file's tables hold it; no field of Campaign
TITLE = "Danh sách"
_PURPOSE = "Mỗi người một hàng: đề nghị, số phiếu, khen thưởng; không cần ghi mã."

# Column of the sheet → table and field of the linked sheets; first what every list says.
_FIRST = {
    "id": ("nominees", "id"),
    "kind": ("nominees", "kind"),
    "honorific": ("nominees", "honorific"),
    "full_name": ("nominees", "full_name"),
    "position": ("nominees", "position"),
    "unit": ("nominees", "unit"),
    "phase": ("nominations", "phase"),
    "award": ("nominations", "award"),
    "merit": ("nominations", "merit"),
    "votes_for": ("votes", "votes_for"),
    "votes_against": ("votes", "votes_against"),
    "abstained": ("votes", "abstained"),
    "granted": ("awards", "award"),
    "granted_merit": ("awards", "merit"),
}
_LAST = {
    "merit_opening": ("nominations", "merit_opening"),
    "granted_opening": ("awards", "merit_opening"),
}
_TITLES = {
    "unit": "Đơn vị",
    "granted": "Danh hiệu, hình thức được tặng",
    "granted_opening": "Lời dẫn trên giấy khen",
}
_EXAMPLES: dict[str, tuple[object, ...]] = {"id": (), "unit": ("Văn phòng Sở",), "granted": ()}
_NOTES = {
    "id": "Để trống, chương trình đặt; đã có thì giữ nguyên.",
    "kind": "Để trống là cá nhân.",
    "unit": "Tên hoặc mã đơn vị; để trống với người không thuộc đơn vị nào.",
    "votes_for": "Số phiếu đồng ý; để trống khi chưa họp.",
    "granted": "Ghi khi đã có quyết định khen, hoặc lấy tự động từ kết quả bỏ phiếu.",
    "granted_merit": "Để trống thì như cột Tóm tắt thành tích.",
    "granted_opening": "Để trống thì như cột Lời dẫn thành tích.",
}


@cache
def layout() -> Mapping[str, tuple[str, str]]:
    """Column of the sheet → table and field that it fills."""
    people = next(each for each in worded(Vocabulary()) if each.field == "nominees")
    others = {
        column.field: ("nominees", column.field)
        for column in people.columns
        if column.field not in _FIRST
    }
    return {**_FIRST, **others, **_LAST}


def columns_for(table: str) -> dict[str, str]:
    """Field of a linked table → column of the sheet."""
    return {field: name for name, (owner, field) in layout().items() if owner == table}


@cache
def list_topic(words: Vocabulary) -> Topic:
    """The sheet, its titles and notes those of the linked sheets."""
    known = {each.field: each for each in worded(words)}
    columns = tuple(
        _column(name, known[table].column(field)) for name, (table, field) in layout().items()
    )
    return Topic(
        ONE_ROW,
        TITLE,
        _record(columns),
        is_table=True,
        columns=columns,
        purpose=_PURPOSE,
        sheet=AsSheet(SheetGroup.PEOPLE, from_units=True),
        ignored=words.ignored,
        tells=frozenset({"full_name", "award"}),
    )


def with_list(topics: Sequence[Topic], sheet: Topic) -> tuple[Topic, ...]:
    """The sheets in the order of a workbook that has the list: before the people of the linked sheets."""
    at = next(number for number, each in enumerate(topics) if each.field == "nominees")
    return (*topics[:at], sheet, *topics[at:])


def listed_row(words: Vocabulary, values: Mapping[str, object]) -> Record:
    """A row of the sheet; what it does not say is None."""
    return list_topic(words).record.model_validate(values)


def _column(name: str, source: Column) -> Column:
    form = replace(source.form, is_key=False)
    if name == "unit":
        form = replace(form, points_to="")
    if name in {"granted", "granted_merit", "granted_opening"}:
        form = replace(form, other_titles=())
    return replace(
        source,
        field=name,
        title=_TITLES.get(name, source.title),
        note=_NOTES.get(name, source.note),
        required=name == "full_name",
        default=_default(name, source),
        optional=True,
        form=form,
        examples=_EXAMPLES.get(name, source.examples),
    )


def _default(name: str, source: Column) -> object:
    """What an empty cell means; nothing where it means as another cell."""
    if name == "kind":
        return RecipientKind.INDIVIDUAL
    return None if source.required or name == "granted_opening" else source.default


def _record(columns: tuple[Column, ...]) -> type[Record]:
    """A record for the example rows: anything may be left out."""
    fields: Any = {column.field: (object, None) for column in columns}
    made: type[Record] = create_model("ListedPerson", __base__=Record, **fields)
    return made
