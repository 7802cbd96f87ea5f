"""Papers signed with the office's own key: looked over, signed with one PIN, checked and kept file by file."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, Severity, UsageError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.references import apart_from_decision, find, read_places
from vbgen.office.signing.chunks import ChunkSigner, FileSigned, FileToSign, in_chunks
from vbgen.office.signing.keeping import SignedBytes, keep_signed, lay_out_signed
from vbgen.office.signing.looks import LookMaker, SigningPicture
from vbgen.office.signing.originals import is_issued_pdf, refuse_unissued
from vbgen.office.signing.trusting import parties_to, trust_of
from vbgen.office.signing.wished import SigningHand, SigningSettings, SigningWish, settled
from vbgen.register import Entry, KeptFile, SignedFile
from vbgen.signing.before import certificate_problems
from vbgen.signing.checking import signers_of
from vbgen.signing.keys import opened_key
from vbgen.signing.returning import Party
from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office

_CHUNK = 20  # files that are kept by one act
_FIELDS = {SigningHand.LEADER: "NguoiKy", SigningHand.AGENCY: "CoQuan"}


@dataclass(frozen=True)
class PapersSigned(Answer):
    """What was signed and kept, what failed and why, what was signed before."""

    code: str
    signer: str  # name on the certificate
    done: tuple[str, ...]  # names of the issued files
    failed: tuple[tuple[str, str], ...] = ()  # name, and why
    before: tuple[str, ...] = ()
    left: tuple[str, ...] = ()  # not tried: it was stopped before

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "ok": not self.failed and not self.left,
            "code": self.code,
            "signer": self.signer,
            "signed": list(self.done),
            "failed": [{"file": name, "message": why} for name, why in self.failed],
            "signed_before": list(self.before),
            "left": list(self.left),
        }


@dataclass(frozen=True)
class SignPapers(Request[PapersSigned]):
    """A paper and its certificates signed by its leader or its agency; what is signed already is passed over.

    Killed anywhere, asked again it goes on with the files that are left.
    """

    reference: str  # `05/QĐ-SCT`, or with some of its certificates alone: `05/QĐ-SCT:7,12-15`
    wish: SigningWish
    year: int | None = None

    def carry_out(self, office: "Office") -> PapersSigned:
        """What came of each file; ProblemsFoundError, and nothing signed, for a certificate that may not sign it."""
        desk = office.desk_to_act()
        decision, _places = apart_from_decision(self.reference)
        entry = find(desk.register, decision or self.reference, self.year)
        settings = settled(office.own_workspace, self.wish)
        run = _PaperSigning.of(office, desk, entry, settings, self.wish)
        signer, warnings = run.confirm_key()
        waiting, before = run.files(self.reference)
        done, failed = run.sign(waiting, office)
        tried = {*done, *(name for name, _why in failed)}
        left = tuple(file.original for file in waiting if file.original not in tried)
        return PapersSigned(
            entry.code, signer, tuple(done), tuple(failed), before, left, problems=warnings
        )


@dataclass(frozen=True, slots=True)
class _PaperSigning:
    """One signing of one paper's files."""

    desk: "Desk"
    entry: Entry
    party: Party
    settings: SigningSettings
    wish: SigningWish
    trust: TrustStore
    signer: ChunkSigner

    @classmethod
    def of(
        cls,
        office: "Office",
        desk: "Desk",
        entry: Entry,
        settings: SigningSettings,
        wish: SigningWish,
    ) -> "_PaperSigning":
        """The run, with the picture read and the trusted certificates."""
        refuse_unissued(entry)
        trust = trust_of(office.own_workspace, wish.trust)
        is_agency = wish.hand is SigningHand.AGENCY
        parties = parties_to(office.own_workspace, entry)
        party = next(one for one in parties if one.is_agency == is_agency)
        path = settings.pictures.get(party.name)
        picture = SigningPicture.read(path) if path else None
        environ = dict(office.surroundings.environ)  # as another process can take it
        maker = LookMaker(entry, settings, wish.hand, environ, wish.as_text, picture)
        level, server = settings.level, settings.time_server
        signer = ChunkSigner(
            settings.key, maker, _FIELDS[wish.hand], level, server, trust, desk.clock()
        )
        return cls(desk, entry, party, settings, wish, trust, signer)

    def confirm_key(self) -> tuple[str, tuple[Problem, ...]]:
        """The name on the certificate, and what could not be checked of it; it has to be the party's and good."""
        with opened_key(self.settings.key) as key:
            problems = [*certificate_problems(key, self.trust, self.signer.now)]
            if not self.party.owns(key.certificate):
                problems.insert(0, _another(key.certificate.name, self.party.name))
            if any(problem.severity is Severity.ERROR for problem in problems):
                raise ProblemsFoundError(_("Chưa ký văn bản nào."), tuple(problems))
            if self.signer.maker.picture is None and not self.wish.as_text:
                problems.append(_no_picture(self.party.name))
            return key.certificate.name, tuple(problems)

    def files(self, reference: str) -> tuple[list[FileToSign], tuple[str, ...]]:
        """The files that wait for this signature, and names of those that have it."""
        signed = self.desk.register.signed_files(self.entry.id)
        waiting, before = list[FileToSign](), list[str]()
        for file in _meant(self.desk, self.entry, reference):
            rows = [row for row in signed if row.original == file.name]
            content = self._latest(file, rows)
            if rows and any(self.party.owns(one) for one in signers_of(content)):
                before.append(file.name)
            else:
                waiting.append(FileToSign(file.name, content, len(rows) + 1))
        return waiting, tuple(before)

    def _latest(self, file: KeptFile, rows: Sequence[SignedFile]) -> bytes:
        digest = file.digest
        if rows:
            known = self.desk.register.files(self.entry.id)
            digest = next(one.digest for one in known if one.name == rows[-1].name)
        return self.desk.archive.get(digest)

    def sign(
        self, waiting: Sequence[FileToSign], office: "Office"
    ) -> tuple[list[str], list[tuple[str, str]]]:
        """Names of the files that were signed and kept, and of those that were not, with the reason."""
        done, failed = list[str](), list[tuple[str, str]]()
        for signed in self._chunks(waiting):
            self._keep([one for one in signed if one.check is not None])
            for one in signed:
                if one.check is None:
                    failed.append((one.original, _why(one)))
                else:
                    done.append(one.original)
            office.tell_done(len(done) + len(failed), len(waiting))
            if failed and self.wish.stop_at_failure:
                break
        return done, failed

    def _chunks(self, waiting: Sequence[FileToSign]) -> Iterator[list[FileSigned]]:
        """Chunks as they are signed, in their order: here, or by several processes."""
        chunks = list(in_chunks(waiting, _CHUNK))
        if self.wish.workers == 1 or len(chunks) == 1:
            yield from map(self.signer.sign, chunks)
            return
        with _workers(self.wish.workers) as pool:
            yield from pool.map(self.signer.sign, chunks)

    def _keep(self, good: Sequence[FileSigned]) -> None:
        if not good:
            return
        files = [
            SignedBytes(one.original, one.content, one.check, one.version)
            for one in good
            if one.check is not None
        ]
        keep_signed(self.desk, self.entry, files)
        lay_out_signed(self.desk, self.entry, files)


