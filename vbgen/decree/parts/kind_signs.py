"""What kind of paper it is, told by certain signs: its title, its number, its heads, and what it lacks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from vbgen.decree.parts.appendix import is_appendix_head
from vbgen.decree.parts.letterhead_words import is_stamp
from vbgen.decree.parts.line import Line, split, whole
from vbgen.decree.parts.marks import Marks
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind
from vbgen.decree.parts.types import PaperType, type_named
from vbgen.word.reading.values import Document, Paragraph
from vbgen.words.names import fold

_SEARCHED: Final = 40  # paragraphs with words in which a kind shows itself
_TITLES: Final = 12  # lines in capitals that may be heads or title
_HEADS: Final = 8  # of them, those that may stand in the letterhead
_OFFICIAL: Final = frozenset(
    {
        Part.NATIONAL_NAME,
        Part.MOTTO,
        Part.NUMBER,
        Part.DATE,
        Part.RECIPIENTS,
        Part.ADDRESSEES,
        Part.ISSUER,
    }
)
_AGENCIES: Final = (Part.GOVERNING_BODY, Part.ISSUER)
_ENOUGH: Final = 2
_FEW_LETTERS: Final = 30  # beside pictures: a stamp or a number, no text
_MANY_BLANKS: Final = 6
_SHARE_OF_BLANKS: Final = 0.3
_CERTIFICATES: Final = frozenset(
    {
        *("giay khen", "bang khen", "giay chung nhan", "thu khen", "co thi dua"),
        *(
            "tang giay khen",
            "tang bang khen",
            "tang",
            "tang danh hieu",
            "khen tang",
            "ky niem chuong",
        ),
    }
)
_LEGAL: Final = frozenset(
    {"nghi dinh", "thong tu", "luat", "phap lenh", "thong tu lien tich", "bo luat", "hien phap"}
)
_LEGAL_NUMBER: Final = re.compile(
    r"(?:(?:luat|bo luat|phap lenh|nghi quyet|nghi dinh)\s+)?so\s*:?\s*[\d.…]*\s*/\s*(?:(?:19|20)\d\d|[.…]+)\s*/\s*"
    r"(?:qd-ttg|qd-ubnd|nq-hdnd|nd-cp|nq-cp|ttl?t?-|tt-|qh\d|ubtvqh\d|nq-ubtvqh|l-ctn|qd-ctn|nq-hdtp|pl-)\S*"
)
_PARTY_NUMBER: Final = re.compile(r"so\s*:?\s*[\d.…]*\s*-\s*[a-z]+\s*/\s*\S+")
_PARTY: Final = re.compile(
    r"(?:tinh|dang|thanh|huyen|quan) uy\b|dang bo\b|chi bo\b|ban chap hanh (?:dang bo|trung uong)\b"
)
_YOUTH: Final = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh\b")
_COPIES: Final = frozenset({"sao y", "sao luc", "trich sao"})
_DIPLOMA: Final = re.compile(
    r"chung chi\b|bang (?:tot nghiep|cu nhan|ky su|thac si|tien si|cao dang|trung cap)\b|van bang\b"
)
FORM_NUMBER: Final = re.compile(r"\(?(?:bieu )?mau(?: so| bieu)?[:\s]*(?:[\d.]+|[a-z]*\d\S*)\b.*")
_FORM_TITLE: Final = re.compile(
    r"bao cao (?:tom tat )?thanh tich\b|"
    r"phieu (?:bau|thong tin|thu thap|khao sat|dieu tra|dang ky|danh gia|lay y kien|yeu cau|tham do|hoi)\b|bieu mau\b"
)
_DECLARATION: Final = re.compile(
    r"(?:to|ban) (?:ke |tu )?khai\b|(?:so yeu |ban )?ly lich\b|so yeu ly lich\b"
)
_APPLICATION: Final = re.compile(
    r"don\b(?! (?:vi|gia|doc|thu)\b)|(?:ban|giay) cam (?:ket|doan)\b|ban (?:tuong trinh|kiem diem)\b|giay de nghi\b"
)
_CONTRACT: Final = re.compile(r"(?:phu luc )?hop dong\b|(?:ban )?thoa thuan\b")
_SIDE: Final = re.compile(r"(?:\S+ )?ben (?:a|b|ban|mua|cho thue|thue|giao|nhan|vay)\b")
_FIRM: Final = re.compile(
    r"(?:chi nhanh )?(?:cong ty (?:co phan|cp|tnhh|trach nhiem huu han|hop danh)|ctcp|ct tnhh|doanh nghiep tu nhan"
    r"|hop tac xa)\b"
)
_OF_THE_STATE: Final = re.compile(r"\b(?:mtv|mot thanh vien)\b")
_BLANKS: Final = re.compile(r"[.…]{5,}|_{5,}|[□☐◻❑]|[\uf06f\uf0a8]")


@dataclass(frozen=True)
class PaperSigns:
    """What tells kinds of paper apart: the first words, and the parts that were found."""

    document: Document
    marks: Marks
    type: PaperType | None

    @cached_property
    def opening(self) -> tuple[Paragraph, ...]:
        """The first paragraphs with words."""
        spoken = (item for item in self.document.paragraphs if item.plain)
        return tuple(islice(spoken, _SEARCHED))

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The first paragraphs with words, folded."""
        return tuple(fold(item.plain) for item in self.opening)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the first paragraphs with words."""
        return tuple(line for item in self.opening for line in split(item))

    @cached_property
    def capitals(self) -> tuple[str, ...]:
        """The first lines in capitals, folded: heads and title, as far as the recipients."""
        return tuple(islice(self._in_capitals(), _TITLES))

    def _in_capitals(self) -> Iterator[str]:
        for line in self.lines:
            if line.folded.startswith("noi nhan"):
                return
            if line.is_upper:
                yield line.folded

    def has(self, part: Part) -> bool:
        """Whether the part was found."""
        return bool(self.marks.lines.get(part))

    def is_titled(self, pattern: re.Pattern[str]) -> bool:
        """Whether a head or the title begins so."""
        return any(map(pattern.match, self.capitals))

    @cached_property
    def is_of_an_office(self) -> bool:
        """Whether it has what only an office's own paper has: a type or V/v, with number or recipients."""
        named = self.type is not None or self.has(Part.LETTER_SUBJECT)
        sent = self.has(Part.ISSUER) and self.has(Part.NUMBER) and self.has(Part.RECIPIENTS)
        return sent or (named and (self.has(Part.NUMBER) or self.has(Part.RECIPIENTS)))

    @cached_property
    def letters(self) -> int:
        """How many letters the file shows, not counted beyond a few."""
        everywhere = (*self.document.paragraphs, *self.document.shown_margins)
        return sum(len(item.plain) for item in everywhere)


