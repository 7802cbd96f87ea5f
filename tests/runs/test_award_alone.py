"""One award outside any campaign: agency, people, honour, decision and certificate, and nothing of a launch."""

from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.papers.reading import texts

ALONE = """\
agency:
  name: ỦY BAN NHÂN DÂN XÃ TÂN SƠN
  full_name: Ủy ban nhân dân xã Tân Sơn
  short_name: xã
  symbol: UBND
  drafting_unit_symbol: VP
  place: Tân Sơn
  level: commune
  head_title: Chủ tịch
  authority: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN SƠN
  bonus_source: ngân sách xã
signers:
  - {id: ct, full_name: Lò Văn Thành, position: Chủ tịch}
units:
  - {id: b3, name: Bản Hin, is_outside: true}
nominees:
  - id: k
    kind: individual
    full_name: Quàng Văn Panh
    gender: male
    position: Nông dân
    unit: b3
awards:
  - nominee: k
    award: Giấy khen
    merit: đột xuất, dũng cảm cứu người bị lũ cuốn
papers:
  - kind: award-decision
    merit: đột xuất trong cứu người bị lũ cuốn
    month: 10
    year: 2025
legal_grounds:
  - {kind: award-decision, text: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"}
recipients:
  - {kind: award-decision, text: Như Điều 3}
  - {kind: award-decision, text: "Lưu: VT"}
"""


def office(folder: Path, text: str = ALONE) -> Path:
    campaign = folder / "data" / "cuu-nguoi"
    campaign.mkdir(parents=True)
    (folder / "vbgen.toml").write_text("", "utf-8")
    (campaign / "campaign.yaml").write_text(text, "utf-8")
    return campaign


def test_forty_lines_are_enough() -> None:
    assert len(ALONE.splitlines()) <= 40


def test_it_is_checked_drafted_and_issued_without_a_launch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office(tmp_path)
    checked = vbgen(capsys, "check", campaign, "--json")
    assert checked.code == 0, checked.out
    assert "Công văn phát động" not in checked.out
    assert "launch" not in checked.out
    assert vbgen(capsys, "draft", campaign).code == 0
    drafts = tmp_path / "output" / "cuu-nguoi" / "drafts"
    assert sorted(path.stem for path in drafts.glob("*.docx")) == [
        "award-decision-phase-1",
        "certificate-phase-1",
    ]
    written = "\n".join(texts(drafts / "award-decision-phase-1.docx"))
    assert "có thành tích đột xuất trong cứu người bị lũ cuốn" in written
    assert "đợt 1" not in written.lower()
    words = ("--date", "2025-10-15", "--by", "Lan", "--yes", "--no-pdf", "--json")
    done = vbgen(capsys, "issue", campaign, "award-decision", *words)
    assert done.code == 0, done.out + done.err
    assert "01/QĐ-UBND" in done.out


def test_where_nobody_says_what_for_it_is_an_error_at_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = ALONE.replace("    merit: đột xuất trong cứu người bị lũ cuốn\n", "")
    campaign = office(tmp_path, silent)
    checked = vbgen(capsys, "check", campaign, "--json")
    assert checked.code == 1
    (found,) = [each for each in checked.json["problems"] if each["code"] == "no-merit"]
    assert "papers[0]" in str(found)
    words = ("--date", "2025-10-15", "--by", "Lan", "--yes", "--no-pdf")
    assert vbgen(capsys, "issue", campaign, "award-decision", *words).code == 1
    named = silent.replace("awards:\n", "movement: {name: phong trào cứu hộ bản làng}\nawards:\n")
    (campaign / "campaign.yaml").write_text(named, "utf-8")
    assert vbgen(capsys, "check", campaign).code == 0


def test_other_papers_of_the_campaign_do_not_hold_up_a_decision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A launch that nobody addressed yet is an error of the check, and none of the decision."""
    campaign = office(tmp_path, ALONE + "launch: {opening: Mở đầu., closing: Hết.}\n")
    assert vbgen(capsys, "check", campaign).code == 1
    words = ("--date", "2025-10-15", "--by", "Lan", "--yes", "--no-pdf")
    assert vbgen(capsys, "issue", campaign, "award-decision", *words).code == 0
