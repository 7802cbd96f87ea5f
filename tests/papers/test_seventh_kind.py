"""A workspace adds a kind of paper by a folder alone: the invitation of the documentation."""

import os
import shutil
from pathlib import Path

import pytest

from tests.law.law_texts import law_on
from tests.papers.reading import texts
from tests.sample.sample_campaign import ROOT, SAMPLE
from tests.vocabulary import WORDS
from vbgen.archive import Archive
from vbgen.campaign import load_campaign
from vbgen.machine.pdf_maker import find_pdf_maker
from vbgen.office.making.batching import Workshop
from vbgen.office.making.draft_copies import draft_copies
from vbgen.office.making.drafting import Drafter, keep
from vbgen.pages.pdf.document import pages_of
from vbgen.papers.kinds.library import Library
from vbgen.word.source import build

EXAMPLE = ROOT / "docs" / "examples" / "invitation"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The kinds of a workspace to which the folder was copied, and nothing else."""
    own = tmp_path / "templates"
    shutil.copytree(EXAMPLE, own / "invitation", ignore=shutil.ignore_patterns("*.xml"))
    return Library((own, ROOT / "templates"))


def test_the_folder_holds_no_python() -> None:
    assert {path.name for path in EXAMPLE.iterdir()} == {
        "kind.toml",
        "template.docx",
        "template.xml",
    }
    assert (EXAMPLE / "template.docx").read_bytes() == build(EXAMPLE / "template.xml")


def test_the_invitation_is_drafted_in_the_decree_s_form(library: Library, tmp_path: Path) -> None:
    drafter = Drafter(library)
    planned = drafter.plan(
        load_campaign(SAMPLE, WORDS).campaign, ["invitation"], phase=None, law=law_on(2022, 12, 1)
    )
    written = texts(keep(next(drafter.drafts(planned)), tmp_path))
    assert written[4] == "Số: /GM-SCT"
    assert written[6:14] == [
        "GIẤY MỜI",
        "Dự hội nghị tổng kết phong trào thi đua năm 2022",
        "Sở Công Thương Hà Nam trân trọng kính mời: Thủ trưởng các phòng, đơn vị trực thuộc Sở.",
        "Tới dự hội nghị tổng kết phong trào thi đua năm 2022 do Sở Công Thương Hà Nam tổ chức.",
        "Chủ trì: Giám đốc Sở Công Thương Hà Nam.",
        "Thời gian: 08 giờ 00 phút, ngày 30 tháng 12 năm 2022.",
        "Địa điểm: Hội trường Sở Công Thương Hà Nam.",
        "Đề nghị các đại biểu đến dự đúng thành phần và thời gian./.",
    ]
    assert "GIÁM ĐỐC" in written


def test_the_new_kind_stands_after_the_shipped_ones(library: Library) -> None:
    assert library.names()[-1] == "invitation"


def test_a_kind_that_fills_its_page_without_certificates_has_a_pdf_file_too(
    library: Library, tmp_path: Path
) -> None:
    declared = tmp_path / "templates" / "invitation" / "kind.toml"
    declared.write_text("page_filling = true\n" + declared.read_text("utf-8"), "utf-8")
    drafter = Drafter(library)
    planned = drafter.plan(
        load_campaign(SAMPLE, WORDS).campaign, ["invitation"], phase=None, law=law_on(2022, 12, 1)
    )
    word = keep(next(drafter.drafts(planned)), tmp_path)
    (made,) = draft_copies(
        {word: planned.scenes[0]}, library, lambda: find_pdf_maker(os.environ), no_press
    )
    assert pages_of(made) == 1


def no_press(_scratch: Archive) -> Workshop:
    raise AssertionError("no certificates, no workshop")
