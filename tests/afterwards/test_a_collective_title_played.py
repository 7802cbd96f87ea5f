"""“Tập thể lao động xuất sắc”, played from the members' titles to the decision, each step with its article."""

from pathlib import Path
from typing import Any

import pytest

from tests.afterwards.years import DECISION, add, confirm_sound, issued, said
from tests.cli.command_line import Answer
from tests.papers.agencies.offices import Office, office_of

TITLE, WORKER = "Tập thể lao động xuất sắc", "Lao động tiên tiến"
FIGHTER = "Chiến sĩ thi đua cơ sở"
SECTION = "Phòng Tổ chức, Sở Nội vụ"
OF_THE_DEPARTMENT = {"decision_date": "2026-07-20", "decided_by": "Giám đốc Sở Nội vụ"}


def province(folder: Path, workers: int = 7, *, fighters: int = 1, **section: Any) -> Office:  # noqa: ANN401 - cells
    """The chairman of a province decides; a department has given its people their titles of the year already."""
    office = office_of("tinh", folder)
    data = office.data()
    data["movement"] = {"name": "phong trào thi đua năm 2026", "year": 2026}
    data["agency"]["money"] = "law"
    data["awards"] = [
        {"nominee": "PTC", "award": TITLE, "merit": "hoàn thành xuất sắc nhiệm vụ năm 2026"}
    ]
    data["papers"] = [{"kind": DECISION, "signer": "ct", "year": 2026, "month": 9}]
    data["recipients"][0]["text"] = "Như Điều 3"  # the second one grants money here
    data["units"] = [{"id": "PTC", "name": SECTION, "headcount": 10}]
    office.write(data)
    row = {
        "id": "PTC",
        "kind": "collective",
        "full_name": SECTION,
        "unit": "PTC",
        "is_outside": True,
    }
    people = [
        {"id": f"N{n}", "kind": "individual", "full_name": f"Lò Văn {name}", "unit": "PTC",
         "position": "Chuyên viên", "rating": "good", "gender": "male"}
        for n, name in enumerate(("An", "Bình", "Chung", "Dũng", "Em", "Giang", "Hải", "Khánh", "Lâm", "Minh"))
    ]  # fmt: skip
    add(office, nominees=[{**row, "rating": "excellent", **section}, *people])
    given = [(n, WORKER, "61/QĐ-SNV") for n in range(workers)]
    given += [(n, FIGHTER, "62/QĐ-SNV") for n in range(fighters)]
    for n, award, number in given:
        past = {"nominee": f"N{n}", "year": 2026, "award": award, "decision_number": number}
        add(office, past_awards=[past | OF_THE_DEPARTMENT])
    return office


def told(answer: Answer) -> dict[str, dict[str, Any]]:
    """Conditions of the title that the check finds lacking, with what it says."""
    found = {each["id"]: each for each in answer.json["findings"]}
    return {name: each for name, each in found.items() if name.startswith("ttldxs")}


def test_a_section_that_meets_the_law_gets_its_title_by_decision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = province(tmp_path)
    checked = office.run(capsys, "check", "--json")
    assert told(checked) == {}
    assert "beyond-power" not in {each["id"] for each in checked.json["findings"]}
    paper = issued(office, capsys, f"{DECISION}/titles")
    code = paper["code"].replace("/", "-")
    decided = "\n".join(said(office, code, f"{DECISION}-titles"))
    assert f"danh hiệu “{TITLE}”" in decided
    assert "3.800.000 đồng" in decided
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in decided
    certificate = "\n".join(said(office, code, "certificate-titles"))
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH" in certificate
    assert f"TẶNG DANH HIỆU\n{TITLE.upper()}" in certificate
    assert SECTION.upper() in certificate.upper().replace("\n", " ")
    confirm_sound(office, capsys, paper["code"])


@pytest.mark.parametrize(
    ("lacking", "condition", "said_of_it"),
    [
        ({"workers": 6}, "ttldxs-share", "6/10 cá nhân"),
        ({"fighters": 0}, "ttldxs-fighter", FIGHTER),
        ({"rating": "good"}, "ttldxs-rating", "hoàn thành xuất sắc"),
    ],
)
def test_what_a_section_lacks_is_told_with_its_article(
    lacking: dict[str, Any],
    condition: str,
    said_of_it: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = told(province(tmp_path, **lacking).run(capsys, "check", "--json"))
    assert list(found) == [condition]
    assert said_of_it in found[condition]["message"]
    assert "Điều 27" in str(found[condition])
    assert "06/2022/QH15" in str(found[condition])


def test_a_department_may_propose_the_title_and_not_decide_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = province(tmp_path)
    data = office.data()
    data["agency"]["level"] = "provincial-department"
    office.write(data)
    checked = office.run(capsys, "check", "--json")
    beyond = [each for each in checked.json["findings"] if each["id"] == "beyond-power"]
    assert "Điều 80" in str(beyond), checked.out
