"""The head of a paper: names, motto, number, place and date, subject (Nghị định 30/2020, Phụ lục I, Mục II.1-5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vbgen.model.agency import Agency, AgencyLevel, SizeSet
from vbgen.model.document import Issue
from vbgen.model.dossier import behind, code
from vbgen.model.paper import PaperPlan
from vbgen.papers.frame.place_line import place_alone, place_line
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.word.template import RichText, RuleLine
from vbgen.words.agency.lines import one_name_lines
from vbgen.words.dates import blank_date, long_date
from vbgen.words.measure import fit, rule_line_mm, without_word_over
from vbgen.words.names import upper_vn
from vbgen.words.subject_verbs import small_verb
from vbgen.words.widths import text_width_mm

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_MM, RIGHT_MM = 63.0, 102.0  # the letterhead's two columns; the template's table has the same
TEXT_MM = 165.0
BLANK_NUMBER = " " * 8
_NAME_PT, _LETTER_PT, _SUBJECT_PT, _HEADING_PT = 13, 13, 14, 15
_SMALL_NAME_PT = 12  # the decree leaves names 12 to 13
_PARTY_NAME_PT, _PARTY_LETTER_PT = 14, 12  # Hướng dẫn 05-HD/VPTW
_SMALLER = 3.0  # a point less costs more than a line more
LETTERS = "CV"  # of a công văn below a heading of its own
_ANNEX_RULE_MM = 30.0
_MOST_LINES = 6
_ABOUT = re.compile(r"\s*(?:v\s*/\s*v|về việc|về(?! nguồn))\b[\s:]*", re.IGNORECASE)
_WORDS = (
    "ủy ban nhân dân", "hội đồng nhân dân", "hộ gia đình", "doanh nghiệp", "hợp tác xã",
    "hội đồng", "trung học", "cơ sở", "phổ thông", "tiểu học", "mầm non", "đại học", "cao đẳng",
    "bệnh viện", "đa khoa", "khu vực", "trung tâm", "công đoàn", "liên đoàn", "lao động",
    "thành phố", "thành tích", "xuất sắc", "phong trào", "thi đua", "khen thưởng", "giấy khen",
    "bằng khen", "sửa đổi, bổ sung", "quyết định số", "tập thể", "cá nhân", "học sinh", "năm học",
    "kế hoạch", "tổ chức",
)  # fmt: skip
_TOGETHER = tuple(
    re.compile(words, re.IGNORECASE) for words in ("thi đua - khen thưởng", *_WORDS)
)  # words of two syllables: a line does not end within them


@dataclass(frozen=True, slots=True)
class IssuerNames:
    """An issuer's names with the line under them."""

    governing_body: str
    lines: tuple[str, ...]
    rule: RuleLine
    is_small: bool  # set in 12 points, which keeps lines together that 13 would break


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letterhead fragment prints."""

    governing_body: str
    issuer: tuple[str, ...]  # its lines
    issuer_rule: RuleLine
    is_small: bool  # both names in 12 points
    star: (
        str  # under the issuer in the place of the line, where the heading is not the national name
    )
    joint: IssuerNames | None  # the second issuer of a joint paper
    national_name: str
    motto: str
    motto_rule: RuleLine
    number: str
    place_date: str
    place_room: str  # `wide` or `widest` where the number gives up some of its column
    place_line: RichText | str  # the same in 13 points, where no room holds it larger
    place_alone: RichText | str  # the same where its room cannot be widened
    letter_subject: str  # "V/v …" under the number; empty for a paper that names its type


@dataclass(frozen=True, slots=True)
class Subject:
    """Type and subject (tên loại, trích yếu), printed under the letterhead of a paper that names its type."""

    type_name: str
    text: str
    lines: tuple[str, ...]
    rule: RuleLine


def letterhead(
    agency: Agency,
    kind: Kind,
    variant: Variant,
    plan: PaperPlan,
    subject: str,
    issue: Issue | None = None,
) -> Letterhead:
    """The head of one paper; number and day are blank as long as it is a draft."""
    names = issuer_names(agency, issuing_side(kind, variant, plan))
    heading, motto = upper_vn(agency.heading) or NATIONAL_NAME, "" if agency.heading else MOTTO
    size_pt = motto_pt(agency.size_set) if motto else _HEADING_PT
    number = number_line(agency, symbol(agency, kind, variant, plan), issue)
    place_date = f"{agency.place}, {paper_date(plan, issue)}" if kind.dated else ""
    placed = place_line(place_date, agency.size_set, number)
    return Letterhead(
        governing_body=names.governing_body,
        issuer=names.lines,
        issuer_rule=names.rule,
        is_small=names.is_small,
        star=star(agency),
        joint=None,
        national_name=heading,
        motto=motto,
        motto_rule=RuleLine(text_width_mm(motto or heading, size_pt=size_pt, bold=True)),
        number=number,
        place_date=place_date,
        place_room=placed.room,
        place_line=placed.line,
        place_alone=place_alone(place_date, agency.size_set),
        letter_subject="" if kind.type_name else subject_of_letter(subject, agency),
    )


def subject_of_letter(subject: str, agency: Agency | None = None) -> str:
    """`V/v …` below a công văn's number, whether it was typed `V/v …`, `Về việc …`, `Về …` or without any of them.

    The Party writes `về việc …`.
    """
    bare = small_verb(_ABOUT.sub("", subject, count=1))
    is_party = agency is not None and is_of_party(agency)
    about, size_pt = ("về việc", _PARTY_LETTER_PT) if is_party else ("V/v", _LETTER_PT)
    return without_word_over(f"{about} {bare}", LEFT_MM, size_pt=size_pt) if bare else ""


def issuing_side(kind: Kind, variant: Variant, plan: PaperPlan) -> str:
    """`agency` or `council`; an issuer that the sheet of papers names stands in the council's place too."""
    return "agency" if plan.issuer else variant.issuer or kind.issuer


