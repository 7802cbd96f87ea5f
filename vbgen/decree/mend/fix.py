"""A file mended where the mend is certain, round by round, and proved to have kept its words."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from vbgen.decree.check import finding
from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import FormFinding, FormReport, Hit
from vbgen.decree.checking.settings import Settings
from vbgen.decree.linting import hits_of_each, papers_of, report_of
from vbgen.decree.mend.guard import LetterGuard, untouched
from vbgen.decree.mend.judging import MendJudge, WhyLeft, judges_of
from vbgen.decree.mend.letters import Edit
from vbgen.decree.mend.lines import LINE_MENDS
from vbgen.decree.mend.looks import LOOK_MENDS, MEASURE_MENDS
from vbgen.decree.mend.pages import PAGE_MENDS, with_page_numbers
from vbgen.decree.mend.stand import STAND_MENDS, forget_papers
from vbgen.decree.mend.wording import TEXT_MENDS, edits_of
from vbgen.decree.parts.paper import Paper
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.values import Paragraph

_ROUNDS: Final = 4  # a mend may bring another fault to light; after four rounds a person must look
_FORMAT_MENDS: Final = {**LOOK_MENDS, **PAGE_MENDS, **STAND_MENDS, **LINE_MENDS}


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """What a program could mend and did not, with the reason."""

    finding: FormFinding
    why: WhyLeft

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {**self.finding.as_json(), "why": self.why.value, "reason": self.why.sentence}


@dataclass(frozen=True, slots=True)
class Fixed:
    """The mended file, what was mended, what was left and why, and all that a person must still decide."""

    docx: bytes
    mended: tuple[FormFinding, ...]
    remaining: FormReport
    left: tuple[LeftAlone, ...] = ()
    tried: frozenset[str] = frozenset()  # rules whose mends have changed the file
    is_narrow: bool = (
        False  # it was not certain what the paper is: only page and typing were mended
    )


def fix(
    source: Path | bytes,
    *,
    name: str = "",
    settings: Settings | None = None,
    today: date | None = None,
    leave: Collection[str] = (),
) -> Fixed:
    """The file with page, fonts, sizes, spacing, zeros, lines, page numbers and endings put right.

    Words and names stay: every sign of the file is in the result, in order, but for the marks, blanks and zeros
    that a listed mend is about. Letters that may be in a charset from before Unicode, and what is meant to be
    written in, stay wholly as they are. What the rules of `leave` find is not mended. Raises UnreadableFileError.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    book = (settings or Settings()).book
    work = _Mending.begin(open_package(source), book, today, frozenset(leave))
    tried: dict[tuple[object, ...], FormFinding] = {}
    while (todo := work.todo) and work.rounds < _ROUNDS:
        tried = _told(todo, book, shown) | tried
        work = work.mended(todo)
    report = report_of(work.papers, work.found, book, name=shown)
    return Fixed(
        pack(work.package.members),
        _no_longer_found(tried, chain.from_iterable(work.found)),
        report,
        tuple(_left(work, report.findings)),
        frozenset(map(_rule_of, tried.values())),
        is_narrow=work.is_narrow,
    )


def _rule_of(told: FormFinding) -> str:
    return told.rule


def _told(
    todo: Sequence[Sequence[Hit]], book: FormRules, file: str
) -> dict[tuple[object, ...], FormFinding]:
    hits = chain.from_iterable(todo)
    return {_key(hit): finding(hit, book, file=file) for hit in hits}


@dataclass(frozen=True, slots=True)
class _Mending:
    """A file between two rounds: what is found in each of its papers, and who judges what is mended."""

    package: LenientPackage
    judges: tuple[MendJudge, ...]  # one a paper
    found: tuple[tuple[Hit, ...], ...]  # likewise
    book: FormRules
    today: date | None
    rounds: int = 0

    @classmethod
    def begin(
        cls, package: LenientPackage, book: FormRules, today: date | None, leave: frozenset[str]
    ) -> "_Mending":
        papers = papers_of(package, today=today)
        return cls(package, judges_of(papers, leave), hits_of_each(papers, book), book, today)

    @property
    def papers(self) -> list[Paper]:
        """The papers of the file."""
        return [judge.paper for judge in self.judges]

    @property
    def is_narrow(self) -> bool:
        """Whether a paper is not mended whole."""
        return any(judge.scope.is_narrow for judge in self.judges)

    @property
    def todo(self) -> list[list[Hit]]:
        """What is mended in the next round, of each paper; an empty list where nothing is."""
        pairs = zip(self.judges, self.found, strict=True)
        wanted = [list(filter(self._test(judge), own)) for judge, own in pairs]
        return wanted if any(wanted) else []

    def _test(self, judge: MendJudge) -> Callable[[Hit], bool]:
        return lambda hit: is_mendable(hit.rule, self.book) and judge.why_not(hit) is None

    def mended(self, todo: Sequence[Sequence[Hit]]) -> "_Mending":
        """The file after the round."""
        package = _mended(self, todo)
        after = self.begin(package, self.book, self.today, self.judges[0].left_out)
        return replace(after, rounds=self.rounds + 1)


