"""The audit: register, journal and store walked both ways."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from vbgen.archive.chain import broken_links
from vbgen.archive.crossing import disagreements
from vbgen.archive.dossier import read_dossier
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError, ArchiveUnreachableError
from vbgen.archive.ledger import Head, JournalEntry, RegisterEntry
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
    head: Head,
    *,
    threads: int = 4,
    progress: Progress = lambda _done, _all: None,
) -> Audit:
    """Every missing, changed, orphaned or unjournalled file, every row that was changed or deleted, every broken link.

    Every object is read and its digest made anew. Raises ArchiveUnreachableError when the store does not answer,
    or holds nothing although the register names files.
    """
    rows, acts = list(register), list(journal)
    standing = list(archive.all())
    named = _named(rows, acts, head)
    if named and not standing:
        raise ArchiveUnreachableError(lost(archive.place))
    walk = _Walk(archive, named, threads, progress)
    problems = (
        *broken_links(acts, head),
        *disagreements(rows, acts),
        *walk.missing(set(standing)),
        *walk.read(standing),
        *walk.strangers(),
    )
    return Audit(len(rows), len(acts), len(standing), head.digest, problems)


def _named(rows: Iterable[RegisterEntry], acts: Iterable[JournalEntry], head: Head) -> dict[str, Place]:
    """Every digest that register or journal name, with the first place that does."""
    named: dict[str, Place] = {}
    for row in rows:
        for name, digest in row.files.items():
            named.setdefault(digest, Place(file=row.label, quote=name))
    for act in acts:
        for name, digest in act.files.items():
            named.setdefault(digest, Place(file=_act_place(act), quote=name))
        if act.seq <= head.mirrored:
            named.setdefault(act.stated, Place(file=_act_place(act)))
    return named


def _act_place(act: JournalEntry) -> str:
    return _("Nhật ký, việc số {seq}", seq=act.seq)


@dataclass(frozen=True, slots=True)
class _Walk:
    archive: Archive
    named: Mapping[str, Place]
    threads: int
    progress: Progress

    def missing(self, standing: set[str]) -> Iterator[Problem]:
        """Files that register or journal name and the store does not hold."""
        for digest, place in self.named.items():
            if digest not in standing:
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
        place = self.named.get(digest)
        try:
            content = self.archive.get(digest)
        except ArchiveDamagedError:
            return [_changed(digest, place)]
        except ArchiveMissingError:
            return [] if place is None else [_vanished(digest, place)]
        return [] if place else [_unnamed(digest, content)]


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
