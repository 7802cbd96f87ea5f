"""What is seen of a campaign is made once, however many ask; what failed is made anew."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from vbgen.errors import UsageError
from vbgen.office import ListVersions, Office, Request, Surroundings, VersionsListed
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


def test_a_change_is_seen(made_workspace: Path) -> None:
    kept, made = SeenCampaigns(), list[int]()

    def make(_asked: Asked) -> VersionsListed:
        made.append(1)
        return VersionsListed(())

    seen(kept, made_workspace, make)
    seen(kept, made_workspace, make)
    note = made_workspace / "data" / CAMPAIGN / "note.txt"
    note.write_text("x", "utf-8")
    seen(kept, made_workspace, make)
    note.unlink()
    assert len(made) == 2
