"""One small campaign made of the examples that stand with the fields: what the empty form shows, and what tells it.

Every table has its rows; together they are a whole campaign, right by the same rules as any other.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from vbgen.campaign.cells.entries import TypedValue
from vbgen.campaign.cells.markers import CHANGED_EXAMPLE, EXAMPLE, LEFT_EXAMPLE
from vbgen.campaign.cells.numbers import exact
from vbgen.campaign.cells.shown import quoted, shown
from vbgen.campaign.topics import Topic, topics, worded
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.vocabulary import Vocabulary

# What earlier forms showed and that of today does not: an untouched row of them is still no data.
_EARLIER = frozenset(
    {
        "1",
        "HD9",
        "Hội đồng Thi đua - Khen thưởng",
        "Không",
        "Số lượng",
        "Sở Kế hoạch và Đầu tư",
        "TT-HTT",
        "Tập thể",
    }
)


def example_records(topic: Topic) -> list[Record]:
    """The example rows of a table, or the one record of a sheet that is no table."""
    count = max(1, *(len(column.examples) for column in topic.columns))
    return [_record(topic, row) for row in range(count)]


def example_campaign(words: Vocabulary) -> Campaign:
    """The examples of every sheet as one campaign."""
    rows = {each.field: example_records(each) for each in worded(words)}
    return Campaign.model_validate(
        {
            each.field: rows[each.field] if each.is_table else rows[each.field][0]
            for each in worded(words)
        }
    )


def changed_example(
    topic: Topic, entries: Mapping[str, TypedValue], first: str
) -> tuple[Problem, ...]:
    """A warning when a row whose `first` field is marked as an example holds other values than the form's own."""
    if _typed(topic, entries, first) <= {"", *_EARLIER} | _own_values(topic):
        return ()
    message = _(
        "hàng mang dấu “{mark}” nên bị bỏ qua, nhưng nội dung khác ví dụ của mẫu.", mark=EXAMPLE
    )
    hint = _("Nếu đây là dữ liệu thật, hãy xóa chữ “{mark}” ở ô đầu hàng.", mark=EXAMPLE)
    if left := _left(topic, entries, first):
        told = _cells(entries, left)
        hint += " " + _("Các ô sau còn nguyên ví dụ, phải điền lại: {cells}.", cells=told)
    return (Problem(CHANGED_EXAMPLE, message, entries[first].place, Severity.WARNING, hint),)


def left_examples(topic: Topic, entries: Mapping[str, TypedValue]) -> tuple[Problem, ...]:
    """A warning for a row of data that still holds the form's own examples, in the form's own grey."""
    left = _left(topic, entries)
    if not left:
        return ()
    message = _("ô còn nguyên ví dụ của mẫu: {cells}.", cells=_cells(entries, left))
    hint = _("Hãy điền lại hoặc xóa nội dung các ô này; nếu đúng là như vậy, đổi chữ sang màu đen.")
    return (Problem(LEFT_EXAMPLE, message, entries[left[0]].place, Severity.WARNING, hint),)


def is_left_example(entry: TypedValue) -> bool:
    """Whether a cell of whatever sheet is grey and says what some example of the form says."""
    return entry.in_grey and _plainly(entry.value) in _all_values()


@cache
def _all_values() -> frozenset[str]:
    return frozenset(value for topic in topics() for value in _own_values(topic))


def _left(topic: Topic, entries: Mapping[str, TypedValue], marked: str = "") -> list[str]:
    """The fields, but for the marked one, whose cell is grey and says what the form's example says there."""
    own = _values_by_field(topic)
    return [
        field
        for field, entry in entries.items()
        if entry.in_grey and field != marked and _plainly(entry.value) in own[field]
    ]


def _cells(entries: Mapping[str, TypedValue], fields: Sequence[str]) -> str:
    """Each cell with what stands in it: B2 “Văn phòng Sở”."""
    placed = [entries[field] for field in fields]
    return ", ".join(f"{entry.place.cell} “{quoted(entry.value)}”" for entry in placed)


def _record(topic: Topic, row: int) -> Record:
    """A field with fewer examples than rows has its last in the others; one without any has its default."""
    return topic.record.model_validate(
        {column.field: _nth(column.examples, row) for column in topic.columns if column.examples}
    )


def _nth(examples: Sequence[object], row: int) -> object:
    return examples[min(row, len(examples) - 1)]


def _typed(topic: Topic, entries: Mapping[str, TypedValue], first: str) -> set[str]:
    """What stands in the row, but for kinds of paper: how those are called hangs on the office."""
    titles = {column.field for column in topic.columns if column.holds_code}
    return {
        _plainly(_unmarked(entry) if field == first else entry.value)
        for field, entry in entries.items()
        if field not in titles
    }


def _unmarked(first: TypedValue) -> str:
    return str(first.value).strip()[len(EXAMPLE) :].strip()


def _own_values(topic: Topic) -> frozenset[str]:
    """How every value of the example rows stands in a cell."""
    return frozenset().union(*_values_by_field(topic).values())


@cache  # whoever copies an example row downwards has grey cells in every row
def _values_by_field(topic: Topic) -> Mapping[str, frozenset[str]]:
    """How the values of each field of the example rows stand in a cell."""
    rows = example_records(topic)
    return {
        field: frozenset(_plainly(getattr(row, field)) for row in rows)
        for field in topic.record.model_fields
    }


def _plainly(value: object) -> str:
    text = shown(exact(value) if isinstance(value, float) else value)
    return text.removesuffix(",0").replace(".", "")
