"""What is seen of a campaign is made once, however many ask; what failed is made anew."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.register.papers import issue
from vbgen.errors import UsageError, VbgenError
from vbgen.model.desk_role import DeskRole
from vbgen.model.dossier import Stamp
from vbgen.office import (
    AddPerson,
    FindCampaignState,
    JudgeDraft,
    ListVersions,
    Office,
    RegisterPart,
    Request,
    SeeCampaign,
    SeeDraft,
    ShowSheet,
    Surroundings,
    TraceCell,
    TraceDraft,
    VersionsListed,
)
from vbgen.office.acts import Answer
from vbgen.office.overview.handed_over import HANDED_OVER
from vbgen.register import Entry
from vbgen.web.moment import now
from vbgen.web.seen import SeenCampaigns

CAMPAIGN = "ha-nam-2022"
ASKED = ListVersions(CAMPAIGN)
Asked = Request[VersionsListed]
Make = Callable[[Asked], VersionsListed]


def seen(kept: SeenCampaigns, place: Path, make: Make) -> VersionsListed:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return kept.seen(state(office), ASKED, make)


def state(office: Office, of_register: RegisterPart = RegisterPart.ALL) -> str:
    return office.do(FindCampaignState(CAMPAIGN, of_register)).digest


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
        first = kept.begun(state(office), ASKED, make)
        is_asked.set()
        assert kept.seen(state(office), ASKED, make) is first.result(60)
    assert len(begun) == 1


def test_what_is_begun_and_fails_is_told_to_who_waits_and_made_anew(made_workspace: Path) -> None:
    kept = SeenCampaigns()

    def fail(_asked: Asked) -> VersionsListed:
        raise UsageError("no")

    with Office.look(made_workspace, Surroundings({}, "Lan", now)) as office:
        with pytest.raises(UsageError):
            kept.begun(state(office), ASKED, fail).result(60)
        answer = VersionsListed(())
        assert kept.seen(state(office), ASKED, lambda _asked: answer) is answer


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


def states(place: Path) -> dict[RegisterPart, str]:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return {part: state(office, part) for part in RegisterPart}


def write_of(place: Path, campaign: str) -> Entry:
    """A paper of a campaign is issued."""
    with Office.act(place, Surroundings({}, "Lan", now)) as office:
        register = office.desk_to_begin().register
        return register.entry(issue(register, campaign=campaign).id)


def changed(before: dict[RegisterPart, str], after: dict[RegisterPart, str]) -> set[RegisterPart]:
    return {part for part in RegisterPart if before[part] != after[part]}


@pytest.mark.parametrize("other", ["ha-nam", "ha-nam-2022-2", "ha-nam-20220", "Ha-nam-2022"])
def test_an_act_in_one_campaign_leaves_what_is_seen_of_others(workspace: Path, other: str) -> None:
    before = states(workspace)
    write_of(workspace, other)
    assert changed(before, states(workspace)) == {RegisterPart.ALL}


def test_an_act_about_a_campaign_s_own_paper_makes_it_anew(workspace: Path) -> None:
    before = states(workspace)
    entry = write_of(workspace, CAMPAIGN)
    issued = states(workspace)
    assert changed(before, issued) == {RegisterPart.ALL, RegisterPart.ITS_PAPERS}
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        office.desk_to_act().register.note(
            Stamp("Lan", now()), "print", document=entry.id, detail={}
        )
    assert changed(issued, states(workspace)) == {RegisterPart.ALL, RegisterPart.ITS_PAPERS}


@pytest.mark.parametrize("campaign", [CAMPAIGN, "another"])
def test_handing_over_its_papers_makes_a_campaign_anew(workspace: Path, campaign: str) -> None:
    write_of(workspace, "another")
    before = states(workspace)
    detail: dict[str, object] = {"campaign": campaign, "receiver": "Bình", "papers": {}}
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        office.desk_to_act().register.note(Stamp("Lan", now()), HANDED_OVER, detail=detail)
    its_own = {RegisterPart.ITS_PAPERS} if campaign == CAMPAIGN else set[RegisterPart]()
    assert changed(before, states(workspace)) == {RegisterPart.ALL, *its_own}


@pytest.mark.parametrize(
    "asked",
    [ShowSheet(CAMPAIGN), SeeDraft(CAMPAIGN, "launch-notice"), SeeCampaign(CAMPAIGN)],
)
def test_what_says_that_it_reads_less_of_the_register_does(
    workspace: Path, asked: Request[Answer]
) -> None:
    """Where the register is broken, whoever reads of it is told."""
    write_of(workspace, "another")
    (workspace / "output" / "register.sqlite3").write_bytes(b"no register" * 1000)
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        if asked.reads_register is RegisterPart.NOTHING:
            office.do(asked)
        else:
            with pytest.raises(VbgenError):
                office.do(asked)


def test_who_reads_nothing_of_the_register_is_known() -> None:
    parts = {
        each.__name__: each.reads_register
        for each in (ShowSheet, JudgeDraft, TraceDraft, TraceCell)
    }
    assert set(parts.values()) == {RegisterPart.NOTHING}, parts
    assert SeeCampaign.reads_register is SeeDraft.reads_register is RegisterPart.ITS_PAPERS
    assert FindCampaignState.reads_register is RegisterPart.ALL