def _left(work: _Mending, findings: Iterable[FormFinding]) -> Iterator[LeftAlone]:
    pairs = zip(work.judges, work.found, strict=True)
    judged = ((judge, hit) for judge, own in pairs for hit in own)
    for (judge, hit), told in zip(judged, findings, strict=True):
        why = judge.why_not(hit) if is_mendable(hit.rule, work.book) else None
        if why is not None:
            yield LeftAlone(told, why)


def _no_longer_found(
    tried: Mapping[tuple[object, ...], FormFinding], found: Iterable[Hit]
) -> tuple[FormFinding, ...]:
    left = {_key(hit) for hit in found}
    return tuple(item for key, item in tried.items() if key not in left)


def is_mendable(rule: str, book: FormRules) -> bool:
    """Whether a program may mend what this rule finds."""
    known = rule in TEXT_MENDS or rule in _FORMAT_MENDS or rule == "page-number.missing"
    return known or ("part" in book[rule].values and rule.rpartition(".")[2] in MEASURE_MENDS)


def _key(hit: Hit) -> tuple[object, ...]:
    paragraph = hit.paragraph
    return (
        (hit.rule, paragraph.member, paragraph.plain[:20])
        if paragraph is not None
        else (hit.rule, hit.found)
    )


def _mended(work: _Mending, todo: Sequence[Sequence[Hit]]) -> LenientPackage:
    document = work.judges[0].paper.document  # its roots are those of all papers of the file
    guard = LetterGuard.watch(document.roots.values())
    with untouched(item.element for item in work.judges[0].uncertain):
        for judge, own in zip(work.judges, todo, strict=True):
            _mend_each(judge.paper, own, work.book, guard)
    guard.prove()
    forget_papers()
    package = work.package
    if any(hit.rule == "page-number.missing" for own in todo for hit in own):
        package = with_page_numbers(package, work.judges[0].paper)
    changed = {member: serialised(root) for member, root in document.roots.items()}
    return replace(package, members={**package.members, **changed})


def _mend_each(paper: Paper, todo: Sequence[Hit], book: FormRules, guard: LetterGuard) -> None:
    texts: dict[int, tuple[Paragraph, list[Edit]]] = {}
    for hit in todo:
        if hit.rule in TEXT_MENDS and hit.paragraph is not None:
            texts.setdefault(id(hit.paragraph), (hit.paragraph, []))[1].extend(edits_of(hit))
        mend = _mend_of(hit.rule, book)
        if mend is not None:
            _before_splitting(texts, hit, guard)
            mend(hit, paper, book)
            _allow_own_letters(hit, guard)
    for paragraph, edits in texts.values():
        guard.edit(paragraph, edits)


def _allow_own_letters(hit: Hit, guard: LetterGuard) -> None:
    """A page field that was taken out of the first page's header takes its own letters along."""
    if hit.rule == "page-number.first-page" and hit.paragraph is not None:
        guard.take(hit.paragraph.element)


def _mend_of(rule: str, book: FormRules) -> Callable[[Hit, Paper, FormRules], None] | None:
    """What mends the look that a rule finds; `None` where only letters are mended, or nothing is."""
    if rule in _FORMAT_MENDS:
        return _FORMAT_MENDS[rule]
    measured = "part" in book[rule].values
    return MEASURE_MENDS.get(rule.rpartition(".")[2]) if measured else None


def _before_splitting(
    texts: dict[int, tuple[Paragraph, list[Edit]]], hit: Hit, guard: LetterGuard
) -> None:
    """Letters are changed before a mend that cuts a run in two, for places are counted in whole runs."""
    if hit.rule == "article.weight" and id(hit.paragraph) in texts:
        paragraph, edits = texts.pop(id(hit.paragraph))
        guard.edit(paragraph, edits)


def letters_of(paper: Paper) -> str:
    """All letters and digits of a paper, in order, in small letters."""
    everywhere = [
        *paper.document.paragraphs,
        *(item for items in paper.document.margins.values() for item in items),
    ]
    text = unicodedata.normalize("NFC", "".join(item.text for item in everywhere))
    return "".join(letter for letter in text.lower() if letter.isalnum())
