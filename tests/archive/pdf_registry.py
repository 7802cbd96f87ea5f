"""A registry whose papers are kept with PDF copies, of as many pages as the paper's number."""

from io import BytesIO
from pathlib import Path

import pikepdf

from tests.archive.registry import RECORD, Registry, kept, record_of
from vbgen.archive.dossier import DossierRecord, Role
from vbgen.model.document import Numbered


def blank_pdf(pages: int) -> bytes:
    target = BytesIO()
    with pikepdf.new() as pdf:
        for _page in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


class PdfRegistry(Registry):
    """Each paper has a PDF copy beside its Word file."""

    def papers(self, numbered: Numbered) -> dict[str, bytes]:
        words = {
            name: content
            for name, content in super().papers(numbered).items()
            if name.endswith(".docx")
        }
        copies = {f"{Path(name).stem}.pdf": blank_pdf(numbered.number) for name in words}
        record = _with_copies(record_of(numbered, words), copies)
        return {**words, **copies, RECORD: record.to_bytes()}


def _with_copies(record: DossierRecord, copies: dict[str, bytes]) -> DossierRecord:
    papers = []
    for paper in record.papers:
        name = f"{paper.key}.pdf"
        files = (*paper.files, kept(Role.PDF, name, copies[name]))
        papers.append(paper.model_copy(update={"files": files}))
    return record.model_copy(update={"papers": tuple(papers)})
