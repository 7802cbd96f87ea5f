"""What a phase reached: each target against its plan and the same period, and the sentences that say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.model.targets import Indicator, IndicatorResult
from vbgen.papers.body.notice import measured, written
from vbgen.words.numbers import percent

NO_FIGURE = "-"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class ResultView:
    """One indicator at the end of a phase; figures are written out, `-` where there is none."""

    indicator: Indicator
    row: IndicatorResult | None

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.indicator.name

    @property
    def unit(self) -> str:
        """The indicator's unit."""
        return self.indicator.unit

    @property
    def planned(self) -> str:
        """The year's plan."""
        return self._written(self.indicator.planned)

    @property
    def result(self) -> str:
        """The result since the start of the year."""
        return self._written(self.row.result if self.row else None)

    @property
    def same_period(self) -> str:
        """The result of the same period of the year before."""
        return self._written(self.row.same_period if self.row else None)

    @property
    def share(self) -> Decimal | None:
        """Percent of the plan; plan over result where lower is better; None without a figure or with a zero base."""
        planned = self.indicator.planned
        if self.row is None or (result := self.row.result) is None:
            return None
        part, base = (planned, result) if self.indicator.lower_is_better else (result, planned)
        return part * _HUNDRED / base if base else None

    @property
    def growth(self) -> Decimal | None:
        """Percent more (or, negative, less) than in the same period; None without a figure or with a zero base."""
        if self.row is None or self.row.result is None or not (base := self.row.same_period):
            return None
        return self.row.result * _HUNDRED / base - _HUNDRED

    @property
    def percent_of_plan(self) -> str:
        """`52,0%`."""
        return NO_FIGURE if self.share is None else percent(self.share)

    @property
    def change(self) -> str:
        """`12,4%`, negative for a fall."""
        return NO_FIGURE if self.growth is None else percent(self.growth)

    @property
    def is_estimated(self) -> bool:
        """Whether the figure is an estimate (ước thực hiện)."""
        return bool(self.row and self.row.estimated)

    @property
    def is_reached(self) -> bool:
        """Whether the year's plan is reached."""
        if self.indicator.lower_is_better:
            return self.is_within_limit
        return self.share is not None and self.share >= _HUNDRED

    @property
    def is_missed(self) -> bool:
        """Whether a result is known and falls short of the plan."""
        return self.row is not None and self.row.result is not None and not self.is_reached

    @property
    def is_within_limit(self) -> bool:
        """Whether the result is not above the plan, which is what counts where lower is better."""
        return bool(
            self.row and self.row.result is not None and self.row.result <= self.indicator.planned
        )

    @property
    def reason(self) -> str:
        """Why it was not reached, as the office wrote it."""
        return self.row.reason if self.row else ""

    def shortfall(self, plan: str) -> str:
        """`Chỉ tiêu “…” chưa đạt kế hoạch năm (97,8%): …`; empty where it is reached, or nobody knows.

        What is unknown is named where the office wrote a reason for it.
        """
        reason = f": {one_line(self.reason)}" if self.reason else ""
        if self.is_missed:
            return f"Chỉ tiêu “{self.name}” {self._missed(plan)}{reason}."
        is_unknown = self.row is not None and self.row.result is None
        return f"Chỉ tiêu “{self.name}” chưa có số liệu{reason}." if is_unknown and reason else ""

    def _missed(self, plan: str) -> str:
        if self.indicator.lower_is_better:
            limit = measured(self.indicator, self.indicator.planned)
            reached = (
                measured(self.indicator, self.row.result) if self.row and self.row.result else ""
            )
            return f"vượt mức {limit} ({reached})"
        share = "" if self.share is None else f" ({self.percent_of_plan})"
        return f"chưa đạt {plan}{share}"

    @property
    def sentence(self) -> str:
        """`Giá trị sản xuất công nghiệp đạt 90.576,7 tỷ đồng, bằng 52,0% kế hoạch, tăng 12,4% so với cùng kỳ`."""
        return f"{self.name} {', '.join(self._clauses())}"

    def _clauses(self) -> Iterator[str]:
        if self.row is None or self.row.result is None:
            yield "chưa có số liệu"
            return
        told = measured(self.indicator, self.row.result)
        yield f"{'ước ' if self.is_estimated else ''}đạt {told}"
        if self.indicator.lower_is_better:
            limit = measured(self.indicator, self.indicator.planned)
            yield f"trong mức không quá {limit}" if self.is_within_limit else f"vượt mức {limit}"
        elif self.share is not None:
            yield f"bằng {self.percent_of_plan} kế hoạch"
        if self.growth is not None:
            yield self._change_clause(self.growth)

    def _change_clause(self, growth: Decimal) -> str:
        if percent(growth) == percent(0):
            return "bằng cùng kỳ"
        return f"{'tăng' if growth > 0 else 'giảm'} {self._change(growth)} so với cùng kỳ"

    def _change(self, growth: Decimal) -> str:
        """How much more or less: percent, or points where the indicator is a percentage itself."""
        if self.indicator.unit != "%" or not (
            self.row and self.row.result is not None and self.row.same_period
        ):
            return percent(abs(growth))
        points = abs(self.row.result - self.row.same_period)
        return f"{written(self.indicator, points)} điểm phần trăm"

    def _written(self, value: Decimal | None) -> str:
        return NO_FIGURE if value is None else written(self.indicator, value)


def results(campaign: Campaign, phase: int) -> tuple[ResultView, ...]:
    """Every indicator at the end of `phase`, in the campaign's order."""
    rows = {row.indicator: row for row in campaign.indicator_results if row.phase == phase}
    return tuple(ResultView(indicator, rows.get(indicator.id)) for indicator in campaign.indicators)
