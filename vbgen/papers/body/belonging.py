"""Whose agency's name may stand behind a recipient: villages are nobody's rooms, nor are schools a committee's."""

import re
from typing import Final

from vbgen.model.agency import Agency, AgencyLevel
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Nominee
from vbgen.model.unit import Unit

# Common nouns that stand small before a name within a sentence (Nghị định 30/2020, Phụ lục II, Mục III.1, IV).
_PLACES: Final = (
    "Thôn", "Xóm", "Bản", "Ấp", "Làng", "Buôn", "Khóm", "Khu phố", "Khu dân cư", "Tổ dân phố",
    "Xã", "Phường", "Thị trấn", "Đặc khu", "Huyện", "Quận", "Thị xã", "Thành phố", "Tỉnh",
)  # fmt: skip
_NUMBERED: Final = re.compile(r"Tổ (số )?\d")  # of a street; `Tổ Toán` of a school is a name
# A people's committee's own rooms; what else it honours has its own name: a school, a union, a cooperative.
_ROOMS: Final = re.compile(r"(Văn phòng|Phòng|Bộ phận|Trung tâm|Thanh tra|Đội|Tổ)\b")
_ON_THEIR_OWN: Final = {RecipientKind.HOUSEHOLD, RecipientKind.ENTERPRISE}
_COMMITTEES: Final = {AgencyLevel.PROVINCE, AgencyLevel.DISTRICT, AgencyLevel.COMMUNE}

_COMMITTEE: Final = re.compile(r"^(Ban (Chấp hành|Thường vụ) )?Đảng ([ủu]ỷ|ủy|bộ)\b")
_LEADING: Final = re.compile(r"^Ban (?:Chấp hành|Thường vụ) (?=(?:Đoàn|Công đoàn|Liên đoàn|Hội)\b)")


def is_place(name: str) -> bool:
    """Of `Thôn An Nội`, `Tổ 5`; not of `Huyện ủy`, `Làng trẻ em SOS`, where a name begins alike."""
    noun = next((each for each in _PLACES if name.startswith(f"{each} ")), "")
    after = name[len(noun) + 1 :][:1]
    return bool(_NUMBERED.match(name) or (noun and (after.isupper() or after.isdigit())))


def is_of_agency(nominee: Nominee, unit: Unit | None, agency: Agency) -> bool:
    """Whether the agency's name may stand behind: the rows' word first, then what the unit's name tells."""
    if nominee.is_outside or nominee.kind in _ON_THEIR_OWN or (unit and unit.is_outside):
        return False
    name = _of_whom(nominee, unit)
    is_room = agency.level not in _COMMITTEES or bool(_ROOMS.match(name))
    return not name or (is_room and not is_place(name))


def body_of(agency: Agency) -> str:
    """What its people belong to: the agency; of a committee what it leads (Đảng bộ, Đoàn, Công đoàn, Hội)."""
    if agency.level is AgencyLevel.PARTY:
        return _COMMITTEE.sub("Đảng bộ", agency.full_name, count=1)
    return _LEADING.sub("", agency.full_name)


def _of_whom(nominee: Nominee, unit: Unit | None) -> str:
    """The unit's name, or a collective's own; empty where a person has none."""
    if nominee.kind is RecipientKind.COLLECTIVE:
        return nominee.full_name
    return unit.name if unit else ""
