"""What is seen of a campaign is made once, however many ask; what failed is made anew."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from vbgen.errors import UsageError
from vbgen.model.desk_role import DeskRole
from vbgen.office import AddPerson, ListVersions, Office, Request, Surroundings, VersionsListed
from vbgen.web.moment import now
from vbgen.web.seen import SeenCampaigns

CAMPAIGN = "ha-nam-2022"
ASKED = ListVersions(CAMPAIGN)
Asked = Request[VersionsListed]
Make = Callable[[Asked], VersionsListed]


def seen(kept: SeenCampaigns, place: Path, make: Make) -> VersionsListed:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return kept.seen(office, CAMPAIGN, ASKED, make)


def test_many_at_once_make_it_once(made_workspace: Path) -> None:
    kept, begun, go_on = SeenCampaigns(), list[int](), Event()

    def make(_asked: Asked) -> VersionsListed:
        begun.append(1)
        assert go_on.wait(60)
        return VersionsListed(())

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(seen, kept, made_workspace, make) for _clerk in range(8)]
        go_on.set()
        answers = [each.result() for each in asked]
    assert len(begun) == 1
    assert len({id(answer) for answer in answers}) == 1


def test_what_failed_is_made_anew(made_workspace: Path) -> None:
    kept = SeenCampaigns()

    def fail(_asked: Asked) -> VersionsListed:
        raise UsageError("no")

    for _time in range(2):
        with pytest.raises(UsageError):
            seen(kept, made_workspace, fail)
    assert seen(kept, made_workspace, lambda _asked: VersionsListed(())) == VersionsListed(())


def test_what_is_begun_is_made_meanwhile_and_asked_for_once(made_workspace: Path) -> None:
    kept, begun, is_asked = SeenCampaigns(), list[int](), Event()

    def make(_asked: Asked) -> VersionsListed:
        begun.append(1)
        assert is_asked.wait(60)
        return VersionsListed(())

    with Office.look(made_workspace, Surroundings({}, "Lan", now)) as office:
        first = kept.begun(office, CAMPAIGN, ASKED, make)
        is_asked.set()
        assert kept.seen(office, CAMPAIGN, ASKED, make) is first.result(60)
    assert len(begun) == 1


def test_what_is_begun_and_fails_is_told_to_who_waits_and_made_anew(made_workspace: Path) -> None:
    kept = SeenCampaigns()

    def fail(_asked: Asked) -> VersionsListed:
        raise UsageError("no")

    with Office.look(made_workspace, Surroundings({}, "Lan", now)) as office:
        with pytest.raises(UsageError):
            kept.begun(office, CAMPAIGN, ASKED, fail).result(60)
        answer = VersionsListed(())
        assert kept.seen(office, CAMPAIGN, ASKED, lambda _asked: answer) is answer


def lay_a_note(place: Path) -> None:
    (place / "data" / CAMPAIGN / "note.txt").write_text("x", "utf-8")


def save_the_workbook(place: Path) -> None:
    """As Excel does it: a new file in the place of the old."""
    path = place / "data" / CAMPAIGN / "campaign.xlsx"
    saved = path.with_suffix(".new")
    saved.write_bytes(path.read_bytes())
    saved.replace(path)


def change_settings(place: Path) -> None:
    with (place / "vbgen.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[issue]\ntwo_people = true\n")


def change_a_template(place: Path) -> None:
    (place / "templates" / "award-decision" / "note.txt").write_text("x", "utf-8")


def write_into_the_register(place: Path) -> None:
    """As a command line beside the desk does it."""
    with Office.act(place, Surroundings({}, "Minh", now)) as office:
        office.do(
            AddPerson(
                "minh", "Trần Văn Minh", frozenset({DeskRole.OFFICER}), "cây bàng trước sân 9"
            )
        )


@pytest.mark.parametrize(
    "change",
    [
        lay_a_note,
        save_the_workbook,
        change_settings,
        change_a_template,
        write_into_the_register,
    ],
)
def test_a_change_is_seen_at_the_next_request(
    workspace: Path, change: Callable[[Path], None]
) -> None:
    kept, made = SeenCampaigns(), list[int]()

    def make(_asked: Asked) -> VersionsListed:
        made.append(1)
        return VersionsListed(())

    for _time in range(2):
        seen(kept, workspace, make)
    assert len(made) == 1
    change(workspace)
    for _time in range(2):
        seen(kept, workspace, make)
    assert len(made) == 2
