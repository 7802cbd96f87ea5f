"""A design is chosen by one line of the settings; all else in the file stays as it lies; what is unsure is refused."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.office import ChooseDesign, Office, ReadJournal, Surroundings
from vbgen.office.designs.choosing import with_design

HERE = Surroundings({}, "Lan", lambda: datetime(2026, 3, 5, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[certificate]\ndesign = "bong-lua"\n'),
        (
            "# của Sở\n[numbering]\nstart = 1\n",
            '# của Sở\n[numbering]\nstart = 1\n\n[certificate]\ndesign = "bong-lua"\n',
        ),
        (
            '[certificate] # giấy\nemblem = "a.png"\n[lint]\n',
            '[certificate] # giấy\ndesign = "bong-lua"\nemblem = "a.png"\n[lint]\n',
        ),
        (
            "[certificate]\r\ndesign = 'hoi-van' # cũ\r\n",
            '[certificate]\r\ndesign = "bong-lua"\r\n',
        ),
        ('[law]\n[certificate]\ndesign="x"\n', '[law]\n[certificate]\ndesign = "bong-lua"\n'),
    ],
)
def test_one_line_is_written_and_all_else_stays(before: str, after: str) -> None:
    assert with_design(before, "bong-lua") == after


@pytest.mark.parametrize(
    "text",
    [
        '[certificate]\ndesign = { certificate = "hoi-van" }\n',
        '[certificate.design]\ncertificate = "hoi-van"\n',
        'certificate = { emblem = "a.png" }\n',
        'certificate.emblem = "a.png"\n',
        '[other]\ntext = """\n[certificate]\n"""\n',
    ],
)
def test_what_cannot_be_told_for_sure_is_left_to_a_person(text: str) -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        with_design(text, "bong-lua")
    assert "vbgen.toml" in caught.value.problems[0].hint


LINES = st.lists(
    st.sampled_from(
        ["", "# design = 1", "[certificate]", "[a]", 'emblem = "design = 2"', "x = 1", "[a.b]"]
    ),
    max_size=6,
)


@given(LINES, st.booleans())
def test_whatever_stands_there_only_the_design_changes(lines: list[str], windows: bool) -> None:
    text = ("\r\n" if windows else "\n").join(lines)
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    try:
        after = tomllib.loads(with_design(text, "hoa-sen"))
    except ProblemsFoundError:
        return
    assert after.pop("certificate")["design"] == "hoa-sen"
    before.pop("certificate", None)
    assert after == before


def test_it_is_in_the_journal_with_who_chose_and_certificates_have_it(tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text("# của Sở\n")
    with Office.act(tmp_path, HERE) as office:
        with pytest.raises(UsageError, match="Có phải là “hoa-sen”"):
            office.do(ChooseDesign("hoa-sem"))
        office.do(ChooseDesign("hoa-sen"))
        office.do(ChooseDesign("hoa-sen"))
        acts = [(act["what"], act["who"], act["detail"]) for act in office.do(ReadJournal()).acts]
    assert acts == [("design-chosen", "Lan", {"design": "hoa-sen"})]
    assert (tmp_path / "vbgen.toml").read_text().startswith("# của Sở\n")
    with Office.look(tmp_path, HERE) as office:
        assert office.workspace.library.find("certificate").chosen_design == "hoa-sen"
