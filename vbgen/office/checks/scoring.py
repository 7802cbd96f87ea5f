"""Units in blocks and their scores: each unit in one block, no score above its most, nothing left out."""

from collections.abc import Iterator, Sequence

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.beforehand.block import Criterion, EmulationBlock, Score
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.papers.body.emulation.scores import criteria_of, most_of, points

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Blocks, their members, criteria and scores."""
    yield from _members(case)
    for row, block in enumerate(case.campaign.blocks):
        yield from _block(case, row, block)
        yield from _missing(case, block)
    yield from _scores(case)


def _members(case: Case) -> Iterator[Finding]:
    blocks = {block.id: block.name for block in case.campaign.blocks}
    seen: dict[str, str] = {}
    for row, member in enumerate(case.campaign.block_members):
        other = seen.setdefault(member.unit, member.block)
        if other != member.block:
            message = _(
                "{unit} đứng trong hai khối: “{one}” và “{other}”.",
                unit=case.units.get(member.unit, member.unit),
                one=blocks.get(other, other),
                other=blocks.get(member.block, member.block),
            )
            todo = _("Mỗi đơn vị chỉ được xếp hạng trong một khối: hãy bỏ một hàng.")
            yield _found(
                "unit-in-two-blocks", _ERROR, message, todo, Spot("block_members", row, "unit")
            )


def _block(case: Case, row: int, block: EmulationBlock) -> Iterator[Finding]:
    """A block has two units or more, its leader among them, and criteria that sum up to its points."""
    units = _units_of(case, block)
    if len(units) < 2:  # noqa: PLR2004 - who is compared with each other
        message = _("“{block}” chưa có đủ hai đơn vị để giao ước, xếp hạng.", block=block.name)
        todo = _("Hãy thêm đơn vị ở trang “Đơn vị trong khối”, hoặc gộp khối.")
        yield _found("block-of-one", _WARNING, message, todo, Spot("blocks", row, "name"))
    if block.leader and block.leader not in units:
        message = _("Khối trưởng của “{block}” không thuộc khối.", block=block.name)
        todo = _("Hãy thêm đơn vị đó vào khối hoặc chọn khối trưởng khác.")
        yield _found("leader-outside-block", _WARNING, message, todo, Spot("blocks", row, "leader"))
    yield from _sum(case, row, block)


def _sum(case: Case, row: int, block: EmulationBlock) -> Iterator[Finding]:
    whole, told = most_of(case.campaign, block), block.most_points
    if told is None or whole == told or not whole:
        return
    message = _(
        "Tổng điểm tối đa các tiêu chí của “{block}” là {sum}, khác tổng điểm tối đa {most} của khối.",
        block=block.name,
        sum=points(whole),
        most=points(told),
    )
    todo = _("Hãy sửa điểm tối đa của tiêu chí hoặc của khối.")
    severity = _ERROR if whole > told else _WARNING
    yield _found("criteria-sum", severity, message, todo, Spot("blocks", row, "most_points"))


def _missing(case: Case, block: EmulationBlock) -> Iterator[Finding]:
    """Scores that the block has not given, once it has begun."""
    units, given = _units_of(case, block), _given(case)
    if units.isdisjoint(unit for unit, _criterion in given):
        return
    criteria = {row.id: row.name for row in criteria_of(case.campaign, block.id)}
    for unit in sorted(units):
        if left := [name for key, name in criteria.items() if (unit, key) not in given]:
            yield _left(case.units.get(unit, unit), left)


def _given(case: Case) -> set[tuple[str, str]]:
    """Unit and criterion of each score that a block has given."""
    rows = case.campaign.scores
    return {(row.unit, row.criterion) for row in rows if row.block_score is not None}


def _units_of(case: Case, block: EmulationBlock) -> set[str]:
    return {member.unit for member in case.campaign.block_members if member.block == block.id}


def _left(unit: str, names: Sequence[str]) -> Finding:
    message = _(
        "{unit} chưa được khối chấm {count} tiêu chí: {names}.",
        unit=unit,
        count=len(names),
        names="; ".join(names),
    )
    todo = _("Hãy ghi điểm khối chấm, điểm 0 cũng phải ghi; thiếu thì chưa xếp hạng được.")
    return _found("score-missing", _WARNING, message, todo, Spot("scores", 0, "block_score"))


def _scores(case: Case) -> Iterator[Finding]:
    criteria = {row.id: row for row in case.campaign.criteria}
    blocks = {row.unit: row.block for row in case.campaign.block_members}
    for row, score in enumerate(case.campaign.scores):
        criterion = criteria.get(score.criterion)
        if criterion:
            unit = case.units.get(score.unit, score.unit)
            yield from _above(row, score, criterion, unit)
            yield from _outside(row, blocks.get(score.unit), criterion, unit)


def _above(row: int, score: Score, criterion: Criterion, unit: str) -> Iterator[Finding]:
    for field in ("self_score", "block_score"):
        value = getattr(score, field)
        if value is not None and value > criterion.most_points:
            message = _(
                "{unit}: “{criterion}” được {score} điểm, hơn điểm tối đa {most}.",
                unit=unit,
                criterion=criterion.name,
                score=points(value),
                most=points(criterion.most_points),
            )
            todo = _("Hãy sửa điểm.")
            yield _found("score-above-most", _ERROR, message, todo, Spot("scores", row, field))


def _outside(row: int, block: str | None, criterion: Criterion, unit: str) -> Iterator[Finding]:
    if block is None or criterion.block not in {"", block}:
        message = _(
            "{unit} được chấm “{criterion}” nhưng không thuộc khối có tiêu chí đó.",
            unit=unit,
            criterion=criterion.name,
        )
        todo = _("Điểm này không được tính: hãy xếp đơn vị vào khối hoặc bỏ hàng.")
        spot = Spot("scores", row, "criterion")
        yield _found("score-outside-block", _WARNING, message, todo, spot)


def _found(id_: str, severity: Severity, message: str, todo: str, spot: Spot) -> Finding:
    return Finding(id_, severity, message, todo, None, (spot,))
