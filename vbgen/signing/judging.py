"""What the library finds of a signature, as problems in a clerk's words."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

if TYPE_CHECKING:
    from pyhanko.sign.validation.status import PdfSignatureStatus, TimestampSignatureStatus

REVOKED = frozenset({"REVOKED", "REVOKED_NO_POE", "REVOKED_CA_NO_POE"})
OUT_OF_TIME = frozenset({"EXPIRED", "OUT_OF_BOUNDS_NO_POE", "NOT_YET_VALID"})
_USAGE = frozenset({"CHAIN_CONSTRAINTS_FAILURE", "SIG_CONSTRAINTS_FAILURE"})
_WEAK = frozenset({"CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE"})


def integrity_problems(status: "PdfSignatureStatus", signer: str) -> Iterator[Problem]:
    """Whether the bytes are those that were signed, and nothing came after that may not."""
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if not status.intact:
        message = _("Nội dung tệp đã bị thay đổi sau khi {signer} ký.", signer=signer)
        yield _error("signature-broken", message)
    elif not status.valid:
        message = _("Chữ ký số mang tên {signer} không khớp với chứng thư.", signer=signer)
        yield _error("signature-forged", message)
    elif (
        status.coverage or SignatureCoverageLevel.UNCLEAR
    ) < SignatureCoverageLevel.ENTIRE_REVISION:
        message = _("Chữ ký số của {signer} không bao trùm cả tệp.", signer=signer)
        yield _error("signature-coverage", message)
    elif not _is_as_signed(status):
        yield changed_after(signer)


def _is_as_signed(status: "PdfSignatureStatus") -> bool:
    from pyhanko.sign.diff_analysis import ModificationLevel

    level = status.modification_level
    allowed = level is not None and level <= ModificationLevel.FORM_FILLING
    return allowed and status.docmdp_ok is not False


def changed_after(signer: str) -> Problem:
    """Something was added to the file after a signature, and it is no further signature."""
    message = _("Sau khi {signer} ký, tệp được thêm nội dung ngoài chữ ký số.", signer=signer)
    return _error("changed-after-signing", message)


def trust_problem(indication: str, signer: str) -> Problem:
    """Why the certificate cannot be trusted, by the name that ETSI EN 319 102-1 gives to the reason."""
    said = next((say for names, say in _REASONS if indication in names), _untrusted)
    return said(signer)


def _revoked(signer: str) -> Problem:
    message = _("Chứng thư của {signer} đã bị thu hồi.", signer=signer)
    return _error("certificate-revoked", message)


def _out_of_time(signer: str) -> Problem:
    message = _("Chứng thư của {signer} đã hết hạn hoặc chưa có hiệu lực.", signer=signer)
    return _error("certificate-expired", message)


def _wrong_usage(signer: str) -> Problem:
    message = _("Chứng thư của {signer} không dùng để ký văn bản.", signer=signer)
    return _error("certificate-usage", message)


def _weak(signer: str) -> Problem:
    message = _("Chữ ký số của {signer} dùng thuật toán không còn an toàn.", signer=signer)
    return _error("signature-weak", message)


def _untrusted(signer: str) -> Problem:
    message = _("Chứng thư của {signer} không do nơi cấp mà cơ quan tin cậy cấp.", signer=signer)
    return _error("certificate-untrusted", message)


_REASONS: tuple[tuple[frozenset[str], Callable[[str], Problem]], ...] = (
    (REVOKED, _revoked),
    (OUT_OF_TIME, _out_of_time),
    (_USAGE, _wrong_usage),
    (_WEAK, _weak),
)


def trust_unknown(signer: str) -> Problem:
    """No root certificate was named that signatures could be traced to."""
    message = _(
        "Chưa kiểm tra được chứng thư của {signer}: chưa khai nơi cấp chứng thư tin cậy.",
        signer=signer,
    )
    hint = _("Nhờ quản trị khai tệp chứng thư gốc ở mục [signing] của vbgen.toml (roots).")
    return Problem("trust-unknown", message, severity=Severity.WARNING, hint=hint)


def revocation_unknown(signer: str) -> Problem:
    """The certificate is the office's own kind, but nobody said whether it was revoked."""
    message = _("Chưa kiểm tra được chứng thư của {signer} có bị thu hồi hay không.", signer=signer)
    hint = _(
        "Hãy kiểm tra lại khi có mạng, hoặc nhờ quản trị khai tệp CRL mới ở mục [signing] (known)."
    )
    return Problem("revocation-unknown", message, severity=Severity.WARNING, hint=hint)


def time_problems(status: "TimestampSignatureStatus | None", signer: str) -> Iterator[Problem]:
    """What is wrong with a time stamp; nothing for none."""
    if status is None:
        return
    if not (status.intact and status.valid):
        message = _("Dấu thời gian của chữ ký số {signer} không đúng.", signer=signer)
        yield _error("time-stamp-broken", message)
    elif not status.trusted:
        message = _("Chưa kiểm tra được dấu thời gian của chữ ký số {signer}.", signer=signer)
        yield Problem("time-stamp-unknown", message, severity=Severity.WARNING)


def unreadable_signature(field: str) -> Problem:
    """The signature's own bytes are no signature."""
    message = _("Chữ ký số “{field}” hỏng, không đọc được.", field=field)
    return _error("signature-unreadable", message)


def _error(code: str, message: str) -> Problem:
    return Problem(code, message, Place())
