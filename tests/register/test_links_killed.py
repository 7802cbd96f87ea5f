"""Killed at any point, or done by two at once: a unit has one open link, and a list is handed in once or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.administration.offices import Office as Workspace
from tests.register.killing import run, start
from tests.register.killing_tasks import do_and_die
from vbgen.office import (
    HandInByLink,
    LayInByLink,
    ListLots,
    ListUnitLinks,
    MakeUnitLinks,
    Office,
    OpenDesk,
    ProveArchive,
    Surroundings,
)
from vbgen.office.receiving.inbox import DroppedFile
from vbgen.register.access.unit_links import LinkState, link_of
from vbgen.register.access.unit_links import UnitLink as Link

CAMPAIGN, UNIT = "ha-nam-2022", "VP"
WISH = MakeUnitLinks(CAMPAIGN, (UNIT,), origin="https://thidua.example.vn")
LIST = DroppedFile("ds.csv", "Họ và tên,Danh hiệu đề nghị\nNguyễn Văn Tân,Giấy khen\n".encode())
STRAYS = {"stray-file"}  # what a killed write leaves beside the archive's files
NEVER = 10_000
SOME = (11, NEVER)
EVERY = pytest.mark.parametrize(
    "points",
    [SOME, pytest.param(range(1, NEVER), marks=pytest.mark.matrix)],
    ids=["some", "every"],
)


@pytest.fixture
def office(tmp_path: Path, database_url: str) -> Iterator[Office]:
    """An office whose desk was opened."""
    place = Workspace.new(tmp_path / "o").folder
    around = Surroundings({"VBGEN_DATABASE": database_url}, "Lan", lambda: datetime.now(UTC))
    with Office.act(place, around) as opened:
        opened.do(OpenDesk())
        yield opened


def killed(office: Office, request: object, at: int) -> bool:
    """Whether the process was killed before it came to its end."""
    return run(do_and_die, office.place, office.surroundings.environ, request, at) != 0


def token_of(office: Office) -> str:
    [made] = office.do(WISH).links
    return made.url.rpartition("/")[2]


def open_links(office: Office) -> int:
    """How many of the unit's links are open; the newest of all is listed."""
    with closing(office.desk_to_look().register.database.engine.connect()) as connection:
        asked = "SELECT count(*) FROM unit_links WHERE NOT is_closed AND handed_at = ''"
        return int(connection.exec_driver_sql(asked).scalar_one())


def confirm_sound(office: Office) -> None:
    """The audit finds nothing but what a killed write leaves."""
    found = {problem.code: problem.message for problem in office.do(ProveArchive(0)).problems}
    assert found.keys() <= STRAYS, found


@EVERY
def test_making_a_link_is_safe_to_be_killed_anywhere(office: Office, points: Sequence[int]) -> None:
    token_of(office)
    for at in points:
        was_killed = killed(office, WISH, at)
        assert open_links(office) == 1
        confirm_sound(office)
        token_of(office)
        assert open_links(office) == 1
        if not was_killed:
            break
    assert not was_killed


@EVERY
def test_handing_in_is_safe_to_be_killed_anywhere(office: Office, points: Sequence[int]) -> None:
    handed = list[str]()
    for at in points:
        token, lot = laid_in(office)
        was_killed = killed(office, HandInByLink(token, lot), at)
        confirm_sound(office)
        if link(office, token).state(datetime.now(UTC)) is LinkState.OPEN:
            office.do(HandInByLink(token, lot))
        handed.append(lot)
        assert sorted(one.id for one in office.do(ListLots()).lots) == sorted(handed)
        assert told(office) == len(handed)
        if not was_killed:
            break
    assert not was_killed


def test_two_who_hand_in_by_one_link_at_once_hand_in_once(office: Office) -> None:
    for _turn in range(3):
        token, lot = laid_in(office)
        before, environ = told(office), office.surroundings.environ
        given = (office.place, environ, HandInByLink(token, lot), NEVER)
        both = [start(do_and_die, *given) for _person in range(2)]
        for one in both:
            one.join(60)
        assert sorted(one.exitcode or 0 for one in both) in ([0, 0], [0, 1])
        assert told(office) == before + 1
        assert [each.id for each in office.do(ListLots()).lots].count(lot) == 1
        confirm_sound(office)


def laid_in(office: Office) -> tuple[str, str]:
    """A new link, and the files that its unit has laid in by it."""
    token = token_of(office)
    office.do(LayInByLink(token, (LIST,)))
    return token, link(office, token).lot


def link(office: Office, token: str) -> Link:
    found = link_of(office.desk_to_look().register.database, token)
    assert found
    return found


def told(office: Office) -> int:
    """How often the journal tells of a list that was handed in."""
    register = office.desk_to_look().register
    return len(register.acts_about_no_document("list-handed-in"))


def test_a_unit_whose_list_was_handed_in_keeps_its_standing(office: Office) -> None:
    token, lot = laid_in(office)
    office.do(HandInByLink(token, lot))
    standing = {each.unit: each for each in office.do(ListUnitLinks(CAMPAIGN)).units}[UNIT]
    assert (standing.state, standing.waits) == (LinkState.HANDED_IN, True)
