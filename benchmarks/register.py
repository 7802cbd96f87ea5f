"""How fast the register works: numbers a second, issues a second, searches among many rows.

    python benchmarks/register.py [--database URL] [--numbers 2000] [--processes 8] [--issues 50] [--rows 1000000]

Without --database an SQLite file in a temporary folder is used; a PostgreSQL database must be new and empty.
"""

import argparse
import json
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert

from vbgen.archive import Archive
from vbgen.campaign import load_campaign
from vbgen.errors import Severity
from vbgen.law.office import rules_of
from vbgen.model.dossier import Consent, Counter, Intent, Particulars, Stamp
from vbgen.office.issuing.consenting import with_consent
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.intents import Wish, bundle, intent_of
from vbgen.office.issuing.issuing import issue
from vbgen.office.registry.archiving import verify
from vbgen.office.setting.workspace import Workspace
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.register import Filter, Numbering, Register, tables
from vbgen.register.database.index import index_words
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "ha-nam-2022"
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
FAMILY, MIDDLE = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"), ("Văn", "Thị", "Hữu", "Minh", "Đình")
GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hòa", "Khánh", "Lan", "Nguyệt", "Phúc")
QUESTIONS = {
    "a rare name": Filter(words="nguyệt 777777", most=50),
    "a rare name, without marks": Filter(words="nguyet 777777", most=50),
    "words that many have": Filter(words="khen thuong", most=50),
    "a recipient": Filter(recipients="sở nội vụ 4321", most=50),
    "a number": Filter(number=4321, most=50),
    "a month": Filter(since=date(2020, 5, 1), until=date(2020, 5, 31), most=50),
}
PARTICULARS = Particulars(
    "SCT", "Sở Công Thương", "", "launch-notice", "SCT-VP", date(2026, 3, 5), "V/v phát động"
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", default="")
    parser.add_argument(
        "--bulk", type=int, default=0, help="import so many rows in ten steps, and nothing else"
    )
    for name, usual in {"numbers": 2000, "processes": 8, "issues": 50, "rows": 1_000_000}.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        url = asked.database or f"sqlite:///{Path(name) / 'register.sqlite3'}"
        with closing(Register.open(url, now=NOW)) as register:
            if asked.bulk:
                archive = Archive.open(Path(name) / "archive", environ={})
                json.dump(
                    bulk(register, archive, asked.bulk, steps=10),
                    sys.stdout,
                    ensure_ascii=False,
                    indent=1,
                )
                return
            found = {
                "database": register.database.url.get_backend_name(),
                "numbers a second, one process": numbers(url, asked.numbers, 1),
                f"numbers a second, {asked.processes} processes": numbers(
                    url, asked.numbers, asked.processes
                ),
                "issues a second": issues(register, Path(name), asked.issues),
                **searches(register, asked.rows),
            }
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    print()


def numbers(url: str, count: int, processes: int) -> float:
    context = get_context("forkserver")
    context.set_forkserver_preload(["vbgen.register.register"])
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        list(pool.map(take, [url] * processes, [1] * processes))
        started = perf_counter()
        list(pool.map(take, [url] * processes, [count // processes] * processes))
    return round(count / (perf_counter() - started), 1)


def take(url: str, count: int) -> None:
    with closing(Register.open(url, now=NOW)) as register:
        for _ in range(count):
            key = secrets.token_hex(16)
            particulars = replace(PARTICULARS, campaign=key)
            register.reserve(
                Intent(key, particulars, Counter("SCT", "van-ban-di", 2026)), Stamp("bench", NOW)
            )


def issues(register: Register, folder: Path, count: int) -> float:
    library = Library((ROOT / "templates",))
    day = date(2022, 3, 15)
    [scene] = agenda(
        load_campaign(SAMPLE, Workspace(None).words(date(2026, 9, 5))).campaign,
        [library.find("launch-notice")],
        phase=None,
        law=rules_of({}).on(day),
    ).scenes
    archive = Archive.open(folder / "archive", environ={})
    desk = Desk(register, archive, lambda campaign: folder / campaign, "bench", lambda: NOW)
    wish = Wish(SAMPLE, "launch-notice", day, law={})
    consent = Consent(form_errors=("recipient.as-above",), reason="bench")
    ready = with_consent(intent_of(bundle(scene, library), wish, Numbering(), library), consent)
    started = perf_counter()
    for _ in range(count):
        key = secrets.token_hex(16)
        issue(desk, replace(ready, id=key, particulars=replace(ready.particulars, campaign=key)))
    return round(count / (perf_counter() - started), 2)


def searches(register: Register, rows: int) -> dict[str, float]:
    started = perf_counter()
    with register.database.writing() as connection:
        for row in papers(rows):
            key = connection.execute(
                insert(tables.documents).returning(tables.documents.c.row), row
            ).scalar_one()
            index_words(connection, key, {**row, "text": row["note"]})
    found: dict[str, float] = {
        f"rows a second written and indexed ({rows} rows)": round(rows / (perf_counter() - started))
    }
    for title, question in QUESTIONS.items():
        register.entries(question)
        started = perf_counter()
        entries = register.entries(question)
        found[f"milliseconds for {title} ({len(entries)} found)"] = round(
            1000 * (perf_counter() - started), 1
        )
    return found


def bulk(register: Register, archive: Archive, rows: int, steps: int) -> dict[str, object]:
    """A register of the past written over in so many steps, and what one full one does: its growth is in the answer."""
    archive.claim(register.identity)
    found: dict[str, object] = {}
    share = rows // steps
    for step in range(steps):
        year = 1900 + step
        entries = [past_entry(year, number) for number in range(1, share + 1)]
        started = perf_counter()
        book = PastBook("SCT", Numbering(), Stamp("bench", NOW), "bench", archive.put)
        register.import_past(entries, book)
        register.mirror(archive.put_act)
        seconds = perf_counter() - started
        found[f"with {share * (step + 1)} rows"] = {
            "import, rows a second": round(share / seconds),
            **tasks(register),
            **proof(register, archive),
        }
        print(json.dumps(found, ensure_ascii=False), file=sys.stderr)
    return found


def proof(register: Register, archive: Archive) -> dict[str, float]:
    """How long the whole register takes to prove, and the errors found; there must be none."""
    started = perf_counter()
    problems = verify(register, archive).problems
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return {"verify, seconds": round(perf_counter() - started, 1), "verify, errors": errors}


def past_entry(year: int, number: int) -> PastEntry:
    day = date(year, 1, 1) + timedelta(days=number * 365 // 1_000_000)
    name = f"{FAMILY[number % 5]} {MIDDLE[number // 5 % 5]} {GIVEN[number // 25 % 10]}"
    return PastEntry(
        number,
        "QĐ-SCT",
        day,
        f"về việc khen thưởng {name} {number}",
        recipients=("Như Điều 3", "Lưu: VT"),
    )


def tasks(register: Register) -> dict[str, float]:
    """Milliseconds of what a clerk does, each measured once after one run to warm up."""
    acts: dict[str, Callable[[], object]] = {
        "list, one page of 50": lambda: register.page(Filter(limit=50)),
        "list, one page in the middle": lambda: register.page(Filter(limit=50, offset=5000)),
        "list, 10000 entries with remarks": lambda: register.remarks(
            register.page(Filter(limit=10_000)).entries
        ),
        "search, a rare word": lambda: register.page(Filter(words="nguyệt 77777", limit=50)),
        "search, words that all have": lambda: register.page(Filter(words="khen thuong", limit=50)),
        "find a number": lambda: register.entries(Filter(number=4321, symbol="QĐ-SCT")),
        "take a number": lambda: register.reserve(a_paper(), Stamp("bench", NOW)),
    }
    found = {}
    for title, act in acts.items():
        act()
        started = perf_counter()
        act()
        found[f"{title}, ms"] = round(1000 * (perf_counter() - started), 1)
    return found


def a_paper() -> Intent:
    particulars = replace(PARTICULARS, campaign=secrets.token_hex(16))
    return Intent(secrets.token_hex(16), particulars, Counter("SCT", "van-ban-di", 2026))


def papers(count: int) -> Iterator[dict[str, object]]:
    """Papers of a hundred years, a name and a serial number in each."""
    for serial in range(count):
        day = date(1950, 1, 1) + timedelta(days=serial * 36_500 // max(count, 1))
        name = f"{FAMILY[serial % 5]} {MIDDLE[serial // 5 % 5]} {GIVEN[serial // 25 % 10]}"
        common = replace(
            PARTICULARS,
            day=day,
            campaign=f"c{serial}",
            recipients=(f"Sở Nội vụ {serial % 10_000}", "VT"),
        )
        yield {
            **asdict(common),
            "subject": f"Về việc khen thưởng {name}",
            "recipients": "\n".join(common.recipients),
            "paper": common.paper,
            "id": f"{serial:032}",
            "series": "bench",
            "year": day.year,
            "number": serial + 1,
            "symbol": "QĐ-BENCH",
            "moved_on": None,
            "note": f"hồ sơ {serial}",
            "state": "issued",
            "reserved_at": "",
            "settled_at": None,
            "delivered": True,
        }


if __name__ == "__main__":
    main()
