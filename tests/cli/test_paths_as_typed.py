"""A path that names nothing that could be is told before any act: no fault inside, nothing in the folder of now."""

from pathlib import Path

import pytest

from tests.cli.test_secrets_and_settings import vbgen

LONG = "x" * 300
COMMANDS = [
    ("init", "{}"),
    ("check", "{}"),
    ("draft", "data/ha-nam-2022", "-o", "{}"),
    ("draft", "{}"),
    ("form", "{}"),
    ("convert", "data/ha-nam-2022/campaign.xlsx", "{}"),
    ("convert", "{}", "y.yaml"),
    ("schema", "{}"),
    ("lint", "{}"),
    ("template", "export", "launch-notice", "-o", "{}"),
    ("register", "export", "{}"),
    ("register", "backup", "{}"),
    ("register", "import", "{}", "--agency", "SCT"),
    ("archive", "export", "--all", "-o", "{}"),
    ("archive", "import", "{}"),
    ("backup", "{}"),
    ("restore", "{}", "--workspace", "new"),
    ("archive", "verify", "--workspace", "{}"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_path_that_can_name_nothing_is_wrong_usage(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    for path in ("", " ", f"{LONG}.xlsx", LONG, "loop/a.xlsx"):
        code, said = vbgen(tmp_path, *(word.format(path) for word in command))
        assert code == 2, (path, said)
        assert "ường dẫn" in said
    assert sorted(each.name for each in tmp_path.iterdir()) == ["loop", "vbgen.toml"]


def test_a_number_that_no_sheet_can_have_is_told_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    code, said = vbgen(tmp_path, "print", "data/x", "certificate", "--only", "9" * 5000)
    assert (code, "không phải là số" in said) == (2, True), said


def test_what_is_no_bag_is_told_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    (tmp_path / "bag").mkdir()
    code, said = vbgen(tmp_path, "archive", "import", "bag")
    assert code == 2
    assert "không có tệp bagit.txt" in said
    assert "Expected" not in said
