"""The archive: contents kept once and for ever, each under its own SHA-256."""

import errno
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from vbgen.archive.errors import (
    ArchiveDamagedError,
    ArchiveForkedError,
    ArchiveMissingError,
    ArchiveTakenError,
    ArchiveUnreachableError,
    ArchiveWriteError,
)
from vbgen.archive.local import LocalShelf
from vbgen.archive.remote import remote_shelf
from vbgen.archive.shelf import NoAnswerError, Shelf
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.ways import RestoreBackup, RestoreBags, VerifyArchive

_OBJECTS = "objects"
_OWNER = "owner"
_NEXT = "next"  # under an act's digest: the digest of the act that follows it
_NAME = re.compile(rf"{_OBJECTS}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")
_NEXT_NAME = re.compile(rf"{_NEXT}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")


@dataclass(frozen=True, slots=True)
class Archive:
    """A write-once store addressed by SHA-256 (hexadecimal, 64 small letters and digits)."""

    shelf: Shelf

    @classmethod
    def open(
        cls,
        url: str | Path,
        *,
        environ: Mapping[str, str],
        options: Mapping[str, object] | None = None,
    ) -> "Archive":
        """The archive in a local folder, or at any address that fsspec knows (`s3://bucket/prefix`).

        Nothing is made or asked before the first use. `AWS_…` and `VBGEN_ARCHIVE_…` in `environ` reach the store;
        `options` go to fsspec as they are.
        """
        folder = _local_folder(url)
        return cls(LocalShelf(folder) if folder else remote_shelf(str(url), environ, options or {}))

    @property
    def place(self) -> str:
        """The folder or address."""
        return self.shelf.place

    @property
    def is_folder(self) -> bool:
        """Whether it lies on this machine, or on what is mounted here."""
        return isinstance(self.shelf, LocalShelf)

    def put(self, content: bytes) -> str:
        """Its digest; kept on disk when this returns, and only once however often it is put.

        Raises ArchiveWriteError when it cannot be kept, ArchiveDamagedError when something else stands there.
        """
        digest = digest_of(content)
        try:
            self.shelf.keep(_name(digest), content)
        except FileExistsError:
            self.get(digest)
        except OSError as fault:
            raise self._cannot_write(fault) from fault
        return digest

    def get(self, digest: str) -> bytes:
        """The content, proved to have that digest; ArchiveMissingError or ArchiveDamagedError when it has not."""
        with self._missing_is_told(digest):
            content = self.shelf.read(_name(digest))
        if digest_of(content) != digest:
            raise ArchiveDamagedError(
                _(
                    "Tệp {digest} trong kho lưu trữ {place} không còn đúng bản đã lưu. Hãy giữ nguyên hiện "
                    "trạng và báo người phụ trách kỹ thuật.",
                    digest=digest,
                    place=self.place,
                ),
                ways=(VerifyArchive(), RestoreBackup()),
            )
        return content

    def has(self, digest: str) -> bool:
        """Whether something stands under that digest; only `get` proves that it is unchanged."""
        try:
            self.size(digest)
        except ArchiveMissingError:
            return False
        return True

    def size(self, digest: str) -> int:
        """Bytes under that digest; ArchiveMissingError when there are none."""
        with self._missing_is_told(digest):
            return self.shelf.size(_name(digest))

    def all(self) -> Iterator[str]:
        """Every digest that something stands under, sorted; nothing is read."""
        for name in self._names():
            if match := _NAME.fullmatch(name):
                yield match[2]

    def put_act(self, content: bytes) -> str:
        """An act of the journal, kept under its digest, which stands from then on as what follows the act before it.

        So whoever knows one act can ask for the next, without a list of the whole archive. Raises ArchiveForkedError
        when another act follows that one already: two registers have gone on from it.
        """
        previous = str(json.loads(content)["previous"])
        if self.act_after(previous) not in {None, digest_of(content)}:
            raise ArchiveForkedError(self.place)
        digest = self.put(content)
        self.tie(previous, digest)
        return digest

    def tie(self, previous: str, digest: str) -> None:
        """The act under `digest` is what follows `previous`; see put_act."""
        try:
            self.shelf.keep(_next_name(previous), digest.encode())
        except FileExistsError as fault:
            if self.act_after(previous) != digest:
                raise ArchiveForkedError(self.place) from fault
        except OSError as fault:
            raise self._cannot_write(fault) from fault

    def act_after(self, digest: str) -> str | None:
        """The digest of the act that follows that one; None when none was put, or by a version that did not say."""
        try:
            return self.shelf.read(_next_name(digest)).decode("ascii", "replace")
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise self._unreachable(fault) from fault

    def ties(self) -> Iterator[str]:
        """Digest of every act that is said to be followed by another; nothing is read."""
        for name in self._names():
            if match := _NEXT_NAME.fullmatch(name):
                yield match[2]

    def strangers(self) -> Iterator[str]:
        """Every other name in the archive: files that vbgen did not put there, or left behind when it was killed."""
        for name in self._names():
            if name != _OWNER and not _NAME.fullmatch(name) and not _NEXT_NAME.fullmatch(name):
                yield name

    def links(self) -> Iterator[str]:
        """Names that only point to somewhere else: what they show can be changed there."""
        if isinstance(self.shelf, LocalShelf):
            yield from self.shelf.links()

    def claim(self, owner: str) -> None:
        """Marks the archive as that workspace's, for ever; ArchiveTakenError when it is another's."""
        try:
            self.shelf.keep(_OWNER, owner.encode())
        except FileExistsError:
            self.confirm(owner)
        except OSError as fault:
            raise self._cannot_write(fault) from fault

    def confirm(self, owner: str) -> None:
        """Does nothing when the archive is marked as that workspace's.

        ArchiveTakenError when it is another's; ArchiveUnreachableError when the mark is gone, as when a network
        folder is not mounted: writing on would begin a second archive.
        """
        found = self.owner()
        if found is None:
            raise ArchiveUnreachableError(lost(self.place))
        if found != owner:
            raise ArchiveTakenError(
                _taken(self.place, found, owner), ways=(RestoreBags(), RestoreBackup())
            )

    def owner(self) -> str | None:
        """The workspace that the archive was marked with, if it was."""
        try:
            return self.shelf.read(_OWNER).decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise self._unreachable(fault) from fault

    def _names(self) -> Iterator[str]:
        try:
            yield from self.shelf.names()
        except OSError as fault:
            raise self._unreachable(fault) from fault

    @contextmanager
    def _missing_is_told(self, digest: str) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as fault:
            message = _(
                "Kho lưu trữ {place} không có tệp {digest}.", place=self.place, digest=digest
            )
            raise ArchiveMissingError(message) from fault
        except OSError as fault:
            raise self._unreachable(fault) from fault

    def _cannot_write(self, fault: OSError) -> ArchiveWriteError:
        message = _(
            "Không ghi được vào kho lưu trữ {place}: {reason}. Hãy kiểm tra dung lượng,"
            " quyền ghi và đường truyền rồi chạy lại.",
            place=self.place,
            reason=_reason(fault),
        )
        return ArchiveWriteError(message)

    def _unreachable(self, fault: OSError) -> ArchiveUnreachableError:
        message = _(
            "Không vào được kho lưu trữ {place}: {reason}. Hãy kiểm tra đường truyền, địa chỉ và quyền đọc"
            " rồi chạy lại.",
            place=self.place,
            reason=_reason(fault),
        )
        return ArchiveUnreachableError(message)


