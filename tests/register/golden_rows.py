"""A small golden book of the past, and how it is written over."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date

from tests.register.papers import stamp
from vbgen.errors import Place
from vbgen.model.dossier import Honoured
from vbgen.register import Numbering, Register
from vbgen.register.entering.golden_past import GoldenImported
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry


def decision(number: int, day: date) -> PastEntry:
    return PastEntry(number, "QĐ-SCT", day, "")


def certificate(name: str, number: int | None, of: PastEntry) -> GoldenRow:
    honoured = Honoured("", name, "Văn phòng Sở", "Lao động tiên tiến", "năm 2021")
    return GoldenRow(honoured, of, number, Place(file="so.xlsx", cell=name))


FIRST, SECOND = decision(3, date(2022, 1, 14)), decision(9, date(2022, 6, 30))
BOOK = (
    certificate("Ông Lò Văn An", 1, FIRST),
    certificate("Bà Cầm Thị Bích", 2, FIRST),
    certificate("Phòng Kế hoạch", 3, SECOND),
)


def written(
    register: Register,
    rows: Sequence[GoldenRow],
    numbering: Numbering | None = None,
    keep: Callable[[bytes], str] = lambda content: hashlib.sha256(content).hexdigest(),
) -> GoldenImported:
    """The book is in the register, all doubts agreed to."""
    numbering = numbering or Numbering()
    doubts = register.golden_looked(rows, "SCT", numbering).doubts
    agreed = [doubt.message for doubt in doubts]
    return register.import_golden(
        rows, PastBook("SCT", numbering, stamp(), "so.xlsx", keep, agreed)
    )
