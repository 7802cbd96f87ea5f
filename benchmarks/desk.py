"""How long clerks wait for the desk, beside the same calls without the web, in one run.

    PYTHONPATH=.:benchmarks .venv/bin/python benchmarks/desk.py [--entries 10000] [--clerks 20] [--seconds 30]
                                [--certificates 10000] [--requests 10000] [--changes 7] [--json FILE]

Four measurements, over the sample and a register of that many entries: each page alone, and what the office takes of
it; all pages while so many clerks work, each with pauses of a second or so; the first picture of a paper after a
change of its data, beside LibreOffice's own conversion of the same Word file; pages while certificates are made as a
job makes them (half of the cores, ten steps of nice); and the server's memory over many requests.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from time import monotonic, perf_counter, sleep
from typing import Any

import httpx
from first_picture import CAMPAIGN, PAPER, first_picture
from register import past_entry

from vbgen.cli import run
from vbgen.model.dossier import Stamp
from vbgen.office import (
    FindCampaignState,
    FindCertificates,
    FindOpenIssues,
    FindPapers,
    FindSession,
    ListCampaigns,
    ListVersions,
    Office,
    Request,
    Surroundings,
)
from vbgen.register import Numbering
from vbgen.register.entering.past import PastBook
from vbgen.web.moment import now

HERE = f"/campaigns/{CAMPAIGN}"
STATE = FindCampaignState(CAMPAIGN)
Asked = Request[Any]
# Page → what its room asks the office for, where nothing has changed since the page was seen before.
PAGES: dict[str, tuple[Asked, ...]] = {
    "/": (FindOpenIssues(), ListCampaigns(), STATE, FindCampaignState("phong-trao-moi")),
    HERE: (STATE,),
    f"{HERE}/check": (STATE,),
    f"{HERE}/papers/{PAPER}": (STATE, STATE),
    f"{HERE}/data": (STATE, STATE),
    f"{HERE}/versions": (ListVersions(CAMPAIGN),),
    "/register": (FindPapers(limit=50),),
    "/register?words=nguyet+777": (FindPapers(words="nguyet 777", limit=50),),
    "/register?from=5000": (FindPapers(limit=50, offset=5000),),
    "/golden-book": (FindCertificates("", None, 50, 0),),
}
_AT_MOST_S = 300


@dataclass(frozen=True)
class BenchDesk:
    """A running desk, and somebody in it."""

    place: Path
    process: "subprocess.Popen[str]"
    origin: str
    cookies: httpx.Cookies

    def client(self) -> httpx.Client:
        """Somebody in the session."""
        return httpx.Client(base_url=self.origin, cookies=self.cookies, timeout=_AT_MOST_S)

    def megabytes(self) -> float:
        """Of the process that serves; its workers are others."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor_ms(self) -> float:
        """That the same process has used; what others do to the machine hardly changes it."""
        said = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return 1000 * (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as folder:
        place = office_with(Path(folder) / "office", asked.entries)
        with served(place) as desk:
            see_all(desk)
            found = {
                "alone": alone(desk, asked.repeats),
                "clerks": told("all pages", clerks(desk, asked.clerks, asked.seconds)),
                "first_picture": first_picture(desk.place, desk.client, asked.changes),
                "while_certificates": while_certificates(desk, asked),
                "memory_mb": memory(desk, asked.requests),
            }
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


def see_all(desk: BenchDesk) -> None:
    """Open each page once: what is slow once is not what clerks wait for all day."""
    with desk.client() as client:
        for page in PAGES:
            client.get(page).raise_for_status()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    usual = {"entries": 10_000, "clerks": 20, "seconds": 30, "certificates": 10_000}
    for name, value in {**usual, "requests": 10_000, "changes": 7, "repeats": 30}.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def office_with(place: Path, entries: int) -> Path:
    """A new workspace whose register has so many entries of the past."""
    try:
        run(["init", str(place)])
    except SystemExit as ended:
        if ended.code:
            raise
    with Office.act(place, Surroundings({}, "Lan", now)) as office:
        desk = office.desk_to_begin()
        desk.enter_archive()
        past = [past_entry(2000, number) for number in range(1, entries + 1)]
        stamp = Stamp("bench", now())
        book = PastBook("SCT", Numbering(), stamp, "bench", desk.archive.put)
        desk.register.import_past(past, book)
        desk.mirror()
    return place


@contextmanager
def served(place: Path) -> Iterator[BenchDesk]:
    words = [sys.executable, "-m", "vbgen", "serve", "--no-open", "--json", "--port", "0"]
    with subprocess.Popen(
        [*words, "--workspace", str(place)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            link = json.loads(process.stdout.readline())["url"] if process.stdout else ""
            with httpx.Client(timeout=_AT_MOST_S) as client:
                client.get(link)
                yield BenchDesk(place, process, link.partition("/enter")[0], client.cookies)
        finally:
            process.terminate()


def alone(desk: BenchDesk, repeats: int) -> dict[str, object]:
    """Each page by itself, and beside it the same calls of the office in this process."""
    print(f"{'page alone':45} {'page':>8} {'office':>8} {'the web':>8} {'processor':>9}")
    found: dict[str, object] = {}
    with desk.client() as client:
        session = FindSession("x" * 43)
        for page, asked in PAGES.items():
            before = desk.processor_ms()
            whole = statistics.median(repeated(partial(client.get, page), repeats))
            processor = (desk.processor_ms() - before) / repeats
            calls = statistics.median(
                repeated(partial(office_does, desk.place, (session, *asked)), repeats)
            )
            share = 1 - min(1.0, calls / whole)
            print(f"{page:45} {whole:6.1f} ms {calls:5.1f} ms {share:8.0%} {processor:6.1f} ms")
            measured = {"page_ms": whole, "office_ms": calls, "web": share}
            found[page] = {**measured, "processor_ms": processor}
    return found


def office_does(place: Path, asked: Sequence[Asked]) -> None:
    """As a page does it: one office for all that it asks."""
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        for each in asked:
            office.do(each)


def repeated(act: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each."""
    found = []
    for _time in range(times):
        started = perf_counter()
        act()
        found.append(1000 * (perf_counter() - started))
    return found


def clerks(desk: BenchDesk, count: int, seconds: float) -> list[float]:
    """Milliseconds of every page that so many clerks open in that time."""
    waits: list[float] = []
    end = monotonic() + seconds
    threads = [Thread(target=work, args=(desk, end, waits)) for _clerk in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return waits


def work(desk: BenchDesk, end: float, waits: list[float]) -> None:
    """One clerk: a page, a look at it, the next page; not all of them begin in the same moment."""
    with desk.client() as client:
        sleep(random.uniform(0.5, 2.0))  # noqa: S311 - no secret
        while monotonic() < end:
            page = random.choice(list(PAGES))  # noqa: S311 - no secret
            started = perf_counter()
            client.get(page).raise_for_status()
            waits.append(1000 * (perf_counter() - started))
            sleep(random.uniform(0.5, 2.0))  # noqa: S311 - no secret


def told(what: str, waits: Sequence[float]) -> dict[str, float]:
    """The middle and the ends of what was waited."""
    cuts = statistics.quantiles(waits, n=100, method="inclusive")
    found = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}
    shown = "  ".join(f"{name} {value:7.1f} ms" for name, value in found.items())
    print(f"{what:45} {shown}  ({len(waits)} pages)")
    return {**found, "pages": len(waits)}


def while_certificates(desk: BenchDesk, asked: argparse.Namespace) -> dict[str, float]:
    """Pages while certificates are made; the making is stopped when the pages were measured.

    It stays in the desk's session, as a job of the desk does; its workers and LibreOffice end with it.
    """
    see_all(desk)  # again, after the last change of the data
    half = max(1, (os.cpu_count() or 1) // 2)
    made = f"from certificates import run, shipped; run(shipped({asked.certificates}), {half})"
    command = ["nice", "-n", "10", sys.executable, "-c", made]
    with subprocess.Popen(command) as making:
        try:
            sleep(20)  # it has begun to convert by then
            waits = clerks(desk, asked.clerks, asked.seconds)
            if making.poll() is not None:
                sys.exit("the certificates ended before the pages were measured")
        finally:
            making.kill()
    return told(f"while {asked.certificates} certificates are made", waits)


def memory(desk: BenchDesk, requests: int) -> dict[str, float]:
    """Of the server, after a tenth of the requests and after all."""
    found = {}
    pages = list(PAGES)
    with desk.client() as client:
        for number in range(1, requests + 1):
            client.get(pages[number % len(pages)])
            if number in {requests // 10, requests // 2, requests}:
                found[str(number)] = desk.megabytes()
                print(f"{f'memory after {number} requests':45} {found[str(number)]:6.1f} MB")
    return found


if __name__ == "__main__":
    main()
