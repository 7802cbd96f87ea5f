"""Any text in any cell: no fault of ours, no hang, and nothing lost without a word."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.records import understood
from vbgen.campaign.topics import ColumnKind, topics
from vbgen.errors import Place

LETTERS = st.characters(exclude_categories=["Cs"])
HARD = st.sampled_from(
    (
        "\u200b", "\u00ad", "\ufeff", "\ufffd", "\u202e", "Nguyá»…n", "Ã\u00a0", "PhÕm", "Hµ", "Ông", "và", "=1+1",
        "{{ x }}", "{% x %}", "31/02/2022", "2022", "1e400", "-0", "\u0301", "\u0323\u0301", "ｎ", "𝐍", "А", "Α", "\n",
        "\t", "_x0007_", "(để trống)", "#REF!", "NaN", "∞", "٣", "x", "Có", "%", "1.234,5", "12%", "00:00", "lúc 8h",
    )
)  # fmt: skip
ANY = st.lists(HARD | st.text(LETTERS, max_size=8), max_size=6).map("".join) | st.lists(
    HARD, max_size=6
).map(" ".join)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()
TABLES = [each for each in topics() if each.is_table]


@settings(max_examples=400)
@given(st.data())
def test_any_value_in_any_cell_is_read_or_told(data: st.DataObject) -> None:
    topic = data.draw(st.sampled_from(TABLES))
    column = data.draw(st.sampled_from(topic.columns))
    value = data.draw(ANY | NUMBERS)
    place = Place(sheet=topic.title, cell="B2")
    pattern = data.draw(st.sampled_from(("General", "@", "0", "#,##0", "0%", "dd/mm/yyyy", "m/d")))
    entries = {column.field: TypedValue(value, place, pattern)}

    (typed,), problems = understood(topic, TypedTable(place, (TypedRow(place, entries),)))

    told = [problem for problem in problems if problem.place == place]
    assert all(problem.message and len(problem.message) < 1_000 for problem in problems)
    read = typed.values.get(column.field)
    if column.kind is ColumnKind.TEXT and isinstance(value, str):
        is_same = read == value or (read is None and not value.strip())
        assert is_same or told or read == value.removeprefix("\\") or column.holds_code
    elif read is None:
        assert told or value in (None, "") or not str(value).strip()


@settings(max_examples=300)
@given(ANY)
def test_what_is_kept_of_a_name_holds_every_letter_of_it(text: str) -> None:
    """Letters may be composed, converted or made Latin; none of them goes without being told."""
    topic = next(each for each in TABLES if each.field == "council")
    place = Place(sheet=topic.title, cell="B2")
    entries = {"full_name": TypedValue(text, place)}
    (typed,), problems = understood(topic, TypedTable(place, (TypedRow(place, entries),)))
    read = str(typed.values.get("full_name") or "")
    plain = unicodedata.normalize("NFC", "".join(text.split()))
    if "".join(read.split()) != plain:
        assert [problem for problem in problems if problem.place == place]
