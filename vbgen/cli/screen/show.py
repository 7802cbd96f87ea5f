"""What a reader sees: sentences, tables of problems, files made, progress; or one JSON value."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from vbgen.errors import Problem, Severity, VbgenError
from vbgen.messages import _
from vbgen.secrecy import hidden, secrets_of

if TYPE_CHECKING:
    from rich.console import ConsoleRenderable
    from rich.table import Table

_READABLE_ROWS = 500
_COLUMNS, _TABLE_COLUMNS = 80, 110  # where no terminal says how many there are


class Step(Protocol):
    """One more piece of long work is done."""

    def __call__(self, _what: object = None) -> None:
        """Move the bar."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where answers go: the terminal, or standard output as JSON."""

    as_json: bool = False
    shown: list[Problem] = field(
        default_factory=list
    )  # on the way to the answer, for programs to read in it
    errors_only: bool = False  # on a terminal nothing but what forbids
    is_brief: bool = False  # on a terminal one note of each kind: they were told in full by a check

    def sentence(self, text: str) -> None:
        """One sentence, to standard error."""
        if self.as_json:
            self._json({"ok": False, "message": text, "problems": []})
        else:
            _echo(text, err=True)

    def usage(self, text: str, ctx: click.Context | None) -> None:
        """What is wrong with the command line, and where to read more."""
        path = ctx.command_path if ctx else "vbgen"
        self.sentence(" ".join((text, _("Xem “{path} --help”.", path=path))))

    def error(self, fault: VbgenError) -> None:
        """An error's sentence and all its problems."""
        from vbgen.cli.screen.ways import worded

        sentence = " ".join(filter(None, (fault.message, worded(fault.ways))))
        if self.as_json:
            problems = [_worded(problem).as_json() for problem in fault.problems]
            self._json({"ok": False, "message": sentence, "problems": problems})
            return
        told = [problem for problem in fault.problems if _is_told(problem, fault.message)]
        hints = [hint for hint in (_worded(each).hint for each in told) if hint not in sentence]
        _echo(" ".join((sentence, *hints)), err=True)
        self.problems([problem for problem in fault.problems if problem not in told], err=True)

    def answer(
        self, message: str, values: Mapping[str, object], problems: Sequence[Problem] = ()
    ) -> None:
        """The result of a command: a sentence, its values for programs, what a person should look at."""
        if self.as_json:
            plain = [_worded(problem).as_json() for problem in (*self.shown, *problems)]
            self._json({"ok": True, "message": message, **values, "problems": plain})
            return
        self.problems(problems)
        _echo(message)

    def problems(self, problems: Sequence[Problem], *, err: bool = False) -> None:
        """A table of problems, the gravest first, repeats folded; for programs they come whole with the answer."""
        if self.as_json:
            self.shown.extend(problems)
            return
        grave = [problem for problem in problems if problem.severity is Severity.ERROR]
        if shown := grave if self.errors_only else problems:
            from vbgen.cli.screen.problem_table import problem_table

            _print(problem_table(shown, is_brief=self.is_brief), err=err)

    def questions(self, problems: Sequence[Problem]) -> None:
        """What a person agrees to, whole: also where only errors are asked for."""
        replace(self, errors_only=False).problems(problems, err=True)

    def table(self, table: "Table") -> None:
        """A table, on a terminal only."""
        if not self.as_json:
            _print(table)

    def show(self, shown: "ConsoleRenderable") -> None:
        """What is read in one go, on a terminal only; wrapped at 80 letters where no terminal says otherwise."""
        if not self.as_json:
            _print(shown, columns=_COLUMNS)

    def lines(self, lines: Sequence[str]) -> None:
        """Rows of a list, on a terminal only."""
        if lines and not self.as_json:
            _echo("\n".join(lines))

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Step]:
        """A bar on a terminal; nothing elsewhere, nor for no work."""
        if not total or self.as_json or not sys.stderr.isatty():
            yield lambda _what=None: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=total)
            yield lambda _what=None: bar.advance(task)

    def _json(self, value: Mapping[str, object]) -> None:
        rows = max((len(held) for held in value.values() if isinstance(held, list)), default=0)
        indent = (
            2 if rows <= _READABLE_ROWS else None
        )  # indenting costs seconds where nobody would read
        _echo(json.dumps(value, ensure_ascii=False, indent=indent, default=str))


def _echo(text: str, *, err: bool = False) -> None:
    """Say it, without what the environment keeps secret."""
    click.echo(_plain(text), err=err)


def _print(shown: "ConsoleRenderable", *, err: bool = False, columns: int = _TABLE_COLUMNS) -> None:
    from rich.console import Console

    Console(stderr=err, width=None if sys.stdout.isatty() else columns).print(shown)


def _worded(problem: Problem) -> Problem:
    from vbgen.cli.screen.ways import with_words

    return with_words(problem)


def _plain(text: str) -> str:
    return hidden(text, secrets_of(os.environ))


def _is_told(problem: Problem, sentence: str) -> bool:
    """The sentence says the problem and names its place, as far as it has one."""
    place = problem.place
    parts = (Path(place.file).name, place.sheet, place.cell, place.part, place.path, place.quote)
    numbers = [str(number) for number in (place.paragraph, place.line) if number]
    return all(part in sentence for part in (problem.message, *parts, *numbers))
