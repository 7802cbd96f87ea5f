"""Findings in SARIF 2.1.0, which code hosts and dashboards show without a word of ours."""

from collections.abc import Iterable, Mapping
from typing import Final

from vbgen.decree.checking.catalogue import rules
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
    found = [(report, finding) for report in reports for finding in report.findings]
    used = dict.fromkeys(finding.rule for _report, finding in found)
    places = {rule: place for place, rule in enumerate(used)}
    driver = {
        "name": "vbgen",
        "rules": [_rule(rule) for rule in used],
        **({"version": version} if version else {}),
    }
    results = [_result(report, finding, places[finding.rule]) for report, finding in found]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }


def _rule(identity: str) -> dict[str, object]:
    rule = rules()[identity]
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
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": report.name or "document.docx"}},
                "logicalLocations": [{"fullyQualifiedName": str(finding.place), "kind": "element"}],
            }
        ],
    }
