"""`vbgen lint`: its table, its files, its exit codes."""

import json
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.cli.command_line import vbgen
from tests.sample.sample_campaign import SAMPLE

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def clean(tmp_path: Path, capsys: Capture) -> Path:
    """A draft of ours, which is right."""
    vbgen(capsys, "draft", SAMPLE, "award-decision", "--phase", "1", "-o", tmp_path)
    return tmp_path / "award-decision-phase-1.docx"


@pytest.fixture
def wrong(clean: Path) -> Path:
    """The same with a left margin of 10 mm."""
    document = docx.Document(str(clean))
    document.sections[0].left_margin = Mm(10)
    document.save(str(clean.with_name("wrong.docx")))
    return clean.with_name("wrong.docx")


def test_a_right_paper_is_clean(capsys: Capture, clean: Path) -> None:
    answer = vbgen(capsys, "lint", clean)
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "award-decision-phase-1.docx",
        "  Đọc là: quyết định.",
        "",
        "1 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý.",
    ]


def test_a_decision_in_one_wrong_font_is_told_in_a_few_lines_of_eighty_letters(
    capsys: Capture, clean: Path
) -> None:
    document = docx.Document(str(clean))
    for style in document.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH and style.font.name:
            fonts = style.element.rPr.rFonts
            for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{slot}"), "Arial")
    document.sections[0].left_margin = Mm(10)
    document.save(str(clean))
    lines = vbgen(capsys, "lint", clean).out.splitlines()
    assert len(lines) < 20
    assert max(map(len, lines)) <= 80
    assert sum(clean.name in line for line in lines) == 1
    assert next(line for line in lines if "Lỗi:" in line) == "  Lỗi: lề trái 10 mm"


def test_programs_are_told_what_each_paper_was_taken_for(capsys: Capture, clean: Path) -> None:
    answer = vbgen(capsys, "lint", clean, "--json")
    [paper] = answer.json["files"][0]["papers"]
    assert (paper["kind"], paper["type"], paper["not_checked"]) == ("official", "Quyết định", [])
    assert paper["sentence"] == "Đọc là: quyết định."


def test_a_file_without_a_letter_is_no_clean_file(capsys: Capture, tmp_path: Path) -> None:
    blank = tmp_path / "blank.docx"
    docx.Document().save(str(blank))
    answer = vbgen(capsys, "lint", blank)
    assert answer.code == 2
    assert "tệp trống, không có chữ" in answer.out
    assert vbgen(capsys, "lint", blank, "--json").json["problems"][0]["code"] == "nothing-to-read"


def test_a_wrong_margin_is_told_with_article_and_remedy(capsys: Capture, wrong: Path) -> None:
    answer = vbgen(capsys, "lint", wrong, "--json")
    assert answer.code == 1
    finding = answer.json["files"][0]["findings"][0]
    assert finding["code"] == "page.margin-left"
    assert "Phụ lục I" in finding["article"]
    assert finding["mend"]


def test_fix_mends_a_copy_and_leaves_the_file(capsys: Capture, wrong: Path) -> None:
    before, target = wrong.read_bytes(), wrong.with_name("mended.docx")
    answer = vbgen(capsys, "lint", wrong, "--fix", "-o", target)
    assert answer.code == 0
    assert "Đã sửa" in answer.out
    assert wrong.read_bytes() == before
    assert vbgen(capsys, "lint", target).code == 0


def test_annotate_writes_word_comments(capsys: Capture, wrong: Path) -> None:
    target = wrong.with_name("comments.docx")
    assert vbgen(capsys, "lint", wrong, "--annotate", target).code == 1
    assert len(list(docx.Document(str(target)).comments)) >= 1


def test_sarif_is_written_for_other_tools(capsys: Capture, wrong: Path) -> None:
    target = wrong.with_name("lint.sarif")
    vbgen(capsys, "lint", wrong, "--sarif", target)
    run = json.loads(target.read_text("utf-8"))["runs"][0]
    assert run["tool"]["driver"]["name"] == "vbgen"
    assert "page.margin-left" in {result["ruleId"] for result in run["results"]}


def test_an_unreadable_file_is_named_and_the_others_are_read(capsys: Capture, clean: Path) -> None:
    other = clean.with_name("not-word.docx")
    other.write_bytes(b"abc")
    answer = vbgen(capsys, "lint", other, clean)
    assert answer.code == 2
    assert "not-word.docx" in answer.out
    assert answer.out.strip().endswith("2 tệp: 1 lỗi, 0 cảnh báo, 0 lưu ý.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Hãy ghi ít nhất một tệp .docx."),
        (["x.docx", "--fix"], "-o"),
        (["x.docx", "-o", "y.docx"], "--fix"),
    ],
)
def test_wrong_usage_is_told(capsys: Capture, arguments: list[str], sentence: str) -> None:
    answer = vbgen(capsys, "lint", *arguments)
    assert answer.code == 2
    assert sentence in answer.err


def test_an_office_switches_a_rule_off(
    capsys: Capture, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(wrong.parent)
    (wrong.parent / "vbgen.toml").write_text(
        '[lint]\noff = ["page.margin-left"]\n', encoding="utf-8"
    )
    assert vbgen(capsys, "lint", wrong).code == 0
    (wrong.parent / "vbgen.toml").write_text(
        '[lint]\noff = ["page.margin-leff"]\n', encoding="utf-8"
    )
    answer = vbgen(capsys, "lint", wrong)
    assert answer.code == 1
    assert "page.margin-leff" in answer.err


def test_what_was_mended_and_left_and_how_the_pages_look_is_told(
    capsys: Capture, wrong: Path, tmp_path: Path
) -> None:
    document = docx.Document(str(wrong))
    article = next(each for each in document.paragraphs if each.text.startswith("Điều 2"))
    article.insert_paragraph_before("Họ và tên ................, chức vụ")
    document.save(str(wrong))
    told = vbgen(capsys, "lint", wrong, "--fix", "-o", tmp_path / "mended.docx").out
    flat = " ".join(told.split())
    assert "Đã sửa 1 chỗ: lề trái từ 30 đến 35 mm (1)." in flat
    assert "vì đó là chỗ để điền" in flat
    assert "Đã xem trang in trước và sau khi sửa:" in flat
    answer = vbgen(capsys, "lint", wrong, "--fix", "-o", tmp_path / "again.docx", "--json")
    [file] = answer.json["files"]
    assert [item["code"] for item in file["mended"]] == ["page.margin-left"]
    assert {item["why"] for item in file["left"]} == {"blank"}
    assert file["narrowed"] is False
    assert file["look"]["looked"] is True
    assert file["look"]["left_out"] == []


def test_without_libreoffice_it_is_said_that_nobody_looked(
    capsys: Capture, wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VBGEN_SOFFICE", str(tmp_path / "nowhere"))
    told = vbgen(capsys, "lint", wrong, "--fix", "-o", tmp_path / "mended.docx").out
    assert "Chưa xem trang in trước và sau khi sửa:" in " ".join(told.split())
