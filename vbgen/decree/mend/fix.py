"""A file mended where the mend is certain, round by round, and proved to have kept its words."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from vbgen.decree.check import finding, hits
from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import FormFinding, FormReport, Hit
from vbgen.decree.checking.settings import Settings
from vbgen.decree.linting import paper_of, report_of
from vbgen.decree.mend.letters import Edit, apply
from vbgen.decree.mend.lines import LINE_MENDS
from vbgen.decree.mend.looks import LOOK_MENDS, MEASURE_MENDS
from vbgen.decree.mend.pages import PAGE_MENDS, with_page_numbers
from vbgen.decree.mend.stand import STAND_MENDS
from vbgen.decree.mend.wording import TEXT_MENDS, edits_of
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.typing import INVISIBLE
from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.values import Paragraph

_ROUNDS: Final = 4  # a mend may bring another fault to light; after four rounds a person must look
_FORMAT_MENDS: Final = {**LOOK_MENDS, **PAGE_MENDS, **STAND_MENDS, **LINE_MENDS}


@dataclass(frozen=True, slots=True)
class Fixed:
    """The mended file, what was mended, and what a person must still decide."""

    docx: bytes
    mended: tuple[FormFinding, ...]
    remaining: FormReport


def fix(
    source: Path | bytes,
    *,
    name: str = "",
    settings: Settings | None = None,
    today: date | None = None,
) -> Fixed:
    """The file with page, fonts, sizes, spacing, zeros, lines, page numbers and endings put right.

    Words and names stay: every letter and digit of the file is in the result, in order. Raises UnreadableFileError.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    book = (settings or Settings()).book
    package = open_package(source)
    paper = paper_of(package, today=today)
    before = letters_of(paper)
    tried: dict[tuple[object, ...], FormFinding] = {}
    found = hits(paper, book)
    for _round in range(_ROUNDS):
        todo = [hit for hit in found if is_mendable(hit.rule, book)]
        if not todo:
            break
        tried = {_key(hit): finding(hit, book, file=shown) for hit in todo} | tried
        package = _mended(package, paper, todo, book)
        paper = paper_of(package, today=today)
        found = hits(paper, book)
    _prove_kept(before, letters_of(paper))
    report = report_of((paper,), (found,), book, name=shown)
    return Fixed(pack(package.members), _no_longer_found(tried, found), report)


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


def _mended(
    package: LenientPackage, paper: Paper, todo: Sequence[Hit], book: FormRules
) -> LenientPackage:
    texts: dict[int, tuple[Paragraph, list[Edit]]] = {}
    for hit in todo:
        if hit.rule in TEXT_MENDS and hit.paragraph is not None:
            texts.setdefault(id(hit.paragraph), (hit.paragraph, []))[1].extend(edits_of(hit))
        mend = _mend_of(hit.rule, book)
        if mend is not None:
            _before_splitting(texts, hit)
            mend(hit, paper, book)
    for paragraph, edits in texts.values():
        apply(paragraph, edits)
    if any(hit.rule == "page-number.missing" for hit in todo):
        package = with_page_numbers(package, paper)
    changed = {member: serialised(root) for member, root in paper.document.roots.items()}
    return replace(package, members={**package.members, **changed})


def _mend_of(rule: str, book: FormRules) -> Callable[[Hit, Paper, FormRules], None] | None:
    """What mends the look that a rule finds; `None` where only letters are mended, or nothing is."""
    if rule in _FORMAT_MENDS:
        return _FORMAT_MENDS[rule]
    measured = "part" in book[rule].values
    return MEASURE_MENDS.get(rule.rpartition(".")[2]) if measured else None


def _before_splitting(texts: dict[int, tuple[Paragraph, list[Edit]]], hit: Hit) -> None:
    """Letters are changed before a mend that cuts a run in two, for places are counted in whole runs."""
    if hit.rule == "article.weight" and id(hit.paragraph) in texts:
        paragraph, edits = texts.pop(id(hit.paragraph))
        apply(paragraph, edits)


def letters_of(paper: Paper) -> str:
    """All letters and digits of a paper, in order: what no mend may lose."""
    everywhere = [
        *paper.document.paragraphs,
        *(item for items in paper.document.margins.values() for item in items),
    ]
    text = unicodedata.normalize(
        "NFC", INVISIBLE.sub("", "".join(item.text for item in everywhere))
    )
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _prove_kept(before: str, after: str) -> None:
    kept = iter(after)
    if not all(letter == "0" or letter in kept for letter in before):
        raise OutputError(
            _(
                "Bản sửa làm mất chữ của văn bản nên không được ghi; hãy báo lỗi này cho nhóm phát triển."
            )
        )
