"""Papers that agencies unlike the sample make are read back: everybody in them, nobody who is not, each honour."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from vbgen.campaign import load_campaign
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading
from vbgen.model.campaign import Campaign
from vbgen.office import DraftPapers, Office, Surroundings
from vbgen.office.receiving.reading import known_of
from vbgen.words.names import fold

AGENCIES = Path(__file__).parents[1] / "papers" / "agencies"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
KINDS = ("nomination-list", "award-decision", "certificate")
Read = tuple[Campaign, Mapping[str, FileReading]]


@pytest.fixture(scope="module", params=["benh-vien", "cuc", "truong", "xa"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The agency's lists, decisions and certificates, drafted and read."""
    root = tmp_path_factory.mktemp(request.param)
    (root / "vbgen.toml").write_text("", encoding="utf-8")
    (root / "templates").mkdir()
    folder = shutil.copytree(AGENCIES / request.param, root / "data" / request.param)
    with Office.act(root, Surroundings({}, "t", lambda: NOW)) as office:
        campaign = load_campaign(folder, office.words).campaign
        office.do(DraftPapers(folder, KINDS, folder=root / "drafts"))
        known = known_of(office.words, NOW.date(), campaign.agency, campaign.units)
    paths = sorted((root / "drafts").glob("*.docx"))
    return campaign, {path.stem: read_file(path, path.name, known) for path in paths}


def named(name: object) -> str:
    """A name; that of a household is read with how it is addressed, which the data keep apart."""
    return fold(str(name)).removeprefix("ho gia dinh ong ")


def pairs(reading: FileReading) -> set[tuple[str, str]]:
    return {(named(each["full_name"]), str(each["award"])) for each in reading.people}


def test_decisions_and_lists_name_whom_the_data_name_and_nobody_else(read: Read) -> None:
    campaign, readings = read
    names = {each.id: fold(each.full_name) for each in campaign.nominees}
    for start, rows in (
        ("nomination-list", campaign.nominations),
        ("award-decision", campaign.awards),
    ):
        shown = [pairs(each) for stem, each in readings.items() if stem.startswith(start)]
        if shown:
            expected = {(names[each.nominee], each.award) for each in rows}
            assert set.union(*shown) == expected


def test_certificates_name_nobody_else(read: Read) -> None:
    campaign, readings = read
    names = {fold(each.full_name) for each in campaign.nominees}
    read_there = {
        named(person["full_name"])
        for stem, reading in readings.items()
        if stem.startswith("certificate")
        for person in reading.people
    }
    assert read_there <= names
