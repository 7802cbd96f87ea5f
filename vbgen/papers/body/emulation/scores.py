"""The scores of units in their blocks (bảng chấm điểm): sums, and who stands where; equal sums share a rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vbgen.messages import _
from vbgen.model.beforehand.block import Criterion, EmulationBlock, Score
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.papers.body.blanks import DOTS, missing_rows
from vbgen.words.numbers import vn_number

_BLANK = DOTS[:8]  # to be written by hand
_TIE = "đồng hạng"


@dataclass(frozen=True, slots=True)
class ScoredCriterion:
    """What a unit has by one criterion."""

    number: int
    name: str
    most: Decimal
    is_deduction: bool
    self_score: Decimal | None
    block_score: Decimal | None
    reason: str

    @property
    def title(self) -> str:
        """The criterion, and that it is taken off where it is."""
        return f"{self.name} (điểm trừ)" if self.is_deduction else self.name

    @property
    def most_text(self) -> str:
        """`40`; `-10` for a deduction."""
        return self._signed(self.most)

    @property
    def self_text(self) -> str:
        """What the unit gives itself; dots where it has not."""
        return self._signed(self.self_score)

    @property
    def block_text(self) -> str:
        """What the block gives; dots where it has not."""
        return self._signed(self.block_score)

    def _signed(self, value: Decimal | None) -> str:
        is_off = self.is_deduction and value
        return f"-{points(value)}" if is_off else points(value)


@dataclass(frozen=True, slots=True)
class UnitScores:
    """One unit's scores, sums and rank."""

    unit: str
    lines: tuple[ScoredCriterion, ...]
    rank: int | None = None  # None as long as the block has not scored everything
    is_tied: bool = False

    @property
    def self_total(self) -> Decimal | None:
        """The sum in the unit's own eyes; None where a criterion is left out."""
        return _total(self.lines, [line.self_score for line in self.lines])

    @property
    def block_total(self) -> Decimal | None:
        """The sum that counts; None where the block left a criterion out."""
        return _total(self.lines, [line.block_score for line in self.lines])

    @property
    def self_text(self) -> str:
        """The same in print."""
        return points(self.self_total)

    @property
    def block_text(self) -> str:
        """The same in print."""
        return points(self.block_total)

    @property
    def rank_text(self) -> str:
        """`2`, `2 (đồng hạng)`; dots before everything is scored."""
        if self.rank is None:
            return _BLANK
        return f"{self.rank} ({_TIE})" if self.is_tied else str(self.rank)


@dataclass(frozen=True, slots=True)
class BlockScores:
    """The units of one block, in the order of their ranks."""

    name: str
    leader: str
    most: Decimal
    units: tuple[UnitScores, ...]

    @property
    def most_text(self) -> str:
        """The most points that a unit can have."""
        return points(self.most)


@dataclass(frozen=True, slots=True)
class ScoreTables:
    """Every block's table."""

    blocks: tuple[BlockScores, ...]


def score_tables(campaign: Campaign) -> ScoreTables:
    """The tables of all blocks; ProblemsFoundError without units in blocks."""
    if not campaign.block_members:
        raise missing_rows(_("Chưa có đơn vị nào trong khối thi đua."), "block_members")
    given = {(row.unit, row.criterion): row for row in campaign.scores}
    tables = (_of_block(campaign, block, given) for block in campaign.blocks)
    return ScoreTables(tuple(table for table in tables if table.units))


def most_of(campaign: Campaign, block: EmulationBlock) -> Decimal:
    """The most points of a block: the sum of its criteria, deductions not counted."""
    rows = criteria_of(campaign, block.id)
    return sum((row.most_points for row in rows if not row.is_deduction), Decimal(0))


def criteria_of(campaign: Campaign, block: str) -> list[Criterion]:
    """The criteria by which the units of a block are scored."""
    return [row for row in campaign.criteria if row.block in {"", block}]


def points(value: Decimal | None) -> str:
    """`97,5`: no more digits than it has; dots where nobody has said it."""
    if value is None:
        return _BLANK
    is_whole = value == value.to_integral_value()
    return vn_number(value.to_integral_value() if is_whole else value.normalize())


def ranked(units: Sequence[UnitScores]) -> tuple[UnitScores, ...]:
    """The units by their sums, the highest first: 1, 2, 2, 4; as given, unranked, as long as any is not scored."""
    sums = [unit.block_total for unit in units if unit.block_total is not None]
    if len(sums) < len(units):
        return tuple(units)
    told = [
        replace(
            unit,
            rank=1 + sum(other > total for other in sums),
            is_tied=sums.count(total) > 1,
        )
        for unit, total in zip(units, sums, strict=True)
    ]
    return tuple(sorted(told, key=lambda unit: unit.rank or 0))


def _of_block(
    campaign: Campaign, block: EmulationBlock, given: Mapping[tuple[str, str], Score]
) -> BlockScores:
    names = {unit.id: unit.name for unit in campaign.units}
    criteria = criteria_of(campaign, block.id)
    units = [
        UnitScores(
            names[row.unit],
            tuple(
                _line(number, each, given.get((row.unit, each.id)))
                for number, each in enumerate(criteria, 1)
            ),
        )
        for row in campaign.block_members
        if row.block == block.id
    ]
    return BlockScores(
        block.name, names.get(block.leader, ""), most_of(campaign, block), ranked(units)
    )


def _line(number: int, row: Criterion, score: Score | None) -> ScoredCriterion:
    return ScoredCriterion(
        number,
        one_line(row.name),
        row.most_points,
        row.is_deduction,
        score.self_score if score else None,
        score.block_score if score else None,
        one_line(score.reason) if score else "",
    )


def _total(lines: Sequence[ScoredCriterion], scores: Sequence[Decimal | None]) -> Decimal | None:
    told = [
        -score if line.is_deduction else score
        for line, score in zip(lines, scores, strict=True)
        if score is not None
    ]
    is_whole = bool(lines) and len(told) == len(lines)
    return sum(told, Decimal(0)) if is_whole else None
