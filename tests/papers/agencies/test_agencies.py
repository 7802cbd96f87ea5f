"""Papers of agencies unlike the sample say what a văn thư of that agency would write, word for word."""

import re
from contextlib import chdir
from pathlib import Path

import docx
import pytest
from docx.text.font import Font
from docx.text.paragraph import Paragraph

from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import (
    AGENCIES,
    HERE,
    PLAN,
    SAMPLE,
    Office,
    expected,
    office_of,
    said,
)
from vbgen.decree import lint
from vbgen.errors import Severity
from vbgen.office.setting.workspace import Workspace

LIBRARY = Workspace(None).library
CARRIED = {carried for name in LIBRARY.names() for carried in LIBRARY.find(name).carries}
PAPERS = sorted((path.parent.name, path.stem) for path in HERE.glob("*/*.txt"))
# Words of the sample's office, and of software, that no other agency's paper may bear; what an empty value would print.
FOREIGN = re.compile(
    r"Sở Công Thương|Hà Nam|Chánh Văn phòng, Thủ trưởng|\b0 đồng|Không đồng|đợt 1\b|None|\{\{|\}\}|,\s*,|\s;|\(\)"
    r"|cấp trên"
)


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return office_of(request.param, tmp_path)


def errors(path: Path) -> list[str]:
    return [str(each) for each in lint(path).findings if each.severity is Severity.ERROR]


def each(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("office", names, indirect=True, ids=str)


@pytest.mark.parametrize(("agency", "paper"), PAPERS, ids=str)
def test_a_paper_says_what_a_clerk_of_that_agency_would_write(
    agency: str, paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of(agency, tmp_path)
    done = office.run(capsys, "draft", paper.partition(".")[0].partition("-phase")[0])
    assert done.code == 0, done.out + done.err
    assert said(office.drafted(paper)) == expected(agency, paper)


@each(*AGENCIES)
def test_no_paper_bears_a_word_of_another_agency_or_an_empty_value(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", "award-decision", "certificate", "nomination-list", "--json")
    assert done.code == 0, done.out + done.err
    for path in office.drafted("x").parent.glob("*.docx"):
        wrong = [line for line in said(path) if FOREIGN.search(line)]
        assert wrong == [], path.name
        assert errors(path) == [], path.name


@each("cong-doan", "cuc", "dang", "truong", "xa")
def test_what_is_drafted_is_issued_and_made_again_the_same(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("award-decision", PLAN):
        issued = office.issue(capsys, kind)
        assert issued.code == 0, issued.out + issued.err
        for paper in issued.json["issued"]:
            with chdir(office.folder):
                again = vbgen(capsys, "register", "reissue", paper["code"], "--json")
            assert again.code == 0, again.out + again.err


@pytest.mark.parametrize(
    ("office", "head", "ground"),
    [
        ("dang", (False, True, False), False),
        ("xa", (True, False, True), True),
    ],
    indirect=["office"],
    ids=str,
)
def test_the_party_s_grounds_are_upright_and_its_recipients_head_is_underlined(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    head: tuple[bool, bool, bool],
    ground: bool,
) -> None:
    office.run(capsys, "draft", "award-decision")
    paper = docx.Document(str(office.drafted("award-decision-phase-1")))
    cells = [
        p for table in paper.tables for row in table.rows for c in row.cells for p in c.paragraphs
    ]
    found = font_of(next(each for each in cells if each.text == "Nơi nhận:"))
    assert (bool(found.bold), bool(found.underline), bool(found.italic)) == head
    said = next(each for each in paper.paragraphs if "Căn cứ" in each.text)
    assert bool(font_of(said).italic) is ground


def font_of(paragraph: Paragraph) -> Font:
    """The letters of a paragraph's style."""
    assert paragraph.style is not None
    font: Font = paragraph.style.font
    return font


@each("cuc")
def test_a_paper_signed_by_order_waits_for_the_ministry_s_number(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    held = office.issue(capsys, "launch-notice")
    assert held.code != 0
    issued = office.issue(capsys, "launch-notice", "--number", 812)
    assert issued.code == 0, issued.out + issued.err
    assert issued.json["issued"][0]["code"] == "812/BTL-ĐĐHĐ"


def more_to_issue(agency: str, kind: str) -> list[tuple[object, ...]]:
    """What is said beside the kind, for each time that it is issued."""
    if (agency, kind) == ("cuc", "launch-notice"):
        return [("--number", 812)]
    if agency != SAMPLE:
        return [()]
    if kind == "launch-notice":  # its source has “Như trên” for addressees that it does not name
        return [("--accept-form-errors", "recipient.as-above", "--reason", "theo bản gốc")]
    of_phase = LIBRARY.find(kind).per == "phase"
    return [("--phase", phase) for phase in (1, 2)] if of_phase else [()]


# One of each way in which a kind comes about: from data, and from a body typed in Word.
FEW = [
    pytest.param(kind, marks=[] if kind == "giay-moi" else pytest.mark.matrix)
    for kind in LIBRARY.names()
]


@pytest.mark.parametrize("kind", FEW)
@each(*AGENCIES, SAMPLE)
def test_every_kind_of_every_agency_is_drafted_issued_and_linted_without_an_error(
    office: Office, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if not LIBRARY.find(kind).lays_out:
        office.lay(kind)
    office.address(kind)
    drafted = office.run(capsys, "draft", kind, "--json")
    assert drafted.code == 0, drafted.out + drafted.err
    for path in office.drafted("x").parent.glob("*.docx"):
        found = errors(path)
        assert [each for each in found if not is_of_source(office, each)] == [], path.name
    if not drafted.json["files"] or kind in CARRIED:
        return
    for more in more_to_issue(office.agency, kind):
        issued = office.issue(capsys, kind, *more)
        assert issued.code == 0, issued.out + issued.err


def is_of_source(office: Office, finding: str) -> bool:
    """The one error that the sample's launch notice has from its real source."""
    return office.agency == SAMPLE and "recipient.as-above" in finding
