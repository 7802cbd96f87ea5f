"""An office that has issued papers with codes, its public site, and a plain server of files."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.patience import PATIENCE_MS
from tests.web.guarded_browser import Guard, debian_chromium
from vbgen.cli import run
from vbgen.office import ChangePaper, FindPapers, Office, Surroundings
from vbgen.register.entries import Relation
from vbgen.web.moment import now

ADDRESS = "https://kiemtra.vidu.gov.vn/xm/"
SETTINGS = f'\n[verification]\naddress = "{ADDRESS}"\nnames = "full"\n'


def vbgen(*words: object) -> None:
    """Runs a command, which has to succeed."""
    with pytest.raises(SystemExit) as ended:
        run(list(map(str, words)))
    assert not ended.value.code, words


@dataclass(frozen=True)
class IssuedOffice:
    """The sample's decision of phase 1, issued; certificates 3 and 4 of it were ended by a later paper."""

    place: Path

    @property
    def site(self) -> Path:
        return self.place / "trang"

    def kept(self, name: str) -> list[Path]:
        """Files of that name of the dossier, out of its bag."""
        return sorted((self.place / "goi").rglob(name))

    def codes(self, stem: str) -> list[str]:
        """The codes of a paper, as they are kept with it."""
        kept: Any = [json.loads(path.read_text("utf-8")) for path in self.kept("verification.json")]
        papers = [one for each in kept for one in each["papers"]]
        return next(one["codes"] for one in papers if one["stem"] == stem)

    def number(self, kind: str) -> str:
        """Number and symbol of the paper of that kind."""
        with Office.look(self.place, Surroundings({}, "Lan", now)) as opened:
            rows = opened.do(FindPapers()).rows
        return next(row.entry.code for row in rows if row.entry.kind == kind)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> IssuedOffice:
    place = tmp_path_factory.mktemp("public") / "office"
    vbgen("init", place)
    settings = place / "vbgen.toml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, encoding="utf-8")
    asked = ("--phase", "1", "--date", "2022-06-30", "--stated-signed", "--yes", "--pdf")
    vbgen("issue", place / "data/ha-nam-2022", "award-decision", *asked)
    here = ("--workspace", place)
    later = ("--date", "2022-07-15", "--subject", "Quyết định về việc thu hồi Giấy khen", "--yes")
    vbgen("register", "add", "02/QĐ-SCT", *later, *here)
    vbgen("register", "withdraw", "01/QĐ-SCT", "02/QĐ-SCT", "--only", "3", *here)
    vbgen("register", "replace", "01/QĐ-SCT", "02/QĐ-SCT", "--only", "4", *here)
    made = IssuedOffice(place)
    _end_three(made, asked, here)
    vbgen("archive", "verify-site", "-o", place / "trang", *here)
    vbgen("archive", "export", "--all", "-o", place / "goi", *here)
    return made


def _end_three(office: IssuedOffice, asked: Sequence[str], here: Sequence[object]) -> None:
    """Three papers more: one corrected, one amended, one whose number was given up."""
    campaign = office.place / "data/ha-nam-2022"
    for kind in ("phase-summary", "nomination-list"):
        vbgen("issue", campaign, kind, *asked)
    passed = ("--accept-form-errors", "recipient.as-above", "--reason", "như bản gốc")
    vbgen("issue", campaign, "launch-notice", *asked[2:], *passed)
    change = ("--date", "2022-07-16", "--subject", "Công văn về việc đính chính", "--yes")
    vbgen("register", "add", "09/SCT-VP", *change, *here)
    vbgen("register", "correct", office.number("phase-summary"), "09/SCT-VP", *here)
    amended = ChangePaper(office.number("nomination-list"), "09/SCT-VP", Relation.AMENDS)
    with Office.act(office.place, Surroundings({}, "Lan", now)) as opened:
        opened.do(amended)
    vbgen("register", "void", office.number("launch-notice"), "--why", "in nhầm", "--yes", *here)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's own name
        del format, args


@pytest.fixture(scope="session")
def origin(office: IssuedOffice) -> Iterator[str]:
    """Where the site is served, by Python's own server of files; the office itself is not there."""
    handler = partial(_Quiet, directory=str(office.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")  # what other modules test starts event loops of its own
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with debian_chromium() as opened:
        yield opened


Opens = Callable[[str], Page]


@pytest.fixture
def opens(browser: Browser, origin: str) -> Iterator[Opens]:
    """Opens the site at `#CODE`; at the end nothing was complained of, nothing asked of the outside."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(PATIENCE_MS)
    guard = Guard(origin)
    guard.watch(context)

    def open_page(code: str = "") -> Page:
        page = context.new_page()
        page.goto(f"{origin}/#{code}")
        return page

    yield open_page
    context.close()
    guard.confirm()
