"""`vbgen.toml` read and looked through: only known sections, each a table, each named file there."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import read_bytes, read_toml
from vbgen.messages import _, quoted
from vbgen.office.setting.office_keys import wrong_keys

_SECTIONS = (
    "archive",
    "certificate",
    "handover",
    "history",
    "issue",
    "law",
    "lint",
    "log",
    "numbering",
    "pdf",
    "register",
    "serve",
    "signing",
    "templates",
    "verification",
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\x01\x00\x00\x00")  # PNG, JPEG, EMF
_MOST_PICTURE_BYTES = 32 * 1024**2
_BACKGROUND_DPI, _BACKGROUND_MM = 200, 297.0
_EMBLEM_MM, _EMBLEM_DPI = 18.5, 600  # at which an emblem is tried


def read_settings(path: Path) -> Mapping[str, Any]:
    """The settings of a workspace; UnreadableFileError with everything that is wrong in them."""
    settings = read_toml(path)
    problems = tuple(_problems(settings, path))
    if problems:
        raise UnreadableFileError(
            _("Tệp thiết lập {file} có {count} chỗ sai.", file=path.name, count=len(problems)),
            problems,
        )
    return settings


def checked_picture(settings: Path, name: str) -> Path:
    """The picture that `[certificate] emblem` names, from the settings' folder; UnreadableFileError for no picture."""
    place = Place(file=str(settings), path="certificate.emblem")
    path = settings.parent / name
    content = _read_picture(path, name, place)
    if _is_svg(content):
        _drawn(content, name, place)
    elif not content.startswith(_PICTURES):
        raise _no_picture(
            _("“{name}” không phải là hình PNG, JPEG, SVG hay EMF.", name=name), place
        )
    else:
        _refuse_broken(content, name, place)
    return path


@lru_cache(maxsize=4)
def read_background(settings: Path, name: str) -> bytes:
    """The picture that `[certificate] background` names, or a picture of its SVG file or of its PDF file's first page.

    UnreadableFileError for neither.
    """
    path, place = settings.parent / name, Place(file=str(settings), path="certificate.background")
    content = _read_picture(path, name, place)
    if content.startswith(b"%PDF"):
        from vbgen.pages.pdf.pictures import page_picture

        return page_picture(path, 1, dots_an_inch=_BACKGROUND_DPI, colours=None)
    if _is_svg(content):
        return _drawn(content, name, place, width_mm=_BACKGROUND_MM, dots_an_inch=_BACKGROUND_DPI)
    if not content.startswith(_PICTURES):
        raise _no_picture(
            _("“{name}” không phải là hình PNG, JPEG, SVG, EMF hay tệp PDF.", name=name), place
        )
    _refuse_broken(content, name, place)
    return content


def _read_picture(path: Path, name: str, place: Place) -> bytes:
    try:
        return read_bytes(path, most=_MOST_PICTURE_BYTES)
    except (UnreadableFileError, ValueError) as fault:
        raise _no_picture(_("không đọc được hình “{name}”.", name=quoted(name)), place) from fault


def _refuse_broken(content: bytes, name: str, place: Place) -> None:
    """Stop at a picture that is not whole: Word would show a red cross in its place, LibreOffice nothing."""
    from vbgen.word.drawing.images import read_image

    if read_image(content) is None:
        message = _("hình “{name}” bị cắt ngang hoặc hỏng.", name=quoted(name))
        raise _no_picture(message, place, _("Hãy lấy lại hình gốc."))


def _is_svg(content: bytes) -> bool:
    """Asked of a picture that the settings name alone: who looks at a register needs no drawing."""
    from vbgen.word.drawing.svg import begins_as_svg

    return begins_as_svg(content)


def _drawn(
    content: bytes,
    name: str,
    place: Place,
    *,
    width_mm: float = _EMBLEM_MM,
    dots_an_inch: int = _EMBLEM_DPI,
) -> bytes:
    """What is drawn of an SVG file; what stands in its way is told with the key that names the file."""
    from vbgen.word.drawing.svg import RefusedSvgError, drawn_svg

    try:
        return drawn_svg(content, width_mm, dots_an_inch=dots_an_inch)
    except RefusedSvgError as fault:
        message = f"“{quoted(name)}”: {fault.message}"
        raise _no_picture(message, place, fault.hint) from fault


def _no_picture(message: str, place: Place, first: str = "") -> UnreadableFileError:
    first = first or _("Hình loại khác thì lưu lại thành PNG.")
    hint = _(
        "Hãy chép hình vào thư mục làm việc và sửa khóa {key}, hoặc bỏ khóa đó.",
        key=place.path.rpartition(".")[2],
    )
    return UnreadableFileError(
        f"{place}: {message}", (Problem("settings", message, place, hint=f"{first} {hint}"),)
    )


def _problems(settings: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    for key, value in settings.items():
        if key not in _SECTIONS:
            yield _problem(path, key, _("Thiết lập không có mục “{key}”.", key=key), _near(key))
        elif not isinstance(value, Mapping):
            hint = _(
                "Hãy viết [{key}] trên một dòng, rồi các khóa của mục đó ở những dòng sau.", key=key
            )
            yield _problem(path, key, _("“{key}” phải là một mục.", key=key), hint)
        else:
            yield from wrong_keys(value, key, path)


def _near(key: str) -> str:
    near = get_close_matches(key, _SECTIONS, n=1)
    known = _("Các mục: {known}.", known=", ".join(_SECTIONS))
    return " ".join((_("Có phải là “{near}”?", near=near[0]), known)) if near else known


def _problem(path: Path, key: str, message: str, hint: str) -> Problem:
    return Problem("settings", message, Place(file=str(path), path=key), hint=hint)
