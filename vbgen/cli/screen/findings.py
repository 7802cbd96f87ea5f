"""What lint found, on a terminal: each file named once, what it was taken for, then its findings, the gravest first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vbgen.cli.screen.mended import mending_told
from vbgen.cli.screen.ways import with_words
from vbgen.errors import Severity
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FilesLinted, FindingGroup, Linted, PaperTaken

COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_INDENT: Final = 2


def findings_shown(found: "FilesLinted") -> Group:
    """All files, one below the other."""
    return Group(*(part for linted in found.results for part in _file(linted)))


def _file(linted: "Linted") -> Iterator[RenderableType]:
    yield Text(linted.path.name, style="bold")
    for problem in linted.refusal:
        told = with_words(problem)
        yield _indented(_level(problem.severity, f"{told.message} {told.hint}".strip()), 1)
    for paper in linted.papers:
        yield from _paper(paper, linted.groups(paper.number), several=len(linted.papers) > 1)
    for sentence in mending_told(linted):
        yield _indented(Text(sentence), 1)
    yield Text("")


def _paper(
    paper: "PaperTaken", groups: "tuple[FindingGroup, ...]", *, several: bool
) -> Iterator[RenderableType]:
    if several:
        heading = _("Văn bản thứ {number}: “{begins}”", number=paper.number, begins=paper.begins)
        yield _indented(Text(heading, style="bold"), 1)
    yield _indented(Text(paper.sentence), 1)
    for group in groups:
        yield from _group(group)


def _group(group: "FindingGroup") -> Iterator[RenderableType]:
    yield _indented(_level(group.severity, group.heading), 1)
    yield _indented(Text(_("Quy định: {required}", required=group.required)), 2)
    yield _indented(Text(group.mend), 2)
    if group.places:
        yield _indented(Text(_("Ở {places}", places="; ".join(group.places)), style="dim"), 2)


def _level(severity: Severity, text: str) -> Text:
    return Text.assemble((f"{severity.label}: ", COLOURS[severity]), text)


def _indented(text: Text, steps: int) -> Padding:
    return Padding(text, (0, 0, 0, _INDENT * steps), expand=False)
