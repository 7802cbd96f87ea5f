"""Taking back what only the archive still knows: acts, papers, golden-book rows, links, numbers, files."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vbgen.archive import Archive
from vbgen.archive.audit import Audit
from vbgen.archive.errors import ArchiveMissingError
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.messages import _
from vbgen.model.dossier import Honoured, Stamp, file_name
from vbgen.office.issuing.first_format import honoured_of
from vbgen.office.issuing.in_step import Divergence, codes_of, everything_unknown
from vbgen.office.issuing.materials import GOLDEN_BOOK
from vbgen.office.registry.archiving import verify
from vbgen.register import Act, Register, RegisterForkedError, State
from vbgen.register.numbers import IN_DECISION
from vbgen.register.proving.past import CERTIFICATES, ROWS
from vbgen.register.proving.recovering import Rebuilt, TakingBack
from vbgen.register.proving.replay import NAMELESS, ROWLESS, Derived, Replay, role_of
from vbgen.register.reserving import honoured_digest
from vbgen.ways import VerifyArchive
from vbgen.word.reading.plain import plain_text


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was taken back, and what the audit says of register and archive afterwards."""

    acts: int
    papers: tuple[str, ...]  # codes
    notes: tuple[Problem, ...]  # what nothing keeps
    audit: Audit


@dataclass(frozen=True, slots=True)
class Recovering:
    """A register, the archive that knows more, and where issued papers are laid."""

    register: Register
    archive: Archive
    out: Callable[[str], Path]

    def run(self, stamp: Stamp) -> Recovered:
        """Takes everything back, or nothing; running it again after an interruption goes on where it stopped.

        Raises RegisterForkedError where both sides gave the same numbers or changed the same paper, and
        ProblemsFoundError for what the archive does not hold.
        """
        if self.register.is_archived:
            self.archive.confirm(self.register.identity)
        found = everything_unknown(self.register, self.archive)
        notes = self._take_back(found, stamp) if found.theirs else ()
        return Recovered(
            len(found.theirs), tuple(codes_of(found.theirs)), notes, self._settled(found)
        )

    def _take_back(self, found: Divergence, stamp: Stamp) -> tuple[Problem, ...]:
        """All of the archive's acts and papers, in one step; a note for each import whose rows nothing keeps."""
        if found.is_fork:
            self._confirm_apart(found)
            self._keep_ours(found)
        replay = self.register.replayed(found.theirs)
        papers, rows = dict(self._papers(replay)), dict(self._rows(replay))
        rowless = [act for act in replay.imports if act.digest not in rows]
        wanted = TakingBack(found.theirs, papers, _lost(replay, papers, rowless), rows)
        self.register.take_back(
            wanted, stamp, identity=self.archive.owner() or self.register.identity
        )
        return tuple(_rowless(act) for act in rowless)

    def _settled(self, found: Divergence) -> Audit:
        """The act of recovering lies in the archive too, where it ends both branches; then all is proved."""
        register = self.register
        self.archive.claim(register.identity)
        register.mirror(self.archive.put_act)
        if found.is_fork:
            last = register.mirrored_point()
            self.archive.tie(found.theirs[-1].digest, last.digest)
        return verify(register, self.archive)

    def _keep_ours(self, found: Divergence) -> None:
        """Our own acts, in the archive as well: another act stands where they would follow, and this is known now."""
        for act in found.ours:
            self.archive.put(act.as_json())
        self.register.mirror(self.archive.put)

    def _confirm_apart(self, found: Divergence) -> None:
        """Raises RegisterForkedError where the two branches cannot stand beside each other."""
        ours, theirs = self._alone(found.ours), self.register.replayed(found.theirs)
        taken = dict(_numbers(ours))
        doubled = [shown for key, shown in _numbers(theirs) if key in taken]
        both = {one.id for one in ours.documents.values()} & theirs.documents.keys()
        doubled += [theirs.documents[each].code for each in sorted(both)]
        if doubled:
            raise RegisterForkedError(
                _doubled(doubled), tuple(_collisions(doubled)), (VerifyArchive(),)
            )

    def _alone(self, acts: Sequence[Act]) -> Replay:
        replay = Replay()
        for act in acts:
            replay.take(act)
        return replay

    def _papers(self, replay: Replay) -> Iterator[tuple[str, Rebuilt]]:
        problems: list[Problem] = []
        booked = self._booked(replay)
        found = {
            one.id: self._rebuilt(one, problems, booked.get(one.id, ()))
            for one in replay.documents.values()
            if one.entry or one.id in booked
        }
        if problems:
            message = _("Kho lưu trữ không còn đủ để lấy lại; chưa có gì được ghi vào sổ.")
            raise ProblemsFoundError(message, tuple(problems), (VerifyArchive(),))
        yield from found.items()

    def _booked(self, replay: Replay) -> dict[str, tuple[Honoured, ...]]:
        """Who got certificates by the golden books of the past that were written over."""
        found: dict[str, tuple[Honoured, ...]] = {}
        for _act, digest in _named(replay, CERTIFICATES):
            plain: Any = json.loads(self.archive.get(digest))
            found |= {each: tuple(Honoured(**row) for row in rows) for each, rows in plain.items()}
        return found

    def _rebuilt(
        self, one: Derived, problems: list[Problem], booked: tuple[Honoured, ...]
    ) -> Rebuilt:
        sizes = dict(self._sizes(one))
        lacking = [name for name, digest in one.files.items() if digest not in sizes]
        if lacking and not one.is_open:
            message = _("Kho lưu trữ không còn tệp này của văn bản.")
            problems += [
                Problem("file-missing", message, Place(file=one.code, quote=name))
                for name in lacking
            ]
            return Rebuilt()
        return Rebuilt(
            honoured=booked or self._honoured(one, problems),
            sizes=sizes,
            text="\n".join(self._texts(one, sizes)),
            waiting=self._waiting(one, sizes),
            delivered=self._is_delivered(one),
        )

    def _waiting(self, one: Derived, sizes: Mapping[str, int]) -> dict[str, bytes]:
        """What an issue that is still open is made from, as far as it is there."""
        kept = {name: digest for name, digest in one.materials.items() if digest in sizes}
        return {name: self.archive.get(kept[name]) for name in kept} if one.is_open else {}

    def _sizes(self, one: Derived) -> Iterator[tuple[str, int]]:
        for digest in one.files.values():
            try:
                yield digest, self.archive.size(digest)
            except ArchiveMissingError:
                continue

    def _texts(self, one: Derived, sizes: Mapping[str, int]) -> Iterator[str]:
        for name, digest in one.papers.items():
            if name.endswith(".docx") and digest in sizes and not one.is_open:
                yield plain_text(self.archive.get(digest))

    def _is_delivered(self, one: Derived) -> bool:
        """Whether every Word file still lies where the office takes it from."""
        if one.settled_at is None:
            return True
        folder = self.out(str(one.entry["campaign"]))
        stem = file_name(one.number, str(one.entry["symbol"]), one.suffix)
        papers = [
            name
            for name in one.papers
            if role_of(name, one.papers) == "paper" and name.endswith(".docx")
        ]
        return all((folder / f"{stem}-{name}").is_file() for name in papers)

    def _honoured(self, one: Derived, problems: list[Problem]) -> tuple[Honoured, ...]:
        """The certificates' rows: kept with the paper, or computed again from its data, proved by the journal."""
        if one.block is None or not one.made_from:
            return ()
        for made in self._readings(one):
            if honoured_digest(made) == one.block.honoured:
                return made
        if one.state is State.VOID and not one.materials:
            return ()
        message = _("Không dựng lại được các dòng sổ vàng của văn bản này từ kho lưu trữ.")
        problems.append(Problem("golden-book-lost", message, Place(file=one.code)))
        return ()

    def _readings(self, one: Derived) -> Iterator[tuple[Honoured, ...]]:
        with suppress(ArchiveMissingError):
            if GOLDEN_BOOK in one.made_from:
                plain: Any = json.loads(self.archive.get(one.made_from[GOLDEN_BOOK]))
                yield tuple(Honoured(**row) for row in plain)
            else:
                materials = {
                    name: self.archive.get(digest) for name, digest in one.made_from.items()
                }
                yield honoured_of(materials, date.fromisoformat(str(one.entry["day"])))

    def _rows(self, replay: Replay) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
        """What each import wrote over from an older book."""
        for act, digest in _named(replay, ROWS):
            yield act.digest, json.loads(self.archive.get(digest))


