"""An office's own rules are found however its system spells the folder's name and the files' endings."""

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
