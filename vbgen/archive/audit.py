"""The audit: register, journal and store walked both ways."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from vbgen.archive.chain import broken_links
from vbgen.archive.crossing import DocumentsInJournal, disagreements
from vbgen.archive.dossier import read_dossier
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError, ArchiveUnreachableError
from vbgen.archive.ledger import BEGINNING, Head, JournalEntry, RegisterEntry
from vbgen.archive.store import Archive, lost
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.ways import Resume

_A_PIECE = 64  # objects that a thread reads one after another
_ACT = frozenset(
    {"seq", "at", "who", "what", "previous"}
)  # what an entry of the journal has, as JSON

Progress = Callable[[int, int], None]  # objects read, all objects


@dataclass(frozen=True, slots=True)
class Audit:
    """What was walked, and every problem that was found."""

    documents: int
    acts: int
    objects: int
    head: str  # digest of the journal's last entry: written into a bound register, it pins everything before it
    problems: tuple[Problem, ...]
    held: tuple[str, ...] = ()  # numbers whose papers are not finished

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
    named, said = _Named(frozenset(standing)), DocumentsInJournal()
    links = tuple(broken_links(_noted(journal, named, said), head))
    crossed = tuple(disagreements(named.rows(register), said))
    named.want_copies(head.mirrored if head else 0)
    if named.wanted and not standing:
        raise ArchiveUnreachableError(lost(archive.place))
    walk = _Walk(archive, named, threads, progress)
    problems = (
        *links,
        *crossed,
        *walk.missing(),
        *walk.read(standing),
        *walk.ties(),
        *walk.links(),
        *walk.strangers(),
    )
    last = named.acts[-1] if named.acts else BEGINNING
    return Audit(named.count, len(named.acts), len(standing), last, problems)


def _noted(
    journal: Iterable[JournalEntry], named: "_Named", said: DocumentsInJournal
) -> Iterator[JournalEntry]:
    """The acts, each noted as it passes by: a long journal never lies in memory whole."""
    for act in journal:
        named.take(act)
        said.note(act)
        yield act


@dataclass(slots=True)
class _Named:
    """Digests that register or journal name, each with whose file it is, and its name."""

    standing: frozenset[str]
    wanted: dict[str, tuple[str, str]] = field(default_factory=dict)  # what has to be in the store
    sizes: dict[str, int] = field(default_factory=dict)  # as the register has them
    follows: dict[str, str] = field(default_factory=dict)  # act → the one before it
    allowed: set[str] = field(default_factory=set)  # what may be there, or not yet
    acts: list[str] = field(default_factory=list)  # digest of each act
    last_copy: int = 0  # the last act whose copy stands in the store
    count: int = 0

    def rows(self, register: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
        """The rows, each noted as it passes by."""
        for row in register:
            self.count += 1
            self.sizes.update(row.sizes)
            if row.is_open:
                self.allowed.update(row.files.values())
            else:
                self.wanted |= {digest: (row.label, name) for name, digest in row.files.items()}
            yield row

    def take(self, act: JournalEntry) -> None:
        """Everything that an act names."""
        self.follows[act.stated] = act.previous
        if act.is_aside:
            self.wanted.setdefault(act.stated, (_act_place(act.seq), ""))
        else:
            self.acts.append(act.stated)
        for name, digest in (*act.kept.items(), *act.added.items()):
            self.wanted.setdefault(digest, (_act_place(act.seq), name))
        self.allowed.update(act.announced)
        if act.stated in self.standing and not act.is_aside:
            self.last_copy = len(self.acts)

    def want_copies(self, mirrored: int) -> None:
        """Acts up to `mirrored`, and to the last whose copy stands, have theirs in the store."""
        for seq, digest in enumerate(self.acts[: max(mirrored, self.last_copy)], start=1):
            self.wanted.setdefault(digest, (_act_place(seq), ""))

    def place(self, digest: str) -> Place | None:
        """Whose file it is; None for a digest that need not be there."""
        if digest not in self.wanted:
            return None
        label, name = self.wanted[digest]
        return Place(file=label, quote=name)


def _act_place(seq: int) -> str:
    return _("Nhật ký, mục số {seq}", seq=seq)


@dataclass(frozen=True, slots=True)
class _Walk:
    archive: Archive
    named: _Named
    threads: int
    progress: Progress

    def missing(self) -> Iterator[Problem]:
        """Files that register or journal name and the store does not hold."""
        for digest, (label, name) in self.named.wanted.items():
            if digest not in self.named.standing and not self.archive.has(digest):
                message = _("Kho lưu trữ không còn tệp này (mã {digest}).", digest=digest)
                yield Problem(
                    "file-missing", message, Place(file=label, quote=name), hint=_restore()
                )

    def read(self, standing: list[str]) -> Iterator[Problem]:
        """Changed files, and files that nothing names; everything that stands in the store is read."""
        pieces = [standing[start : start + _A_PIECE] for start in range(0, len(standing), _A_PIECE)]
        with ThreadPoolExecutor(self.threads) as pool:
            for number, found in enumerate(pool.map(self._look, pieces), start=1):
                self.progress(min(number * _A_PIECE, len(standing)), len(standing))
                yield from found

    def strangers(self) -> Iterator[Problem]:
        """Files in the store's folder that are no objects of it."""
        for name in self.archive.strangers():
            message = _(
                "Trong kho lưu trữ có tệp lạ, không do vbgen đặt vào hoặc còn sót lại khi máy dừng đột ngột."
            )
            hint = _("Hãy xem tệp đó là gì rồi chuyển ra ngoài kho.")
            yield Problem("stray-file", message, Place(file=name), Severity.WARNING, hint)

    def _look(self, piece: Sequence[str]) -> list[Problem]:
        return [problem for digest in piece if (problem := self._fault(digest))]

    def _fault(self, digest: str) -> Problem | None:
        place = self.named.place(digest)
        try:
            content = self.archive.get(digest)
        except ArchiveDamagedError:
            return _changed(digest, place)
        except ArchiveMissingError:
            return _vanished(digest, place) if place else None
        if not place and digest not in self.named.allowed:
            return _unnamed(digest, content)
        size = self.named.sizes.get(digest, len(content))
        return (
            _wrong_size(place or Place(file=digest), size, len(content))
            if size != len(content)
            else None
        )

    def links(self) -> Iterator[Problem]:
        """Files of the archive that lie elsewhere, where they can be changed without a trace."""
        for name in self.archive.links():
            message = _(
                "Tệp này của kho lưu trữ chỉ là liên kết tới một nơi khác, nên có thể bị thay đổi ở đó."
            )
            hint = _("Hãy chép chính tệp vào đúng chỗ đó thay cho liên kết.")
            yield Problem("archive-link", message, Place(file=name), hint=hint)

    def ties(self) -> Iterator[Problem]:
        """What the archive says of the order of acts, and the journal does not."""
        for digest in self.archive.ties():
            after = self.archive.act_after(digest)
            if (
                after is not None
                and self.named.follows.get(after, "") != digest
                and not self._is_joined(digest, after)
            ):
                yield _wrong_tie(digest)

    def _is_joined(self, digest: str, after: str) -> bool:
        """The end of a branch that an act of recovering took in: that act follows it too."""
        return digest in self.named.follows and after in self.named.follows


