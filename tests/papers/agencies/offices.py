"""Six kinds of agency, a province and a ministry as invented campaigns: a workspace for each, with a plan's body."""

import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from ruamel.yaml import YAML

from tests.cli.command_line import Answer, vbgen
from tests.papers.reading import texts
from tests.sample.sample_campaign import SAMPLE as SAMPLE_FOLDER

HERE = Path(__file__).parent
AGENCIES = ("xa", "truong", "benh-vien", "cuc", "cong-doan", "dang", "tinh", "bo")
SAMPLE = "mau"  # the sample's agency, with all its papers in two phases
DAY = "2026-09-10"
PLAN = "ke-hoach"
_ALL = "Các đơn vị liên quan"
PLAN_BODY = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Động viên mọi người thi đua hoàn thành nhiệm vụ.",
    "2. Tổ chức thiết thực, tiết kiệm.",
    "II. TỔ CHỨC THỰC HIỆN",
    "Các đơn vị, cá nhân liên quan thực hiện Kế hoạch này./.",
)


@dataclass(frozen=True)
class Office:
    """One agency's workspace."""

    agency: str
    folder: Path

    @property
    def campaign(self) -> Path:
        return self.folder / "data" / self.agency

    def lay(self, kind: str) -> None:
        """A body for a kind that is nothing without one, and what its frame asks for."""
        papers = self.campaign / "papers"
        papers.mkdir(exist_ok=True)
        (papers / f"{kind}.docx").write_bytes(plan_body())
        data = self.data()
        if not any(row["kind"] == kind for row in data["papers"]):
            second = data["signers"][-1]["id"]
            data["papers"].append({"kind": kind, "subject": "Về thi đua", "second_signer": second})
        self.write(data)

    def address(self, kind: str) -> None:
        """To whom a kind goes, and where it is kept, unless the campaign says so."""
        data = self.data()
        kept = "Lưu Văn phòng Đảng ủy" if self.agency == "dang" else "Lưu: VT, VP"
        if kind == "council-decision":  # says nothing without duties
            data["council_setup"] = {"duties": "Tham mưu về thi đua, khen thưởng"}
        tables = {"addressees": (_ALL,), "recipients": (_ALL, kept)}
        if not any(row["kind"].partition("/")[0] == kind for row in data["recipients"]):
            for table, lines in tables.items():
                rows = data.setdefault(table, [])
                rows.extend({"kind": kind, "text": text} for text in lines)
        self.write(data)

    def data(self) -> Any:  # noqa: ANN401 - a tree of YAML
        """The campaign as it is typed."""
        return YAML().load((self.campaign / "campaign.yaml").read_text("utf-8"))

    def write(self, data: Any) -> None:  # noqa: ANN401 - a tree of YAML
        """The campaign typed anew."""
        with (self.campaign / "campaign.yaml").open("w", encoding="utf-8") as file:
            YAML().dump(data, file)

    def drafted(self, name: str) -> Path:
        return self.folder / "output" / self.agency / "drafts" / f"{name}.docx"

    def run(self, capsys: pytest.CaptureFixture[str], command: str, *arguments: object) -> Answer:
        """A command about the campaign."""
        return vbgen(capsys, command, self.campaign, *arguments)

    def issue(self, capsys: pytest.CaptureFixture[str], kind: str, *more: object) -> Answer:
        """A paper issued, with agreement to what is doubtful."""
        words = ("--date", self.day, "--by", "Lan", "--yes", "--json", "--no-pdf", *more)
        return self.run(capsys, "issue", kind, *words)

    @property
    def day(self) -> str:
        """When its papers are issued."""
        return "2022-12-20" if self.agency == SAMPLE else DAY


def office_of(agency: str, folder: Path) -> Office:
    """The agency's workspace, laid out in `folder`."""
    (folder / "vbgen.toml").write_text("", "utf-8")
    shutil.copytree(HERE / "law", folder / "law")
    office = Office(agency, folder)
    office.campaign.mkdir(parents=True)
    source = SAMPLE_FOLDER if agency == SAMPLE else HERE / agency
    shutil.copy(source / "campaign.yaml", office.campaign)
    if f"kind: {PLAN}" in (office.campaign / "campaign.yaml").read_text("utf-8"):
        (office.campaign / "papers").mkdir()
        (office.campaign / "papers" / f"{PLAN}.docx").write_bytes(plan_body())
    return office


def plan_body() -> bytes:
    """A plan's body as a clerk types it in Word."""
    typed = docx.Document()
    for text in PLAN_BODY:
        typed.add_paragraph().add_run(text).bold = text.isupper()
    written = BytesIO()
    typed.save(written)
    return written.getvalue()


def said(path: Path) -> list[str]:
    """Every paragraph of a Word file, in reading order."""
    return texts(path)


def expected(agency: str, paper: str) -> list[str] | None:
    """What a văn thư of that agency would have written, line by line; None where the agency makes no such paper."""
    path = HERE / agency / f"{paper}.txt"
    return path.read_text("utf-8").splitlines() if path.is_file() else None
