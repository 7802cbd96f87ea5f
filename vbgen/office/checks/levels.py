"""An agency's name against the level by which it is judged: `UBND xã` is no province, a `Sở` no commune."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.agency import Agency, AgencyLevel
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.words.names import fold

_LEVEL: Final = AgencyLevel
_UNITS: Final = (_LEVEL.MINISTRY_UNIT, _LEVEL.PUBLIC_UNIT, _LEVEL.PROVINCIAL_DEPARTMENT)
_COMMITTEE: Final = r"(?:uy ban nhan dan|ubnd) "
_NAMES: Final = tuple(  # how names begin, without marks, and the levels of those who are called so
    (re.compile(rf"{begins}\b"), levels)
    for begins, levels in (
        (_COMMITTEE + "(?:xa|phuong|dac khu|thi tran)", (_LEVEL.COMMUNE,)),
        (_COMMITTEE + "tinh", (_LEVEL.PROVINCE,)),
        (_COMMITTEE + "(?:huyen|quan|thi xa)", (_LEVEL.DISTRICT,)),
        (_COMMITTEE + "thanh pho", (_LEVEL.PROVINCE, _LEVEL.DISTRICT)),
        ("so", (_LEVEL.PROVINCIAL_DEPARTMENT,)),
        ("bo (?!chi huy|tu lenh|phan)", (_LEVEL.MINISTRY,)),
        ("(?:chi )?cuc", _UNITS),
        ("truong (?:mam non|mau giao|tieu hoc|trung hoc|thcs|thpt)", (_LEVEL.SCHOOL,)),
        ("benh vien", (_LEVEL.HOSPITAL, *_UNITS, _LEVEL.ENTERPRISE)),
        ("(?:cong doan|lien doan lao dong)", (_LEVEL.UNION,)),
        ("(?:doan thanh nien|doan tncs|tinh doan|thanh doan)", (_LEVEL.YOUTH_UNION,)),
        ("(?:dang uy|dang bo|tinh uy|thanh uy|chi bo|huyen uy)", (_LEVEL.PARTY,)),
        ("(?:tong )?cong ty", (_LEVEL.ENTERPRISE,)),
        ("hop tac xa", (_LEVEL.ENTERPRISE,)),
        ("(?:hoi (?:lien hiep phu nu|nong dan|cuu chien binh)|(?:uy ban )?mat tran)", (_LEVEL.ASSOCIATION,)),
    )
)  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    """A name that belongs to another level than the one that was chosen."""
    agency = case.campaign.agency
    wanted = _levels_of(" ".join(agency.name.split()))
    if agency.level is not None and wanted and agency.level not in wanted:
        message = _(
            "“{name}” không thuộc cấp “{level}”; thẩm quyền và tiền thưởng được xét theo cấp này.",
            name=" ".join(agency.name.split()),
            level=agency.level.label,
        )
        todo = _(
            "Ghi ở ô “{field}” của trang “Cơ quan”: {levels}.",
            field=Agency.title_of("level"),
            levels=_(" hoặc ").join(f"“{level.label}”" for level in wanted),
        )
        spot = Spot("agency", 0, "level")
        yield Finding("agency-level-doubtful", Severity.WARNING, message, todo, None, (spot,))


def _levels_of(name: str) -> tuple[AgencyLevel, ...]:
    """The levels of those whose names begin so; empty where names do not tell."""
    folded = fold(name)
    return next((levels for begins, levels in _NAMES if begins.match(folded)), ())
