"""Whether a certificate has the emblem and the paper that its form asks for."""

from collections.abc import Iterator

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.agency import AgencyLevel
from vbgen.model.design import DesignFamily
from vbgen.model.stock import PAPERS, Printed
from vbgen.papers.scene import Scene
from vbgen.ways import NameEmblem

NO_EMBLEM = "no-emblem"  # asked about before a number is taken


_FREE = frozenset({AgencyLevel.SCHOOL, AgencyLevel.ENTERPRISE})
_FORM = sorted(PAPERS["A4"])


def paper_problems(scene: Scene) -> Iterator[Problem]:
    """A warning for sheets that are not A4 on their side, but of schools and enterprises (NĐ 98/2023, Đ104)."""
    design = scene.kind.design_used
    if design is None or scene.agency.level in _FREE:
        return
    width, height = design.paper
    if sorted(design.paper) != _FORM or width < height:
        message = _(
            "Mẫu “{title}” khổ {width} x {height} mm; "
            "Giấy khen theo Điều 104 Nghị định số 98/2023/NĐ-CP là A4 nằm ngang.",
            title=design.title,
            width=f"{width:g}",
            height=f"{height:g}",
        )
        hint = _("Khổ khác chỉ dành cho trường học, doanh nghiệp.")
        yield Problem("certificate-paper", message, severity=Severity.WARNING, hint=hint)


def emblem_problems(scene: Scene) -> Iterator[Problem]:
    """A warning for certificates whose form has an emblem at its top (NĐ 98/2023, Đ104) while the office gave none.

    Designs of schools are not bound; stock may carry it already.
    """
    design = scene.kind.design_used
    bound = design is not None and design.family is not DesignFamily.SCHOOL
    if bound and scene.emblem is None and not scene.stock.carries(Printed.EMBLEM):
        message = _(
            "{title} chưa có Quốc huy hoặc biểu trưng ở chính giữa, phía trên; chỗ đó được khép lại.",
            title=scene.kind.title,
        )
        yield Problem(
            NO_EMBLEM,
            message,
            severity=Severity.WARNING,
            hint=_("Cơ quan dùng tệp hình của mình (PNG, JPEG, SVG, EMF)."),
            ways=(NameEmblem(),),
        )
