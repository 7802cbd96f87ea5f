"""Whose name a text is: roles before names, households, hamlets; what the words do not tell is doubtful."""

from datetime import date
from pathlib import Path

import pytest

from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.lines import LineParts, line_parts
from vbgen.intake.lists.names import settled_name
from vbgen.intake.lists.posts import post_of
from vbgen.intake.lists.recipients import recipient_named
from vbgen.model.movement import RecipientKind
from vbgen.office.setting.workspace import find_workspace

DAY = date(2026, 11, 29)
PERSON, COLLECTIVE = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE


@pytest.fixture(scope="module")
def known() -> KnownOffice:
    return KnownOffice(find_workspace(Path(__file__).parent).words(DAY), DAY)


def doubts(parts: LineParts) -> bool:
    settled = settled_name(parts.recipient.name, parts.recipient.kind)
    return bool(parts.doubts or settled.doubts)


@pytest.mark.parametrize(
    ("text", "role", "name", "is_doubtful"),
    [
        ("Trưởng phòng Nguyễn Thế Vinh", "Trưởng phòng", "Nguyễn Thế Vinh", False),
        ("Phó Chánh Văn phòng Đào Thị Lệ Thu", "Phó Chánh Văn phòng", "Đào Thị Lệ Thu", False),
        ("Đồng chí Bí thư Chi bộ Lê Văn Tám", "Bí thư Chi bộ", "Lê Văn Tám", False),
        ("Ông Trưởng bản Giàng A Páo", "Trưởng bản", "Giàng A Páo", False),
        ("Trưởng khoa BS. Trần Thị Tý", "Trưởng khoa", "Trần Thị Tý", False),
        ("Phó Giám đốc TS. Hồ Văn Ba", "Phó Giám đốc", "Hồ Văn Ba", False),
        ("Trưởng Ban Quản Lý Nguyễn Văn Tư", "Trưởng Ban Quản", "Lý Nguyễn Văn Tư", True),
        ("Bác sĩ Nguyễn Văn An", "", "Nguyễn Văn An", False),
        ("Quyền Văn Minh", "", "Quyền Văn Minh", False),
        ("Trưởng Phòng", "", "Trưởng Phòng", True),
    ],
)
def test_a_role_before_a_name_is_the_position(
    text: str, role: str, name: str, is_doubtful: bool, known: KnownOffice
) -> None:
    parts = line_parts(text, known)
    assert (parts.position, parts.recipient.name, doubts(parts)) == (role, name, is_doubtful)


@pytest.mark.parametrize("word", ["Thôn", "Bản", "Buôn", "Làng", "Ấp", "Khóm", "Xóm", "Phum"])
@pytest.mark.parametrize("name", ["Huổi Lóng", "Đoài", "Bình Hòa", "3"])
def test_a_hamlet_is_a_collective_and_no_person(word: str, name: str) -> None:
    assert recipient_named(f"{word} {name}").kind is COLLECTIVE


@pytest.mark.parametrize("name", ["Tổ dân phố số 7", "Tổ dân phố Hòa Bình", "Khu phố 4"])
def test_so_is_a_quarter_of_a_town(name: str) -> None:
    assert recipient_named(name).kind is COLLECTIVE


@pytest.mark.parametrize("name", ["Bản Thị Mai", "Đoàn Minh Tú", "Hội Văn Nghệ", "Lang Văn Bản"])
def test_what_may_be_a_person_is_called_no_collective(name: str) -> None:
    assert recipient_named(name).kind is not COLLECTIVE


@pytest.mark.parametrize(
    ("text", "name", "place", "is_doubtful"),
    [
        ("Hộ gia đình ông Lò Văn Inh", "Hộ gia đình ông Lò Văn Inh", "", False),
        ("Hộ bà Triệu Thị Nái, Bản Nà Sản", "Hộ bà Triệu Thị Nái", "Bản Nà Sản", False),
        ("Hộ gia đình ông", "Hộ gia đình ông", "", True),
        ("Gia đình", "Gia đình", "", True),
    ],
)
def test_a_household_has_its_place_beside_its_name(
    text: str, name: str, place: str, is_doubtful: bool, known: KnownOffice
) -> None:
    parts = line_parts(text, known)
    assert parts.recipient.kind is RecipientKind.HOUSEHOLD
    assert (parts.recipient.name, parts.place, doubts(parts)) == (name, place, is_doubtful)


@pytest.mark.parametrize(
    ("text", "position", "unit"),
    [
        ("Đội trưởng Đội Nghiệp vụ 1", "Đội trưởng", "Đội Nghiệp vụ 1"),
        ("Phó Hiệu trưởng Trường Tiểu học Hoa Sen", "Phó Hiệu trưởng", "Trường Tiểu học Hoa Sen"),
        ("Trưởng phòng Kế hoạch", "Trưởng phòng Kế hoạch", ""),
        ("Giám đốc HTX", "Giám đốc HTX", ""),
        ("Trưởng bản, Bản Huổi Lóng", "Trưởng bản", "Bản Huổi Lóng"),
    ],
)
def test_a_position_ends_where_its_unit_begins(
    text: str, position: str, unit: str, known: KnownOffice
) -> None:
    found = post_of(text, known)
    assert (found.position, found.unit, found.doubt) == (position, unit, "")
