"""What an import of a golden book would write, held against the register: decisions, series, numbers."""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, select

from vbgen.errors import Problem, ProblemsFoundError, Severity
from vbgen.messages import _
from vbgen.model.dossier import Counter, Honoured, padded
from vbgen.register import tables
from vbgen.register.database.words import fold
from vbgen.register.entering.elsewhere import issuer_elsewhere, of_another, with_issuers
from vbgen.register.entering.golden_rows import GoldenRow, as_decision
from vbgen.register.entering.past import doubts_of, number_taken, placed_in, refuse_inserted
from vbgen.register.entering.past_doubts import Placed, doubled
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.entries import State
from vbgen.register.numbers import IN_DECISION, WITHIN_SINCE, GoldenHabit, Numbering

_DOCUMENTS, _GOLDEN = tables.documents.c, tables.golden_book.c
_COPIED = frozenset({State.PAST.value, State.OUTSIDE.value})
Key = tuple[object, ...]  # of a decision: year, number, suffix, symbol


@dataclass(frozen=True, slots=True)
class PastBlock:
    """The certificates of one decision, by their numbers in the book."""

    rows: tuple[GoldenRow, ...]
    numbers: tuple[int, ...]
    counter: Counter

    @property
    def key(self) -> Key:
        """What tells the decision from others."""
        return key_of(self.rows[0].decision)

    @property
    def code(self) -> str:
        """Of the decision."""
        return self.rows[0].decision.code

    @property
    def honoured(self) -> tuple[Honoured, ...]:
        """Who got them, in the book's order."""
        return tuple(row.honoured for row in self.rows)

    @property
    def is_running(self) -> bool:
        """Whether each number follows the one before it."""
        return self.numbers[-1] - self.numbers[0] + 1 == len(self.numbers)


@dataclass(frozen=True, slots=True)
class Looked:
    """What would be written, and what a person should decide before."""

    blocks: tuple[PastBlock, ...]
    new: tuple[Placed, ...]  # decisions that the register gets
    known: Mapping[Key, str]  # the identity of those that it has
    doubts: tuple[Problem, ...]

    def ids_with(self, made: Sequence[Mapping[str, object]]) -> dict[Key, str]:
        """The identity of every decision, once the new ones are written."""
        new = {
            key_of(entry): str(row["id"]) for (entry, _c), row in zip(self.new, made, strict=True)
        }
        return {**self.known, **new}


def key_of(decision: PastEntry) -> Key:
    """What tells a decision from others."""
    year, issuer = decision.day.year, fold(decision.issuer)
    return year, decision.number, decision.suffix.lower(), decision.symbol, issuer


def looked_at(
    connection: Connection, rows: Sequence[GoldenRow], agency: str, numbering: Numbering
) -> Looked:
    """The blocks, the decisions, the doubts; ProblemsFoundError with everything that cannot be written."""
    own = numbering.agency or agency
    decisions = _by_decision(with_issuers(connection, rows, agency, own))
    standing = _standing(connection, own, decisions)
    blocks = _sound_blocks(connection, decisions, standing, agency, numbering)
    fresh = [as_decision(some[0]) for key, some in decisions.items() if key not in standing]
    new = _placed(connection, fresh, agency, numbering)
    doubts = (*_told(new), *doubts_of(connection, new, agency, numbering))
    known = {key: str(row["id"]) for key, row in standing.items() if key in decisions}
    return Looked(blocks, new, known, doubts)


def _by_decision(rows: Iterable[GoldenRow]) -> dict[Key, list[GoldenRow]]:
    decisions: dict[Key, list[GoldenRow]] = {}
    for row in rows:
        decisions.setdefault(key_of(row.decision), []).append(row)
    return decisions


