"""What the killed processes do; in a module of its own, so that the fork server has it ready."""

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from tests.register.issuing_desks import NOW, another, desk
from tests.register.killing import Fuse, FusedShelf, fused_desk
from tests.register.papers import intent as paper
from tests.register.papers import stamp
from vbgen.archive import Archive
from vbgen.model.afterwards.delivery import DeliveryLine
from vbgen.model.dossier import Intent, Stamp
from vbgen.office import Office, Request, Surroundings
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.numbers import given_number
from vbgen.office.issuing.issuing import finish, issue
from vbgen.office.registry.outside import Outside, enter_outside, prepare_outside
from vbgen.office.registry.recovering import Recovered, Recovering
from vbgen.office.signing.keeping import SignedBytes, keep_files, keep_signed, scan_copies
from vbgen.register import NumberTakenError, Register, State
from vbgen.signing.found import CheckedFile, CheckEvidence

MOVES = frozenset(
    {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir"}
)  # audited by Python


def number(url: str, count: int) -> list[int]:
    register = Register.open(url, now=NOW)
    taken = [register.reserve(paper(), stamp()).number for _ in range(count)]
    register.close()
    return taken


def keep_receipt_and_die(url: str, document: str, chunk: str) -> None:
    Register.open(url, now=NOW).keep_receipt(document, chunk, {"key": chunk})
    os.kill(os.getpid(), signal.SIGKILL)


def issue_and_die(url: str, folder: Path, intent: Intent, at: int) -> None:
    issue(fused_desk(url, folder, Fuse(at), steps_only=True), intent)


def issue_tiny_and_die(url: str, folder: Path, intent: Intent, at: int) -> None:
    fused = fused_desk(url, folder, Fuse(at), steps_only=False)
    finish(fused, fused.register.reserve(intent, fused.stamp()))


def issue_tiny_forever(url: str, folder: Path, intent: Intent) -> None:
    busy = desk(url, folder)
    while True:
        resume_one(busy)
        finish(busy, busy.register.reserve(another(intent), busy.stamp()))


def resume_one(busy: Desk) -> None:
    """Finish one of the open issues; another process may finish it first, with the same result."""
    for numbered in busy.register.open_issues()[:1]:
        finish(busy, numbered)


def number_now(url: str, count: int) -> None:
    """Numbers taken by the machine's own clock, beside an office that works by it too."""
    now = datetime.now().astimezone()
    register = Register.open(url, now=now)
    for _turn in range(count):
        register.reserve(paper(), Stamp("văn thư", datetime.now().astimezone(), ""))
    register.close()


def take_given(url: str, told: Path, wanted: tuple[str, ...]) -> None:
    """Each number asked for by name, and after each one more of the series; the codes that were won, in `told`."""
    register, won = Register.open(url, now=NOW), list[str]()
    for text in wanted:
        for given in (given_number(text)[0], None):
            with suppress(NumberTakenError):
                won.append(register.reserve(replace(paper(), given=given), stamp()).code)
    register.close()
    told.write_text("\n".join(won), "utf-8")


def add_and_die(url: str, folder: Path, at: int) -> None:
    """One number held and one paper registered, each an act of its own; killed at the point given."""
    hold_and_add(fused_desk(url, folder, Fuse(at), steps_only=False))


def hold_and_add(busy: Desk) -> None:
    """A number is held, then the paper is there."""
    wanted = Outside("TB-SCT", date(2026, 3, 5), "Thông báo nghỉ lễ", agency="SCT")
    held = enter_outside(busy, prepare_outside(busy, wanted, hold=True))
    enter_outside(busy, prepare_outside(busy, replace(wanted, reference=held.code)))


def add_many(url: str, folder: Path, serial: int, count: int) -> None:
    """Numbers held and filled, and numbers taken by issuing, in turn with others who do the same."""
    busy = desk(url, folder)
    for _turn in range(count):
        hold_and_add(busy)
        busy.register.reserve(paper(campaign=f"{serial}-{_turn}"), stamp())


def recover_and_die(url: str, folder: Path, at: int) -> None:
    """What only the archive knows is taken back; killed at the point given."""
    recovered(fused_desk(url, folder, Fuse(at), steps_only=False))


def recover_from_store_and_die(
    url: str, folder: Path, store: tuple[str, Mapping[str, str]], at: int
) -> None:
    """The same from an archive in an object store, its address and what the environment says."""
    fuse = Fuse(at)
    archive = Archive.open(store[0], environ=store[1])
    fused = replace(archive, shelf=FusedShelf(archive.shelf, fuse))
    recovered(replace(fused_desk(url, folder, fuse, steps_only=False), archive=fused))


def recovered(busy: Desk) -> Recovered:
    return Recovering(busy.register, busy.archive, busy.out).run(busy.stamp())


def keep_signed_and_die(url: str, folder: Path, version: int, at: int) -> None:
    keep_signed_copy(fused_desk(url, folder, Fuse(at), steps_only=False), version)


def keep_signed_copy(busy: Desk, version: int) -> None:
    """One more signed file of the first paper that was issued, with the evidence of its check."""
    entry = next(one for one in busy.register.entries() if one.state is State.ISSUED)
    name = next(file.name for file in busy.register.files(entry.id) if file.role == "paper")
    content = f"signed {version}".encode()
    check = CheckedFile((), CheckEvidence(certificates=(content,)))
    keep_signed(busy, entry, [SignedBytes(name, content, check, version)])


def send_and_die(url: str, folder: Path, line: DeliveryLine, at: int) -> None:
    """One line of the delivery book of the only paper; killed at the point given."""
    send(fused_desk(url, folder, Fuse(at), steps_only=False), line)


def send(busy: Desk, line: DeliveryLine) -> None:
    """A line of the delivery book of the only paper."""
    (entry,) = busy.register.entries()
    busy.enter_archive()
    busy.register.write_deliveries(entry.id, (line,), busy.stamp())
    busy.mirror()


def do_and_die(place: Path, environ: Mapping[str, str], request: Request[Any], at: int) -> None:
    """An act of the office; killed before a statement or commit of its register, or before a file moves."""
    fuse = Fuse(at)
    sys.addaudithook(lambda name, _given: fuse.point(name) if name in MOVES else None)
    event.listen(Engine, "before_cursor_execute", lambda *_: fuse.point("statement"))
    event.listen(Engine, "commit", lambda *_: fuse.point("commit"))
    with Office.act(place, Surroundings(environ, "Lan", lambda: datetime.now(UTC))) as office:
        office.do(request)


def keep_scan_and_die(url: str, folder: Path, version: int, at: int) -> None:
    """A scan of the first paper that was issued; killed at the point given."""
    keep_scan(fused_desk(url, folder, Fuse(at), steps_only=False), version)


def keep_scan(busy: Desk, version: int) -> None:
    """One more scan of the first paper that was issued, as it came and searchable."""
    entry = next(one for one in busy.register.entries() if one.state is State.ISSUED)
    name = next(file.name for file in busy.register.files(entry.id) if file.role == "paper")
    contents = (f"searchable {version}".encode(), f"as received {version}".encode())
    reading = f"reading {version}".encode()
    copies = scan_copies(name, version, contents, reading)
    keep_files(busy, entry, copies, (*contents, reading))
