"""Computed blocks stand in a typed body; a launch is issued as whichever type the office chooses."""

import docx
import pytest

from tests.bodies.small_offices import SmallOffice
from tests.bodies.word_bodies import saved, seen

TYPES = {
    "ke-hoach": ("KẾ HOẠCH", "Phát động phong trào thi đua năm 2026"),
    "chi-thi": ("CHỈ THỊ", "Phát động phong trào thi đua năm 2026"),
    "quyet-dinh": ("QUYẾT ĐỊNH", "Về việc phát động phong trào thi đua năm 2026"),
    "cong-van": ("V/v phát động phong trào thi đua năm 2026",),
}


def test_a_block_of_results_stands_where_the_body_wants_it(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.add("indicators", id="A", name="Số ca khám", unit="ca", planned=1000)
    office.add("indicator_results", phase=1, indicator="A", result=700)
    body = docx.Document()
    body.add_paragraph("Trước bảng.")
    body.add_paragraph('{%p include "results" %}')
    body.add_paragraph("Sau bảng./.")
    office.lay("bao-cao.docx", saved(body))
    done = office.run(capsys, "draft", "bao-cao")
    assert done.code == 0, done.out + done.err
    text = seen(office.drafts / "bao-cao.docx")
    inside = text[text.index("Trước bảng.") : text.index("Sau bảng./.")]
    assert any("Số ca khám" in line for line in inside), inside
    assert any("| 700" in line for line in inside), inside


def test_a_body_puts_the_signature_before_its_own_annexes(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    body = docx.Document()
    body.add_paragraph("Nội dung./.")
    body.add_paragraph('{%p include "signature" %}')
    body.add_paragraph("Phụ lục")
    office.lay("thong-bao.docx", saved(body))
    office.run(capsys, "draft", "thong-bao")
    text = seen(office.drafts / "thong-bao.docx")
    signed = [n for n, line in enumerate(text) if "Hoàng Thị Mai" in line]
    assert len(signed) == 1
    assert text.index("Nội dung./.") < signed[0] < text.index("Phụ lục")


@pytest.mark.parametrize("name", TYPES)
def test_a_launch_from_data_is_whichever_type_the_office_chooses(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    office.plan("launch-notice", as_type=name)
    done = office.run(capsys, "draft", "launch-notice")
    assert done.code == 0, done.out + done.err
    text = seen(office.drafts / "launch-notice.docx")
    assert all(any(words in line for line in text) for words in TYPES[name])
    assert any("Tận tâm vì người bệnh" in line for line in text)
