"""Issued papers gathered into files, their lists and minutes, and the SIP_hoso of each."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from tests.archive.conftest import Told
from tests.archive.pdf_registry import PdfRegistry, blank_pdf
from tests.archive.registry import HONOURED, Registry
from vbgen.model.document import ArchivedFile
from vbgen.register.after_issue.signed_files import SignedCopy

SETTINGS = """
[handover]
organ_id = "H42.12"
fonds = "P_SCT"
rights = "Sử dụng có điều kiện"

[[handover.files]]
notation = "07"
campaigns = ["ha-nam-2022", "ha-nam-2023"]
title = "Hồ sơ khen thưởng năm 2022 - 2023"
retention = "Vĩnh viễn"
creator = "Trần Thị Văn Thư"
"""


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a decision and its certificates, one that was replaced, and a number given up."""
    folder = tmp_path_factory.mktemp("issued") / "ws"
    (folder / "output").mkdir(parents=True)
    (folder / "vbgen.toml").write_text(SETTINGS, encoding="utf-8")
    with closing(PdfRegistry.at(folder / "output")) as office:
        first = office.issue(2022, honoured=HONOURED)
        office.issue(2022)
        office.replace(first, office.issue(2023))
        office.reserve(2023)
        office.register.mirror(office.archive.put)
    return folder


@pytest.fixture
def workspace(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path / "ws"))


