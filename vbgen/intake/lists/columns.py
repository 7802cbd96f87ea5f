"""Which column of a list holds what: its heading of one, two or three rows found, wherever it stands."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vbgen.campaign.topics import heading_key
from vbgen.errors import Place
from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import Titled, word_set
from vbgen.intake.lists.heading_rows import is_numbering, spread_titles
from vbgen.intake.sources.values import SeenRow

NAMES = frozenset({"full_name", "family_name", "given_name"})
_OF_SEX = {"is_man": "birth_of_man", "is_woman": "birth_of_woman"}
_DEEPEST = 3
_LONGEST = 120  # letters of a heading
_OF_YEAR = re.compile(r"năm (?:học )?\d{4}(?:\s*[-–]\s*\d{4})?|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: what it holds, and how its heading calls it; an honour for a column of ticks."""

    number: int
    field: str  # empty where the heading is not known
    title: str
    honour: str = ""
    is_certain: bool = True
    may: tuple[str, ...] = ()  # what a column of an unknown heading may hold, by what stands in it


@dataclass(frozen=True, slots=True)
class ListHeading:
    """The heading of a list: its columns, and how many rows it takes."""

    columns: tuple[ListColumn, ...]
    depth: int
    place: Place

    def of(self, *fields: str) -> tuple[ListColumn, ...]:
        """The columns that hold one of the fields."""
        return tuple(each for each in self.columns if each.field in fields)

    @property
    def known(self) -> tuple[ListColumn, ...]:
        """The columns whose headings are known."""
        return tuple(each for each in self.columns if each.field)

    @property
    def names(self) -> tuple[ListColumn, ...]:
        """The columns of names."""
        return self.of(*NAMES)

    @property
    def title_of_names(self) -> str:
        """How the columns of names are headed."""
        return " ".join(each.title for each in self.names)

    @property
    def names_collectives(self) -> bool:
        """Whether the heading of the names speaks of collectives, hamlets among them."""
        title = heading_key(self.title_of_names)
        return any(f" {word} " in f" {title} " for word in word_set("words", "grouped"))

    @property
    def beside(self) -> tuple["ListHeading", ...]:
        """The heading as those of lists that stand side by side; itself where there is one list."""
        starts = [each.number for each in self.of("ordinal")]
        fulls = self.of("full_name")
        if len(starts) < 2 or len(starts) != len(fulls):  # noqa: PLR2004 - two lists
            return (self,)
        ends = (*starts[1:], self.columns[-1].number + 1)
        spans = zip(starts, ends, strict=True)
        return tuple(
            replace(
                self, columns=tuple(each for each in self.columns if first <= each.number < end)
            )
            for first, end in spans
        )

    @property
    def fingerprint(self) -> str:
        """What lists with the same headings share: what was answered for one holds for all."""
        titles = "|".join(heading_key(each.title) for each in self.columns)
        return hashlib.sha256(titles.encode()).hexdigest()[:12]


def heading_at(rows: Sequence[SeenRow], at: int, known: KnownOffice) -> ListHeading | None:
    """The heading that begins in row `at`, told by its words alone; None where none does."""
    if any(cell.text.strip("(). ").isdigit() for cell in rows[at].own.values()):
        return None
    depth = _depth(rows, at, known)
    found = _heading(rows[at : at + depth], known)
    if found is None and depth > 1:
        found = _heading(rows[at : at + 1], known)
    return found


def titles_at(rows: Sequence[SeenRow], at: int, known: KnownOffice) -> ListHeading | None:
    """What the titles in row `at` would say, were it a heading; None where it can be none."""
    depth = _depth(rows, at, known)
    titles = _titles(rows[at : at + depth], known)
    if titles is None or any(map(_is_figure, titles.columns)) or _says_row(titles.known):
        return None
    return titles


def _depth(rows: Sequence[SeenRow], at: int, known: KnownOffice) -> int:
    """How many rows a heading that begins in row `at` takes."""
    depth = 1
    while depth < _DEEPEST and at + depth < len(rows) and _goes_on(rows, at, depth, known):
        depth += 1
    return depth


def answered(heading: ListHeading, known: KnownOffice) -> ListHeading:
    """The heading with what was answered about columns that nobody knew."""
    said = (
        (each, known.column_answered(heading.fingerprint, " ".join(each.title.split())))
        for each in heading.columns
    )
    columns = (replace(each, field=each.field or answer) for each, answer in said)
    return replace(heading, columns=tuple(columns))


