"""Files that were dropped at the desk or handed in by units: they lie by themselves until taken or thrown away.

What a unit lays in by its link lies apart, and no clerk sees it, until the unit hands it in.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, count
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

_RECEIVED, _SENT, _TRIED = "received", "sent", "tried"  # by clerks; handed in; not yet handed in
_BOOKS = "books"  # of past years, by clerks
_ID = re.compile(r"[0-9a-f]{24}")
_INTO = "into.txt"  # the campaign that was meant, beside the folder of the files
_SENDER = "from.txt"  # code and name of the unit that sent them; absent where a clerk dropped them
_FILES = "files"
_MOST_AT_ONCE = 20  # files
_MOST_WAITING = 100  # lots that clerks dropped; none of them goes before somebody has decided
_MOST_TRIED = 2_000  # lots that units have not handed in: the oldest go
_MOST_BOOKS = 20
MOST_BYTES = 30_000_000  # of one file
_LONGEST_NAME = 80
_MOST_NAME_BYTES = 200  # disks take 255 with the ending
_ENDING = re.compile(r"\.[^\W_]{1,8}$")
_NEVER = datetime.fromtimestamp(0, UTC)
_NO_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file as it was sent: the name that its sender gave it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ReceivedLot(Answer):
    """Files that lie together: by which name, for which campaign, how they are called, and which unit sent them."""

    id: str
    into: str  # name of a campaign's folder; empty for none
    files: tuple[str, ...]
    unit: str = ""  # code of the unit that sent them by its link
    sender: str = ""  # its name
    laid_in: datetime = _NEVER  # by which two of the same names are told apart


@dataclass(frozen=True)
class LayIn(Request[ReceivedLot]):
    """Lay files in, to be looked at before anything is taken from them."""

    files: tuple[DroppedFile, ...]
    into: str = ""

    def carry_out(self, office: "Office") -> ReceivedLot:
        """ProblemsFoundError for no file, one that is too large, or too many that wait; nothing is laid in then."""
        office.confirm_may_write()
        if self.into:
            campaign_named(office, self.into)
        if len(_lots(office, (_RECEIVED,))) >= _MOST_WAITING:
            message = _(
                "Đang có {count} lần gửi tệp chờ xem nên chưa nhận thêm.", count=_MOST_WAITING
            )
            hint = _("Hãy lấy vào phong trào hoặc bỏ những tệp đang chờ.")
            raise ProblemsFoundError(message, (Problem("too-many-lots", message, hint=hint),))
        return _laid_in(office, _RECEIVED, self.files, self.into)


def lay_in_of_unit(
    office: "Office", files: Sequence[DroppedFile], into: str, unit: str, sender: str
) -> ReceivedLot:
    """What a unit tries by its link; its files are called after it. ProblemsFoundError as for those of clerks."""
    named = tuple(replace(each, name=f"{_safe(sender)} - {Path(each.name).name}") for each in files)
    laid = _laid_in(office, _TRIED, named, into, (unit, sender))
    tidy_folder(office.desk_files / _TRIED, _MOST_TRIED)
    return laid


def lay_book_in(office: "Office", book: DroppedFile) -> ReceivedLot:
    """A book of past years, which lies apart from what is read into campaigns; ProblemsFoundError as there."""
    laid = _laid_in(office, _BOOKS, (book,), "")
    tidy_folder(office.desk_files / _BOOKS, _MOST_BOOKS)
    return laid


def book_of(office: "Office", identity: str) -> Path:
    """The book that was laid in; UsageError where it is gone."""
    for lot in _lots(office, (_BOOKS,)):
        if lot.name == identity:
            return lot / _FILES / _lot(lot).files[0]
    raise _no_such_lot()


def hand_over(office: "Office", identity: str) -> None:
    """What a unit tried is what clerks see from here on; UsageError where it is gone."""
    lot = folder_of(office, identity).parent
    target = office.desk_files / _SENT / lot.name
    target.parent.mkdir(parents=True, exist_ok=True)
    lot.rename(target)


def throw_away(office: "Office", identity: str) -> None:
    """Files that are not wanted any more, where they are still there."""
    for lot in _lots(office, (_RECEIVED, _SENT, _TRIED, _BOOKS)):
        if lot.name == identity:
            shutil.rmtree(lot, ignore_errors=True)


def _laid_in(
    office: "Office",
    place: str,
    dropped: Sequence[DroppedFile],
    into: str,
    sender: tuple[str, str] = ("", ""),
) -> ReceivedLot:
    if problems := tuple(_wrong(dropped)):
        raise ProblemsFoundError(problems[0].message, problems)
    lot = office.desk_files / place / token_hex(12)
    names = _names([each.name for each in dropped])
    files = {lot / _FILES / name: each.content for name, each in zip(names, dropped, strict=True)}
    said = {lot / _SENDER: "\n".join(sender).encode()} if any(sender) else {}
    write_all({**files, **said, lot / _INTO: into.encode()})
    return _lot(lot)


def _wrong(files: Sequence[DroppedFile]) -> Iterator[Problem]:
    if not files:
        yield Problem("no-file", _("Chưa chọn tệp nào."))
    if len(files) > _MOST_AT_ONCE:
        message = _(
            "Mỗi lần nhận nhiều nhất {most} tệp; lần này có {count} tệp nên chưa nhận tệp nào.",
            most=_MOST_AT_ONCE,
            count=len(files),
        )
        hint = _("Hãy chọn lại ít tệp hơn, hoặc gộp các danh sách vào một tệp.")
        yield Problem("too-many-files", message, hint=hint)
    for each in files:
        if len(each.content) > MOST_BYTES:
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
        found = _lots(office, (_RECEIVED, _SENT))
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
        folder_of(office, self.id)
        throw_away(office, self.id)
        return office.do(ListLots())


def find_lot(office: "Office", identity: str) -> ReceivedLot:
    """Files that were laid in; UsageError where there are none of that name."""
    try:
        return _lot(folder_of(office, identity).parent)
    except FileNotFoundError:
        raise _no_such_lot() from None


def folder_of(office: "Office", identity: str) -> Path:
    """The folder of the files themselves; UsageError where there are none of that name."""
    for lot in _lots(office, (_RECEIVED, _SENT, _TRIED)):
        if lot.name == identity:
            return lot / _FILES
    raise _no_such_lot()


def _no_such_lot() -> UsageError:
    return UsageError(_("Các tệp này không còn ở đây: đã lấy vào hoặc đã bỏ."))


def _lots(office: "Office", places: Iterable[str]) -> list[Path]:
    folders = (office.desk_files / place for place in places)
    return [
        each for folder in folders if folder.is_dir() for each in folder.iterdir() if _is_lot(each)
    ]


def _is_lot(folder: Path) -> bool:
    is_named = _ID.fullmatch(folder.name) is not None
    return is_named and (folder / _FILES).is_dir() and (folder / _INTO).is_file()


def _lot(folder: Path) -> ReceivedLot:
    names = sorted(path.name for path in (folder / _FILES).iterdir())
    said = folder / _SENDER
    unit, _line, sender = (
        said.read_text("utf-8").partition("\n") if said.is_file() else ("", "", "")
    )
    into = (folder / _INTO).read_text("utf-8")
    laid_in = datetime.fromtimestamp(changed_at(folder / _INTO), UTC)
    return ReceivedLot(folder.name, into, tuple(names), unit, sender, laid_in)


def _safe(name: str) -> str:
    """A name within a file's name, short enough to leave room for the file's own."""
    return _NO_NAME.sub(" ", name).strip(" .")[: _LONGEST_NAME // 2].strip()


def _names(given: Sequence[str]) -> list[str]:
    """Names for a folder of ours, each once: nothing of a way to another place, nothing that no disk takes."""
    names: list[str] = []
    for each in given:
        known = {name.casefold() for name in names}
        names.append(next(name for name in _tries(each) if name.casefold() not in known))
    return names


def _tries(given: str) -> Iterator[str]:
    """The name, then with a number behind it."""
    name = _NO_NAME.sub(" ", Path(given).name).strip(" .")
    found = _ENDING.search(name)
    ending = found[0] if found else ""
    stem = _short(name.removesuffix(ending)) or "tep"
    for mark in chain(("",), (f" ({number})" for number in count(2))):
        yield f"{stem}{mark}{ending}"


def _short(stem: str) -> str:
    """As much of a name as every disk takes: they count in bytes."""
    return stem[:_LONGEST_NAME].encode()[:_MOST_NAME_BYTES].decode(errors="ignore").strip()
