"""Spelling is told where it is certain: slips in each of their kinds, and nothing of good Vietnamese."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.decree.nd30_papers import letter
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
        "trường hợpj", "phưong trào", "kềt quả", "đuợc giao", "quyêt định", "Thưc hiện tốt", "UNBD xã",
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
        "Mát-xcơ-va, Vla-đi-mia I-lích Lê-nin", "email: vp@sct.gov.vn, website https://sct.vn",
    ],
)  # fmt: skip
def test_good_words_are_left_alone(right: str) -> None:
    assert misspelt(f"Sở gửi {right};") == []


def test_our_own_vietnamese_pages_have_no_slip() -> None:
    document = Document()
    for page in sorted((ROOT / "docs" / "vi").glob("*.md")):
        for line in page.read_text("utf-8").splitlines():
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    told = [item.found for item in lint(out.getvalue()).findings if item.rule == "typing.misspelt"]
    assert told == []
