"""Votes are shares of all members, and the law's thresholds carry them."""

import pytest

from tests.law.law_texts import law_on
from tests.papers.small import (
    absent,
    campaign,
    collective,
    meeting,
    members,
    nomination,
    person,
    vote,
)
from vbgen.errors import ProblemsFoundError
from vbgen.model.council import Vote
from vbgen.model.people import Gender
from vbgen.papers.body.council.minutes import Minutes, minutes


def held(votes: tuple[Vote, ...], award: str = "Giấy khen", voting: int = 11) -> Minutes:
    data = campaign(
        nominees=(person("1", "Một"), collective("T", "Phòng A", "A")),
        nominations=(nomination("1", award),),
        council=members(voting),
        meetings=(meeting(),),
        attendance=(absent("M1", "đi công tác"),),
        votes=votes,
    )
    return minutes(data, 1, law_on(2022, 7, 8))


def test_the_share_is_of_all_voting_members_present_or_not() -> None:
    ballot = held((vote("1", 9, 1),)).groups[0].ballots[0]
    assert (ballot.share, ballot.verdict) == ("81,8%", "Thông qua")


@pytest.mark.parametrize(("votes_for", "carried"), [(5, False), (6, True)])
def test_more_than_half_carries_where_the_law_names_no_share(votes_for: int, carried: bool) -> None:
    assert held((vote("1", votes_for, 10 - votes_for),)).groups[0].ballots[0].is_carried is carried


@pytest.mark.parametrize(("votes_for", "carried"), [(8, False), (9, True)])
def test_the_provincial_title_needs_nine_tenths(votes_for: int, carried: bool) -> None:
    title = "Chiến sĩ thi đua cấp tỉnh"
    found = held((vote("1", votes_for, 0, title),), title, voting=10)
    assert found.groups[0].ballots[0].is_carried is carried


def test_the_secretary_without_a_vote_does_not_count() -> None:
    found = held(())
    assert (found.members, found.attendance) == (11, "10/11")


def test_an_absent_member_is_named_with_the_reason() -> None:
    found = held(())
    assert [(row.member.full_name, row.reason) for row in found.absent] == [
        ("Người 1", "đi công tác")
    ]
    assert "Người 1" not in [member.full_name for member in found.present]


def test_times_are_written_as_minutes_write_them() -> None:
    assert held(()).opening == "08 giờ 00 phút, ngày 08 tháng 7 năm 2022"


def test_rejected_nominations_are_told_apart() -> None:
    found = held((vote("1", 3, 7),))
    assert (found.carried, [ballot.entry.name for ballot in found.rejected]) == (0, ["Một"])


@pytest.mark.parametrize("changes", [{"meetings": ()}, {"council": ()}])
def test_a_missing_meeting_or_council_is_told_with_its_sheet(changes: dict[str, object]) -> None:
    data = campaign(**{"council": members(3), "meetings": (meeting(),), **changes})
    with pytest.raises(ProblemsFoundError, match="Hội đồng") as caught:
        minutes(data, 1, law_on(2022, 7, 8))
    assert "Hãy điền trang" in caught.value.problems[0].hint


def test_whoever_came_and_did_not_vote_has_a_column_and_the_sums_can_be_redone() -> None:
    found = held((vote("1", 8, 1),))
    ballot = found.groups[0].ballots[0]
    assert ballot.not_voting == 1
    assert found.who_votes == "có mặt 10, vắng mặt 01"
    absent_members = found.members - 10
    shown = ballot.votes_for + ballot.votes_against + ballot.not_voting + absent_members
    assert shown == found.members


def test_an_abstention_that_was_written_down_stands() -> None:
    written = vote("1", 7, 1).model_copy(update={"abstained": 1})
    assert held((written,)).groups[0].ballots[0].not_voting == 1


def test_members_are_called_as_minutes_call_them() -> None:
    found = held(())
    chair = found.chair.model_copy(update={"gender": Gender.FEMALE})
    council = (chair, *members(11)[1:])
    data = campaign(
        council=council,
        meetings=(meeting(),),
        attendance=(absent("M1", "đi công tác"),),
        nominees=(person("1", "Người 2"),),
    )
    told = minutes(data, 1, law_on(2022, 7, 8))
    assert told.chair_line == "Bà Người 0, Trưởng phòng, Chủ tịch Hội đồng"
    assert told.present_lines[1] == "Ông Người 2, Trưởng phòng, Ủy viên Hội đồng"
    assert told.present_lines[2] == "Người 3, Trưởng phòng, Ủy viên Hội đồng"
    assert told.present_lines[-1] == "Thư Ký, Chuyên viên, Thư ký Hội đồng (không biểu quyết)"
    assert told.absent_lines == ("Người 1, Trưởng phòng, Ủy viên Hội đồng (lý do: đi công tác)",)


def together(*votes: Vote, award: str = "Giấy khen") -> Minutes:
    data = campaign(
        nominees=(person("1", "Một"), person("2", "Hai"), collective("T", "Phòng A", "A")),
        nominations=(nomination("1", award), nomination("2"), nomination("T")),
        council=members(11),
        meetings=(meeting(),),
        attendance=(absent("M1"),),
        votes=votes,
    )
    return minutes(data, 1, law_on(2022, 7, 8))


def told(found: Minutes) -> list[tuple[str, str, str]]:
    return [(poll.title, poll.count, poll.verdict) for poll in found.polls]


def test_one_vote_on_the_whole_list_is_one_row_and_carries_everybody() -> None:
    found = together(vote("", 8, 1, ""))
    assert told(found) == [("Cả danh sách đề nghị", "01 tập thể và 02 cá nhân", "Thông qua")]
    assert (found.groups, found.carried) == ((), 3)
    assert found.polls[0].one.not_voting == 1


def test_one_vote_on_a_form_stands_beside_votes_by_name() -> None:
    found = together(vote("", 9, 0), vote("1", 4, 5))
    assert told(found) == [("Giấy khen", "01 tập thể và 01 cá nhân", "Thông qua")]
    assert [ballot.entry.name for ballot in found.rejected] == ["Một"]
    assert found.carried == 2


def test_what_is_left_over_is_not_called_the_whole_list() -> None:
    found = together(vote("", 9, 0, ""), vote("1", 8, 0))
    assert [poll.title for poll in found.polls] == ["Các đề nghị còn lại"]


def test_a_vote_on_all_carries_only_what_reaches_its_own_threshold() -> None:
    found = together(vote("", 9, 0, ""), award="Chiến sĩ thi đua cấp tỉnh")
    assert [poll.verdict for poll in found.polls] == ["Chỉ thông qua Giấy khen"]
    assert [ballot.entry.name for ballot in found.rejected] == ["Một"]


def test_a_form_is_voted_on_by_any_spelling_of_its_name() -> None:
    title = "Chiến sĩ thi đua cấp tỉnh"
    found = together(vote("", 10, 0, "Chiến sỹ thi đua cấp tỉnh"), award=title)
    assert [ballot.entry.name for poll in found.polls for ballot in poll.ballots] == ["Một"]
