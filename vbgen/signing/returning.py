"""A paper that was signed elsewhere and came back: proved to be ours, signed by whom it should be, and nothing more."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.signing.certificate import SigningCertificate
from vbgen.signing.changes import AdditionKind, FileChange, changes_between
from vbgen.signing.checking import check_signatures
from vbgen.signing.found import CheckedFile, FileSignature, state_of
from vbgen.signing.trust import TrustStore

MOST_SIGNERS = 2  # the leader and the agency
_AFTER = "changed-after-signing"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who may sign a paper: the signer that it names, or the agency that issues it."""

    name: str
    is_agency: bool = False
    fingerprints: tuple[str, ...] = ()  # of certificates that the office named; none: by the name

    def owns(self, certificate: SigningCertificate) -> bool:
        """Whether the certificate is this party's."""
        if self.fingerprints:
            return certificate.fingerprint in self.fingerprints
        return _folded(certificate.name) == _folded(self.name)


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A signed file that came back: its signatures, whose they are, and every problem that was found."""

    checked: CheckedFile
    parties: tuple[Party | None, ...]  # of each person's signature, in order
    stamps: tuple[FileChange, ...] = ()  # drawn on pages by somebody's tool: to be looked at
    problems: tuple[Problem, ...] = ()


def prove_return(
    original: bytes, returned: bytes, parties: Sequence[Party], trust: TrustStore, now: datetime
) -> ReturnedFile:
    """The file that came back, held against the one that was issued.

    ProblemsFoundError where it does not begin with our bytes or has no signature; UnreadableFileError for no PDF file.
    """
    _refuse_stranger(original, returned)
    checked = check_signatures(returned, trust, now)
    if not checked.persons:
        raise _refusal("no-signature", _("Tệp này chưa có chữ ký số nào."))
    changes = _changes(original, returned, checked.persons)
    others = [change for change in changes if change.kind is AdditionKind.OTHER]
    checked = _without_doubt_after(checked) if not others else checked
    owners = tuple(_owner(one, parties) for one in checked.persons)
    problems = (
        *_behind(returned, checked),
        *checked.problems,
        *_changed(others),
        *_too_many(checked.persons),
        *_strangers(checked.persons, owners, parties),
    )
    stamps = tuple(change for change in changes if change.kind is AdditionKind.STAMP)
    return ReturnedFile(checked, owners, stamps, problems)


def _refuse_stranger(original: bytes, returned: bytes) -> None:
    if returned == original:
        raise _refusal("no-signature", _("Tệp này chưa có chữ ký số nào."))
    if not returned.startswith(original):
        message = _(
            "Tệp này không phải là bản đã cấp số rồi ký: nội dung của văn bản đã cấp số không còn nguyên"
            " ở đầu tệp."
        )
        hint = _(
            "Phải ký đúng tệp PDF mà vbgen giao; không mở ra lưu lại hay in lại thành tệp mới."
        )
        raise _refusal("not-our-paper", message, hint)


def _refusal(code: str, message: str, hint: str = "") -> ProblemsFoundError:
    return ProblemsFoundError(message, (Problem(code, message, hint=hint),))


def _changes(
    original: bytes, returned: bytes, signatures: Sequence[FileSignature]
) -> list[FileChange]:
    """What was there beside signatures when each was made, what is there now, and what became of what was signed."""
    ends = sorted({one.covers for one in signatures})
    signed = [returned[:end] for end in ends if len(original) < end < len(returned)]
    pairs = [
        *((original, part) for part in (*signed, returned)),
        *((part, returned) for part in signed),
    ]
    found = [change for old, new in pairs for change in changes_between(old, new)]
    return list(dict.fromkeys(found))


def _without_doubt_after(checked: CheckedFile) -> CheckedFile:
    """Nothing but signatures and stamps was added, as our own comparison proves: no signature is doubted for it."""
    return replace(checked, signatures=tuple(map(_cleared, checked.signatures)))


def _cleared(one: FileSignature) -> FileSignature:
    left = tuple(problem for problem in one.problems if problem.code != _AFTER)
    return replace(one, problems=left, state=state_of(left))


def _owner(signature: FileSignature, parties: Sequence[Party]) -> Party | None:
    return next((party for party in parties if party.owns(signature.certificate)), None)


def _behind(returned: bytes, checked: CheckedFile) -> Iterator[Problem]:
    """Bytes behind the last signature that are no further state of the file."""
    rest = returned[max(one.covers for one in checked.signatures) :].strip(b"\r\n \x00")
    if rest and not (b"startxref" in rest and rest.endswith(b"%%EOF")):
        message = _("Phía sau chữ ký số cuối cùng có thêm dữ liệu.")
        yield Problem("bytes-behind", message)


def _changed(others: Sequence[FileChange]) -> Iterator[Problem]:
    for page in sorted({change.page for change in others}):
        message = (
            _("Nội dung trang {page} không còn như khi cấp số.", page=page + 1)
            if page >= 0
            else _("Tệp có phần không còn như khi cấp số (ngoài nội dung các trang).")
        )
        quote = next(change.place for change in others if change.page == page)
        yield Problem("content-changed", message, Place(path=quote))


def _too_many(signatures: Sequence[FileSignature]) -> Iterator[Problem]:
    if len(signatures) > MOST_SIGNERS:
        message = _(
            "Tệp có {count} chữ ký số; chỉ nhận chữ ký của người ký và của cơ quan.",
            count=len(signatures),
        )
        yield Problem("too-many-signatures", message)


def _strangers(
    signatures: Sequence[FileSignature],
    owners: Sequence[Party | None],
    parties: Sequence[Party],
) -> Iterator[Problem]:
    expected = _(" hoặc ").join(party.name for party in parties)
    for one, owner in zip(signatures, owners, strict=True):
        if owner is None:
            message = _(
                "Chứng thư mang tên “{name}”, không phải của {expected}.",
                name=one.certificate.name,
                expected=expected,
            )
            hint = _(
                "Nếu đúng là chứng thư của người ký hay cơ quan, nhờ quản trị khai mã"
                " {fingerprint} ở mục [signing] (certificates).",
                fingerprint=one.certificate.fingerprint,
            )
            yield Problem("another-signer", message, hint=hint)
    yield from _twice([owner.name for owner in owners if owner])


def _twice(named: Sequence[str]) -> Iterator[Problem]:
    for name in sorted({name for name in named if named.count(name) > 1}):
        message = _("{name} ký hai lần trên cùng một văn bản.", name=name)
        yield Problem("signed-twice", message)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