def test_papers_are_gathered_by_the_list_of_files(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    _code, said, _err = vbgen("archive", "files", "--workspace", workspace, "--json")
    (file,) = json.loads(said)["files"]
    assert file == {
        "notation": "07",
        "title": "Hồ sơ khen thưởng năm 2022 - 2023",
        "from": "2022-07-01",
        "to": "2023-07-01",
        "retention": "Vĩnh viễn",
        "papers": ["01/QĐ-SCT", "01/QĐ-SCT", "02/QĐ-SCT", "01/QĐ-SCT"],
        "pages": 5,
    }


def test_without_a_list_a_campaign_is_a_file_and_its_retention_is_doubtful(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    (workspace / "vbgen.toml").write_text("", encoding="utf-8")
    words = ("archive", "files", "--year", "2022", "--workspace", workspace, "--json")
    told = json.loads(vbgen(*words)[1])
    (file,) = told["files"]
    assert (file["notation"], file["retention"]) == ("ha-nam-2022", "10 năm")
    assert file["title"] == "Hồ sơ khen thưởng “ha-nam-2022” năm 2022"
    assert [problem["code"] for problem in told["problems"]] == ["retention-unproved"]


def test_the_package_is_sound_and_says_what_became_of_a_paper(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    target = tmp_path / "sip"
    words = ("archive", "export", "--sip", "--zip", "-o", target, "--workspace", workspace)
    code, said, _err = vbgen(*words, "--json")
    (name,) = json.loads(said)["packages"]
    assert (code, json.loads(said)["documents"]) == (0, 4)
    assert vbgen("archive", "check-sip", target, "--workspace", workspace)[0] == 0
    described = target / name / "representations/rep1/metadata/descriptive"
    first = etree.parse(described / "EAD_DOC_H42.12.2022.07.1.xml")
    assert first.findtext("docCode") == "H42.12.2022.07.0000001"
    assert (first.findtext("typeName"), first.findtext("maintenance")) == ("02", "01")
    assert first.findtext("description") == "Đã được thay thế"
    file = etree.parse(target / name / "metadata/descriptive/EAD.xml")
    assert file.findtext("description") == "Người lập hồ sơ: Trần Thị Văn Thư"
    with ZipFile(target / f"01-{name}.zip") as packed:
        assert packed.testzip() is None
        assert f"{name}/METS.xml" in packed.namelist()


def test_a_document_changed_in_the_package_ends_with_1(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    target = tmp_path / "sip"
    vbgen("archive", "export", "--sip", "-o", target, "--workspace", workspace)
    document = next(target.rglob("*.pdf"))
    document.write_bytes(document.read_bytes() + b" ")
    words = ("archive", "check-sip", target, "--workspace", workspace, "--json")
    code, said, _err = vbgen(*words)
    assert (code, json.loads(said)["ok"]) == (1, False)
    codes = [problem["code"] for problem in json.loads(said)["problems"]]
    assert codes == ["sip-size", "sip-checksum"]


def test_what_an_archive_asks_for_and_nobody_said_is_told_at_once_and_nothing_written(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    (workspace / "vbgen.toml").write_text("", encoding="utf-8")
    target = tmp_path / "sip"
    words = ("archive", "export", "--sip", "-o", target, "--workspace", workspace, "--json")
    code, said, _err = vbgen(*words)
    told = [problem["code"] for problem in json.loads(said)["problems"]]
    assert (code, told) == (1, ["sip-unknown"] * 3)
    assert not target.exists()


def test_a_paper_without_pdf_is_named(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    shutil.rmtree(workspace / "output")
    (workspace / "output").mkdir()
    with closing(Registry.at(workspace / "output")) as office:
        office.issue(2022)
    target = tmp_path / "sip"
    words = ("archive", "export", "--sip", "-o", target, "--workspace", workspace, "--json")
    code, said, _err = vbgen(*words)
    (problem,) = json.loads(said)["problems"]
    assert (code, problem["code"], problem["place"]["file"]) == (1, "sip-no-pdf", "01/QĐ-SCT")
    assert not target.exists()


def test_too_long_a_code_is_refused_before_anything_is_written(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    words = ("archive", "export", "--sip", "-o", tmp_path / "sip", "--workspace", workspace)
    code, said, _err = vbgen(*words, "--organ-id", "000.00.12.H42.99.99", "--json")
    assert code == 1
    assert {problem["code"] for problem in json.loads(said)["problems"]} == {"sip-field"}
    assert not (tmp_path / "sip").exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--sip", "--year", "1999"), "Không có văn bản nào"),
        (("--sip", "--all", "--year", "2022"), "--all"),
        (("--zip", "--all"), "--sip"),
        (("--title", "Hồ sơ", "--year", "2022"), "--sip"),
        (("--fonds", "P_SCT", "--document", "02/QĐ-SCT"), "--sip"),
    ],
)
def test_what_does_not_go_together_is_told(
    vbgen: Callable[..., Told],
    workspace: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    complaint: str,
) -> None:
    target = tmp_path / "sip"
    found = vbgen("archive", "export", *words, "-o", target, "--workspace", workspace)
    assert found[0] == 2
    assert complaint in found[2]


def test_a_folder_without_packages_is_told(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    code, _said, complaint = vbgen("archive", "check-sip", tmp_path, "--workspace", workspace)
    assert code == 2
    assert "không phải là gói SIP" in complaint


def test_settings_of_files_are_looked_through(vbgen: Callable[..., Told], workspace: Path) -> None:
    wrong = SETTINGS.replace("creator =", "nguoi_lap =")
    (workspace / "vbgen.toml").write_text(wrong, encoding="utf-8")
    code, _said, complaint = vbgen("archive", "files", "--workspace", workspace)
    assert code == 2
    assert "handover.files" in complaint


def text_of(path: Path) -> str:
    document = docx.Document(BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_lists_and_minutes_are_word_files(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "giao"
    words = ("archive", "hand-over", "-o", folder, "--receiver", "Lưu trữ lịch sử tỉnh Hà Nam")
    assert vbgen(*words, "--workspace", workspace)[0] == 0
    minutes = text_of(folder / "bien-ban-giao-nhan.docx")
    assert "Bên nhận: Lưu trữ lịch sử tỉnh Hà Nam" in minutes
    assert "tổng số hồ sơ: 01; tổng số tệp trong hồ sơ: 04" in minutes
    assert "từ 01/07/2022 đến 01/07/2023" in minutes
    assert "Hồ sơ khen thưởng năm 2022 - 2023" in text_of(folder / "muc-luc-ho-so.docx")
    papers = text_of(folder / "muc-luc-van-ban-01-07.docx")
    assert "(Mục lục gồm 4 văn bản)./." in papers
    assert "Đã được thay thế" in papers


def test_what_is_handed_over_is_vietnamese_for_a_reader_of_english_too(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    folder, bag = tmp_path / "giao", tmp_path / "goi"
    english, here = ("--lang", "en", "archive"), ("--workspace", workspace)
    assert vbgen(*english, "hand-over", "-o", folder, *here)[0] == 0
    papers = text_of(folder / "muc-luc-van-ban-01-07.docx")
    for words in ("MỤC LỤC VĂN BẢN TRONG HỒ SƠ", "(Mục lục gồm 4 văn bản)./.", "Đã được thay thế"):
        assert words in papers
    assert vbgen(*english, "export", "--all", "-o", bag, *here)[0] == 0
    lists = (bag / "data/muc-luc-ho-so.csv").read_text(encoding="utf-8-sig")
    assert lists.startswith("TT,")
    assert "Toàn bộ văn bản đi" in (bag / "bag-info.txt").read_text(encoding="utf-8")


def test_a_signed_paper_goes_out_as_it_was_signed(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    signed = blank_pdf(7)
    with closing(PdfRegistry.at(workspace / "output")) as office:
        office.hour = 72
        entry = next(one for one in office.register.entries() if one.code == "02/QĐ-SCT")
        digests = [office.archive.put(content) for content in (signed, b"{}")]
        files = [
            ArchivedFile(digest, len(content))
            for digest, content in zip(digests, (signed, b"{}"), strict=True)
        ]
        copy = SignedCopy(
            "award-decision.pdf", "award-decision.signed-1.pdf", files[0], "bc.json", files[1], "ok"
        )
        office.register.announce_signed(entry.id, [copy], office.stamp(2023))
        office.register.keep_signed(entry.id, [copy], office.stamp(2023))
    target = tmp_path / "sip"
    vbgen("archive", "export", "--sip", "-o", target, "--workspace", workspace)
    (document,) = target.rglob("H42.12.2022.07.3.pdf")
    assert document.read_bytes() == signed
    described = next(target.rglob("EAD_DOC_H42.12.2022.07.3.xml"))
    assert etree.parse(described).findtext("numberOfPage") == "7"


def test_a_hundred_and_fifty_papers_are_one_sound_package(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    shutil.rmtree(workspace / "output")
    (workspace / "output").mkdir()
    with closing(PdfRegistry.at(workspace / "output")) as office:
        for _paper in range(150):
            office.issue(2022)
    target = tmp_path / "sip"
    words = ("archive", "export", "--sip", "-o", target, "--workspace", workspace, "--json")
    assert json.loads(vbgen(*words)[1])["documents"] == 150
    code, said, _err = vbgen("archive", "check-sip", target, "--workspace", workspace, "--json")
    assert (code, json.loads(said)["ok"]) == (0, True)
    (described,) = target.rglob("EAD.xml")
    assert etree.parse(described).findtext("numberOfPage") == str(sum(range(1, 151)))


def test_a_package_is_checked_outside_of_any_workspace(
    vbgen: Callable[..., Told],
    workspace: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vbgen("archive", "export", "--sip", "-o", tmp_path / "sip", "--workspace", workspace)
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    shutil.move(tmp_path / "sip", elsewhere / "sip")
    monkeypatch.chdir(elsewhere)
    assert vbgen("archive", "check-sip", "sip")[0] == 0


def test_an_office_sets_its_own_retention_by_a_rule(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    (workspace / "vbgen.toml").write_text("", encoding="utf-8")
    (workspace / "law").mkdir()
    rule = (
        '[[retention]]\nid = "file-own"\nkept_for = "20 năm"\n'
        'source = "Danh mục hồ sơ của Sở"\nproved = true\n'
    )
    (workspace / "law" / "luu-tru.toml").write_text(rule, encoding="utf-8")
    told = json.loads(vbgen("archive", "files", "--workspace", workspace, "--json")[1])
    assert [file["retention"] for file in told["files"]] == ["20 năm"]
    assert told.get("problems", []) == []
