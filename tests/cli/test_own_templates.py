"""A template of the office's own that would put a wrong paper out: checked, drafted, issued."""

from pathlib import Path

import pytest

from tests.cli.command_line import Answer, vbgen
from tests.docx.docx_making import of_paragraphs

Capture = pytest.CaptureFixture[str]
CAMPAIGN = "data/ha-nam-2022"
HEAD = ("{%p include 'letterhead' %}", "V/v {{ title.subject }}")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A workspace with the sample campaign, and the folder at work."""
    folder = tmp_path / "office"
    assert vbgen(capsys, "init", folder).code == 0
    monkeypatch.chdir(folder)
    return folder


def put(office: Path, template: bytes) -> None:
    """The template of the launch notice."""
    (office / "templates/launch-notice/template.docx").write_bytes(template)


def issue(capsys: Capture) -> Answer:
    wanted = (CAMPAIGN, "launch-notice", "--date", "2022-01-10", "--yes", "--no-pdf", "--json")
    return vbgen(capsys, "issue", *wanted)


NO_WORDS = [
    "{{ units }}",
    "{% for u in units %}{{ u }}{% endfor %}",
    "{{ units|map(attribute='name') }}",
    "{{ movement }}",
    "{{ agency ~ '' }}",
    "{{ council|join(', ') }}",
    "{{ phase ~ '' }}",
    "{{ 1 == 1 }}",
]


def test_a_value_that_is_no_word_is_told_by_the_proof_and_stops_draft_and_issue(office: Path, capsys: Capture) -> None:
    put(office, of_paragraphs("Các đơn vị:", *NO_WORDS))
    proof = vbgen(capsys, "template", "check", "launch-notice", "--verify", "--json")
    assert proof.code == 1
    assert [problem["place"]["paragraph"] for problem in proof.json["problems"]] == list(range(2, len(NO_WORDS) + 2))
    assert {problem["code"] for problem in proof.json["problems"]} == {"value-not-text", "value-empty"}
    assert vbgen(capsys, "draft", CAMPAIGN, "launch-notice").code == 3
    assert issue(capsys).code == 3
    assert vbgen(capsys, "register", "list", "--json").json["entries"] == []
    assert not list(office.glob("output/**/*.docx"))


def test_the_proof_goes_on_to_the_other_templates(office: Path, capsys: Capture) -> None:
    put(office, of_paragraphs("{{ units }}"))
    both = vbgen(capsys, "template", "check", "launch-notice", "certificate", "--verify", "--json")
    assert (both.code, both.json["checked"]) == (1, ["launch-notice", "certificate"])
    assert [problem["code"] for problem in both.json["problems"]] == ["value-not-text"]
