"""How long the first picture of a paper takes after a change of its data, beside LibreOffice's own conversion.

    PYTHONPATH=.:benchmarks .venv/bin/python benchmarks/first_picture.py [--changes 7]

The change is made by another program (openpyxl stands for Excel, and writes every part of the workbook anew); then
the paper's page is asked for, and its first picture. LibreOffice's own conversion of the same Word file is
`soffice --convert-to` of a profile in which LibreOffice runs already: the quickest that its command can do. Each
change is followed by each measurement, so that whatever else the machine does weighs on both.
"""

import argparse
import os
import re
import signal
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import httpx

from vbgen.office import Office, SeeDraft, Surroundings
from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.warm import WarmConverter
from vbgen.web.moment import now

CAMPAIGN, PAPER = "ha-nam-2022", "council-minutes-phase-1"
_CONVERT = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir")
Client = Callable[[], httpx.Client]


def main() -> None:
    import desk

    parser = argparse.ArgumentParser()
    parser.add_argument("--changes", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as folder:
        place = desk.office_with(Path(folder) / "office", 1_000)
        with desk.served(place) as served:
            first_picture(served.place, served.client, asked.changes)


def first_picture(place: Path, client: Client, changes: int) -> dict[str, float]:
    """Milliseconds from the changed data to the first page's picture; the first change warms all of them."""
    taken: dict[str, list[float]] = {"picture": [], "LibreOffice": [], "handed over": []}
    with client() as here, tempfile.TemporaryDirectory() as folder, warm_offices() as (own, warm):
        file = Path(folder) / "paper.docx"
        for number in range(changes + 1):
            change(place, number)
            ms = [milliseconds(lambda: picture(here))]
            with Office.look(place, Surroundings({}, "Lan", now)) as looking:
                file.write_bytes(looking.do(SeeDraft(CAMPAIGN, PAPER)).docx)
            ms.append(milliseconds(lambda: own(file)))
            ms.append(milliseconds(lambda: warm.to_pdf([file], file.parent)))
            for name, each in zip(taken if number else (), ms, strict=False):
                taken[name].append(each)
    found = {name: statistics.median(times) for name, times in taken.items()}
    ours, theirs = found["picture"], found["LibreOffice"]
    told = f"{ours:6.0f} ms; LibreOffice {theirs:6.0f} ms; {ours / theirs:.2f} x"
    print(
        f"{'first picture after a change':45} {told} (handed over: {found['handed over']:.0f} ms)"
    )
    return found


@contextmanager
def warm_offices() -> Iterator[tuple[Callable[[Path], None], WarmConverter]]:
    """LibreOffice as its own command uses one that runs, and as we hand files over to one."""
    office = Converter.probe(os.environ).office
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        opened = Path(name) / "open.txt"
        opened.write_text("open", encoding="ascii")
        command = [str(office.path), f"-env:UserInstallation=file://{name}/profile"]
        running = subprocess.Popen([*command, "--headless", str(opened)], start_new_session=True)

        def own(file: Path) -> None:
            subprocess.run(
                [*command, *_CONVERT, str(file.parent), str(file)], check=True, capture_output=True
            )

        try:
            with WarmConverter(office) as warm:
                yield own, warm
        finally:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def milliseconds(act: Callable[[], object]) -> float:
    """How long it takes once."""
    started = perf_counter()
    act()
    return 1000 * (perf_counter() - started)


def picture(client: httpx.Client) -> None:
    """As a browser would: the page, and the picture that it shows first."""
    page = client.get(f"/campaigns/{CAMPAIGN}/papers/{PAPER}").text
    first = re.search(r'src="(/pictures/[^"]+/1)"', page)
    client.get(first[1] if first else "/no-picture").raise_for_status()


def change(place: Path, number: int) -> None:
    """Another name in the council, so that the paper is another."""
    import openpyxl

    path = place / "data" / CAMPAIGN / "campaign.xlsx"
    book = openpyxl.load_workbook(path)
    cell = book["Hội đồng"]["B2"]
    cell.value = f"{str(cell.value).split(' thứ')[0]} thứ {number}"
    book.save(path)


if __name__ == "__main__":
    main()
