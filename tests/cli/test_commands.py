"""The commands: what they answer, with which exit code, in which language."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.command_line import vbgen
from tests.sample.sample_campaign import SAMPLE
from vbgen.cli import run
from vbgen.cli.app import app
from vbgen.messages import use_language

Capture = pytest.CaptureFixture[str]


def test_help_speaks_vietnamese_and_lists_the_commands(capsys: Capture) -> None:
    answer = vbgen(capsys, "--help")
    assert answer.code == 0
    assert answer.out.startswith("Cách dùng: vbgen [TÙY CHỌN] LỆNH")
    for command in ("init", "check", "draft", "template"):
        assert f"\n  {command} " in answer.out


@pytest.mark.parametrize(("group", "listed"), [((), "draft"), (("register",), "list")])
def test_a_group_by_itself_shows_what_it_has(
    capsys: Capture, group: tuple[str, ...], listed: str
) -> None:
    answer = vbgen(capsys, *group)
    assert answer.code == 2
    assert f"\n  {listed} " in answer.err


def test_help_speaks_english_when_asked(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vbgen(capsys, "--lang", "en", "draft", "--help").out.startswith("Usage: vbgen draft")
    monkeypatch.setenv("VBGEN_LANG", "en")
    assert vbgen(capsys, "--help").out.startswith("Usage: vbgen")


ENGLISH = re.compile(
    r"required|default|Usage|Options|Commands|OPTIONS|COMMAND|ARGS"
    r"|CAMPAIGN|KIND|DIR\b|FILE|WHO|SOURCE|TARGET|FOLDER|x[<>]="
)
VIETNAMESE = re.compile(
    r"\b(?!QĐ)[A-Z_]*[À-ỸĐ][A-ZÀ-ỸĐ_]+\b|bắt buộc|mặc định|Cách dùng|Tùy chọn|Lệnh"
)


def _helps(group: click.Group, path: str = "vbgen") -> Iterator[tuple[str, str]]:
    """Every command below and what its help says."""
    for name, command in group.commands.items():
        yield (
            f"{path} {name}",
            command.get_help(command.context_class(command, info_name=f"{path} {name}")),
        )
        if isinstance(command, click.Group):
            yield from _helps(command, f"{path} {name}")


@pytest.mark.parametrize(("language", "foreign"), [("vi", ENGLISH), ("en", VIETNAMESE)])
def test_the_words_around_every_help_are_of_one_language(
    language: str, foreign: re.Pattern[str]
) -> None:
    use_language(language)
    try:
        found = {command: foreign.findall(text) for command, text in _helps(app())}
    finally:
        use_language("vi")
    assert len(found) > 30
    assert {command: words for command, words in found.items() if words} == {}


def test_help_says_what_must_be_given_and_within_which_bounds(capsys: Capture) -> None:
    issue = vbgen(capsys, "issue", "--help").out
    assert "Ngày của văn bản.  [bắt buộc]" in issue
    assert "Số lượng bản.  [từ 1 đến 999999999]" in issue
    printing = vbgen(capsys, "print", "--help").out
    assert "Số bản mỗi tờ.  [từ 1 đến 99]" in printing
    assert "600 giây.  [từ 1 trở lên]" in printing
    assert "[required]" in vbgen(capsys, "--lang", "en", "issue", "--help").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["draf"], "Không có lệnh “draf”. Các lệnh: init"),
        (["draft"], "Thiếu PHONG_TRÀO."),
        (["draft", "--pdff", "x"], "Không có tùy chọn “--pdff”. Có phải là “--pdf”?"),
        (["draft", "x", "--phase", "một"], "Giá trị của --phase không dùng được"),
        (["draft", "x", "--phase"], "Tùy chọn “--phase” dùng chưa đúng"),
        (["draft", SAMPLE, "certifcate"], "Có phải là “certificate”?"),
        (["draft", SAMPLE, "--phase", "7"], "Phong trào không có đợt 7; các đợt: 1, 2."),
        (["template", "preview", "certifcate"], "Có phải là “certificate”?"),
        (["convert", SAMPLE / "campaign.yaml", "x.docx"], "Chỉ ghi được tệp .xlsx hoặc .yaml"),
    ],
)
def test_wrong_usage_is_told_with_the_way_out(
    capsys: Capture, arguments: list[object], sentence: str
) -> None:
    answer = vbgen(capsys, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.err


def test_a_missing_campaign_is_told(capsys: Capture) -> None:
    answer = vbgen(capsys, "draft", "khong-co")
    assert answer.code == 2
    assert "khong-co: không có thư mục này; hãy kiểm tra" in answer.err


def test_draft_writes_what_it_names(capsys: Capture, tmp_path: Path) -> None:
    answer = vbgen(
        capsys, "draft", SAMPLE, "award-decision", "--phase", "2", "-o", tmp_path, "--json"
    )
    assert answer.code == 0
    assert [Path(name).name for name in answer.json["files"]] == [
        "award-decision-phase-2.docx",
        "award-decision.titles-phase-2.docx",
    ]
    made = sorted(path.name for path in tmp_path.glob("[!.]*"))
    assert made == sorted(Path(name).name for name in answer.json["files"])


def test_drafts_go_to_the_output_folder_of_the_workspace(capsys: Capture, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert vbgen(capsys, "init", workspace).code == 0
    assert vbgen(capsys, "draft", workspace / "data" / "ha-nam-2022", "launch-notice").code == 0
    assert (workspace / "output" / "ha-nam-2022" / "drafts" / "launch-notice.docx").is_file()


def test_draft_makes_a_pdf_beside_each_word_file(capsys: Capture, tmp_path: Path) -> None:
    answer = vbgen(capsys, "draft", SAMPLE, "launch-notice", "--pdf", "-o", tmp_path)
    assert answer.code == 0
    assert (tmp_path / "launch-notice.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_the_word_files_stand_and_the_package_is_named(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VBGEN_SOFFICE", str(tmp_path / "soffice"))
    answer = vbgen(capsys, "draft", SAMPLE, "launch-notice", "--pdf", "-o", tmp_path)
    assert answer.code == 5
    assert "LibreOffice" in answer.err
    assert (tmp_path / "launch-notice.docx").is_file()


def test_a_kind_without_data_is_noted_and_nothing_fails(capsys: Capture, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    vbgen(capsys, "init", workspace)
    campaign = workspace / "data" / "ha-nam-2022" / "campaign.yaml"
    vbgen(capsys, "convert", campaign.with_suffix(".xlsx"), campaign)
    text = campaign.read_text("utf-8")
    start, end = text.index("\nawards:"), text.index("\npapers:")
    campaign.write_text(text[:start] + text[end:], encoding="utf-8")
    campaign.with_suffix(".xlsx").unlink()
    answer = vbgen(capsys, "draft", campaign.parent, "certificate", "--json")
    assert (answer.code, answer.json["files"]) == (0, [])
    assert (
        "Chưa có số liệu cho “Giấy khen”"
        in [problem["message"] for problem in answer.json["problems"]][-1]
    )


def test_init_refuses_a_folder_that_is_in_use(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text("", encoding="utf-8")
    answer = vbgen(capsys, "init", tmp_path)
    assert answer.code == 4
    assert "hãy chọn một thư mục khác" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["vbgen.toml"]


def test_a_folder_that_cannot_be_written_leaves_nothing_half_done(
    capsys: Capture, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    answer = vbgen(capsys, "draft", SAMPLE, "launch-notice", "-o", blocked)
    assert answer.code == 4
    assert "Không ghi được" in answer.err
    assert "tệp ở chỗ của thư mục" in answer.err
    assert "Word hoặc Excel" not in answer.err


def test_unreadable_settings_are_told_with_their_file(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for text in ("[certificate", "[nothing]\n"):
        (tmp_path / "vbgen.toml").write_text(text, encoding="utf-8")
        answer = vbgen(capsys, "draft", tmp_path / "data")
        assert answer.code == 2
        assert "vbgen.toml" in answer.err


def test_template_check_finds_no_fault_in_the_shipped_templates(capsys: Capture) -> None:
    answer = vbgen(capsys, "template", "check", "--verify", "--json")
    assert (answer.code, answer.json["problems"]) == (0, [])
    assert len(answer.json["checked"]) >= 6


def test_template_fields_lists_names_with_titles(capsys: Capture) -> None:
    names = {
        row["name"]: row
        for row in vbgen(capsys, "template", "fields", "council-minutes", "--json").json["names"]
    }
    assert names["minutes.opening"]["title"] == "Thời gian bắt đầu"
    assert "thân văn bản" in names["minutes.opening"]["places"][0]
    everything = vbgen(capsys, "template", "fields", "--json").json["names"]
    assert {"agency.name", "awards.groups[].entries[].addressed_name"} <= {
        row["name"] for row in everything
    }


def test_template_preview_fills_the_sample(capsys: Capture, tmp_path: Path) -> None:
    answer = vbgen(capsys, "template", "preview", "certificate", "--phase", "1", "-o", tmp_path)
    assert answer.code == 0
    assert (tmp_path / "certificate-phase-1.docx").is_file()


def test_a_fault_of_our_own_becomes_a_sentence_and_a_report(capsys: Capture) -> None:
    def broken() -> click.Group:
        raise ZeroDivisionError

    with pytest.raises(SystemExit) as ended:
        run(["check"], commands=broken)
    said = capsys.readouterr().err
    assert ended.value.code == 70
    assert "Chương trình gặp lỗi bên trong (ZeroDivisionError)" in said
    report = Path(said.split("Hãy gửi tệp ")[1].split(" cho ")[0])
    assert "ZeroDivisionError" in report.read_text("utf-8")
    report.unlink()


def test_no_progress_bar_where_there_is_no_terminal(capsys: Capture, tmp_path: Path) -> None:
    answer = vbgen(capsys, "draft", SAMPLE, "launch-notice", "-o", tmp_path)
    assert "\x1b" not in answer.out + answer.err
    assert "100%" not in answer.err
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["launch-notice.docx"]
