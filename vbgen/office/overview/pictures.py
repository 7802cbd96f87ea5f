"""Pages as pictures: kept by their source's own hash, so that what has not changed is not drawn again."""

import hashlib
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from vbgen.errors import OutsideProgramError, UsageError
from vbgen.files import changed_at, write_whole
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import process_pdf_maker, warm_up
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.workspace import DRAFT_PICTURES

if TYPE_CHECKING:
    from vbgen.office.office import Office

PAGES = "pages.pdf"
_KEPT = 200  # drafts whose pictures stay
_DOTS_AN_INCH = 110
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PagesDrawn(Answer):
    """How many pages a draft has, and the folder of its pictures."""

    pages: int


@dataclass(frozen=True)
class DrawPages(Request[PagesDrawn]):
    """Make a draft's pages, so that each can be looked at; the converter stays warm in this process."""

    needs_converter: ClassVar[bool] = True
    answers_alike: ClassVar[bool] = True
    docx: bytes

    def carry_out(self, office: "Office") -> PagesDrawn:
        """Converted once; OutsideProgramError where this machine cannot."""
        folder = picture_folder(office, hashlib.sha256(self.docx).hexdigest())
        if not (pages := pages_in(folder / PAGES)):
            _convert(office, self.docx, folder)
            pages = pages_in(folder / PAGES)
        return PagesDrawn(pages)


@dataclass(frozen=True)
class WarmConverterUp(Request[Answer]):
    """Start the converter before somebody waits for pages; it stays warm in this process."""

    needs_converter: ClassVar[bool] = True

    def carry_out(self, office: "Office") -> Answer:
        """Where this machine has one."""
        with suppress(OutsideProgramError):
            warm_up(office.surroundings.environ)
        return Answer()


@dataclass(frozen=True)
class DrawnFound(Answer):
    """What is drawn of a draft already."""

    is_made: bool  # its pages are
    picture: bytes  # of the page that was asked for; empty where it is still to be drawn


@dataclass(frozen=True)
class FindDrawn(Request[DrawnFound]):
    """What is drawn of a draft already; nothing is drawn."""

    key: str
    page: int = 0  # from 1; 0 for none

    def carry_out(self, office: "Office") -> DrawnFound:
        """By the key, which changes with the draft."""
        folder = picture_folder(office, self.key)
        try:
            picture = _picture(folder, self.page).read_bytes()
        except FileNotFoundError:
            picture = b""
        return DrawnFound((folder / PAGES).is_file(), picture)


@dataclass(frozen=True)
class PageDrawn(Answer):
    """A page's picture, as PNG."""

    picture: bytes


@dataclass(frozen=True)
class DrawPage(Request[PageDrawn]):
    """One page's picture, drawn once; UsageError where there is no such page."""

    answers_alike: ClassVar[bool] = True
    key: str
    page: int  # from 1

    def carry_out(self, office: "Office") -> PageDrawn:
        """From the draft's PDF file, or as it was drawn before."""
        from vbgen.pages.pdf.pictures import page_picture

        folder = picture_folder(office, self.key)
        if not 1 <= self.page <= pages_in(folder / PAGES):
            raise UsageError(_("Không có trang {number}.", number=self.page))
        path = _picture(folder, self.page)
        if not path.is_file():
            picture = page_picture(folder / PAGES, self.page, dots_an_inch=_DOTS_AN_INCH)
            write_whole(path, picture)
        return PageDrawn(path.read_bytes())


def picture_folder(office: "Office", key: str) -> Path:
    """Where the pictures of that key are kept; UsageError for what is no key."""
    if not _KEY.fullmatch(key):
        raise UsageError(_("Không có hình nào như vậy."))
    return office.desk_files / DRAFT_PICTURES / key


def keep_pages(office: "Office", pdf: bytes) -> str:
    """The key below which pages of another making are drawn: SHA-256 of their PDF file."""
    key = hashlib.sha256(pdf).hexdigest()
    folder = picture_folder(office, key)
    if not (folder / PAGES).is_file():
        write_whole(folder / PAGES, pdf)
        tidy_folder(folder.parent, _KEPT)
    return key


def _picture(folder: Path, page: int) -> Path:
    return folder / f"{page}.png"


def pages_in(pdf: Path) -> int:
    """How many pages a PDF file has; 0 where there is none."""
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
    made = list(folder.iterdir())
    if len(made) <= most:  # how old each is need not be asked
        return
    for old in sorted(made, key=changed_at, reverse=True)[most:]:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)
