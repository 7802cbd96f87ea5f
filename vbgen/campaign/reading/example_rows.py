"""The example row of a table: what it holds, and whether someone typed data into it by mistake."""

from collections.abc import Mapping

from vbgen.campaign.cells.entries import Entry
from vbgen.campaign.cells.markers import EXAMPLE
from vbgen.campaign.cells.shown import shown, typed_example
from vbgen.campaign.subjects import Column, Kind, Subject
from vbgen.errors import Problem, Severity
from vbgen.messages import _


def example_value(column: Column) -> object:
    """What the example row shows in this column; the first choice of a list, nothing where the model has no example."""
    if column.choice:
        return next(iter(column.choice)) if column.required else None
    if column.kind is Kind.TRUTH:
        return False if column.required else None
    return column.example


def changed_example(
    subject: Subject, entries: Mapping[str, Entry], first: Entry
) -> tuple[Problem, ...]:
    """A warning when a row marked as an example holds other values than the form's own."""
    own = {"", *(_plainly(example_value(column)) for column in subject.columns)}
    own |= {_plainly(typed_example(column)) for column in subject.columns}
    typed = {_plainly(entry.value) for entry in entries.values() if entry is not first}
    typed.add(_plainly(str(first.value).strip()[len(EXAMPLE) :].strip()))
    if typed <= own:
        return ()
    message = _(
        "hàng mang dấu “{mark}” nên bị bỏ qua, nhưng nội dung khác ví dụ của mẫu.", mark=EXAMPLE
    )
    hint = _("Nếu đây là dữ liệu thật, hãy xóa chữ “{mark}” ở ô đầu hàng.", mark=EXAMPLE)
    return (Problem("changed-example", message, first.place, Severity.WARNING, hint),)


def _plainly(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else shown(value)
    return text.removesuffix(",0").replace(".", "")
