"""Spelling is told where it is certain: slips in each of their kinds, and nothing of good Vietnamese."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.decree.nd30_papers import letter
from tests.decree.seed_papers import built
from vbgen.decree import lint

ROOT = Path(__file__).parents[2]


def misspelt(text: str) -> list[str]:
    sheet = letter()
    sheet["item 0"].runs[0].text = f"- {text}"
    return [item.found for item in lint(sheet.bytes()).findings if item.rule == "typing.misspelt"]


@pytest.mark.parametrize(
    "slip",
    [
        "thực hiẹn", "tổ chứcc", "khẻn thưởngg", "nghành giáo dục", "ngiêm túc", "gê gớm", "thuờng xuyên",
        "trường hợpj", "dduowcj giao", "hieenj nay",
        "phưong trào", "kềt quả", "đuợc giao", "quyêt định", "Thưc hiện tốt", "UNBD xã",
    ],
)  # fmt: skip
def test_a_slip_is_told(slip: str) -> None:
    assert len(misspelt(f"{slip} trong năm học;")) == 1


@pytest.mark.parametrize(
    "right",
    [
        "hoà giải, thuỷ lợi, uỷ quyền, kỳ họp, kì thi, quý, quí", "ông Y Kă Niê, bà H’Mrưi Êban, ông K’Brếu",
        "xã Ea Kpam, buôn Ako Dhong, sông Đăk Bla, huyện Krông Pắc cũ", "đv, đc, đt, tđ, TĐKT",
        "cao 5 milimét, bêtông, vắcxin", "gìn giữ, giếng, quốc, khuỷu, khoắng, xoong, ngoằn ngoèo, nghiêng",
        "tools, roots, add-on, if, fax, show, know-how", "công nhân dâng hương, thanh niên quan tâm, dám sát cánh",
        "nghiêng mình, lăng Bác, nao núng, dải đất, dữ liệu, bên lề, lội suối, dấy lên phong trào",
        "Mát-xcơ-va, Vla-đi-mia I-lích Lê-nin", "email: vp@sct.gov.vn, website https://sct.vn",
    ],
)  # fmt: skip
def test_good_words_are_left_alone(right: str) -> None:
    assert misspelt(f"Sở gửi {right};") == []


@pytest.mark.parametrize(
    "text", ["TRƯỞNG BẢN", "TL. THỨ TRƯỞNG", "TM. UỶ BAN NHÂN DÂN", "KT. THỦ TRƯỞNG"]
)
def test_titles_that_differ_by_marks_alone_are_each_their_own(text: str) -> None:
    sheet = built("commune-plan")
    sheet["power 0"].runs[0].text = text
    assert "form.misspelt" not in [item.rule for item in lint(sheet.bytes()).findings]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Kiễm tra", "kiểm tra"), ("xuất xắc", "xuất sắc"), ("suất sắc", "xuất sắc"), ("bổ xung", "bổ sung"),
        ("tập chung", "tập trung"), ("chân trọng", "trân trọng"),
        ("trương trình", "chương trình"), ("sữa đổi", "sửa đổi"),
        ("cũng cố tổ chức", "củng cố"), ("nổ lực", "nỗ lực"), ("mùa lủ", "mùa lũ"), ("xử dụng", "sử dụng"),
        ("sử lý", "xử lý"), ("năng xuất", "năng suất"), ("sức khỏe, sức khõe", "sức khỏe"),
        ("uỷ ban, xức khoẻ", "sức khỏe"), ("nãnh đạo", "lãnh đạo"), ("chất nượng", "chất lượng"),
        ("nghiêng cứu", "nghiên cứu"), ("giạy học", "dạy học"), ("dảm nghèo", "giảm nghèo"),
        ("khen thưởn", "khen thưởng"), ("chấc lượng", "chất lượng"), ("lĩnh vựt", "lĩnh vực"),
        ("dấy khen", "giấy khen"), ("nàm việc", "làm việc"),
    ],
)  # fmt: skip
def test_two_real_syllables_that_make_no_word_are_told_with_the_word_that_is_meant(
    slip: str, meant: str
) -> None:
    sheet = letter()
    sheet["item 0"].runs[0].text = f"- {slip} trong năm học;"
    [told] = [item for item in lint(sheet.bytes()).findings if item.rule == "typing.misspelt"]
    assert f"({meant})" in told.required


@pytest.mark.parametrize(
    "right",
    [
        "lịch sử lý luận", "chủ trương trình Quốc hội", "phong trào mừng Đảng", "cũng cố gắng", "học tập chung",
        "quy định chung thực hiện", "vụ nổ lực lượng chức năng", "khả năng xuất hiện", "hồ sơ xuất trình", "lưu trữ ký",
        "chia sẻ, chia xẻ", "ông Trần Văn Sữa, bà Lê Thị Xinh", "hòa giải, hoà giải, thủy sản, thuỷ sản",
    ],
)  # fmt: skip
def test_a_syllable_that_makes_a_word_with_its_other_neighbour_is_left_alone(right: str) -> None:
    assert misspelt(f"{right} trong năm học;") == []


def test_our_own_vietnamese_pages_have_no_slip() -> None:
    document = Document()
    for page in sorted((ROOT / "docs" / "vi").glob("*.md")):
        for line in page.read_text("utf-8").splitlines():
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    told = [item.found for item in lint(out.getvalue()).findings if item.rule == "typing.misspelt"]
    assert told == []
