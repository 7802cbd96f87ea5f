"""Findings in SARIF 2.1.0, which code hosts and dashboards show without a word of ours."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from vbgen.decree.checking.catalogue import form_rules
from vbgen.decree.checking.model import FormFinding, FormReport
from vbgen.errors import Severity

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def to_sarif(reports: Iterable[FormReport], *, version: str = "") -> dict[str, object]:
    """One SARIF log of all reports; `version` is the program's own."""
    all_reports = tuple(reports)
    found = [(report, finding) for report in all_reports for finding in report.findings]
    used = dict.fromkeys(finding.rule for _report, finding in found)
    places = {rule: place for place, rule in enumerate(used)}
    driver = {
        "name": "vbgen",
        "rules": [_rule(rule) for rule in used],
        **({"version": version} if version else {}),
    }
    results = [_result(report, finding, places[finding.rule]) for report, finding in found]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(all_reports)],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(reports: Sequence[FormReport]) -> dict[str, object]:
    """What each paper was taken for and what was not checked, as notifications of the tool."""
    said = [
        {"level": "note", "message": {"text": note}, "locations": [_location(report)]}
        for report in reports
        for note in report.notes
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": said}


def _location(report: FormReport) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(report)}}}


def _uri(report: FormReport) -> str:
    """The file as a reference that RFC 3986 allows: blanks and Vietnamese letters as %-codes."""
    return quote(report.name.replace("\\", "/") or "document.docx", safe="/")


def _rule(identity: str) -> dict[str, object]:
    rule = form_rules()[identity]
    return {
        "id": identity,
        "shortDescription": {"text": rule.article or identity},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(report: FormReport, finding: FormFinding, place: int) -> dict[str, object]:
    problem = finding.as_problem()
    return {
        "ruleId": finding.rule,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
        "properties": {"group": finding.group, "paper": finding.paper},
        "locations": [
            {
                **_location(report),
                "logicalLocations": [{"fullyQualifiedName": str(finding.place), "kind": "element"}],
            }
        ],
    }
