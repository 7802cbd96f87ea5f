"""Linting: Word files of any maker against the decree's form; what is certain mended in a copy."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen import __version__
from vbgen.decree import (
    FindingGroup,
    FormFinding,
    FormReport,
    MadeKind,
    PaperTaken,
    Settings,
    TemplateFilling,
    grouped,
    lint,
    of_one_paper,
)
from vbgen.errors import Place, Problem, Severity, UnreadableFileError, VbgenError
from vbgen.files import read_bytes, refuse_same
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.outputs import write_output
from vbgen.papers.kinds.places import DECLARATION, FRAGMENTS, FRAMES, fragments_in

if TYPE_CHECKING:  # mending, pages and comments are loaded where they are asked for
    from vbgen.decree import Fixed, LeftAlone
    from vbgen.office.mending.looking import LookAtPages
    from vbgen.office.office import Office

MOST_BYTES = 200_000_000  # of a Word file; one of 500 pages stays far below


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in one file; a file that cannot be read has a refusal and no report."""

    path: Path
    report: FormReport | None
    refusal: tuple[Problem, ...] = ()
    mended: tuple[FormFinding, ...] = ()
    mended_copy: Path | None = None  # what the report is about, when the file was mended
    left: "tuple[LeftAlone, ...]" = ()  # what a program could mend and did not
    look: "LookAtPages | None" = (
        None  # at the pages before and after; `None` where nothing was to be mended
    )
    is_narrow: bool = False  # only sheet, margins and typing were mended

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything to tell of the file."""
        if self.report is None:
            return self.refusal
        return (*_unread(self.report), *self.report.problems)

    @property
    def papers(self) -> tuple[PaperTaken, ...]:
        """What each of its papers was taken for, and what was therefore not checked."""
        return self.report.papers if self.report else ()

    def groups(self, paper: int) -> tuple[FindingGroup, ...]:
        """What was found in one of its papers, the same told once, the gravest first."""
        return of_one_paper(grouped(self.report.findings), paper) if self.report else ()

    @property
    def exit_code(self) -> int:
        """0 clean, 1 against the decree's text, 2 unreadable or without a letter to read."""
        if self.report is None or self.report.is_unread:
            return 2
        return int(self.report.has_errors)

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        findings = self.report.findings if self.report else ()
        return {
            "file": str(self.path),
            "exit_code": self.exit_code,
            "papers": [paper.as_json() for paper in self.papers],
            "findings": [finding.as_json() for finding in findings],
            "mended": [finding.as_json() for finding in self.mended],
            **(self._of_mending() if self.mended_copy else {}),
        }

    def _of_mending(self) -> dict[str, object]:
        return {
            "left": [each.as_json() for each in self.left],
            "narrowed": self.is_narrow,
            "look": None if self.look is None else self.look.as_json(),
        }


