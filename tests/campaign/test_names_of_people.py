"""Names are looked at when they are read: those of all peoples are left alone, wrong ones told at their cell."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, put
from tests.campaign.telling import is_a_sentence
from tests.vocabulary import WORDS
from tests.words.names_of_peoples import HARD, right_names
from tests.words.wrong_names import MISREAD, WRONG
from vbgen.campaign import inspect_campaign
from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.records import understood
from vbgen.campaign.topics import topic
from vbgen.errors import Place, Problem, Severity
from vbgen.model.movement import RecipientKind
from vbgen.words.person.doubt import NameDoubtKind
from vbgen.words.person.doubts import name_doubts

PEOPLE = "Cá nhân, tập thể"


def told(names: Iterable[str], **more: str) -> list[Problem]:
    """What is doubted or wrong in a list of people with these names."""
    place = Place(sheet=PEOPLE)
    more = {"kind": "Cá nhân", "unit": "VP"} | more
    rows = tuple(
        TypedRow(
            place,
            {
                field: TypedValue(value, Place(sheet=PEOPLE, cell=f"{field} {number}"))
                for field, value in {"id": f"CN{number}", "full_name": name, **more}.items()
            },
        )
        for number, name in enumerate(names)
    )
    problems = understood(topic("nominees"), TypedTable(place, rows))[1]
    return [each for each in problems if each.severity is not Severity.NOTE]


def test_of_two_thousand_right_names_at_most_four_are_doubted() -> None:
    names = [*right_names(), *HARD]
    assert len(names) >= 2_000
    doubted = {problem.place.cell for problem in told(names)}
    assert len(doubted) <= 4, [names[int(cell.split()[1])] for cell in doubted]


def test_the_list_of_right_names_is_the_same_each_time() -> None:
    assert right_names() == right_names()
    assert len(set(right_names())) > 1_700


def test_there_are_two_hundred_wrong_names() -> None:
    assert len({name for _codes, name in (*WRONG, *MISREAD)}) >= 200


@pytest.mark.parametrize(("code", "name"), [*WRONG, *MISREAD])
def test_a_wrong_name_is_told_at_its_cell(code: str, name: str) -> None:
    problems = told([name])
    assert code in {problem.code for problem in problems}
    assert {problem.place.cell for problem in problems} == {"full_name 0"}
    assert all(is_a_sentence(problem) for problem in problems)


def test_what_a_misread_name_was_is_read_or_shown() -> None:
    """`MISREAD` are names whose encoding was lost in part; what remains of them stays as it is."""
    for _code, name in MISREAD:
        assert any(
            "giữ nguyên" in each.message or "đã mất" in each.message for each in told([name])
        )


@pytest.mark.parametrize(
    ("name", "more", "codes"),
    [
        ("Ông Nguyễn Văn An", {"gender": "Nữ"}, {"name-title", "name-title-contradicts"}),
        ("Ông Nguyễn Văn An", {"gender": "Nam"}, {"name-title"}),
        ("Bà Nguyễn Thị An", {"gender": "Nam"}, {"name-title", "name-title-contradicts"}),
        ("Bà Nguyễn Thị An", {"honorific": "Ông"}, {"name-title", "name-title-contradicts"}),
        ("Bà Nguyễn Thị An", {"honorific": "Đại úy"}, {"name-title"}),
        ("Nguyễn Thị An", {"honorific": "Ông", "gender": "Nữ"}, {"honorific-contradicts-gender"}),
        ("Nguyễn Thị An", {"honorific": "Bà", "gender": "Nữ"}, set()),
        ("Nguyễn Thị An", {"honorific": "Thượng tá", "gender": "Nữ"}, set()),
        ("R&D <Phòng>; tổ 2", {"kind": "Tập thể"}, set()),
    ],
)
def test_a_title_is_held_against_the_row(name: str, more: dict[str, str], codes: set[str]) -> None:
    assert {problem.code for problem in told([name], **more)} == codes


@pytest.mark.parametrize("cell", ["D2", "D3"])
def test_the_cell_of_a_doubtful_name_is_told(tmp_path: Path, cell: str) -> None:
    change = put(PEOPLE, cell, "Ông Nguyễn Văn An")
    found = inspect_campaign(campaign_folder(tmp_path, change), WORDS)
    kinds = [each.kind for each in small_campaign().nominees]
    is_person = kinds[int(cell[1:]) - 2] is RecipientKind.INDIVIDUAL
    places = [each.place.cell for each in found.problems if each.code == "name-title"]
    assert places == ([cell] if is_person else [])


@pytest.mark.parametrize("sheet", ["Người ký", "Hội đồng"])
def test_names_of_signers_and_of_the_council_are_looked_at_too(sheet: str) -> None:
    field = {"Người ký": "signers", "Hội đồng": "council"}[sheet]
    assert topic(field).column("full_name").form.names_person


@settings(max_examples=300)
@given(st.text(max_size=40))
def test_any_text_has_doubts_that_can_be_told_or_none(text: str) -> None:
    for doubt in name_doubts(unicodedata.normalize("NFC", " ".join(text.split())) or "x"):
        assert doubt.kind in NameDoubtKind
        assert doubt.sentence
        assert len(doubt.sentence) < 260


@settings(max_examples=200)
@given(
    st.sampled_from([name for name in right_names() if not name_doubts(name)]),
    st.sampled_from(["1. ", "Ông ", "Đ/c ", "ThS. ", "2) ", "BS.CKI "]),
)
def test_what_stands_before_a_name_is_told_with_the_name_that_is_meant(
    name: str, before: str
) -> None:
    doubts = name_doubts(before + name)
    if doubts or before != "Ông ":  # the family Ông
        assert doubts[0].proposed == name.replace("ʼ", "'")
