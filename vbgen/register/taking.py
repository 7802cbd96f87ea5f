"""Which number a paper gets: the next of its series, or one that somebody else has given; none twice."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, func, select

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.dossier import Counter, GivenNumber, Intent, Particulars, code
from vbgen.register import tables
from vbgen.register.entries import State
from vbgen.register.faults import NumberTakenError
from vbgen.register.numbers import IN_DECISION, raise_to, take
from vbgen.register.standing import last_of
from vbgen.register.switched import Origin, golden_origin_of, origin_of
from vbgen.ways import GiveNumber

_DOCUMENTS = tables.documents.c


@dataclass(frozen=True, slots=True)
class Coming:
    """The number that a paper gets, and what is unusual about it."""

    number: GivenNumber
    is_given: bool = False  # by somebody else, not by the series
    hole: tuple[int, int] | None = None  # numbers that nobody has then: first, last
    before_start: int | None = None  # the series begins above it: the number where it does
    origin: Origin | None = None  # the series that this one goes on from

    def as_json(self) -> Mapping[str, object]:
        """What the journal keeps of it; a plain next number says nothing."""
        values: dict[str, object] = {"suffix": self.number.suffix, "given": self.is_given}
        values |= {"skipped": list(self.hole) if self.hole else None}
        values |= {"goes_on_from": asdict(self.origin) if self.origin else None}
        return {name: value for name, value in values.items() if value}


def coming(
    connection: Connection, counter: Counter, paper: Particulars, given: GivenNumber | None = None
) -> Coming:
    """The number that the paper would get now; NumberTakenError for a given one that stands already."""
    origin = origin_of(connection, counter, paper)
    last = max(last_of(connection, counter), counter.first - 1, origin.last if origin else 0)
    found = _as_given(given, last, counter) if given else Coming(GivenNumber(last + 1))
    _refuse_double(connection, counter, paper, found.number)
    return replace(found, origin=origin)


def take_number(
    connection: Connection, counter: Counter, paper: Particulars, given: GivenNumber | None = None
) -> Coming:
    """The paper's number, taken for good when the transaction is committed; the series goes along."""
    found = coming(connection, counter, paper, given)
    if given is None:
        first = max(counter.first, found.origin.last + 1 if found.origin else 1)
        number = take(connection, replace(counter, first=first))
        return replace(found, number=GivenNumber(number))
    below = given.number - 1 if given.suffix and not found.hole else given.number
    raise_to(connection, counter, max(below, found.origin.last if found.origin else 0))
    return found


@dataclass(frozen=True, slots=True)
class ComingBlock:
    """The certificates' numbers in the golden book."""

    first: int | None = None  # None where there are no certificates
    origin: Origin | None = None  # the book that this one goes on from


def coming_block(connection: Connection, intent: Intent) -> ComingBlock:
    """The numbers that the certificates would get now."""
    counter = intent.golden_book
    if counter is None or not intent.honoured:
        return ComingBlock()
    if counter.series == IN_DECISION:
        return ComingBlock(1)
    origin = golden_origin_of(connection, counter, intent.particulars.day.year)
    last = max(last_of(connection, counter), counter.first - 1, origin.last if origin else 0)
    return ComingBlock(last + 1, origin)


def take_block(connection: Connection, intent: Intent) -> ComingBlock:
    """The certificates' numbers, taken for good when the transaction is committed."""
    found, counter = coming_block(connection, intent), intent.golden_book
    if found.first is None or counter is None or counter.series == IN_DECISION:
        return found
    first = take(connection, replace(counter, first=found.first), len(intent.honoured))
    return replace(found, first=first)


def _as_given(given: GivenNumber, last: int, counter: Counter) -> Coming:
    end = (
        given.number if given.suffix else given.number - 1
    )  # an inserted number stands behind one that is there
    hole = (last + 1, end) if end > last else None
    before = counter.first if counter.is_set and given.number < counter.first else None
    return Coming(given, is_given=True, hole=hole, before_start=before)


def _refuse_double(
    connection: Connection, counter: Counter, paper: Particulars, number: GivenNumber
) -> None:
    same_number = (
        _DOCUMENTS.agency == counter.agency,
        _DOCUMENTS.year == counter.year,
        _DOCUMENTS.number == number.number,
        _DOCUMENTS.suffix.in_((number.suffix.lower(), number.suffix.upper())),
        (_DOCUMENTS.series == counter.series) | (_DOCUMENTS.symbol == paper.symbol),
    )
    columns = (
        _DOCUMENTS.symbol,
        _DOCUMENTS.suffix,
        _DOCUMENTS.subject,
        _DOCUMENTS.day,
        _DOCUMENTS.state,
    )
    standing = connection.execute(select(*columns).where(*same_number).limit(1)).first()
    if standing is None:
        return
    message = _(
        "Số {code} năm {year} đã có trong sổ ({state}): “{subject}”, ngày {day}.",
        code=code(number.number, standing.symbol, standing.suffix),
        year=counter.year,
        state=State(standing.state).label,
        subject=standing.subject,
        day=f"{standing.day:%d/%m/%Y}",
    )
    ways = (GiveNumber(str(GivenNumber(_free(connection, counter, paper)))),)
    raise NumberTakenError(message, (Problem("number-taken", message, ways=ways),))


def _free(connection: Connection, counter: Counter, paper: Particulars) -> int:
    """A number that the paper can have: behind all of its series and of its symbol."""
    found = select(func.max(_DOCUMENTS.number)).where(
        _DOCUMENTS.agency == counter.agency,
        _DOCUMENTS.year == counter.year,
        (_DOCUMENTS.series == counter.series) | (_DOCUMENTS.symbol == paper.symbol),
    )
    highest = connection.execute(found).scalar_one_or_none() or 0
    return max(int(highest), last_of(connection, counter), counter.first - 1) + 1
