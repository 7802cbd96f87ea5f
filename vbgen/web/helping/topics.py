"""Which part of the guide belongs beside which page: by its address, else by the door of its room."""

import re
from collections.abc import Iterator

from vbgen.messages import _
from vbgen.web.doors import doors


def topic_of(path: str) -> str:
    """The heading of that part, in the reader's language."""
    return next((title for address, title in _topics() if address.match(path)), "")


def _topics() -> Iterator[tuple[re.Pattern[str], str]]:
    campaign = "/campaigns/[^/]+"
    yield re.compile(rf"{campaign}/(data|workbook|versions)"), _("Dữ liệu")
    yield re.compile(rf"{campaign}/check"), _("Kiểm tra dữ liệu")
    yield re.compile(rf"{campaign}/(papers|approve)"), _("Một văn bản")
    yield re.compile(rf"{campaign}/issue"), _("Cấp số")
    yield re.compile(f"{campaign}/hand-over"), _("Nộp lưu")
    yield re.compile(f"{campaign}/unit-links"), _("Đường dẫn cho đơn vị nộp danh sách")
    yield re.compile(campaign), _("Trang đầu")
    yield re.compile("/jobs"), _("Việc đang làm")
    yield re.compile("/designs"), _("Mẫu giấy khen")
    yield re.compile("/calibrate"), _("Đo độ lệch của máy in")
    yield re.compile("/password"), _("Người dùng")
    for door in doors():
        exactly = "" if door.address != "/" else "$"
        yield re.compile(re.escape(door.address) + exactly), door.title
