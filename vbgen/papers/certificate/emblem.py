"""Whether a certificate has the emblem that its form asks for."""

from collections.abc import Iterator

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.design import DesignFamily
from vbgen.model.stock import Printed
from vbgen.papers.scene import Scene
from vbgen.ways import NameEmblem

NO_EMBLEM = "no-emblem"  # asked about before a number is taken


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
            hint=_("Cơ quan dùng tệp hình của mình (PNG, JPEG, EMF)."),
            ways=(NameEmblem(),),
        )