def digest_of(content: bytes) -> str:
    """SHA-256 in small hexadecimal letters."""
    return hashlib.sha256(content).hexdigest()


def lost(place: str) -> str:
    """The sentence for an archive whose folder is there no more, or empty."""
    return _(
        "Không thấy kho lưu trữ ở {place}: thư mục trống hoặc chưa được gắn. Hãy gắn lại ổ đĩa, thư mục mạng"
        " hoặc sửa địa chỉ kho rồi chạy lại.",
        place=place,
    )


def _taken(place: str, found: str, owner: str) -> str:
    return _(
        "Kho lưu trữ {place} thuộc một thư mục làm việc khác (mã {found}; thư mục này có mã "
        "{owner}). Hai sổ đăng ký không dùng chung một kho. Hãy chọn kho khác cho thư mục làm "
        "việc này, hoặc khôi phục sổ đăng ký đã mất.",
        place=place,
        found=found,
        owner=owner,
    )


def _reason(fault: OSError) -> str:
    """Why the store refused; object stores tell it by the error's class alone."""
    match fault:
        case NoAnswerError():
            return str(fault)
        case PermissionError():
            return reason_of(OSError(errno.EACCES, str(fault)))
        case TimeoutError():
            return _("quá thời gian chờ")
        case FileNotFoundError():
            return _("không có thùng chứa (bucket) hoặc thư mục này")
        case _:
            return reason_of(fault)


def _name(digest: str) -> str:
    return f"{_OBJECTS}/{digest[:2]}/{digest}"


def _next_name(digest: str) -> str:
    return f"{_NEXT}/{digest[:2]}/{digest}"


def _local_folder(url: str | Path) -> Path | None:
    """The folder, when the address is one of this machine; a drive's letter is no address."""
    if isinstance(url, Path):
        return url
    parts = urlsplit(url)
    if parts.scheme in {"file", "local"}:
        return Path(unquote(parts.path))
    return None if len(parts.scheme) > 1 else Path(url)
