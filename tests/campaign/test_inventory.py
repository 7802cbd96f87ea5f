"""Nothing in a campaign's folder is passed over in silence."""

from pathlib import Path

import pytest

from tests.campaign.files import campaign_folder
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, write_nomination_form
from vbgen.campaign.inputs.inventory import take_stock
from vbgen.errors import Problem, Severity

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROW = "nominations:\n  - {phase: 1, nominee: TT001, award: Giấy khen, merit: tốt}\n"
_WORKBOOK_INSIDE = "a workbook"


def _list(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_ROW, encoding="utf-8")


def _told(folder: Path, name: str) -> Problem:
    """The one thing that is said of a file or folder."""
    (problem,) = [
        each for each in inspect_campaign(folder, WORDS).problems if each.place.file == name
    ]
    assert is_a_sentence(problem)
    return problem


@pytest.mark.parametrize(
    "where",
    ["nominations", "Nominations", "NOMINATIONS", "nomination", "đề nghị", "Đề nghị", "de-nghi",
     "De Nghi", "ĐỀ NGHỊ KHEN THƯỞNG", "nominations/phong-A", "Đề nghị/2022/đợt 1"],
)  # fmt: skip
def test_a_list_is_read_in_whatever_spelling_and_depth_its_folder_has(
    where: str, tmp_path: Path
) -> None:
    campaign_folder(tmp_path)
    _list(tmp_path / where / "vp.yaml")

    found = inspect_campaign(tmp_path, WORDS)

    assert found.campaign is not None
    assert [each.nominee for each in found.campaign.nominations] == ["CN001", "TT001"]


def test_a_folder_within_the_folder_is_named(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _list(tmp_path / "nominations" / "phong-A" / "vp.yaml")

    problem = _told(tmp_path, "nominations/phong-A")

    assert (problem.code, problem.severity) == ("sub-folder-read", Severity.NOTE)


def test_rubbish_in_a_folder_of_another_spelling_is_an_error(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "Nominations").mkdir()
    (tmp_path / "Nominations" / "a.xlsx").write_text("garbage")

    assert _told(tmp_path, "Nominations/a.xlsx").severity is Severity.ERROR


# Name, content, what is said it is, and the way out.
OTHERS = [
    ("ds.pdf", b"%PDF-1.7", "tệp PDF", "read-sent"),
    ("ds.jpg", b"\xff\xd8\xff\xe0", "tệp ảnh", "Excel gốc"),
    ("ds.doc", _OLE + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(99), "Word đời cũ", "lưu thành .docx"),
    ("ds.rtf", b"{\\rtf1", "tệp RTF", "lưu thành .docx"),
    ("ds.txt", "Nguyễn Văn An".encode(), "tệp chữ", "tệp Excel"),
    ("ds.mht", b"<html><table></table></html>", "trang web", ".xlsx"),
    ("ds.rar", b"Rar!\x1a\x07\0", "tệp loại khác", "tệp Excel"),
    ("ds", b"", "tệp rỗng", "tệp Excel"),
    ("ds.dat", _WORKBOOK_INSIDE.encode(), "tệp Excel", "đuôi tên tệp thành .xlsx"),
    ("ds.docx", _WORKBOOK_INSIDE.encode(), "tệp Excel", "đuôi tên tệp thành .xlsx"),
    ("ds.bak", _OLE + bytes(500) + "Workbook".encode("utf-16-le") + bytes(99), "kiểu cũ", "thành .xls"),
    (".ds.xlsx", _WORKBOOK_INSIDE.encode(), "tệp ẩn", "đổi tên"),
]  # fmt: skip


@pytest.mark.parametrize("case", OTHERS, ids=[f"{each[0]}: {each[2]}" for each in OTHERS])
def test_a_file_that_is_not_read_is_named_for_what_it_is(
    case: tuple[str, bytes, str, str], tmp_path: Path
) -> None:
    name, content, what, way_out = case
    campaign_folder(tmp_path)
    path = tmp_path / "nominations" / name
    path.parent.mkdir()
    if content == _WORKBOOK_INSIDE.encode():
        write_nomination_form(tmp_path / "form.xlsx", WORDS)
        (tmp_path / "form.xlsx").replace(path)
    else:
        path.write_bytes(content)

    problem = _told(tmp_path, f"nominations/{name}")

    assert (problem.code, problem.severity) == ("file-not-read", Severity.WARNING)
    assert what in problem.message
    ways = " ".join(str(way.as_json()["way"]) for way in problem.ways)
    assert way_out in f"{problem.hint} {ways}"


@pytest.mark.parametrize("name", ["~$vp.xlsx", ".~lock.vp.xlsx#", "~WRL0003.tmp"])
def test_what_office_keeps_beside_an_open_file_is_told_kindly(name: str, tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    (tmp_path / "nominations" / name).write_bytes(b"x")

    problem = _told(tmp_path, f"nominations/{name}")

    assert (problem.code, problem.severity) == ("temporary-file", Severity.NOTE)
    assert "đóng tệp" in problem.hint


def test_what_a_system_leaves_behind_is_no_matter(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".vbgen-made.json"):
        (tmp_path / "nominations" / name).write_bytes(b"x")

    assert problems_of(tmp_path) == {}


def test_tables_beside_the_campaign_and_in_other_folders_are_named(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _list(tmp_path / "bo-sung.yaml")
    _list(tmp_path / "năm ngoái" / "vp.yaml")
    (tmp_path / "README.md").write_text("x")

    found = {each.place.file: each for each in inspect_campaign(tmp_path, WORDS).problems}

    assert set(found) == {"bo-sung.yaml", "năm ngoái"}
    assert {each.severity for each in found.values()} == {Severity.WARNING}
    assert "nominations" in found["năm ngoái"].hint


def test_a_way_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    (tmp_path / "nominations" / "vòng").symlink_to(tmp_path)

    assert _told(tmp_path, "nominations/vòng").code == "folder-not-read"


def test_a_folder_too_deep_is_an_error_not_a_loss(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    deep = tmp_path.joinpath("nominations", *"abcdefgh")
    _list(deep / "vp.yaml")

    (problem,) = problems_of(tmp_path)["folder-too-deep"]

    assert problem.place.file == "nominations/a/b/c/d/e/f"


def test_files_are_read_folder_by_folder_by_name(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    for name in ("b.yaml", "A.yaml", "phong/c.yaml"):
        _list(tmp_path / "nominations" / name)

    sent = [path.relative_to(tmp_path).as_posix() for path in take_stock(tmp_path).sent]

    assert sent == ["nominations/A.yaml", "nominations/b.yaml", "nominations/phong/c.yaml"]


def test_a_folder_with_only_a_csv_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Họ tên\nAn\n", encoding="utf-8")

    (problem,) = problems_of(tmp_path)["missing-file"]

    assert "ds.csv" in problem.hint
    assert "một bảng" in problem.hint
    assert "nominations" in problem.hint
