"""Small papers to number, and the shortest way from intent to settled."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from vbgen.model.document import Inspected, Kept, Numbered, Rendered, Settled
from vbgen.model.dossier import Counter, Honoured, Intent, Particulars, Stamp
from vbgen.register import Register

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
PARTICULARS = Particulars(
    agency="SCT",
    issuer="SỞ CÔNG THƯƠNG",
    campaign="thi-dua",
    kind="award-decision",
    symbol="QĐ-SCT",
    day=date(2026, 3, 5),
    subject="Về việc tặng Giấy khen phong trào thi đua đợt 1",
    type_name="QUYẾT ĐỊNH",
    signer_name="Lê Nguyên Ngọc",
    signer_position="Giám đốc",
    recipients=("Như Điều 3", "Ban Thi đua - Khen thưởng tỉnh", "Lưu: VT, VP"),
    copy_kept_by="VT, VP",
)
PEOPLE = (
    Honoured("CN1", "Nguyễn Đình Hòa", "Văn phòng Sở", "Giấy khen", "xuất sắc"),
    Honoured("CN2", "Giàng A Páo", "Thanh tra Sở", "Giấy khen", "xuất sắc"),
)


def stamp(minutes: int = 0, why: str = "") -> Stamp:
    return Stamp("văn thư", NOON + timedelta(minutes=minutes), why)


def intent(series: str = "van-ban-di", people: tuple[Honoured, ...] = (), **changed: Any) -> Intent:  # noqa: ANN401 - any field
    """A paper of its own campaign, unless told otherwise."""
    own = {"campaign": uuid4().hex, **changed}
    particulars = replace(PARTICULARS, **own)
    return Intent(
        id=uuid4().hex,
        particulars=particulars,
        counter=Counter("SCT", series, particulars.day.year),
        materials={"campaign.json": b"{}", "template.docx": b"PK"},
        golden_book=Counter("SCT", "so-vang", 0) if people else None,
        honoured=people,
    )


def rendered(numbered: Numbered, text: str = "toàn văn") -> Inspected:
    return Inspected(Rendered(numbered, {"paper.docx": numbered.code.encode()}, text))


def settle(register: Register, numbered: Numbered, text: str = "toàn văn") -> Settled:
    inspected = rendered(numbered, text)
    register.announce(inspected, stamp())
    papers = inspected.rendered.papers
    return register.settle(
        Kept(inspected, {name: digest(content) for name, content in papers.items()}), stamp()
    )


def issue(register: Register, text: str = "toàn văn", **wanted: Any) -> Settled:  # noqa: ANN401 - as for intent
    return settle(register, register.reserve(intent(**wanted), stamp()), text)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
