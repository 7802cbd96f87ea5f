"""How an issued paper leaves the office: one line of the delivery book (sổ chuyển giao văn bản đi)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vbgen.messages import _


class DeliveryWay(StrEnum):
    """Cách chuyển."""

    BY_HAND = "truc-tiep"
    BY_POST = "buu-dien"
    ELECTRONIC = "dien-tu"
    KEPT = "ban-luu"  # the copy that the office itself keeps (bản lưu)

    @property
    def label(self) -> str:
        """The words a clerk chooses by."""
        return {
            DeliveryWay.BY_HAND: _("Trực tiếp"),
            DeliveryWay.BY_POST: _("Bưu điện"),
            DeliveryWay.ELECTRONIC: _("Điện tử"),
            DeliveryWay.KEPT: _("Bản lưu"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    """What was sent to whom, when and how, and who signed for it."""

    line: int  # within the paper, from 1
    moved_on: date  # ngày chuyển
    recipient: str  # nơi nhận
    way: DeliveryWay
    copies: int | None = None  # bản; by post bì
    received_by: str = ""  # ký nhận
    note: str = ""
    is_struck: bool = False  # written by mistake; it stays readable, as in a book of paper

    def as_json(self) -> dict[str, object]:
        """Plain values, as the journal keeps them."""
        return {
            "line": self.line,
            "moved_on": self.moved_on.isoformat(),
            "recipient": self.recipient,
            "way": self.way.value,
            "copies": self.copies,
            "received_by": self.received_by,
            "note": self.note,
            "is_struck": self.is_struck,
        }