@dataclass(frozen=True)
class FilesLinted(Answer):
    """What was found in each file."""

    results: tuple[Linted, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many problems there are of each severity."""
        found = Counter(problem.severity for problem in self.problems)
        return {level: found[level] for level in Severity}

    @property
    def mended(self) -> int:
        """How many places were mended."""
        return sum(len(linted.mended) for linted in self.results)

    @property
    def exit_code(self) -> int:
        """The worst of the files'."""
        return worst(self.results)

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        files = [linted.as_json() for linted in self.results]
        return {"ok": not self.counts[Severity.ERROR], "files": files}


@dataclass(frozen=True)
class LintFiles(Request[FilesLinted]):
    """Hold Word files against the decree; copies that are mended or have comments where they are asked for.

    A target is a file for one file, a folder for several.
    """

    files: tuple[Path, ...]
    mend_to: Path | None = None
    annotate: Path | None = None
    sarif: Path | None = None
    pages: bool = False  # look at the printed pages too

    def carry_out(self, office: "Office") -> FilesLinted:
        """Lint or mend, then write what tells of it."""
        settings = office.form_settings
        results = tuple(
            self._with_pages(one, settings, office) for one in self._results(settings, office)
        )
        if self.annotate is not None:
            for linted in results:
                annotate_file(linted, self._place(self.annotate, linted.path))
        if self.sarif is not None:
            write_output(self.sarif, _sarif(results))
        problems = tuple(problem for linted in results for problem in linted.problems)
        return FilesLinted(results, problems=problems)

    def _results(self, settings: Settings, office: "Office") -> Iterator[Linted]:
        if self.mend_to is None:
            folders = office.workspace.template_folders
            yield from lint_files(self.files, settings, office.today, folders)
            return
        environ = office.surroundings.environ
        for path in self.files:
            yield mend_file(path, self._place(self.mend_to, path), settings, office.today, environ)

    def _with_pages(self, linted: Linted, settings: Settings, office: "Office") -> Linted:
        if not self.pages or linted.report is None:
            return linted
        from vbgen.office.mending.page_look import findings_on_pages

        docx = read_bytes(linted.mended_copy or linted.path, most=MOST_BYTES)
        environ = office.surroundings.environ
        seen = findings_on_pages(docx, linted.path.name, settings, environ)
        report = replace(linted.report, findings=(*linted.report.findings, *seen))
        return replace(linted, report=report)

    def _place(self, target: Path, path: Path) -> Path:
        return target if len(self.files) == 1 and target.suffix else target / path.name


def _sarif(results: Sequence[Linted]) -> bytes:
    from vbgen.decree import to_sarif

    reports = [linted.report for linted in results if linted.report is not None]
    text = json.dumps(to_sarif(reports, version=__version__), ensure_ascii=False, indent=2)
    return text.encode()


def lint_files(
    paths: Iterable[Path], settings: Settings, today: date, folders: Iterable[Path]
) -> Iterator[Linted]:
    """Each file's findings, in order; an unreadable one does not stop the others; an undated one is as of `today`."""
    for path in paths:
        try:
            docx = read_bytes(path, most=MOST_BYTES)
            filling = filling_of(path, folders)
            report = lint(docx, name=path.name, settings=settings, today=today, filling=filling)
            yield Linted(path, report)
        except UnreadableFileError as fault:
            yield _refused(path, fault)


def filling_of(path: Path, folders: Iterable[Path]) -> TemplateFilling:
    """What is known of a template from where it stands: fragments beside it or in `folders`, the kind it makes."""
    folder = path.absolute().parent
    is_part = folder.name == FRAGMENTS
    is_template = (folder / DECLARATION).is_file() or (folder.parent / FRAMES).is_dir()
    made = _made_by(path, folder) if is_template else None
    fragments = {**fragments_in(folders), **fragments_in([folder.parent])}
    return TemplateFilling(
        fragments, made or MadeKind(), is_part=is_part, is_own=is_part or bool(made)
    )


def _made_by(path: Path, folder: Path) -> MadeKind | None:
    """The kind that a template makes: its own declaration's, or that of a type that a frame is drawn around."""
    from vbgen.papers.kinds.library import Library
    from vbgen.papers.kinds.types import declared_types

    if folder.name != FRAMES:
        kinds = Library((folder.parent,)).declared(folder.name)
        return MadeKind(kinds[0].type_name, kinds[0].symbol) if kinds else None
    try:
        types = declared_types(folder.parent).values()
    except VbgenError:  # told where the kinds are used
        return MadeKind()
    framed = [one for one in types if one.get("frame") == path.stem]
    framed.sort(key=lambda one: "addressees" in one.get("may_lack", ()))  # a frame may have them
    named = ((str(one.get("type_name", "")), str(one.get("symbol", ""))) for one in framed)
    return MadeKind(*next(named, ("", "")))


def mend_file(
    path: Path, target: Path, settings: Settings, today: date, environ: Mapping[str, str]
) -> Linted:
    """What is left after all that is certain was mended in the copy at `target`; the file itself stays as it is.

    A mend that makes the printed pages worse is left out, where the machine can make pages.
    """
    from vbgen.decree import fix
    from vbgen.office.mending.looking import mended_with_look

    refuse_same(path, target)

    def mend(leave: Collection[str]) -> "Fixed":
        return fix(docx, name=path.name, settings=settings, today=today, leave=leave)

    try:
        docx = read_bytes(path, most=MOST_BYTES)
        fixed, look = mended_with_look(docx, mend, environ)
    except UnreadableFileError as fault:
        return _refused(path, fault)
    write_output(target, fixed.docx)
    return Linted(
        path,
        fixed.remaining,
        mended=fixed.mended,
        mended_copy=target,
        left=fixed.left,
        look=look,
        is_narrow=fixed.is_narrow,
    )


def annotate_file(linted: Linted, target: Path) -> None:
    """Write a copy of the file, as mended if it was, with a Word comment at the place of each finding."""
    from vbgen.decree import annotate

    if linted.report is not None:
        refuse_same(linted.path, target)
        write_output(target, annotate(linted.mended_copy or linted.path, linted.report))


def _unread(report: FormReport) -> tuple[Problem, ...]:
    """A file without a letter to read is no clean file: it is said to be unread."""
    if not report.is_unread:
        return ()
    message = _("Không thấy chữ nào để kiểm tra.")
    hint = _("Nếu là bản chụp, hãy kiểm tra tệp Word gốc của văn bản.")
    place = Place(file=report.name)
    return (Problem("nothing-to-read", message, place, Severity.WARNING, hint),)


def worst(results: Sequence[Linted]) -> int:
    """The exit code of a run over several files."""
    return max((linted.exit_code for linted in results), default=0)


def _refused(path: Path, fault: UnreadableFileError) -> Linted:
    return Linted(path, None, fault.as_problems("unreadable", Place(file=path.name)))
