"""A launch paper read into a campaign that has its data: what they leave open is taken, what differs is shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.assembling import UnderstoodFile, understand
from vbgen.campaign.editing.adding import AddedRecords, AddedValue
from vbgen.campaign.editing.versions import WorkbookSaving, keep_with, new_version, versions_of
from vbgen.campaign.folder import read_source
from vbgen.campaign.inputs.main_files import main_files
from vbgen.errors import Place, Problem, Severity
from vbgen.intake.papers.bodies import body_of
from vbgen.intake.papers.campaigns import LAUNCH, CampaignRows, campaign_rows
from vbgen.intake.values import FileReading
from vbgen.messages import _, quoted
from vbgen.model.field import Record
from vbgen.model.paper import BODIES
from vbgen.office.editing.one_writer import only_writer
from vbgen.office.editing.open_workbook import OpenWorkbook
from vbgen.outputs import DATA, write_output
from vbgen.word.package.sheets.put_cells import put_cells
from vbgen.words.names import fold

if TYPE_CHECKING:
    from vbgen.campaign.records import UnderstoodRow
    from vbgen.office.office import Office


@dataclass(frozen=True)
class LaunchJoined:
    """The files that were written, and a word on every value that a person should look at."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def join_launch(office: "Office", folder: Path, source: Path, reading: FileReading) -> LaunchJoined:
    """Fill the campaign's own workbook where it says nothing.

    Data that are no .xlsx, or stand in two files, are only held against the paper.
    """
    file, *others = main_files(folder)
    versions = versions_of(office.root, folder.name)
    book, rows = OpenWorkbook(file, versions), campaign_rows(reading)
    if others or file.suffix.casefold() != ".xlsx":
        differing = _differing(_held(office, book, rows), rows)
        return LaunchJoined((), (*differing, only_shown(reading.file)))
    with only_writer(versions):
        book.refuse_opened()
        added = _held(office, book, rows)
        written = _saved(office, book, added)
        body = _body(folder, source, added)
    told = (*_differing(added, rows), *_taken(added, rows), *body.problems)
    return LaunchJoined((*written, *body.written), tuple(told))


def _held(office: "Office", book: OpenWorkbook, rows: CampaignRows) -> AddedRecords:
    there = understand(read_source(book.file, book.file.name, office.words), office.words)
    added = AddedRecords(there, office.words)
    for table, records in _with_known_signer(rows.rows, there).items():
        added.add(table, records)
    return added


def _with_known_signer(
    tables: Mapping[str, Sequence[Record]], there: UnderstoodFile
) -> Mapping[str, Sequence[Record]]:
    """The tables with the campaign's own code for the signer; without one where it knows others and not him."""
    known: dict[str, UnderstoodRow] = {}
    for each in there.rows.get("signers", ()):
        known.setdefault(fold(str(each.values.get("full_name", ""))), each)
    found = {name: list(records) for name, records in tables.items()}
    for signer in tables["signers"]:
        row = known.get(fold(str(getattr(signer, "full_name", ""))))
        code = row.values.get("id", "") if row else ""
        if known:
            found["signers"] = [signer.model_copy(update={"id": code})]
            found["papers"] = [
                each.model_copy(update={"signer": code}) for each in tables["papers"]
            ]
    return found


def _saved(office: "Office", book: OpenWorkbook, added: AddedRecords) -> tuple[Path, ...]:
    """The workbook with the cells filled, as a version of its own; nothing where there is none to fill."""
    if not added.cells:
        return ()
    content = put_cells(book.data, book.file.name, added.cells)
    around, saving = office.surroundings, WorkbookSaving(upload="")
    contents = (book.data, content)
    keep_with(
        book.file, content, new_version(book.versions, around.who, around.clock(), contents, saving)
    )
    return (book.file,)


def _body(folder: Path, source: Path, added: AddedRecords) -> LaunchJoined:
    """The paper's body, where the campaign has neither one nor a text of its own."""
    target = folder / BODIES / f"{LAUNCH}.docx"
    if target.exists() or added.there.rows.get("contents"):
        message = _("phong trào đã có nội dung của văn bản này nên phần lời văn không ghi.")
        place = Place(file=source.name)
        return LaunchJoined((), (Problem("body-only-shown", message, place, Severity.NOTE),))
    write_output(target, body_of(source), sort=DATA)
    return LaunchJoined((target,), ())


def only_shown(file: str) -> Problem:
    """A word on a launch paper that could not be written into the campaign's own file."""
    message = _("phong trào này đã có dữ liệu nên phần văn bản chỉ được hiện ra, không ghi.")
    return Problem("paper-only-shown", message, Place(file=file), Severity.NOTE)


def _differing(added: AddedRecords, rows: CampaignRows) -> Iterator[Problem]:
    """Both values of what the paper says otherwise."""
    for each in added.differing:
        if (each.table, each.row, each.field) in rows.guessed:
            continue
        message = _(
            "{title}: dữ liệu ghi “{there}”, văn bản ghi “{told}”; giữ như dữ liệu.",
            title=each.title,
            there=quoted(each.there),
            told=quoted(each.told),
        )
        hint = _source(each, rows)
        yield Problem("paper-differs", message, each.place, Severity.WARNING, hint=hint)


def _taken(added: AddedRecords, rows: CampaignRows) -> Iterator[Problem]:
    """What was taken, row by row; a doubtful value by itself."""
    sure: dict[tuple[str, int], list[AddedValue]] = defaultdict(list)
    for each in added.taken:
        mark = rows.marks.get((each.table, each.row, each.field))
        if mark and mark.is_doubtful:
            message = _(
                "{title}: đã ghi “{told}”, chưa chắc.", title=each.title, told=quoted(each.told)
            )
            hint = _source(each, rows)
            yield Problem("paper-taken", message, each.place, Severity.WARNING, hint=hint)
        else:
            sure[each.table, each.row].append(each)
    for values in sure.values():
        told = "; ".join(f"{each.title} “{quoted(each.told)}”" for each in values)
        message = _("đã ghi {values}.", values=told)
        yield Problem("paper-taken", message, values[0].place, Severity.NOTE)


def _source(each: AddedValue, rows: CampaignRows) -> str:
    mark = rows.marks.get((each.table, each.row, each.field))
    return " ".join(mark.comment.split()) if mark else ""