def _heading(rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading | None:
    titles = _titles(rows, known)
    heading = titles and (titles if titles.names else _units_as_names(titles))
    return heading if heading and _is_heading(heading) else None


def _titles(rows: Sequence[SeenRow], known: KnownOffice) -> ListHeading | None:
    if not rows or any(len(cell.text) > _LONGEST for row in rows for cell in row.cells.values()):
        return None
    rows = spread_titles(rows)
    columns = _names_in_two(tuple(_column(rows, number, known) for number in _numbers(rows)), rows)
    columns = _as_proposed(columns)
    return ListHeading(columns, len(rows), rows[0].place)


def _as_proposed(columns: tuple[ListColumn, ...]) -> tuple[ListColumn, ...]:
    """Beside what is proposed, what was granted in the end or registered before is of another stage."""
    honours = [each for each in columns if each.field == "honour"]
    if not any(_says(each, "de nghi") for each in honours):
        return columns
    return tuple(replace(each, field="unread") if _is_granted(each) else each for each in columns)


def _is_granted(column: ListColumn) -> bool:
    return column.field == "honour" and any(_says(column, word) for word in _OTHER_STAGES)


_OTHER_STAGES = ("duoc tang", "dang ky", "tu nhan", "tu danh gia")


def _says(column: ListColumn, words: str) -> bool:
    return words in heading_key(column.title)


def _is_heading(heading: ListHeading) -> bool:
    if not heading.names or any(map(_is_figure, heading.columns)):
        return False
    known = heading.known
    if len({each.field for each in known}) == 1:
        title = heading_key(heading.names[0].title)
        return len(heading.columns) == 1 and title in {"ho va ten", "ho ten"}
    return len(known) * 2 >= len(heading.columns) and not _says_row(known)


def _is_figure(column: ListColumn) -> bool:
    return column.title.strip("(). ").isdigit()


def _says_row(known: Sequence[ListColumn]) -> bool:
    """`Cá nhân | Giấy khen`: what rows say as well as headings."""
    return all(
        each.field == "honour_tick" or heading_key(each.title) in {"ca nhan", "tap the"}
        for each in known
    )


def _units_as_names(heading: ListHeading) -> ListHeading:
    """In a list that names no people, units are those who are proposed; without units, hamlets are."""
    units = heading.of("unit", "department") or heading.of("class") or heading.of("address")
    if len(units) != 1 or not heading.of("honour", "honour_tick", "merit"):
        return heading
    columns = (
        replace(each, field="full_name") if each == units[0] else each for each in heading.columns
    )
    return replace(heading, columns=tuple(columns))


def _numbers(rows: Sequence[SeenRow]) -> list[int]:
    return sorted({number for row in rows for number in row.cells})


def _column(rows: Sequence[SeenRow], number: int, known: KnownOffice) -> ListColumn:
    """What the titles of one column, from the top down, say together."""
    cells = [row.cells[number] for row in rows if number in row.cells]
    texts = list(dict.fromkeys(cell.text for cell in cells))
    title = " – ".join(texts)
    *_upper, above, below = (None, *map(known.field_of, texts))
    if (above or not below) and (honour := known.honour_titled(texts[-1])):
        return ListColumn(number, "honour_tick", title, honour)
    named = _named_column(number, title, above, below)
    return replace(named, honour=known.honour_within(title)) if named.field == "honour" else named


def _named_column(
    number: int, title: str, above: Titled | None, below: Titled | None
) -> ListColumn:
    """The lower title counts; “Nam” under “Năm sinh” is the year of birth of men."""
    if above and below and above.field == "birth":
        return ListColumn(number, _OF_SEX.get(below.field, "birth"), title)
    found = below or above
    if _is_past(title, above):
        return ListColumn(number, "unread", title)
    if found is None:
        return ListColumn(number, "", title)
    return ListColumn(number, found.field, title, is_certain=found.is_certain)


def _is_past(title: str, above: Titled | None) -> bool:
    """Under an honour's heading a year alone: what was granted in each of several years."""
    is_year = _OF_YEAR.fullmatch(title.rpartition(" – ")[2].strip()) is not None
    return is_year and above is not None and above.field == "honour"


def _names_in_two(
    columns: tuple[ListColumn, ...], rows: Sequence[SeenRow]
) -> tuple[ListColumn, ...]:
    """One heading over two columns of a name: the family name stands first, the given name behind."""
    fields = _fields_of_name(columns, rows)
    return tuple(replace(each, field=fields.get(each.number, each.field)) for each in columns)


def _fields_of_name(columns: Sequence[ListColumn], rows: Sequence[SeenRow]) -> dict[int, str]:
    full = [each for each in columns if each.field == "full_name"]
    if len(full) == 2 and _is_one(full, rows):  # noqa: PLR2004 - a name in two
        return {full[0].number: "family_name", full[1].number: "given_name"}
    has_family = any(each.field == "family_name" for each in columns)
    return {full[0].number: "given_name"} if len(full) == 1 and has_family else {}


def _is_one(full: Sequence[ListColumn], rows: Sequence[SeenRow]) -> bool:
    first, second = full
    is_beside = any(
        row.cells[second.number].is_beside for row in rows if second.number in row.cells
    )
    return first.title == second.title and is_beside and second.number == first.number + 1


def _goes_on(rows: Sequence[SeenRow], at: int, depth: int, known: KnownOffice) -> bool:
    """Whether the row below still belongs to the heading: every cell of its own is a title under another."""
    row, above = rows[at + depth], rows[at]
    own = row.own
    if row.table != above.table or not above.cells or is_numbering(row):
        return False
    if not own:
        return any(cell.is_covered for cell in row.cells.values())
    return all(_is_title(cell.text, known) for cell in own.values()) and _is_under(row, above)


def _is_under(row: SeenRow, above: SeenRow) -> bool:
    """A row of lower titles leaves out or repeats what the upper titles are merged down over."""
    spread = {number for number, cell in above.cells.items() if cell.is_beside}
    own = set(row.own)
    if spread & own:
        return True
    return len(own) < len(above.cells) and not any(
        number in above.own and above.cells[number].text == row.cells[number].text for number in own
    )


def _is_title(text: str, known: KnownOffice) -> bool:
    if _OF_YEAR.fullmatch(text.strip()):
        return True
    is_short = len(text) <= _LONGEST and not text.strip("(). ").isdigit()
    return is_short and bool(known.field_of(text) or known.honour_titled(text))
