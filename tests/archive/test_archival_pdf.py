"""PDF files of the archive, judged by an independent validator and qpdf."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.shared import Pt

from tests.archive.pdf_validator import complaints
from vbgen.errors import OutsideProgramError
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.archival import archival_problems, titled
from vbgen.pages.pdf.document import texts_of
from vbgen.pages.pdf.splitting import single_files

NAMES = ("Đặng Thị Ngọc Ánh", "Nguyễn Văn Khuê", "Tập thể Văn phòng Sở")
TITLE = "Quyết định số 12/QĐ-SCT về việc khen thưởng"


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Three certificates, one a page, as LibreOffice makes them."""
    folder = tmp_path_factory.mktemp("pdf")
    document = docx.Document()
    for number, name in enumerate(NAMES):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        run = document.add_paragraph().add_run(f"GIẤY KHEN tặng {name}")
        run.font.name, run.font.size, run.bold = "Times New Roman", Pt(14), bool(number % 2)
    document.save(str(folder / "a.docx"))
    (made,) = Converter.probe(os.environ).to_pdf([folder / "a.docx"], folder, pdfa=True)
    return made.read_bytes()


@pytest.fixture(scope="module")
def kept(long_file: bytes) -> bytes:
    return titled(long_file, TITLE)


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "text.pdf"
    path.write_bytes(pdf)
    return "".join(texts_of(path))


def test_a_titled_file_is_pdf_a_and_says_title_and_language(kept: bytes) -> None:
    assert complaints(kept) == []
    assert archival_problems(kept, title=TITLE) == []
    with pikepdf.open(BytesIO(kept)) as pdf:
        assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == (TITLE, "vi-VN")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_moments_of_the_year_0_become_those_of_the_file(long_file: bytes) -> None:
    """LibreOffice 25 writes them."""
    void = BytesIO()
    with pikepdf.open(BytesIO(long_file)) as pdf:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = "0000-00-00T00:00:00Z"
        moment = str(pdf.docinfo["/CreationDate"])
        pdf.save(void)
    for made in (titled(void.getvalue(), TITLE), next(single_files(void.getvalue(), NAMES))):
        assert complaints(made) == []
        with pikepdf.open(BytesIO(made)) as pdf:
            said = str(pdf.open_metadata()["xmp:CreateDate"])
        assert said[:19].replace("-", "").replace("T", "").replace(":", "") == moment[2:16]


def test_titling_twice_gives_the_same_bytes(long_file: bytes, kept: bytes) -> None:
    assert titled(long_file, TITLE) == kept
    assert titled(kept, TITLE) == kept


def test_each_part_of_a_long_file_is_pdf_a_with_its_own_title_and_text(
    kept: bytes, tmp_path: Path
) -> None:
    parts = list(single_files(kept, NAMES))
    assert [complaints(part) for part in parts] == [[], [], []]
    assert [
        archival_problems(part, title=name) for part, name in zip(parts, NAMES, strict=True)
    ] == [[], [], []]
    assert [text_of(part, tmp_path).strip() for part in parts] == [
        f"GIẤY KHEN tặng {name}" for name in NAMES
    ]


def test_a_part_refers_to_no_structure_that_stayed_behind(kept: bytes) -> None:
    for part in single_files(kept, NAMES):
        with pikepdf.open(BytesIO(part)) as pdf:
            assert "/StructTreeRoot" not in pdf.Root
            assert all("/StructParents" not in page for page in pdf.pages)


def test_a_part_carries_only_its_own_fonts(kept: bytes) -> None:
    def fonts(pdf: bytes) -> set[str]:
        with pikepdf.open(BytesIO(pdf)) as opened:
            return {str(key) for page in opened.pages for key in page.Resources.Font}

    first, second, _third = single_files(kept, NAMES)
    assert len(fonts(first)) == len(fonts(second)) == 1
    assert fonts(first) != fonts(second)


@pytest.mark.parametrize("titles", [("one",), ("one", "two"), ("1", "2", "3", "4")])
def test_a_long_file_with_other_than_the_expected_pages_is_not_cut(
    kept: bytes, titles: tuple[str, ...]
) -> None:
    with pytest.raises(OutsideProgramError, match="3 trang"):
        list(single_files(kept, titles))


def test_an_untitled_file_lacks_title_and_language(long_file: bytes) -> None:
    assert [problem.code for problem in archival_problems(long_file)] == [
        "pdf-title",
        "pdf-language",
    ]


def _no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _no_xmp(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _no_font(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and "/FontFile2" in found:
            del found["/FontFile2"]


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_no_intent, "pdf-not-archival"),
        (_no_xmp, "pdf-not-archival"),
        (_script, "pdf-not-archival"),
        (_no_font, "pdf-font-not-embedded"),
    ],
)
def test_what_the_validator_refuses_is_told_by_us_too(
    kept: bytes, harm: Callable[[pikepdf.Pdf], None], code: str
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(kept)) as pdf:
        harm(pdf)
        pdf.save(target)
    assert complaints(target.getvalue())
    assert code in {problem.code for problem in archival_problems(target.getvalue())}


def test_a_plain_pdf_is_no_archive_file() -> None:
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    assert {problem.code for problem in archival_problems(target.getvalue())} >= {
        "pdf-not-archival",
        "pdf-title",
    }


def test_a_damaged_file_is_told_and_not_titled(kept: bytes) -> None:
    assert [problem.code for problem in archival_problems(kept[: len(kept) // 2])] == [
        "pdf-unreadable"
    ]
    with pytest.raises(OutsideProgramError, match="không đọc được"):
        titled(b"no pdf", TITLE)
