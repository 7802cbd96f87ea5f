"""Register and archive in step: whether the archive knows acts and papers that the register does not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveMissingError, ArchiveUnreachableError
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import code
from vbgen.register import Act, Register, RegisterBehindError, RegisterForkedError
from vbgen.register.journal import act_in
from vbgen.register.proving.replay import NUMBERED
from vbgen.ways import RecoverRegister, VerifyArchive


@dataclass(frozen=True, slots=True)
class Divergence:
    """What each side knows and the other does not, after the last act that both know."""

    common: int  # the number of that act
    theirs: tuple[Act, ...]  # in the archive alone, each following from the one before
    ours: tuple[Act, ...] = ()  # in the register alone
    loose: tuple[Act, ...] = ()  # in the archive, following from nothing that is there

    @property
    def is_ahead(self) -> bool:
        """The archive knows what the register does not."""
        return bool(self.theirs or self.loose)

    @property
    def is_fork(self) -> bool:
        """Both sides went on."""
        return bool(self.theirs and self.ours)


def confirm_in_step(register: Register, archive: Archive) -> None:
    """Does nothing where the register knows every act that the archive holds.

    Asks the archive for what follows the last act that lies there: two small files, however much it holds. An archive
    that was never told what follows what (made by version 0.1) is looked through, once.
    Raises RegisterBehindError or RegisterForkedError with the papers that the register does not know.
    """
    last = register.mirrored_point()
    following = archive.act_after(last.digest)
    if following is None:
        if last.seq and archive.act_after(last.previous) == last.digest:
            return
        found = divergence(register, archive, list(_surveyed(register, archive)))
        if not found.is_ahead and last.seq:
            archive.tie(last.previous, last.digest)
    else:
        found = divergence(register, archive, list(_followed(register, archive, following)))
    if found.is_ahead:
        raise _behind(found, archive)


def warnings_of_age(register: Register, archive: Archive) -> tuple[Problem, ...]:
    """The warning that the archive knows what the register does not, for those who only look.

    Asks no more than what follows the last act that lies there; without the archive at hand nothing is said.
    """
    try:
        if register.is_awaited or not _is_ahead(register, archive):
            return ()
    except ArchiveUnreachableError:
        return ()
    message = _(
        "Kho lưu trữ {place} có văn bản mà sổ đăng ký này không có. Sổ cũ hơn kho nên những gì "
        "hiện ra ở đây còn thiếu. Có thể sổ vừa được khôi phục từ bản sao dự phòng.",
        place=archive.place,
    )
    warning = Severity.WARNING
    return (Problem("register-behind", message, severity=warning, ways=(RecoverRegister(),)),)


def _is_ahead(register: Register, archive: Archive) -> bool:
    """Whether an act follows in the office's own archive that the register does not know."""
    digest = archive.act_after(register.mirrored_point().digest)
    while digest is not None and register.seq_of(digest) is not None:
        digest = archive.act_after(digest)
    return digest is not None and archive.owner() == register.identity


def everything_unknown(register: Register, archive: Archive) -> Divergence:
    """What the whole archive holds and the register does not know."""
    return divergence(register, archive, list(_surveyed(register, archive)))


def _followed(register: Register, archive: Archive, digest: str | None) -> Iterator[Act]:
    """Acts that the register does not know, each asked for by the one before it."""
    while digest is not None:
        if register.seq_of(digest) is None and (act := _act(archive, digest)):
            yield act
        digest = archive.act_after(digest)


def _surveyed(register: Register, archive: Archive) -> Iterator[Act]:
    """Acts that the register does not know, among everything that lies in the archive."""
    if archive.owner() is None:
        return
    standing = list(archive.all())
    known = register.known_digests()
    for digest in standing:
        if (
            digest not in known
            and (act := _act(archive, digest))
            and register.seq_of(digest) is None
        ):
            yield act


def _act(archive: Archive, digest: str) -> Act | None:
    try:
        return act_in(archive.get(digest))
    except ArchiveMissingError:
        return None


