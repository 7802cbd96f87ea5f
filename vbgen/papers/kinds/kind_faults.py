"""What is wrong with the keys of a `kind.toml`: each with its key, what may stand there, and the nearest name."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vbgen.errors import Place, Problem
from vbgen.messages import _

_OURS = frozenset(
    {"id", "folder", "declaration", "frame_file", "bodies", "dossiers", "type_kinds", "is_framed"}
)  # given by where it lies, not written in the file


def kind_faults(
    path: Path, fault: ValidationError, *, known: Iterable[str], inner: Iterable[str]
) -> Iterator[Problem]:
    """A problem for each wrong key; `known` may stand in the file, `inner` in one of its variants."""
    found = fault.errors(include_url=False)
    places = [tuple(error["loc"]) for error in found]
    for error, place in zip(found, places, strict=True):
        if not any(place == other[: len(place)] != other for other in places):
            names = inner if place[0] == "variants" else known
            yield _problem(path, error, sorted(set(names) - _OURS))


def _problem(path: Path, error: ErrorDetails, names: list[str]) -> Problem:
    key = ".".join(map(str, error["loc"]))
    message, hint = _told(error, key, names)
    return Problem("kind-key", message, Place(file=str(path), path=key), hint=hint)


def _told(error: ErrorDetails, key: str, names: list[str]) -> tuple[str, str]:
    match error["type"]:
        case "missing":
            return _("Thiếu khóa “{key}”.", key=key), _('Hãy thêm: {key} = "…".', key=key)
        case "extra_forbidden":
            return _("Không có khóa “{key}”.", key=key), _nearest(str(error["loc"][-1]), names)
        case "literal_error":
            listed = (
                str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
            )
            return _("Khóa “{key}” có giá trị không dùng được.", key=key), _choices(listed)
        case "too_short":
            return _("Khóa “{key}” trống.", key=key), _(
                "Hãy bỏ khóa này hoặc thêm ít nhất một mục."
            )
        case kind:
            return _("Khóa “{key}” có giá trị không đúng loại.", key=key), _wanted(kind)


def _nearest(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    if near:
        return _("Có phải là “{near}”?", near=near[0])
    return _("Hãy bỏ khóa này; các khóa có thể dùng: {names}.", names=", ".join(names))


def _choices(listed: str) -> str:
    shown = ", ".join(f"“{each.strip()}”" for each in listed.split(",") if each.strip())
    return _("Hãy ghi một trong: {shown}.", shown=shown)


def _wanted(kind: str) -> str:
    wanted: dict[str, str] = {
        "string_type": _("Hãy ghi chữ trong dấu nháy kép."),
        "bool_type": _("Hãy ghi true hoặc false."),
        "bool_parsing": _("Hãy ghi true hoặc false."),
        "tuple_type": _("Hãy ghi một danh sách trong ngoặc vuông."),
        "dict_type": _("Hãy ghi một mục như [values], mỗi dòng một khóa."),
    }
    return wanted.get(kind) or _(
        "Xem tài liệu “Thêm một loại văn bản” để biết các khóa của kind.toml."
    )
