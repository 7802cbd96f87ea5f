"""What was shown is what is done: a decision issued in two requests, as a web page asks for it."""

import ast
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.register import web_route
from tests.register.issuing_desks import ROOT
from tests.register.test_issue_command import Office as Workspace
from tests.register.typed_campaigns import Typed, typed_office
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.office import (
    AskFirst,
    FindPapers,
    IssuePapers,
    Office,
    PrepareIssue,
    Surroundings,
    VoidNumber,
)

NOW = datetime(2022, 7, 20, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
FORM = {"campaign": "ha-nam-2022", "kind": "award-decision", "day": "2022-07-15", "phase": 1}
OWN_LAW = '[[vote]]\nid = "majority"\npercent = 60\nsource = "Quy chế 2025"\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return typed_office(tmp_path)


@pytest.fixture
def around(blank_url: str) -> Surroundings:
    return Surroundings({"VBGEN_DATABASE": blank_url}, "Lan", lambda: NOW)


def post(workspace: Workspace, around: Surroundings, path: str, form: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    said: list[str] = []
    application = web_route.issuing(workspace.folder, around)
    environ = {"PATH_INFO": path, "wsgi.input": BytesIO(json.dumps(form).encode())}
    [body] = application(environ, lambda status, _headers: said.append(status))
    assert said == ["200 OK"]
    return json.loads(body)


def prepared(workspace: Workspace, around: Surroundings) -> dict[str, Any]:
    """The second request as the page would send it: with everything that was shown agreed to."""
    shown = post(workspace, around, "/prepare", FORM)
    agreed = [doubt["key"] for doubt in shown["doubts"]]
    return {**FORM, "fingerprint": shown["fingerprint"], "agreed": agreed}


def refused(workspace: Workspace, around: Surroundings, form: dict[str, Any]) -> list[str]:
    with pytest.raises(ProblemsFoundError) as caught:
        post(workspace, around, "/issue", form)
    assert papers(workspace, around) == 0
    return [problem.code for problem in caught.value.problems]


def papers(workspace: Workspace, around: Surroundings) -> int:
    with Office.look(workspace.folder, around) as office:
        return office.do(FindPapers()).total


def test_the_route_takes_25_lines_and_names_of_the_office_and_the_model_alone() -> None:
    source = Path(web_route.__file__).read_text("utf-8")
    named = {
        node.module
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("vbgen")
    }
    assert named <= {"vbgen.office", "vbgen.model"}
    assert len(source.partition("# route\n")[2].splitlines()) <= 25


def test_a_decision_is_shown_then_issued_as_it_was_shown(
    workspace: Workspace, around: Surroundings
) -> None:
    shown = post(workspace, around, "/prepare", FORM)
    assert not (workspace.folder / "output").exists()
    [paper] = shown["papers"]
    assert (paper["code"], paper["golden_numbers"]) == ("01/QĐ-SCT", list(range(1, 13)))
    agreed = [doubt["key"] for doubt in shown["doubts"]]
    assert (agreed, shown["errors"]) == (["no-emblem"], [])
    done = post(
        workspace, around, "/issue", {**FORM, "fingerprint": shown["fingerprint"], "agreed": agreed}
    )
    [issued] = done["issued"]
    assert (issued["code"], issued["subject"]) == (paper["code"], paper["subject"])
    laid = {path.name for path in Path(done["folder"]).glob("[0-9]*")}
    assert laid == set(paper["files"])


def change_data(workspace: Workspace) -> None:
    with Typed(workspace) as data:
        data["units"][-1]["name"] += " mới"


def change_template(workspace: Workspace) -> None:
    path = workspace.folder / "templates" / "award-decision" / "template.docx"
    document = docx.Document(str(path))
    document.core_properties.comments = "khác"
    document.save(str(path))


def change_law(workspace: Workspace) -> None:
    (workspace.folder / "law").mkdir()
    (workspace.folder / "law" / "quy-che.toml").write_text(OWN_LAW, "utf-8")


def change_numbering(workspace: Workspace) -> None:
    (workspace.folder / "vbgen.toml").write_text("[numbering]\nby_type = true\n", "utf-8")


@pytest.mark.parametrize(
    "change",
    [change_data, change_template, change_law, change_numbering],
    ids=lambda one: one.__name__,
)
def test_what_changed_since_it_was_shown_is_not_issued(
    workspace: Workspace, around: Surroundings, change: Callable[[Workspace], None]
) -> None:
    form = prepared(workspace, around)
    change(workspace)
    assert refused(workspace, around, form) == ["changed-since-prepared"]
    again = prepared(workspace, around)
    assert again["fingerprint"] != form["fingerprint"]
    assert post(workspace, around, "/issue", again)["issued"]


def test_new_doubts_are_to_be_shown_first(workspace: Workspace, around: Surroundings) -> None:
    form, later = prepared(workspace, around), replace(around, clock=lambda: LATER)
    assert refused(workspace, later, form) == ["changed-since-prepared"]
    assert post(workspace, later, "/issue", prepared(workspace, later))["issued"]


def test_a_doubt_that_nobody_agreed_to_stops(workspace: Workspace, around: Surroundings) -> None:
    later = replace(around, clock=lambda: LATER)
    form = prepared(workspace, later)
    assert form["agreed"] == ["day-long-past", "no-emblem"]
    assert refused(workspace, later, {**form, "agreed": []}) == ["day-long-past", "no-emblem"]


def test_another_paper_in_between_moves_the_number_alone(
    workspace: Workspace, around: Surroundings
) -> None:
    form, other = prepared(workspace, around), {**FORM, "kind": "phase-summary"}
    between = post(workspace, around, "/prepare", other)
    agreed = [doubt["key"] for doubt in between["doubts"]]
    post(
        workspace,
        around,
        "/issue",
        {**other, "fingerprint": between["fingerprint"], "agreed": agreed},
    )
    assert post(workspace, around, "/issue", form)["issued"]


def test_within_one_office_a_change_between_the_requests_is_seen(
    workspace: Workspace, around: Surroundings
) -> None:
    paper: dict[str, Any] = {
        "campaign": workspace.folder / "data" / "ha-nam-2022",
        "kind": "award-decision",
        "day": date(2022, 7, 15),
        "phase": 1,
        "pdf": False,
    }
    with Office.act(workspace.folder, around) as office:
        shown = office.do(PrepareIssue(**paper))
        change_data(workspace)
        wanted = IssuePapers(**paper, fingerprint=shown.fingerprint)
        with pytest.raises(ProblemsFoundError, match="đã khác"):
            office.do(wanted)
        again = office.do(PrepareIssue(**paper))
        agreed = replace(wanted, fingerprint=again.fingerprint, agreed=again.keys)
        assert office.do(agreed).papers


def test_an_office_opened_for_looking_acts_on_nothing(
    workspace: Workspace, around: Surroundings
) -> None:
    form = prepared(workspace, around)
    paper: dict[str, Any] = {
        "kind": "award-decision",
        "day": date(2022, 7, 15),
        "phase": 1,
        "pdf": False,
    }
    campaign = workspace.folder / "data" / "ha-nam-2022"
    with Office.look(workspace.folder, around) as office, pytest.raises(UsageError) as caught:
        office.do(IssuePapers(campaign, **paper, fingerprint=form["fingerprint"]))
    assert [problem.code for problem in caught.value.problems] == ["opened-for-looking"]
    assert not (workspace.folder / "output").exists()


def test_a_smaller_act_is_asked_about_first_in_the_same_way(
    workspace: Workspace, around: Surroundings
) -> None:
    post(workspace, around, "/issue", prepared(workspace, around))
    act = VoidNumber("01/QĐ-SCT", "nhầm")
    with Office.act(workspace.folder, around) as office:
        with pytest.raises(ProblemsFoundError) as caught:
            office.do(act)
        assert [problem.code for problem in caught.value.problems] == ["void-issued"]
        with pytest.raises(ProblemsFoundError, match="đã khác"):
            office.do(replace(act, agreed=frozenset({"void-issued"})))
        asked = office.do(AskFirst(act))
        done = replace(act, fingerprint=asked.fingerprint, agreed=asked.keys)
        assert office.do(done).entry.code == "01/QĐ-SCT"
