"""The workers that settings choose, and a workshop for what nobody keeps; nothing of the register is read for it."""

import os
from collections.abc import Callable, Mapping

from vbgen.office.making.batching import Press, Workshop
from vbgen.pages.runs.choosing import workers
from vbgen.pages.runs.ledger import MemoryLedger
from vbgen.pages.runs.progress import Progress
from vbgen.pages.runs.running import Workers

Tell = Callable[[Progress], object]


def press(environ: Mapping[str, str], tell: Tell) -> Press:
    """A workshop for print files that nobody keeps, nor takes up again."""
    return lambda scratch: Workshop(chosen_workers(environ), MemoryLedger(), scratch, tell=tell)


def confirm_workers(environ: Mapping[str, str]) -> None:
    """Does nothing where the chosen workers are there: to be asked before a number is taken.

    UsageError for settings that make no sense, OutsideProgramError for a cluster out of reach.
    """
    workers(environ, cores=1, chunks=1)


def chosen_workers(environ: Mapping[str, str]) -> Callable[[int], Workers]:
    """The workers of so many chunks, as settings choose them."""
    return lambda chunks: workers(environ, cores=os.cpu_count() or 1, chunks=chunks)