def _is_empty(seen: PaperSigns) -> bool:
    return not seen.letters and not _has_pictures(seen)


def _is_scan(seen: PaperSigns) -> bool:
    return seen.letters < _FEW_LETTERS and _has_pictures(seen)


def _has_pictures(seen: PaperSigns) -> bool:
    everywhere = (*seen.document.paragraphs, *seen.document.shown_margins)
    return any(shape.kind in {"picture", "other"} for item in everywhere for shape in item.shapes)


def _is_party(seen: PaperSigns) -> bool:
    if seen.has(Part.NATIONAL_NAME):
        return False
    named = any(text.startswith("dang cong san viet nam") for text in seen.first[:10])
    numbered = any(_PARTY_NUMBER.fullmatch(line.folded) for line in seen.lines)
    return named or (numbered and any(map(_PARTY.match, seen.capitals[:_HEADS])))


def _is_youth(seen: PaperSigns) -> bool:
    return not seen.has(Part.NATIONAL_NAME) and any(map(_YOUTH.match, seen.capitals[:_HEADS]))


def _is_copy(seen: PaperSigns) -> bool:
    """The form of a copy on a sheet without the paper that is copied."""
    return not seen.has(Part.NATIONAL_NAME) and not _COPIES.isdisjoint(seen.capitals[:_HEADS])


def _is_certificate(seen: PaperSigns) -> bool:
    return any(text.strip(" .:") in _CERTIFICATES for text in seen.first)


def _is_diploma(seen: PaperSigns) -> bool:
    return seen.is_titled(_DIPLOMA) and not seen.is_of_an_office


def _is_legal(seen: PaperSigns) -> bool:
    titled = seen.has(Part.NATIONAL_NAME) and not _LEGAL.isdisjoint(seen.first[:20])
    return titled or any(_LEGAL_NUMBER.fullmatch(line.folded) for line in seen.lines[:_TITLES])


def _is_form(seen: PaperSigns) -> bool:
    if seen.is_of_an_office:
        return False
    numbered = any(FORM_NUMBER.fullmatch(line.folded) for line in seen.lines[:_HEADS])
    return numbered or seen.is_titled(_FORM_TITLE)


