"""The dossiers of a phase as one PDF file for the council's members: a bookmark a nominee, one a paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, UsageError
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import PdfMaker, find_pdf_maker
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.paper import DOSSIERS
from vbgen.office.acts import Answer, Request
from vbgen.office.making.drafting import Drafter
from vbgen.outputs import write_output, write_own
from vbgen.pages.pdf.bookmarks import BookmarkedChapter, BookmarkedPart, bound
from vbgen.pages.pdf.photographed import as_page
from vbgen.papers.body.council.meeting import proposed_in
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.deciding import phase_laws
from vbgen.papers.dossier_files import AttachedFile, DossierFiles, find_dossiers
from vbgen.ways import ChoosePhase

if TYPE_CHECKING:
    from vbgen.office.office import Office

_REPORTS = ("person-report", "collective-report")


@dataclass(frozen=True)
class DossiersBound(Answer):
    """The file for the members, and what is in it."""

    file: Path
    nominees: int
    papers: int
    pages: int

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        counts = {"nominees": self.nominees, "papers": self.papers, "pages": self.pages}
        return {"files": [str(self.file)], **counts}


@dataclass(frozen=True)
class BindDossiers(Request[DossiersBound]):
    """The dossiers of those proposed in a phase, in the list's order, as one PDF file with bookmarks."""

    campaign: Path
    phase: int | None = None
    target: Path | None = None  # beside the drafts without

    def carry_out(self, office: "Office") -> DossiersBound:
        """Reports that are written here come first; Word files become PDF; who has no file is told."""
        loaded, dossiers = load_campaign(self.campaign, office.words), find_dossiers(self.campaign)
        phase = _phase(loaded.campaign, self.phase)
        with temporary_folder("reports") as name:
            made = _reports(office, self.campaign, loaded.campaign, phase, Path(name))
            written = [one for one in made if not dossiers.has(one.nominee, one.paper)]
            everything = DossierFiles((*written, *dossiers.files))
            entries = _proposed(office, loaded.campaign, phase)
            files = {entry: everything.of(entry.nominee.id) for entry in entries}
            if not any(files.values()):
                raise _nothing(dossiers)
            chapters, pages, content = _bound(files, office.surroundings.environ)
        target = self._written(office, phase, content)
        missing = (_without(entry) for entry, own in files.items() if not own)
        problems = (*loaded.notes, *dossiers.problems, *missing)
        papers = sum(map(len, files.values()))
        return DossiersBound(target, chapters, papers, pages, problems=problems)

    def _written(self, office: "Office", phase: int, content: bytes) -> Path:
        if self.target:
            write_output(self.target, content)
            return self.target
        drafts = office.workspace.drafts_of(self.campaign) / _name(phase)
        write_own({drafts: content})
        return drafts


def _name(phase: int) -> str:
    return f"dossiers-phase-{phase}.pdf"


def _reports(
    office: "Office", place: Path, campaign: Campaign, phase: int, folder: Path
) -> Iterator[AttachedFile]:
    """The reports that the campaign's own rows make, drafted into `folder`."""
    drafter = Drafter(office.workspace.library.for_campaign(place))
    law = office.workspace.law(office.today)
    planned = drafter.plan(campaign, _REPORTS, phase=phase, law=law)
    for number, (scene, draft) in enumerate(
        zip(planned.scenes, drafter.drafts(planned), strict=True)
    ):
        path = folder / str(number) / "bao-cao-thanh-tich.docx"
        path.parent.mkdir()
        path.write_bytes(draft.docx)
        yield AttachedFile(path, scene.variant.id)


def _bound(
    files: Mapping[HonourEntry, tuple[AttachedFile, ...]], environ: Mapping[str, str]
) -> tuple[int, int, bytes]:
    """Chapters, pages, and the file itself."""
    with temporary_folder("dossiers") as name:
        made = Path(name) / "whole.pdf"
        every = (each for own in files.values() for each in own)
        pdfs = _as_pdf(every, Path(name), lambda: find_pdf_maker(environ))
        chapters = tuple(_chapters(files, pdfs))
        pages = bound(chapters, made)
        return len(chapters), pages, made.read_bytes()


def _as_pdf(
    files: Iterable[AttachedFile], folder: Path, find_maker: Callable[[], PdfMaker]
) -> Mapping[Path, Path]:
    """Each file's own PDF: itself, or what is made of a picture or a Word file."""
    found: dict[Path, Path] = {}
    copies: dict[Path, Path] = {}
    for number, file in enumerate(files):
        path, made = file.path, folder / f"{number}.pdf"
        match path.suffix.casefold():
            case ".pdf":
                found[path] = path
            case ".docx":
                copies[path] = made.with_suffix(".docx")
                copies[path].write_bytes(path.read_bytes())
            case _:
                as_page(path, made, shown=file.shown)
                found[path] = made
    if copies:
        find_maker().to_pdf(list(copies.values()), folder)
    return {**found, **{path: copy.with_suffix(".pdf") for path, copy in copies.items()}}


def _phase(campaign: Campaign, wanted: int | None) -> int:
    numbers = tuple(each.number for each in campaign.each_phase)
    if wanted is None and len(numbers) == 1:
        return numbers[0]
    if wanted not in numbers:
        raise UsageError(_("Hồ sơ ghép theo từng đợt."), ways=(ChoosePhase(numbers),))
    return wanted


def _proposed(office: "Office", campaign: Campaign, phase: int) -> tuple[HonourEntry, ...]:
    """Everybody proposed, each once, in the list's order."""
    law = phase_laws(campaign, office.workspace.law(office.today)).of(phase)
    entries = proposed_in(campaign, phase, law).entries
    return tuple({entry.nominee.id: entry for entry in reversed(entries)}.values())[::-1]


def _chapters(
    files: Mapping[HonourEntry, tuple[AttachedFile, ...]], pdfs: Mapping[Path, Path]
) -> Iterator[BookmarkedChapter]:
    for entry, own in files.items():
        if own:
            parts = tuple(BookmarkedPart(each.title, pdfs[each.path]) for each in own)
            yield BookmarkedChapter(f"{entry.name} ({entry.honour.name})", parts)


def _without(entry: HonourEntry) -> Problem:
    message = _("{name} chưa có tệp nào trong hồ sơ.", name=entry.name)
    place = Place(file=f"{DOSSIERS}/{entry.nominee.id}")
    return Problem("dossier-empty", message, place, Severity.WARNING)


def _nothing(dossiers: DossierFiles) -> ProblemsFoundError:
    message = _("Chưa có hồ sơ nào để ghép.")
    hint = _(
        "Đặt tệp PDF, Word vào thư mục mang mã đối tượng, ví dụ {folder}/CN001.", folder=DOSSIERS
    )
    told = Problem("no-dossiers", message, Place(file=DOSSIERS), hint=hint)
    return ProblemsFoundError(message, (told, *dossiers.problems))
