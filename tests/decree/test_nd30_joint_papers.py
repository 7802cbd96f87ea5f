"""A paper of two issuers: the second's names below the first's, its signature beside; faults in it are still found."""

from collections.abc import Callable

import pytest

from tests.decree.nd30_papers import (
    LEFT,
    Sheet,
    blank_sheet,
    body,
    cut,
    letterhead,
    line,
    put,
    title,
)
from vbgen.decree import lint
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document

UNION = ("CÔNG ĐOÀN NGÀNH XÂY DỰNG", "LIÊN ĐOÀN LAO ĐỘNG TỈNH A")
TWO = (("TM. BAN CHẤP HÀNH", "CHỦ TỊCH"), ("GIÁM ĐỐC",))


def joint(
    second: str = UNION[0], above: str = UNION[1], signers: tuple[tuple[str, ...], ...] = TWO
) -> Sheet:
    """A department's and its union's plan; a signer's lines for each column of the ending."""
    sheet = blank_sheet()
    day = "Hà Nam, ngày 12 tháng 5 năm 2026"
    letterhead(sheet, issuer="SỞ XÂY DỰNG", number="Số: 05/KH-SXD-CĐN", day=day)
    left = sheet.tables["letterhead"].rows[0].cells[0]
    if above:
        sheet.named["second governing"] = put(left, above, size=13)
    if second:
        sheet.named["second issuer"] = put(left, second, size=13, bold=True)
        sheet.named["second line"] = line(sheet, left, 25)
    title(sheet, "KẾ HOẠCH", "Phối hợp tổ chức phong trào thi đua")
    body(sheet, "Hai đơn vị thống nhất tổ chức phong trào thi đua./.")
    cells = sheet.docx.add_table(rows=1, cols=2).rows[0].cells
    for place, power in enumerate(signers):
        for down, text in enumerate(power):
            sheet.named[f"power {place} {down}"] = put(cells[place], text, bold=True)
        for _gap in range(4):
            cells[place].add_paragraph()
        put(cells[place], ("Lê Thị Hoa", "Trần Văn Đầu")[place], bold=True)
    put(sheet.docx, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for text in ("- Các đơn vị;", "- Lưu: VT, VP."):
        put(sheet.docx, text, size=11, align=LEFT)
    return sheet


def told(sheet: Sheet) -> list[str]:
    return [
        each.rule
        for each in lint(sheet.bytes()).findings
        if each.rule.split(".")[0] in {"issuer", "governing-body", "power", "signer", "recipient"}
    ]


def recognised(sheet: Sheet) -> Paper:
    return recognise(read_document(open_package(sheet.bytes())))


@pytest.mark.parametrize("above", [UNION[1], ""])
def test_each_issuer_has_its_names_and_the_recipients_stand_below_both_signers(above: str) -> None:
    sheet = joint(above=above)
    assert told(sheet) == []
    paper = recognised(sheet)
    assert [each.text for each in paper.of(Part.ISSUER)] == ["SỞ XÂY DỰNG", UNION[0]]
    assert [each.text for each in paper.of(Part.GOVERNING_BODY)] == [
        "UBND TỈNH HÀ NAM",
        *filter(None, [above]),
    ]


def test_minutes_of_one_issuer_are_no_joint_paper() -> None:
    assert not recognised(joint(second="", above="")).is_joint


def _bold(name: str) -> Callable[[Sheet], None]:
    def spoil(sheet: Sheet) -> None:
        sheet[name].runs[0].bold = True

    return spoil


def _without(name: str) -> Callable[[Sheet], None]:
    return lambda sheet: cut(sheet[name]._p)


def _saying(name: str, text: str) -> Callable[[Sheet], None]:
    def spoil(sheet: Sheet) -> None:
        sheet[name].runs[0].text = text

    return spoil


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (_bold("governing"), "governing-body.weight"),
        (_bold("second governing"), "governing-body.weight"),
        (_without("issuer line"), "issuer.line"),
        (_without("second line"), "issuer.line"),
        (_saying("power 1 0", "CỤC TRƯỞNG"), "power.title"),
        (_saying("power 0 0", "TM. ỦY BAN NHÂN DÂN"), "power.collective"),
        (_saying("power 1 0", "PHÓ GIÁM ĐỐC"), "power.deputy"),
    ],
)
def test_a_fault_in_a_joint_paper_is_found(spoil: Callable[[Sheet], None], rule: str) -> None:
    sheet = joint()
    spoil(sheet)
    assert told(sheet) == [rule]


@pytest.mark.parametrize(
    "sheet", [joint(second="", above=""), joint(signers=TWO[1:])], ids=["one issuer", "one signer"]
)
def test_recipients_below_the_signer_stay_a_fault_where_the_paper_is_not_joint(
    sheet: Sheet,
) -> None:
    assert "power.level" in told(sheet)
