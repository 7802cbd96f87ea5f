"""Awards added to the campaign's own file: in the rows of their proposals, or behind those of their sheet."""

from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from vbgen.campaign.assembling import Places
from vbgen.campaign.cells.entries import TypedTable
from vbgen.campaign.cells.markers import escaped
from vbgen.campaign.folder import Loaded
from vbgen.campaign.inputs.main_files import main_files
from vbgen.campaign.short.one_row import list_topic
from vbgen.campaign.topics import topic
from vbgen.errors import UsageError
from vbgen.files import write_whole
from vbgen.messages import _
from vbgen.model.people import Award
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import column_of, row_of
from vbgen.word.package.sheets.put_cells import put_cells
from vbgen.word.package.workbook import file_bytes

_Sheets = dict[str, dict[tuple[int, int], str | int]]


def add_awards(folder: Path, loaded: Loaded, awards: Sequence[Award], words: Vocabulary) -> Path:
    """The file that the awards were written to; everything else in it stays as it was."""
    file = main_files(folder)[0]
    write_whole(file, with_awards(file, loaded, awards, words))
    return file


def with_awards(file: Path, loaded: Loaded, awards: Sequence[Award], words: Vocabulary) -> bytes:
    """What the campaign's own file says with the awards in it.

    With one row a person they stand in the rows of their proposals, with the codes that were made for those people.
    Raises UsageError for a workbook that is no .xlsx, OutputError when it cannot be written.
    """
    ending = file.suffix.casefold()
    if ending in {".yaml", ".yml"}:
        return _in_yaml(file, awards)
    if ending == ".xlsx":
        cells = _cells(loaded, awards, words)
        return put_cells(file_bytes(file, file.name), file.name, cells)
    message = _(
        "Chỉ ghi thêm được vào tệp .xlsx hoặc .yaml, không ghi được {file}.", file=file.name
    )
    hint = _("Hãy mở bằng Excel, lưu thành campaign.xlsx rồi làm lại.")
    raise UsageError(f"{message} {hint}")


def _in_yaml(file: Path, awards: Sequence[Award]) -> bytes:
    yaml = YAML()
    yaml.width, yaml.preserve_quotes = 110, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    data: Any = yaml.load(file_bytes(file, file.name).decode("utf-8-sig"))
    rows = data.get("awards") or []
    rows.extend(each.model_dump(exclude_defaults=True) | {"phase": each.phase} for each in awards)
    data["awards"] = rows
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue().encode()


def _cells(loaded: Loaded, awards: Sequence[Award], words: Vocabulary) -> _Sheets:
    places, listed = loaded.places, loaded.places.listed
    in_list = _rows_in_list(loaded, listed)
    sheets: _Sheets = {}
    if listed is not None:
        _fill_list(sheets.setdefault(listed.place.sheet, {}), listed, in_list, awards, words)
    others = [each for each in awards if _key(each) not in in_list]
    if others:
        table = _own_sheet(places)
        _add_rows(sheets.setdefault(table.place.sheet, {}), table, others)
    return {title: cells for title, cells in sheets.items() if cells}


def _key(each: Any) -> tuple[int, str, str]:  # noqa: ANN401 - an award or a proposal
    return each.phase, each.nominee, each.award


def _rows_in_list(loaded: Loaded, listed: TypedTable | None) -> dict[tuple[int, str, str], int]:
    """Proposal → its row in the sheet with one row a person."""
    if listed is None:
        return {}
    found = zip(
        loaded.campaign.nominations, loaded.places.rows.get("nominations", ()), strict=False
    )
    return {
        _key(proposal): row_of(typed.row.place.cell)
        for proposal, typed in found
        if typed.row.place._replace(cell="") == listed.place._replace(cell="")
    }


def _fill_list(
    cells: dict[tuple[int, int], str | int],
    listed: TypedTable,
    rows: Mapping[tuple[int, str, str], int],
    awards: Sequence[Award],
    words: Vocabulary,
) -> None:
    """The honour of each award, and the code of whom it goes to, in columns that are added where they lack."""
    columns = {name: column_of(at) for name, at in listed.letters.items()}
    free = max(columns.values()) + 1
    for name in ("granted", "id"):
        if name not in columns:
            columns[name], free = free, free + 1
            title = list_topic(words).column(name).title
            cells[row_of(listed.place.cell), columns[name]] = title
    for each in awards:
        if row := rows.get(_key(each)):
            cells[row, columns["granted"]] = escaped(each.award)
            cells[row, columns["id"]] = escaped(each.nominee)


def _own_sheet(places: Places) -> TypedTable:
    """The sheet of awards; UsageError where the workbook has none."""
    table = places.tables.get("awards")
    if table is None or not table.letters or table is places.listed:
        title = topic("awards").title
        raise UsageError(
            _("Tệp chưa có trang “{title}”. Hãy thêm trang đó như trong mẫu.", title=title)
        )
    return table


def _add_rows(
    cells: dict[tuple[int, int], str | int], table: TypedTable, awards: Sequence[Award]
) -> None:
    for number, each in enumerate(awards, 1):
        for name, at in table.letters.items():
            value = getattr(each, name)
            if value != "":
                text = value if isinstance(value, int) else escaped(str(value))
                cells[-number, column_of(at)] = text
