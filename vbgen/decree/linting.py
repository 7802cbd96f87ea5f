"""One file checked: opened, its papers told apart and named, every rule that holds for them laid on them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import filterfalse
from pathlib import Path

from vbgen.decree.check import as_held, finding, hits
from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import FormFinding, FormReport, Hit
from vbgen.decree.checking.settings import Settings
from vbgen.decree.checking.taken import PaperTaken
from vbgen.decree.filling.muting import is_of_whole_paper
from vbgen.decree.filling.opened import TemplateFilling, open_document
from vbgen.decree.parts.line import whole
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.decree.parts.several import papers_in
from vbgen.errors import Place
from vbgen.messages import _
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.reading.values import Document, Paragraph, Section

_BEGINNING = 60  # letters of a paper's first words


def read_paper(source: Path | bytes, *, today: date | None = None) -> Paper:
    """The file's first paper with its parts named; an undated one is judged as of `today`."""
    return paper_of(open_package(source), today=today)


def paper_of(package: LenientPackage, *, today: date | None = None) -> Paper:
    """The first paper of an opened package with its parts named."""
    return papers_of(package, today=today)[0]


def papers_of(
    package: LenientPackage, *, today: date | None = None, filling: TemplateFilling | None = None
) -> tuple[Paper, ...]:
    """Every paper of an opened package with its parts named; undated ones are judged as of `today`."""
    return _views_of(package, today, filling or TemplateFilling())[0]


def _views_of(
    package: LenientPackage, today: date | None, filling: TemplateFilling
) -> tuple[tuple[Paper, ...], ...]:
    """The papers of the file; a template's once with the first of all branches, once with the last."""
    opened = open_document(package, filling)
    return tuple(
        tuple(_named(one, today, opened.unopened, filling) for one in papers_in(view))
        for view in opened.views
    )


def _named(
    document: Document, today: date | None, unopened: tuple[str, ...], filling: TemplateFilling
) -> Paper:
    paper = recognise(document)
    return replace(
        paper,
        day=paper.day or today,
        today=today,
        unopened=unopened,
        is_part=filling.is_part,
        is_filled_later=filling.is_own,
    )


def lint(
    source: Path | bytes,
    *,
    name: str = "",
    settings: Settings | None = None,
    today: date | None = None,
    filling: TemplateFilling | None = None,
) -> FormReport:
    """What each paper of a .docx was taken for, and what Nghị định 30/2020/NĐ-CP and good typing find wrong in it.

    `name` is the file's name in the places of findings (by default the path's); `filling` what is known of templates.
    Raises UnreadableFileError.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    return lint_package(
        open_package(source), name=shown, settings=settings, today=today, filling=filling
    )


def lint_package(
    package: LenientPackage,
    *,
    name: str,
    settings: Settings | None = None,
    today: date | None = None,
    filling: TemplateFilling | None = None,
) -> FormReport:
    """The same of a file that is open already; of its package it reads the text's member and what that relates to."""
    book = (settings or Settings()).book
    papers, *others = _views_of(package, today, filling or TemplateFilling())
    found = hits_of_each(papers, book)
    for other in others:
        found = _joined(found, hits_of_each(other, book))
    return report_of(papers, found, book, name=name)


def _joined(
    first: Sequence[Sequence[Hit]], other: Sequence[Sequence[Hit]]
) -> tuple[tuple[Hit, ...], ...]:
    """The hits of both views of a template: at places those of either, of a whole paper those of both."""
    if len(first) != len(other):
        return tuple(map(tuple, first))
    return tuple(_both(own, others) for own, others in zip(first, other, strict=True))


def _both(first: Sequence[Hit], other: Sequence[Hit]) -> tuple[Hit, ...]:
    known, shared = set(map(_key, first)), set(map(_key, other))
    kept = (hit for hit in first if _key(hit) in shared or not is_of_whole_paper(hit))
    new = (hit for hit in other if _key(hit) not in known)
    return (*kept, *filterfalse(is_of_whole_paper, new))


def _key(hit: Hit) -> tuple[object, ...]:
    """What is the same in both views of a template: the rule and the element that it hit."""
    element = getattr(hit.where, "element", None)
    paragraph = hit.paragraph
    return hit.rule, id(paragraph.element) if paragraph is not None else id(element)


def hits_of_each(papers: Sequence[Paper], book: FormRules) -> tuple[tuple[Hit, ...], ...]:
    """The hits of each paper; what papers share (a page's margins, a header) is told of the first only."""
    known: set[tuple[object, ...]] = set()
    found: list[tuple[Hit, ...]] = []
    for paper in papers:
        own = [(hit, _shared(hit)) for hit in hits(paper, book)]
        found.append(tuple(hit for hit, key in own if key is None or key not in known))
        known.update(key for _hit, key in own if key is not None)
    return tuple(found)


def _shared(hit: Hit) -> tuple[object, ...] | None:
    """What marks a hit of something that several papers have in common; `None` for what is one paper's own."""
    if isinstance(hit.where, Section):
        return hit.rule, id(hit.where.element)
    paragraph = hit.paragraph
    in_margin = isinstance(paragraph, Paragraph) and paragraph.part != "body"
    return (hit.rule, id(paragraph.element)) if paragraph is not None and in_margin else None


def report_of(
    papers: Sequence[Paper], found: Sequence[Sequence[Hit]], book: FormRules, *, name: str = ""
) -> FormReport:
    """The hits of each paper in a clerk's words, and what each was taken for."""
    several = len(papers) > 1
    findings = tuple(
        _of_paper(finding(hit, book, file=name), number, several=several)
        for number, own in enumerate(found, 1)
        for hit in own
    )
    held = [as_held(paper, book) for paper in papers]
    taken = tuple(taken_for(paper, number) for number, paper in enumerate(held, 1))
    return FormReport(name, held[0].kind.value, findings, papers=taken)


def _of_paper(found: FormFinding, number: int, *, several: bool) -> FormFinding:
    """The finding with the paper it belongs to; one of a whole paper among several names it as its place."""
    if not several:
        return found
    place = found.place
    if place == Place(file=place.file):
        place = place._replace(part=_("văn bản thứ {number} trong tệp", number=number))
    return replace(found, paper=number, place=place)


def taken_for(paper: Paper, number: int = 1) -> PaperTaken:
    """What lint says of the paper before anything else."""
    spoken = (whole(item).written for item in paper.document.paragraphs if item.plain)
    return PaperTaken(
        kind=paper.kind.value,
        type=_type_of(paper),
        number=number,
        begins=" ".join(next(spoken, "").split())[:_BEGINNING],
        is_certain=paper.is_certain,
        values=paper.values,
        unopened=paper.unopened,
    )


def _type_of(paper: Paper) -> str:
    if paper.type is not None:
        return paper.type.name
    return _("Công văn") if paper.is_letter else ""
