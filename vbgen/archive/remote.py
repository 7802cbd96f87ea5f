"""An object store as a shelf, by any address that fsspec understands: `s3://bucket/prefix` and others."""

import errno
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from vbgen.archive.shelf import NoAnswerError
from vbgen.errors import OutsideProgramError, UsageError
from vbgen.extras import missing_extra
from vbgen.messages import _, quoted
from vbgen.secrecy import hidden, secrets_in, secrets_of, shown

_TIMES = {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 2}}
_S3 = ("s3://", "s3a://")
_MOST_DAYS = 36_500  # a hundred years
_LOCK_MODES = ("GOVERNANCE", "COMPLIANCE")


def _now() -> datetime:
    """The time; under a name, so that a shelf can be handed to another process."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ObjectLock:
    """How long the store itself keeps each object from being changed or deleted."""

    days: int
    mode: str = "COMPLIANCE"

    def as_arguments(self, now: datetime) -> dict[str, object]:
        """What S3 wants to be told with each object."""
        return {
            "ObjectLockMode": self.mode,
            "ObjectLockRetainUntilDate": now + timedelta(days=self.days),
        }


@dataclass(frozen=True, slots=True)
class RemoteShelf:
    """A folder of an object store; `lock` only where the store has S3's object lock switched on."""

    url: str
    files: Any  # fsspec.AbstractFileSystem, which has no types
    root: str
    lock: ObjectLock | None = None
    clock: Callable[[], datetime] = _now
    secrets: frozenset[str] = field(default=frozenset(), repr=False)  # kept out of what is told

    @property
    def place(self) -> str:
        """The address, without what is secret in it."""
        return shown(self.url)

    def keep(self, name: str, content: bytes) -> None:
        """Content at `name`, by `If-None-Match: *` on S3; see Shelf."""
        more = self.lock.as_arguments(self.clock()) if self.lock else {}
        with _told_as_oserror(self.secrets), _refusal_by_name():
            self.files.pipe_file(f"{self.root}/{name}", content, mode="create", **more)

    def read(self, name: str) -> bytes:
        """The content at `name`; see Shelf."""
        with _told_as_oserror(self.secrets):
            return bytes(self.files.cat_file(f"{self.root}/{name}"))

    def size(self, name: str) -> int:
        """Bytes at `name`; see Shelf."""
        with _told_as_oserror(self.secrets):
            return int(self.files.info(f"{self.root}/{name}")["size"])

    def names(self) -> Iterator[str]:
        """Every name below the address; see Shelf."""
        with _told_as_oserror(self.secrets):
            found = self.files.find(self.root)
        yield from sorted(str(path).removeprefix(f"{self.root}/") for path in found)


def remote_shelf(
    url: str, environ: Mapping[str, str], options: Mapping[str, object]
) -> RemoteShelf:
    """The shelf at `url`; UsageError when fsspec does not know the address's kind or misses a library for it."""
    import fsspec  # type: ignore[import-untyped]  # the wheel ships no types

    wanted = {**_from_environ(url, environ), **options}
    try:
        files, root = fsspec.core.url_to_fs(url, **wanted)
    except ImportError as fault:
        if url.startswith(_S3):
            raise missing_extra("s3", _("Kho lưu trữ S3")) from fault
        message = _(
            "Máy này chưa có phần mềm để vào kho lưu trữ “{url}”: {fault}",
            url=shown(url),
            fault=type(fault).__name__,
        )
        raise OutsideProgramError(message) from fault
    except (ValueError, TypeError) as fault:
        message = _(
            "Không dùng được địa chỉ kho lưu trữ “{url}”: {fault}",
            url=shown(url),
            fault=hidden(str(fault), secrets_of(environ)),
        )
        raise UsageError(message) from fault
    if not root.strip("/"):
        raise UsageError(
            _(
                "Địa chỉ kho lưu trữ “{url}” chưa ghi tên thùng chứa (bucket) hoặc thư mục.",
                url=shown(url),
            )
        )
    secrets = frozenset(secrets_of(environ) | secrets_in(url) | secrets_in(wanted))
    return RemoteShelf(url, files, root.rstrip("/"), _lock(environ), secrets=secrets)


