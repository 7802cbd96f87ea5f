"""A campaign as an Excel workbook: the clerk's form, filled or empty; and the form that a unit fills and sends."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from vbgen.campaign.short.first_sheet import (
    FIRST,
    TITLE,
    first_signer,
    first_topic,
    left_out,
    lines_of,
    with_first,
)
from vbgen.campaign.short.folding import folded
from vbgen.campaign.short.one_row import ONE_ROW, list_topic, listed_row, with_list
from vbgen.campaign.topics import Topic, worded
from vbgen.campaign.writing.first_page import write_first
from vbgen.campaign.writing.form_guide import write_guide
from vbgen.campaign.writing.form_lists import DropDowns
from vbgen.campaign.writing.form_sheets import write_single, write_table
from vbgen.messages import in_vietnamese
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.vocabulary import Vocabulary
from vbgen.outputs import DATA, write_output
from vbgen.word.package.steady_bytes import steady_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_AT_ONCE = frozenset({FIRST, ONE_ROW, "recipients"})  # what a first paper needs


def write_workbook(
    campaign: Campaign | None, path: Path, words: Vocabulary, *, examples: bool = True
) -> None:
    """Write the clerk's workbook, filled from the campaign or empty; the same data give the same bytes.

    Raises OutputError when it cannot be written, or a text is too long for a cell.
    """
    chosen = worded(words)
    rows = {each.field: _records(campaign, each) for each in chosen}
    title = f"Dữ liệu {campaign.movement.name}" if campaign else "Dữ liệu phong trào thi đua"
    write_output(path, _book(chosen, rows, title, campaign, examples=examples), sort=DATA)


def write_one_row_workbook(campaign: Campaign, path: Path, words: Vocabulary) -> None:
    """The same with one row a person; what that sheet does not hold without loss stays in the linked sheets."""
    write_output(path, one_row_workbook(campaign, words), sort=DATA)


def one_row_workbook(campaign: Campaign, words: Vocabulary) -> bytes:
    """The bytes of that workbook."""
    short = folded(campaign)
    rows = {each.field: _records(campaign, each) for each in worded(words)}
    rows |= dict.fromkeys(short.tables, ())
    rows |= {FIRST: [first_topic(words).record.model_validate(lines_of(campaign))]}
    rows |= {ONE_ROW: [listed_row(words, row) for row in short.rows]}
    if first_signer(campaign):
        rows["signers"] = rows["signers"][1:]
    follows = dict.fromkeys(left_out(campaign))
    rows["agency"] = [campaign.agency.model_copy(update=follows)]
    title = f"Dữ liệu {campaign.movement.name}".strip()
    return _short_book(rows, title, words, campaign)


def empty_form(words: Vocabulary) -> bytes:
    """The form of a whole campaign as a clerk meets it: the first sheet, the list; the rest waits, hidden."""
    return _short_book({}, "Dữ liệu phong trào thi đua", words, None)


def write_empty_form(path: Path, words: Vocabulary) -> None:
    """Write that form. Raises OutputError."""
    write_output(path, empty_form(words), sort=DATA)


def _short_book(
    rows: Mapping[str, Sequence[Record]], title: str, words: Vocabulary, campaign: Campaign | None
) -> bytes:
    listed = with_list(worded(words), list_topic(words))
    chosen = with_first(listed, words)
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = DropDowns(book, chosen, campaign)
    with in_vietnamese():
        for each in chosen:
            sheet = book.create_sheet(each.title)
            _fill(sheet, each, rows.get(each.field, ()), examples=campaign is None)
            lists.attach(sheet, each)
            if _waits(sheet, each, rows):
                sheet.sheet_state = "hidden"
        write_guide(book, chosen, title)
    lists.move_to_the_end()
    book.move_sheet(TITLE, -book.sheetnames.index(TITLE))
    book.active = 0
    return steady_bytes(book, title)


def _fill(sheet: "Worksheet", each: Topic, records: Sequence[Record], *, examples: bool) -> None:
    record = records[0] if records else None
    if each.field == FIRST:
        write_first(sheet, each, record)
    elif each.is_table:
        write_table(sheet, each, records, examples=examples)
    else:
        write_single(sheet, each, record, only_said=True)


def _waits(sheet: "Worksheet", each: Topic, rows: Mapping[str, Sequence[Record]]) -> bool:
    """Whether the sheet says nothing and is none of those that a first paper needs."""
    if each.field in _AT_ONCE:
        return False
    if each.is_table:
        return not rows.get(each.field)
    return all(sheet.cell(row, 2).value is None for row in range(2, sheet.max_row + 1))


def write_nomination_form(
    path: Path, words: Vocabulary, campaign: Campaign | None = None, unit: str | None = None
) -> None:
    """Write the workbook in which a unit proposes: filled with the unit's own people where they are known."""
    rows = dict(_rows_of_unit(campaign, unit)) if campaign and unit else {}
    name = _name_of(campaign, unit) if campaign and unit else unit
    title = f"Đề nghị khen thưởng – {name}" if name else "Đề nghị khen thưởng của đơn vị"
    chosen = tuple(each for each in worded(words) if each.sheet.from_units)
    write_output(path, _book(chosen, rows, title, campaign, examples=True), sort=DATA)


def _records(campaign: Campaign | None, each: Topic) -> Sequence[Record]:
    if campaign is None:
        return ()
    value = getattr(campaign, each.field)
    return value if each.is_table else (value,)


def _name_of(campaign: Campaign, unit: str) -> str:
    return next((each.name for each in campaign.units if each.id == unit), unit)


def _rows_of_unit(campaign: Campaign, unit: str) -> Iterator[tuple[str, Sequence[Record]]]:
    """The unit's own people, and what the campaign knows of each of them."""
    people = [each for each in campaign.nominees if each.unit == unit]
    ids = {each.id for each in people}
    yield "nominees", people
    yield "initiatives", [each for each in campaign.initiatives if each.nominee in ids]
    yield "past_awards", [each for each in campaign.past_awards if each.nominee in ids]


def _book(
    chosen: Sequence[Topic],
    rows: dict[str, Sequence[Record]],
    title: str,
    campaign: Campaign | None,
    *,
    examples: bool,
) -> bytes:
    book = book_of(chosen, rows, title, campaign, examples=examples)
    return steady_bytes(book, title)


def book_of(
    chosen: Sequence[Topic],
    rows: Mapping[str, Sequence[Record]],
    title: str,
    campaign: Campaign | None,
    *,
    examples: bool = False,
) -> Workbook:
    """The workbook of these sheets, with its guide and its drop-down lists."""
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = DropDowns(book, chosen, campaign)
    with in_vietnamese():
        for each in chosen:
            _add_sheet(book, each, rows.get(each.field, ()), lists, examples=examples)
        write_guide(book, chosen, title)
    lists.move_to_the_end()
    book.active = 0
    return book


def _add_sheet(
    book: Workbook, each: Topic, records: Sequence[Record], lists: DropDowns, *, examples: bool
) -> None:
    sheet = book.create_sheet(each.title)
    if each.is_table:
        write_table(sheet, each, records, examples=examples)
    else:
        write_single(sheet, each, records[0] if records else None)
    lists.attach(sheet, each)
