"""The head of a paper: names, motto, number, place and date, subject (Nghị định 30/2020, Phụ lục I, Mục II.1-5)."""

from dataclasses import dataclass

from vbgen.docx import RuleLine
from vbgen.kinds.kind import Kind, Variant
from vbgen.model.agency import Agency, SizeSet
from vbgen.model.paper import PaperPlan
from vbgen.wording.dates import blank_date
from vbgen.wording.measure import rule_line_mm, wrap
from vbgen.wording.widths import text_width_mm

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_MM, RIGHT_MM = 63.0, 102.0  # the letterhead's two columns; the template's table has the same
TEXT_MM = 165.0
_BLANK_NUMBER = " " * 8
_NAME_PT, _SUBJECT_PT = 13, 14
_ANNEX_RULE_MM = 30.0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letterhead fragment prints."""

    governing_body: str
    issuer: str
    issuer_rule: RuleLine
    national_name: str
    motto: str
    motto_rule: RuleLine
    number: str
    place_date: str
    letter_subject: str  # "V/v …" under the number; empty for a paper that names its type


@dataclass(frozen=True, slots=True)
class Subject:
    """Type and subject (tên loại, trích yếu), printed under the letterhead of a paper that names its type."""

    type_name: str
    text: str
    rule: RuleLine


def letterhead(agency: Agency, kind: Kind, variant: Variant, plan: PaperPlan, subject: str) -> Letterhead:
    """The head of one paper; number and day are blank, for a draft has none."""
    governing_body, issuer = issuing_names(agency, variant.issuer or kind.issuer)
    return Letterhead(
        governing_body=governing_body,
        issuer=issuer,
        issuer_rule=RuleLine(_rule_under(issuer, LEFT_MM, _NAME_PT)),
        national_name=NATIONAL_NAME,
        motto=MOTTO,
        motto_rule=RuleLine(text_width_mm(MOTTO, size_pt=motto_pt(agency.size_set), bold=True)),
        number=f"Số:{_BLANK_NUMBER}/{symbol(agency, kind, variant, plan)}",
        place_date=f"{agency.place}, {blank_date(plan.year, plan.month)}" if kind.dated else "",
        letter_subject="" if kind.type_name else subject,
    )


def issuing_names(agency: Agency, issuer: str) -> tuple[str, str]:
    """Governing body and issuer, in capitals; the council stands under its agency."""
    if issuer == "council":
        return agency.name, agency.council_name.upper()
    return agency.governing_body, agency.name


def symbol(agency: Agency, kind: Kind, variant: Variant, plan: PaperPlan) -> str:
    """`QĐ-SCT` for a named type, `SCT-VP` for a công văn (Phụ lục I, II.3.b)."""
    of_type = variant.symbol or kind.symbol
    issuer = agency.council_symbol if (variant.issuer or kind.issuer) == "council" else agency.symbol
    if of_type:
        return f"{of_type}-{issuer}"
    return f"{issuer}-{plan.drafting_unit_symbol or agency.drafting_unit_symbol}"


def subject_block(kind: Kind, text: str) -> Subject:
    """Type and subject with the line under them, one third to one half of the subject's last line."""
    return Subject(kind.type_name, text, RuleLine(_rule_under(text, TEXT_MM, _SUBJECT_PT)))


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """The line that ties an annex to its paper, and the line drawn under it (Phụ lục I, Mục IV.1)."""

    text: str
    rule: RuleLine


def annex_reference(type_name: str, reference: str, day: str, issuer: str) -> AnnexReference:
    """`(Kèm theo Tờ trình số      /TTr-SCT ngày … của …)`, unfilled as the electronic form leaves it."""
    text = f"(Kèm theo {type_name.capitalize()} số{_BLANK_NUMBER}/{reference} {day} của {issuer})"
    return AnnexReference(text, RuleLine(_ANNEX_RULE_MM))


def motto_pt(sizes: SizeSet) -> int:
    """Size of the motto in the set: 14 in 13/14/14, 13 in 12/13/13."""
    return int(sizes.value.split("/")[1])


def _rule_under(text: str, width_mm: float, size_pt: float) -> float:
    last = wrap(text, width_mm, size_pt=size_pt, bold=True)[-1]
    return rule_line_mm(text_width_mm(last, size_pt=size_pt, bold=True))
