"""An office's own rules are found however its system spells the folder's name and the files' endings."""

import json
from pathlib import Path

import pytest

from tests.cli.test_secrets_and_settings import vbgen


@pytest.mark.parametrize("name", ["law/a.toml", "Law/a.toml", "LAW/A.TOML", "law/a.Toml"])
def test_a_rule_without_its_source_is_refused_wherever_it_lies(tmp_path: Path, name: str) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    (tmp_path / "data").mkdir()
    rules = tmp_path / name
    rules.parent.mkdir()
    rules.write_text('[[vote]]\nid = "majority"\npercent = 60\n', "utf-8")
    code, said = vbgen(tmp_path, "check", "data")
    assert code == 2, said
    assert rules.name in said
    assert "source" in said


RULE = '[[vote]]\nid = "majority"\npercent = 66.67\nsource = "Quy chế"\n'


def workspace_with(root: Path, *names: str) -> Path:
    """A workspace with a campaign that cannot be read far, and the same rule under each name."""
    (root / "vbgen.toml").write_text("", "utf-8")
    (root / "data" / "thi-dua").mkdir(parents=True)
    (root / "data" / "thi-dua" / "campaign.yaml").write_text("movement: {}\n", "utf-8")
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE, "utf-8")
    return root


def unread(root: Path) -> dict[str, dict[str, str]]:
    """What `check --json` says of rules that are not read, by file."""
    _code, said = vbgen(root, "check", "data/thi-dua", "--json")
    found = json.loads(said[said.index("{") :])["problems"]
    return {one["place"]["file"]: one for one in found if one["code"] == "rules-not-read"}


@pytest.mark.parametrize(
    "name",
    [
        "law/sub/x.toml",
        "law/sub/deeper/x.toml",
        "law/x.toml.txt",
        "law/X.TOML.TXT",
        "law/x.txt",
        "law/x.toml.bak",
        "law.toml",
        "Law.toml.txt",
        "luật.toml",
        "law",
        "data/law/x.toml",
        "data/thi-dua/law/x.toml",
        "templates/Law/x.toml.txt",
        "laws/x.toml",
        "Luật/x.toml",
    ],
)
def test_rules_that_are_not_read_are_said_with_the_way_out(tmp_path: Path, name: str) -> None:
    found = unread(workspace_with(tmp_path, name))
    assert list(found) == [name]
    assert found[name]["severity"] == "warning"
    assert ".toml" in found[name]["hint"].casefold()


def test_the_name_that_an_editor_lengthened_is_asked_about(tmp_path: Path) -> None:
    found = unread(workspace_with(tmp_path, "law/quy-che.toml.txt"))
    assert "Có phải là “quy-che.toml”?" in found["law/quy-che.toml.txt"]["hint"]


@pytest.mark.parametrize("target", ["nowhere", "a-file"])
def test_a_link_that_is_no_folder_is_said(tmp_path: Path, target: str) -> None:
    workspace_with(tmp_path)
    (tmp_path / "a-file").write_text(RULE, "utf-8")
    (tmp_path / "law").symlink_to(tmp_path / target)
    assert list(unread(tmp_path)) == ["law"]


def test_a_folder_of_rules_linked_into_it_is_said(tmp_path: Path) -> None:
    workspace_with(tmp_path, "shared/x.toml", "law/y.toml")
    (tmp_path / "law" / "linked").symlink_to(tmp_path / "shared")
    assert list(unread(tmp_path)) == ["law/linked"]


def test_what_is_read_and_what_a_system_left_is_passed_over(tmp_path: Path) -> None:
    workspace_with(tmp_path, "law/x.toml", "law/.DS_Store", "law/sub/Thumbs.db", "rules/x.toml")
    assert unread(tmp_path) == {}


def test_the_keeper_is_told_too(tmp_path: Path) -> None:
    _code, said = vbgen(workspace_with(tmp_path, "law.toml"), "doctor", "--json")
    assert "rules-not-read" in said
