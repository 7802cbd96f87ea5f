"""Which finding is mended and which is left to a person, with the reason."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.blanks import are_side_by_side, is_content, is_to_be_filled_in
from vbgen.decree.mend.scope import MendScope, scope_of
from vbgen.decree.parts.encodings import uncertain_paragraphs
from vbgen.decree.parts.names import BODY, Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_FORM_TITLES: Final = re.compile(
    r"(?i)^\s*(?:mẫu (?:số|đơn|biểu)|phiếu(?! gửi| chuyển| báo| trình)|tờ khai|đơn(?! vị| giá)"
    r"|sơ yếu|bản khai|hợp đồng|lý lịch)\b"
)
_HEAD: Final = 12  # paragraphs with words that a form is named in
_FEW_BLANKS: Final = 3  # lines to be filled in that a draft may have
_STANDING: Final = frozenset({"body.first-line", "body.spacing", "body.alignment"})
_EMPTY: Final = frozenset({"typing.empty-paragraphs", "typing.empty-last-page"})
_UNFINISHED: Final = re.compile(r"[^\W_]\s*$|,\s*$")
_GOES_ON: Final = re.compile(r"\s*[^\W\d_]")


class WhyLeft(StrEnum):
    """Why a finding that a program can mend was left."""

    ENCODING = "encoding"
    BLANK = "blank"
    KIND = "kind"
    LINES = "lines"
    PAGE = "page"

    @property
    def is_of_pages(self) -> bool:
        """Whether it was left for the look of the pages."""
        return self is WhyLeft.PAGE

    @property
    def sentence(self) -> str:
        """The reason in a clerk's words."""
        return {
            WhyLeft.ENCODING: _("chưa chắc chữ ở đó thuộc bảng mã nào"),
            WhyLeft.BLANK: _("đó là chỗ để điền"),
            WhyLeft.KIND: _("chưa chắc đây là văn bản hành chính theo Nghị định 30"),
            WhyLeft.LINES: _("dòng ở đó được ngắt bằng tay"),
            WhyLeft.PAGE: _("sửa thì trang in xấu đi"),
        }[self]


@dataclass(frozen=True)
class MendJudge:
    """What may be mended in one paper, as it stands in this round."""

    paper: Paper
    scope: MendScope
    uncertain: tuple[Paragraph, ...]
    left_out: frozenset[str]  # rules whose mends are not wanted

    def why_not(self, hit: Hit) -> WhyLeft | None:
        """The first reason to leave it; `None` where it is mended."""
        paragraph = hit.paragraph
        of_paragraph = None if paragraph is None else self._of_paragraph(hit.rule, paragraph)
        if of_paragraph in {WhyLeft.ENCODING, WhyLeft.BLANK}:
            return of_paragraph
        if not self.scope.allows(hit.rule):
            return WhyLeft.KIND
        return WhyLeft.PAGE if hit.rule in self.left_out else of_paragraph

    def _of_paragraph(self, rule: str, paragraph: Paragraph) -> WhyLeft | None:
        if id(paragraph) in self._uncertain:
            return WhyLeft.ENCODING
        if self._is_blank(rule, paragraph):
            return WhyLeft.BLANK
        return WhyLeft.LINES if self._is_broken_by_hand(rule, paragraph) else None

    @cached_property
    def _uncertain(self) -> frozenset[int]:
        return frozenset(map(id, self.uncertain))

    @cached_property
    def _places(self) -> Mapping[int, int]:
        paragraphs = self.paper.document.paragraphs
        return {id(item): place for place, item in enumerate(paragraphs)}

    def _is_blank(self, rule: str, paragraph: Paragraph) -> bool:
        if rule in _EMPTY:
            return is_content(paragraph) or self._answers(paragraph)
        if self.scope.is_narrow and are_side_by_side(paragraph.text):
            return True
        return is_to_be_filled_in(paragraph)

    def _answers(self, paragraph: Paragraph) -> bool:
        """Several empty paragraphs below a line that ends with a colon: room for an answer."""
        paragraphs, place = self.paper.document.paragraphs, self._places.get(id(paragraph), 0)
        beside = (*paragraphs[max(0, place - 1) : place], *paragraphs[place + 1 : place + 2])
        above = (paragraphs[number] for number in range(place - 1, -1, -1))
        first = next((item for item in above if not item.is_empty), None)
        several = any(item.is_empty for item in beside)
        return first is not None and several and first.plain.endswith(":")

    def _is_broken_by_hand(self, rule: str, paragraph: Paragraph) -> bool:
        """A line that goes on in the next paragraph, or one of lines or columns that justifying would tear."""
        if rule not in _STANDING:
            return False
        if rule == "body.alignment" and re.search(r"\S[\t\n]", paragraph.text.rstrip()):
            return True
        return self._goes_on(paragraph)

    def _goes_on(self, paragraph: Paragraph) -> bool:
        place = self._places.get(id(paragraph), 0)
        above = self.paper.document.paragraphs[place - 1] if place else None
        if above is None or self.paper.roles[place - 1] not in BODY:
            return False
        opening = _GOES_ON.match(paragraph.text)
        return bool(opening and opening[0].islower() and _UNFINISHED.search(above.plain))


def judges_of(papers: Sequence[Paper], left_out: Iterable[str] = ()) -> tuple[MendJudge, ...]:
    """The judge of each paper of a file as it stands now."""
    uncertain = uncertain_paragraphs([paper.document for paper in papers])
    left = frozenset(left_out)
    return tuple(
        MendJudge(paper, scope_of(paper.kind, certain=is_certain(paper)), uncertain, left)
        for paper in papers
    )


def is_certain(paper: Paper) -> bool:
    """Whether its kind is certain and nothing speaks for a form: its name at the head, or many lines to fill in."""
    if not paper.is_certain or paper.kind not in {FormKind.OFFICIAL, FormKind.ATTACHED}:
        return paper.is_certain
    head = [item for item in paper.document.paragraphs if item.plain][:_HEAD]
    if any(_FORM_TITLES.match(item.plain) for item in head):
        return False
    blanks = sum(map(is_to_be_filled_in, _text(paper)))
    return blanks <= _FEW_BLANKS


def _text(paper: Paper) -> list[Paragraph]:
    """The paragraphs below the letterhead, rule lines left out."""
    named = enumerate(zip(paper.roles, paper.document.paragraphs, strict=True))
    return [
        item
        for place, (role, item) in named
        if place not in paper.letterhead and role is not Part.RULE_LINE
    ]