def _is_made_of_blanks(seen: PaperSigns) -> bool:
    if seen.type is not None or seen.is_of_an_office:
        return False
    spoken = [item.plain for item in seen.document.paragraphs if item.plain]
    blank = sum(bool(_BLANKS.search(text)) for text in spoken)
    return blank >= _MANY_BLANKS and blank >= _SHARE_OF_BLANKS * len(spoken)


def _is_declaration(seen: PaperSigns) -> bool:
    return seen.is_titled(_DECLARATION) and not seen.is_of_an_office


def _is_application(seen: PaperSigns) -> bool:
    return seen.is_titled(_APPLICATION) and not seen.is_of_an_office


def _is_contract(seen: PaperSigns) -> bool:
    sides = any(_SIDE.match(line.folded) for line in seen.lines)
    return seen.is_titled(_CONTRACT) and sides


def _is_of_a_firm(seen: PaperSigns) -> bool:
    lines = seen.marks.lines
    heads = [line.folded for part in _AGENCIES for line in lines.get(part, ())]
    heads = heads or list(seen.capitals[:1])
    name = " ".join(heads)
    return bool(_FIRM.match(name)) and not _OF_THE_STATE.search(name)


def _is_part_of_another(seen: PaperSigns) -> bool:
    if seen.has(Part.NUMBER):
        return False
    return _begins_as_appendix(seen) or _refers_to_another(seen)


def _begins_as_appendix(seen: PaperSigns) -> bool:
    first = next((item for item in seen.opening if not is_stamp(item.plain)), None)
    return first is not None and is_appendix_head(whole(first))


def _refers_to_another(seen: PaperSigns) -> bool:
    named = any(text.startswith(("(kem theo", "(ban hanh kem theo")) for text in seen.first)
    return named and seen.has(Part.TYPE) and not seen.has(Part.DATE)


def _is_official(seen: PaperSigns) -> bool:
    if sum(map(seen.has, _OFFICIAL)) < _ENOUGH:
        return False
    telling = seen.type or seen.has(Part.NUMBER) or seen.has(Part.RECIPIENTS)
    return bool(telling) or (seen.has(Part.DATE) and seen.has(Part.ISSUER))


_KINDS: Final[tuple[tuple[FormKind, Callable[[PaperSigns], bool]], ...]] = (
    (FormKind.EMPTY, _is_empty),
    (FormKind.SCAN, _is_scan),
    (FormKind.PARTY, _is_party),
    (FormKind.YOUTH, _is_youth),
    (FormKind.COPY, _is_copy),
    (FormKind.CERTIFICATE, _is_certificate),
    (FormKind.DIPLOMA, _is_diploma),
    (FormKind.LEGAL, _is_legal),
    (FormKind.DECLARATION, _is_declaration),
    (FormKind.APPLICATION, _is_application),
    (FormKind.FORM, _is_form),
    (FormKind.CONTRACT, _is_contract),
    (FormKind.ENTERPRISE, _is_of_a_firm),
    (FormKind.ATTACHED, _is_part_of_another),
    (FormKind.FORM, _is_made_of_blanks),
    (FormKind.OFFICIAL, _is_official),
)


def kind_of_paper(signs: PaperSigns) -> FormKind:
    """The first kind of the table whose signs are there."""
    return next((kind for kind, holds in _KINDS if holds(signs)), _otherwise(signs))


def _otherwise(signs: PaperSigns) -> FormKind:
    has_values = any(item.values for item in signs.document.paragraphs)
    return FormKind.TEMPLATE if has_values else FormKind.OTHER


def is_certain(signs: PaperSigns, kind: FormKind) -> bool:
    """Whether the signs leave no doubt; an administrative paper needs head, number or type, and an end."""
    if kind is not FormKind.OFFICIAL:
        return True
    head = signs.has(Part.NATIONAL_NAME) or signs.has(Part.MOTTO)
    named = signs.type is not None or signs.has(Part.NUMBER)
    issued = signs.has(Part.ISSUER) or signs.has(Part.RECIPIENTS)
    return head and named and issued and _is_titled_by_the_decree(signs)


def _is_titled_by_the_decree(signs: PaperSigns) -> bool:
    """Whether the title, if there is one, is the name of a type of the decree's."""
    titles = signs.marks.lines.get(Part.TYPE, ())
    return all(type_named(line.text) is not None for line in titles)
