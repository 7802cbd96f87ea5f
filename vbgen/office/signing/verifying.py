"""A PDF file verified: its signatures, and whether it is one of the office's papers, as issued."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.errors import Problem, Severity
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.signing.attaching import ReturnProof
from vbgen.office.signing.originals import file_within, issued_file
from vbgen.office.signing.trusting import TrustWish, parties_to, trust_of
from vbgen.register import Entry, KeptFile, SignedFile
from vbgen.register.entries import IN_FORCE
from vbgen.signing.checking import check_signatures
from vbgen.signing.found import (
    UNCLEARED,
    CheckedFile,
    FileSignature,
    SignatureState,
)
from vbgen.signing.opening import MOST_BYTES

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office

_PASSED_BY_TIME = frozenset({"certificate-revoked", "certificate-expired"})


class Ours(StrEnum):
    """What a file is to the office."""

    ISSUED = "issued"  # a paper as it was issued, unsigned
    SIGNED = "signed"  # the signed file that is kept with a paper
    SCAN = "scan"  # the scan of a paper that was signed with ink, as it is kept
    EXTENDED = "extended"  # a paper as it was issued, and more behind it
    UNKNOWN = "unknown"  # nothing that the register knows
    NOT_ASKED = "not-asked"  # there is no register here


@dataclass(frozen=True)
class FileVerified(Answer):
    """What was found of one file; `problems` say what is wrong or could not be checked."""

    path: Path
    ours: Ours
    code: str = ""  # of the paper
    subject: str = ""
    signatures: tuple[FileSignature, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Nothing is wrong and everything could be checked."""
        told = any(
            problem.severity is Severity.ERROR or problem.code in UNCLEARED
            for problem in self.problems
        )
        return not told and (bool(self.signatures) or self.ours in {Ours.ISSUED, Ours.SCAN})

    @property
    def state(self) -> SignatureState:
        """That of the worst signature, as it is judged; for an unsigned file whether it is ours."""
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            return SignatureState.INVALID
        return SignatureState.TRUSTED if self.is_whole else SignatureState.UNCHECKED

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "ok": self.is_whole,
            "file": str(self.path),
            "state": self.state.value,
            "ours": self.ours.value,
            "code": self.code,
            "subject": self.subject,
            "signatures": [one.as_json() for one in self.signatures],
        }


