"""What goes with each proposal: found in folders, missed by the check, listed and bound for the members."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image

from tests.papers.agencies.offices import Office, said
from tests.papers.council.council_offices import seated
from vbgen.papers.dossier_files import AttachedFile

_ORIENTATION = 0x0112  # of EXIF: how the camera was held
REPORT, PROOF = "bao-cao-thanh-tich", "Chứng nhận sáng kiến"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = seated("xa", tmp_path)
    data = office.data()
    del data["achievements"]  # nobody's report is written here
    office.write(data)
    return office


def lay(office: Office, files: Mapping[str, tuple[str, ...]]) -> None:
    for nominee, names in files.items():
        folder = office.campaign / "dossiers" / nominee
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes(pdf() if name.endswith("pdf") else word(name))


def word(text: str) -> bytes:
    document, written = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(written)
    return written.getvalue()


def pdf(pages: int = 2) -> bytes:
    written = BytesIO()
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page()
        made.save(written)
    return written.getvalue()


def codes(problems: list[dict[str, object]]) -> set[str]:
    return {str(one["code"]) for one in problems if str(one["code"]).startswith("dossier")}


@pytest.mark.parametrize(
    ("name", "wanted", "is_it"),
    [
        ("bao-cao-thanh-tich.pdf", "báo cáo thành tích", True),
        ("CN001 - Báo cáo thành tích 2026.docx", "báo cáo thành tích", True),
        ("Sáng kiến.pdf", "chứng nhận sáng kiến", True),
        ("chứng nhận.pdf", "báo cáo thành tích", False),
        ("bao.pdf", "báo cáo thành tích", False),
        ("scan0001.pdf", "báo cáo thành tích", False),
    ],
)
def test_a_file_says_by_its_name_what_it_is(name: str, wanted: str, is_it: bool) -> None:
    assert AttachedFile(Path(name), "CN001").is_paper(wanted) is is_it


def test_without_dossiers_nobody_is_told_of_them(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = office.run(capsys, "check", "--date", "2026-09-10", "--json")
    assert codes(checked.json["problems"]) == set()
    office.run(capsys, "draft", "nomination-list")
    assert "(Có Danh sách kèm theo)." in said(office.drafted("nomination-list-phase-1"))


def test_what_a_dossier_lacks_is_told_and_so_is_what_is_nobodys(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(office, {"C1": (f"{REPORT}.docx", "ghi-am.mp3"), "C11": (f"{REPORT}.pdf",)})
    (office.campaign / "dossiers" / "la.pdf").write_bytes(pdf())
    data = office.data()
    data["initiatives"] = [{"nominee": "C1", "name": "Sổ tay xây dựng nông thôn mới"}]
    office.write(data)
    checked = office.run(capsys, "check", "--date", "2026-09-10", "--json", "--all")
    told = checked.json["problems"]
    assert codes(told) == {
        "dossier-incomplete", "dossier-loose", "dossier-not-read", "dossier-nobodys"
    }  # fmt: skip
    lacking = [one["message"] for one in told if one["code"] == "dossier-incomplete"]
    assert len(lacking) == 7  # all but C1, whose initiative is not on file for a Giấy khen
    assert all("báo cáo thành tích" in message for message in lacking)


def test_the_proposal_counts_the_papers_of_those_it_proposes(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(
        office, {"C1": (f"{REPORT}.docx", f"{PROOF}.pdf"), "T1": (f"{REPORT}.pdf", "bang-khen.pdf")}
    )
    assert office.run(capsys, "draft", "nomination-list").code == 0
    lines = said(office.drafted("nomination-list-phase-1"))
    start = lines.index("Hồ sơ của các tập thể, hợp tác xã, hộ gia đình, cá nhân gồm:")
    assert lines[start + 1 : start + 5] == [
        "- Báo cáo thành tích: 02 bản;",
        "- Chứng nhận sáng kiến, đề tài: 01 bản;",
        "- Giấy tờ khác: 01 bản.",
        "(Có Danh sách và hồ sơ kèm theo).",
    ]


def test_members_get_one_file_with_a_bookmark_for_each_nominee_and_paper(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(office, {"C1": (f"{REPORT}.docx", "giay-khen-cu.pdf"), "T1": (f"{REPORT}.pdf",)})
    bound = office.run(capsys, "dossiers", "--json")
    assert bound.code == 0, bound.out + bound.err
    assert (bound.json["nominees"], bound.json["papers"], bound.json["pages"]) == (2, 3, 5)
    assert {one["code"] for one in bound.json["problems"]} >= {"dossier-empty"}
    with pikepdf.open(bound.json["files"][0]) as whole, whole.open_outline() as outline:
        told = [(item.title, [inner.title for inner in item.children]) for item in outline.root]
    assert told == [
        ("Thôn An Thịnh (Giấy khen)", ["Báo cáo thành tích"]),
        ("Hà Thị Sen (Giấy khen)", ["Báo cáo thành tích", "giay-khen-cu"]),
    ]


@pytest.mark.parametrize(
    ("size", "turned", "lies"), [((400, 300), 1, True), ((300, 400), 1, False), ((400, 300), 6, False)]
)  # fmt: skip
def test_a_photographed_paper_is_a_page_of_a4_as_the_camera_was_held(
    size: tuple[int, int],
    turned: int,
    lies: bool,
    office: Office,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay(office, {"C1": (f"{REPORT}.pdf",)})
    photograph = Image.new("RGB", size, "red")
    exif = photograph.getexif()
    exif[_ORIENTATION] = turned
    photograph.save(office.campaign / "dossiers" / "C1" / "chung-nhan-sang-kien.jpg", exif=exif)
    bound = office.run(capsys, "dossiers", "--json")
    assert bound.code == 0, bound.out + bound.err
    assert (bound.json["papers"], bound.json["pages"]) == (2, 3)
    with pikepdf.open(bound.json["files"][0]) as whole:
        box = whole.pages[-1].mediabox
        assert [round(float(side)) for side in box] == [0, 0, *((842, 595) if lies else (595, 842))]
        assert whole.pages[-1].get_images()


def test_a_picture_that_is_none_is_refused_by_its_place(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(office, {"C1": (f"{REPORT}.pdf",)})
    (office.campaign / "dossiers" / "C1" / "anh.png").write_bytes(b"\x89PNG cut")
    refused = office.run(capsys, "dossiers", "--json")
    assert refused.code == 2
    [problem] = [one for one in refused.json["problems"] if one["code"] == "picture-unreadable"]
    assert problem["place"]["file"] == "dossiers/C1/anh.png"


def test_a_file_that_is_no_pdf_is_refused_and_nothing_is_written(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(office, {"C1": (f"{REPORT}.pdf",)})
    (office.campaign / "dossiers" / "C1" / f"{REPORT}.pdf").write_bytes(b"%PDF-1.7 cut")
    refused = office.run(capsys, "dossiers", "--json")
    assert refused.code not in {0, 70}
    assert not office.drafted("x").with_name("dossiers-phase-1.pdf").exists()


def test_nothing_to_bind_is_told_with_where_to_put_it(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = office.run(capsys, "dossiers", "--json")
    assert refused.code == 1
    assert [one["code"] for one in refused.json["problems"]] == ["no-dossiers"]


def test_an_honour_names_its_own_dossier_and_an_initiative_wants_its_proof(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(office, {"C4": (f"{REPORT}.pdf",)})
    data = office.data()
    data["initiatives"] = [{"nominee": "C4", "name": "Sổ tay xây dựng nông thôn mới"}]
    for row in (*data["nominations"], *data["awards"]):
        if row["nominee"] == "C4":
            row["award"] = "Chiến sĩ thi đua cơ sở"
    office.write(data)
    checked = office.run(capsys, "check", "--date", "2026-09-10", "--json", "--all")
    told = [
        one["message"] for one in checked.json["problems"] if one["code"] == "dossier-incomplete"
    ]
    (own,) = [message for message in told if "Vàng A Sử" in message]
    assert "còn thiếu: minh chứng sáng kiến." in own
    assert "638/QĐ-BNV" in own  # the commune's own dossier of the title, not that of all titles
