"""The launch from data: parts that are there, in the office's order, numbered as the decree numbers them."""

from datetime import date

import pytest

from tests.papers.small import campaign, indicator, quota
from vbgen.model.launch import Content, Launch, OutlineLevel
from vbgen.model.movement import Movement, Phase, SubjectKind
from vbgen.papers.body.notice import notice

PART, ITEM, POINT = OutlineLevel.PART, OutlineLevel.ITEM, OutlineLevel.POINT
DASH, TEXT = OutlineLevel.DASH, OutlineLevel.PARAGRAPH


def rows(*contents: tuple[OutlineLevel, str]) -> tuple[Content, ...]:
    return tuple(Content(level=level, text=text) for level, text in contents)


def told(**changes: object) -> list[str]:
    """What the parts say, each heading with as many strokes as it is deep."""
    found = notice(campaign(**{"phases": (), **changes}))
    return [f"{'#' * line.depth}{line.text}" for part in found.parts for line in part.lines]


def test_the_parts_are_numbered_as_far_as_they_are_there() -> None:
    said = told(
        contents=rows((ITEM, "Một."), (ITEM, "Hai.")),
        phases=(Phase(number=1, theme="A"), Phase(number=2, theme="B")),
    )
    assert said == [
        "#I. Nội dung phong trào thi đua",
        "1. Một.",
        "2. Hai.",
        "#II. Phát động thi đua",
        "- Đợt 1 với chủ đề “A”.",
        "- Đợt 2 với chủ đề “B”.",
    ]


def test_no_heading_stands_over_nothing_and_what_is_alone_has_no_number() -> None:
    assert told() == []
    assert told(contents=rows((ITEM, "Một."))) == ["Một."]  # nor a heading that nobody typed
    own = Launch(contents_heading="Việc làm", closing="Hết")
    assert told(contents=rows((ITEM, "Một.")), launch=own) == ["#Việc làm", "Một."]
    assert told(contents=rows((ITEM, "Một.")), launch=Launch())[-1] == "Một./."
    assert told(launch=Launch(closing="Hết"), quotas=(quota(minimum=2),)) == [
        "#Mục tiêu phấn đấu hoàn thành xuất sắc các chỉ tiêu",
        "##Chỉ tiêu thi đua",
        "##Cá nhân",
        "- Cá nhân: từ 02 trở lên.",
    ]


def test_targets_are_numbered_below_each_other() -> None:
    quotas = (quota(minimum=2), quota(id="T", subject_kind=SubjectKind.COLLECTIVE, minimum=1))
    both = told(launch=Launch(closing="Hết"), indicators=(indicator(),), quotas=quotas)
    assert [line for line in both if line.startswith("#")] == [
        "#Mục tiêu phấn đấu hoàn thành xuất sắc các chỉ tiêu",
        "##1. Chỉ tiêu về thực hiện nhiệm vụ chính trị",
        "##2. Chỉ tiêu thi đua",
        "###2.1. Tập thể",
        "###2.2. Cá nhân",
    ]
    one = told(launch=Launch(closing="Hết"), quotas=quotas)
    assert [line for line in one if line.startswith("##")] == [
        "##Chỉ tiêu thi đua",
        "##1. Tập thể",
        "##2. Cá nhân",
    ]


# The outline of a province's plan, in words of our own.
PLAN = rows(
    (PART, "MỤC ĐÍCH, YÊU CẦU"),
    (ITEM, "Mục đích"),
    (DASH, "Nâng cao nhận thức."),
    (DASH, "- Tạo khí thế mới."),
    (ITEM, "Yêu cầu"),
    (DASH, "Thiết thực."),
    (PART, "NỘI DUNG"),
    (ITEM, "Thi đua cải cách hành chính."),
    (ITEM, "Thi đua chuyển đổi số."),
    (PART, "[Các đợt]"),
    (ITEM, "[mục tiêu]"),
    (PART, "TỔ CHỨC THỰC HIỆN"),
    (TEXT, "Các đơn vị:"),
    (ITEM, "Văn phòng"),
    (POINT, "Theo dõi."),
    (POINT, "Tổng hợp."),
    (ITEM, "Các phòng"),
    (POINT, "Đăng ký."),
)


def test_an_office_lays_its_own_outline() -> None:
    said = told(
        contents=PLAN,
        launch=Launch(closing="Hết"),
        indicators=(indicator(),),
        phases=(Phase(number=1, theme="A"), Phase(number=2, theme="B")),
    )
    assert said == [
        "#I. MỤC ĐÍCH, YÊU CẦU",
        "##1. Mục đích",
        "- Nâng cao nhận thức.",
        "- Tạo khí thế mới.",
        "##2. Yêu cầu",
        "- Thiết thực.",
        "#II. NỘI DUNG",
        "1. Thi đua cải cách hành chính.",
        "2. Thi đua chuyển đổi số.",
        "#III. Phát động thi đua",
        "- Đợt 1 với chủ đề “A”.",
        "- Đợt 2 với chủ đề “B”.",
        "#IV. Mục tiêu phấn đấu hoàn thành xuất sắc các chỉ tiêu",
        "##Chỉ tiêu về thực hiện nhiệm vụ chính trị",
        "- Chỉ tiêu đạt 100 tỷ đồng.",
        "#V. TỔ CHỨC THỰC HIỆN",
        "Các đơn vị:",
        "##1. Văn phòng",
        "a) Theo dõi.",
        "b) Tổng hợp.",
        "##2. Các phòng",
        "Đăng ký.",
    ]