@dataclass(frozen=True)
class VerifyFile(Request[FileVerified]):
    """Any PDF file, signed or not; a register is asked where there is one."""

    path: Path
    trust: TrustWish = field(default_factory=TrustWish)

    def carry_out(self, office: "Office") -> FileVerified:
        """What was found; UnreadableFileError for no PDF file."""
        content = read_bytes(self.path, most=MOST_BYTES)
        if (scan := _kept_scan(office, content)) is not None:
            ours = FileVerified(self.path, Ours.SCAN, problems=tuple(_ended(scan)))
            return replace(ours, code=scan.code, subject=scan.type_and_subject)
        trust, now = trust_of(office.workspace, self.trust), office.surroundings.clock()
        checked = check_signatures(content, trust, now)
        if office.workspace.root is None:
            return self._answer(Ours.NOT_ASKED, checked, _of_no_register(checked))
        desk = office.desk_to_look(or_empty=True)
        file = file_within(desk.register, content)
        if file is None:
            return self._answer(Ours.UNKNOWN, checked, _of_stranger(checked))
        found = _Known.of(desk, file)
        entry, parties = found.entry, parties_to(office.own_workspace, found.entry)
        proof = ReturnProof(entry, found.issued, parties, trust, now)
        kind, checked, problems = found.judged(content, checked, proof)
        answer = self._answer(kind, checked, (*problems, *_ended(entry)))
        return replace(answer, code=entry.code, subject=entry.type_and_subject)

    def _answer(
        self, ours: Ours, checked: CheckedFile, problems: Iterable[Problem]
    ) -> FileVerified:
        return FileVerified(
            self.path, ours, signatures=checked.signatures, problems=tuple(problems)
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """A paper of ours that a file is, or begins with."""

    desk: "Desk"
    entry: Entry
    file: KeptFile
    row: SignedFile | None  # where the file is a signed one

    @classmethod
    def of(cls, desk: "Desk", file: KeptFile) -> "_Known":
        """The paper that has the file."""
        found = desk.register.signed_files(file.document)
        row = next((one for one in found if one.name == file.name), None)
        return cls(desk, desk.register.entry(file.document), file, row)

    @property
    def issued(self) -> bytes:
        """The file as it was issued."""
        name = self.row.original if self.row and not self.row.is_scan else self.file.name
        return issued_file(self.desk.register, self.desk.archive, self.entry.id, name)

    def judged(
        self, content: bytes, checked: CheckedFile, proof: ReturnProof
    ) -> tuple[Ours, CheckedFile, tuple[Problem, ...]]:
        """What the file is to the office, and what is wrong with it."""
        is_whole = len(content) == self.file.size
        if is_whole and self.row is None:
            return Ours.ISSUED, checked, ()
        if not checked.persons:
            message = _("Phía sau văn bản đã cấp số có thêm dữ liệu, không phải chữ ký số.")
            return Ours.EXTENDED, checked, (Problem("more-than-issued", message),)
        back, problems = proof.of(content)
        if is_whole and self.row is not None:
            return Ours.SIGNED, back.checked, _as_kept(back.checked, problems, self.row)
        return Ours.EXTENDED, back.checked, (*problems, _not_kept())


def _kept_scan(office: "Office", content: bytes) -> Entry | None:
    """The paper whose scan the file is, as it is kept: no PDF library need understand what a scanner wrote."""
    if office.workspace.root is None:
        return None
    register = office.desk_to_look(or_empty=True).register
    file = register.file_named_by([digest_of(content)])
    rows = register.signed_files(file.document) if file else []
    is_scan = any(one.is_scan and file and one.name == file.name for one in rows)
    return register.entry(file.document) if file and is_scan else None


def _as_kept(
    checked: CheckedFile, problems: tuple[Problem, ...], row: SignedFile
) -> tuple[Problem, ...]:
    """A file that is kept, byte for byte, with evidence that its signatures were good when it was taken."""
    if row.state != SignatureState.TRUSTED or checked.state is SignatureState.TRUSTED:
        return problems
    left = tuple(problem for problem in problems if not _is_settled(problem))
    message = _("Chữ ký số đã được kiểm tra là hợp lệ khi nhận bản ký; bằng chứng còn trong kho.")
    note = Problem("checked-when-kept", message, severity=Severity.NOTE)
    return (*left, note)


def _is_settled(problem: Problem) -> bool:
    """Whether the check at the time when the file was kept has answered it."""
    return problem.code in UNCLEARED | _PASSED_BY_TIME


def _not_kept() -> Problem:
    message = _("Bản ký số này chưa được nhận vào kho lưu trữ.")
    return Problem("signed-not-kept", message, severity=Severity.NOTE)


def _of_stranger(checked: CheckedFile) -> Iterator[Problem]:
    """A file that the register does not know: its signatures count, and it is said that it is none of ours."""
    yield from checked.problems
    message = _("Tệp này không phải là văn bản nào trong sổ đăng ký, như khi cấp số.")
    severity = Severity.NOTE if checked.persons else Severity.ERROR
    yield Problem("not-ours", message, severity=severity)


def _of_no_register(checked: CheckedFile) -> Iterator[Problem]:
    yield from checked.problems
    if not checked.persons:
        message = _("Tệp không có chữ ký số, và ở đây không có sổ đăng ký để đối chiếu.")
        yield Problem("no-signature", message)


def _ended(entry: Entry) -> Iterator[Problem]:
    if entry.state not in IN_FORCE:
        message = _(
            "Văn bản {code} nay ở trạng thái “{state}”.", code=entry.code, state=entry.state.label
        )
        yield Problem("paper-ended", message)
