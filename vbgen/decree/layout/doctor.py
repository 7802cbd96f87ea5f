"""A look at the pages that were really made: what a careful secretary would send back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from vbgen.decree.check import finding
from vbgen.decree.checking.model import FormFinding, Hit
from vbgen.decree.checking.settings import Settings
from vbgen.decree.layout.page_ends import pages_end
from vbgen.decree.layout.page_rows import rows_stand
from vbgen.decree.layout.page_tables import tables_stand
from vbgen.decree.layout.printed import PaperOnPages, printed
from vbgen.decree.linting import papers_of
from vbgen.pages.pdf.layout import layout_of
from vbgen.word.package.lenient import open_package

_LOOKS: Final[tuple[Callable[[PaperOnPages], Iterator[Hit]], ...]] = (
    pages_end,
    tables_stand,
    rows_stand,
)


def look_at_pages(
    docx: Path | bytes, pdf: Path | bytes, *, name: str = "", settings: Settings | None = None
) -> tuple[FormFinding, ...]:
    """What is not well on the pages of `pdf`, which were made of `docx`, page by page and rule by rule.

    Pages are looked at alike whatever sort of paper they hold; a rule that the settings switch off is silent.
    Raises UnreadableFileError for a Word file that cannot be read.
    """
    book = (settings or Settings()).book
    paper = printed(papers_of(open_package(docx)), layout_of(pdf))
    found = (hit for look in _LOOKS for hit in look(paper))
    return tuple(finding(hit, book, file=name) for hit in found if hit.rule not in book.off)
