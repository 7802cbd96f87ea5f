"""Versions of a campaign's workbook, in `output/<campaign>/versions/`: a copy each, and who saved what when."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from vbgen.campaign.editing.changing import CellChange
from vbgen.errors import UsageError
from vbgen.files import read_bytes, write_all
from vbgen.messages import _, quoted
from vbgen.word.package.bounds import WORKBOOK

_COPY, _RECORD = ".xlsx", ".json"
_DIGITS = 8  # of the digest, in a name


@dataclass(frozen=True, slots=True)
class WorkbookVersion:
    """One saving: who, when, what; the digests of the workbook before and after."""

    name: str
    when: str
    who: str  # empty: found as it was, saved by nobody at the desk
    before: str
    after: str
    sheet: str = ""
    cells: tuple[CellChange, ...] = ()
    upload: str = ""  # name of the file that took the workbook's place


@dataclass(frozen=True, slots=True)
class WorkbookSaving:
    """What one saving was."""

    sheet: str = ""
    cells: tuple[CellChange, ...] = ()
    upload: str = ""


def digest_of(content: bytes) -> str:
    """SHA-256."""
    return hashlib.sha256(content).hexdigest()


def versions_in(folder: Path) -> tuple[WorkbookVersion, ...]:
    """All of them, the newest first."""
    return tuple(sorted(_records(folder), key=lambda each: each.name, reverse=True))


def _records(folder: Path) -> Iterator[WorkbookVersion]:
    for path in sorted(folder.glob(f"*{_RECORD}")) if folder.is_dir() else ():
        if (known := _record(path)) is not None:
            yield known


def _record(path: Path) -> WorkbookVersion | None:
    """What a record says; None for what is none of ours."""
    try:
        plain: Any = json.loads(path.read_text("utf-8"))
        cells = tuple(CellChange(**each) for each in plain.pop("cells"))
        return WorkbookVersion(name=path.stem, cells=cells, **plain)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def version_content(folder: Path, name: str) -> bytes:
    """The copy of a version; UsageError for none of that name."""
    if all(each.name != name for each in _records(folder)):
        raise UsageError(_("Không có phiên bản “{name}”.", name=quoted(name)))
    return read_bytes(folder / f"{name}{_COPY}", most=WORKBOOK.file_bytes)


def new_version(
    folder: Path, who: str, moment: datetime, contents: tuple[bytes, bytes], what: WorkbookSaving
) -> Mapping[Path, bytes]:
    """The files of a new version, of a workbook before and after; what stood there unknown is one of its own."""
    before, after = map(digest_of, contents)
    known = {each.after for each in _records(folder)}
    when = moment.isoformat(timespec="seconds")
    names = _free_names(folder, moment)
    files: dict[Path, bytes] = {}
    if before not in known:
        found = WorkbookVersion(f"{next(names)}-{before[:_DIGITS]}", when, "", "", before)
        files |= _files(folder, found, contents[0])
    name = f"{next(names)}-{after[:_DIGITS]}"
    saved = WorkbookVersion(name, when, who, before, after, what.sheet, what.cells, what.upload)
    return files | _files(folder, saved, contents[1])


def _free_names(folder: Path, moment: datetime) -> Iterator[str]:
    """Names in the order of time: `20261129-234501-01`."""
    taken = {path.name.rpartition("-")[0] for path in folder.glob(f"*{_RECORD}")}
    for number in count(1):
        name = f"{moment:%Y%m%d-%H%M%S}-{number:02}"
        if name not in taken:
            yield name


def _files(folder: Path, version: WorkbookVersion, content: bytes) -> dict[Path, bytes]:
    plain = {name: value for name, value in asdict(version).items() if name != "name"}
    told = json.dumps(plain, ensure_ascii=False, indent=1)
    return {
        folder / f"{version.name}{_COPY}": content,
        folder / f"{version.name}{_RECORD}": f"{told}\n".encode(),
    }


def keep_with(file: Path, content: bytes, version: Mapping[Path, bytes]) -> None:
    """The version first, then the workbook itself: a copy too many does no harm, a lost one would."""
    write_all(version)
    write_all({file: content})


def saved_by(versions: Sequence[WorkbookVersion], digest: str) -> WorkbookVersion | None:
    """The saving that made the workbook what it is; None where that was done elsewhere, in Excel."""
    return next((each for each in versions if each.after == digest and each.who), None)


def last_saver(root: Path, campaign: Path) -> str:
    """Who saved a campaign's workbook as it is now; empty where that was done elsewhere, or is not known."""
    versions = versions_in(versions_of(root, campaign.name))
    books = (path.read_bytes() for path in campaign.glob(f"*{_COPY}")) if versions else ()
    savings = (saved_by(versions, digest_of(book)) for book in books)
    return next((saving.who for saving in savings if saving), "")


def versions_of(root: Path, campaign: str) -> Path:
    """The folder of a campaign's versions."""
    return root / "output" / campaign / "versions"
