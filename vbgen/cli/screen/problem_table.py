"""Problems as a table on a terminal: what forbids first, then the money, then the rest; repeats folded."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from vbgen.cli.screen.ways import with_words
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.secrecy import hidden, secrets_of

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_MONEY = "budget"  # the code of what the proposals cost
_SHOWN = {
    Severity.ERROR: 10,
    Severity.WARNING: 3,
    Severity.NOTE: 3,
}  # of one group, before it is folded
_CELLS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Folded:
    """Problems of one kind in one sheet: those that are shown, and those that are only counted."""

    shown: tuple[Problem, ...]
    more: tuple[Problem, ...] = ()


def problem_table(problems: Sequence[Problem], *, is_brief: bool = False) -> Table:
    """The table; `is_brief` shows of the notes only one a kind: they were told in full elsewhere."""
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold")
    for heading, ratio in ((_("Mức"), None), (_("Nơi"), 2), (_("Nội dung và cách sửa"), 3)):
        table.add_column(heading, ratio=ratio, overflow="fold", vertical="top")
    for group in folded(problems, is_brief=is_brief):
        for problem in group.shown:
            table.add_row(*_row(problem))
        if group.more:
            table.add_row("", Text(_cells(group.more)), Text(_more(group.more)))
    return table


def folded(problems: Iterable[Problem], *, is_brief: bool = False) -> Iterator[Folded]:
    """Groups of like problems, the gravest first; within one weight in the order in which they came."""
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        is_short = is_brief and problem.severity is Severity.NOTE
        place = () if is_short else (problem.place.file, problem.place.sheet)
        groups.setdefault((problem.severity, problem.code, *place), []).append(problem)
    for group in sorted(groups.values(), key=_weight):
        most = _most(group[0], is_brief=is_brief)
        # one left over takes no more room than the line that would count it
        most = len(group) if len(group) == most + 1 else most
        yield Folded(tuple(group[:most]), tuple(group[most:]))


def _most(problem: Problem, *, is_brief: bool) -> int:
    return 1 if is_brief and problem.severity is Severity.NOTE else _SHOWN[problem.severity]


def _weight(group: Sequence[Problem]) -> int:
    first = group[0]
    if first.code == _MONEY:
        return 1
    return {Severity.ERROR: 0, Severity.WARNING: 2, Severity.NOTE: 3}[first.severity]


def _row(problem: Problem) -> tuple[Text, Text, Text]:
    told = with_words(problem)
    what = " ".join(filter(None, (told.message, told.hint)))
    level = Text(problem.severity.label, style=_COLOURS[problem.severity])
    return level, Text(_plain(str(problem.place))), Text(_plain(what))


def _more(problems: Sequence[Problem]) -> str:
    return _("… và {count} hàng nữa như trên.", count=len(problems))


def _cells(problems: Sequence[Problem]) -> str:
    cells = list(dict.fromkeys(each.place.cell for each in problems if each.place.cell))
    return ", ".join(cells[:_CELLS_SHOWN]) + (" …" if len(cells) > _CELLS_SHOWN else "")


def _plain(text: str) -> str:
    return hidden(text, secrets_of(os.environ))