def _from_environ(url: str, environ: Mapping[str, str]) -> dict[str, object]:
    """Options for fsspec: `VBGEN_ARCHIVE_OPTIONS` as JSON, over what the usual AWS variables say."""
    own = _own_options(environ.get("VBGEN_ARCHIVE_OPTIONS", "{}"))
    if not url.startswith(_S3):
        return own
    client = {
        "region_name": environ.get("AWS_DEFAULT_REGION"),
        "endpoint_url": environ.get("AWS_ENDPOINT_URL"),
    }
    named = {
        "key": environ.get("AWS_ACCESS_KEY_ID"),
        "secret": environ.get("AWS_SECRET_ACCESS_KEY"),
        "token": environ.get("AWS_SESSION_TOKEN"),
        "client_kwargs": {key: value for key, value in client.items() if value},
    }
    quiet = {"use_listings_cache": False, "skip_instance_cache": True, "config_kwargs": _TIMES}
    return {**quiet, **{key: value for key, value in named.items() if value}, **own}


def _own_options(text: str) -> dict[str, object]:
    try:
        options = json.loads(text)
    except ValueError as fault:
        raise UsageError(_no_options()) from fault
    if not isinstance(options, dict):
        raise UsageError(_no_options())
    return options


def _no_options() -> str:
    """The options themselves are not shown: they may hold keys."""
    return _(
        "VBGEN_ARCHIVE_OPTIONS phải là một đối tượng JSON, như {example}.", example='{"anon": true}'
    )


def _lock(environ: Mapping[str, str]) -> ObjectLock | None:
    days, mode = (
        environ.get("VBGEN_ARCHIVE_LOCK_DAYS", ""),
        environ.get("VBGEN_ARCHIVE_LOCK_MODE", _LOCK_MODES[1]),
    )
    if not days:
        return None
    if not _are_days(days) or mode not in _LOCK_MODES:
        message = _(
            "Thiết lập khóa đối tượng không đúng: VBGEN_ARCHIVE_LOCK_DAYS phải là số ngày lớn hơn 0 (đang là “{days}”),"
            " VBGEN_ARCHIVE_LOCK_MODE phải là GOVERNANCE hoặc COMPLIANCE (đang là “{mode}”).",
            days=quoted(days),
            mode=quoted(mode),
        )
        raise UsageError(message)
    return ObjectLock(int(days), mode)


def _are_days(said: str) -> bool:
    return said.isdecimal() and len(said) <= len(str(_MOST_DAYS)) and 0 < int(said) <= _MOST_DAYS


@contextmanager
def _told_as_oserror(secrets: frozenset[str]) -> Iterator[None]:
    """What the store's library raises by classes or numbers of its own, as a NoAnswerError."""
    try:
        yield
    except (FileNotFoundError, FileExistsError, PermissionError, TimeoutError):
        raise
    except _troubles() as fault:
        raise NoAnswerError(
            _(
                "máy chủ lưu trữ không trả lời hoặc từ chối ({fault})",
                fault=hidden(str(fault), secrets),
            )
        ) from fault


def _troubles() -> tuple[type[Exception], ...]:
    """What a store may raise: OSError, and the base of what S3's client has (no way there, no credentials …)."""
    try:
        from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]  # no types of its own
    except ImportError:  # the store is not S3
        return (OSError,)
    return (OSError, BotoCoreError)


@contextmanager
def _refusal_by_name() -> Iterator[None]:
    """FileExistsError for the store's “precondition failed”, which fsspec passes on as a plain OSError."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as fault:
        if "PreconditionFailed" in repr(fault.__cause__) or "pre-conditions" in str(fault):
            raise FileExistsError(errno.EEXIST, str(fault)) from fault
        raise