def test_targets_may_stand_before_the_contents() -> None:
    said = told(
        contents=rows((ITEM, "[mục tiêu]"), (ITEM, "Một."), (ITEM, "Hai.")),
        launch=Launch(closing="Hết"),
        indicators=(indicator(),),
    )
    assert [line for line in said if line.startswith("#")] == [
        "#I. Mục tiêu phấn đấu hoàn thành xuất sắc các chỉ tiêu",
        "##Chỉ tiêu về thực hiện nhiệm vụ chính trị",
        "#II. Nội dung phong trào thi đua",
    ]


@pytest.mark.parametrize("field", ["targets_heading", "indicators_heading"])
def test_a_part_whose_heading_is_left_empty_is_left_out(field: str) -> None:
    assert told(launch=Launch(closing="Hết", **{field: ""}), indicators=(indicator(),)) == []


def test_alt_enter_makes_paragraphs() -> None:
    said = told(
        contents=rows((ITEM, "Một:\n- a;\n- b."), (ITEM, "Hai\nba.")), launch=Launch(closing="Hết")
    )
    assert said == ["1. Một:", "- a;", "- b.", "2. Hai", "ba."]
    found = notice(campaign(launch=Launch(opening="Một “[chủ đề]”\nHai", closing="Ba\nBốn./.")))
    assert list(map(str, found.opening)) == ["Một “Đoàn kết”", "Hai"]
    assert (list(map(str, found.closing_lines)), str(found.last_line)) == (["Ba"], "Bốn./.")


def test_bold_and_italic_arrive_and_the_theme_is_bold() -> None:
    launch = Launch(opening="Thực hiện <i>Chỉ thị</i>, “[chủ đề]”", closing="Hết")
    found = notice(campaign(contents=rows((ITEM, "<b>Đậm</b> nhạt"), (ITEM, "b")), launch=launch))
    assert "<w:i/>" in found.opening[0].xml
    assert "<w:b/>" in found.opening[0].xml
    assert str(found.opening[0]) == "Thực hiện Chỉ thị, “Đoàn kết”"
    line = found.parts[0].lines[1].text
    assert (str(line), line.xml.count("<w:b/>")) == ("1. Đậm nhạt", 1)


@pytest.mark.parametrize(
    ("opening", "printed"),
    [
        ("Sở phát động với chủ đề: “[chủ đề]”. Trong đó:", "Sở phát động. Trong đó:"),
        ("Sở phát động, chủ đề “[chủ đề]” như sau:", "Sở phát động như sau:"),
        ("Sở phát động [chủ đề]", "Sở phát động"),
        ("Không có.", "Không có."),
    ],
)
def test_without_a_theme_no_empty_quotes_are_printed(opening: str, printed: str) -> None:
    without = Movement(name="phong trào thi đua", year=2026)
    found = notice(campaign(movement=without, launch=Launch(opening=opening, closing="Hết")))
    assert [str(text) for text in found.opening] == [printed]


@pytest.mark.parametrize(
    ("phase", "lines"),
    [
        (Phase(number=1, theme="Vượt khó"), ["#Phát động thi đua", "Với chủ đề “Vượt khó”."]),
        (Phase(number=1, launch_text="Cả năm."), ["#Phát động thi đua", "Cả năm."]),
        (Phase(number=1), []),
        (
            Phase(number=1, start=date(2025, 9, 5), end=date(2026, 5, 31)),
            [
                "#Thời gian thực hiện",
                "Từ ngày 05 tháng 9 năm 2025 đến ngày 31 tháng 5 năm 2026.",
            ],
        ),
        (
            Phase(number=1, start=date(2026, 5, 1), end=date(2026, 5, 1)),
            ["#Thời gian thực hiện", "Ngày 01 tháng 5 năm 2026."],
        ),
    ],
)
def test_with_one_phase_nobody_reads_of_a_first(phase: Phase, lines: list[str]) -> None:
    assert told(launch=Launch(closing="Hết"), phases=(phase,)) == lines


def test_days_that_a_part_of_the_office_s_own_tells_are_not_told_again() -> None:
    only = (Phase(number=1, start=date(2026, 5, 1), end=date(2026, 8, 31)),)
    own = rows((PART, "Thời gian thực hiện"), (TEXT, "Trong mùa khô."))
    assert told(contents=own, phases=only, launch=Launch(closing="Hết")) == [
        "#Thời gian thực hiện",
        "Trong mùa khô.",
    ]
    themed = (only[0].model_copy(update={"theme": "Giữ rừng"}),)
    assert "giữ rừng" in " ".join(told(contents=own, phases=themed)).lower()
