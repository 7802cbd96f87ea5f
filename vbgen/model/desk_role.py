"""What somebody is at the clerk's desk; one person may be several."""

from enum import StrEnum

from vbgen.messages import _


class DeskRole(StrEnum):
    """A part in the office's work."""

    OFFICER = "officer"  # cán bộ thi đua: the data and the drafts
    REGISTRY = "registry"  # văn thư: numbers, the books, printing
    LEADER = "leader"  # lãnh đạo: approves
    ADMIN = "admin"  # quản trị: accounts and settings
    READER = "reader"  # chỉ đọc: what was issued

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return {
            "officer": _("Cán bộ thi đua"),
            "registry": _("Văn thư"),
            "leader": _("Lãnh đạo"),
            "admin": _("Quản trị"),
            "reader": _("Chỉ đọc"),
        }[self.value]
