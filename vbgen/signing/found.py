"""What a signed PDF file holds: each signature, whose it is, and how far it can be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.signing.certificate import SigningCertificate

Box = tuple[float, float, float, float]  # left, top, right, bottom; from the upper left corner
UNCLEARED = frozenset({"trust-unknown", "revocation-unknown", "time-stamp-unknown"})  # doubts


class SignatureState(StrEnum):
    """How far a signature can be trusted."""

    TRUSTED = "trusted"
    UNCHECKED = "unchecked"  # nothing is wrong, but something could not be asked
    INVALID = "invalid"

    @property
    def label(self) -> str:
        """The words a clerk reads."""
        return {
            "trusted": _("hợp lệ"),
            "unchecked": _("chưa kiểm tra được"),
            "invalid": _("không hợp lệ"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class FileSignature:
    """One signature of a PDF file."""

    field: str
    certificate: SigningCertificate
    state: SignatureState
    problems: tuple[Problem, ...]
    claimed_at: datetime | None  # as the signer's machine said
    stamped_at: datetime | None  # as a trusted time stamp says
    page: int  # from 0; -1 where nothing is to be seen
    box: Box
    covers: int  # bytes from the file's beginning
    is_time_stamp: bool = False  # of the whole document: no person's signature
    pictures: int = 0  # drawn in its place

    @property
    def is_visible(self) -> bool:
        """Whether anything is to be seen of it on a page."""
        left, top, right, bottom = self.box
        return self.page >= 0 and right > left and bottom > top

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "field": self.field,
            "certificate": self.certificate.as_json(),
            "state": self.state.value,
            "problems": [problem.code for problem in self.problems],
            "claimed_at": self.claimed_at and self.claimed_at.isoformat(),
            "stamped_at": self.stamped_at and self.stamped_at.isoformat(),
            "page": self.page + 1,
            "time_stamp": self.is_time_stamp,
        }


@dataclass(frozen=True, slots=True)
class CheckEvidence:
    """What a check relied on, in DER: what has to be kept to believe it later."""

    certificates: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """All signatures of a file, in the order in which they were made, and what the check relied on."""

    signatures: tuple[FileSignature, ...]
    evidence: CheckEvidence

    @property
    def persons(self) -> tuple[FileSignature, ...]:
        """Signatures of persons and agencies, without time stamps of the whole document."""
        return tuple(one for one in self.signatures if not one.is_time_stamp)

    @property
    def state(self) -> SignatureState:
        """That of the worst signature; a file without one is invalid."""
        found = {one.state for one in self.signatures} or {SignatureState.INVALID}
        return next(state for state in reversed(SignatureState) if state in found)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of every signature."""
        return tuple(problem for one in self.signatures for problem in one.problems)


def state_of(problems: Iterable[Problem]) -> SignatureState:
    """What problems make of a signature: an error invalid, a doubt that could not be cleared unchecked."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        return SignatureState.INVALID
    is_doubtful = any(problem.code in UNCLEARED for problem in found)
    return SignatureState.UNCHECKED if is_doubtful else SignatureState.TRUSTED
