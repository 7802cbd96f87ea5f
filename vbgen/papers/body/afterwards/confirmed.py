"""An award confirmed years later: what its certificate said, and by which decision it was given."""

from dataclasses import dataclass
from datetime import date

from vbgen.model.afterwards.confirmation import Confirmation
from vbgen.model.afterwards.known import KnownCertificate, KnownPaper
from vbgen.words.dates import long_date

_CAPTIONS = frozenset({"Ông", "Bà", "Em"})


@dataclass(frozen=True, slots=True)
class ConfirmedAward:
    """One award, out of the golden book, or as the office typed it from the book of that year."""

    name: str
    caption: str  # `Ông`; empty where there is none
    post: str
    award: str
    merit: str  # the whole sentence; empty where nobody knows it
    decision_number: str
    decision_date: date | None
    decided_by: str
    golden_number: str
    purpose: str
    is_remade: bool
    is_in_book: bool  # the register's own golden book has it
    act: str = ""  # `tặng Giấy khen`

    @property
    def whom(self) -> str:
        """`ông Giàng A Páo`; `tập thể Phòng Văn hóa`."""
        return " ".join(filter(None, (self.caption.lower(), self.name)))

    @property
    def decision(self) -> str:
        """`Quyết định số 05/QĐ-SCT ngày 15 tháng 7 năm 2022 của Giám đốc Sở …`."""
        day = long_date(self.decision_date) if self.decision_date else ""
        by = f"của {self.decided_by}" if self.decided_by else ""
        number = f"Quyết định số {self.decision_number}"
        golden = f"(số sổ vàng {self.golden_number})" if self.golden_number else ""
        return " ".join(filter(None, (number, day, by, golden)))

    @property
    def source(self) -> str:
        """What the confirmation rests on."""
        if self.is_in_book:
            return "căn cứ sổ vàng khen thưởng và hồ sơ lưu trữ của cơ quan"
        return (
            f"căn cứ sổ vàng khen thưởng năm {self.decision_date.year}"
            if self.decision_date
            else ("căn cứ sổ vàng khen thưởng")
        )


def confirmed(
    row: Confirmation, found: tuple[KnownPaper, KnownCertificate] | None, act: str
) -> ConfirmedAward:
    """The award of the row, from the golden book where that has it."""
    if found is None:
        return ConfirmedAward(
            row.name,
            row.caption,
            row.post,
            row.award,
            row.merit.rstrip(" ."),
            row.decision_number,
            row.decision_date,
            row.decided_by,
            row.golden_number,
            row.purpose.rstrip(" ."),
            row.is_remade,
            is_in_book=False,
            act=act,
        )
    paper, certificate = found
    caption, name = _apart(certificate)
    return ConfirmedAward(
        name,
        caption,
        certificate.post or certificate.unit,
        certificate.award,
        (certificate.merit_sentence or certificate.merit).rstrip(" ."),
        paper.code,
        paper.day,
        row.decided_by or paper.decided_by,
        str(certificate.number),
        row.purpose.rstrip(" ."),
        row.is_remade,
        is_in_book=True,
        act=act,
    )


def _apart(certificate: KnownCertificate) -> tuple[str, str]:
    """Caption and name: the golden book writes them as one."""
    head, _space, rest = certificate.name.partition(" ")
    if certificate.caption or head not in _CAPTIONS:
        return certificate.caption, certificate.name
    return head, rest
