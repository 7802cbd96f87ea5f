"""Proposals become awards at the desk: as voted, or as whoever may decide has decided; what is higher up is told."""

from pathlib import Path

import pytest

from tests.sent_list import lay_sent_list
from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole
from vbgen.office import (
    BeginCampaign,
    GrantProposals,
    ListVersions,
    Office,
    SeeCampaign,
    Surroundings,
    VotesAwarded,
)
from vbgen.web.moment import now

COMMUNE = {
    "full_name": "Ủy ban nhân dân xã Tân Lập",
    "symbol": "UBND",
    "place": "Tân Lập",
    "year": "2026",
    "level": "Ủy ban nhân dân cấp xã",
    "signer_position": "Chủ tịch",
    "signer": "Lường Văn Phong",
    "drafting_unit_symbol": "VHXH",
}
HEADING = ("Họ và tên", "Loại đối tượng", "Đơn vị", "Danh hiệu", "Thành tích", "Đồng ý")
OURS = ("Lò Thị Inh", "Cá nhân", "Hội Phụ nữ", "Giấy khen", "xây dựng nông thôn mới")
HIGHER = ("Bản Nà Mòn", "Tập thể", "", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "dẫn đầu")


def begun(office: Office) -> str:
    name = office.do(BeginCampaign(COMMUNE)).name
    lay_sent_list(office.root / "data" / name, (HEADING, OURS, HIGHER))
    return name


@pytest.fixture
def clerk(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.OFFICER]))


def test_a_list_that_was_sent_is_awarded_once_it_was_decided(workspace: Path) -> None:
    def granted(*, is_decided: bool) -> VotesAwarded:
        with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
            return office.do(GrantProposals(name, is_decided))

    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        name = begun(office)
        assert office.do(SeeCampaign(name)).proposed == 2
    assert granted(is_decided=False).awards == ()
    told = granted(is_decided=True)
    assert [each.merit for each in told.awards] == [OURS[-1]]
    assert [(each.code, each.place.file) for each in told.problems] == [
        ("beyond-power", "nominations/ds.xlsx")
    ]
    assert granted(is_decided=True).awards == ()
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        seen = office.do(SeeCampaign(name))
        versions = office.do(ListVersions(name)).versions
    assert (seen.proposed, seen.problems) == (1, ())
    assert "award-decision" in {paper.kind for paper in seen.papers if not paper.lacks}
    assert [each.who for each in versions] == ["Lan", ""]


def test_the_page_asks_for_the_statement_and_tells_what_came_of_it(
    here: DeskHere, clerk: DeskClient
) -> None:
    with here.site.acting() as office:
        address = f"/campaigns/{begun(office)}"
    page = clerk.get(address).text
    assert "Có 2 đề nghị chưa ghi thành khen thưởng." in page
    assert 'name="decided" value="yes" required' in page
    listed = (
        f'<a href="{address}/data?sheet=Danh+s%C3%A1ch">'  # where a clerk types it, without codes
    )
    assert listed in page
    assert listed in clerk.get("/").text
    assert "Chưa ghi thêm khen thưởng nào." in clerk.send_form(f"{address}/grant").text
    told = clerk.send_form(f"{address}/grant", decided="yes").text
    assert "Đã ghi 1 khen thưởng." in told
    assert "trình cấp có thẩm quyền quyết định." in told


def test_its_likeliest_failures_are_told(here: DeskHere, clerk: DeskClient) -> None:
    """A file that is open in Excel, data with errors, a campaign that there is not: the page says so."""
    with here.site.acting() as office:
        name = begun(office)
        folder = office.root / "data" / name
    (folder / "~$campaign.xlsx").write_bytes(b"x")
    opened = clerk.send_form(f"/campaigns/{name}/grant", decided="yes")
    assert (opened.status_code, "Excel" in opened.text) == (422, True)
    (folder / "~$campaign.xlsx").unlink()
    lay_sent_list(folder, [HEADING, (*OURS[:4], "", "nhiều")])
    wrong = clerk.send_form(f"/campaigns/{name}/grant", decided="yes")
    assert (wrong.status_code, "problem error" in wrong.text) == (422, True)
    assert clerk.send_form("/campaigns/khong-co/grant", decided="yes").status_code == 422
