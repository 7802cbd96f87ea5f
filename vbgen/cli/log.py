"""A log of what was done: commands, how long they took, how they ended; no names, no numbers, no addresses.

`VBGEN_LOG` and `VBGEN_LOG_LEVEL`, or `[log]` of the workspace, say where; `--verbose` shows the lines too. A log that
cannot be written stops no work.
"""

import logging
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import click

from vbgen.errors import VbgenError
from vbgen.secrecy import hidden, masked, secrets_of

_LINE = "%(asctime)s %(process)d %(levelname)s %(message)s"
_MEGABYTE, _MEGABYTES, _KEPT = 1_000_000, 5, 5
_SETTINGS = "vbgen.toml"


@dataclass(frozen=True, slots=True)
class Log:
    """The lines of one command; without a place they go nowhere."""

    logger: logging.Logger
    begun: float = field(default_factory=monotonic)
    words: list[str] = field(default_factory=list)  # of the command, once it is known
    is_verbose: bool = False  # shows what an outside program said of a fault, too

    @classmethod
    def opened(cls, arguments: Sequence[str], environ: Mapping[str, str]) -> "Log":
        """The log that environment or settings name, at their level."""
        settings, root = _settings(arguments)
        level = _level(environ.get("VBGEN_LOG_LEVEL") or settings.get("level"))
        logger = logging.Logger("vbgen", level)  # noqa: LOG001 - one command's own, seen by no other
        place = environ.get("VBGEN_LOG") or settings.get("file")
        if place:
            with suppress(OSError, ValueError, TypeError, OverflowError):
                logger.addHandler(_rotating(root / str(place), settings))
        if "--verbose" in arguments:
            logger.addHandler(logging.StreamHandler(sys.stderr))
        for handler in logger.handlers:
            handler.setFormatter(logging.Formatter(_LINE))
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
        return cls(logger, is_verbose="--verbose" in arguments)

    def fault(self, fault: BaseException) -> None:
        """How a command failed: the class, and the codes of its problems."""
        codes = (
            [problem.code for problem in fault.problems] if isinstance(fault, VbgenError) else []
        )
        self.logger.warning("%s %s", type(fault).__name__, ",".join(dict.fromkeys(codes)))
        if self.is_verbose:
            for note in getattr(fault, "__notes__", ()):
                click.echo(masked(hidden(note, secrets_of(os.environ))), err=True)

    def end(self, code: int) -> None:
        """What was done, how it ended, and after how many seconds."""
        level = logging.ERROR if code == 70 else logging.INFO  # noqa: PLR2004 - a fault of ours
        self.logger.log(
            level,
            "%s code=%d seconds=%.1f",
            " ".join(self.words) or "-",
            code,
            monotonic() - self.begun,
        )
        for handler in self.logger.handlers:
            handler.close()


def command_of(group: click.Command, arguments: Sequence[str]) -> str:
    """The command's own words, `register list`; nothing of what was typed behind them."""
    words = []
    for word in arguments:
        if isinstance(group, click.Group) and word in group.commands:
            words.append(word)
            group = group.commands[word]
    return " ".join(words)


def _rotating(path: Path, settings: Mapping[str, Any]) -> logging.Handler:
    import logging.handlers  # with sockets and queues, which nothing else here needs

    most = int(settings.get("megabytes", _MEGABYTES)) * _MEGABYTE
    kept = int(settings.get("kept", _KEPT))
    return logging.handlers.RotatingFileHandler(
        path, maxBytes=most, backupCount=kept, encoding="utf-8"
    )


def _level(name: object) -> int:
    return logging.getLevelNamesMapping().get(str(name or "info").upper(), logging.INFO)


def _settings(arguments: Sequence[str]) -> tuple[Mapping[str, Any], Path]:
    """`[log]` of the workspace that is named or stood in, and its folder; what is wrong there is told elsewhere."""
    named = [after for before, after in pairwise(arguments) if before == "--workspace"]
    start = Path(*named[:1])
    with suppress(OSError, ValueError, RuntimeError):
        inside = start.resolve()
        for folder in (inside, *inside.parents):
            if (folder / _SETTINGS).is_file():
                table = tomllib.loads((folder / _SETTINGS).read_text("utf-8-sig")).get("log", {})
                return (table if isinstance(table, dict) else {}), folder
    return {}, start
