"""Drafting as clerks ask for it: the papers of a campaign in a folder, with PDF files beside them; previews too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import Loaded, load_campaign
from vbgen.decree import Settings
from vbgen.errors import (
    Place,
    Problem,
    ProblemsFoundError,
    Severity,
    TemplateError,
    VbgenError,
)
from vbgen.machine.pdf_maker import find_pdf_maker, process_pdf_maker
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.document import Draft
from vbgen.office.acts import Answer, Request
from vbgen.office.checks.printable import UNPRINTABLE, unprintable_cells
from vbgen.office.making.draft_copies import draft_copies
from vbgen.office.making.drafting import Drafter, joined, keep_all, of_refusals
from vbgen.office.mending.page_look import problems_on_pages
from vbgen.office.setting.presses import press
from vbgen.office.setting.workspace import output_of, shipped_sample
from vbgen.office.steps import PaperProgress, PaperStage
from vbgen.pages.converter.fonts import probe_fonts
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.papers import Agenda
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.office.office import Office

_NAMING = ("changes", "confirmations", "ceremonies")  # tables whose papers name issued ones


@dataclass(frozen=True)
class PapersDrafted(Answer):
    """The drafts that were made, and the PDF files beside them."""

    folder: Path
    files: tuple[Path, ...]
    drafts: int  # of the files, those in Word
    refused: int = 0  # papers that could not be drafted: the problems tell why
    exit_code: int = 0  # of the first refusal

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        made: dict[str, object] = {"files": [str(path) for path in self.files]}
        return {"ok": False, "refused": self.refused, **made} if self.refused else made


@dataclass(frozen=True)
class DraftPapers(Request[PapersDrafted]):
    """Draft a campaign's papers into a folder: all that can be, and why others cannot."""

    campaign: Path
    kinds: tuple[str, ...] = ()  # all that are drafted without
    phase: int | None = None  # all without
    pdf: bool = False
    folder: Path | None = None  # the workspace's folder of drafts without
    again: bool = False  # asked again soon, so what makes PDF files stays at hand

    def carry_out(self, office: "Office") -> PapersDrafted:
        """Plan, draft, keep; then the PDF files."""
        loaded = load_campaign(self.campaign, office.words)
        with loaded.places.naming():
            return self._drafted(office, loaded)

    def _drafted(self, office: "Office", loaded: Loaded) -> PapersDrafted:
        workspace = office.workspace
        form = office.form_settings if self.pdf else None
        library = workspace.library.for_campaign(self.campaign)
        drafter = Drafter(library, loaded.places.place_of)
        law, chosen = workspace.law(office.today), drafter.chosen(loaded.campaign, self.kinds)
        planned = drafter.plan(
            loaded.campaign,
            self.kinds,
            phase=self.phase,
            law=law,
            emblem=workspace.emblem,
            known=_known(office, loaded.campaign, chosen, self.campaign),
        )
        made, refused = _drafted(office, drafter, planned)
        drafts = [draft for _scene, draft in made]
        folder = self.folder or workspace.drafts_of(self.campaign)
        asides: list[Path] = []
        written = keep_all(drafts, folder, chosen=self.folder is not None, aside=asides.append)
        scenes = dict(zip(written, (scene for scene, _draft in made), strict=True))
        copies = self._copies(office, scenes) if self.pdf else []
        problems = (
            *loaded.notes,
            *workspace.unread_rules(),
            *library.bodies.problems,
            *planned.notes,
            *of_refusals(refused),
            *_of_drafts(drafts, loaded),
            *map(_kept_aside, asides),
            *(_of_making(written, form, office) if form else ()),
        )
        return PapersDrafted(
            folder,
            (*written, *copies),
            len(written),
            len(refused),
            refused[0].exit_code if refused else 0,
            problems=loaded.places.told(problems),
        )

    def _copies(self, office: "Office", written: Mapping[Path, Scene]) -> list[Path]:
        """The PDF file beside each Word file."""
        environ, tell = office.surroundings.environ, office.surroundings.tell
        maker = process_pdf_maker if self.again else find_pdf_maker

        def converted(done: int, total: int) -> None:
            tell(PaperProgress.of(PaperStage.CONVERTING, done, total))

        own = press(environ, tell)
        return draft_copies(
            written, office.workspace.library, lambda: maker(environ), own, converted
        )