def _sound_blocks(
    connection: Connection,
    decisions: Mapping[Key, Sequence[GoldenRow]],
    standing: Mapping[Key, Mapping[str, Any]],
    agency: str,
    numbering: Numbering,
) -> tuple[PastBlock, ...]:
    """The certificates of each decision; ProblemsFoundError with everything that speaks against them."""
    told = {key: list(_faults(some, standing.get(key))) for key, some in decisions.items()}
    clear = {key: some for key, some in decisions.items() if not told[key]}
    blocks = tuple(_blocks(clear, agency, numbering))
    if faults := [*chain.from_iterable(told.values()), *_taken(connection, blocks)]:
        raise _refused(faults)
    return blocks


def _refused(faults: Sequence[Problem]) -> ProblemsFoundError:
    message = _("Sổ vàng các năm trước có chỗ không nhập được; chưa nhập gì.")
    return ProblemsFoundError(message, tuple(faults))


def _placed(
    connection: Connection, fresh: Sequence[PastEntry], agency: str, numbering: Numbering
) -> tuple[Placed, ...]:
    """The new decisions in their series; ProblemsFoundError for numbers that other papers have."""
    refuse_inserted(fresh, numbering)
    placed = placed_in(fresh, agency, numbering)
    if twice := list(map(number_taken, doubled(connection, placed))):
        raise _refused(twice)
    return tuple(placed)


def _standing(
    connection: Connection, own: str, decisions: Mapping[Key, Sequence[GoldenRow]]
) -> dict[Key, Mapping[str, Any]]:
    """The register's papers of those years and issuers, each with how many certificates it has."""
    firsts = [rows[0].decision for rows in decisions.values()]
    years, agencies = {one.day.year for one in firsts}, {one.issuer or own for one in firsts}
    count = select(func.count()).where(_GOLDEN.document == _DOCUMENTS.id).scalar_subquery()
    found = select(tables.documents, count.label("certificates")).where(
        _DOCUMENTS.agency.in_(sorted(agencies)), _DOCUMENTS.year.in_(sorted(years))
    )
    return {
        (
            row["year"],
            row["number"],
            row["suffix"].lower(),
            row["symbol"],
            issuer_elsewhere(row),
        ): dict(row)
        for row in connection.execute(found).mappings()
    }


def _faults(rows: Sequence[GoldenRow], standing: Mapping[str, Any] | None) -> Iterator[Problem]:
    """What speaks against the certificates of one decision."""
    yield from _number_faults(rows)
    day = rows[0].decision.day
    yield from (_other_day(row, day) for row in rows if row.decision.day != day)
    if standing is not None:
        yield from _against(rows[0], standing)


def _number_faults(rows: Sequence[GoldenRow]) -> Iterator[Problem]:
    """Numbers that are missing beside others, or given twice."""
    numbers = Tally(row.number for row in rows)
    for row in rows:
        if row.number is None and len(numbers) > 1:
            message = _("Thiếu số sổ vàng, trong khi quyết định này có dòng đã ghi số.")
            yield Problem("golden-number-missing", message, row.place)
        elif row.number is not None and numbers[row.number] > 1:
            yield _doubled_number(row)


def _against(row: GoldenRow, standing: Mapping[str, Any]) -> Iterator[Problem]:
    """What the register says of the decision."""
    if standing["certificates"]:
        message = _("Sổ vàng đã có các giấy khen của quyết định {code}.", code=row.decision.code)
        yield Problem("golden-there-already", message, row.decision.place)
    elif standing["state"] not in _COPIED:
        state = State(standing["state"]).label
        message = _("Văn bản {code} trong sổ: {state}; không ghi thêm giấy khen được.",
                    code=row.decision.code, state=state)  # fmt: skip
        yield Problem("golden-not-of-the-past", message, row.decision.place)
    if standing["day"] != row.decision.day:
        yield _other_day(row, standing["day"])


