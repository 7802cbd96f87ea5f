"""A phase with its council, typed as little as it takes: proposed, voted on, decided, from an empty form."""

from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.papers.reading import texts
from tests.runs.test_first_paper import FIRST, Typed, count, office_with

MOST_FOR_A_PHASE = 63  # a third of what 0.1 asked for
COUNCIL_PHASE: Typed = {
    "Bắt đầu": FIRST,
    "Danh sách": {
        "B+1": "Tập thể",
        "D+1": "Thôn Nội",
        "H+1": "Giấy khen",
        "I+1": "xuất sắc trong phong trào thi đua năm 2026",
        "J+1": 5,
        "D+2": "Trần Thị Bình",
        "E+2": "Trưởng thôn Nội",
        "H+2": "Giấy khen",
        "I+2": "xuất sắc trong phong trào thi đua năm 2026",
        "J+2": 5,
        "O+2": "Nữ",
        "D+3": "Lê Văn Cường",
        "E+3": "Công chức",
        "H+3": "Giấy khen",
        "I+3": "xuất sắc trong phong trào thi đua năm 2026",
        "J+3": 4,
        "O+3": "Nam",
    },
    "Hội đồng": {
        "B+1": "Nguyễn Văn An", "C+1": "Chủ tịch", "D+1": "Chủ tịch",
        "B+2": "Bùi Thị Lan", "C+2": "Chánh Văn phòng", "D+2": "Ủy viên, Thư ký",
        "B+3": "Ngô Văn Minh", "C+3": "Chủ tịch Mặt trận Tổ quốc",
        "B+4": "Đinh Thị Nga", "C+4": "Chủ tịch Hội Liên hiệp Phụ nữ",
        "B+5": "Lý Văn Phú", "C+5": "Bí thư Đoàn xã",
    },
    "Họp Hội đồng": {
        "B+1": "28/8/2026 08:00", "C+1": "28/8/2026 09:30", "D+1": "Phòng họp",
        "N+1": "Các thành viên nhất trí với danh sách đề nghị.",
    },
    "Nơi nhận": {"B+1": "Lưu: VT, VP"},
}  # fmt: skip


@pytest.fixture
def campaign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = office_with(tmp_path / "w", capsys, COUNCIL_PHASE)
    done = vbgen(capsys, "award", folder, "--date", "2026-09-05", "--json")
    assert done.code == 0, done.out
    return folder


def paper(campaign: Path, name: str) -> list[str]:
    return texts(campaign.parents[1] / "output" / campaign.name / "drafts" / f"{name}-phase-1.docx")


def test_a_phase_with_its_council_is_told_in_a_third_of_the_cells_that_0_1_asked_for() -> None:
    assert count(COUNCIL_PHASE) <= MOST_FOR_A_PHASE


def test_nothing_more_is_asked_for_and_every_paper_of_the_phase_is_made(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = vbgen(capsys, "check", campaign, "--date", "2026-09-05", "--json")
    drafted = vbgen(capsys, "draft", campaign, "--json")
    assert checked.json["counts"]["error"] == 0, checked.out
    assert sorted(Path(each).name for each in drafted.json["files"]) == [
        "award-decision-phase-1.docx",
        "certificate-phase-1.docx",
        "council-minutes-phase-1.docx",
        "nomination-list-phase-1.docx",
    ]
    for kind, day in (
        ("nomination-list", "2026-08-20"),
        ("council-minutes", "2026-08-28"),
        ("award-decision", "2026-09-05"),
    ):
        words = ("--date", day, "--yes", "--no-pdf", "--json")
        issued = vbgen(capsys, "issue", campaign, kind, *words)
        assert issued.code == 0, issued.out


def test_the_chair_signs_for_the_council_and_its_proposal_goes_to_the_head(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vbgen(capsys, "draft", campaign, "nomination-list").code == 0
    said = paper(campaign, "nomination-list")
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân xã An Nội" in " ".join(said)
    signed = said[said.index("Nơi nhận:") :]
    below = " ".join(line for line in signed if not line.startswith("-")).replace("\xa0", " ")
    assert "TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG CHỦ TỊCH" in below
    assert "Nguyễn Văn An" in below


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("nomination-list", ["- Như trên;", "- Lưu: VT, VP."]),
        ("council-minutes", ["- Lưu: VT, VP."]),
        ("award-decision", ["- Như Điều 3;", "- Lưu: VT, VP."]),
    ],
)
def test_one_row_without_a_kind_stands_under_every_paper(
    name: str, lines: list[str], campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vbgen(capsys, "draft", campaign, name).code == 0
    said = paper(campaign, name)
    at = said.index("Nơi nhận:")
    assert said[at + 1 : at + 1 + len(lines)] == lines