def with_joint(head: Letterhead, joint: Agency, number: str, sizes: SizeSet) -> Letterhead:
    """The head of a paper of two issuers: the second below the first, the number by the first one's series."""
    placed = place_line(head.place_date, sizes, number)
    return replace(
        head,
        joint=issuer_names(joint, "agency"),
        number=number,
        place_room=placed.room,
        place_line=placed.line,
    )


def star(agency: Agency) -> str:
    """`*` of the Party, `***` of the youth unions; they draw no line (Hướng dẫn 36-HD/VPTW; its text was not seen)."""
    if not agency.heading:
        return ""
    return "***" if agency.level is AgencyLevel.YOUTH_UNION else "*"


def is_of_party(agency: Agency) -> bool:
    """Whether papers are written as the Party writes them."""
    return agency.level is AgencyLevel.PARTY and bool(agency.heading)


def number_line(agency: Agency, of_paper: str, issue: Issue | None) -> str:
    """`Số: 05/QĐ-SCT`; the Party writes `Số 05-QĐ/ĐU`."""
    mark = "Số" if is_of_party(agency) else "Số:"
    return f"{mark}{behind_number(of_paper, issue)}"


def issuer_names(agency: Agency, issuer: str) -> IssuerNames:
    """Governing body over issuer in capitals, broken where the office broke the names, else balanced."""
    return names_set(*issuing_names(agency, issuer), of_party=is_of_party(agency))


def names_set(governing_body: str, name: str, *, of_party: bool = False) -> IssuerNames:
    """Two names over the line that is drawn under them, in the size that breaks them best."""
    usual = _PARTY_NAME_PT if of_party else _NAME_PT
    sizes = (usual, _NAME_PT if of_party else _SMALL_NAME_PT)
    size_pt = min(sizes, key=lambda size: _worse(governing_body, name, size))
    above = one_name_lines(governing_body, LEFT_MM, size_pt, bold=False).lines
    lines = one_name_lines(name, LEFT_MM, size_pt).lines
    rule = RuleLine(_rule_under(lines, size_pt))
    return IssuerNames("\n".join(above), lines, rule, is_small=size_pt < usual)


