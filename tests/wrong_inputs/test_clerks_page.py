"""The clerk's page of common errors quotes what the commands say, word for word."""

import re
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.wrong_inputs.test_wrong_inputs import ROWS
from tests.wrong_inputs.wrong_office import office
from tests.wrong_inputs.wrong_row import told
from vbgen.cli import run

PAGE = Path(__file__).parents[2] / "docs" / "vi" / "loi-thuong-gap.md"
GUIDE = PAGE.with_name("README.md")
QUOTED = re.findall(r"^> (.+)$", PAGE.read_text("utf-8"), re.MULTILINE)
SHOWN = (  # the rows that the page is about
    "no such day", "an end before its start", "words for a number", "a misspelt choice", "an unknown unit",
    "an id twice",
    "papers with an unknown honour", "a required cell is empty", "#N/A", "a formula never computed", "a bell in a name",
    "an old workbook", "a locked workbook", "a workbook with macros", "half a workbook", "no such folder",
    "two files that differ", "a unit says otherwise", "a name that is none", "a block not closed", "an old Word file",
    "a fragment that is none", "settings that are no TOML", "an emblem that is none", "a file for the folder of drafts",
    "a mended copy over its source",
)  # fmt: skip
ELSEWHERE = (  # held by tests of their own
    "Không tìm thấy LibreOffice", "Chương trình gặp lỗi bên trong",
    "Giấy khen của Trung tâm", "Số 01/QĐ-SCT vẫn được giữ", "Văn bản chưa đúng thể thức", "Chỗ trống chưa ai điền",
    "Có điều cần xác nhận", "Đồng hồ của máy đang chỉ",
)  # fmt: skip


@pytest.fixture(scope="module")
def everything_told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the rows of the page say, one sentence a line."""
    said: list[str] = []
    for row in ROWS:
        if row.id in SHOWN:
            said += _told(row.id, tmp_path_factory.mktemp("row"))
    return "\n".join(said)


def _told(wanted: str, folder: Path) -> list[str]:
    row = next(row for row in ROWS if row.id == wanted)
    root, out = office(folder / "ws"), StringIO()
    row.spoil(root)

    with chdir(root), redirect_stdout(out), pytest.raises(SystemExit):
        run([*row.arguments, "--json"])
    return [each.replace(f"{root}/", "") for each in told(out.getvalue())]


@pytest.mark.parametrize("sentence", [each for each in QUOTED if not each.startswith(ELSEWHERE)])
def test_a_quoted_message_is_what_a_command_says(sentence: str, everything_told: str) -> None:
    assert sentence in everything_told


def test_no_quotation_is_cut_short() -> None:
    for sentence in QUOTED:
        assert sentence.endswith((".", "?")), sentence
        assert sentence.count("“") == sentence.count("”"), sentence


def test_the_guide_leads_to_the_page() -> None:
    assert PAGE.name in GUIDE.read_text("utf-8")
