"""`vbgen check` as a clerk runs it: table, JSON, report, statistics, marked workbook, history, own rules."""

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import SAMPLE, sample
from tests.vocabulary import WORDS
from vbgen.campaign import write_workbook
from vbgen.cli import run
from vbgen.decree import lint
from vbgen.papers.body.statistics import statistics
from vbgen.papers.deciding import phase_laws

Capture = pytest.CaptureFixture[str]


def vbgen(capsys: Capture, *arguments: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        run([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return int(ended.value.code or 0), said.out + said.err


def answer(capsys: Capture, *arguments: object) -> Any:  # noqa: ANN401 - whatever the command says
    return json.loads(vbgen(capsys, "check", *arguments, "--json")[1])


def copied(folder: Path, *, own: str = "", settings: str = "") -> Path:
    """A workspace with the sample campaign, its data changed as the caller likes."""
    target = folder / "data" / "phong-trao"
    target.mkdir(parents=True)
    shutil.copy(SAMPLE / "campaign.yaml", target)
    (folder / "vbgen.toml").write_text(settings, encoding="utf-8")
    if own:
        (folder / "law").mkdir()
        (folder / "law" / "quy-che.toml").write_text(own, encoding="utf-8")
    return target


def test_the_sample_is_checked_without_an_error(capsys: Capture) -> None:
    code, said = vbgen(capsys, "check", SAMPLE)
    assert code == 0
    assert "0 lỗi, 8 cảnh báo" in said


def test_programs_get_each_finding_with_rule_people_and_places(
    capsys: Capture, tmp_path: Path
) -> None:
    told = answer(capsys, copied(tmp_path))
    assert told["ok"] is True
    assert [law["day"] for law in told["laws"]] == ["2022-07-01", "2022-12-01"]
    finding = next(each for each in told["findings"] if each["id"] == "notice-against-law")
    assert finding["severity"] == "warning"
    assert finding["rule"]["source"] == "Nghị định 91/2017/NĐ-CP"
    assert (finding["rule"]["since"], finding["rule"]["until"]) == ("01/10/2017", "31/12/2023")
    assert finding["places"][0]["file"] == "campaign.yaml"
    homonyms = next(each for each in told["findings"] if each["id"] == "homonyms")
    assert len(homonyms["places"]) == len(homonyms["rows"]) == 2


def test_a_breach_that_is_proved_ends_with_code_one(capsys: Capture, tmp_path: Path) -> None:
    target = copied(tmp_path)
    path = target / "campaign.yaml"
    text = path.read_text("utf-8").replace(
        "unit: QLCN, rank: 2, rating: excellent", "unit: QLCN, rank: 2, rating: done"
    )
    path.write_text(text, encoding="utf-8")
    code, said = vbgen(capsys, "check", target)
    assert code == 1
    assert "2 lỗi" in said


def test_the_day_chooses_the_law(capsys: Capture, tmp_path: Path) -> None:
    target = copied(tmp_path)
    told = answer(capsys, target, "--date", "2026-10-01")
    assert "law-unverified" in {finding["id"] for finding in told["findings"]}
    assert told["counts"]["error"] == 0
    assert all("06/2026/QH16" in law["law"] for law in told["laws"])
    assert answer(capsys, target, "--date", "01/02/2024")["laws"][0]["day"] == "2024-02-01"


def test_an_office_s_own_rules_are_found_in_its_workspace(capsys: Capture, tmp_path: Path) -> None:
    own = '[[cap]]\nid = "cstdcs-of-ldtt"\npercent = 10\nsource = "Quy chế của Sở"\n'
    told = answer(capsys, copied(tmp_path, own=own))
    finding = next(each for each in told["findings"] if each["id"] == "legal-cap-exceeded")
    assert (finding["rule"]["origin"], finding["severity"]) == ("quy-che.toml", "error")
    assert "tối đa 06 (10%, bỏ phần lẻ)" in finding["message"]


def test_own_rules_may_stand_in_the_settings(capsys: Capture, tmp_path: Path) -> None:
    settings = '[[law.cap]]\nid = "cstdcs-of-ldtt"\nrounding = "ceil"\nsource = "Quy chế của Sở"\n'
    told = answer(capsys, copied(tmp_path, settings=settings))
    finding = next(each for each in told["findings"] if each["id"] == "legal-cap-kept")
    assert "làm tròn lên" in finding["message"]


def test_a_wrong_rule_file_is_told_and_nothing_is_checked(capsys: Capture, tmp_path: Path) -> None:
    code, said = vbgen(capsys, "check", copied(tmp_path, own='[[cap]]\nid = "x"\n'))
    assert code == 2
    assert "quy-che.toml" in said


def test_the_report_is_a_word_file_in_the_house_form(capsys: Capture, tmp_path: Path) -> None:
    report = tmp_path / "bao-cao.docx"
    code, _said = vbgen(capsys, "check", copied(tmp_path), "--report", report)
    assert code == 0
    document = docx.Document(str(report))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    assert "Kết quả kiểm tra hồ sơ khen thưởng phong trào thi đua năm 2022" in text
    assert "Đợt 1: tính theo ngày 01/07/2022" in text
    assert "6.300.000" in cells
    assert "tối đa 08 người (bỏ phần lẻ)" in cells
    assert "khoản 3 Điều 9 Nghị định số 91/2017/NĐ-CP" in cells
    assert not [finding for finding in lint(report).findings if finding.severity.value == "error"]


def test_statistics_are_a_workbook_with_charts(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "thong-ke.xlsx"
    assert vbgen(capsys, "check", copied(tmp_path), "--statistics", path)[0] == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Theo hình thức", "Theo đơn vị"]
    rows = list(book["Theo hình thức"].iter_rows(min_row=4, values_only=True))
    assert rows[0][:8] == (1, "Chiến sĩ thi đua cơ sở", 0, 9, 9, 4, 5, 5)
    assert next(row for row in rows if row[1] == "Tổng cộng (lượt đã khen)")[2:5] == (13, 91, 104)
    with ZipFile(path) as package:
        assert sum(name.startswith("xl/charts/chart") for name in package.namelist()) == 2


def test_the_same_statistics_give_the_same_bytes(capsys: Capture, tmp_path: Path) -> None:
    target = copied(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        vbgen(capsys, "check", target, "--statistics", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_findings_are_marked_in_a_copy_of_the_workbook(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "data" / "phong-trao"
    target.mkdir(parents=True)
    write_workbook(sample(), target / "campaign.xlsx", WORDS)
    out = tmp_path / "xem-lai.xlsx"
    assert vbgen(capsys, "check", target, "--annotate", out)[0] == 0
    book = openpyxl.load_workbook(out)
    comments = [
        cell.comment.text
        for row in book["Cá nhân, tập thể"].iter_rows()
        for cell in row
        if cell.comment
    ]
    assert sum("trùng họ tên" in text for text in comments) == 4  # both of both pairs


def test_a_list_of_earlier_awards_is_asked(capsys: Capture, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Cán bộ", "Năm", "Hình thức"])
    book.worksheets[0].append(["Trương Văn Bính", 2022, "Giấy khen"])
    path = tmp_path / "da-khen.xlsx"
    book.save(path)
    target = copied(tmp_path)
    told = answer(capsys, target, "--history", path, "--history-columns", "full_name=Cán bộ")
    assert "already-awarded" in {finding["id"] for finding in told["findings"]}
    code, said = vbgen(capsys, "check", target, "--history", path, "--history-columns", "name=A")
    assert code == 2
    assert "không có trường “name”" in said


def test_the_data_of_the_proposal_are_compared(capsys: Capture, tmp_path: Path) -> None:
    target = copied(tmp_path)
    path = target / "campaign.yaml"
    path.write_text(
        path.read_text("utf-8").replace("Trương Văn Bính", "Trương Văn Bình"), encoding="utf-8"
    )
    told = answer(capsys, target, "--against", SAMPLE)
    changed = [
        finding for finding in told["findings"] if finding["id"] == "changed-since-nomination"
    ]
    assert ["nay là “Trương Văn Bình”" in finding["message"] for finding in changed] == [True]


def test_drafting_does_not_make_the_report_of_a_check(capsys: Capture, tmp_path: Path) -> None:
    code, said = vbgen(capsys, "draft", copied(tmp_path), "check-report", "-o", tmp_path / "out")
    assert code == 0
    assert "--report" in said
    assert not list((tmp_path / "out").glob("*.docx"))


def test_the_sample_s_statistics_count_leaders_women_and_each_subject_once() -> None:
    found = statistics(sample(), phase_laws(sample(), law_on(2022, 12, 1)))
    by_name = {row.name: row for row in found.honours}
    workers = by_name["Lao động tiên tiến"]
    assert (workers.individuals, workers.leaders, workers.direct) == (60, 20, 40)
    assert workers.women_share == "51,7%"
    assert (found.total.total, found.subjects.collectives, found.subjects.individuals) == (
        104,
        9,
        60,
    )
    assert found.proposed[0].name == "Cờ thi đua của Ủy ban nhân dân tỉnh"
    assert sum(row.individuals for row in found.units) == found.total.individuals


def test_a_report_waits_until_the_data_are_right(capsys: Capture, tmp_path: Path) -> None:
    target = copied(tmp_path)
    path = target / "campaign.yaml"
    path.write_text(
        path.read_text("utf-8")
        .replace('award: "Giấy khen"', "award: 5.5.5x", 1)
        .replace("unit: VP", "unit: XX", 1),
        encoding="utf-8",
    )
    report = tmp_path / "bao-cao.docx"
    code, said = vbgen(capsys, "check", target, "--report", report)
    assert code == 1
    assert not report.exists()
    assert "vì dữ liệu còn lỗi" in said.replace("\n", " ")
