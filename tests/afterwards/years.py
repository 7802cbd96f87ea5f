"""Three agencies after their decisions: a commune, a school and a ministry's department, each with its own data."""

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import Answer, vbgen
from tests.papers.agencies.offices import Office, office_of
from tests.papers.reading import texts
from vbgen.decree import lint
from vbgen.errors import Severity

AGENCIES = ("xa", "truong", "cuc")
DECISION = "award-decision"


def year_of(agency: str, folder: Path, **tables: list[dict[str, Any]]) -> Office:
    """The agency's office, with further rows in those tables of its campaign."""
    office = office_of(agency, folder)
    add(office, **tables)
    return office


def add(office: Office, **tables: list[dict[str, Any]]) -> None:
    """Further rows in tables of the campaign."""
    data = office.data()
    for table, rows in tables.items():
        data.setdefault(table, []).extend(rows)
    office.write(data)


def rename(office: Office, nominee: str, name: str) -> str:
    """The name of a nominee typed anew; the one that stood there."""
    data = office.data()
    row = next(row for row in data["nominees"] if row["id"] == nominee)
    old, row["full_name"] = str(row["full_name"]), name
    office.write(data)
    return old


def issued(
    office: Office, capsys: pytest.CaptureFixture[str], kind: str, *more: object
) -> Mapping[str, Any]:
    """The paper's own answer, issued; a fault with what was told."""
    done = office.issue(capsys, kind, *more)
    assert done.code == 0, done.out + done.err
    paper: Mapping[str, Any] = done.json["issued"][0]
    return paper


def registry(office: Office, capsys: pytest.CaptureFixture[str], *words: object) -> Answer:
    """A command of the register, in the office."""
    with chdir(office.folder):
        return vbgen(capsys, "register", *words)


def said(office: Office, code: str, stem: str) -> list[str]:
    """Every paragraph of an issued paper."""
    return texts(office.folder / "output" / office.agency / "issued" / f"{code}-{stem}.docx")


def confirm_sound(office: Office, capsys: pytest.CaptureFixture[str], code: str) -> None:
    """The issued paper's files break nothing of the decree, and are made again the same."""
    name = code.replace("/", "-")
    files = list((office.folder / "output" / office.agency).glob(f"issued/{name}-*.docx"))
    assert files, code
    for path in files:
        found = [str(each) for each in lint(path).findings if each.severity is Severity.ERROR]
        assert found == [], path.name
    again = registry(office, capsys, "reissue", code, "--json")
    assert again.code == 0, again.out + again.err
