"""A certificate authority of our own for the tests: root, issuing authority, persons, agencies, a time stamper."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
END = datetime(2036, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Identity:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: RSAPrivateKey

    @property
    def der(self) -> bytes:
        """The certificate in DER."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate in PEM."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_der(self) -> bytes:
        """The key as PKCS #8 in DER."""
        return self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


@dataclass
class Authority:
    """A root and an issuing authority below it; CRLs of both are made when asked for."""

    name: str
    root: Identity = field(init=False)
    issuing: Identity = field(init=False)
    revoked: dict[int, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        key = _key(f"{self.name} root")
        name = _name(f"{self.name} Root CA")
        self.root = Identity(_certificate(name, key, name, key, usage="authority"), key)
        self.issuing = self._issued(f"{self.name} CA", usage="authority", by=self.root)

    def identity(
        self,
        common_name: str,
        *,
        since: datetime = BEGINNING,
        until: datetime = END,
        usage: str = "signer",
    ) -> Identity:
        """A person or an agency that may sign papers, or what `usage` says."""
        return self._issued(common_name, usage=usage, by=self.issuing, since=since, until=until)

    def time_stamper(self) -> Identity:
        """Who may stamp times."""
        return self._issued(f"{self.name} TSA", usage="time", by=self.issuing)

    def revoke(self, identity: Identity, at: datetime) -> None:
        """From now on the CRL names it."""
        self.revoked[identity.certificate.serial_number] = at

    def crls(self, at: datetime, *, days: int = 30) -> list[bytes]:
        """The lists of both authorities, made at that time, in DER."""
        return [self._crl(self.root, at, days, {}), self._crl(self.issuing, at, days, self.revoked)]

    def pkcs12(self, identity: Identity, password: bytes) -> bytes:
        """The identity and its chain as a PKCS #12 file."""
        chain = [self.issuing.certificate]
        made = BestAvailableEncryption(password)
        return pkcs12.serialize_key_and_certificates(
            b"signer", identity.key, identity.certificate, chain, made
        )

    def _issued(
        self,
        common_name: str,
        *,
        usage: str,
        by: Identity,
        since: datetime = BEGINNING,
        until: datetime = END,
    ) -> Identity:
        key = _key(f"{self.name} {common_name}")
        made = _certificate(
            _name(common_name),
            key,
            by.certificate.subject,
            by.key,
            usage=usage,
            since=since,
            until=until,
        )
        return Identity(made, key)

    def _crl(self, by: Identity, at: datetime, days: int, revoked: dict[int, datetime]) -> bytes:
        builder = x509.CertificateRevocationListBuilder().issuer_name(by.certificate.subject)
        builder = builder.last_update(at).next_update(at + timedelta(days=days))
        for serial, day in revoked.items():
            one = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(day)
            builder = builder.add_revoked_certificate(one.build())
        return builder.sign(by.key, hashes.SHA256()).public_bytes(Encoding.DER)


@cache
def _key(_of: str) -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _certificate(  # noqa: PLR0913 - a certificate is told all of it
    subject: x509.Name,
    key: RSAPrivateKey,
    issuer: x509.Name,
    by: RSAPrivateKey,
    *,
    usage: str,
    since: datetime = BEGINNING,
    until: datetime = END,
) -> x509.Certificate:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(since).not_valid_after(until)
    is_authority = usage == "authority"
    builder = builder.add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    builder = builder.add_extension(_usage(usage), critical=True)
    if usage == "time":
        stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(stamping, critical=True)
    return builder.sign(by, hashes.SHA256())


def _usage(usage: str) -> x509.KeyUsage:
    is_authority = usage == "authority"
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=usage == "signer",
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