def divergence(register: Register, archive: Archive, unknown: Sequence[Act]) -> Divergence:
    """The unknown acts in their order, and our own acts since."""
    after: dict[str, list[Act]] = {}
    for act in unknown:
        after.setdefault(act.previous, []).append(act)
    starts = _starts(register, unknown)
    if not starts:
        return Divergence(0, (), (), tuple(unknown))
    first = min(starts, key=lambda act: (act.seq, act.digest))
    theirs = tuple(_chain(_chosen(archive, after[first.previous]), after, archive))
    common = _common(register, first) or 0
    ours = tuple(act for act, _stated in register.journal(after=common))
    loose = tuple(act for act in unknown if act not in theirs)
    return Divergence(common, theirs, ours, loose)


def _starts(register: Register, unknown: Sequence[Act]) -> list[Act]:
    """Unknown acts that follow from one that the register knows."""
    digests = {act.digest for act in unknown}
    first = (act for act in unknown if act.previous not in digests)
    return [act for act in first if _common(register, act) is not None]


def _common(register: Register, act: Act) -> int | None:
    """The number of the act that it follows, when the register knows that."""
    return 0 if act.seq == 1 else register.seq_of(act.previous)


def _chain(first: Act, after: dict[str, list[Act]], archive: Archive) -> Iterator[Act]:
    one: Act | None = first
    while one is not None:
        yield one
        follows = after.get(one.digest)
        one = _chosen(archive, follows) if follows else None


def _chosen(archive: Archive, follows: Sequence[Act]) -> Act:
    """Of several acts that follow the same one, that which the archive was told first."""
    said = archive.act_after(follows[0].previous) if len(follows) > 1 else None
    return next((act for act in follows if act.digest == said), follows[0])


def _behind(found: Divergence, archive: Archive) -> RegisterBehindError:
    """The refusal, with the papers of either side."""
    theirs = (*found.theirs, *found.loose)
    problems = (
        *_papers(theirs, "unknown-to-register", _("Kho lưu trữ có, sổ này không có")),
        *_papers(found.ours, "unknown-to-archive", _("Sổ này có, kho lưu trữ không có")),
    )
    ways = (RecoverRegister(), VerifyArchive())
    if found.is_fork:
        message = _(
            "Sổ đăng ký và kho lưu trữ {place} khác nhau từ sau mục nhật ký số {seq}. Mỗi bên có "
            "mục mà bên còn lại không có. Có thể hai bản sao của một sổ cùng được dùng. Chưa có số "
            "nào được cấp thêm.",
            place=archive.place,
            seq=found.common,
        )
        return RegisterForkedError(message, problems, ways)
    message = _(
        "Kho lưu trữ {place} có {count} mục nhật ký mà sổ đăng ký này không có: sổ cũ hơn kho. "
        "Có thể sổ vừa được khôi phục từ bản sao dự phòng. Cấp số lúc này sẽ trùng số, nên "
        "chưa làm gì. Các văn bản sổ chưa biết: {papers}.",
        place=archive.place,
        count=len(theirs),
        papers=", ".join(codes_of(theirs)) or _("không có"),
    )
    return RegisterBehindError(message, problems, ways)


def _papers(acts: Iterable[Act], kind: str, side: str) -> Iterator[Problem]:
    """A problem for each paper that the acts number or change."""
    for act in acts:
        if told := _told(act):
            name, what = told
            yield Problem(kind, f"{side}: {what}", Place(file=name))


def codes_of(acts: Iterable[Act]) -> list[str]:
    """The papers that the acts are about, each once."""
    return list(dict.fromkeys(told[0] for act in acts if (told := _told(act))))


def _told(act: Act) -> tuple[str, str] | None:
    """The paper's code and what was done; None for acts that tell nothing new about a paper."""
    entry = act.detail.get("entry")
    when = f"{act.at[:10]} {act.at[11:16]}"
    if act.what in NUMBERED and isinstance(entry, dict):
        shown = code(
            int(str(act.detail["number"])), str(entry["symbol"]), str(act.detail.get("suffix", ""))
        )
        return shown, _(
            "cấp số {when}, {who}: {subject}", when=when, who=act.who, subject=entry["subject"]
        )
    said = act.detail.get("code")
    if act.what in {"render", "settle"} or not said:
        return None
    return str(said), _("{what} {when}, {who}", what=act.label, when=when, who=act.who)
