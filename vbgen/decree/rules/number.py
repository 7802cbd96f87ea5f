"""Number and symbol."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.types import paper_types, type_abbreviated
from vbgen.decree.rules.signing.titles import issuer_words
from vbgen.messages import _

_LINE: Final = re.compile(
    r"(?P<word>s[ốo])(?P<colon>\s*[:.]?)\s*(?P<number>\d*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_ODD_FIGURES: Final = re.compile(r"(?i:số)\s*:?\s*(?:\d+[.,]\d+|[IVXLC]+(?=/))")
_BLANK: Final = re.compile(r"[.…_\s]*")
_MIXED: Final = re.compile(r"(?:TTr|CTr|QyĐ|TrS|TTg|KTTr|ĐCTr|BTTr)")
_YEAR: Final = re.compile(r"^/?\s*(?:19|20)\d\d\s*/")
_COPIES: Final = frozenset({"SY", "SL", "TrS"})


def check_number(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing number, and every slip within number and symbol."""
    line = paper.first(Part.NUMBER)
    if line is None:
        if paper.kind is FormKind.OFFICIAL and paper.is_of_known_type:
            yield Hit("number.missing", _("không thấy số, ký hiệu"), paper.first(Part.ISSUER))
        return
    match = None if _ODD_FIGURES.match(line.text) else _LINE.match(line.text)
    if match is not None:  # figures that are none are told as such
        yield from _word(line, match)
        yield from _symbol(paper, line, match["rest"])


def _word(line: Line, match: re.Match[str]) -> Iterator[Hit]:
    if match["word"] != "Số" or match["colon"].strip() != ":" or match["colon"][:1].isspace():
        yield Hit("number.word", _("ghi là “{text}”", text=line.text), line)
    if re.fullmatch(r"[1-9]", match["number"]):
        values = {"number": match["number"]}
        yield Hit("number.zero", _("số “{number}”", **values), line, values)


def _symbol(paper: Paper, line: Line, rest: str) -> Iterator[Hit]:
    written = _BLANK.match(rest)
    rest = rest[written.end() :] if written else rest
    found = _("ghi là “{text}”", text=line.text)
    if _YEAR.match(rest):
        yield Hit("number.year", found, line)
        rest = "/" + _YEAR.sub("", rest, count=1)
    if not rest.startswith("/"):
        if rest.strip():
            yield Hit("number.separators", found, line)
        return
    symbol = rest.removeprefix("/").strip()
    if _has_blanks(line.text, rest):
        yield Hit("number.blanks", found, line)
    if _has_odd_separators(symbol):
        yield Hit("number.separators", found, line)
    pieces = re.split(r"\s*[-–—/]\s*", symbol)
    groups = [piece for piece in pieces if re.search(r"[^\W\d_]", piece)]
    yield from _groups(paper, line, groups, symbol)


def _has_blanks(text: str, rest: str) -> bool:
    """Whether blanks stand around the stroke or the hyphens."""
    in_symbol = re.search(r"/\s+\S|\s[-–/]|[-–]\s+\S", rest.rstrip())
    return in_symbol is not None or re.search(r"\d\s+/", text) is not None


def _has_odd_separators(symbol: str) -> bool:
    dotted = re.search(r"[….]", symbol)
    return dotted is None and re.search(r"[–—_]|/", symbol) is not None


def _groups(paper: Paper, line: Line, groups: list[str], symbol: str) -> Iterator[Hit]:
    if not groups:
        return
    odd = bool(groups and _old(groups[0]))
    if not is_symbol_in_capitals("".join(groups)) and not odd:
        yield Hit("number.case", _("ký hiệu “{symbol}”", symbol=symbol), line)
    if paper.is_letter:
        yield from _letter(line, groups, symbol)
    else:
        yield from _named(paper, line, groups)


def is_symbol_in_capitals(symbol: str) -> bool:
    """Whether nothing of a symbol is in small letters but the abbreviations that have some: `TTr`."""
    bare = _MIXED.sub("", symbol)
    return bare == bare.upper()


def _letter(line: Line, groups: list[str], symbol: str) -> Iterator[Hit]:
    if any(group == "CV" for group in groups):
        yield Hit("number.letter-abbreviation", _("ký hiệu “{symbol}”", symbol=symbol), line)
    elif len(groups) == 1 and not re.search(r"[.…]", symbol):
        yield Hit("number.letter-unit", _("ký hiệu “{symbol}”", symbol=symbol), line)


def _named(paper: Paper, line: Line, groups: list[str]) -> Iterator[Hit]:
    kind = paper.type
    if kind is None or not kind.abbreviation or groups[0] in _COPIES:
        return
    values = {"type": kind.name, "abbreviation": kind.abbreviation}
    if kind.abbreviation in groups[:1]:
        return
    found = _("ký hiệu ghi “{symbol}”", symbol=groups[0])
    if groups[0] in kind.old or groups[0].upper() == kind.abbreviation.upper():
        yield Hit("number.old-abbreviation", found, line, {**values, "old": groups[0]})
    else:
        other = type_abbreviated(groups[0])
        found = (
            _("ký hiệu ghi “{symbol}” ({other})", symbol=groups[0], other=other.name)
            if other
            else found
        )
        yield Hit("number.abbreviation", found, line, values)


def _old(group: str) -> bool:
    return any(group in item.old for item in paper_types())


def check_figures(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Figures that are Roman, dotted or led by a zero too many."""
    for line in paper.of(Part.NUMBER):
        found = _("ghi là “{text}”", text=line.text)
        if _ODD_FIGURES.match(line.text):
            yield Hit("number.figures", found, line)
        elif re.match(r"(?i)số\s*:?\s*0\d{2,}", line.text):
            yield Hit("number.extra-zero", found, line)


def check_agency(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A symbol without an agency, or plainly of another than the issuer: a people's committee's, or none of one."""
    symbol = _whole_symbol(paper.first(Part.NUMBER))
    if not symbol or paper.kind is not FormKind.OFFICIAL:
        return
    named = {item.abbreviation for item in paper_types()}
    if symbol in named or _is_of_other(symbol.upper(), issuer_words(paper)):
        found = _("ký hiệu “{symbol}”", symbol=symbol)
        yield Hit("number.agency", found, paper.first(Part.NUMBER))


def _whole_symbol(line: Line | None) -> str:
    """What stands behind the stroke, with nothing left to be filled in."""
    symbol = line.text.rpartition("/")[2].strip() if line is not None and "/" in line.text else ""
    return "" if re.search(r"[.…\s]", symbol) else symbol


def _is_of_other(symbol: str, issuer: str) -> bool:
    committee = issuer.startswith(("ủy ban nhân dân", "ubnd"))
    if committee:
        return not re.search(r"UB|CT", symbol)
    others = ("ủy ban", "ubnd", "hội đồng", "ban ", "tổ ", "đoàn")
    return (
        bool(issuer) and "UBND" in symbol.split("-") and not any(map(issuer.__contains__, others))
    )


CHECKS: Final = (check_number, check_figures, check_agency)
