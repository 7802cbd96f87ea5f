"""Desks of the tests that look at pages: each a process of its own, forked from one that has imported the program.

What a start does is the same but for the imports, which take longer than all else of it.
`tests/web/running_desk.py` starts the program as an office does, for the tests of starting, ending and settings.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.web.running_desk import RunningDesk, link_in, serving_words
from vbgen.cli import run

_FORKING = get_context("forkserver")
_FORKING.set_forkserver_preload(["vbgen.cli.serving", "vbgen.web.serving", "uvicorn", __name__])


@contextmanager
def forked_desk(place: Path, *options: str) -> Iterator[RunningDesk]:
    """A desk of that workspace, on a port that is free; it is gone afterwards."""
    told, tells = _FORKING.Pipe(duplex=False)
    process = _FORKING.Process(target=_serve, args=(place, options, tells, dict(os.environ)))
    process.start()
    tells.close()
    try:
        with told, os.fdopen(os.dup(told.fileno()), encoding="utf-8") as printed:
            yield RunningDesk(place, link_in(printed.readline()))
    finally:
        process.kill()
        process.join()
        process.close()


def _serve(
    place: Path, options: tuple[str, ...], tells: Connection, environ: dict[str, str]
) -> None:
    """`vbgen serve`, in the environment of who asks for it, printing to the pipe."""
    os.environ.clear()
    os.environ.update(environ | {"VBGEN_BY": "Lan"})
    sys.stdout = os.fdopen(tells.fileno(), "w", encoding="utf-8", closefd=False)
    run(serving_words(place, *options))
