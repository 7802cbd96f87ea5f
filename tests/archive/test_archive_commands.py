"""`vbgen archive` as a clerk runs it."""

import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.archive.conftest import Told
from tests.archive.registry import HONOURED, Registry


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three issued papers."""
    folder = tmp_path_factory.mktemp("issued") / "ws"
    (folder / "output").mkdir(parents=True)
    (folder / "vbgen.toml").write_text("", encoding="utf-8")
    with closing(Registry.at(folder / "output")) as office:
        office.issue(2022, honoured=HONOURED)
        office.issue(2022)
        office.issue(2023)
    return folder


@pytest.fixture
def workspace(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path / "ws"))


def test_a_sound_archive_is_said_to_be_so(vbgen: Callable[..., Told], workspace: Path) -> None:
    code, said, _complaint = vbgen("archive", "verify", "--workspace", workspace)
    assert code == 0
    assert "Kho, sổ và nhật ký khớp nhau: 3 văn bản, 9 mục nhật ký" in said


def test_numbers_that_are_held_are_counted_and_named(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    with closing(Registry.at(workspace / "output")) as office:
        office.hour, office.count = 48, 9
        office.reserve(2023)
    code, said, _complaint = vbgen("archive", "verify", "--workspace", workspace, "--json")
    answer = json.loads(said)
    assert (code, answer["open"]) == (0, ["02/QĐ-SCT"])
    (note,) = answer["problems"]
    assert (note["code"], note["severity"]) == ("open-issue", "note")
    assert "vbgen register resume 02/QĐ-SCT" in note["hint"]


def test_a_changed_file_ends_with_code_12_and_is_listed(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    path = next(
        path for path in (workspace / "output/archive/objects").rglob("*") if path.is_file()
    )
    path.chmod(0o644)
    path.write_bytes(b"x")
    code, _said, complaint = vbgen("archive", "verify", "--workspace", workspace)
    assert code == 12
    assert "không khớp nhau ở 1 chỗ" in complaint
    code, said, _complaint = vbgen("archive", "verify", "--workspace", workspace, "--json")
    assert code == 12
    assert [problem["code"] for problem in json.loads(said)["problems"]] == ["file-changed"]


def test_a_program_reads_what_was_walked(vbgen: Callable[..., Told], workspace: Path) -> None:
    _code, said, _complaint = vbgen("archive", "verify", "--workspace", workspace, "--json")
    found = json.loads(said)
    assert (found["documents"], found["acts"], found["objects"]) == (3, 9, 19)
    assert len(found["head"]) == 64


def test_a_workspace_is_handed_over_and_brought_back(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    bags = [tmp_path / "2022", tmp_path / "2023"]
    for bag in bags:
        words = ("archive", "export", "--year", bag.name, "-o", bag, "--retention", "Vĩnh viễn")
        assert vbgen(*words, "--workspace", workspace)[0] == 0
    shutil.rmtree(workspace / "output")
    code, said, _complaint = vbgen("archive", "import", *bags, "--workspace", workspace)
    assert code == 0
    assert "Đã khôi phục 3 văn bản" in said
    assert vbgen("archive", "verify", "--workspace", workspace)[0] == 0


def test_one_document_is_named_by_its_number(
    vbgen: Callable[..., Told], workspace: Path, tmp_path: Path
) -> None:
    words = (
        "archive",
        "export",
        "--document",
        "02/QĐ-SCT",
        "-o",
        tmp_path / "tui",
        "--workspace",
        workspace,
    )
    assert vbgen(*words)[:2] == (0, f"Đã đóng 1 hồ sơ vào gói {tmp_path / 'tui'}.\n")


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        ((), 2, "--year NĂM, --document SỐ hoặc --all"),
        (("--document", "01/QĐ-SCT"), 2, "Hãy thêm --year"),
        (("--document", "99/QĐ-SCT"), 2, "không có văn bản số 99/QĐ-SCT"),
        (("--year", "2019"), 2, "không có văn bản hay việc nào của năm 2019"),
    ],
)
def test_what_cannot_be_handed_over_is_told(
    vbgen: Callable[..., Told], workspace: Path, words: Sequence[str], code: int, complaint: str
) -> None:
    found = vbgen("archive", "export", *words, "-o", workspace / "tui", "--workspace", workspace)
    assert found[0] == code
    assert complaint in found[2]
    assert not (workspace / "tui").exists()


def test_a_bag_that_is_none_is_told(vbgen: Callable[..., Told], workspace: Path) -> None:
    code, _said, complaint = vbgen("archive", "import", workspace, "--workspace", workspace)
    assert code == 2
    assert "không phải là gói hồ sơ" in complaint


def test_an_archive_that_is_lost_has_its_own_code(
    vbgen: Callable[..., Told], workspace: Path
) -> None:
    (workspace / "output" / "archive").rename(workspace / "output" / "elsewhere")
    code, _said, complaint = vbgen("archive", "verify", "--workspace", workspace)
    assert code == 10
    assert "chưa được gắn" in complaint
