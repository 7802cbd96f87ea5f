"""Councils of three offices, each with its own way of voting, laid over their campaigns."""

from pathlib import Path

from ruamel.yaml import YAML

from tests.papers.agencies.offices import Office, office_of

HERE = Path(__file__).parent
OFFICES = ("xa", "truong", "cuc")
PAPERS = (
    "council-decision",
    "council-invitation",
    "ballot-paper",
    "council-minutes",
    "ballot-count",
    "council-conclusion",
)
REPORTS = ("person-report", "collective-report")


def seated(agency: str, folder: Path) -> Office:
    """The agency's workspace with its council, and who receives the council's papers."""
    office = office_of(agency, folder)
    data = office.data() | YAML().load((HERE / f"{agency}.yaml").read_text("utf-8"))
    rows = data.setdefault("recipients", [])
    for kind in PAPERS:
        kept = {"council-decision": "Như Điều 4"}.get(kind, "Thành viên Hội đồng")
        rows += [{"kind": kind, "text": text} for text in (kept, "Lưu: VT, hồ sơ")]
    office.write(data)
    return office
