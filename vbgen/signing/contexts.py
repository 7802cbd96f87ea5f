"""What the library is told to check certificates against: today, at an earlier time, or without revocation."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext


def context_now(trust: TrustStore, now: datetime) -> "ValidationContext":
    """Every certificate has to be proved unrevoked; the issuers are asked where the store lets them be."""
    moment = None if trust.may_ask else now
    return _context(trust, moment=moment, allow_fetching=trust.may_ask, revocation_mode="require")


def context_at(trust: TrustStore, moment: datetime) -> "ValidationContext":
    """The same at an earlier time, of which lists made later may tell."""
    return _context(trust, moment=moment, revocation_mode="require", retroactive_revinfo=True)


def context_blind(trust: TrustStore, now: datetime) -> "ValidationContext":
    """Whether a certificate was revoked is not asked."""
    bare = TrustStore(trust.roots, trust.between)
    return _context(bare, moment=now, revocation_mode="soft-fail")


def _context(trust: TrustStore, **how: Any) -> "ValidationContext":  # noqa: ANN401 - the library's own options
    from asn1crypto.crl import CertificateList  # type: ignore[import-untyped]  # no types shipped
    from asn1crypto.ocsp import OCSPResponse  # type: ignore[import-untyped]  # no types shipped
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # no types shipped
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=_loaded(Certificate, trust.roots),
        other_certs=_loaded(Certificate, trust.between),
        crls=_loaded(CertificateList, trust.crls),
        ocsps=_loaded(OCSPResponse, trust.ocsps),
        **how,
    )


def _loaded(kind: Any, ders: Iterable[bytes]) -> list[Any]:  # noqa: ANN401 - classes without types
    return [kind.load(der) for der in ders]
