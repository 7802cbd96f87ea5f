"""The readings of each printer and stock, kept in one small file of the workspace."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import write_whole
from vbgen.messages import _
from vbgen.printer.calibration import Readings

FILE = "printers.toml"
_HEAD = "# Độ lệch đã đo của từng máy in với từng loại phôi (mm); vbgen ghi tệp này mỗi lần đo máy in.\n"


@dataclass(frozen=True, slots=True)
class Calibration:
    """One measuring of one printer with one stock."""

    printer: str
    stock: str
    measured_on: date
    readings: Readings


def find(path: Path, printer: str, stock: str) -> Calibration | None:
    """The kept measuring of that printer and stock; UnreadableFileError when the file is damaged."""
    return next((one for one in read(path) if (one.printer, one.stock) == (printer, stock)), None)


def keep(path: Path, made: Calibration) -> None:
    """Put the measuring into the file, in place of the one before it."""
    others = [one for one in read(path) if (one.printer, one.stock) != (made.printer, made.stock)]
    kept = sorted([*others, made], key=lambda one: (one.printer, one.stock))
    write_whole(path, _written(kept).encode())


def read(path: Path) -> list[Calibration]:
    """Every kept measuring; none when there is no file yet."""
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("calibration", [])
        return [_calibration(row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        message = _(
            "Tệp {file} không đọc được: {fault}. Hãy sửa lại, hoặc xóa tệp và đo lại.",
            file=path,
            fault=fault,
        )
        raise UnreadableFileError(
            message, (Problem("calibrations", message, Place(file=str(path))),)
        ) from fault


def _calibration(row: dict[str, Any]) -> Calibration:
    readings = Readings(**{key: float(row[f"{key}_mm"]) for key in Readings.__dataclass_fields__})
    return Calibration(str(row["printer"]), str(row["stock"]), row["measured_on"], readings)


def _written(rows: Sequence[Calibration]) -> str:
    return _HEAD + "".join(_table(row) for row in rows)


def _table(row: Calibration) -> str:
    lines = [f"printer = {_quoted(row.printer)}", f"stock = {_quoted(row.stock)}"]
    lines.append(f"measured_on = {row.measured_on.isoformat()}")
    lines += [f"{key}_mm = {value!r}" for key, value in asdict(row.readings).items()]
    return "\n[[calibration]]\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON writes the same but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
