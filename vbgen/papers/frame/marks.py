"""What stands beside a paper's form: urgency, circulation, the drafter's mark, the mark of a draft.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III: ô số 10b, 11 and 12; for the Party's papers Hướng dẫn 05-HD/VPTW.
"""

from dataclasses import dataclass

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue
from vbgen.model.paper import PaperPlan
from vbgen.words.names import upper_vn

_ROOM = "\u00a0"  # on both sides of the words in a box


@dataclass(frozen=True, slots=True)
class PaperMarks:
    """The marks of one paper, in capitals; empty where there are none."""

    urgency: str  # `KHẨN`
    circulation: str  # `LƯU HÀNH NỘI BỘ`
    drafter: str  # `PL.(300)`
    draft: str  # `DỰ THẢO`; empty as soon as the paper has its number
    of_party: bool  # written as the Party writes: grounds upright, “Nơi nhận” underlined


def paper_marks(plan: PaperPlan, issue: Issue | None, *, of_party: bool) -> PaperMarks:
    """The marks that the sheet of papers asks for; ProblemsFoundError for a secret paper, which is not made here."""
    if plan.secrecy:
        raise _secret(plan)
    return PaperMarks(
        urgency=_boxed(plan.urgency.label) if plan.urgency else "",
        circulation=_boxed(plan.circulation),
        drafter=_drafter(plan),
        draft="" if issue else _boxed(plan.draft_mark),
        of_party=of_party,
    )


def _boxed(words: str) -> str:
    return f"{_ROOM}{upper_vn(words)}{_ROOM}" if words else ""


def _drafter(plan: PaperPlan) -> str:
    copies = f".({plan.copies})" if plan.copies else "."
    return f"{plan.drafter_mark.rstrip('.')}{copies}" if plan.drafter_mark else ""


def _secret(plan: PaperPlan) -> ProblemsFoundError:
    """Such papers are made on machines of their own (Luật Bảo vệ bí mật nhà nước), never through this register."""
    message = _(
        "Văn bản mang độ mật “{secrecy}” không được lập bằng chương trình này.",
        secrecy=plan.secrecy,
    )
    hint = _(
        "Lập trên máy riêng theo quy định bảo vệ bí mật nhà nước, hoặc xóa ô “{field}” nếu ghi nhầm.",
        field=PaperPlan.title_of("secrecy"),
    )
    place = Place(sheet=Campaign.title_of("papers"))
    return ProblemsFoundError(message, (Problem("secret-paper", message, place, hint=hint),))