def _worse(governing_body: str, name: str, size_pt: float) -> float:
    """How far both names are from what a person would wish, in that size; the smaller is wished less."""
    above = one_name_lines(governing_body, LEFT_MM, size_pt, bold=False).cost
    smaller = (_PARTY_NAME_PT - size_pt) * _SMALLER
    return above + one_name_lines(name, LEFT_MM, size_pt).cost + smaller


def issuing_names(agency: Agency, issuer: str) -> tuple[str, str]:
    """Governing body and issuer, in capitals; the council stands under its agency."""
    if issuer == "council":
        return upper_vn(agency.name), upper_vn(agency.council_name)
    return upper_vn(agency.governing_body), upper_vn(agency.name)


def symbol(
    agency: Agency, kind: Kind, variant: Variant, plan: PaperPlan, joint: Agency | None = None
) -> str:
    """`QĐ-SCT` for a named type, `SCT-VP` for a công văn (Phụ lục I, II.3.b); `-QĐ/ĐU` below another heading."""
    of_type = variant.symbol or kind.symbol
    issuer = _symbol_of(agency, issuing_side(kind, variant, plan), joint)
    if agency.heading:
        return f"-{of_type or LETTERS}/{issuer}"
    if of_type:
        return f"{of_type}-{issuer}"
    unit = plan.drafting_unit_symbol or agency.drafting_unit_symbol
    return "-".join(filter(None, (issuer, unit)))


def _symbol_of(agency: Agency, issuer: str, joint: Agency | None) -> str:
    """`SCT`; the council's for its papers; both of a joint paper."""
    own = agency.council_symbol if issuer == "council" else agency.symbol
    return f"{own}-{joint.symbol}" if joint else own


def behind_number(of_paper: str, issue: Issue | None) -> str:
    """What follows “Số:”: ` 05/QĐ-SCT`; in a draft room for the number."""
    if issue:
        return f" {code(issue.number, of_paper, issue.suffix)}"
    return f"{BLANK_NUMBER}{behind(of_paper)}"


def paper_date(plan: PaperPlan, issue: Issue | None) -> str:
    """`ngày 05 tháng 7 năm 2022`; in a draft `ngày      tháng 7 năm 2022`, as far as the month is planned."""
    return long_date(issue.day) if issue else blank_date(plan.year, plan.month)


def subject_block(kind: Kind, text: str) -> Subject:
    """Type and subject with the line under them, one third to one half of the last line above it."""
    return subject_of_type(kind.type_name, text)


def subject_of_type(type_name: str, text: str) -> Subject:
    """The same of a paper of that type."""
    lines = balanced(text, TEXT_MM, _SUBJECT_PT) if text else ()
    rule = _rule_under(lines or (type_name,), _SUBJECT_PT)
    return Subject(type_name, text, lines, RuleLine(rule))


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """The line that ties an annex to its paper, and the line drawn under it (Phụ lục I, Mục IV.1)."""

    text: str
    rule: RuleLine


def annex_reference(
    type_name: str, reference: str, day: str, issuer: str, issue: Issue | None = None
) -> AnnexReference:
    """`(Kèm theo Tờ trình số 05/TTr-SCT ngày … của …)`; in a draft unfilled as the electronic form leaves it."""
    text = f"(Kèm theo {type_name.capitalize()} số{behind_number(reference, issue)} {day} của {issuer})"
    return AnnexReference(text, RuleLine(_ANNEX_RULE_MM))


def motto_pt(sizes: SizeSet) -> int:
    """Size of the motto in the set: 14 in 13/14/14, 13 in 12/13/13."""
    return int(sizes.value.split("/")[1])


def balanced(text: str, width_mm: float, size_pt: float, *, bold: bool = True) -> tuple[str, ...]:
    """Text in as few lines as it needs, none of them much shorter than the others; typed breaks are kept."""
    fitted = (
        fit(part, width_mm, _MOST_LINES, sizes=(size_pt,), bold=bold, keep_together=_TOGETHER)
        for part in text.splitlines()
    )
    return tuple(line for each in fitted for line in each.lines)


def _rule_under(lines: Sequence[str], size_pt: float) -> float:
    return rule_line_mm(text_width_mm(lines[-1], size_pt=size_pt, bold=True))
