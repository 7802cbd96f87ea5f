"""No command replaces a file that it has not made: a table of everything that writes where somebody says."""

import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from vbgen.cli import run

MINE = b"cua toi"
SAMPLE = "data/ha-nam-2022"
# what is run; where it writes; whether it makes its own output again
COMMANDS = [
    ("register export so.xlsx", "so.xlsx", True),
    ("register export so.docx", "so.docx", True),
    ("register export so.csv", "so.csv", True),
    ("register export so.json --golden-book", "so.json", True),
    ("register backup so.sqlite3", "so.sqlite3", False),
    ("register show 01/BC-SCT --save ra", "ra/01-BC-SCT-phase-summary.docx", True),
    ("archive export --year 2022 -o tui", "tui", False),
    ("archive export --all -o tui", "tui", False),
    (f"convert {SAMPLE}/campaign.xlsx moi.yaml", "moi.yaml", True),
    (f"convert {SAMPLE}/campaign.xlsx moi.xlsx", "moi.xlsx", True),
    ("form bieu.xlsx", "bieu.xlsx", True),
    ("schema luoc-do.json", "luoc-do.json", True),
    (f"check {SAMPLE} --annotate ghi-chu.xlsx", "ghi-chu.xlsx", True),
    (f"check {SAMPLE} --report bao-cao.docx", "bao-cao.docx", True),
    (f"check {SAMPLE} --statistics thong-ke.xlsx", "thong-ke.xlsx", True),
    ("lint giay.docx --fix -o sua.docx", "sua.docx", True),
    ("lint giay.docx --annotate nhan-xet.docx", "nhan-xet.docx", True),
    ("lint giay.docx --sarif loi.sarif", "loi.sarif", True),
    (f"draft {SAMPLE} launch-notice -o nhap", "nhap/launch-notice.docx", True),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one issued paper, and a Word file to look at."""
    root = tmp_path_factory.mktemp("made") / "ws"
    assert vbgen(root.parent, "init ws")[0] == 0
    issued = f"issue {SAMPLE} phase-summary --phase 1 --date 2022-07-21 --no-pdf --yes"
    assert vbgen(root, issued)[0] == 0
    shutil.copy(next((root / "output").rglob("01-BC-SCT-*.docx")), root / "giay.docx")
    return root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "ws"))


def vbgen(folder: Path, words: str) -> tuple[int, str]:
    out = StringIO()
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(out),
        pytest.raises(SystemExit) as ended,
    ):
        run(words.split())
    return int(str(ended.value.code or 0)), out.getvalue()


@pytest.mark.parametrize(
    ("words", "target", "repeats"), COMMANDS, ids=[words for words, _t, _r in COMMANDS]
)
def test_somebody_s_own_file_stays(
    workspace: Path, words: str, target: str, *, repeats: bool
) -> None:
    path = workspace / target
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MINE)
    code, said = vbgen(workspace, words)
    assert (code, path.read_bytes()) == (4, MINE), said
    assert path.name in said
    path.unlink()
    before = vbgen(workspace, words)
    assert before[0] in {0, 1}, before[1]
    assert path.exists()
    assert vbgen(workspace, words)[0] == (before[0] if repeats else 4)
    if repeats:
        path.write_bytes(path.read_bytes() + b" sua")
        changed = path.read_bytes()
        assert vbgen(workspace, words)[0] == 4
        assert path.read_bytes() == changed


def test_a_book_is_not_written_over_the_campaign(workspace: Path) -> None:
    book = workspace / SAMPLE / "campaign.xlsx"
    before = book.read_bytes()
    code, said = vbgen(workspace, f"register export {SAMPLE}/campaign.xlsx")
    assert (code, book.read_bytes()) == (4, before)
    assert "không phải do vbgen làm ra hoặc đã được sửa sau đó" in said


@pytest.mark.parametrize("words", ["form x.xlsx", f"convert {SAMPLE}/campaign.xlsx x.xlsx"])
def test_a_book_is_not_written_over_a_form_that_is_still_to_be_filled_in(
    workspace: Path, words: str
) -> None:
    assert vbgen(workspace, words)[0] == 0
    assert vbgen(workspace, "register export x.xlsx")[0] == 4
    assert vbgen(workspace, words)[0] == 0


def test_a_draft_changed_by_hand_is_kept_beside_the_new_one(workspace: Path) -> None:
    drafts = workspace / "output/ha-nam-2022/drafts"
    assert vbgen(workspace, f"draft {SAMPLE} launch-notice")[0] == 0
    assert vbgen(workspace, f"draft {SAMPLE} launch-notice")[0] == 0
    assert [path.name for path in drafts.glob("*.docx")] == ["launch-notice.docx"]
    for mine in (MINE, MINE + b"2"):
        (drafts / "launch-notice.docx").write_bytes(mine)
        code, said = vbgen(workspace, f"draft {SAMPLE} launch-notice")
        assert (code, "bản cũ" in said) == (0, True)
    assert (drafts / "launch-notice (bản cũ).docx").read_bytes() == MINE
    assert (drafts / "launch-notice (bản cũ 2).docx").read_bytes() == MINE + b"2"


def test_a_new_workspace_replaces_no_file(tmp_path: Path) -> None:
    form = tmp_path / "data/phong-trao-moi/campaign.xlsx"
    form.parent.mkdir(parents=True)
    form.write_bytes(MINE)
    code, said = vbgen(tmp_path, "init .")
    assert (code, form.read_bytes()) == (4, MINE)
    assert "campaign.xlsx" in said
    assert not (tmp_path / "vbgen.toml").exists()
