"""The campaign folder: which files are read, and what comes of them together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from vbgen.campaign.assembling import Assembled, Places, UnderstoodFile, assemble, understand
from vbgen.campaign.cells.entries import TypedFile
from vbgen.campaign.inputs.inventory import take_stock
from vbgen.campaign.inputs.main_files import main_files
from vbgen.campaign.short.codes import KnownRows
from vbgen.campaign.topics import topics
from vbgen.campaign.untouched import UNTOUCHED, is_untouched, untouched
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, UnreadableFileError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from vbgen.campaign.reading.grid import Grid

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign without errors, what was changed or doubted while it was read, and where everything stands."""

    campaign: Campaign
    notes: tuple[Problem, ...] = ()
    places: Places = field(default_factory=Places)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a folder holds, right or wrong; the campaign is None while there are errors."""

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    places: Places

    def place_of(self, table: str, row: int = 0, field: str = "") -> Place:
        """The place of a value of the campaign: table as a field of Campaign, row from 0, field of the row."""
        return self.places.place_of(table, row, field)

    def records(self, table: str, of: type[RecordT]) -> Iterator[RecordT]:
        """The rows of a table that are right, whatever is wrong elsewhere."""
        rows = self.places.rows.get(table, ())
        return (each.record for each in rows if isinstance(each.record, of))


def load_campaign(folder: Path, words: Vocabulary) -> Loaded:
    """The campaign of a folder: campaign.xlsx or campaign.yaml, and what the units sent to nominations/.

    Raises UnreadableFileError when the main file cannot be read, ProblemsFoundError with every problem and
    note of all files otherwise.
    """
    return _settled(_assembled(folder, words))


def load_file(path: Path, words: Vocabulary) -> Loaded:
    """The campaign of one workbook or YAML file, without the folder around it; raises as `load_campaign` does."""
    return _settled(assemble(understand(read_source(path, path.name, words), words)))


def inspect_campaign(folder: Path, words: Vocabulary) -> Inspection:
    """The same as `load_campaign`, but problems are given, not raised."""
    try:
        found = _assembled(folder, words)
    except UnreadableFileError as error:
        return Inspection(None, error.problems, Places())
    return Inspection(found.campaign, found.problems, found.places)


def read_source(path: Path, name: str, words: Vocabulary, *, is_sent: bool = False) -> TypedFile:
    """A workbook or YAML file taken apart, the campaign's own or one that a unit sent; messages call it `name`."""
    if path.suffix.casefold() in {".yaml", ".yml"}:
        from vbgen.campaign.reading.yaml_source import read_yaml_source

        return read_yaml_source(path, name)
    from vbgen.campaign.reading.sheets import tables_of

    return tables_of(grids_of(path, name), name, words, is_sent=is_sent)


def grids_of(path: Path, name: str) -> "tuple[Grid, ...]":
    """The sheets of a file by what it really is, whatever its name says."""
    from vbgen.word.package.file_kinds import FileKind
    from vbgen.word.package.foreign.file_look import look
    from vbgen.word.package.foreign.workbooks import READ_HERE
    from vbgen.word.package.workbook import file_bytes, read_workbook

    kind = look(path)
    if kind in READ_HERE and kind is not None:
        from vbgen.campaign.reading.other_grids import foreign_grids

        return foreign_grids(file_bytes(path, name), kind, name)
    if kind in {FileKind.TEXT, FileKind.OTHER} and path.suffix.casefold() == ".csv":
        from vbgen.campaign.reading.other_grids import csv_grid

        return csv_grid(file_bytes(path, name), name)
    from vbgen.campaign.reading.xlsx_grids import read_grids

    return read_grids(read_workbook(path, name), name)


def _assembled(folder: Path, words: Vocabulary) -> Assembled:
    first, *others = main_files(folder)
    known = KnownRows()
    mains = [understand(read_source(first, first.name, words), words, known)]
    mains += [understand(read_source(path, path.name, words), words) for path in others]
    units, told = _from_units(folder, words, known)
    found = assemble(mains[0], units)
    problems = (*_beside_the_first(mains), *found.problems, *told)
    if not others and not units and is_untouched(mains[0]):
        return Assembled(None, (untouched(first.name), *told), found.places)
    good = not any(problem.severity is Severity.ERROR for problem in problems)
    return Assembled(found.campaign if good else None, problems, found.places)


def _beside_the_first(mains: Sequence[UnderstoodFile]) -> Iterable[Problem]:
    """What is said of other forms of the same data beside the one that counts."""
    for other in mains[1:]:
        yield from _two_files(mains[0], other)


def _settled(found: Assembled) -> Loaded:
    if found.campaign is not None:
        return Loaded(found.campaign, found.problems, found.places)
    if waiting := next((each for each in found.problems if each.code == UNTOUCHED), None):
        raise ProblemsFoundError(waiting.message, found.problems)
    count = sum(problem.severity is Severity.ERROR for problem in found.problems)
    raise ProblemsFoundError(_("Dữ liệu có {count} lỗi cần sửa.", count=count), found.problems)


def _from_units(
    folder: Path, words: Vocabulary, known: KnownRows
) -> tuple[list[UnderstoodFile], list[Problem]]:
    """What the units sent, and what is said of all that lies beside it."""
    stock = take_stock(folder)
    understood: list[UnderstoodFile] = []
    problems: list[Problem] = []
    for path in stock.sent:
        name = path.relative_to(folder).as_posix()
        try:
            sent = read_source(path, name, words, is_sent=True)
            understood.append(understand(sent, words, known))
        except UnreadableFileError as error:
            problems += error.problems
    return understood, [*problems, *stock.problems]


def _two_files(main: UnderstoodFile, other: UnderstoodFile) -> Iterable[Problem]:
    if any(problem.severity is Severity.ERROR for problem in (*main.problems, *other.problems)):
        yield from other.problems
    differing = [
        each.title for each in topics() if _records(main, each.field) != _records(other, each.field)
    ]
    place = Place(file=main.file)
    if not differing:
        message = _(
            "có cả {other} với cùng nội dung; dùng {main}.", main=main.file, other=other.file
        )
        yield Problem("two-equal-files", message, place, Severity.NOTE)
        return
    message = _(
        "có cả {other} nhưng nội dung khác nhau ở: {titles}.",
        other=other.file,
        titles=", ".join(differing),
    )
    hint = _("Hãy giữ tệp đúng và chuyển tệp kia ra ngoài thư mục.")
    yield Problem("two-differing-files", message, place, hint=hint)


def _records(source: UnderstoodFile, table: str) -> list[object]:
    """The records of a table; one that says nothing is as good as none."""
    return [typed.record for typed in source.rows.get(table, ()) if _says_anything(typed.record)]


def _says_anything(record: Record | None) -> bool:
    return record is None or bool(record.model_dump(exclude_defaults=True))
