"""BagIt bags (RFC 8493): a folder that proves its own contents, for another archive or another machine."""

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vbgen.archive.errors import ArchiveDamagedError
from vbgen.errors import OutputError, Place, Problem, UnreadableFileError
from vbgen.files import cannot_write, make_folder, reason_of
from vbgen.leftovers import name_beside, sweep
from vbgen.messages import _

_DIGESTS = ("sha256", "sha512")
_SOFTWARE = "vbgen"


@dataclass(frozen=True, slots=True)
class Bag:
    """A bag that was read and whose every file was found unchanged."""

    folder: Path
    info: Mapping[str, str]

    @property
    def payload(self) -> Path:
        """The folder that holds what was packed."""
        return self.folder / "data"

    def files(self) -> Iterator[Path]:
        """Every packed file, sorted."""
        return iter(sorted(path for path in self.payload.rglob("*") if path.is_file()))


def pack(target: Path, info: Mapping[str, str], fill: Callable[[Path], None]) -> None:
    """A bag at `target` with what `fill` writes into the folder it is given; whole or not at all.

    Raises OutputError when something stands at `target` already, or it cannot be written.
    """
    import bagit  # type: ignore[import-untyped]  # the wheel ships no types

    if target.exists():
        raise OutputError(_("Đã có {path}; hãy chọn tên khác cho gói hồ sơ.", path=target))
    with _beside(target) as folder, _quiet():
        fill(folder)
        named = {"Bag-Software-Agent": _SOFTWARE, **info}
        bagit.make_bag(str(folder), named, checksums=list(_DIGESTS))
        folder.rename(target)


def unpack(folder: Path) -> Bag:
    """The bag in a folder, every file of it checked; ArchiveDamagedError names all that do not fit."""
    import bagit

    if links := [path for path in folder.rglob("*") if path.is_symlink()]:
        problems = tuple(
            Problem("bag-link", _("Gói hồ sơ có liên kết."), Place(file=str(path)))
            for path in links
        )
        raise ArchiveDamagedError(
            _("Gói hồ sơ {folder} có liên kết ra ngoài; không dùng được.", folder=folder), problems
        )
    with _quiet():
        try:
            found: Any = bagit.Bag(str(folder))
            found.validate()
        except bagit.BagValidationError as fault:
            raise _damaged(folder, fault, found) from fault
        except (bagit.BagError, OSError, UnicodeDecodeError) as fault:
            message = _(
                "{folder} không phải là gói hồ sơ đọc được: {fault}",
                folder=folder,
                fault=_why(folder, fault),
            )
            raise UnreadableFileError(message) from fault
    return Bag(folder, {key: str(value) for key, value in found.info.items()})


def _why(folder: Path, fault: Exception) -> str:
    """Why this is no bag, in the reader's language: bagit speaks English."""
    if isinstance(fault, OSError) and fault.errno:
        return reason_of(fault)
    if not (folder / "bagit.txt").is_file():
        return _("không có tệp bagit.txt.")
    return _("bagit.txt, bag-info.txt hoặc bảng kê viết sai.")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A new folder in the folder of `target`; what is left of it in the end is removed."""
    folder: Path | None = None
    try:
        sweep([target.parent])
        folder = target.with_name(name_beside(target.name))
        make_folder(folder)
        yield folder
    except OSError as fault:
        raise cannot_write(target, fault) from fault
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _quiet() -> Iterator[None]:
    """The library tells its troubles by exceptions alone, and not on the terminal as well."""
    logger, handler = logging.getLogger("bagit"), logging.NullHandler()
    logger.addHandler(handler)
    propagates, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.propagate = propagates
        logger.removeHandler(handler)


def _damaged(folder: Path, fault: Exception, bag: Any) -> ArchiveDamagedError:  # noqa: ANN401 - a library without types
    lacking, extra = bag.compare_manifests_with_fs()[:2]
    details = getattr(fault, "details", None) or ([] if lacking or extra else [fault])
    problems = (
        *(
            _told("bag-file-missing", _("Tệp có trong danh sách của gói nhưng không còn."), path)
            for path in lacking
        ),
        *(
            _told("bag-file-extra", _("Tệp không có trong danh sách của gói."), path)
            for path in extra
        ),
        *(
            _problem(detail)
            for detail in details
            if getattr(detail, "path", "") not in {*lacking, *extra}
        ),
    )
    message = _(
        "Gói hồ sơ {folder} không còn nguyên vẹn ({count} chỗ). Hãy chép lại từ bản gốc.",
        folder=folder,
        count=len(problems),
    )
    return ArchiveDamagedError(message, problems)


def _problem(detail: object) -> Problem:
    if type(detail).__name__ == "ChecksumMismatch":
        path = str(getattr(detail, "path", ""))
        return _told("bag-file-changed", _("Tệp không khớp với khi đóng gói."), path)
    return _told("bag-damaged", str(detail), "")


def _told(code: str, message: str, path: str) -> Problem:
    return Problem(code, message, Place(file=str(path)))
