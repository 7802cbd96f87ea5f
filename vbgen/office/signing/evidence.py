"""What proves, years later, that signatures were good when signed files were kept: kept beside them."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from vbgen.files import canonical_json
from vbgen.signing.found import CheckedFile

FORMAT = "vbgen-signature-evidence/1"


def evidence_of(checks: Mapping[str, CheckedFile], now: datetime) -> bytes:
    """Result, time, certificates, CRLs and OCSP answers of checks, as JSON; the same values give the same bytes.

    `checks`: SHA-256 of each signed file → its check. Thông tư 15/2025/TT-BKHCN, Điều 5-8: kept safe from change.
    """
    relied = [check.evidence for check in checks.values()]
    plain = {
        "format": FORMAT,
        "checked_at": now.isoformat(timespec="seconds"),
        "files": [_file(digest, check) for digest, check in checks.items()],
        "certificates": _texts(each.certificates for each in relied),
        "crls": _texts(each.crls for each in relied),
        "ocsps": _texts(each.ocsps for each in relied),
    }
    return canonical_json(plain)


def _file(digest: str, check: CheckedFile) -> dict[str, object]:
    signatures = [one.as_json() for one in check.signatures]
    return {"file": digest, "state": check.state.value, "signatures": signatures}


def _texts(ders: Iterable[Sequence[bytes]]) -> list[str]:
    """Each once, whatever check relied on it."""
    return [b64encode(der).decode() for der in dict.fromkeys(chain.from_iterable(ders))]
