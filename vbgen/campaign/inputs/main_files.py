"""The campaign's own files in its folder; or, where there are none, which folder may have been meant."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from vbgen.campaign.cells.form_words import FORM_FILE, NOMINATIONS, YAML_FILE
from vbgen.campaign.topics import nearest
from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.ways import StartWorkspace

READABLE = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".yaml", ".yml")
_MAIN_STEMS = (FORM_FILE.partition(".")[0], YAML_FILE.partition(".")[0])
_MAIN_ENDINGS = (".xlsx", ".xlsb", ".xls", ".ods", ".xlsm", ".yaml", ".yml")  # the first counts
_DATA = "data"  # of a workspace
_MOST_SHOWN = 5
_HEAD = 4096  # bytes that tell what a file is


def main_files(folder: Path) -> tuple[Path, ...]:
    """The campaign's own files in the folder: one or more forms of the same data, the workbook first.

    Raises UnreadableFileError when there is none, with what could be meant.
    """
    try:
        there = sorted(folder.iterdir())
    except OSError as error:
        raise _no_folder(folder) from error
    main = _mains(there)
    if not main:
        raise _no_main_file(folder, there)
    return main


def has_main_file(folder: Path) -> bool:
    """Whether the folder is a campaign's already."""
    return folder.is_dir() and bool(_mains(sorted(folder.iterdir())))


def _mains(there: Sequence[Path]) -> tuple[Path, ...]:
    found = {each.name.casefold(): each for each in there}
    names = [stem + ending for ending in _MAIN_ENDINGS for stem in dict.fromkeys(_MAIN_STEMS)]
    return tuple(found[name] for name in names if name in found)


def near_campaign(folder: Path) -> str:
    """The way to another campaign that is called nearly like the folder; empty where none is."""
    known = {each.name: each for each in _campaigns(folder) if each != folder}
    name = nearest(folder.name, known)
    return known[name].as_posix() if name else ""


def _meant_hint(folder: Path) -> str:
    """The campaign of nearly that name, or those that there are; empty for none."""
    if near := near_campaign(folder):
        return _("Có lẽ là {folder}.", folder=near)
    known = [each.as_posix() for each in _campaigns(folder)]
    more = " …" if len(known) > _MOST_SHOWN else ""
    shown = ", ".join(known[:_MOST_SHOWN])
    return _("Đang có: {folders}.", folders=shown + more) if known else ""


def _campaigns(folder: Path) -> Iterator[Path]:
    """The folders of campaigns beside it, and in the `data` that the way to it may lack."""
    for around in (folder.parent, folder.parent / _DATA):
        with suppress(OSError):  # beside the point where it may not be looked into
            yield from [each for each in sorted(around.iterdir()) if _is_campaign(each)]


def _is_campaign(folder: Path) -> bool:
    """Whether it can be seen to be one; a folder that may not be looked into hides none of the others."""
    try:
        return has_main_file(folder)
    except OSError:
        return False


def _no_folder(folder: Path) -> UnreadableFileError:
    reason = _("không có thư mục này; hãy kiểm tra lại đường dẫn.")
    if folder.is_file():
        reason = _file_instead(folder)
    hint = _meant_hint(folder)
    problem = Problem("missing-folder", reason, Place(file=folder.name), hint=hint)
    return UnreadableFileError(f"{folder.name}: {reason} {hint}".strip(), (problem,))


def _file_instead(path: Path) -> str:
    """What to tell of a file where a campaign's folder is wanted; a scan is read into a campaign first."""
    from vbgen.word.package.file_kinds import FileKind, kind_of

    with path.open("rb") as file:
        kind = kind_of(file.read(_HEAD))
    if kind is FileKind.PDF:
        return _("đây là tệp PDF, không phải thư mục phong trào; hãy đọc tệp vào phong trào trước.")
    if kind is FileKind.PICTURE:
        return _("đây là tệp ảnh, không phải thư mục phong trào; hãy xin tệp Word hay Excel gốc.")
    return _("đây là tệp; hãy chỉ tới thư mục chứa nó.")


def _no_main_file(folder: Path, there: list[Path]) -> UnreadableFileError:
    message = _(
        "Thư mục {folder} không có {form} hay {yaml}.",
        folder=folder.name,
        form=FORM_FILE,
        yaml=YAML_FILE,
    )
    place = Place(file=folder.name)
    near = [path for path in there if _may_be_meant(path)]
    ways = () if near else (StartWorkspace(),)
    hint = _what_to_do(near) if near else _meant_hint(folder)
    problem = Problem("missing-file", message, place, hint=hint, ways=ways)
    sentence = message if ways else f"{message} {hint}"
    return UnreadableFileError(sentence, (problem,))


def _may_be_meant(path: Path) -> bool:
    name = path.name
    return path.suffix.casefold() in READABLE and not name.startswith((".", "~$"))


def _what_to_do(near: list[Path]) -> str:
    """What to do with tables that lie where the campaign's own file is missing."""
    files = ", ".join(path.name for path in near)
    if all(path.suffix.casefold() == ".csv" for path in near):
        return _(
            "Chỉ có {files}: một tệp CSV chỉ chứa một bảng. Hãy lấy mẫu {form} rồi chép bảng đó "
            "vào đúng trang, hoặc giữ tệp CSV trong thư mục {folder} bên cạnh {form}.",
            files=files,
            form=FORM_FILE,
            folder=NOMINATIONS,
        )
    return _(
        "Có {files}: nếu đó là dữ liệu của phong trào, hãy mở bằng Excel và lưu thành {form}.",
        files=files,
        form=FORM_FILE,
    )
