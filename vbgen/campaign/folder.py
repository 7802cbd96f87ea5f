"""The campaign folder: which files are read, and what comes of them together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.campaign.assembling import Assembled, Places, UnderstoodFile, assemble, understand
from vbgen.campaign.cells.entries import TypedFile
from vbgen.campaign.cells.form_words import FORM_FILE, NOMINATIONS, YAML_FILE
from vbgen.campaign.topics import topics
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, UnreadableFileError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.vocabulary import Vocabulary
from vbgen.ways import StartWorkspace

_READABLE = (".xlsx", ".yaml", ".yml")
_TO_BE_RESAVED = (".xls", ".xlsm", ".xlsb", ".ods", ".csv")


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


def load_campaign(folder: Path, words: Vocabulary) -> Loaded:
    """The campaign of a folder: campaign.xlsx or campaign.yaml, and what the units sent to nominations/.

    Raises UnreadableFileError when the main file cannot be read, ProblemsFoundError with every problem and
    note of all files otherwise.
    """
    return _settled(_assembled(folder, words))


def load_file(path: Path, words: Vocabulary) -> Loaded:
    """The campaign of one workbook or YAML file, without the folder around it; raises as `load_campaign` does."""
    return _settled(assemble(understand(read_source(path, path.name), words)))


def inspect_campaign(folder: Path, words: Vocabulary) -> Inspection:
    """The same as `load_campaign`, but problems are given, not raised."""
    try:
        found = _assembled(folder, words)
    except UnreadableFileError as error:
        return Inspection(None, error.problems, Places())
    return Inspection(found.campaign, found.problems, found.places)


def read_source(path: Path, name: str) -> TypedFile:
    """A workbook or YAML file taken apart; `name` is what messages call it."""
    if path.suffix.casefold() in {".yaml", ".yml"}:
        from vbgen.campaign.reading.yaml_source import read_yaml_source

        return read_yaml_source(path, name)
    from vbgen.campaign.reading.grid import read_grids
    from vbgen.campaign.reading.sheets import tables_of
    from vbgen.word.package.workbook import read_package

    return tables_of(read_grids(read_package(path, name), name), name)


def main_files(folder: Path) -> tuple[Path, ...]:
    """The campaign's own files in the folder: one or both of the workbook and the YAML file.

    Raises UnreadableFileError when there is none, with what could be meant.
    """
    try:
        found = {each.name.casefold(): each for each in sorted(folder.iterdir())}
    except OSError as error:
        raise _no_folder(folder) from error
    main = tuple(found[name] for name in (FORM_FILE, YAML_FILE) if name in found)
    if not main:
        raise _no_main_file(folder, list(found.values()))
    return main


def _assembled(folder: Path, words: Vocabulary) -> Assembled:
    mains = [understand(read_source(path, path.name), words) for path in main_files(folder)]
    units, unreadable = _from_units(folder, words)
    found = assemble(mains[0], units)
    other = mains[1] if len(mains) > 1 else None
    problems = (
        (*_two_files(mains[0], other), *found.problems, *unreadable)
        if other
        else (*found.problems, *unreadable)
    )
    good = not any(problem.severity is Severity.ERROR for problem in problems)
    return Assembled(found.campaign if good else None, problems, found.places)


def _settled(found: Assembled) -> Loaded:
    if found.campaign is not None:
        return Loaded(found.campaign, found.problems, found.places)
    count = sum(problem.severity is Severity.ERROR for problem in found.problems)
    raise ProblemsFoundError(_("Dữ liệu có {count} lỗi cần sửa.", count=count), found.problems)


def _from_units(folder: Path, words: Vocabulary) -> tuple[list[UnderstoodFile], list[Problem]]:
    understood: list[UnderstoodFile] = []
    problems: list[Problem] = []
    for path in _unit_files(folder / NOMINATIONS):
        name = f"{NOMINATIONS}/{path.name}"
        try:
            understood.append(understand(read_source(path, name), words))
        except UnreadableFileError as error:
            problems += error.problems
    return understood, problems


def _unit_files(folder: Path) -> Iterator[Path]:
    """Workbooks and YAML files in name order; locks of open workbooks and other papers are passed over."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir(), key=lambda each: each.name.casefold()):
        if path.name.startswith((".", "~$")) or path.is_dir():
            continue
        if path.suffix.casefold() in (*_READABLE, *_TO_BE_RESAVED):
            yield path


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
    return [typed.record for typed in source.rows.get(table, ())]


def _no_folder(folder: Path) -> UnreadableFileError:
    reason = _("không có thư mục này; hãy kiểm tra lại đường dẫn.")
    if folder.is_file():
        reason = _("đây là tệp; hãy chỉ tới thư mục chứa nó.")
    return UnreadableFileError(
        f"{folder.name}: {reason}", (Problem("missing-folder", reason, Place(file=folder.name)),)
    )


def _no_main_file(folder: Path, there: list[Path]) -> UnreadableFileError:
    message = _(
        "Thư mục {folder} không có {form} hay {yaml}.",
        folder=folder.name,
        form=FORM_FILE,
        yaml=YAML_FILE,
    )
    near = [path.name for path in there if path.suffix.casefold() in (*_READABLE, *_TO_BE_RESAVED)]
    place = Place(file=folder.name)
    if not near:
        ways = (StartWorkspace(),)
        return UnreadableFileError(message, (Problem("missing-file", message, place, ways=ways),))
    hint = _("Có {files}: hãy lưu thành {form}.", files=", ".join(near), form=FORM_FILE)
    problem = Problem("missing-file", message, place, hint=hint)
    return UnreadableFileError(f"{message} {hint}", (problem,))
