"""What the award decision (quyết định khen thưởng) adds to its list: the bonus table, in whole đồng."""

from dataclasses import dataclass

from vbgen.law.bonus import bonus, unpaid
from vbgen.law.rulebook import LawOfDay
from vbgen.model.agency import AgencyLevel
from vbgen.papers.body.honour_list import HonourGroup, HonourList
from vbgen.words.numbers import listed, two_digits, vn_number
from vbgen.words.spelling import money_in_words


@dataclass(frozen=True, slots=True)
class BonusLine:
    """One honour for one kind of subject: how many, at what rate, how much."""

    number: int
    group: HonourGroup
    rate: int | None  # đồng; None where the law names no bonus
    unpaid: int = 0  # of the group, because a higher title of the same decision is paid

    @property
    def name(self) -> str:
        """`Giấy khen (cá nhân)`."""
        return f"{self.group.title} ({self.group.subject_kind.label.lower()})"

    @property
    def quantity(self) -> int:
        """How many awards are paid."""
        return len(self.group.entries) - self.unpaid

    @property
    def amount(self) -> int:
        """Đồng for all of them."""
        return (self.rate or 0) * self.quantity

    @property
    def rate_text(self) -> str:
        """`450.000`, or `-` without a bonus."""
        return "-" if self.rate is None else vn_number(self.rate)

    @property
    def amount_text(self) -> str:
        """`9.000.000`."""
        return vn_number(self.amount)


@dataclass(frozen=True, slots=True)
class BonusTable:
    """The bonuses of one decision and their total."""

    lines: tuple[BonusLine, ...]

    @property
    def total(self) -> int:
        """Đồng."""
        return sum(line.amount for line in self.lines)

    @property
    def total_text(self) -> str:
        """`11.700.000`."""
        return vn_number(self.total)

    @property
    def total_in_words(self) -> str:
        """`Mười một triệu bảy trăm nghìn đồng chẵn`."""
        return money_in_words(self.total)

    @property
    def note(self) -> str:
        """Who is paid only the highest of several titles; empty when nobody is."""
        lower = [
            f"{two_digits(line.unpaid)} {line.group.honour.name}"
            for line in self.lines
            if line.unpaid
        ]
        if not lower:
            return ""
        return (
            f"Đạt nhiều danh hiệu trong cùng thời điểm, cùng thành tích chỉ hưởng mức cao nhất: {listed(lower)} không"
            " tính tiền thưởng."
        )


def bonus_table(honours: HonourList, level: AgencyLevel, law: LawOfDay) -> BonusTable:
    """The table for the groups of a decision by the law of its day; of several titles only the highest is paid."""
    given = [(entry.nominee.id, entry.honour) for entry in honours.entries]
    lower = unpaid(given, law)
    return BonusTable(
        tuple(
            BonusLine(
                number,
                group,
                bonus(law, group.honour, group.subject_kind, level),
                sum(
                    group.honour.name in lower.get(entry.nominee.id, ()) for entry in group.entries
                ),
            )
            for number, group in enumerate(honours.groups, 1)
        )
    )
