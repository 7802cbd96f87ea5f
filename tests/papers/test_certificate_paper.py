"""Sheets of another size than A4: told where the law asks for A4, and issued where it does not bind."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import HERE
from tests.sample.sample_campaign import SAMPLE
from vbgen.decree import lint


def office(tmp_path: Path, source: Path, design: str) -> Path:
    campaign = tmp_path / "data" / "x"
    campaign.mkdir(parents=True)
    shutil.copy(source / "campaign.yaml", campaign)
    shutil.copytree(HERE / "law", tmp_path / "law")
    (tmp_path / "vbgen.toml").write_text(f'[certificate]\ndesign = "{design}"\n', "utf-8")
    return campaign


@pytest.mark.parametrize(
    ("source", "design", "told"),
    [
        (SAMPLE, "chim-lac-a3", True),
        (SAMPLE, "sen-hong", True),
        (SAMPLE, "chim-lac", False),
        (HERE / "truong", "chim-lac-a3", False),
        (HERE / "truong", "sen-hong", False),
    ],
)
def test_only_who_is_bound_is_told(
    source: Path, design: str, *, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office(tmp_path, source, design)
    done = vbgen(capsys, "draft", campaign, "certificate", "--phase", "1", "--json")
    assert done.code == 0, done.out + done.err
    assert ("certificate-paper" in {each["code"] for each in done.json["problems"]}) == told
    for path in tmp_path.rglob("certificate*.docx"):
        assert [each for each in lint(path).findings if each.rule == "page.paper"] == []


def test_a_school_issues_its_certificates_on_a3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office(tmp_path, HERE / "truong", "chim-lac-a3")
    words = ("--date", "2026-09-10", "--by", "Lan", "--yes", "--json", "--no-pdf")
    done = vbgen(capsys, "issue", campaign, "award-decision", *words)
    assert done.code == 0, done.out + done.err