def _named(replay: Replay, name: str) -> Iterator[tuple[Act, str]]:
    """The imports that kept a file of that name, with its digest."""
    for act in replay.imports:
        files: Any = act.detail.get("files") or {}
        if name in files:
            yield act, str(files[name])


def _lost(
    replay: Replay, papers: Mapping[str, Rebuilt], rowless: Sequence[Act]
) -> dict[str, list[str]]:
    """What nothing keeps, by its sort."""
    lost = {NAMELESS: _nameless(replay, papers), ROWLESS: [act.digest for act in rowless]}
    return {sort: some for sort, some in lost.items() if some}


def _nameless(replay: Replay, papers: Mapping[str, Rebuilt]) -> list[str]:
    """Papers with numbers of the golden book whose names nothing keeps."""
    numbered = (one.id for one in replay.documents.values() if one.block and one.made_from)
    return [each for each in numbered if not papers[each].honoured]


def _rowless(act: Act) -> Problem:
    source, count = act.detail.get("source", ""), act.detail.get("count", 0)
    message = _(
        "Sổ các năm trước “{source}” ({count} văn bản) nhập bằng vbgen 0.1, không có dòng nào "
        "trong kho lưu trữ. Hãy nhập lại sổ đó trước khi cấp số.",
        source=source,
        count=count,
    )
    return Problem("import-lost", message, Place(file=str(source)), Severity.WARNING)


def _numbers(replay: Replay) -> Iterator[tuple[tuple[str, str, int, int, str], str]]:
    """Every number that was given, with the paper's code."""
    for one in replay.documents.values():
        if one.key:
            yield (*one.key, one.number, one.suffix.lower()), one.code
        if one.block and one.block.key[1] != IN_DECISION:
            yield (*one.block.key, 0, ""), one.code  # both sides went on from the same certificate


def _doubled(codes: Sequence[str]) -> str:
    return _(
        "Sổ đăng ký và kho lưu trữ cùng đã cấp hoặc sửa: {codes}. Hai bên không ghép lại được; "
        "chưa có gì thay đổi. Hãy giữ cả hai, chọn bản có các văn bản đã gửi đi làm sổ chính. "
        "Những văn bản chỉ có ở bản còn lại thì ban hành lại.",
        codes=", ".join(dict.fromkeys(codes)),
    )


def _collisions(codes: Sequence[str]) -> Iterator[Problem]:
    for each in dict.fromkeys(codes):
        yield Problem("number-doubled", _("Cả hai bên đều có văn bản này."), Place(file=each))
