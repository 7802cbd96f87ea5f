"""A decision is cited as of who made it: the office's head, or the body that decides."""

from pathlib import Path

import pytest

from tests.papers.agencies.offices import office_of
from vbgen.office import Office, Surroundings
from vbgen.office.issuing.wishes.deciders import decider_of
from vbgen.office.issuing.wishes.known_papers import kept_campaign, known_of
from vbgen.register import Filter
from vbgen.web.moment import now

DECIDERS = {
    "xa": "Chủ tịch Ủy ban nhân dân xã Tân Hợp",
    "truong": "Hiệu trưởng Trường Trung học cơ sở Lê Văn Hưu",
    "cong-doan": "Ban Chấp hành Công đoàn cơ sở Trung tâm Thú y",
}


@pytest.mark.parametrize(("agency", "decider"), DECIDERS.items())
def test_a_decision_is_cited_as_of_who_made_it(
    agency: str, decider: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of(agency, tmp_path)
    issued = office.issue(capsys, "award-decision")
    assert issued.code == 0, issued.out + issued.err
    with Office.look(tmp_path, Surroundings({}, "Lan", now)) as opened:
        desk = opened.desk_to_look()
        entry = desk.register.entries(Filter(kind="award-decision"))[0]
        data = kept_campaign(desk.register, desk.archive, entry.id)
        assert data is not None
        assert decider_of(entry, data) == decider
        assert decider_of(entry, None) == entry.issuer
        known = known_of(desk.register, data, agency).papers[0]
    assert known.decided_by == decider