def _blocks(
    decisions: Mapping[Key, Sequence[GoldenRow]], agency: str, numbering: Numbering
) -> Iterator[PastBlock]:
    within = _within_decision(decisions.values())
    for rows in decisions.values():
        ordered = tuple(sorted(rows, key=lambda row: row.number or 0))
        numbers = [row.number for row in ordered if row.number is not None]
        decision = ordered[0].decision
        usual = numbering.golden_counter(agency, decision.day, GoldenHabit.YEARLY)
        is_within = not numbers or decision.day.year in within
        counter = _counter_of(decision, usual, is_within=is_within)
        yield PastBlock(ordered, tuple(numbers or range(1, len(ordered) + 1)), counter)


def _counter_of(decision: PastEntry, usual: Counter, *, is_within: bool) -> Counter:
    """The series of a decision's certificates: of another agency, within the decision, or the office's own."""
    year = decision.day.year
    if decision.issuer:
        return Counter(decision.issuer, IN_DECISION, year)
    return replace(usual, series=IN_DECISION, year=year) if is_within else usual


def _within_decision(decisions: Iterable[Sequence[GoldenRow]]) -> set[int]:
    """The years whose decisions each begin at 01 again: told by two of them that have the same number.

    From 2024 on, when this became the rule, a year with one decision that begins at 01 is such a year too.
    """
    firsts: dict[int, list[int]] = {}
    for rows in decisions:
        if not rows[0].decision.issuer:
            firsts.setdefault(rows[0].decision.day.year, []).append(_first(rows))
    return {
        year
        for year, some in firsts.items()
        if set(some) == {1} and (len(some) > 1 or year >= WITHIN_SINCE.year)
    }


def _first(rows: Iterable[GoldenRow]) -> int:
    """The number that a decision's certificates begin at."""
    return min((row.number for row in rows if row.number is not None), default=1)


def _taken(connection: Connection, blocks: Sequence[PastBlock]) -> Iterator[Problem]:
    """Numbers of a running series that another certificate has."""
    seen = set(_numbers_in_series(connection, {block.counter for block in blocks}))
    for block in blocks:
        if block.counter.series == IN_DECISION:
            continue
        for row, number in zip(block.rows, block.numbers, strict=True):
            at = (block.counter.agency, block.counter.year, number)
            if at in seen and block.numbers.count(number) == 1:
                yield _doubled_number(row)
            seen.add(at)


def _numbers_in_series(
    connection: Connection, counters: Iterable[Counter]
) -> Iterator[tuple[str, int, int]]:
    for one in counters:
        found = select(_GOLDEN.number).where(
            _GOLDEN.agency == one.agency,
            _GOLDEN.series == one.series,
            _GOLDEN.year == one.year,
        )
        for number in connection.execute(found).scalars():
            yield one.agency, one.year, number


def _told(new: Sequence[Placed]) -> Iterator[Problem]:
    """Decisions that the register does not have: its own book should be there first."""
    for entry, _counter in new:
        if entry.issuer:
            yield of_another(entry)
            continue
        message = _(
            "Sổ đăng ký chưa có Quyết định {code} ngày {day}; sẽ ghi vào sổ theo sổ vàng. Có sổ "
            "đăng ký năm đó thì nên nhập trước.",
            code=entry.code,
            day=f"{entry.day:%d/%m/%Y}",
        )
        yield Problem("golden-decision-new", message, entry.place, Severity.WARNING)


def _doubled_number(row: GoldenRow) -> Problem:
    message = _("Số sổ vàng {number} đã có giấy khen khác mang.", number=padded(row.number or 0))
    return Problem("golden-number-taken", message, row.place)


def _other_day(row: GoldenRow, known: object) -> Problem:
    message = _(
        "Quyết định {code}: dòng này ghi ngày {day}, nơi khác ghi ngày {known}.",
        code=row.decision.code,
        day=f"{row.decision.day:%d/%m/%Y}",
        known=f"{known:%d/%m/%Y}",
    )
    return Problem("golden-day-differs", message, row.decision.place)
