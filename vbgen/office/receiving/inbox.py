"""Files that were dropped at the desk: they lie by themselves until they are read into a campaign or thrown away."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.files import changed_at, write_all
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.pictures import tidy_folder

if TYPE_CHECKING:
    from vbgen.office.office import Office

_PLACE = "output/.desk/received"
_ID = re.compile(r"[0-9a-f]{24}")
_INTO = "into.txt"  # the campaign that was meant, beside the folder of the files
_FILES = "files"
_KEPT = 100  # lots that stay
_MOST_BYTES = 30_000_000  # of one file
_LONGEST_NAME = 80
_NO_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file as it was sent: the name that its sender gave it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ReceivedLot(Answer):
    """Files that lie together: by which name, for which campaign, and how they are called."""

    id: str
    into: str  # name of a campaign's folder; empty for none
    files: tuple[str, ...]


@dataclass(frozen=True)
class LayIn(Request[ReceivedLot]):
    """Lay files in, to be looked at before anything is taken from them."""

    files: tuple[DroppedFile, ...]
    into: str = ""

    def carry_out(self, office: "Office") -> ReceivedLot:
        """ProblemsFoundError where there is no file, or one that is too large; nothing is laid in then."""
        office.confirm_may_write()
        if self.into:
            campaign_named(office, self.into)
        if problems := tuple(self._wrong()):
            raise ProblemsFoundError(problems[0].message, problems)
        lot = _place(office) / token_hex(12)
        names = _names([each.name for each in self.files])
        contents = zip(names, self.files, strict=True)
        files = {lot / _FILES / name: each.content for name, each in contents}
        write_all({**files, lot / _INTO: self.into.encode()})
        tidy_folder(_place(office), _KEPT)
        return ReceivedLot(lot.name, self.into, tuple(names))

    def _wrong(self) -> Iterator[Problem]:
        if not self.files:
            yield Problem("no-file", _("Chưa chọn tệp nào."))
        for each in self.files:
            if len(each.content) > _MOST_BYTES:
                message = _("Tệp {file} lớn hơn 30 MB nên chưa được đọc.", file=each.name)
                yield Problem("file-too-large", message)


@dataclass(frozen=True)
class LotsListed(Answer):
    """What waits to be read, the newest first."""

    lots: tuple[ReceivedLot, ...]


@dataclass(frozen=True)
class ListLots(Request[LotsListed]):
    """The files that were laid in and are neither taken nor thrown away."""

    def carry_out(self, office: "Office") -> LotsListed:
        """As they lie."""
        place = _place(office)
        found = [each for each in place.iterdir() if _is_lot(each)] if place.is_dir() else []
        found.sort(key=changed_at, reverse=True)
        lots: list[ReceivedLot] = []
        for each in found:
            with suppress(FileNotFoundError):  # thrown away by somebody meanwhile
                lots.append(_lot(each))
        return LotsListed(tuple(lots))


@dataclass(frozen=True)
class DropLot(Request[LotsListed]):
    """Throw files away that were laid in."""

    id: str

    def carry_out(self, office: "Office") -> LotsListed:
        """What still waits; UsageError where there are no such files."""
        office.confirm_may_write()
        shutil.rmtree(folder_of(office, self.id).parent, ignore_errors=True)
        return office.do(ListLots())


def find_lot(office: "Office", identity: str) -> ReceivedLot:
    """Files that were laid in; UsageError where there are none of that name."""
    try:
        return _lot(folder_of(office, identity).parent)
    except FileNotFoundError:
        raise _no_such_lot() from None


def folder_of(office: "Office", identity: str) -> Path:
    """The folder of the files themselves; UsageError where there are none of that name."""
    lot = _place(office) / identity
    if not _ID.fullmatch(identity) or not _is_lot(lot):
        raise _no_such_lot()
    return lot / _FILES


def _no_such_lot() -> UsageError:
    return UsageError(_("Các tệp này không còn ở đây: đã lấy vào hoặc đã bỏ."))


def _place(office: "Office") -> Path:
    return (office.own_workspace.root or office.place) / _PLACE


def _is_lot(folder: Path) -> bool:
    return (folder / _FILES).is_dir() and (folder / _INTO).is_file()


def _lot(folder: Path) -> ReceivedLot:
    names = sorted(path.name for path in (folder / _FILES).iterdir())
    return ReceivedLot(folder.name, (folder / _INTO).read_text("utf-8"), tuple(names))


def _names(given: Sequence[str]) -> list[str]:
    """Names for a folder of ours, each once: nothing of a way to another place, nothing that no disk takes."""
    names: list[str] = []
    for each in given:
        stem, dot, ending = _NO_NAME.sub(" ", Path(each).name).strip(" .").rpartition(".")
        stem = (stem or "tep")[:_LONGEST_NAME].strip()
        known = {name.casefold() for name in names}
        tries = (f"{stem}{mark}{dot}{ending}" for mark in ("", *(f" ({n})" for n in range(2, 99))))
        names.append(next(name for name in tries if name.casefold() not in known))
    return names
