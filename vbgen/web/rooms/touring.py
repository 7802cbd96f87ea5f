"""The tour of a first visit: a way through the rooms over the sample campaign; it looks and changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import Response

from vbgen.messages import _
from vbgen.office import CampaignSeen, ListCampaigns, SeeCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit, kept_for_long

TOUR_COOKIE = "vbgen-tour"
_SAMPLE = "ha-nam-2022"


@dataclass(frozen=True, slots=True)
class TourStep:
    """One page of the way, and what is told of it."""

    path: str
    act: DeskAct
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TourPlace:
    """Where somebody is on the way."""

    number: int
    steps: Sequence[TourStep]

    @property
    def step(self) -> TourStep:
        """The page's."""
        return self.steps[self.number - 1]

    @property
    def before(self) -> str:
        """Address of the page before; empty at the first."""
        return self._address(self.number - 1)

    @property
    def after(self) -> str:
        """Address of the page after; empty at the last."""
        return self._address(self.number + 1)

    def _address(self, number: int) -> str:
        within = 1 <= number <= len(self.steps)
        return f"{self.steps[number - 1].path}?tour={number}" if within else ""


def tour_place(visit: Visit) -> TourPlace | None:
    """Where this page stands on the way that its visitor goes; None for who goes none."""
    said = visit.request.query_params.get("tour", "")
    if not (said.isascii() and said.isdigit()) or not visit.is_known:
        return None
    steps = tuple(step for step in _steps(visit) if visit.may(step.act))
    number = int(said[:3])
    is_here = 1 <= number <= len(steps) and steps[number - 1].path == visit.request.url.path
    return TourPlace(number, steps) if is_here else None


def _steps(visit: Visit) -> Iterator[TourStep]:
    yield TourStep(
        "/",
        DeskAct.BE_HERE,
        _("Trang đầu"),
        _(
            "Mỗi phong trào là một hàng các bước; bước nào xong, bước nào còn thiếu gì đều ghi ở đó."
        ),
    )
    if visit.may(DeskAct.SEE_DATA) and (seen := _sample(visit)):
        yield from _steps_of_campaign(seen)
    yield TourStep(
        "/register",
        DeskAct.SEE_REGISTER,
        _("Sổ đăng ký"),
        _("Văn bản đã cấp số nằm ở đây; bấm số để xem tệp, văn bản liên quan và ai đã làm gì."),
    )
    yield TourStep(
        "/golden-book",
        DeskAct.SEE_REGISTER,
        _("Sổ vàng"),
        _("Tìm giấy khen của một người hay một đơn vị, qua mọi năm."),
    )
    yield TourStep(
        "/people",
        DeskAct.KEEP_PEOPLE,
        _("Người dùng"),
        _("Quản trị thêm tài khoản và chọn vai trò; cuối trang ghi vai trò nào được làm gì."),
    )
    yield TourStep(
        "/help",
        DeskAct.BE_HERE,
        _("Hướng dẫn"),
        _(
            "Hết một vòng. Ở mỗi trang, bấm “Hướng dẫn trang này” để đọc phần hướng dẫn ngay bên cạnh."
        ),
    )


def _sample(visit: Visit) -> CampaignSeen | None:
    """The sample campaign, or the office's first one where the sample was taken away."""
    with visit.looking() as office:
        names = office.do(ListCampaigns()).names
    if not names:
        return None
    name = _SAMPLE if _SAMPLE in names else names[0]
    return visit.seen(name, SeeCampaign(name))


def _steps_of_campaign(seen: CampaignSeen) -> Iterator[TourStep]:
    campaign = f"/campaigns/{quote(seen.folder)}"
    yield TourStep(
        f"{campaign}/data",
        DeskAct.SEE_DATA,
        _("Dữ liệu"),
        _("Tên người, con số, ngày tháng chỉ gõ một lần ở đây; mọi văn bản lấy từ đó."),
    )
    yield TourStep(
        f"{campaign}/check",
        DeskAct.SEE_DATA,
        _("Kiểm tra dữ liệu"),
        _("Điều cần xem lại được nêu hết một lượt, kèm trang, ô và quy định."),
    )
    own = [paper for paper in seen.papers if not paper.carried_by]
    if not own:
        return
    paper = next((each for each in own if each.name.startswith("award-decision")), own[0])
    yield TourStep(
        f"{campaign}/papers/{paper.stem}",
        DeskAct.SEE_DATA,
        _("Một văn bản"),
        _("Dự thảo từng trang, đúng như khi in; bên cạnh là điều cần xem về thể thức."),
    )
    yield TourStep(
        f"{campaign}/issue/{paper.stem}",
        DeskAct.ISSUE,
        _("Cấp số"),
        _("Nhập ngày để xem số sẽ cấp. Chưa bấm “Cấp số và vào sổ” thì chưa có số nào được cấp."),
    )


def _end(visit: Visit) -> Response:
    """It is not offered any more in this browser; the page “Help” still leads to it."""
    response = visit.onward("/")
    response.set_cookie(**kept_for_long(visit.site, TOUR_COOKIE, "seen"))  # type: ignore[arg-type]
    return response


ROUTES = (DeskRoute("POST", "/tour/end", DeskAct.BE_HERE, _end),)
