"""What a certificate says of its honour: a title is given as a title, each form of commendation by its own name."""

import shutil
from pathlib import Path

import pytest

from tests.papers.agencies.offices import office_of, said
from vbgen.office.setting.workspace import shipped

OWN_KIND = 'title = "Giấy chứng nhận danh hiệu"\nsymbol = "QĐ"\nper = "phase"\nneeds = "awards"\n'
OF_TITLES = "page_filling = true\nby_head = true\n[[variants]]\nwithin_power = true\nhonours = "


def of_titles(folder: Path) -> None:
    """The office's own kind: the certificate as it is shipped, for titles."""
    own = folder / "templates" / "title-certificate"
    own.mkdir(parents=True)
    shutil.copy(shipped() / "templates" / "_designs" / "hoi-van.docx", own / "template.docx")
    (own / "kind.toml").write_text(f'{OWN_KIND}{OF_TITLES}"title"\n', "utf-8")


def test_a_title_s_certificate_gives_the_title_by_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("benh-vien", tmp_path)
    of_titles(tmp_path)
    done = office.run(capsys, "draft", "title-certificate")
    assert done.code == 0, done.out + done.err
    lines = said(office.drafted("title-certificate-phase-1"))
    head = [
        lines[place : place + 5]
        for place, line in enumerate(lines)
        if line.startswith("GIÁM ĐỐC B")
    ]
    authority = "GIÁM ĐỐC BỆNH VIỆN ĐA KHOA KHU VỰC TÂN AN"
    given = "TẶNG DANH HIỆU"
    assert head == [
        [authority, given, "TẬP THỂ LAO ĐỘNG TIÊN TIẾN", "Tập thể", "KHOA CẤP CỨU"],
        [authority, given, "CHIẾN SĨ THI ĐUA CƠ SỞ", "Bà", "BẾ THỊ NGỌC MAI"],
        [authority, given, "LAO ĐỘNG TIÊN TIẾN", "Bà", "BẾ THỊ NGỌC MAI"],
        [authority, given, "LAO ĐỘNG TIÊN TIẾN", "Ông", "CAO XUÂN LỘC"],
    ]


def test_a_medal_s_certificate_bears_the_medal_s_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("bo", tmp_path)
    done = office.run(capsys, "draft", "certificate")
    assert done.code == 0, done.out + done.err
    medal = "KỶ NIỆM CHƯƠNG “VÌ SỰ NGHIỆP THỦY LỢI”"
    assert said(office.drafted("certificate-phase-1"))[2:7] == [
        "BỘ TRƯỞNG BỘ THỦY LỢI", "TẶNG", medal, "Bà", "THÁI THỊ QUỲNH NGA",
    ]  # fmt: skip
