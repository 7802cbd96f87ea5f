"""What is typed for the inside of a sentence ends where the sentence goes on: no paper has two stops in a row."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.small import award, campaign, person
from vbgen.model.council import Attendance, Meeting
from vbgen.model.launch import Launch
from vbgen.model.movement import Movement, Phase
from vbgen.papers.phrases import bare_phrase, without_stops

WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy ", min_size=4).filter(str.strip)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hội trường.", "Hội trường"),
        ("Phòng họp số 2 ;", "Phòng họp số 2"),
        ("công tác tại Hà Nội./.", "công tác tại Hà Nội"),
        ("Hội trường UBND.", "Hội trường UBND"),
        ("điện thoại 0255.3867.123.", "điện thoại 0255.3867.123"),
        ("thư: vanthu@sct.gov.vn.", "thư: vanthu@sct.gov.vn"),
        ("vở, bút, v.v.", "vở, bút, v.v."),
        ("vở, bút…", "vở, bút…"),
        ("vở, bút...", "vở, bút..."),
        ("Nguyễn Văn A.", "Nguyễn Văn A."),
        ("Nhà văn hóa TP.", "Nhà văn hóa TP."),
        (".", ""),
        ("", ""),
    ],
)
def test_the_stop_of_a_cell_is_not_the_paper_s(typed: str, said: str) -> None:
    assert bare_phrase(typed) == said


@given(WORDS, st.sampled_from([".", ";", ",", "./.", " .", ".;"]))
def test_whatever_stop_follows_a_word_is_taken_off_once(words: str, stop: str) -> None:
    bare = bare_phrase(words.rstrip() + stop)
    assert bare == words.rstrip()
    assert bare_phrase(bare) == bare


def test_phrases_lose_it_and_paragraphs_headings_and_codes_keep_it() -> None:
    start = datetime.fromisoformat("2026-12-10T08:00")
    typed = campaign(
        movement=Movement(name="phong trào thi đua.", year=2026, aim="Giữ rừng."),
        launch=Launch(opening="Như sau.", phases_heading="Phát động thi đua.", closing="Hết."),
        phases=(Phase(number=1, theme="Xanh;", launch_text="Cả năm."),),
        meetings=(
            Meeting(phase=1, start=start, place="Hội trường.", chair="1", secretary="1",
                    discussion="Không có ý kiến."),
        ),
        attendance=(Attendance(phase=1, member="1", present=False, reason="đi họp."),),
        nominees=(person("A.", "Lê An", position="Tổ trưởng,"),),
        awards=(award("A.").model_copy(update={"merit": "xuất sắc trong bảo vệ rừng./."}),),
    )  # fmt: skip
    said = without_stops(typed)
    assert (said.movement.name, said.movement.aim) == ("phong trào thi đua", "Giữ rừng.")
    assert said.launch == typed.launch
    assert (said.phases[0].theme, said.phases[0].launch_text) == ("Xanh", "Cả năm.")
    [meeting] = said.meetings
    assert (meeting.place, meeting.discussion) == ("Hội trường", "Không có ý kiến.")
    assert said.attendance[0].reason == "đi họp"
    assert (said.nominees[0].id, said.nominees[0].position) == ("A.", "Tổ trưởng")
    assert said.awards[0].merit == "xuất sắc trong bảo vệ rừng"


def test_a_campaign_without_such_stops_is_itself() -> None:
    data = campaign(nominees=(person("1", "Lê An"),), awards=(award("1"),))
    assert without_stops(data) is data
