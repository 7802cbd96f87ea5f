"""A copy of a workbook with every problem at its cell, coloured and commented, and in a list with links."""

import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign.cells.form_words import FORM_FILE
from vbgen.campaign.inputs.main_files import main_files
from vbgen.campaign.writing.results_sheet import write_results
from vbgen.errors import OutputError, Problem, Severity, UnreadableFileError
from vbgen.files import DAMAGE
from vbgen.messages import _
from vbgen.outputs import write_output
from vbgen.word.package.steady_bytes import steady_bytes
from vbgen.word.package.workbook import read_package, refuse, without_drawings

_FILLS = {
    Severity.ERROR: PatternFill("solid", start_color="FF9C9C"),
    Severity.WARNING: PatternFill("solid", start_color="FFD966"),
    Severity.NOTE: PatternFill("solid", start_color="BDD7EE"),
}
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_COMMENT_WIDTH, _LINE, _LETTERS = 400, 22, 48


def annotate_workbook(source: Path, problems: Sequence[Problem], out: Path) -> None:
    """Write the annotated copy to `out`; the original is never touched.

    `source` is the workbook, or the campaign folder that holds it. Cells of `problems` are matched by sheet and
    cell where the file's name fits; all problems stand in the list. Formulas keep their text, not their results;
    pictures and charts are left out of the copy.
    Raises UnreadableFileError where there is no readable workbook, OutputError when the copy cannot be written.
    """
    path = _workbook_in(source) if source.is_dir() else source
    if out.resolve() == path.resolve():
        message = _(
            "Không ghi bản chú thích đè lên tệp gốc {file}; hãy chọn tên khác.", file=path.name
        )
        raise OutputError(message)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl drops from the copy stands in the original
        book = _opened(path)
        _mark_cells(book, [problem for problem in problems if _is_about(problem, path)])
        write_results(book, problems, path.name)
        write_output(out, steady_bytes(book))


def _opened(path: Path) -> openpyxl.Workbook:
    data = without_drawings(read_package(path, path.name))
    try:
        return openpyxl.load_workbook(BytesIO(data), rich_text=True)
    except DAMAGE as error:
        refuse(
            path.name,
            "damaged-file",
            _("tệp Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi thử lại."),
            error,
        )


def _is_about(problem: Problem, path: Path) -> bool:
    """The problem names this file, or none; files of the units are named with their folder."""
    named = problem.place.file
    return named in {"", path.name} or path.as_posix().endswith(f"/{named}")


def _workbook_in(folder: Path) -> Path:
    main = main_files(folder)[0]
    if main.name.casefold() != FORM_FILE:
        refuse(
            main.name,
            "no-workbook",
            _("chỉ chú thích được vào tệp Excel .xlsx; hãy lưu dữ liệu thành campaign.xlsx."),
        )
    return main


def _mark_cells(book: openpyxl.Workbook, problems: Iterable[Problem]) -> None:
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    in_cells = [
        problem for problem in problems if problem.place.cell and problem.place.sheet in sheets
    ]
    in_cells.sort(key=_cell_of)
    for (title, cell), found in groupby(in_cells, key=_cell_of):
        _mark(sheets[title], cell, list(found))


def _cell_of(problem: Problem) -> tuple[str, str]:
    return problem.place.sheet, problem.place.cell


def _mark(sheet: Worksheet, cell_name: str, problems: list[Problem]) -> None:
    cell = _first_cell(sheet, cell_name)
    problems.sort(key=lambda problem: _GRAVITY.index(problem.severity))
    cell.fill = _FILLS[problems[0].severity]
    told = [
        f"{problem.severity.label}: {problem.message} {problem.hint}".strip()
        for problem in problems
    ]
    kept = [cell.comment.text] if cell.comment else []
    cell.comment = _comment("\n".join([*told, *kept]))


def _first_cell(sheet: Worksheet, name: str) -> Cell:
    """The cell, or the first of the merged range that hides it."""
    for merged in sheet.merged_cells.ranges:
        if name in merged:
            name = merged.start_cell.coordinate
    cell = sheet[name]
    if not isinstance(cell, Cell):
        raise UnreadableFileError(_("Không tìm thấy ô {cell}.", cell=name))
    return cell


def _comment(text: str) -> Comment:
    lines = sum(1 + len(line) // _LETTERS for line in text.splitlines())
    return Comment(text, "vbgen", height=_LINE * (lines + 1), width=_COMMENT_WIDTH)
