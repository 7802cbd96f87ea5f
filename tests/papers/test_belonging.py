"""No agency's name stands behind whom it does not own; what a village or a school is, its own name tells."""

import pytest

from tests.papers.small import agency, collective, person
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import RecipientKind
from vbgen.model.unit import Unit
from vbgen.papers.body.belonging import is_place
from vbgen.papers.body.recipients import full_post, small

XA = agency(level=AgencyLevel.COMMUNE, name="ỦY BAN NHÂN DÂN XÃ Y", full_name="UBND xã Y")
SO = agency()


@pytest.mark.parametrize(
    ("level", "unit", "position", "post"),
    [
        ("xã", "Thôn Tiêu Động", "Trưởng thôn", "Trưởng thôn Tiêu Động"),
        ("sở", "Thôn Tiêu Động", "Trưởng thôn", "Trưởng thôn Tiêu Động"),
        ("xã", "Tổ dân phố 3", "Tổ trưởng", "Tổ trưởng, tổ dân phố 3"),
        ("xã", "Trường Mầm non An Nội", "Hiệu trưởng", "Hiệu trưởng, Trường Mầm non An Nội"),
        ("sở", "Trường Trung cấp nghề", "Giáo viên", "Giáo viên, Trường Trung cấp nghề, Sở Y tỉnh X"),
        ("xã", "Hội Nông dân xã", "Chủ tịch", "Chủ tịch, Hội Nông dân xã"),
        ("xã", "Phòng Kinh tế", "Chuyên viên", "Chuyên viên, Phòng Kinh tế, UBND xã Y"),
        ("xã", "Trung tâm Văn hóa", "Viên chức", "Viên chức, Trung tâm Văn hóa, UBND xã Y"),
        ("xã", "", "Phó Chủ tịch", "Phó Chủ tịch, UBND xã Y"),
        ("sở", "Làng trẻ em SOS", "Mẹ", "Mẹ, Làng trẻ em SOS, Sở Y tỉnh X"),
    ],
)  # fmt: skip
def test_the_agency_stands_behind_its_own_people_alone(
    level: str, unit: str, position: str, post: str
) -> None:
    around = Unit(id="A", name=unit) if unit else None
    somebody = person("1", "Bùi Văn Lượng", position=position, unit="A" if unit else "")
    assert full_post(somebody, around, {"xã": XA, "sở": SO}[level]) == post


@pytest.mark.parametrize(
    ("full_name", "body"),
    [
        ("Ban Chấp hành Đoàn xã Mường Lạn", "Đoàn xã Mường Lạn"),
        ("Ban Thường vụ Công đoàn ngành Y tế", "Công đoàn ngành Y tế"),
        ("Ban Chấp hành Hội Nông dân xã Y", "Hội Nông dân xã Y"),
        ("Ban Chấp hành", "Ban Chấp hành"),
    ],
)
def test_people_belong_to_the_body_and_not_to_the_committee_that_leads_it(
    full_name: str, body: str
) -> None:
    union = agency(level=AgencyLevel.YOUTH_UNION, full_name=full_name)
    around = Unit(id="A", name="Chi đoàn bản Pá Hốc")
    somebody = person("1", "Giàng A Sử", position="Đoàn viên", unit="A")
    assert full_post(somebody, around, union) == f"Đoàn viên, Chi đoàn bản Pá Hốc, {body}"


@pytest.mark.parametrize(
    ("kind", "name", "post"),
    [
        (RecipientKind.COLLECTIVE, "Thôn An Nội", ""),
        (RecipientKind.COLLECTIVE, "Hợp tác xã Đồng Tâm", ""),
        (RecipientKind.COLLECTIVE, "Phòng Kinh tế", "UBND xã Y"),
        (RecipientKind.HOUSEHOLD, "Bùi Văn Lượng", ""),
        (RecipientKind.ENTERPRISE, "Công ty TNHH An Phú", ""),
    ],
)
def test_villages_households_and_firms_stand_alone(
    kind: RecipientKind, name: str, post: str
) -> None:
    somebody = collective("1", name, "").model_copy(update={"kind": kind})
    assert full_post(somebody, None, XA) == post


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Thôn An Nội", "thôn An Nội"),
        ("Tổ 5", "tổ 5"),
        ("Khu phố 2", "khu phố 2"),
        ("Lớp 10A1", "lớp 10A1"),
        ("Huyện ủy Bình Lục", "Huyện ủy Bình Lục"),
        ("Làng trẻ em SOS", "Làng trẻ em SOS"),
        ("Tổ Toán", "Tổ Toán"),
        ("Bản tin Sở", "Bản tin Sở"),
    ],
)
def test_only_a_places_common_noun_is_small_within_a_sentence(name: str, within: str) -> None:
    assert small(name) == within
    assert is_place(name) == (within != name and not name.startswith("Lớp"))


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Đảng ủy phường Bến Nghè", "Đảng bộ phường Bến Nghè"),
        ("Đảng uỷ xã Y", "Đảng bộ xã Y"),
        ("Chi bộ Sở Y", "Chi bộ Sở Y"),
    ],
)
def test_members_of_the_party_belong_to_a_branch_and_not_to_its_committee(
    name: str, behind: str
) -> None:
    party = agency(level=AgencyLevel.PARTY, full_name=name)
    around = Unit(id="A", name="Chi bộ 3")
    assert full_post(person("1", "Lê An", position="Bí thư Chi bộ"), around, party) == (
        f"Bí thư Chi bộ 3, {behind}"
    )
