"""An office with an issued decision and the keys of those who sign it, and the desk that serves it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.signing.conftest import AGENCY_NAME, LEADER_NAME, SignedOffice, run, with_pictures
from tests.web.forked_desk import forked_desk
from tests.web.running_desk import RunningDesk
from vbgen.web.moment import now

PASSWORD = "bi mat cua lanh dao"  # noqa: S105 - of keys that these tests make
WHOLE = 13  # a decision and its twelve certificates


@dataclass(frozen=True)
class Prepared:
    """An office with an issued decision, and the decision as another tool signed it."""

    office: SignedOffice
    signed: bytes


@pytest.fixture(scope="module", autouse=True)
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Made before the browser is open, beside which nothing can be signed here."""
    folder = tmp_path_factory.mktemp("signing") / "so"
    run(folder.parent, "init", folder)
    given = ("--phase", "1", "--date", "2022-06-30", "--stated-signed", "--yes")
    run(folder, "issue", "data/ha-nam-2022", "award-decision", *given)
    office = replace(SignedOffice(folder), now=now())
    keys = folder / "ca"
    with_pictures(office)
    trust = office.trust()
    for path in (*trust.roots, *trust.known):
        shutil.copy(path, keys)
    for name, identity in ((LEADER_NAME, office.leader), (AGENCY_NAME, office.agency)):
        (keys / f"{name}.p12").write_bytes(office.authority.pkcs12(identity, PASSWORD.encode()))
    known = ", ".join(f'"ca/{path.name}"' for path in trust.known)
    said = f'\n[signing]\nroots = ["ca/{trust.roots[0].name}"]\nknown = [{known}]\n'
    said += "".join(f'keys."{name}" = "ca/{name}.p12"\n' for name in (LEADER_NAME, AGENCY_NAME))
    settings = folder / "vbgen.toml"
    settings.write_text(settings.read_text("utf-8") + said, encoding="utf-8")
    return Prepared(office, office.signed())


@pytest.fixture
def workspace(prepared: Prepared, tmp_path: Path) -> Path:
    """An office of one's own."""
    return Path(shutil.copytree(prepared.office.folder, tmp_path / "so"))


@pytest.fixture
def desk(workspace: Path) -> Iterator[RunningDesk]:
    """A desk that serves it."""
    with forked_desk(workspace) as served:
        yield served


def opened(page: Page) -> Page:
    page.goto("/signing")
    page.get_by_role("link", name="01/QĐ-SCT").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ký số văn bản 01/QĐ-SCT")
    return page
