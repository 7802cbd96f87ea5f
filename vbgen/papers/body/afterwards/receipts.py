"""The list on which bonuses are signed for (danh sách ký nhận tiền thưởng): one line for each award that is paid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vbgen.law.bonus import unpaid
from vbgen.law.rulebook import LawOfDay
from vbgen.model.afterwards.ceremony import Payout
from vbgen.model.agency import MoneyRule
from vbgen.model.campaign import Campaign
from vbgen.papers.body.honour_entry import HonourEntry, HonourGroup
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.rates import Given, Rates
from vbgen.words.dates import blank_date, long_date
from vbgen.words.numbers import vn_number
from vbgen.words.spelling import money_in_words


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One award that is paid, and room for a signature."""

    number: int
    entry: HonourEntry
    given: Given

    @property
    def amount(self) -> int:
        """Đồng."""
        return self.given.amount or 0

    @property
    def amount_text(self) -> str:
        """`450.000`, with the gift; the gift alone without money."""
        money = vn_number(self.amount) if self.amount else ""
        return "; ".join(filter(None, (money, self.given.gift)))


@dataclass(frozen=True, slots=True)
class ReceiptGroup:
    """The lines of one honour for one kind of recipient."""

    group: HonourGroup
    lines: tuple[ReceiptLine, ...]

    @property
    def total(self) -> int:
        """Đồng."""
        return sum(line.amount for line in self.lines)

    @property
    def total_text(self) -> str:
        """`9.000.000`; empty where there are only gifts."""
        return vn_number(self.total) if self.total else ""


@dataclass(frozen=True, slots=True)
class Receipts:
    """All lines of one decision, their total, and who pays."""

    groups: tuple[ReceiptGroup, ...]
    payout: Payout
    paid_on: str  # `ngày 25 tháng 7 năm 2022`, blank where nobody said it

    @property
    def total(self) -> int:
        """Đồng."""
        return sum(group.total for group in self.groups)

    @property
    def total_text(self) -> str:
        """`11.700.000`; empty where there are only gifts."""
        return vn_number(self.total) if self.total else ""

    @property
    def total_in_words(self) -> str:
        """`Mười một triệu bảy trăm nghìn đồng chẵn`."""
        return money_in_words(self.total)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to be signed for."""
        return not self.groups


def receipts(honours: HonourList, campaign: Campaign, law: LawOfDay, payout: Payout) -> Receipts:
    """The list for the awards of a decision, by the law of its day; lower titles that are not paid are left out."""
    day = long_date(payout.paid_on) if payout.paid_on else blank_date()
    if campaign.agency.money is MoneyRule.NONE:
        return Receipts((), payout, day)
    lower = unpaid(honours.of_one_time, law)
    rates = Rates(campaign, law)
    groups = (
        ReceiptGroup(group, tuple(_lines(group, rates.of(group.honour, group.kind), lower)))
        for group in honours.groups
    )
    return Receipts(tuple(group for group in groups if group.lines), payout, day)


def _lines(
    group: HonourGroup, given: Given, lower: Mapping[str, set[str]]
) -> Iterator[ReceiptLine]:
    if not (given.amount or given.gift):
        return
    paid = (
        entry for entry in group.entries if group.honour.name not in lower.get(entry.nominee.id, ())
    )
    for number, entry in enumerate(paid, 1):
        yield ReceiptLine(number, entry, given)
