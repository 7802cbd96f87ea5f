"""Where the heading of a list stands: told by its words, or by two known titles above what only lists hold."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.columns import ListColumn, ListHeading, heading_at, titles_at
from vbgen.intake.lists.contents import MOST, share, texts_of
from vbgen.intake.lists.recipients import collective_kind, may_be_name, recipient_named
from vbgen.intake.sources.values import SeenRow

_LOOKED_AT = 12  # rows below
_FEWEST_KNOWN = 2
_TITLED = 0.5  # half of a heading's words speak of names


def heading_in(rows: Sequence[SeenRow], at: int, known: KnownOffice) -> ListHeading | None:
    """The heading that begins in row `at`; None where none does.

    Names of persons under an unknown title tell more than the title of another column.
    """
    row = rows[at]
    if len(row.own) <= _FEWEST_KNOWN or _is_data(row):
        return heading_at(rows, at, known)
    below = _Below(rows, at, known)
    return below.with_persons() or heading_at(rows, at, known) or below.with_recipients()


def _is_data(row: SeenRow) -> bool:
    """A figure, or somebody's name: no row of titles."""
    texts = [cell.text for cell in row.own.values()]
    return any(text.strip("(). ").isdigit() or _names_one(text) for text in texts)


def _names_one(text: str) -> bool:
    kind = recipient_named(text).kind
    return kind is not None and kind.is_person


class _Below:
    """What stands under titles that may be a heading."""

    def __init__(self, rows: Sequence[SeenRow], at: int, known: KnownOffice) -> None:
        titles = titles_at(rows, at, known)
        self.known = known
        depth = titles.depth if titles else 1
        below = rows[at + depth : at + depth + _LOOKED_AT]
        same = takewhile(lambda row: row.table == rows[at].table, below)
        self.data = [row for row in same if len(row.own) >= _FEWEST_KNOWN]
        self.titles = titles if titles and self._is_list(titles) else None

    def _is_list(self, titles: ListHeading) -> bool:
        """Two titles are known, or one that numbers the rows, as it does."""
        if sum(map(_is_told, titles.columns)) >= _FEWEST_KNOWN:
            return True
        return any(self._agrees(each, _is_number) for each in titles.of("ordinal"))

    def with_persons(self) -> ListHeading | None:
        """The titles, none of which names people, with the column of names, where one holds names of persons."""
        if self.titles is None or self.titles.names:
            return None
        if not self._unknown(is_person):
            return None
        return self._with([each for each in self._unknown(is_recipient) if self._outweighs(each)])

    def _outweighs(self, column: ListColumn) -> bool:
        """Beside `Tên đơn vị`, a column as `Người đứng đầu` names nobody who is proposed."""
        columns = self.titles.of("unit", "department", "class") if self.titles else ()
        leans = self.known.leans
        units = max((leans(each.title, "full_name") for each in columns), default=0.0)
        return leans(column.title, "full_name") >= units

    def _unknown(self, holds: Callable[[str], bool]) -> list[ListColumn]:
        """The columns of unknown titles in which such cells stand."""
        columns = self.titles.columns if self.titles else ()
        return [each for each in columns if not each.field and self._holds(each, holds)]

    def _holds(self, column: ListColumn, holds: Callable[[str], bool]) -> bool:
        """Names of families that nobody knows are names too under a title that says so."""
        is_titled = self.known.leans(column.title, "full_name") >= _TITLED
        return self._agrees(column, holds) or (is_titled and self._agrees(column, may_be_person))

    def with_recipients(self) -> ListHeading | None:
        """The titles with the column under which recipients of any kind stand: that of names, or the first."""
        if self.titles is None:
            return None
        if self.titles.names:
            holds = any(self._agrees(each, is_recipient) for each in self.titles.names)
            return self.titles if holds else None
        found = [each for each in self.titles.columns if self._agrees(each, is_recipient)]
        return self._with(found[:1])

    def _agrees(self, column: ListColumn, holds: Callable[[str], bool]) -> bool:
        return share(texts_of(self.data, column.number), holds) >= MOST

    def _with(self, found: Sequence[ListColumn]) -> ListHeading | None:
        """Of several such columns the one whose words lean to names, else the first, which is doubtful then."""
        if self.titles is None or not found:
            return None
        best = max(found, key=self._speaks_of_names)
        is_sure = self.known.leans(best.title, "full_name") > 0 or len(found) == 1
        named = replace(best, field="full_name", is_certain=is_sure)
        columns = tuple(named if each == best else each for each in self.titles.columns)
        return replace(self.titles, columns=columns)

    def _speaks_of_names(self, column: ListColumn) -> tuple[float, bool, int]:
        """How much a column is that of names: by its title, by persons in it, by its place."""
        lean = self.known.leans(column.title, "full_name")
        return lean, self._agrees(column, is_person), -column.number


def _is_told(column: ListColumn) -> bool:
    return bool(column.field) and column.field != "honour_tick"


def _is_number(text: str) -> bool:
    return text.strip("(). ").isdigit()


def is_person(text: str) -> bool:
    """Whether a cell begins with a person's name."""
    return _names_one(text.split(",", maxsplit=1)[0])


def may_be_person(text: str) -> bool:
    """Whether a cell may be a name, and is none of a collective."""
    return may_be_name(text) and collective_kind(text) is None


def is_recipient(text: str) -> bool:
    """Whether a cell names anybody who may be commended."""
    return recipient_named(text).kind is not None
