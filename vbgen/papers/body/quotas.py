"""What a phase reached of the emulation targets (chỉ tiêu thi đua)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from vbgen.law.honour import Honour
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Award, Nomination
from vbgen.model.references import Fault
from vbgen.model.targets import Measure, Quota
from vbgen.papers.deciding import PhaseLaws
from vbgen.words.numbers import percent, two_digits, vn_number

_HUNDRED = Decimal(100)
_UNKNOWN = "chưa có số liệu"


@dataclass(frozen=True, slots=True)
class QuotaView:
    """One quota with what came of it; `total` is the number it is a share of."""

    quota: Quota
    achieved: int
    total: int
    reason: str
    is_proposed: bool  # decided above the agency: counted from the nominations
    is_counted: bool = True  # by the lists, or by the office

    @property
    def is_known(self) -> bool:
        """Whether anybody can say what was reached: a share of nothing, or of what no list shows, is unknown."""
        return bool(self.total) or (self.quota.measure is Measure.COUNT and self.is_counted)

    @property
    def name(self) -> str:
        """The quota's short name."""
        return self.quota.name

    @property
    def wanted(self) -> str:
        """`từ 80%`, `từ 03 đến 05`, `ít nhất …` as the launch notice set it."""
        return wanted(self.quota)

    @property
    def reached(self) -> str:
        """`05`, or `54/68 (79,4%)` for a share; `chưa có số liệu` where nobody knows."""
        if not self.is_known:
            return _UNKNOWN
        if self.quota.measure is Measure.COUNT:
            return two_digits(self.achieved)
        return f"{self.achieved}/{self.total} ({percent(self.figure)})"

    @property
    def figure(self) -> Decimal:
        """What is compared with the target: a count, or a percentage of the total."""
        if self.quota.measure is Measure.COUNT:
            return Decimal(self.achieved)
        return self.achieved * _HUNDRED / self.total if self.total else Decimal(0)

    @property
    def verdict(self) -> str:
        """`Đạt`, `Vượt` or `Chưa đạt`; `Chưa có số liệu` where nobody knows."""
        if not self.is_known:
            return _UNKNOWN.capitalize()
        if self.quota.minimum is not None and self.figure < self.quota.minimum:
            return "Chưa đạt"
        return (
            "Vượt" if self.quota.maximum is not None and self.figure > self.quota.maximum else "Đạt"
        )

    @property
    def is_missed(self) -> bool:
        """Whether less was reached than wanted."""
        return self.verdict == "Chưa đạt"

    @property
    def shortfall(self) -> str:
        """`Chỉ tiêu “…” chưa đạt: 66/68 (97,1%) so với mục tiêu 100%; …`."""
        reason = f"; {one_line(self.reason)}" if self.reason else ""
        compared = f"{self.reached} so với mục tiêu {self.wanted}"
        return f"Chỉ tiêu “{self.name}” chưa đạt: {compared}{reason}."


def wanted(quota: Quota) -> str:
    """`từ 80% trở lên`, `từ 03 đến 05`, `không quá 02`, `100%`: the target in words."""
    low, high = _written(quota, quota.minimum), _written(quota, quota.maximum)
    if low and (low == high or (quota.measure is Measure.SHARE and quota.minimum == _HUNDRED)):
        return low
    if low and high:
        return f"từ {low} đến {high}"
    return f"từ {low} trở lên" if low else f"không quá {high}" if high else ""


def _written(quota: Quota, value: Decimal | None) -> str:
    if value is None:
        return ""
    if quota.measure is Measure.SHARE:
        return f"{vn_number(value.normalize() if value % 1 else value.to_integral_value())}%"
    return two_digits(int(value))


def impossible_targets(campaign: Campaign) -> Iterator[Fault]:
    """Each figure of a target that cannot be, and each result larger than what it is counted among."""
    for row, quota in enumerate(campaign.quotas):
        for field in ("minimum", "maximum"):
            said = _wrong_target(quota, getattr(quota, field))
            if said:
                yield Fault("target-impossible", "quotas", row, field, *said)
    names = {quota.id: quota.name for quota in campaign.quotas}
    for row, each in enumerate(campaign.quota_results):
        if each.achieved > each.total:
            message = _(
                "“{name}”: {achieved} đạt trên tổng số {total}.",
                name=names.get(each.quota, each.quota),
                achieved=each.achieved,
                total=each.total,
            )
            hint = _("Số đạt không thể lớn hơn tổng số: sửa một trong hai.")
            yield Fault("more-than-total", "quota_results", row, "achieved", message, hint)


def _wrong_target(quota: Quota, value: Decimal | None) -> tuple[str, str] | None:
    """What is wrong with the figure of a target, and what to do; None where nothing is."""
    if value is None:
        return None
    if quota.measure is Measure.SHARE and value > _HUNDRED:
        message = _("“{name}”: tỷ lệ không thể quá 100%.", name=quota.name)
        return message, _("Sửa tỷ lệ, hoặc chọn “Số lượng” ở cột “Cách tính”.")
    if quota.measure is Measure.COUNT and value % 1:
        message = _("“{name}”: số lượng phải là số nguyên.", name=quota.name)
        return message, _("Sửa số lượng, hoặc chọn “Tỷ lệ %” ở cột “Cách tính”.")
    return None


def quota_results(campaign: Campaign, phase: int, laws: PhaseLaws) -> tuple[QuotaView, ...]:
    """Every quota with what was reached from the start of the year to the end of `phase`, each by its phase's law."""
    counting = _Counting(campaign, phase, laws)
    return tuple(counting.view(quota) for quota in campaign.quotas)


def headcount(campaign: Campaign) -> int:
    """All persons of all units."""
    return campaign.headcount


@dataclass(frozen=True, slots=True)
class _Counting:
    """What is counted, until when, and by which rules."""

    campaign: Campaign
    phase: int
    laws: PhaseLaws

    def view(self, quota: Quota) -> QuotaView:
        """The quota with the office's own result, else with what the lists show."""
        for row in self.campaign.quota_results:
            if row.quota == quota.id and row.phase == self.phase:
                return QuotaView(quota, row.achieved, row.total, row.reason, is_proposed=False)
        law = self.laws.of(self.phase)
        honour = law.honour(quota.award) if quota.award else None
        is_proposed = honour is not None and not law.decides(self.campaign.agency.level, honour)
        achieved = self._counted(quota.subject_kind, honour) if honour else 0
        total = self._total(quota) if honour else 0
        return QuotaView(quota, achieved, total, "", is_proposed, is_counted=honour is not None)

    def _total(self, quota: Quota) -> int:
        of_people = quota.subject_kind is SubjectKind.INDIVIDUAL
        return headcount(self.campaign) if of_people else len(self.campaign.units)

    def _counted(self, kind: SubjectKind, honour: Honour) -> int:
        """How many different nominees of the right kind have the honour by the end of the phase."""
        rows = (
            *self._rows(self.campaign.awards, decided=True),
            *self._rows(self.campaign.nominations, decided=False),
        )
        holders = {nominee for nominee, award in rows if award.rank == honour.rank}
        known = self.campaign.nominees_of(holders)
        return sum(nominee.subject is kind for nominee in known.values())

    def _rows(
        self, rows: Iterable[Nomination | Award], *, decided: bool
    ) -> Iterator[tuple[str, Honour]]:
        """Nominee and honour of each row that the agency decides, or of each that goes above it."""
        for row in rows:
            law = self.laws.of(row.phase)
            honour = law.honour(row.award)
            if (
                row.phase <= self.phase
                and law.decides(self.campaign.agency.level, honour) is decided
            ):
                yield row.nominee, honour
