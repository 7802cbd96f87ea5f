"""The money and gifts that go with a decision: a table in whole đồng, and the article that says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.law.bonus import unpaid
from vbgen.law.rulebook import LawOfDay
from vbgen.model.agency import MoneyRule
from vbgen.model.campaign import Campaign
from vbgen.papers.body.honour_entry import HonourGroup
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.rates import Given, Rates
from vbgen.words.numbers import listed, two_digits, vn_number
from vbgen.words.spelling import money_in_words

NO_FIGURE = "-"


@dataclass(frozen=True, slots=True)
class BonusLine:
    """One honour for one kind of recipient: how many, at what rate, how much, what gift."""

    number: int
    group: HonourGroup
    given: Given
    unpaid: int = 0  # of the group, because a higher title of the same decision is paid

    @property
    def rate(self) -> int | None:
        """Đồng for one; None without money, or where it is not known."""
        return self.given.amount

    @property
    def name(self) -> str:
        """`Giấy khen (cá nhân)`."""
        return f"{self.group.title} ({self.group.noun})"

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
        """`450.000`; with the gift, `-` without both."""
        money = "" if self.rate is None else vn_number(self.rate)
        return "; ".join(filter(None, (money, self.given.gift))) or NO_FIGURE

    @property
    def amount_text(self) -> str:
        """`9.000.000`; `-` without money."""
        return NO_FIGURE if self.rate is None else vn_number(self.amount)


@dataclass(frozen=True, slots=True)
class BonusTable:
    """The bonuses of one decision and their total."""

    lines: tuple[BonusLine, ...]
    wording: str = ""  # the office's own article, with its marks

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
    def unknown(self) -> tuple[BonusLine, ...]:
        """Lines whose rate nobody knows: a decision with one says no sum at all."""
        return tuple(line for line in self.lines if not line.given.is_known)

    @property
    def has_money(self) -> bool:
        """Whether a sum is given, and known whole."""
        return self.total > 0 and not self.unknown

    @property
    def has_gifts(self) -> bool:
        """Whether anything but money is given."""
        return any(line.given.gift for line in self.lines)

    @property
    def title(self) -> str:
        """`Bảng tiền thưởng`, with gifts beside the money or in its place."""
        named = {(True, True): "tiền thưởng, hiện vật", (False, True): "hiện vật"}
        return f"Bảng {named.get((self.has_money, self.has_gifts), 'tiền thưởng')}"

    @property
    def rate_heading(self) -> str:
        """What heads the column of what one is given."""
        return "Mức thưởng (đồng, hiện vật)" if self.has_gifts else "Đơn giá (đồng)"

    @property
    def article(self) -> str:
        """What the decision says of money and gifts; empty where nothing goes with the award."""
        if self.unknown:
            return f"Tiền thưởng kèm theo là {'.' * 20} đồng"
        if self.wording:
            return self._filled(self.wording)
        return "; ".join(filter(None, (self._money(), self._gifts())))

    @property
    def note(self) -> str:
        """Who is paid only the highest of several titles; empty when nobody is."""
        lower = [
            f"{two_digits(line.unpaid)} {line.group.noun} đạt danh hiệu “{line.group.honour.name}”"
            for line in self.lines
            if line.unpaid
        ]
        if not lower:
            return ""
        return (
            "Người đạt nhiều danh hiệu trong cùng thời điểm, cùng thành tích chỉ hưởng mức tiền thưởng cao nhất;"
            f" không tính thêm cho {listed(lower)}."
        )

    def _money(self) -> str:
        if not self.has_money:
            return ""
        said = f"Tiền thưởng kèm theo là {self.total_text} đồng ({self.total_in_words})"
        sources = self._sources()
        if len(sources) > 1:
            parts = [
                f"{vn_number(amount)} đồng chi từ {source}" for source, amount in sources.items()
            ]
            return f"{said}, trong đó {listed(parts)}"
        return "".join([said, *(f", chi từ {source}" for source in sources if source)])

    def _gifts(self) -> str:
        parts = [
            f"{line.given.gift} cho mỗi {line.group.noun} được {line.group.honour.phrase}"
            for line in self.lines
            if line.given.gift
        ]
        return f"{'h' if self.has_money else 'H'}iện vật kèm theo: {listed(parts)}" if parts else ""

    def _sources(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for line in self.lines:
            if line.amount:
                found[line.given.source] = found.get(line.given.source, 0) + line.amount
        return found

    def _filled(self, wording: str) -> str:
        marks = {
            "[số tiền]": self.total_text,
            "[bằng chữ]": self.total_in_words,
            "[nguồn chi]": listed([source for source in self._sources() if source]),
        }
        for mark, value in marks.items():
            wording = wording.replace(mark, value)
        return wording.rstrip(" .;")


def bonus_table(honours: HonourList, campaign: Campaign, law: LawOfDay) -> BonusTable:
    """The table for the groups of a decision by the law of its day; of several titles only the highest is paid."""
    agency = campaign.agency
    if agency.money is MoneyRule.NONE:
        return BonusTable(())
    rates = Rates(campaign, law)
    lower = unpaid(honours.of_one_time, law)
    lines = (
        BonusLine(number, group, rates.of(group.honour, group.kind), _lower_in(group, lower))
        for number, group in enumerate(honours.groups, 1)
    )
    return BonusTable(tuple(lines), agency.money_article)


def _lower_in(group: HonourGroup, lower: Mapping[str, set[str]]) -> int:
    """How many of the group have a higher title that is paid in its place."""
    return sum(group.honour.name in lower.get(entry.nominee.id, ()) for entry in group.entries)
