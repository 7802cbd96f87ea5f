"""What is told of a paper's place and day where they are too long for their usual line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.papers.context import context
from vbgen.papers.frame.place_line import place_line
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.papers.frame.letterhead import Letterhead

_HEAD = "letterhead"


def long_place_problems(scene: Scene) -> Iterator[Problem]:
    """A note where place and day are set smaller than their size set asks, a warning where they take two lines."""
    if scene.kind.page_filling:
        return
    try:
        head = cast("Letterhead", context(scene, (_HEAD,))[_HEAD])
    except ProblemsFoundError:  # what stops the paper is told with all that does
        return
    placed = place_line(head.place_date, scene.agency.size_set, head.number)
    place = Place(sheet=Campaign.title_of("agency"), quote=scene.agency.place)
    if placed.is_small:
        message = _("“{line}” dài nên được đặt cỡ chữ 13.", line=head.place_date)
        hint = _("Muốn các cỡ chữ đi cùng nhau, hãy chọn “Bộ cỡ chữ” 12/13/13.")
        yield Problem("place-smaller", message, place, Severity.NOTE, hint)
    if not placed.fits:
        message = _("“{line}” không đứng vừa một dòng.", line=head.place_date)
        hint = _("Hãy ghi địa danh ngắn hơn, đúng tên gọi chính thức.")
        yield Problem("place-wraps", message, place, Severity.WARNING, hint)
