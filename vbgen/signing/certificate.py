"""A signer's certificate, as what a person reads of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # the wheel ships no types


@dataclass(frozen=True, slots=True)
class SigningCertificate:
    """Whose certificate it is, who issued it, and how long it holds."""

    name: str  # common name of the subject
    organisation: str
    issuer: str
    serial: str  # hexadecimal
    since: datetime
    until: datetime
    fingerprint: str  # SHA-256 of the certificate

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "name": self.name,
            "organisation": self.organisation,
            "issuer": self.issuer,
            "serial": self.serial,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "fingerprint": self.fingerprint,
        }


def certificate_of(certificate: "Certificate") -> SigningCertificate:
    """What a person reads of a certificate."""
    subject = certificate.subject.native
    return SigningCertificate(
        name=_text(subject.get("common_name")) or certificate.subject.human_friendly,
        organisation=_text(subject.get("organization_name")),
        issuer=_text(certificate.issuer.native.get("common_name"))
        or certificate.issuer.human_friendly,
        serial=f"{certificate.serial_number:x}",
        since=certificate.not_valid_before,
        until=certificate.not_valid_after,
        fingerprint=hashlib.sha256(certificate.dump()).hexdigest(),
    )


def loaded(der: bytes) -> Any:  # noqa: ANN401 - asn1crypto ships no types
    """The certificate, as the library for signatures takes it."""
    from asn1crypto.x509 import Certificate

    return Certificate.load(der)


def store(ders: Iterable[bytes]) -> Any:  # noqa: ANN401 - the library's constructor has no types
    """Certificates that go into each signature."""
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    made = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for der in ders:
        made.register(loaded(der))
    return made


def _text(value: object) -> str:
    """A name may be written several times."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
