"""A draft's pages as pictures: kept by the draft's own hash, so that what has not changed is not drawn again."""

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import Loaded, load_campaign
from vbgen.errors import Problem, UsageError
from vbgen.files import changed_at, write_whole
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import process_pdf_maker
from vbgen.messages import _, quoted
from vbgen.model.document import Draft
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.form import FormJudge
from vbgen.office.making.drafting import Drafter
from vbgen.office.overview.campaigns import campaign_named
from vbgen.papers.bodies import stem_of
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.office.office import Office

_PICTURES = ".desk/pictures"
PAGES = "pages.pdf"
_KEPT = 200  # drafts whose pictures stay
_DOTS_AN_INCH = 110
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class DraftSeen(Answer):
    """A draft, and where its pictures are kept."""

    docx: bytes
    key: str  # SHA-256 of the draft
    pages: int  # 0 while no PDF was made of it


@dataclass(frozen=True)
class SeeDraft(Request[DraftSeen]):
    """Draft one paper of a campaign to be looked at, with what is told of it; nothing is written."""

    campaign: str  # name of its folder
    paper: str  # `award-decision-phase-1`: the stem of its draft

    def carry_out(self, office: "Office") -> DraftSeen:
        """The draft as it is now."""
        draft, loaded = drafted(office, self.campaign, self.paper)
        key = hashlib.sha256(draft.docx).hexdigest()
        pdf = picture_folder(office, key) / PAGES
        form = FormJudge().problems(f"{draft.stem}.docx", draft.docx, office.today)
        problems = (*draft.problems, *form, *loaded.notes)
        return DraftSeen(draft.docx, key, _pages(pdf), problems=tuple(dict.fromkeys(problems)))


@dataclass(frozen=True)
class PagesDrawn(Answer):
    """How many pages a draft has, and the folder of its pictures."""

    pages: int


@dataclass(frozen=True)
class DrawPages(Request[PagesDrawn]):
    """Make a draft's pages, so that each can be looked at; the converter stays warm in this process."""

    docx: bytes

    def carry_out(self, office: "Office") -> PagesDrawn:
        """Converted once; OutsideProgramError where this machine cannot."""
        folder = picture_folder(office, hashlib.sha256(self.docx).hexdigest())
        if not (pages := _pages(folder / PAGES)):
            _convert(office, self.docx, folder)
            pages = _pages(folder / PAGES)
        return PagesDrawn(pages)


@dataclass(frozen=True)
class PageDrawn(Answer):
    """A page's picture, as PNG."""

    picture: bytes


@dataclass(frozen=True)
class DrawPage(Request[PageDrawn]):
    """One page's picture, drawn once; UsageError where there is no such page."""

    key: str
    page: int  # from 1

    def carry_out(self, office: "Office") -> PageDrawn:
        """From the draft's PDF file, or as it was drawn before."""
        from vbgen.pages.pdf.pictures import page_picture

        folder = picture_folder(office, self.key)
        if not 1 <= self.page <= _pages(folder / PAGES):
            raise UsageError(_("Không có trang {number}.", number=self.page))
        path = folder / f"{self.page}.png"
        if not path.is_file():
            picture = page_picture(folder / PAGES, self.page, dots_an_inch=_DOTS_AN_INCH)
            write_whole(path, picture)
        return PageDrawn(path.read_bytes())


def drafted(office: "Office", campaign: str, paper: str) -> tuple[Draft, Loaded]:
    """The draft of that paper; UsageError where the data give none of that name."""
    loaded, drafter = loaded_campaign(office, campaign)
    scene = scene_of(office, drafter, loaded, paper)
    return drafter.draft(scene), loaded


def loaded_campaign(office: "Office", campaign: str) -> tuple[Loaded, Drafter]:
    """Its data, and who drafts from them with its own templates; UsageError for a campaign that there is not."""
    folder = campaign_named(office, campaign)
    return load_campaign(folder, office.words), Drafter(
        office.workspace.library.for_campaign(folder)
    )


def scene_of(office: "Office", drafter: Drafter, loaded: Loaded, paper: str) -> Scene:
    """The scene of the paper with that stem; UsageError where the data give none."""
    workspace = office.workspace
    kinds = [name for name in drafter.library.names() if paper.startswith(name)]
    if kinds:
        planned = drafter.plan(
            loaded.campaign,
            (max(kinds, key=len),),
            phase=None,
            law=workspace.law(office.today),
            emblem=workspace.emblem,
        )
        for scene in planned.scenes:
            phase = scene.phase.number if scene.phase else None
            if stem_of(scene.kind.id, scene.variant.id, phase) == paper:
                return scene
    message = _("Số liệu chưa cho văn bản “{paper}”.", paper=quoted(paper))
    raise UsageError(message, (Problem("no-such-paper", message),))


def picture_folder(office: "Office", key: str) -> Path:
    """Where the pictures of that key are kept; UsageError for what is no key."""
    if not _KEY.fullmatch(key):
        raise UsageError(_("Không có hình nào như vậy."))
    return (office.own_workspace.root or office.place) / "output" / _PICTURES / key


def keep_pages(office: "Office", pdf: bytes) -> str:
    """The key below which pages of another making are drawn: SHA-256 of their PDF file."""
    key = hashlib.sha256(pdf).hexdigest()
    folder = picture_folder(office, key)
    if not (folder / PAGES).is_file():
        write_whole(folder / PAGES, pdf)
        tidy_folder(folder.parent, _KEPT)
    return key


def _pages(pdf: Path) -> int:
    from vbgen.pages.pdf.pictures import page_count

    return page_count(pdf) if pdf.is_file() else 0


def _convert(office: "Office", docx: bytes, folder: Path) -> None:
    maker = process_pdf_maker(office.surroundings.environ)
    with temporary_folder("picture") as name:
        source = Path(name) / "paper.docx"
        source.write_bytes(docx)
        made = maker.to_pdf([source], Path(name))[0]
        write_whole(folder / PAGES, made.read_bytes())
    tidy_folder(folder.parent, _KEPT)


def tidy_folder(folder: Path, most: int) -> None:
    """Only so many of those that were made last stay in a folder of the desk's own."""
    made = sorted(folder.iterdir(), key=changed_at, reverse=True)
    for old in made[most:]:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)
