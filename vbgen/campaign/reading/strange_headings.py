"""Headings that name no column, or one column twice: one message for one cause."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import without_places
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.topics import Column, nearest
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.ways import KeepColumn
from vbgen.word.package.sheets.cell_names import letters

_NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Stranger:
    """A heading that names no column of the form."""

    number: int
    title: str
    rows: int  # that say something under it


def unmatched(
    grid: Grid, row: int, strangers: Sequence[Stranger], absent: Sequence[Column]
) -> Iterator[Problem]:
    """Headings that name no field and required fields that no heading names, each cause once."""
    free = [column.title for column in absent]
    left: list[Stranger] = []
    for stranger in strangers:
        near = nearest(stranger.title, free)
        if near:
            free.remove(near)
            yield _near(grid.place_at(row, stranger.number), stranger, near)
        else:
            left.append(stranger)
    yield from _not_near(grid, row, left, [each for each in absent if each.title in free])


def _not_near(
    grid: Grid, row: int, strangers: Sequence[Stranger], absent: Sequence[Column]
) -> Iterator[Problem]:
    """What is said where no heading looks like an absent column."""
    missing, full = _required(absent), _filled(strangers)
    if missing and full:
        yield _one_may_be_the_other(grid, row, missing, full)
        missing, strangers = [], [each for each in strangers if each not in full]
    yield from (_missing(grid.place_at(row, 1), column) for column in missing)
    yield from (_extra(grid.place_at(row, each.number), each, absent) for each in strangers)


def _required(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.required]


def _filled(strangers: Sequence[Stranger]) -> list[Stranger]:
    return [stranger for stranger in strangers if stranger.rows]


def unknown_title(place: Place, title: str, free: list[str]) -> Problem:
    """What to tell about a line's name that is none: perhaps misspelt, else an extra one."""
    near = nearest(title, free)
    return (
        _near(place, Stranger(0, title, 1), near)
        if near
        else _extra(place, Stranger(0, title, 0), [])
    )


def doubled_title(place: Place, title: str, first: Place) -> Problem:
    """Two headings name the same field."""
    message = _(
        "mục “{title}” xuất hiện hai lần, lần đầu ở ô {first}.", title=title, first=first.cell
    )
    return Problem("doubled-heading", message, place, hint=_("Hãy xóa hoặc đổi tên một mục."))


def beside_its_code(place: Place, title: str, code: str, first: Place) -> Problem:
    """A column of names beside the column of codes that counts."""
    message = _(
        "cột “{title}” chỉ để người đọc; dùng cột “{code}” (ô {first}).",
        title=quoted(title),
        code=code,
        first=first.cell,
    )
    return Problem("column-beside-its-code", message, place, Severity.NOTE)


def unnamed_columns(
    grid: Grid, row: int, titled: Collection[int], known: Iterable[int]
) -> Iterator[Problem]:
    """Columns that say something in rows of the table and have no heading."""
    for column, texts in sorted(_beside(grid, row, set(titled), set(known)).items()):
        said = [text for text in texts if not text.strip(" .)").isdigit()]
        if said and (row, column) not in grid.covered:
            yield _unnamed(grid.place_at(row, column), letters(column), said)


def _beside(grid: Grid, row: int, titled: set[int], known: set[int]) -> dict[int, list[str]]:
    """What stands in columns without a heading, in rows that fill at least two columns of the table."""
    filled: dict[int, list[str]] = {}
    for at, entries in grid.rows.items():
        cells = without_places(entries)
        beside = cells.keys() - titled
        if at > row and beside and len(known & cells.keys()) > 1:
            for column in beside:
                filled.setdefault(column, []).append(heading_text(cells[column]))
    return filled


def _unnamed(place: Place, column: str, said: list[str]) -> Problem:
    message = _(
        "cột {column} có {count} ô ghi chữ (“{first}” …) nhưng không có tiêu đề nên không được đọc.",
        column=column,
        count=len(said),
        first=quoted(said[0]),
    )
    hint = _("Hãy ghi tiêu đề như trong mẫu, hoặc xóa những ô đó.")
    severity = Severity.WARNING if len(said) > 1 else Severity.NOTE
    return Problem("column-without-heading", message, place, severity, hint)


def _near(place: Place, stranger: Stranger, near: str) -> Problem:
    """A heading that may be a misspelt one; nothing below it is lost by a mere remark."""
    message = _(
        "mục “{title}” không có trong mẫu nên không được đọc.", title=quoted(stranger.title)
    )
    severity = Severity.ERROR if stranger.rows else Severity.WARNING
    hint = _("Có phải là “{near}”? Nếu phải, hãy đổi tên mục đó.", near=near)
    ways = (KeepColumn(stranger.title),) if stranger.rows else ()
    return Problem("unknown-heading", message, place, severity, hint, ways)


def _extra(place: Place, stranger: Stranger, absent: Sequence[Column]) -> Problem:
    """A column of the clerk's own; a question while it says something and columns of the form are absent."""
    message = _("mục “{title}” ngoài mẫu, không được đọc.", title=quoted(stranger.title))
    if not (stranger.rows and absent):
        return Problem("extra-heading", message, place, Severity.NOTE)
    free = _listed([column.title for column in absent])
    hint = _("Nếu là một trong các cột {free}, hãy đổi tên như trong mẫu.", free=free)
    ways = (KeepColumn(stranger.title),)
    return Problem("extra-heading", message, place, Severity.WARNING, hint, ways)


def _missing(place: Place, column: Column) -> Problem:
    message = _("thiếu cột bắt buộc “{title}” ở hàng tiêu đề.", title=column.title)
    return Problem("missing-column", message, place, hint=_("Hãy thêm cột đó như trong mẫu."))


def _one_may_be_the_other(
    grid: Grid, row: int, missing: Sequence[Column], full: Sequence[Stranger]
) -> Problem:
    """Required columns that are missing where full columns are not understood: one cause, told once."""
    strange = ", ".join(
        f"“{quoted(each.title)}” ({grid.place_at(row, each.number).cell})" for each in full
    )
    message = _(
        "thiếu cột bắt buộc {missing}; chưa hiểu cột {strange}.",
        missing=_listed([column.title for column in missing]),
        strange=strange,
    )
    hint = _(
        "Nếu một cột chưa hiểu chính là cột còn thiếu, đổi tên nó; nếu không, thêm cột như trong mẫu."
    )
    return Problem("missing-column", message, grid.place_at(row, full[0].number), hint=hint)


def _listed(titles: Sequence[str]) -> str:
    shown = ", ".join(f"“{title}”" for title in titles[:_NAMES_SHOWN])
    return shown + (" …" if len(titles) > _NAMES_SHOWN else "")
