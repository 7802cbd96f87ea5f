"""What a header draws on every page: lifted out, laid out once, laid under each page."""

import io
import os
import re
import shutil
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import ImageChops
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

from tests.runs.batch_papers import FRAME, certificate_template, row, saved
from vbgen.errors import OutsideProgramError
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.archival import archival_problems
from vbgen.pages.pdf.document import texts_of
from vbgen.pages.pdf.splitting import single_files
from vbgen.pages.pdf.underlay import make_ready
from vbgen.word.printfile.backdrop import lift_backdrop
from vbgen.word.printfile.print_file import print_file
from vbgen.word.template import Template


def printed(count: int = 3, *, framed: bool = True) -> bytes:
    template = Template.open(certificate_template(framed=framed))
    return print_file(template.render(row(number).values) for number in range(count))


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with whole.pdf, pages.pdf and backdrop.pdf of three framed certificates."""
    folder = tmp_path_factory.mktemp("backdrop")
    whole = printed()
    lifted = lift_backdrop(whole)
    assert lifted is not None
    parts = {"whole": whole, "pages": lifted.pages, "backdrop": lifted.backdrop}
    for name, content in parts.items():
        (folder / f"{name}.docx").write_bytes(content)
    Converter.probe(os.environ).to_pdf(
        [folder / f"{name}.docx" for name in parts], folder, pdfa=True
    )
    return folder


def test_pages_look_the_same_as_before(pdfs: Path, tmp_path: Path) -> None:
    ready = Path(shutil.copy(pdfs / "pages.pdf", tmp_path / "ready.pdf"))
    make_ready(ready, pdfs / "backdrop.pdf")
    before, after = PdfDocument(pdfs / "whole.pdf"), PdfDocument(ready)
    assert len(before) == len(after) == 3
    for one, other in zip(before, after, strict=True):
        assert (
            ImageChops.difference(one.render().to_pil(), other.render().to_pil()).getbbox() is None
        )
    bare = PdfDocument(pdfs / "pages.pdf")
    assert (
        ImageChops.difference(bare[0].render().to_pil(), before[0].render().to_pil()).getbbox()
        is not None
    )


def test_the_backdrop_is_stored_once_and_the_file_stays_for_the_archive(
    pdfs: Path, tmp_path: Path
) -> None:
    ready = Path(shutil.copy(pdfs / "pages.pdf", tmp_path / "ready.pdf"))
    make_ready(ready, pdfs / "backdrop.pdf")
    with pikepdf.open(ready) as opened:
        forms = {each.objgen for page in opened.pages for each in page.Resources.XObject.values()}
        assert len(forms) == 1
        assert opened.open_metadata().pdfa_status == "2B"
        assert "/StructTreeRoot" not in opened.Root


def test_single_files_are_whole_and_for_the_archive(pdfs: Path, tmp_path: Path) -> None:
    ready = Path(shutil.copy(pdfs / "pages.pdf", tmp_path / "ready.pdf"))
    make_ready(ready, pdfs / "backdrop.pdf")
    titles = [f"Giấy khen <{number}> & “A”" for number in range(3)]
    for number, single in enumerate(single_files(ready.read_bytes(), titles)):
        assert archival_problems(single, title=titles[number]) == []
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(single)
        assert re.search(rf"Ánh {number:04d}", texts_of(path)[0])
        shown, whole = (
            PdfDocument(path)[0].render().to_pil(),
            PdfDocument(pdfs / "whole.pdf")[number].render().to_pil(),
        )
        assert ImageChops.difference(shown, whole).getbbox() is None


def test_single_files_of_more_pages_follow_one_another(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "whole.pdf") as opened:
        opened.pages.append(opened.pages[0])
        buffer = io.BytesIO()
        opened.save(buffer)
    halves = list(single_files(buffer.getvalue(), ["một", "hai"], pages=2))
    assert [len(pikepdf.open(io.BytesIO(half)).pages) for half in halves] == [2, 2]


def test_a_wrong_number_of_pages_is_refused(pdfs: Path) -> None:
    with pytest.raises(OutsideProgramError, match="3 trang, cần có 2"):
        list(single_files((pdfs / "whole.pdf").read_bytes(), ["một", "hai"]))


def test_without_a_frame_there_is_nothing_to_lift() -> None:
    assert lift_backdrop(printed(framed=False)) is None


@pytest.mark.parametrize(
    "change",
    ["before the text", "in the line", "words", "number", "other first page", "two headers"],
)
def test_what_would_show_a_difference_is_left_alone(change: str) -> None:
    document = docx.Document()
    document.add_paragraph("Thân")
    section = document.sections[0]
    paragraph = section.header.paragraphs[0]
    frame = FRAME.format(ns=nsdecls("w", "wp"), behind=0 if change == "before the text" else 1)
    if change == "in the line":
        frame = re.sub(r"<wp:anchor.*?<wp:extent", "<wp:inline><wp:extent", frame).replace(
            "wp:anchor", "wp:inline"
        )
    paragraph._p.append(parse_xml(frame))
    if change == "words":
        paragraph.add_run("Sở Công Thương")
    if change == "number":
        paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'))
    section.different_first_page_header_footer = change == "other first page"
    if change == "two headers":
        section.footer.paragraphs[0].text = "chân trang"
    assert lift_backdrop(saved(document)) is None
