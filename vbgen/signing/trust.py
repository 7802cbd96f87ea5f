"""Whom the office trusts: root certificates, those between, and what is known of revoked ones."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.signing.found import CheckEvidence

_MOST_BYTES = 64 * 1024**2  # lists of revoked certificates grow


@dataclass(frozen=True, slots=True)
class TrustStore:
    """What signatures are checked against; all of it in DER."""

    roots: tuple[bytes, ...] = ()
    between: tuple[bytes, ...] = ()  # certificates of authorities below a root
    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()
    may_ask: bool = False  # whether the issuers may be asked over the network

    @classmethod
    def read(
        cls, roots: Iterable[Path], known: Iterable[Path] = (), *, may_ask: bool = False
    ) -> "TrustStore":
        """The store in those files, PEM or DER; UnreadableFileError with every file that is none of theirs.

        `roots` are trusted; `known` are certificates between, CRLs and OCSP answers in any order.
        """
        problems: list[Problem] = []
        trusted = [one for path in roots for one in _parts(path, (_certificates,), problems)]
        others = [one for path in known for one in _parts(path, _READERS, problems)]
        if problems:
            message = _("Có tệp chứng thư không đọc được.")
            raise UnreadableFileError(message, tuple(problems))
        return cls(
            roots=_only("certificate", trusted),
            between=_only("certificate", others),
            crls=_only("crl", others),
            ocsps=_only("ocsp", others),
            may_ask=may_ask,
        )

    def with_more(self, more: CheckEvidence) -> "TrustStore":
        """The store with what a file itself holds for its check; nothing of that is trusted by itself."""
        return replace(
            self,
            between=(*self.between, *more.certificates),
            crls=(*self.crls, *more.crls),
            ocsps=(*self.ocsps, *more.ocsps),
        )


def _only(kind: str, parts: Iterable["_Part"]) -> tuple[bytes, ...]:
    return tuple(der for what, der in parts if what == kind)


_Part = tuple[str, bytes]  # what it is, and its DER


def _parts(
    path: Path, readers: Iterable[Callable[[bytes], list[_Part]]], problems: list[Problem]
) -> list[_Part]:
    content = read_bytes(path, most=_MOST_BYTES)
    for reader in readers:
        try:
            return reader(content)
        except (ValueError, TypeError, KeyError):
            continue
    message = _("Tệp không phải là chứng thư, danh sách thu hồi (CRL) hay trả lời OCSP.")
    problems.append(Problem("trust-file", message, Place(file=str(path))))
    return []


def _certificates(content: bytes) -> list[_Part]:
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # no types shipped

    return [("certificate", _sound(Certificate, der)) for der in _ders(content)]


def _crls(content: bytes) -> list[_Part]:
    from asn1crypto.crl import CertificateList  # type: ignore[import-untyped]  # no types shipped

    return [("crl", _sound(CertificateList, der)) for der in _ders(content)]


def _ocsps(content: bytes) -> list[_Part]:
    from asn1crypto.ocsp import OCSPResponse  # type: ignore[import-untyped]  # no types shipped

    return [("ocsp", _sound(OCSPResponse, der)) for der in _ders(content)]


def _sound(kind: type, der: bytes) -> bytes:
    """The same bytes; ValueError where they are not of that kind."""
    loaded = kind.load(der, strict=True)  # type: ignore[attr-defined]  # asn1crypto's classes
    loaded.native  # noqa: B018 - reads every field
    return der


def _ders(content: bytes) -> Iterator[bytes]:
    from asn1crypto import pem  # type: ignore[import-untyped]  # no types shipped

    if not pem.detect(content):
        yield content
        return
    for _name, _headers, der in pem.unarmor(content, multiple=True):
        yield der


_READERS = (_certificates, _crls, _ocsps)
