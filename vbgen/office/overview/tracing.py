"""From a page to the cells that it comes from, from a cell to the papers that print it; problems at their places."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from vbgen.campaign import Loaded
from vbgen.errors import Place, Problem
from vbgen.office.acts import Answer, RegisterPart, Request
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import paper_to_make
from vbgen.office.overview.drawing import loaded_campaign, scene_of
from vbgen.office.overview.pictures import PAGES, DrawPages, picture_folder
from vbgen.office.overview.planned import PlannedPaper
from vbgen.office.overview.seeing import SeeCampaign
from vbgen.office.overview.traced_values import CellIndex, TracedValue, traced
from vbgen.pages.pdf.layout import Box
from vbgen.pages.pdf.letters import PrintedLetters, letters_of, without_blanks
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.office.office import Office

_MOST_CERTIFICATES = 200
_SHORTEST_QUOTE = 4


@dataclass(frozen=True, slots=True)
class PinnedProblem:
    """A problem and the place on a page that it is about."""

    number: int  # from 1, of those that were asked about
    problem: Problem
    page: int  # from 0
    box: Box


@dataclass(frozen=True)
class DraftTraced(Answer):
    """A draft's values at their places on its pages, with their cells; its problems where they can be pinned."""

    sizes: tuple[tuple[float, float], ...]  # of the pages, in points
    values: tuple[TracedValue, ...]
    pins: tuple[PinnedProblem, ...]
    file: str  # the campaign's workbook


@dataclass(frozen=True)
class TraceDraft(Request[DraftTraced]):
    """Whence each word of a draft's pages comes; OutsideProgramError where this machine makes no pages."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.NOTHING
    campaign: str
    paper: str
    problems: tuple[Problem, ...] = ()  # those to be pinned

    def carry_out(self, office: "Office") -> DraftTraced:
        """By the values that the template printed, in their order, and the text of the pages."""
        loaded, drafter = loaded_campaign(office, self.campaign)
        scene = scene_of(office, drafter, loaded, self.paper)
        made = paper_to_make(scene, drafter.library)
        docx = made.docx()
        DrawPages(docx).carry_out(office)
        key = hashlib.sha256(docx).hexdigest()
        letters = letters_of(picture_folder(office, key) / PAGES)
        index = _index(loaded, scene, drafter)
        values = traced(letters, made.shown(_MOST_CERTIFICATES), index)
        pins = tuple(pinned(self.problems, letters, values))
        return DraftTraced(letters.sizes, values, pins, loaded.places.file)


def pinned(
    problems: Sequence[Problem], letters: PrintedLetters, values: Sequence[TracedValue]
) -> Iterator[PinnedProblem]:
    """Those problems whose cell or words stand on a page."""
    for number, each in enumerate(problems, start=1):
        for page, box in _place_on_page(each.place, letters, values)[:1]:
            yield PinnedProblem(number, each, page, box)


def _place_on_page(
    place: Place, letters: PrintedLetters, values: Sequence[TracedValue]
) -> list[tuple[int, Box]]:
    """Where the cell of a problem is printed, or the words that it quotes stand; none where nobody can tell."""
    if place.sheet and place.cell:
        own = (place.sheet, place.cell)
        return [
            each.rows[0]
            for each in values
            if each.is_certain and (each.cells[0].sheet, each.cells[0].cell) == own
        ]
    words = without_blanks(place.quote.rstrip("…"))
    start = letters.text.find(words) if len(words) >= _SHORTEST_QUOTE else -1
    return list(letters.boxes_of(start, start + len(words))) if start >= 0 else []


def _index(loaded: Loaded, scene: Scene, drafter: Drafter) -> CellIndex:
    phase = scene.phase.number if scene.phase else None
    others = {*drafter.library.names()} - {scene.kind.id}
    return CellIndex.of(loaded.places, others, phase)


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """A paper that prints a cell; not certain where another cell says the same."""

    paper: PlannedPaper
    is_certain: bool


@dataclass(frozen=True)
class CellTraced(Answer):
    """The papers that print a cell."""

    papers: tuple[PrintedIn, ...]


@dataclass(frozen=True)
class TraceCell(Request[CellTraced]):
    """Where a cell of the campaign's workbook is printed, in the papers that the data give."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.NOTHING
    campaign: str
    sheet: str
    cell: str

    def carry_out(self, office: "Office") -> CellTraced:
        """Every paper's values, asked for that cell."""
        loaded, drafter = loaded_campaign(office, self.campaign)
        papers = SeeCampaign(self.campaign).carry_out(office).papers
        found = ((each, self._said_by(office, drafter, loaded, each)) for each in papers)
        return CellTraced(
            tuple(PrintedIn(each, min(counts) == 1) for each, counts in found if counts)
        )

    def _said_by(
        self,
        office: "Office",
        drafter: Drafter,
        loaded: Loaded,
        paper: PlannedPaper,
    ) -> list[int]:
        """Of each printed value that the cell may have said, how many cells may."""
        scene = scene_of(office, drafter, loaded, paper.stem)
        shown = paper_to_make(scene, drafter.library).shown(_MOST_CERTIFICATES)
        index, printed = (
            _index(loaded, scene, drafter),
            {(each.text, each.place.quote) for each in shown},
        )
        pieces = (index.pieces(without_blanks(text), tag) for text, tag in printed)
        cells = (places for found in pieces for _start, _end, places in found)
        return [len(places) for places in cells if self._is_among(places)]

    def _is_among(self, places: Sequence[Place]) -> bool:
        return any((each.sheet, each.cell) == (self.sheet, self.cell) for each in places)
