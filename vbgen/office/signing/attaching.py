"""A paper that was signed elsewhere is taken back: proved, then kept beside the file that was issued."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.errors import Problem, ProblemsFoundError, refuse_errors
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.references import find_whole
from vbgen.office.signing.keeping import SignedBytes, keep_signed, lay_out_signed
from vbgen.office.signing.looking import PageLook
from vbgen.office.signing.originals import original_of, refuse_inked
from vbgen.office.signing.trusting import TrustWish, parties_to, trust_of
from vbgen.pages.pdf.layout import layout_of
from vbgen.register import Entry, KeptFile, SignedFile
from vbgen.signing.checking import signers_of
from vbgen.signing.opening import MOST_BYTES
from vbgen.signing.returning import Party, ReturnedFile, prove_return
from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office


@dataclass(frozen=True)
class SignedAttached(Answer):
    """A signed file that is kept with its paper."""

    code: str
    original: str  # name of the file that was issued
    name: str  # of the signed one, in the archive
    digest: str
    state: str  # trusted, or unchecked
    signers: tuple[str, ...]
    made: tuple[Path, ...] = ()  # where the office takes it from
    was_kept: bool = False  # the same file had been taken before

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "code": self.code,
            "original": self.original,
            "name": self.name,
            "digest": self.digest,
            "state": self.state,
            "signers": list(self.signers),
            "files": [str(path) for path in self.made],
            "was_kept": self.was_kept,
        }


@dataclass(frozen=True)
class AttachSigned(Request[SignedAttached]):
    """A paper of the register, signed elsewhere: its file is proved and kept, or refused with every reason."""

    reference: str  # `05/QĐ-SCT`, or with one of its certificates: `05/QĐ-SCT:7`
    file: Path
    year: int | None = None
    trust: TrustWish = field(default_factory=TrustWish)

    def carry_out(self, office: "Office") -> SignedAttached:
        """What was kept; ProblemsFoundError, and nothing kept, where anything is wrong with it."""
        desk = office.desk_to_act()
        entry = find_whole(desk.register, self.reference, self.year)
        content = read_bytes(self.file, most=MOST_BYTES)
        original = original_of(desk.register, entry, content)
        before = _earlier(desk, original)
        if (same := _same(desk, before, content)) is not None:
            return _kept_before(entry, same, content)
        _refuse_second(desk, original, content)
        issued = desk.archive.get(original.digest)
        trust = trust_of(office.own_workspace, self.trust)
        now = desk.clock()
        proof = ReturnProof(entry, issued, parties_to(office.own_workspace, entry), trust, now)
        back, problems = proof.of(content)
        message = _("Chưa nhận bản ký số của văn bản {code}.", code=entry.code)
        refuse_errors(message, problems)
        signed = SignedBytes(original.name, content, back.checked, len(before) + 1)
        (kept,) = keep_signed(desk, entry, [signed])
        made = lay_out_signed(desk, entry, [signed])
        return SignedAttached(
            entry.code,
            original.name,
            kept.name,
            kept.file.digest,
            back.checked.state.value,
            tuple(one.certificate.name for one in back.checked.persons),
            tuple(made),
            problems=problems,
        )


@dataclass(frozen=True, slots=True)
class ReturnProof:
    """What a signed file is held against."""

    entry: Entry
    issued: bytes
    parties: Sequence[Party]
    trust: TrustStore
    now: datetime

    def of(self, content: bytes) -> tuple[ReturnedFile, tuple[Problem, ...]]:
        """The signatures, and everything that is wrong or to be looked at."""
        back = prove_return(self.issued, content, self.parties, self.trust, self.now)
        look = PageLook(self.entry, layout_of(self.issued))
        return back, (*back.problems, *look.problems(self.issued, content, back))


def _earlier(desk: "Desk", original: KeptFile) -> list[SignedFile]:
    """Signed files of the same issued one, the first first."""
    found = desk.register.signed_files(original.document)
    return [one for one in found if one.original == original.name]


def _same(desk: "Desk", before: Sequence[SignedFile], content: bytes) -> SignedFile | None:
    digest = digest_of(content)
    names = {one.name: one for one in before}
    files = desk.register.files(before[0].document) if before else []
    return next(
        (names[file.name] for file in files if file.name in names and file.digest == digest), None
    )


def _refuse_second(desk: "Desk", original: KeptFile, content: bytes) -> None:
    """ProblemsFoundError for another signed file of a paper that has one, unless it adds signatures to that one."""
    refuse_inked(desk.register, original.document, [original.name])
    last = desk.register.newest_signed(original.document).get(original.name)
    if last is not None and not content.startswith(desk.archive.get(last.digest)):
        message = _(
            "Văn bản này đã có bản ký số ({name}); bản ký mới phải ký tiếp lên đúng bản đó.",
            name=last.name,
        )
        problem = Problem("already-signed", message)
        raise ProblemsFoundError(message, (problem,))


def _kept_before(entry: Entry, one: SignedFile, content: bytes) -> SignedAttached:
    return SignedAttached(
        entry.code,
        one.original,
        one.name,
        digest_of(content),
        one.state,
        tuple(each.name for each in signers_of(content)),
        was_kept=True,
    )
