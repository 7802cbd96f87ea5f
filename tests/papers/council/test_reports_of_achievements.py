"""Reports of achievements of persons and collectives: from data, with a body in Word, kept with the proposal."""

import re
from contextlib import chdir
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import Office, said
from tests.papers.council.council_offices import OFFICES, REPORTS, seated
from vbgen.decree import lint
from vbgen.errors import Severity
from vbgen.pages.pdf.document import texts_of


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return seated(request.param, tmp_path)


def each(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("office", names, indirect=True, ids=str)


@each(*OFFICES)
def test_a_report_is_made_of_each_row_and_linted_without_an_error(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", *REPORTS, "--json")
    assert done.code == 0, done.out + done.err
    rows = [row["nominee"] for row in office.data()["achievements"]]
    names = [Path(name).name for name in done.json["files"]]
    assert sorted(re.findall(r"[.](\w+)-phase", " ".join(names))) == sorted(rows)
    for path in office.drafted("x").parent.glob("*.docx"):
        found = [str(one) for one in lint(path).findings if one.severity is Severity.ERROR]
        assert found == [], path.name


@each(*OFFICES)
def test_every_particular_says_something_or_leaves_room_for_the_pen(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", *REPORTS).code == 0
    for path in office.drafted("x").parent.glob("*-report*.docx"):
        assert [line for line in said(path) if re.search(r": *[;.]$", line)] == [], path.name


@each(*OFFICES)
def test_reports_are_issued_with_the_proposal_that_they_go_with_and_made_again(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = office.issue(capsys, "nomination-list")
    assert issued.code == 0, issued.out + issued.err
    kept = [Path(name).name for paper in issued.json["issued"] for name in paper["files"]]
    reports = re.findall(r"-report-(\w+)[.]docx", " ".join(kept))
    assert sorted(reports) == sorted(row["nominee"] for row in office.data()["achievements"])
    for paper in issued.json["issued"]:
        with chdir(office.folder):
            again = vbgen(capsys, "register", "reissue", paper["code"], "--json")
        assert again.code == 0, again.out + again.err


@each("xa")
def test_a_person_s_report_says_who_what_and_what_was_given_before(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    data = office.data()
    data["past_awards"] = [
        {"nominee": "C1", "year": 2024, "award": "Giấy khen", "decision_number": "88/QĐ-UBND",
         "decision_date": "2024-12-20", "decided_by": "Chủ tịch Ủy ban nhân dân xã"},
        {"nominee": "C1", "year": 2023, "award": "Lao động tiên tiến", "decision_number": "12/QĐ-UBND"},
    ]  # fmt: skip
    data["initiatives"] = [
        {"nominee": "C1", "name": "Sổ tay hiến đất", "recognised_by": "xã Tân Hợp"}
    ]
    office.write(data)
    assert office.run(capsys, "draft", "person-report").code == 0
    lines = said(office.drafted("person-report.C1-phase-1"))
    assert lines[0] == "THÔN AN THỊNH"  # a thôn is no part of the people's committee
    assert lines[4:6] == ["BÁO CÁO THÀNH TÍCH", "Đề nghị tặng Giấy khen"]
    assert "- Họ và tên: HÀ THỊ SEN;" in lines
    assert "- Ngày, tháng, năm sinh: 12 tháng 4 năm 1979; giới tính: Nữ;" in lines
    assert "- Sổ tay hiến đất, xã Tân Hợp." in lines
    titles, forms = lines.index("1. Danh hiệu thi đua"), lines.index("2. Hình thức khen thưởng")
    assert lines[titles + 4 : forms] == ["2023", "Lao động tiên tiến", "12/QĐ-UBND"]
    row = ["2024", "Giấy khen", "88/QĐ-UBND ngày 20/12/2024, Chủ tịch Ủy ban nhân dân xã"]
    assert lines[forms + 4 : forms + 7] == row
    assert lines[-1] == "Hà Thị Sen"


@each("xa")
def test_what_was_done_may_be_typed_in_word_between_the_computed_parts(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.campaign / "papers").mkdir(exist_ok=True)
    document, written = docx.Document(), BytesIO()
    document.add_paragraph("Vận động được 42 hộ hiến đất, kể từ tháng 3 năm 2025.")
    document.save(written)
    (office.campaign / "papers" / "person-report.C1.docx").write_bytes(written.getvalue())
    assert office.run(capsys, "draft", "person-report").code == 0
    lines = said(office.drafted("person-report.C1-phase-1"))
    typed = lines.index("Vận động được 42 hộ hiến đất, kể từ tháng 3 năm 2025.")
    assert lines[typed - 1] == "II. THÀNH TÍCH ĐẠT ĐƯỢC"
    assert lines[typed + 1] == "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
    assert "- Họ và tên: HÀ THỊ SEN;" in lines


@each("xa")
def test_a_report_written_here_needs_no_file_in_the_dossier_and_is_counted(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.campaign / "dossiers" / "C1").mkdir(parents=True)
    (office.campaign / "dossiers" / "C1" / "bao-cao-thanh-tich.pdf").write_bytes(b"%PDF-")
    checked = office.run(capsys, "check", "--date", "2026-09-10", "--json", "--all")
    lacking = [p["message"] for p in checked.json["problems"] if p["code"] == "dossier-incomplete"]
    assert len(lacking) == 6
    assert not [
        message for message in lacking if "Hà Thị Sen" in message or "Thôn An Thịnh," in message
    ]
    assert office.run(capsys, "draft", "nomination-list").code == 0
    assert "- Báo cáo thành tích: 02 bản." in said(office.drafted("nomination-list-phase-1"))


@each("xa")
def test_reports_written_here_are_bound_for_the_members_too(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.campaign / "dossiers" / "C1").mkdir(parents=True)
    signed = office.campaign / "dossiers" / "C1" / "bao-cao-thanh-tich.docx"
    document = docx.Document()
    said = document.add_paragraph().add_run("Bản đã ký của bà Hà Thị Sen.")
    said.font.name = "Times New Roman"  # what stands in for Cambria lacks Vietnamese letters
    document.save(str(signed))
    bound = office.run(capsys, "dossiers", "--json")
    assert bound.code == 0, bound.out + bound.err
    assert (bound.json["nominees"], bound.json["papers"]) == (2, 2)
    words = " ".join(" ".join(texts_of(Path(bound.json["files"][0]))).split())
    assert (
        "Bản đã ký của bà Hà Thị Sen." in words
    )  # what is filed stands before what is written here
    assert "Vận động 42 hộ" not in words
    assert "Thôn có 210 hộ, 05 tổ tự quản." in words
