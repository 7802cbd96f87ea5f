"""Real processes that are killed with SIGKILL at a counted point, or at random."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import event

from tests.register.issuing_desks import desk
from vbgen.archive.shelf import Shelf
from vbgen.office.issuing.desk import Desk

PRELOADED = [
    "vbgen.register.register",
    "vbgen.office.issuing.readying",
    "vbgen.office.registry.archiving",
    "vbgen.office.receiving.handing_in",
    "vbgen.office.receiving.unit_links",
    "vbgen.office.setting.stores",
    "vbgen.campaign",
    "psycopg",
    "docx",
    "lxml.etree",
    "issuing_desks",
    "killing_tasks",
]


@cache
def forks() -> ForkServerContext:
    """Processes forked from a server that has everything imported: quick, and nothing is shared with the test."""
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(Path(__file__).parent), before)))
    forkserver.ensure_running()
    os.environ["PYTHONPATH"] = before or ""
    return context


def run(task: Callable[..., object], *arguments: object) -> int:
    """How the process ended: 0, or −9 when it was killed."""
    process = start(task, *arguments)
    process.join(60)
    return process.exitcode if process.exitcode is not None else 1


def start(task: Callable[..., object], *arguments: object) -> BaseProcess:
    process = forks().Process(target=task, args=arguments)
    process.start()
    return process


@dataclass
class Fuse:
    """Counts the points that are passed; the process kills itself at one of them."""

    at: int
    passed: list[str] = field(default_factory=list)

    def point(self, name: str) -> None:
        self.passed.append(name)
        if len(self.passed) == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class FusedShelf:
    """A shelf with points before and after each file."""

    shelf: Shelf
    fuse: Fuse

    @property
    def place(self) -> str:
        return self.shelf.place

    def keep(self, name: str, content: bytes) -> None:
        self.fuse.point("put")
        self.shelf.keep(name, content)
        self.fuse.point("kept")

    def read(self, name: str) -> bytes:
        return self.shelf.read(name)

    def size(self, name: str) -> int:
        return self.shelf.size(name)

    def names(self) -> Iterator[str]:
        return self.shelf.names()


def fused_desk(url: str, folder: Path, fuse: Fuse, *, steps_only: bool) -> Desk:
    """A desk with points at each step, and if wanted at every statement, commit and file."""
    plain = desk(url, folder, tell=fuse.point)
    if steps_only:
        return plain
    engine = plain.register.database.engine
    event.listen(engine, "before_cursor_execute", lambda *_: fuse.point("statement"))
    event.listen(engine, "commit", lambda *_: fuse.point("commit"))
    return replace(
        plain, archive=replace(plain.archive, shelf=FusedShelf(plain.archive.shelf, fuse))
    )
