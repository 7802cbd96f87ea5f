"""What an office calls columns of its tables: `headings.toml` beside its kinds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import get_args, get_origin

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import read_toml
from vbgen.messages import _
from vbgen.model.campaign import Campaign

FILE = "headings.toml"


@dataclass(frozen=True, slots=True)
class OwnHeadings:
    """Other headings of columns, and those of columns that are the office's own business."""

    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()  # field or title → headings
    ignored: tuple[str, ...] = ()


def own_headings(folders: Sequence[Path]) -> OwnHeadings:
    """Those of every folder together; UnreadableFileError with everything that is wrong in a file."""
    found = [_read(folder / FILE) for folder in folders if (folder / FILE).is_file()]
    columns = tuple(pair for each in found for pair in each.columns)
    return OwnHeadings(columns, tuple(word for each in found for word in each.ignored))


def _read(path: Path) -> OwnHeadings:
    held = read_toml(path)
    problems = tuple(_problems(held, path))
    if problems:
        message = _("Tệp {file} có {count} chỗ sai.", file=path.name, count=len(problems))
        raise UnreadableFileError(message, problems)
    columns = tuple((name, tuple(titles)) for name, titles in held.get("columns", {}).items())
    return OwnHeadings(columns, tuple(held.get("ignored", ())))


def _problems(held: Mapping[str, object], path: Path) -> Iterator[Problem]:
    columns = held.get("columns", {})
    for key in held.keys() - {"columns", "ignored"}:
        message = _("không có mục “{name}”.", name=key)
        hint = _("Chỉ có ignored và [columns]; hãy sửa lại tên mục.")
        yield Problem("settings", message, Place(file=str(path), path=key), hint=hint)
    if not _are_texts(held.get("ignored", [])):
        yield _no_texts(path, "ignored")
    if not isinstance(columns, Mapping):
        yield _no_texts(path, "columns")
        return
    known = _known()
    for name, titles in columns.items():
        if name not in known:
            yield _unknown(path, name, known)
        elif not _are_texts(titles):
            yield _no_texts(path, f"columns.{name}")


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _no_texts(path: Path, key: str) -> Problem:
    message = _("“{key}” phải là danh sách chữ.", key=key)
    hint = _('Hãy viết ["chữ", "chữ"].')
    return Problem("settings", message, Place(file=str(path), path=key), hint=hint)


def _unknown(path: Path, name: str, known: frozenset[str]) -> Problem:
    near = get_close_matches(name, sorted(known), n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near else _("Hãy ghi đúng tên cột của mẫu.")
    message = _("không bảng nào có cột “{name}”.", name=name)
    return Problem("settings", message, Place(file=str(path), path=f"columns.{name}"), hint=hint)


def _known() -> frozenset[str]:
    """Every field and title of the campaign's records."""
    found: set[str] = set()
    for info in Campaign.model_fields.values():
        held = info.annotation
        record = get_args(held)[0] if get_origin(held) is tuple else held
        fields = getattr(record, "model_fields", {})
        found |= {*fields, *(each.title or name for name, each in fields.items())}
    return frozenset(found)
