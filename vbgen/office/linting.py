"""Linting: Word files of any maker against the decree's form; what is certain mended in a copy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vbgen.decree import FormFinding, FormReport, Settings, annotate, fix, lint
from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import read_bytes, refuse_same
from vbgen.outputs import write_output

MOST_BYTES = 200_000_000  # of a Word file; one of 500 pages stays far below


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in one file; a file that cannot be read has a refusal and no report."""

    path: Path
    report: FormReport | None
    refusal: tuple[Problem, ...] = ()
    mended: tuple[FormFinding, ...] = ()
    mended_copy: Path | None = None  # what the report is about, when the file was mended

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything to tell of the file."""
        return self.refusal or (self.report.problems if self.report else ())

    @property
    def exit_code(self) -> int:
        """0 clean, 1 against the decree's text, 2 unreadable."""
        if self.report is None:
            return 2
        return int(self.report.has_errors)


def lint_files(paths: Iterable[Path], settings: Settings, today: date) -> Iterator[Linted]:
    """Each file's findings, in order; an unreadable one does not stop the others; an undated one is as of `today`."""
    for path in paths:
        try:
            docx = read_bytes(path, most=MOST_BYTES)
            yield Linted(path, lint(docx, name=path.name, settings=settings, today=today))
        except UnreadableFileError as fault:
            yield _refused(path, fault)


def mend_file(path: Path, target: Path, settings: Settings, today: date) -> Linted:
    """What is left after all that is certain was mended in the copy at `target`; the file itself stays as it is."""
    refuse_same(path, target)
    try:
        fixed = fix(
            read_bytes(path, most=MOST_BYTES), name=path.name, settings=settings, today=today
        )
    except UnreadableFileError as fault:
        return _refused(path, fault)
    write_output(target, fixed.docx)
    return Linted(path, fixed.remaining, mended=fixed.mended, mended_copy=target)


def annotate_file(linted: Linted, target: Path) -> None:
    """Write a copy of the file, as mended if it was, with a Word comment at the place of each finding."""
    if linted.report is not None:
        refuse_same(linted.path, target)
        write_output(target, annotate(linted.mended_copy or linted.path, linted.report))


def worst(results: Sequence[Linted]) -> int:
    """The exit code of a run over several files."""
    return max((linted.exit_code for linted in results), default=0)


def _refused(path: Path, fault: UnreadableFileError) -> Linted:
    return Linted(
        path, None, fault.problems or (Problem("unreadable", fault.message, Place(file=path.name)),)
    )
