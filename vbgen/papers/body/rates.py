"""What one award brings one recipient: the office's own rate and gift, else the law's rate."""

from dataclasses import dataclass

from vbgen.law.bonus import bonus
from vbgen.law.honour import Honour
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Payee
from vbgen.model.agency import MoneyRule
from vbgen.model.campaign import Campaign
from vbgen.model.money import BonusRate
from vbgen.model.movement import RecipientKind

_BY_SCHOOL = (RecipientKind.PUPIL,)


@dataclass(frozen=True, slots=True)
class Given:
    """What one award of an honour brings one recipient."""

    amount: int | None  # đồng; None without money, or where it is not known
    is_known: bool
    gift: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rates:
    """What one award brings: the office's own row before the law of the day."""

    campaign: Campaign
    law: LawOfDay

    def of(self, honour: Honour, kind: RecipientKind) -> Given:
        """Money and gift for one recipient of that kind."""
        agency, own = self.campaign.agency, self._own_row(honour, kind)
        if own:
            return Given(own.amount, True, own.gift, own.source or agency.bonus_source)
        amount = self._by_law(honour, kind)
        return Given(amount, amount is not None, source=agency.bonus_source)

    def are_by_law(self, honour: Honour, kind: RecipientKind) -> bool:
        """Whether the law's rate counts, and no row of the office's own."""
        return self._own_row(honour, kind) is None and self._by_law(honour, kind) is not None

    def _own_row(self, honour: Honour, kind: RecipientKind) -> BonusRate | None:
        """The office's row for the honour: that which names the kind before that for all."""
        rows = [
            row
            for row in self.campaign.bonus_rates
            if row.kind in {kind, None} and self.law.honour(row.award) == honour
        ]
        return min(rows, key=lambda row: row.kind is None, default=None)

    def _by_law(self, honour: Honour, kind: RecipientKind) -> int | None:
        """Đồng for one by the law; None where the office pays by its own rates alone, or the law names none.

        The law's rates are for those who work; what pupils get, their school says.
        """
        agency = self.campaign.agency
        if agency.money is not MoneyRule.LAW or agency.level is None or kind in _BY_SCHOOL:
            return None
        return bonus(self.law, honour, payee(kind), agency.level)


def payee(kind: RecipientKind) -> Payee:
    """For whom the law reckons: a household has a rate of its own."""
    return "household" if kind is RecipientKind.HOUSEHOLD else kind.subject
