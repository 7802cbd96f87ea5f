"""Three offices at a year's start and end: titles registered, pledges of a block, scores with ties."""

from pathlib import Path
from typing import Any

from tests.papers.agencies.offices import Office, office_of

OFFICES = ("xa", "truong", "cuc")
PAPERS = ("emulation-registration", "emulation-pledge", "score-table", "registration-results")
UNITS = {
    "xa": (
        ("AN", "Hà Thị Sen", "Trưởng thôn"),
        ("BN", "Lò Văn Biên", "Trưởng thôn"),
        ("MN", "Trịnh Thị Lan Hương", "Hiệu trưởng"),
    ),
    "truong": (
        ("A6", "Bùi Thị Nga", "Giáo viên chủ nhiệm"),
        ("B7", "Ngô Văn Thắng", "Giáo viên chủ nhiệm"),
    ),
    "cuc": (
        ("PAT", "Triệu Thị Hạnh", "Trưởng phòng"),
        ("CC", "Kiều Anh Tuấn", "Chi cục trưởng"),
        ("DN", "Hoàng Văn Chiến", "Giám đốc"),
    ),
}
BLOCKS = {
    "xa": "Khối thi đua thôn, trường",
    "truong": "Khối thi đua các lớp",
    "cuc": "Cụm thi đua số 1",
}
REGISTERED = {
    "xa": (("T1", "Giấy khen"), ("C1", "Giấy khen"), ("C4", "Lao động tiên tiến")),
    "truong": (("L1", "Giấy khen"), ("G1", "Lao động tiên tiến")),
    "cuc": (("T1", "Bằng khen của Bộ trưởng"), ("C1", "Lao động tiên tiến"), ("C2", "Giấy khen")),
}
CRITERIA = (
    {"id": "TC1", "name": "Thực hiện nhiệm vụ chuyên môn", "most_points": 60},
    {"id": "TC2", "name": "Chấp hành chủ trương, pháp luật", "most_points": 40},
    {
        "id": "TC3",
        "name": "Báo cáo chậm, hồ sơ bị trả lại",
        "most_points": 20,
        "is_deduction": True,
    },
)
GIVEN = (("58.5", "38", "5"), ("57", "37.5", "3"), ("54.5", "36.5", "0"))  # 91,5 twice: a tie


def emulating(agency: str, folder: Path) -> Office:
    """The agency's workspace with a block, and who receives its papers."""
    office = office_of(agency, folder)
    office.write(office.data() | tables(agency))
    for kind in PAPERS:
        office.address(kind)
    return office


def tables(agency: str) -> dict[str, Any]:
    """What the papers of emulation alone need."""
    units = UNITS[agency]
    return {
        "registrations": [
            {"nominee": who, "award": award, "commitment": "Hoàn thành mọi nhiệm vụ được giao"}
            for who, award in REGISTERED[agency]
        ],
        "blocks": [{"id": "K1", "name": BLOCKS[agency], "leader": units[0][0], "most_points": 100}],
        "block_members": [
            {"block": "K1", "unit": unit, "signer": signer, "position": position}
            for unit, signer, position in units
        ],
        "pledge_terms": [
            {"text": "Hoàn thành 100% nhiệm vụ được giao đúng hạn"},
            {"text": "Giúp đỡ đơn vị còn khó khăn trong khối"},
        ],
        "criteria": list(CRITERIA),
        "scores": [
            {"unit": unit, "criterion": each["id"], "self_score": score, "block_score": score}
            for (unit, *_who), scores in zip(units, GIVEN, strict=False)
            for each, score in zip(CRITERIA, scores, strict=True)
        ],
    }