@contextmanager
def _workers(count: int) -> Iterator[Executor]:
    """Processes that share nothing with this one; what waits is given up where this one stops."""
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _meant(desk: "Desk", entry: Entry, reference: str) -> list[KeptFile]:
    """The PDF files of the paper; where certificates are files of their own, those instead of all in one."""
    files = list(filter(is_issued_pdf, desk.register.files(entry.id)))
    singles = [file for file in files if file.is_single]
    decision, _named = apart_from_decision(reference)
    if decision:
        return _at_places(entry, singles, read_places(reference))
    joined = set(map(_joined_name, singles))
    return [file for file in files if file.name not in joined]


def _joined_name(single: KeptFile) -> str:
    """The file in which all certificates stand: `certificate.pdf` for `certificate-0007-….pdf`."""
    return f"{single.name.partition('-')[0]}.pdf"


def _at_places(entry: Entry, singles: Sequence[KeptFile], places: Sequence[int]) -> list[KeptFile]:
    """Those certificates of a decision; UsageError for a place that it does not have."""
    known = dict(enumerate(singles, start=1))
    for place in places:
        if place not in known:
            message = _("Quyết định {code} không có tờ số {place}.", code=entry.code, place=place)
            raise UsageError(message)
    return [known[place] for place in places]


def _another(name: str, expected: str) -> Problem:
    message = _(
        "Chứng thư mang tên “{name}”, không phải của {expected}.", name=name, expected=expected
    )
    hint = _("Hãy dùng đúng khóa, hoặc khai chứng thư ở [signing.certificates].")
    return Problem("another-signer", message, hint=hint)


def _no_picture(name: str) -> Problem:
    message = _(
        "Chưa khai hình chữ ký của {name}; chữ ký số sẽ không có hình trên trang.", name=name
    )
    hint = _("Hãy khai tệp PNG ở [signing.pictures].")
    return Problem("picture-missing", message, severity=Severity.WARNING, hint=hint)


def _why(one: FileSigned) -> str:
    return " ".join(problem.message for problem in one.problems)
