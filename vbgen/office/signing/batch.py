"""Papers signed with the office's own key: looked over, signed with one PIN, checked and kept file by file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from vbgen.errors import Problem, Severity, UsageError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.signed_sheets import issued_files
from vbgen.office.references import apart_from_decision, find_whole, read_places
from vbgen.office.signing.chunks import ChunkSigner, FileSigned, FileToSign, in_chunks
from vbgen.office.signing.keeping import SignedBytes, keep_signed, lay_out_signed
from vbgen.office.signing.looks import LookMaker, SigningPicture
from vbgen.office.signing.originals import refuse_inked, refuse_unissued
from vbgen.office.signing.trusting import confirm_signer, party_to_sign, trust_of
from vbgen.office.signing.wished import SigningHand, SigningSettings, SigningWish, settled
from vbgen.register import Entry, KeptFile
from vbgen.signing.checking import signers_of
from vbgen.signing.cloud import RemoteKey
from vbgen.signing.keys import opened_key
from vbgen.signing.returning import Party
from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office

_CHUNK = 10  # files that are kept by one act; a stop is heeded between two
_MOST_BY_SERVICE = 100  # hashes of one call
_FEW = 20  # files for which no other process is started
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
        entry = find_whole(desk.register, self.reference, self.year)
        run = _PaperSigning.of(office, desk, entry, self.wish)
        signer, warnings, at_once = run.confirm_key()
        waiting, before = run.files(self.reference)
        done, failed = run.sign(waiting, office, at_once)
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
    def of(cls, office: "Office", desk: "Desk", entry: Entry, wish: SigningWish) -> "_PaperSigning":
        """The run, with the picture read and the trusted certificates."""
        refuse_unissued(entry)
        trust = trust_of(office.own_workspace, wish.trust)
        is_agency = wish.hand is SigningHand.AGENCY
        party = party_to_sign(office.own_workspace, entry, is_agency=is_agency)
        settings = settled(office, wish, party.name)
        path = settings.pictures.get(party.name)
        picture = SigningPicture.read(path) if path else None
        environ = dict(office.surroundings.environ)  # as another process can take it
        maker = LookMaker(entry, settings, wish.hand, environ, wish.as_text, picture)
        level, server = settings.level, settings.time_server
        signer = ChunkSigner(
            settings.key, maker, _FIELDS[wish.hand], level, server, trust, desk.clock()
        )
        return cls(desk, entry, party, settings, wish, trust, signer)

    def confirm_key(self) -> tuple[str, tuple[Problem, ...], int]:
        """The name on the certificate, what could not be checked of it, and how many files are signed at once.

        ProblemsFoundError for a certificate that is not the party's, or not good.
        """
        with opened_key(self.settings.key) as key:
            refusal = _("Chưa ký văn bản nào.")
            problems = confirm_signer(key, self.party, self.trust, self.signer.now, refusal)
            if self.signer.maker.picture is None and not self.wish.as_text:
                problems = (*problems, _no_picture(self.party.name))
            return key.certificate.name, problems, key.most_at_once

    def files(self, reference: str) -> tuple[list[FileToSign], tuple[str, ...]]:
        """The files that wait for this signature, and names of those that have it."""
        register, waiting, before = self.desk.register, list[FileToSign](), list[str]()
        meant = _meant(self.desk, self.entry, reference)
        refuse_inked(register, self.entry.id, [file.name for file in meant])
        counts = Counter(one.original for one in register.signed_files(self.entry.id))
        newest = register.newest_signed(self.entry.id)
        for file in meant:
            name = file.name
            content = self.desk.archive.get(newest.get(name, file).digest)
            if name in newest and any(map(self.party.owns, signers_of(content))):
                before.append(name)
            else:
                waiting.append(FileToSign(name, content, counts[name] + 1))
        return waiting, tuple(before)

    def sign(
        self, waiting: Sequence[FileToSign], office: "Office", at_once: int = 0
    ) -> tuple[list[str], list[tuple[str, str]]]:
        """Names of the files that were signed and kept, and of those that were not, with the reason."""
        done, failed = list[str](), list[tuple[str, str]]()
        if office.surroundings.is_stopped():
            return done, failed
        for tried in self._chunks(waiting, at_once):
            done += self._keep([one.signed for one in tried if one.signed])
            failed += _failures(tried)
            office.tell_done(len(done) + len(failed), len(waiting))
            if office.surroundings.is_stopped() or (failed and self.wish.stop_at_failure):
                break
        return done, failed

    def _chunks(self, waiting: Sequence[FileToSign], at_once: int) -> Iterator[list[FileSigned]]:
        """Chunks as they are signed, in their order: here, or by several processes; of a service what it takes."""
        if at_once:
            parts = list(in_chunks(waiting, min(at_once, _MOST_BY_SERVICE)))
            one_word = isinstance(self.settings.key, RemoteKey) and self.settings.key.otp
            yield from map(self.signer.sign, parts[:1] if one_word else parts)
            return
        chunks = list(in_chunks(waiting, _CHUNK))
        if self.wish.workers == 1 or len(waiting) <= _FEW:
            yield from map(self.signer.sign, chunks)
            return
        with _workers(self.wish.workers) as pool:
            yield from pool.map(self.signer.sign, chunks)

    def _keep(self, files: Sequence[SignedBytes]) -> list[str]:
        """Names of the issued files whose signed ones are kept now."""
        if files:
            keep_signed(self.desk, self.entry, files)
            lay_out_signed(self.desk, self.entry, files)
        return [file.original for file in files]


@contextmanager
def _workers(count: int) -> Iterator[Executor]:
    """Processes that share nothing with this one; what waits is given up where this one stops."""
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _meant(desk: "Desk", entry: Entry, reference: str) -> Sequence[KeptFile]:
    """All PDF files of the paper, or those certificates that are named."""
    files = issued_files(desk.register, desk.archive, entry)
    decision, _named = apart_from_decision(reference)
    if not decision:
        return files
    singles = [file for file in files if file.is_single]
    return _at_places(entry, singles, read_places(reference))


def _at_places(entry: Entry, singles: Sequence[KeptFile], places: Sequence[int]) -> list[KeptFile]:
    """Those certificates of a decision; UsageError for a place that it does not have."""
    known = dict(enumerate(singles, start=1))
    for place in places:
        if place not in known:
            message = _("Quyết định {code} không có tờ số {place}.", code=entry.code, place=place)
            raise UsageError(message)
    return [known[place] for place in places]


def _no_picture(name: str) -> Problem:
    message = _(
        "Chưa khai hình chữ ký của {name}; chữ ký số sẽ không có hình trên trang.", name=name
    )
    hint = _("Nhờ quản trị khai tệp PNG ở mục [signing.pictures].")
    return Problem("picture-missing", message, severity=Severity.WARNING, hint=hint)


def _failures(tried: Sequence[FileSigned]) -> Iterator[tuple[str, str]]:
    """Names of those that were not signed, each with the reason."""
    for one in tried:
        if not one.signed:
            yield one.original, " ".join(problem.message for problem in one.problems)
