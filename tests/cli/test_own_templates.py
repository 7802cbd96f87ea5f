"""A template of the office's own that would put a wrong paper out: checked, drafted, issued."""

from pathlib import Path

import pytest

from tests.cli.command_line import Answer, vbgen
from tests.word.docx_making import of_body, of_paragraphs
from vbgen.word.soundness.soundness import unsound

Capture = pytest.CaptureFixture[str]
CAMPAIGN = "data/ha-nam-2022"


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


def test_a_value_that_is_no_word_is_told_by_the_proof_and_stops_draft_and_issue(
    office: Path, capsys: Capture
) -> None:
    put(office, of_paragraphs("Các đơn vị:", *NO_WORDS))
    proof = vbgen(capsys, "template", "check", "launch-notice", "--verify", "--json")
    assert proof.code == 1
    assert [problem["place"]["paragraph"] for problem in proof.json["problems"]] == list(
        range(2, len(NO_WORDS) + 2)
    )
    assert {problem["code"] for problem in proof.json["problems"]} == {
        "value-not-text",
        "value-empty",
    }
    assert vbgen(capsys, "draft", CAMPAIGN, "launch-notice").code == 3
    assert issue(capsys).code == 3
    assert vbgen(capsys, "register", "list", "--json").json["entries"] == []
    assert not list(office.glob("output/**/*.docx"))


def test_the_proof_goes_on_to_the_other_templates(office: Path, capsys: Capture) -> None:
    put(office, of_paragraphs("{{ units }}"))
    both = vbgen(capsys, "template", "check", "launch-notice", "certificate", "--verify", "--json")
    assert (both.code, both.json["checked"]) == (1, ["launch-notice", "certificate"])
    assert [problem["code"] for problem in both.json["problems"]] == ["value-not-text"]


def in_cell(*blocks: str) -> bytes:
    """A launch notice whose table has a cell of these blocks."""
    cells = f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc><w:tc><w:p/></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    return of_body(f"{table}{par('cuối')}")


def par(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


HALF_A_FIELD = (
    "<w:p><w:r><w:t>{% if phase %}</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>{% endif %}x</w:t></w:r></w:p>'
)
OTHER_HALF = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def test_a_false_condition_leaves_a_sound_cell_in_the_draft(office: Path, capsys: Capture) -> None:
    put(office, in_cell(par("{%p if phase %}"), par("Đợt"), par("{%p endif %}")))
    assert vbgen(capsys, "template", "check", "launch-notice", "--verify").code == 0
    assert vbgen(capsys, "draft", CAMPAIGN, "launch-notice").code == 0
    (draft,) = office.glob("output/**/*.docx")
    assert unsound(draft.read_bytes(), draft.name) == ()


def test_a_paper_that_word_would_not_open_is_neither_drafted_nor_issued(
    office: Path, capsys: Capture
) -> None:
    put(office, in_cell(HALF_A_FIELD, OTHER_HALF))
    proof = vbgen(capsys, "template", "check", "launch-notice", "--verify", "--json")
    assert (proof.code, [problem["code"] for problem in proof.json["problems"]]) == (
        1,
        ["unsound-field"],
    )
    drafted = vbgen(capsys, "draft", CAMPAIGN, "launch-notice", "--json")
    assert (drafted.code, [problem["code"] for problem in drafted.json["problems"]]) == (
        3,
        ["unsound-field"],
    )
    issued = issue(capsys)
    assert (issued.code, [problem["code"] for problem in issued.json["problems"]]) == (
        3,
        ["unsound-field"],
    )
    place = issued.json["problems"][0]["place"]
    assert (place["file"], place["cell"]) == ("launch-notice.docx", "bảng 1, hàng 1, ô 1")
    assert vbgen(capsys, "register", "list", "--json").json["entries"] == []
    assert not list(office.glob("output/**/*.docx"))
