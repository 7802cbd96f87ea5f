"""What the outgoing register says of a paper's sending: columns 6 to 10, from its lines in the delivery book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay


@dataclass(frozen=True, slots=True)
class Sent:
    """The lines of one paper that are not struck, as the register's columns need them."""

    lines: tuple[DeliveryLine, ...] = ()

    @classmethod
    def of(cls, lines: Iterable[DeliveryLine]) -> "Sent":
        """Without those that were written by mistake."""
        return cls(tuple(line for line in lines if not line.is_struck))

    @property
    def _gone(self) -> list[DeliveryLine]:
        return [line for line in self.lines if line.way is not DeliveryWay.KEPT]

    def kept_by(self, known: str) -> str:
        """Đơn vị, người nhận bản lưu: what the paper says, and who took the copy that is kept."""
        kept = (line.recipient for line in self.lines if line.way is DeliveryWay.KEPT)
        return _joined([known, *kept])

    def copies(self, known: int | None) -> str:
        """Số lượng bản: as many as were issued, or handed out if that is more."""
        sent = sum(line.copies or 0 for line in self.lines)
        return str(max(known or 0, sent) or "")

    def days(self, known: date | None) -> list[date]:
        """Ngày chuyển, each once."""
        return sorted({line.moved_on for line in self._gone} | ({known} if known else set()))

    @property
    def received_by(self) -> str:
        """Ký nhận; with several recipients, who signed for which of them."""
        signed = [line for line in self.lines if line.received_by]
        if len(self.lines) == 1:
            return _joined(line.received_by for line in signed)
        return _joined(f"{line.recipient}: {line.received_by}" for line in signed)

    @property
    def note(self) -> str:
        """Ghi chú."""
        return _joined(line.note for line in self.lines)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def sent_papers(lines: Sequence[tuple[str, DeliveryLine]]) -> dict[str, Sent]:
    """Document → its lines, of all that have any."""
    found: dict[str, list[DeliveryLine]] = {}
    for document, line in lines:
        found.setdefault(document, []).append(line)
    return {document: Sent.of(of_one) for document, of_one in found.items()}
