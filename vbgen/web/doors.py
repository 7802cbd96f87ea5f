"""The rooms that the head of every page leads to."""

from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.messages import _
from vbgen.web.roles import DeskAct


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """A room: its address, what it is called, and who may come in."""

    address: str
    title: str
    act: DeskAct


def doors() -> Iterator[RoomDoor]:
    """In the order of a year's work."""
    yield RoomDoor("/", _("Trang đầu"), DeskAct.BE_HERE)
    yield RoomDoor("/new", _("Lập mới"), DeskAct.CHANGE_DATA)
    yield RoomDoor("/reading", _("Đọc hồ sơ"), DeskAct.CHANGE_DATA)
    yield RoomDoor("/print", _("In giấy khen"), DeskAct.PRINT)
    yield RoomDoor("/register", _("Sổ đăng ký"), DeskAct.SEE_REGISTER)
    yield RoomDoor("/signing", _("Ký số"), DeskAct.SIGN)
    yield RoomDoor("/verify", _("Kiểm tra tệp"), DeskAct.SEE_REGISTER)
    yield RoomDoor("/golden-book", _("Sổ vàng"), DeskAct.SEE_REGISTER)
    yield RoomDoor("/people", _("Người dùng"), DeskAct.KEEP_PEOPLE)
