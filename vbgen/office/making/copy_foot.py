"""The foot of a copy as a paper of its own, and the pages that are copied with it at their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY, CopyForm
from vbgen.model.agency import Agency
from vbgen.model.document import Issue, Numbered
from vbgen.model.dossier import Intent
from vbgen.office.making.copies import Beside, Copies, Written
from vbgen.office.stored.paper import About, PaperValues, written
from vbgen.office.stored.slots import PAPER, NumberSlot
from vbgen.pages.pdf.archival import titled
from vbgen.pages.pdf.copied import with_foot
from vbgen.papers.frame.copy_foot import copy_foot
from vbgen.papers.frame.letterhead import number_line
from vbgen.papers.frame.signature import Signature
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.places import COPY_FOOT
from vbgen.word.template import RichText
from vbgen.words.dates import long_date

SOURCE = "copied."  # begins the name under which the pages that are copied are kept


def copy_symbol(form: CopyForm, agency: Agency) -> str:
    """`SY-SCT`; `-SY/ĐU` below another heading."""
    if agency.heading:
        return f"-{form.abbreviation}/{agency.symbol}"
    return f"{form.abbreviation}-{agency.symbol}"


def foot_materials(
    form: CopyForm,
    agency: Agency,
    day: date,
    signed: Signature,
    recipients: Sequence[str],
    library: Library,
) -> dict[str, bytes]:
    """The foot's template and what it says, with a slot for its number."""
    number = number_line(agency, copy_symbol(form, agency), Issue(NumberSlot(PAPER), day))
    placed = f"{agency.place}, {long_date(day)}"
    foot = copy_foot(form.word, agency, number, placed, signed, recipients)
    about = About(form.value, "", form.type_name, page_filling=False, sizes=agency.size_set.value)
    content, _pictures = written(about, PaperValues({"foot": foot, "verification": RichText()}))
    template = library.fragments()[COPY_FOOT].read_bytes()
    return {f"{form}.values.json": content, f"{form}.template.docx": template}


def copies_of(numbered: Numbered, copies: Copies) -> Copies:
    """What makes the PDF files of a numbered paper: of a copy the pages that are copied, with its foot."""
    return CopiedPages(copies) if numbered.intent.particulars.kind == COPY else copies


def confirm_pages(intent: Intent, copies: Copies) -> None:
    """Does nothing for pages that can be copied; OutsideProgramError for a Word file of which no PDF can be made."""
    typed = [
        Written(name, content, intent.particulars.subject)
        for name, content in intent.materials.items()
        if name.startswith(SOURCE) and name.endswith(".docx")
    ]
    if typed:
        copies.confirm(typed, intent.particulars.day)


@dataclass(frozen=True, slots=True)
class CopiedPages:
    """Makes the copy: the pages that are copied, and its foot at their end."""

    copies: Copies

    def confirm(self, written: Sequence[Written], day: date) -> None:
        """As its maker does."""
        self.copies.confirm(written, day)

    def make(self, papers: Sequence[Written], numbered: Numbered) -> Beside:
        """The whole copy beside its foot; OutsideProgramError where this machine makes no PDF files."""
        materials = numbered.intent.materials
        source = next(name for name in materials if name.startswith(SOURCE))
        typed = [Written(source, materials[source], papers[0].title)] * source.endswith(".docx")
        made = self.copies.make([*papers, *typed], numbered).papers
        if papers[0].copy not in made:
            raise OutsideProgramError(_("Bản sao cần LibreOffice để làm tệp PDF."))
        pages = made.get(f"{Path(source).stem}.pdf", materials[source])
        whole = with_foot(pages, made[papers[0].copy])
        return Beside({papers[0].copy: _described(whole, papers[0].title, numbered)})


def _described(whole: bytes, title: str, numbered: Numbered) -> bytes:
    """The copy under its own title; what was copied keeps being PDF/A where it was."""
    return titled(whole, title, made_on=numbered.intent.particulars.day)
