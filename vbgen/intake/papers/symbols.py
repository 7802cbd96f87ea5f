"""What the number of a paper tells of its issuer: symbol, who drafted it, the Party or the youth union."""

import re
from collections.abc import Sequence

from vbgen.model.agency import AgencyLevel
from vbgen.words.names import fold

_KEPT = re.compile(r"Lưu\s*:?\s*VT\s*[,;]\s*([A-ZĐ&]{2,10})\b")


def symbols_of(symbol: str, type_name: str) -> tuple[str, str]:
    """`SCT` and `VP` of `SCT-VP` on a công văn; `UBND` of `KH-UBND` on what has a type, `ĐU` of the Party's `KH/ĐU`."""
    if "/" in symbol:
        return symbol.rpartition("/")[2], ""
    first, _dash, rest = symbol.partition("-")
    return (first, rest) if type_name == "Công văn" else (rest or first, "")


def kept_by(recipients: Sequence[str]) -> str:
    """`TCCB` of `Lưu: VT, TCCB`: who drafted the paper keeps a copy."""
    kept = _KEPT.match(recipients[-1]) if recipients else None
    return kept[1] if kept else ""


def level_told(symbol: str, issuer: str) -> AgencyLevel | None:
    """Of the Party or the youth union, as the form of the number tells; other levels no paper tells."""
    if "/" not in symbol:
        return None
    is_youth = re.search(r"\bdoan\b", fold(issuer)) is not None
    return AgencyLevel.YOUTH_UNION if is_youth else AgencyLevel.PARTY
