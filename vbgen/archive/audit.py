"""The audit: register, journal and store walked both ways."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from vbgen.archive.chain import broken_links
from vbgen.archive.crossing import disagreements
from vbgen.archive.dossier import read_dossier
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError, ArchiveUnreachableError
from vbgen.archive.ledger import BEGINNING, Head, JournalEntry, RegisterEntry
from vbgen.archive.store import Archive, lost
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

_AT_ONCE = 1000  # objects handed to the threads together, so that a large archive never lies in memory
_ACT = frozenset({"seq", "at", "who", "what", "previous"})  # what an entry of the journal has, as JSON

Progress = Callable[[int, int], None]  # objects read, all objects


@dataclass(frozen=True, slots=True)
class Audit:
    """What was walked, and every problem that was found."""

    documents: int
    acts: int
    objects: int
    head: str  # digest of the journal's last entry: written into a bound register, it pins everything before it
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Nothing found is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def audit(
    archive: Archive,
    register: Iterable[RegisterEntry],
    journal: Iterable[JournalEntry],
    *,
    head: Head | None = None,
    threads: int = 4,
    progress: Progress = lambda _done, _all: None,
) -> Audit:
    """Every missing, changed, orphaned or unjournalled file, every row that was changed or deleted, every broken link.

    Every object is read and its digest made anew. The store is listed before register and journal are read, so that
    what others issue meanwhile is no fault. Raises ArchiveUnreachableError when the store does not answer, or holds
    nothing although the register names files.
    """
    standing = list(archive.all())
    rows, acts = list(register), list(journal)
    named = _Named(set(standing))
    named.take(rows, acts, head.mirrored if head else 0)
    if named.wanted and not standing:
        raise ArchiveUnreachableError(lost(archive.place))
    walk = _Walk(archive, named, threads, progress)
    problems = (
        *broken_links(acts, head),
        *disagreements(rows, acts),
        *walk.missing(),
        *walk.read(standing),
        *walk.strangers(),
    )
    return Audit(len(rows), len(acts), len(standing), acts[-1].stated if acts else BEGINNING, problems)


@dataclass(frozen=True, slots=True)
class _Named:
    """Digests that register or journal name, each with the first place that does."""

    standing: set[str]
    wanted: dict[str, Place] = field(default_factory=dict)  # what has to be in the store
    allowed: set[str] = field(default_factory=set)  # what may be there, or not yet

    def take(self, rows: Iterable[RegisterEntry], acts: Sequence[JournalEntry], mirrored: int) -> None:
        """Everything that rows and acts name; acts up to `mirrored`, or to the last that stands, are there as well."""
        for row in rows:
            if row.is_open:
                self.allowed.update(row.files.values())
            else:
                self._want(row.files, row.label)
        copied = max((act.seq for act in acts if act.stated in self.standing), default=0)
        copied = max(copied, mirrored)
        for act in acts:
            self._want(act.kept, _act_place(act))
            self.allowed.update(act.announced)
            if act.seq <= copied:
                self.wanted.setdefault(act.stated, Place(file=_act_place(act)))

    def _want(self, files: Mapping[str, str], label: str) -> None:
        for name, digest in files.items():
            self.wanted.setdefault(digest, Place(file=label, quote=name))

    def missing(self) -> Iterator[tuple[str, Place]]:
        """What has to be in the store and was not listed."""
        return ((digest, place) for digest, place in self.wanted.items() if digest not in self.standing)


def _act_place(act: JournalEntry) -> str:
    return _("Nhật ký, việc số {seq}", seq=act.seq)


@dataclass(frozen=True, slots=True)
class _Walk:
    archive: Archive
    named: _Named
    threads: int
    progress: Progress

    def missing(self) -> Iterator[Problem]:
        """Files that register or journal name and the store does not hold."""
        for digest, place in self.named.missing():
            if not self.archive.has(digest):
                message = _("Kho lưu trữ không còn tệp này (mã {digest}).", digest=digest)
                yield Problem("file-missing", message, place, hint=_restore())

    def read(self, standing: list[str]) -> Iterator[Problem]:
        """Changed files, and files that nothing names; everything that stands in the store is read."""
        left, done = iter(standing), 0
        with ThreadPoolExecutor(self.threads) as pool:
            while batch := list(islice(left, _AT_ONCE)):
                for found in pool.map(self._look, batch):
                    yield from found
                done += len(batch)
                self.progress(done, len(standing))

    def strangers(self) -> Iterator[Problem]:
        """Files in the store's folder that are no objects of it."""
        for name in self.archive.strangers():
            message = _("Trong kho lưu trữ có tệp lạ, không do vbgen đặt vào hoặc còn sót lại khi máy dừng đột ngột.")
            hint = _("Hãy xem tệp ấy là gì rồi chuyển ra ngoài kho.")
            yield Problem("stray-file", message, Place(file=name), Severity.WARNING, hint)

    def _look(self, digest: str) -> list[Problem]:
        place = self.named.wanted.get(digest)
        try:
            content = self.archive.get(digest)
        except ArchiveDamagedError:
            return [_changed(digest, place)]
        except ArchiveMissingError:
            return [] if place is None else [_vanished(digest, place)]
        return [] if place or digest in self.named.allowed else [_unnamed(digest, content)]


def _changed(digest: str, place: Place | None) -> Problem:
    message = _("Tệp trong kho đã bị thay đổi: nội dung không còn khớp mã {digest}.", digest=digest)
    return Problem("file-changed", message, place or Place(file=digest), hint=_restore())


def _vanished(digest: str, place: Place) -> Problem:
    message = _("Tệp biến mất khỏi kho trong lúc kiểm tra (mã {digest}).", digest=digest)
    return Problem("file-missing", message, place, hint=_restore())


def _unnamed(digest: str, content: bytes) -> Problem:
    """An object that neither register nor journal name: a lost act, a lost dossier, or a plain orphan."""
    place = Place(file=digest)
    if (act := _act_in(content)) is not None:
        message = _(
            "Kho lưu trữ giữ việc số {seq} ({what}, {who}, {at}) mà nhật ký không có: nhật ký đã bị viết lại"
            " hoặc cắt bớt.",
            **act,
        )
        return Problem("journal-rewritten", message, place, hint=_restore())
    if (record := read_dossier(content)) is not None:
        message = _("Kho lưu trữ giữ hồ sơ “{title}” mà sổ và nhật ký không có.", title=record.about.title)
        return Problem("dossier-unjournalled", message, place, hint=_restore())
    message = _("Không văn bản nào trong sổ và không việc nào trong nhật ký nhắc tới tệp này.")
    hint = _("Tệp có thể còn lại từ một lần phát hành dở; hãy chạy “vbgen register resume” rồi kiểm tra lại.")
    return Problem("file-orphaned", message, place, Severity.WARNING, hint)


def _act_in(content: bytes) -> dict[str, str] | None:
    if not content.startswith(b"{"):
        return None
    try:
        plain = json.loads(content)
    except ValueError:
        return None
    if not isinstance(plain, dict) or not plain.keys() >= _ACT:
        return None
    return {key: str(plain[key]) for key in ("seq", "what", "who", "at")}


def _restore() -> str:
    return _("Hãy giữ nguyên hiện trạng và khôi phục từ bản sao lưu.")
