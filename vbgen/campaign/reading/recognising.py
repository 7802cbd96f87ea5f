"""Which sheet of the form a sheet of others is: by its title first, else by its heading row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.form_words import OWN_SHEETS
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.headings import (
    heading_row,
    is_ordinal,
    known_titles,
    named_fields,
    titles_in,
)
from vbgen.campaign.topics import Topic, heading_key, nearest
from vbgen.errors import Problem, Severity
from vbgen.messages import _

# What people put before or behind the name of a copy: “Đề nghị (2)”, “Copy of Đề nghị”, “2. Đề nghị”.
_COPY = re.compile(
    r"(?:\d+ |copy of |ban sao (?:cua )?|trang |sheet )*(.*?)"
    r"(?: (?:\d+|copy|ban sao|moi|sua|cu|final|v\d+))*"
)
_LEAST_FIELDS = 2  # of one sheet of the form, in one row: no chance
_LEAST_LINES = 3
_NOTHING = (0, 0)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet of others, and the one of the form that it is."""

    grid: Grid
    topic: Topic
    is_original: bool = False  # it bears the form's own title

    @property
    def by_heading(self) -> bool:
        """Whether its title alone would not have told."""
        return bare_title(self.grid.title) not in set(map(heading_key, self.topic.names))


def recognised(grid: Grid, topics: Sequence[Topic], *, is_sent: bool = False) -> Recognised | None:
    """What the sheet is, if anything; an exact title counts, then that of a copy, then its heading row.

    What a unit sent is told by its heading row among the sheets that units send.
    """
    key = heading_key(grid.title)
    for topic in topics:
        if key in set(map(heading_key, topic.names)):
            return Recognised(grid, topic, is_original=True)
    if _is_left_out(grid):
        return None
    best = _by_title(grid, topics) or _by_heading(grid, _sent_by(topics, is_sent=is_sent))
    return Recognised(grid, best[0]) if len(best) == 1 else None


def _sent_by(topics: Sequence[Topic], *, is_sent: bool) -> list[Topic]:
    return [topic for topic in topics if topic.sheet.from_units or not is_sent]


def _is_left_out(grid: Grid) -> bool:
    """Whether it is empty, or one of the sheets that vbgen writes beside the data."""
    return not grid.rows or bare_title(grid.title) in {heading_key(title) for title in OWN_SHEETS}


def _by_title(grid: Grid, topics: Sequence[Topic]) -> list[Topic]:
    """The sheet of the form of which its title says that it is a copy, if it names anything of it."""
    bare = bare_title(grid.title)
    found = [topic for topic in topics if bare in set(map(heading_key, topic.names))]
    return [topic for topic in found if _names_anything(grid, topic)]


def bare_title(title: str) -> str:
    """The key of a sheet's title without what marks a copy."""
    match = _COPY.fullmatch(heading_key(title))
    return match[1] if match else heading_key(title)


def not_recognised(grid: Grid, topics: Sequence[Topic], taken: set[str]) -> Iterator[Problem]:
    """What is said of a sheet that is none of the form's: the more it looks like data, the graver."""
    if _is_left_out(grid):
        return
    near = nearest(grid.title, _titles_left(topics, taken))
    likely = _likely(grid, topics)
    if likely or (near and _has_table(grid)):
        yield _question(grid, topics, likely, near)
    elif near or _is_numbered_list(grid):
        yield _doubt(grid, near)
    else:
        message = _("trang này ngoài mẫu, được bỏ qua.")
        yield Problem("extra-sheet", message, grid.place, Severity.NOTE)


def _titles_left(topics: Sequence[Topic], taken: set[str]) -> list[str]:
    return [topic.title for topic in topics if topic.field not in taken]


def _names_anything(grid: Grid, topic: Topic) -> bool:
    if not topic.is_table:
        return _lines(grid, topic) > 0
    return heading_row(grid, known_titles(topic)) > 0


