"""What would stop the making of certificates is told before a number is taken."""

import shutil
from pathlib import Path

import pytest

from tests.register.issuing_desks import ROOT, SAMPLE
from tests.register.test_issue_command import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    return Office(tmp_path)


def test_a_sign_that_the_font_lacks_is_told_before_a_number_is_taken(office: Office) -> None:
    folder = office.folder / "data" / "ha-nam-2022"
    (folder / "campaign.xlsx").unlink()
    source = folder / "campaign.yaml"
    text = source.read_text("utf-8")
    assert "dẫn đầu về hỗ trợ" in text
    source.write_text(text.replace("dẫn đầu về hỗ trợ", "dẫn đầu ✓ về hỗ trợ"), "utf-8")
    refused = office.issue("award-decision", "2022-07-05", "--phase", "1", "--yes", code=1)
    errors = [each for each in refused["problems"] if each["severity"] == "error"]
    assert {each["code"] for each in errors} == {"certificate-sign"}
    assert all(each["place"].get("cell") or each["place"].get("path") for each in errors)
    said = f"> {refused['problems'][0]['message']} {refused['problems'][0]['hint']}"
    assert said in (ROOT / "docs" / "vi" / "loi-thuong-gap.md").read_text("utf-8").splitlines()
    assert office.ask("register", "list")["entries"] == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("VBGEN_WORKERS", "nhiều", "VBGEN_WORKERS"),
        ("VBGEN_CLUSTER", "máy-1:8786", "tcp://"),
    ],
)
def test_workers_that_are_not_there_are_told_before_a_number_is_taken(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    refused = office.issue("award-decision", "2022-07-05", "--phase", "1", "--yes", "--pdf", code=2)
    assert said in refused["message"]
    assert office.ask("register", "list")["entries"] == []
