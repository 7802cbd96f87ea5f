"""Who may do what at the desk: this table is all there is to it, and every route names one of its acts."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from vbgen.messages import _
from vbgen.model.desk_role import DeskRole


class DeskAct(StrEnum):
    """What a page or a button is for."""

    COME_IN = "come-in"  # the way in, and what pages are drawn with
    BE_HERE = "be-here"  # home, one's own session and language, help
    SEE_DATA = "see-data"  # campaigns, their data and drafts
    CHANGE_DATA = "change-data"
    APPROVE = "approve"
    ISSUE = "issue"
    SEE_REGISTER = "see-register"  # what was issued, and its files
    CHANGE_REGISTER = "change-register"  # void, correct, replace
    SIGN = "sign"  # sign, and take back what was signed elsewhere
    PRINT = "print"
    KEEP_PEOPLE = "keep-people"
    SEE_JOBS = "see-jobs"

    @property
    def label(self) -> str:
        """What people are told that a role may do; empty for what needs no telling."""
        return {
            "see-data": _("xem dữ liệu và dự thảo"),
            "change-data": _("sửa dữ liệu và dự thảo"),
            "approve": _("duyệt dự thảo"),
            "issue": _("cấp số"),
            "see-register": _("xem sổ đăng ký và tệp đã cấp số"),
            "change-register": _("hủy số, sửa sổ"),
            "sign": _("ký số, nhận bản đã ký"),
            "print": _("in giấy khen"),
            "keep-people": _("quản lý người dùng"),
        }.get(self.value, "")


_OFFICER, _REGISTRY, _LEADER, _ADMIN, _READER = (
    frozenset({DeskRole.OFFICER}),
    frozenset({DeskRole.REGISTRY}),
    frozenset({DeskRole.LEADER}),
    frozenset({DeskRole.ADMIN}),
    frozenset({DeskRole.READER}),
)
_EVERYBODY = frozenset(DeskRole)
_AT_WORK = _OFFICER | _REGISTRY | _LEADER

ALLOWED: Mapping[DeskAct, frozenset[DeskRole]] = {
    DeskAct.BE_HERE: _EVERYBODY,
    DeskAct.SEE_DATA: _AT_WORK,
    DeskAct.CHANGE_DATA: _OFFICER,
    DeskAct.APPROVE: _LEADER,
    DeskAct.ISSUE: _REGISTRY,
    DeskAct.SEE_REGISTER: _AT_WORK | _READER,
    DeskAct.CHANGE_REGISTER: _REGISTRY,
    DeskAct.SIGN: _REGISTRY | _LEADER,
    DeskAct.PRINT: _OFFICER | _REGISTRY,
    DeskAct.KEEP_PEOPLE: _ADMIN,
    DeskAct.SEE_JOBS: _AT_WORK,
}


def is_open(act: DeskAct) -> bool:
    """Whether nobody need be known for it."""
    return act is DeskAct.COME_IN


def may(roles: Collection[str], act: DeskAct) -> bool:
    """Whether somebody of those roles may do it."""
    return is_open(act) or any(role in roles for role in ALLOWED[act])
