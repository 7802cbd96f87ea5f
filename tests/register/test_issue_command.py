"""`vbgen issue` and `vbgen register`, as a clerk runs them."""

import json
import os
import re
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import Workbook, load_workbook

from tests.register.issuing_desks import ROOT, SAMPLE
from tests.word.custom_properties import properties_of
from vbgen.archive.store import digest_of
from vbgen.cli import run
from vbgen.pages.pdf.archival import archival_problems
from vbgen.word.reading.plain import plain_text


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Office:
    """A workspace with the sample campaign."""

    folder: Path
    database: str = ""
    soffice: str = ""

    @property
    def campaign(self) -> str:
        return str(self.folder / "data" / "ha-nam-2022")

    def run(self, *arguments: str) -> Done:
        """The command, run in this process: twenty starts of Python take longer than the work."""
        out, err, before = StringIO(), StringIO(), dict(os.environ)
        os.environ.update({"VBGEN_BY": "Lan", "VBGEN_LANG": "vi"})
        os.environ.update({"VBGEN_DATABASE": self.database} if self.database else {})
        os.environ.update({"VBGEN_SOFFICE": self.soffice} if self.soffice else {})
        try:
            with (
                chdir(self.folder),
                redirect_stdout(out),
                redirect_stderr(err),
                pytest.raises(SystemExit) as ended,
            ):
                run(arguments)
        finally:
            os.environ.clear()
            os.environ.update(before)
        return Done(int(str(ended.value.code)), out.getvalue(), err.getvalue())

    def ask(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        done = self.run(*arguments, "--json")
        assert done.returncode == code, done.stdout + done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def issue(self, kind: str, day: str, *more: str, code: int = 0) -> dict[str, Any]:
        """Issued with every doubt agreed to; the sample's notice has the slip of the real one, which is let pass."""
        copies = [] if "--pdf" in more else ["--no-pdf"]
        slip = ["--accept-form-errors", "recipient.as-above", "--reason", "theo bản gốc"]
        slips = slip if kind == "launch-notice" else []
        return self.ask(
            "issue", self.campaign, kind, "--date", day, *copies, "--yes", *slips, *more, code=code
        )

    def paper(self, name: str) -> bytes:
        return (self.folder / "output" / "ha-nam-2022" / "issued" / name).read_bytes()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    (tmp_path / "vbgen.toml").write_text(
        "[numbering]\nstart = { van-ban-di = { 2022 = 7 } }\n", "utf-8"
    )
    return Office(tmp_path)


def test_a_year_of_papers_is_issued_searched_corrected_and_proved(office: Office) -> None:
    [notice] = office.issue("launch-notice", "2022-03-15")["issued"]
    assert notice["code"] == "07/SCT-VP"
    text = plain_text(office.paper("07-SCT-VP-launch-notice.docx"))
    assert "Số: 07/SCT-VP\nHà Nam, ngày 15 tháng 3 năm 2022" in text
    decision_is_issued_with_its_certificates(office)
    doubts_are_asked(office)
    changes_are_shown(office)
    books_are_written(office)
    done = office.run("register", "reissue", "08/QĐ-SCT")
    assert (done.returncode, "dựng lại giống hệt bản lưu" in done.stdout) == (0, True)
    assert office.run("archive", "verify").returncode == 0


def decision_is_issued_with_its_certificates(office: Office) -> None:
    [decision] = office.issue("award-decision", "2022-07-05", "--phase", "1", "--signer", "pgd")[
        "issued"
    ]
    assert (decision["code"], decision["golden_numbers"]) == ("08/QĐ-SCT", list(range(1, 13)))
    main, certificates = (
        office.paper(f"08-QĐ-SCT-{name}.docx") for name in ("award-decision", "certificate")
    )
    text = plain_text(main)
    assert "Số: 08/QĐ-SCT" in text
    assert "Hà Nam, ngày 05 tháng 7 năm 2022" in text
    assert "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC" in text
    assert (
        text.count("(Kèm theo Quyết định số 08/QĐ-SCT ngày 05 tháng 7 năm 2022 của Giám đốc") == 2
    )
    printed = plain_text(certificates)
    assert [
        re.search(rf"^Số sổ vàng:\t? {number}$", printed, re.MULTILINE) is not None
        for number in range(1, 14)
    ] == [True] * 12 + [False]
    properties = properties_of(main)
    assert (properties["CodeNumber"], properties["CodeNotation"]) == ("08", "QĐ-SCT")
    assert properties["SignerInfo.FullName"] == "Phạm Hữu Khải"
    assert properties_of(certificates)["TypeName"] == "Giấy khen"
    assert docx.Document(
        str(next((office.folder / "output").rglob("*award-decision.docx")))
    ).paragraphs


def doubts_are_asked(office: Office) -> None:
    summary_of_phase = ("issue", office.campaign, "phase-summary", "--phase", "1", "--no-pdf")
    refused = office.ask(*summary_of_phase, "--date", "2022-07-01", code=1)
    assert [problem["code"] for problem in refused["problems"]] == [
        "day-before-last",
        "day-long-past",
    ]
    assert "--yes" in refused["message"]
    [summary] = office.issue("phase-summary", "2022-07-01", "--phase", "1", "--yes")["issued"]
    assert summary["code"] == "09/BC-SCT"
    again = office.issue("phase-summary", "2022-07-20", "--phase", "1", code=1)
    assert "đã cấp số: số 09/BC-SCT" in again["message"]
    certificate = office.issue("certificate", "2022-07-20", "--phase", "1", code=2)
    assert "award-decision" in certificate["message"]
    [minutes] = office.issue("council-minutes", "2022-07-20", "--phase", "1")["issued"]
    assert minutes["code"] == "01/BB-HĐTĐKT"


def changes_are_shown(office: Office) -> None:
    [summary] = office.issue(
        "phase-summary", "2022-07-20", "--phase", "1", "--replaces", "09/BC-SCT"
    )["issued"]
    assert summary["code"] == "10/BC-SCT"
    old = office.ask("register", "show", "09/BC-SCT")
    assert (old["state"], old["remark"]) == (
        "replaced",
        "Đã được thay thế bằng Báo cáo số 10/BC-SCT ngày 20/7/2022",
    )
    office.ask(
        "register",
        "withdraw",
        "08/QĐ-SCT",
        "10/BC-SCT",
        "--only",
        "3,5-6",
        "--why",
        "kê khai không đúng",
    )
    shown = office.ask("register", "show", "08/QĐ-SCT")
    assert [one["number"] for one in shown["certificates"] if one["remark"]] == [3, 5, 6]
    asked = office.ask("register", "void", "10/BC-SCT", "--why", "nhầm", code=1)
    assert [doubt["code"] for doubt in asked["problems"]] == ["void-issued"]
    office.ask("register", "void", "10/BC-SCT", "--why", "nhầm", "--yes")
    acts = [json.loads(line) for line in office.run("register", "journal").stdout.splitlines()]
    assert {act["who"] for act in acts} == {"Lan"}
    assert (acts[-1]["what"], acts[-1]["why"]) == ("void", "nhầm")
    found = office.ask("register", "search", "truong van binh")["entries"]
    assert "08/QĐ-SCT" in {entry["code"] for entry in found}
    assert office.ask("register", "list", "--open")["entries"] == []


def books_are_written(office: Office) -> None:
    for name in ("so.xlsx", "so.docx", "so.csv", "so.json"):
        assert (
            office.ask("register", "export", name, "--year", "2022", "--volume", "1")["rows"] == 5
        )
    rows = list(load_workbook(office.folder / "so.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]  # a sheet
    assert len(rows[0]) == len(json.loads((office.folder / "so.json").read_text("utf-8"))) * 2
    assert "07/SCT-VP" in {row[0] for row in rows}
    book = plain_text((office.folder / "so.docx").read_bytes())
    assert "UBND TỈNH HÀ NAM\nSỞ CÔNG THƯƠNG\nSỔ ĐĂNG KÝ VĂN BẢN ĐI\nNăm: 2022" in book
    assert "Quyển số: 1" in book
    assert office.ask("register", "export", "vang.docx", "--golden-book")["rows"] == 12
    assert "Đã thu hồi theo Báo cáo số 10/BC-SCT" in plain_text(
        (office.folder / "vang.docx").read_bytes()
    )
    assert office.ask("register", "export", "so.pdf", code=2)["ok"] is False


def test_a_past_register_is_imported_and_its_numbers_are_taken(office: Office) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.append(["SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM 2022"])
    sheet.append(
        [
            "Số VB",
            "Ngày tháng văn bản",
            "Tên loại và trích yếu nội dung văn bản",
            "Nơi nhận văn bản",
        ]
    )
    sheet.append(
        ["Số: 18/QĐ-SCT", "07/01/2022", "Quyết định công nhận sáng kiến", "Như Điều 3; Lưu: VT"]
    )
    sheet.append(["19/SCT-VP", "2022-01-09", "V/v báo cáo", None])
    workbook.save(office.folder / "cu.xlsx")
    command = ("register", "import", "cu.xlsx", "--agency", "SCT", "--map", "Số VB=code")
    refused = office.ask(*command, code=1)
    assert [(doubt["code"], doubt["place"]["cell"]) for doubt in refused["problems"]] == [
        ("import-hole", "A3")
    ]
    done = office.ask(*command, "--yes")
    assert (done["count"], [doubt["code"] for doubt in done["doubts"]]) == (2, ["import-hole"])
    assert office.ask("register", "search", "sang kien")["entries"][0]["code"] == "18/QĐ-SCT"
    assert office.issue("launch-notice", "2022-03-15")["issued"][0]["code"] == "20/SCT-VP"
    twice = office.ask(
        "register", "import", "cu.xlsx", "--agency", "SCT", "--map", "Số VB=code", code=1
    )
    assert [problem["code"] for problem in twice["problems"]] == ["number-taken"] * 2
    assert office.run("archive", "verify").returncode == 0


def test_wrong_cells_of_a_past_register_are_told_all_at_once(office: Office) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.append(
        ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"]
    )
    sheet.append(["mười tám", "31/02/2022", "x"])
    sheet.append(["19/SCT-VP", None, "y"])
    workbook.save(office.folder / "cu.xlsx")
    problems = office.ask("register", "import", "cu.xlsx", "--agency", "SCT", code=1)["problems"]
    assert [problem["place"]["cell"] for problem in problems] == ["A2", "B2", "B3"]
    assert office.ask("register", "list")["entries"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("issue", "{campaign}", "award-decision", "--date", "2022-07-05"), 2, "--phase"),
        (("issue", "{campaign}", "award-decison", "--date", "2022-07-05"), 2, "award-decision"),
        (("issue", "{campaign}", "launch-notice", "--date", "31/02/2022"), 2, "lịch"),
        (("issue", "{campaign}", "launch-notice"), 2, "--date"),
        (
            ("issue", "{campaign}", "launch-notice", "--date", "2022-03-15", "--signer", "ai"),
            1,
            "ai",
        ),
        (
            ("issue", "{campaign}", "launch-notice", "--date", "2022-03-15", "--strict"),
            1,
            "thể thức",
        ),
        (("issue", "không-có", "launch-notice", "--date", "2022-03-15"), 1, "không-có"),
        (("register", "show", "1/QĐ-SCT"), 2, "1/QĐ-SCT"),
        (("register", "void", "1/QĐ-SCT"), 2, "--why"),
        (("register", "withdraw", "1/QĐ", "2/QĐ", "--only", "a-b"), 2, "7,12-15"),
        (("register", "import", "không-có.xlsx", "--agency", "SCT"), 2, "không-có.xlsx"),
        (("register", "roles"), 2, "PostgreSQL"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_told_and_takes_no_number(
    office: Office, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = office.run(*(word.format(campaign=office.campaign) for word in arguments))
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert said in done.stdout + done.stderr
    assert office.ask("register", "list")["entries"] == []


def test_a_pdf_of_each_paper_is_kept_and_belongs_to_the_dossier(office: Office) -> None:
    [notice] = office.issue("launch-notice", "2022-03-15", "--pdf")["issued"]
    pdf = office.paper("07-SCT-VP-launch-notice.pdf")
    assert (
        archival_problems(pdf, title="07/SCT-VP: V/v phát động phong trào thi đua năm 2022") == []
    )
    assert digest_of(pdf) == notice["files"]["launch-notice.pdf"]
    proofs = office.ask("register", "reissue", "07/SCT-VP")["papers"]
    assert {proof["name"]: proof["equal"] for proof in proofs} == {
        "launch-notice.docx": True,
        "launch-notice.pdf": True,
        "dossier.json": True,
    }
    assert office.run("archive", "verify").returncode == 0


def test_without_libreoffice_a_paper_is_issued_and_the_missing_copy_is_told(office: Office) -> None:
    without = Office(office.folder, soffice=str(office.folder / "không-có"))
    summary = (
        "issue",
        office.campaign,
        "phase-summary",
        "--date",
        "2022-07-15",
        "--yes",
        "--phase",
    )
    answer = without.ask(*summary, "1")
    assert "no-pdf-copy" in {problem["code"] for problem in answer["problems"]}
    assert [one["code"] for one in answer["issued"]] == ["07/BC-SCT"]
    without.ask(*summary, "2", "--pdf", code=5)


def test_settings_that_cannot_be_used_are_told(office: Office) -> None:
    (office.folder / "vbgen.toml").write_text(
        '[numbering]\ngolden_book = "mỗi tháng"\nby-type = true\n', "utf-8"
    )
    problems = office.issue("launch-notice", "2022-03-15", code=2)["problems"]
    assert {problem["place"]["path"] for problem in problems} == {
        "numbering.golden_book",
        "numbering.by-type",
    }


def test_the_same_program_issues_into_postgresql(
    office: Office, database_url: str, request: pytest.FixtureRequest
) -> None:
    del request
    shared = Office(office.folder, database_url)
    assert shared.issue("launch-notice", "2022-03-15")["issued"][0]["code"] == "07/SCT-VP"
    assert shared.run("archive", "verify").returncode == 0
    assert not (office.folder / "output" / "register.sqlite3").exists()


def test_the_shipped_books_are_built_from_their_sources() -> None:
    from vbgen.word.source import build

    for source in sorted((ROOT / "templates" / "_books").glob("*.xml")):
        assert source.with_suffix(".docx").read_bytes() == build(source)