def _by_heading(grid: Grid, topics: Sequence[Topic]) -> list[Topic]:
    """The sheets of the form of which all required columns stand in one row; the best of them."""
    scores = [(topic, _score(grid, topic)) for topic in topics]
    best = max(score for _topic, score in scores)
    return [topic for topic, score in scores if score == best != _NOTHING]


def _score(grid: Grid, topic: Topic) -> tuple[int, int]:
    """How many columns the sheet names, and how many by the form's own titles; nothing without the required ones."""
    if not topic.is_table:
        lines = _lines(grid, topic)
        return (lines, lines) if lines >= _LEAST_LINES else _NOTHING
    row, fields = _named(grid, topic)
    if len(fields) < _LEAST_FIELDS or not (topic.tells or topic.telling) <= fields:
        return _NOTHING
    return len(fields), _own_titles(grid, topic, row)


def _named(grid: Grid, topic: Topic) -> tuple[int, set[str]]:
    """The heading row for a table of the form, and the fields that it names."""
    known = known_titles(topic)
    row = heading_row(grid, known)
    return row, named_fields(grid, row, known) if row else set()


def _own_titles(grid: Grid, topic: Topic, row: int) -> int:
    own = {heading_key(column.title) for column in topic.columns}
    return sum(heading_key(title) in own for _number, title in titles_in(grid, row))


def _lines(grid: Grid, topic: Topic) -> int:
    """How many names of lines of a two-column sheet stand in its first columns."""
    known = known_titles(topic)
    texts = {
        heading_key(heading_text(cells[column]))
        for cells in grid.rows.values()
        for column in (1, 2)
        if column in cells
    }
    return len({known[text].field for text in texts if text in known})


def _likely(grid: Grid, topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The sheets of the form that the heading row may mean, the likeliest first."""
    counted: Mapping[str, int] = {topic.field: _fields(grid, topic) for topic in topics}
    most = max(counted.values(), default=0)
    if most < _LEAST_FIELDS or not _has_table(grid):
        return ()
    return tuple(topic for topic in topics if counted[topic.field] == most)


def _fields(grid: Grid, topic: Topic) -> int:
    return len(_named(grid, topic)[1]) if topic.is_table else 0


def _has_table(grid: Grid) -> bool:
    """Whether at least two rows hold two cells or more."""
    return sum(len(cells) > 1 for cells in grid.rows.values()) > 1


def _is_numbered_list(grid: Grid) -> bool:
    titles = (title for row in list(grid.rows)[:10] for _number, title in titles_in(grid, row))
    return any(is_ordinal(title) for title in titles) and _has_table(grid)


def _question(grid: Grid, topics: Sequence[Topic], likely: Sequence[Topic], near: str) -> Problem:
    """A table of data that may be one of the form's, and what it lacks."""
    message = _("trang này có bảng {rows} hàng mà không rõ là trang nào của mẫu, nên chưa đọc hàng nào.",
                rows=len(grid.rows))  # fmt: skip
    title = near or likely[0].title
    meant = next(topic for topic in topics if topic.title == title)
    lacking = _lacking(grid, meant)
    hint = _("Có phải là “{near}”? Nếu phải, hãy đổi tên trang thành “{near}”.", near=title)
    if lacking:
        hint += " " + _("Trang đó còn thiếu cột {lacking}.", lacking=lacking)
    hint += " " + _("Nếu trang này không phải dữ liệu, hãy chuyển sang tệp khác.")
    return Problem("unknown-sheet", message, grid.place, hint=hint)


def _lacking(grid: Grid, topic: Topic) -> str:
    _row, fields = _named(grid, topic)
    return ", ".join(
        f"“{each.title}”" for each in topic.columns if each.required and each.field not in fields
    )


def _doubt(grid: Grid, near: str) -> Problem:
    message = _("trang này không có trong mẫu nên bị bỏ qua.")
    hint = _("Có phải là “{near}”?", near=near) if near else ""
    hint = hint or _("Nếu là danh sách, hãy chép sang trang “Cá nhân, tập thể” hay “Đề nghị”.")
    return Problem("unknown-sheet", message, grid.place, Severity.WARNING, hint)
