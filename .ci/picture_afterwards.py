"""Issue what follows a decision, in an office of the tests, into a folder as PDF: what the guide's pictures show."""

import shutil
import sys
import tempfile
from pathlib import Path

from picture_command import vbgen

from tests.afterwards.years import add, rename
from tests.papers.agencies.offices import Office, office_of

CODE = "01/QĐ-UBND"
STEPS = (
    ("08 giờ 00 - 08 giờ 15", "Chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Ban Tổ chức"),
    ("08 giờ 15 - 09 giờ 00", "Báo cáo tổng kết phong trào", "Trưởng phòng Văn hóa - Xã hội"),
    ("09 giờ 00 - 09 giờ 30", "Công bố quyết định, trao tặng khen thưởng", "Chủ tịch"),
)


def issue(office: Office, kind: str) -> None:
    """A paper issued, with agreement to what is doubtful."""
    vbgen("issue", office.campaign, kind, "--date", "2026-09-10", "--by", "Lan", "--yes", "--pdf")


def decided(office: Office) -> None:
    """The decision, with who pays, the ceremony, and other movements of the year."""
    place = "Hội trường Ủy ban nhân dân xã"
    ceremony = {"name": "Hội nghị tổng kết phong trào thi đua", "start": "2026-09-20 08:00"}
    ceremony |= {"place": place, "presider": "Ông Nông Quốc Thịnh, Chủ tịch", "on_stage": 4}
    kinds = ("ceremony-programme", "award-confirmation", "year-statistics")
    add(
        office,
        payouts=[{"prepared_by": "Hà Thị Mận", "accountant": "Lý Thị Hoa", "cashier": "Đinh Khoa"}],
        ceremonies=[ceremony],
        ceremony_steps=[{"time": at, "content": what, "by": by} for at, what, by in STEPS],
        launched=[
            {"name": "phong trào “Cải cách hành chính”", "start": "2021-01-01", "end": "2025-12-31"}
        ],
        confirmations=[{"id": "XN1", "certificate": f"{CODE}:7", "is_remade": True}],
        recipients=[
            {"kind": kind, "text": text} for kind in kinds for text in ("Các thôn", "Lưu: VT")
        ],
    )


def changed(office: Office) -> None:
    """One wrong name amended, one slip of form corrected."""
    old = rename(office, "C2", "Quách Đình Tú")
    name = {
        "paper": CODE,
        "change": "amend",
        "part": "name",
        "place": "số thứ tự 2 mục IV Danh sách",
    }
    slip = {"paper": CODE, "change": "correct", "part": "recipients", "place": "nơi nhận"}
    add(
        office,
        changes=[
            name | {"wrong": old, "right": "Quách Đình Tú", "nominee": "C2"},
            slip | {"wrong": "Lưu: VT, VHXH", "right": "Lưu: VT, VP"},
        ],
    )


with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
    office, target = office_of("xa", Path(folder)), Path(sys.argv[1])
    decided(office)
    for kind in ("award-decision", "ceremony-programme", "award-extract/BN", "award-confirmation"):
        issue(office, kind)
    changed(office)
    for kind in ("amending-decision", "correction-letter", "year-statistics"):
        issue(office, kind)
    for path in (office.folder / "output" / "xa" / "issued").glob("*.pdf"):
        shutil.copy(
            path, target / f"after-{path.stem.split('UBND-', 1)[-1].removeprefix('VP-')}.pdf"
        )
    hospital = office_of("benh-vien", Path(other))
    vbgen("draft", hospital.campaign, "certificate", "--pdf", "-o", target / "titles")
