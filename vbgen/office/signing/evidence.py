"""What proves, years later, that signatures were good when a signed file was taken: kept beside it."""

import json
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime

from vbgen.signing.found import CheckedFile

FORMAT = "vbgen-signature-evidence/1"


def evidence_of(checked: CheckedFile, signed: str, now: datetime) -> bytes:
    """Result, time, certificates, CRLs and OCSP answers of a check, as JSON; the same values give the same bytes.

    `signed`: SHA-256 of the file. Thông tư 15/2025/TT-BKHCN, Điều 5-8: they are kept safe from change.
    """
    plain = {
        "format": FORMAT,
        "file": signed,
        "checked_at": now.isoformat(timespec="seconds"),
        "state": checked.state.value,
        "signatures": [one.as_json() for one in checked.signatures],
        "certificates": _texts(checked.evidence.certificates),
        "crls": _texts(checked.evidence.crls),
        "ocsps": _texts(checked.evidence.ocsps),
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _texts(ders: Iterable[bytes]) -> list[str]:
    return [b64encode(der).decode() for der in ders]
