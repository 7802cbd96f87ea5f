"""All rules laid on a paper: what they hit, as findings with their places."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Anchor, FormFinding, Hit, Value
from vbgen.decree.filling.muting import is_muted
from vbgen.decree.filling.standins import shown
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules import (
    addressees,
    appearance,
    appendix,
    body,
    day,
    effects,
    fonts,
    grounds,
    letterhead,
    levels,
    marks,
    number,
    page,
    recipients,
    rulelines,
    signature,
    spacing,
    subject,
    tables,
    typing,
    unbroken,
)
from vbgen.decree.rules.agreement import appendices, consistency, times
from vbgen.decree.rules.language import (
    capitals,
    fixed_words,
    inner_capitals,
    names_in_time,
    past_names,
    proper_names,
    spelling,
)
from vbgen.decree.rules.signing import power
from vbgen.errors import Place
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph, Section, Table

Check = Callable[[Paper, FormRules], Iterator[Hit]]

CHECKS: Final[tuple[Check, ...]] = (
    *page.CHECKS,
    *fonts.CHECKS,
    *effects.CHECKS,
    *letterhead.CHECKS,
    *number.CHECKS,
    *day.CHECKS,
    *unbroken.CHECKS,
    *subject.CHECKS,
    *rulelines.CHECKS,
    *appearance.CHECKS,
    *addressees.CHECKS,
    *grounds.CHECKS,
    *levels.CHECKS,
    *body.CHECKS,
    *signature.CHECKS,
    *power.CHECKS,
    *recipients.CHECKS,
    *appendix.CHECKS,
    *marks.CHECKS,
    *appendices.CHECKS,
    *consistency.CHECKS,
    *times.CHECKS,
    *tables.CHECKS,
    *capitals.CHECKS,
    *proper_names.CHECKS,
    *inner_capitals.CHECKS,
    *fixed_words.CHECKS,
    *names_in_time.CHECKS,
    *past_names.CHECKS,
    *typing.CHECKS,
    *spelling.CHECKS,
    *spacing.CHECKS,
)
_QUOTE: Final = 60


def hits(paper: Paper, book: FormRules) -> tuple[Hit, ...]:
    """Every hit of every rule that is on and meant for this kind of paper, in reading order."""
    paper = as_held(paper, book)
    found = (hit for check in CHECKS for hit in check(paper, book))
    kept = (hit for hit in found if book.applies(hit.rule, paper.kind))
    heard = _unmuted(kept, paper, book)
    places = {id(item): place for place, item in enumerate(paper.document.paragraphs)}
    return tuple(sorted(heard, key=lambda hit: places.get(id(hit.paragraph), -1)))


def as_held(paper: Paper, book: FormRules) -> Paper:
    """The paper as the kind whose rules hold for it."""
    kind = FormKind(book.kind_held(paper.kind))
    return paper if kind is paper.kind else replace(paper, kind=kind)


def _unmuted(found: Iterable[Hit], paper: Paper, book: FormRules) -> Iterable[Hit]:
    """The hits that depend on no words which a template does not have yet."""
    is_template = paper.values or paper.unopened or paper.is_part
    return (hit for hit in found if not is_muted(hit, paper, book)) if is_template else found


def finding(hit: Hit, book: FormRules, *, file: str = "") -> FormFinding:
    """The hit in a clerk's words."""
    rule = book[hit.rule]
    values = {name: _shown(value) for name, value in {**rule.values, **hit.values}.items()}
    return FormFinding(
        rule=rule.id,
        article=rule.article,
        severity=rule.severity,
        place=place_of(hit.where, file=file),
        found=shown(hit.found),
        required=_(rule.required, **values),
        mend=_(rule.mend, **values),
        fixable=rule.fixable,
        anchor=_anchor(hit),
    )


def _shown(value: Value) -> object:
    return (
        f"{value:g}".replace(".", ",")
        if isinstance(value, float | int) and not isinstance(value, bool)
        else value
    )


def _anchor(hit: Hit) -> Anchor:
    paragraph = hit.paragraph
    return Anchor() if paragraph is None else Anchor(paragraph.member, paragraph.ordinal)


def place_of(where: Line | Paragraph | Section | Table | None, *, file: str = "") -> Place:
    """Where it is, as a clerk follows it with a finger."""
    if isinstance(where, Table):
        return Place(file=file, part=_("thân văn bản"), cell=_("bảng {table}", table=where.number))
    if isinstance(where, Section):
        return Place(file=file, part=_("thiết lập trang"))
    if where is None:
        return Place(file=file)
    paragraph = where.paragraph if isinstance(where, Line) else where
    text = (where if isinstance(where, Line) else whole(where)).written
    return Place(
        file=file,
        part=_part_label(paragraph),
        cell=_cell_label(paragraph),
        paragraph=paragraph.number,
        quote=_quote(text),
    )


def _part_label(paragraph: Paragraph) -> str:
    if paragraph.origin:
        return _("phần dùng chung “{file}”", file=paragraph.origin)
    if paragraph.boxed:
        return _("hộp văn bản")
    labels: Mapping[str, str] = {"header": _("đầu trang"), "footer": _("chân trang")}
    return labels.get(paragraph.part, _("thân văn bản"))


def _cell_label(paragraph: Paragraph) -> str:
    cell = paragraph.cell
    if cell is None:
        return ""
    return _(
        "bảng {table}, hàng {row}, ô {column}",
        table=abs(cell.table),
        row=cell.row,
        column=cell.column,
    )


def _quote(text: str) -> str:
    flat = re.sub(r"\s+", " ", text)
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1].rstrip() + "…"