def _changed(digest: str, place: Place | None) -> Problem:
    message = _("Tệp trong kho không còn đúng bản đã lưu (mã {digest}).", digest=digest)
    return Problem("file-changed", message, place or Place(file=digest), hint=_restore())


def _wrong_size(place: Place, found: int, said: int) -> Problem:
    message = _(
        "Sổ đăng ký và kho ghi khác nhau về độ dài của tệp này ({found} và {said}).",
        found=found,
        said=said,
    )
    return Problem("row-changed", message, place, hint=_restore())


def _wrong_tie(digest: str) -> Problem:
    message = _(
        "Kho lưu trữ ghi mục tiếp theo mục {digest} khác với nhật ký.",
        digest=digest[:12],
    )
    return Problem("journal-forked", message, Place(file=_("Nhật ký")), hint=_restore())


def _vanished(digest: str, place: Place) -> Problem:
    message = _("Tệp biến mất khỏi kho trong lúc kiểm tra (mã {digest}).", digest=digest)
    return Problem("file-missing", message, place, hint=_restore())


def _unnamed(digest: str, content: bytes) -> Problem:
    """An object that neither register nor journal name: a lost act, a lost dossier, or a plain orphan."""
    place = Place(file=digest)
    if (act := _act_in(content)) is not None:
        message = _(
            "Kho lưu trữ có mục nhật ký số {seq} ({what}, {who}, {at}) mà nhật ký của sổ không có: "
            "hai bên không khớp.",
            **act,
        )
        return Problem("journal-rewritten", message, place, hint=_restore())
    if (record := read_dossier(content)) is not None:
        message = _(
            "Kho lưu trữ giữ hồ sơ “{title}” mà sổ và nhật ký không có.", title=record.about.title
        )
        return Problem("dossier-unjournalled", message, place, hint=_restore())
    message = _("Không văn bản nào trong sổ và không việc nào trong nhật ký nhắc tới tệp này.")
    hint = _("Tệp có thể còn lại từ một lần cấp số dở.")
    return Problem("file-orphaned", message, place, Severity.WARNING, hint, (Resume(),))


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
