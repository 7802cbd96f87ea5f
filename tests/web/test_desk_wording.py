"""Every way out is worded for pages too, without a command to type."""

import inspect
import re
from typing import Any, get_type_hints

import pytest

from vbgen import ways
from vbgen.errors import Place, Problem, Severity, UsageError
from vbgen.messages import use_language
from vbgen.web.wording import WORDED, ToldWay, told

KINDS = [
    each
    for each in vars(ways).values()
    if inspect.isclass(each) and issubclass(each, ways.WayOut) and each is not ways.WayOut
]
TYPED = re.compile(r"vbgen [a-z]|(^|[\s“(])--[a-z]")


VALUES: dict[str, Any] = {
    "str": "05",
    "int | None": 1,
    "tuple[int, ...]": (1, 2),
    "tuple[str, ...]": ("a", "b"),
}


def example(kind: type[ways.WayOut]) -> ways.WayOut:
    """A way with something in each of its fields."""
    return kind(**{name: VALUES[_written(said)] for name, said in get_type_hints(kind).items()})


def _written(said: object) -> str:
    return "str" if said is str else str(said)


def test_every_way_is_worded() -> None:
    assert set(WORDED) == set(KINDS)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_way_is_a_sentence_for_a_page(kind: type[ways.WayOut], language: str) -> None:
    use_language(language)
    try:
        way = WORDED[kind](example(kind))
    finally:
        use_language("vi")
    assert isinstance(way, ToldWay)
    assert way.text[0].isupper()
    assert not TYPED.search(way.text)
    assert way.address == "" or way.address.startswith("/")


def test_the_gravest_come_first_and_each_once() -> None:
    note = Problem("a", "Lưu ý một điều.", severity=Severity.NOTE)
    error = Problem("b", "Sai một điều.", ways=(ways.ListRegister(),))
    shown = told([note, error, note])
    assert [each.severity for each in shown] == ["error", "note"]
    assert shown[0].ways[0].address == "/register"
    assert told([error], "/register")[0].ways[0].address == ""


def test_a_refusal_without_problems_tells_its_own_sentence() -> None:
    bare = UsageError("Không có gì.", ways=(ways.ListRegister(),))
    assert bare.as_problems("nothing") == (Problem("nothing", "Không có gì.", ways=bare.ways),)
    full = UsageError("Có hai điều.", (Problem("a", "Một."), Problem("b", "Hai.")))
    assert full.as_problems() == full.problems


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("campaign.xlsx", "Danh sách", "H4"), "sheet=Danh+s%C3%A1ch&cell=H4#cell-H4"),
        (Place("campaign.xlsx", "Danh sách"), "sheet=Danh+s%C3%A1ch"),
        (Place(sheet="Danh sách"), "sheet=Danh+s%C3%A1ch"),
        (Place("to-1.xlsx", "Danh sách", "H4"), ""),
        (Place("campaign.xlsx"), ""),
    ],
)
def test_a_place_of_the_workbook_leads_to_its_cell_or_its_sheet(place: Place, address: str) -> None:
    (shown,) = told([Problem("a", "Sai.", place)], "/campaigns/x/check")
    assert shown.address == (f"/campaigns/x/data?{address}" if address else "")
