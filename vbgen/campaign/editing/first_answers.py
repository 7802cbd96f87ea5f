"""A campaign begun from a few answers: the form's first sheet, and the first person of its list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.form_words import FORM_FILE
from vbgen.campaign.editing.cell_text import content_of
from vbgen.campaign.folder import grids_of
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.headings import column_named, find_heading, known_titles
from vbgen.campaign.reading.sheets import single_columns, title_entries
from vbgen.campaign.short.first_sheet import first_topic
from vbgen.campaign.short.one_row import list_topic
from vbgen.campaign.topics import Column, Topic, worded
from vbgen.campaign.writing.workbook_out import empty_form
from vbgen.errors import Place
from vbgen.leftovers import temporary_folder
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import column_of, row_of
from vbgen.word.package.sheets.put_cells import Cells, Content, put_cells

_OF_A_PERSON = ("full_name", "position", "unit", "granted", "merit")
_ANSWERED_BY = {"granted_merit": "merit"}  # columns that are empty where another one says it
_BEHIND = -1
_FIRST_PAPER, _MOVEMENT = "award-decision", "movement"
_GROUNDS, _RECIPIENTS, _PAPERS, _MERIT = "legal_grounds", "recipients", "papers", "merit"


def first_columns(words: Vocabulary) -> tuple[Column, ...]:
    """What is asked of the office, in the order of the first sheet."""
    return first_topic(words).columns


def person_columns(words: Vocabulary) -> tuple[Column, ...]:
    """What is asked of the first person to be rewarded."""
    return tuple(list_topic(words).column(field) for field in _OF_A_PERSON)


def begun_workbook(
    office: Mapping[str, str],
    person: Mapping[str, str],
    words: Vocabulary,
    grounds: Sequence[str] = (),
) -> bytes:
    """The form with those answers, by field, grounds and recipients of any decision, and what an award alone is for.

    Nothing is proposed: a proposal that nobody signs is no paper of an office that answered so little.
    """
    data = empty_form(words)
    grids = {grid.title: grid for grid in _grids(data)}
    first, listed = first_topic(words), list_topic(words)
    topics = {each.field: each for each in worded(words)}
    cited, lines, papers = topics[_GROUNDS], topics[_RECIPIENTS], topics[_PAPERS]
    cells: dict[str, Cells] = {
        first.title: dict(_first_cells(grids[first.title], office, words)),
        listed.title: dict(_person_cells(grids[listed.title], person, words)),
    }
    if any(office.values()):
        cells[cited.title] = dict(_line_cells(grids[cited.title], grounds, cited))
        cells[lines.title] = dict(_line_cells(grids[lines.title], _kept(office), lines))
    if not office.get(_MOVEMENT):
        cells[papers.title] = dict(_paper_cells(grids[papers.title], person, papers))
    filled = {title: found for title, found in cells.items() if found}
    return put_cells(data, FORM_FILE, filled, reveal=False)


def asked_at(data: bytes, words: Vocabulary) -> Callable[[Place], str]:
    """Tells by which question a cell of such a workbook was filled: its title; empty where by none."""
    grids = {grid.title: grid for grid in _grids(data)}
    first, listed = first_topic(words), list_topic(words)
    lines = {row: each.title for row, each in _first_lines(grids[first.title], words)}
    heading = find_heading(grids[listed.title], listed)
    columns = {number: name for name, number in heading.columns.items()} if heading else {}
    asked = {each.field: each.title for each in person_columns(words)}

    def title_of(place: Place) -> str:
        if not place.cell:
            return ""
        if place.sheet == first.title:
            return lines.get(row_of(place.cell), "")
        name = columns.get(column_of(place.cell), "") if place.sheet == listed.title else ""
        return asked.get(_ANSWERED_BY.get(name, name), "")

    return title_of


def _grids(data: bytes) -> tuple[Grid, ...]:
    with temporary_folder("form") as folder:
        path = Path(folder) / FORM_FILE
        path.write_bytes(data)
        return grids_of(path, FORM_FILE)


def _first_cells(
    grid: Grid, answers: Mapping[str, str], words: Vocabulary
) -> Iterator[tuple[tuple[int, int], Content]]:
    _name, value, _start = single_columns(grid)
    for row, column in _first_lines(grid, words):
        if answers.get(column.field):
            yield (row, value), content_of(answers[column.field], None, column)


def _first_lines(grid: Grid, words: Vocabulary) -> Iterator[tuple[int, Column]]:
    """The lines of the first sheet, each with its row."""
    name, _value, start = single_columns(grid)
    known = known_titles(first_topic(words))
    for row, entry in title_entries(grid, name, start):
        column = column_named(heading_text(entry), known)
        if column is not None:
            yield row, column


def _person_cells(
    grid: Grid, answers: Mapping[str, str], words: Vocabulary
) -> Iterator[tuple[tuple[int, int], Content]]:
    """Behind the examples."""
    topic = list_topic(words)
    heading = find_heading(grid, topic)
    if heading is None or not any(answers.values()):
        return
    for field, number in heading.columns.items():
        if answers.get(field):
            yield (_BEHIND, number), content_of(answers[field], None, topic.column(field))


def _kept(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Whoever carries the decision out, and the registry's copy: mẫu 1.2 of Nghị định 30/2020/NĐ-CP has them."""
    kept = ", ".join(filter(None, ("VT", answers.get("drafting_unit_symbol"))))
    return "Như Điều 3", f"Lưu: {kept}"


def _line_cells(
    grid: Grid, texts: Sequence[str], topic: Topic
) -> Iterator[tuple[tuple[int, int], Content]]:
    """Lines of the decision."""
    heading = find_heading(grid, topic)
    if heading is None:
        return
    kind = topic.column("kind").words.title_of(_FIRST_PAPER)
    for number, text in enumerate(texts, start=1):
        yield (_BEHIND * number, heading.columns["kind"]), kind
        yield (_BEHIND * number, heading.columns["text"]), text


def _paper_cells(
    grid: Grid, person: Mapping[str, str], topic: Topic
) -> Iterator[tuple[tuple[int, int], Content]]:
    """What the decision is for: without a movement no other answer says it."""
    heading, merit = find_heading(grid, topic), person.get(_MERIT, "")
    if heading is None or not merit:
        return
    said = {"kind": topic.column("kind").words.title_of(_FIRST_PAPER), _MERIT: merit}
    for field, text in said.items():
        yield (_BEHIND, heading.columns[field]), content_of(text, None, topic.column(field))