@dataclass(frozen=True)
class PreviewTemplate(Request[PapersDrafted]):
    """Draft one kind to be looked at, with the data of a campaign, or of the sample."""

    kind: str
    campaign: Path | None = None
    phase: int | None = None
    pdf: bool = False
    folder: Path | None = None  # the workspace's folder of previews without
    again: bool = False

    def carry_out(self, office: "Office") -> PapersDrafted:
        """As drafting does it."""
        folder = self.folder or output_of(office.workspace) / "previews"
        source = self.campaign or shipped_sample()
        wanted = DraftPapers(source, (self.kind,), self.phase, self.pdf, folder, self.again)
        return wanted.carry_out(office)


@dataclass(frozen=True)
class PreviewSources(Answer):
    """The folders whose files a preview is made from."""

    folders: tuple[Path, ...]


@dataclass(frozen=True)
class FindPreviewSources(Request[PreviewSources]):
    """Where a preview comes from: its templates, and the data of a campaign or of the sample."""

    campaign: Path | None = None

    def carry_out(self, office: "Office") -> PreviewSources:
        """Nothing is read."""
        return PreviewSources((_base(office) / "templates", self.campaign or shipped_sample()))


def _base(office: "Office") -> Path:
    return office.workspace.root or Path.cwd()


def _known(
    office: "Office", campaign: Campaign, kinds: Sequence[Kind], folder: Path
) -> KnownPapers:
    """The issued papers that drafts may name; the register is opened only where one may be named."""
    is_asked = any(getattr(campaign, table) for table in _NAMING)
    if office.workspace.root is None or not (is_asked or any(kind.cites for kind in kinds)):
        return NOTHING_KNOWN
    from vbgen.office.issuing.wishes.known_papers import known_of

    desk = office.desk_to_look(or_empty=True)
    return known_of(
        desk.register,
        campaign,
        folder.resolve().name,
        desk.archive,
        of_year=any(kind.of_year for kind in kinds),
        quoted=any(kind.quotes for kind in kinds),
    )


def _drafted(
    office: "Office", drafter: Drafter, planned: Agenda
) -> tuple[list[tuple[Scene, Draft]], list[VbgenError]]:
    """The papers that can be drafted, and why others cannot; where none can, the refusal of them all."""
    made: list[tuple[Scene, Draft]] = []
    refused: list[VbgenError] = [each.why for each in planned.stopped]
    for done, scene in enumerate(planned.scenes, start=1):
        try:
            made.append((scene, drafter.draft(scene)))
        except (ProblemsFoundError, TemplateError) as fault:
            refused.append(fault)
        office.surroundings.tell(PaperProgress.of(PaperStage.DRAFTING, done, len(planned.scenes)))
    if refused and not made:
        raise joined(refused)
    return made, refused


def _of_drafts(drafts: Sequence[Draft], loaded: Loaded) -> Iterator[Problem]:
    """The drafts' problems; a sign that no certificate can print is told at its cell."""
    told = list(dict.fromkeys(problem for draft in drafts for problem in draft.problems))
    yield from (each for each in told if each.code != UNPRINTABLE)
    if any(each.code == UNPRINTABLE for each in told):
        yield from unprintable_cells(loaded.campaign, loaded.places.place_of)


def _of_making(made: Iterable[Path], settings: Settings, office: "Office") -> list[Problem]:
    """What this machine lacks for PDF files, and what is not well on the printed pages."""
    beside = ((path.name, path.read_bytes, path.with_suffix(".pdf")) for path in made)
    return [*probe_fonts(office.surroundings.environ), *problems_on_pages(beside, settings)]


def _kept_aside(path: Path) -> Problem:
    message = _(
        "Bản dự thảo cũ đã được sửa tay nên được giữ lại dưới tên này; bản mới nằm bên cạnh."
    )
    return Problem("draft-kept-aside", message, Place(file=path.name), Severity.NOTE)
