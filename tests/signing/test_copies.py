"""Copies by Mẫu 3.1: numbered apart, the issued or signed pages with the foot of the copy below, kept and signed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document

from tests.archive.pdf_validator import complaints
from tests.cli.command_line import vbgen
from tests.sample.sample_campaign import SAMPLE
from tests.signing.conftest import AGENCY_NAME, LEADER_NAME, SignedOffice
from tests.signing.own_keys import sign, wish
from vbgen.errors import ProblemsFoundError, UnreadableFileError, UsageError, VbgenError
from vbgen.office import (
    AskFirst,
    CopyForm,
    CopyMade,
    CopyWish,
    MakeAgain,
    MakeCopy,
    Office,
    ProveArchive,
    SigningHand,
    TakeFile,
)
from vbgen.office.copying.preparing import prepare_copy
from vbgen.pages.pdf.copied import with_foot
from vbgen.pages.pdf.layout import PrintedLayout, layout_of
from vbgen.register import Entry

TRUE_COPY = CopyWish(CopyForm.TRUE_COPY, date(2030, 6, 1), "01/QĐ-SCT")


def copy(office: SignedOffice, wanted: CopyWish, key: str = "") -> CopyMade:
    """The copy, whatever was to be agreed to."""
    with Office.act(office.folder, office.around) as opened:
        asked = MakeCopy(wanted, key=key)
        shown = opened.do(AskFirst(asked))
        agreed = replace(asked, fingerprint=shown.fingerprint, agreed=shown.keys)
        return opened.do(agreed)


def doubts(office: SignedOffice, wanted: CopyWish) -> list[str]:
    with Office.look(office.folder, office.around) as opened:
        return [doubt.key for doubt in opened.do(AskFirst(MakeCopy(wanted))).doubts]


def pdf(office: SignedOffice, entry: Entry, name: str) -> bytes:
    with Office.look(office.folder, office.around) as opened:
        return opened.do(TakeFile(entry.id, name)).content


def texts(layout: PrintedLayout, page: int) -> list[str]:
    return [line.text for line in layout.lines if line.page == page]


def test_a_signed_decision_is_copied_with_its_signatures_and_the_copy_is_signed_in_its_turn(
    pictured: SignedOffice,
) -> None:
    for hand in SigningHand:
        sign(pictured, wish(pictured, hand))
    made = copy(pictured, replace(TRUE_COPY, recipients="Các phòng", position="GIÁM ĐỐC"))
    assert (made.entry.code, made.entry.series) == ("01/SY-SCT", "ban-sao")
    assert made.entry.recipients == ("Các phòng", "Lưu: VT")
    assert made.entry.subject.startswith(
        "Quyết định số 01/QĐ-SCT ngày 30/6/2022 của Giám đốc Sở Công Thương Hà Nam về việc tặng"
    )
    whole = pdf(pictured, made.entry, "sao-y.pdf")
    assert complaints(whole) == []
    with pikepdf.open(pictured.folder / "output/ha-nam-2022/issued/01-SY-SCT-sao-y.pdf") as opened:
        assert "/AcroForm" not in opened.Root  # its signatures are drawn, and vouch for nothing
        assert "/XObject" in opened.pages[1].resources
    (leader, _agency) = (sign(pictured, wish(pictured, hand), "01/SY-SCT") for hand in SigningHand)
    assert leader.failed == ()
    with Office.look(pictured.folder, pictured.around) as opened:
        assert opened.do(ProveArchive()).problems == ()
        assert opened.do(MakeAgain("01/SY-SCT")).as_json()["verdict"] == "same"
    (file,) = pictured.register.newest_signed(made.entry.id).values()
    found = pictured.verify(pdf(pictured, made.entry, file.name))
    last = layout_of(whole).pages - 1
    assert [(one.certificate.name, one.page) for one in found.signatures] == [
        (LEADER_NAME, last),
        (AGENCY_NAME, last),
    ]


def test_the_foot_stands_below_the_text_across_its_whole_width_and_a_copy_is_copied_in_its_turn(
    office: SignedOffice,
) -> None:
    first = copy(
        office,
        replace(TRUE_COPY, signer="Phạm Minh Châu", position="TL. Giám đốc; Chánh Văn phòng"),
    )
    layout = layout_of(pdf(office, first.entry, "sao-y.pdf"))
    last = layout.pages - 1
    lines = {line.text: line.box for line in layout.lines if line.page == last}
    rule = max(stroke.box[2] - stroke.box[0] for stroke in layout.strokes if stroke.page == last)
    assert rule == pytest.approx(165 / 25.4 * 72, abs=3)
    assert layout.pages == layout_of(office.issued).pages  # on the same sheet
    above = max(line.box[3] for line in layout_of(office.issued).lines if line.page == last)
    assert above < lines["SAO Y"][1] < lines["Số: 01/SY-SCT"][1] < lines["CHÁNH VĂN PHÒNG"][1]
    assert lines["SỞ CÔNG THƯƠNG"][1] == pytest.approx(lines["SAO Y"][1], abs=4)
    assert lines["TL. GIÁM ĐỐC"][1] < lines["CHÁNH VĂN PHÒNG"][1]
    assert lines["Số: 01/SY-SCT"][3] + 20 < lines["Nơi nhận:"][1]  # the form leaves two lines
    assert lines["CHÁNH VĂN PHÒNG"][3] + 40 < lines["Phạm Minh Châu"][1]
    assert "- Lưu: VT." in lines
    second = copy(office, replace(TRUE_COPY, form=CopyForm.COPY_OF_COPY, reference="01/SY-SCT"))
    assert (second.entry.code, second.entry.subject) == ("02/SL-SCT", first.entry.subject)
    said = texts(layout_of(pdf(office, second.entry, "sao-luc.pdf")), last)
    assert {"SAO Y", "SAO LỤC"} <= set(said)


def test_an_excerpt_in_word_and_a_scan_of_anothers_paper_are_copied(
    office: SignedOffice, tmp_path: Path
) -> None:
    word = office.folder / "output/ha-nam-2022/issued/01-QĐ-SCT-award-decision.docx"
    excerpt = copy(office, replace(TRUE_COPY, form=CopyForm.EXCERPT, file=word), key="mot-lan")
    assert "TRÍCH SAO" in texts(layout_of(pdf(office, excerpt.entry, "trich-sao.pdf")), 3)
    again = copy(office, replace(TRUE_COPY, form=CopyForm.EXCERPT, file=word), key="mot-lan")
    assert again.entry == excerpt.entry
    scan = tmp_path / "quet.pdf"
    with pikepdf.new() as blank:
        blank.add_blank_page(page_size=(842, 595))
        blank.save(scan)
    about = (
        "Quyết định số 245/QĐ-UBND ngày 02/5/2030 của Ủy ban nhân dân tỉnh về kiện toàn Hội đồng"
    )
    other = copy(office, CopyWish(CopyForm.TRUE_COPY, date(2030, 6, 1), file=scan, about=about))
    assert (other.entry.code, other.entry.campaign) == ("02/SY-SCT", "ban-sao")
    assert layout_of(pdf(office, other.entry, "sao-y.pdf")).sizes[1] == pytest.approx(
        (595.3, 841.9), abs=1
    )  # a sheet lying across has no room


def test_a_copy_is_of_the_right_thing(office: SignedOffice, tmp_path: Path) -> None:
    picture = tmp_path / "anh.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    day = date(2030, 6, 1)
    refused = {
        "nothing-copied": CopyWish(CopyForm.TRUE_COPY, day),
        "no-pages": replace(TRUE_COPY, form=CopyForm.EXCERPT),
        "not-a-true-copy": replace(TRUE_COPY, form=CopyForm.COPY_OF_COPY),
        "neither-pdf-nor-word": CopyWish(CopyForm.TRUE_COPY, day, file=picture, about="Quyết định"),
        "unknown-signer": replace(TRUE_COPY, signer="Người Lạ"),
    }
    for code, wanted in refused.items():
        with pytest.raises((UsageError, UnreadableFileError)) as fault:
            doubts(office, wanted)
        assert [problem.code for problem in fault.value.problems] == [code]
    wrong = "Phòng\x01 A"
    for wanted in (
        replace(TRUE_COPY, signer=wrong),
        replace(TRUE_COPY, position=wrong),
        replace(TRUE_COPY, recipients=wrong),
        replace(TRUE_COPY, about=wrong),
    ):
        with pytest.raises(UsageError) as fault:  # told before a number is taken
            doubts(office, wanted)
        assert [problem.code for problem in fault.value.problems] == ["control-character"]
    assert doubts(office, TRUE_COPY) == ["clock-far-ahead", "copy-of-unsigned"]
    issued = office.folder / "output/ha-nam-2022/issued/01-QĐ-SCT-award-decision.pdf"
    true_copy = CopyWish(CopyForm.COPY_OF_COPY, day, file=issued, about="Quyết định 245/QĐ-UBND")
    assert doubts(office, true_copy)[1:] == ["not-a-true-copy"]
    with Office.act(office.folder, office.around) as opened, pytest.raises(ProblemsFoundError):
        opened.do(MakeCopy(TRUE_COPY))
    assert office.register.entries()[-1].code == "01/QĐ-SCT"


def test_no_number_is_taken_for_pages_that_cannot_be_copied(
    office: SignedOffice, tmp_path: Path
) -> None:
    whole, names = office.issued, ("khoa", "cat", "khong-trang", "bang-tinh")
    paths = {name: tmp_path / f"{name}.pdf" for name in names}
    with pikepdf.open(BytesIO(whole)) as opened:
        opened.save(paths["khoa"], encryption=pikepdf.Encryption(owner="a", user="b"))
    paths["cat"].write_bytes(whole[:5000])
    with pikepdf.new() as empty:
        empty.save(paths["khong-trang"])
    with ZipFile(paths["bang-tinh"], "w") as sheet:
        sheet.writestr("xl/workbook.xml", "<workbook/>")
    for form in (CopyForm.TRUE_COPY, CopyForm.COPY_OF_COPY):
        for name, path in paths.items():
            with pytest.raises(UnreadableFileError) as fault:
                copy(office, CopyWish(form, date(2030, 6, 1), file=path, about="Quyết định"))
            assert "0x" not in f"{fault.value}", name
    assert office.register.entries()[-1].code == "01/QĐ-SCT"


def test_a_page_that_begins_off_its_corner_or_lies_turned_gets_the_foot_on_a_sheet_of_its_own(
    office: SignedOffice,
) -> None:
    def moved(key: str, value: object) -> bytes:
        with pikepdf.open(BytesIO(office.issued)) as opened, BytesIO() as target:
            opened.pages[-1].obj[key] = value
            opened.save(target)
            return target.getvalue()

    pages, foot = layout_of(office.issued).pages, office.issued
    aside = pikepdf.Array([100, 200, 695.3, 1041.9])
    assert layout_of(with_foot(moved("/MediaBox", aside), foot)).pages == pages + 1
    for key, value in (("/Rotate", 180), ("/UserUnit", 2), ("/CropBox", aside)):
        assert layout_of(with_foot(moved(key, value), foot)).pages == pages + 1, key


def test_the_agency_whose_paper_is_copied_copies_it_whoever_issued_last(
    office: SignedOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.now = datetime.now(UTC)
    union = office.folder / "data/cong-doan"
    union.mkdir()
    sample = (SAMPLE / "campaign.yaml").read_text("utf-8")
    of_union = sample.replace('symbol: "SCT"', 'symbol: "CĐCS"')
    (union / "campaign.yaml").write_text(of_union, "utf-8")
    told = (union, "award-decision", "--phase", "1", "--date", "2022-07-20", "--yes", "--no-pdf")
    assert vbgen(capsys, "issue", *told).code == 0
    with Office.act(office.folder, office.around) as opened:
        desk, library = opened.desk_to_begin(), opened.own_workspace.library
        said = {
            reference: prepare_copy(desk, replace(TRUE_COPY, reference=reference), library).code
            for reference in ("01/QĐ-SCT", "02/QĐ-CĐCS")
        }
    assert said == {"01/QĐ-SCT": "01/SY-SCT", "02/QĐ-CĐCS": "01/SY-CĐCS"}


def test_the_command_copies_and_what_was_cut_off_is_finished_with_its_number(
    office: SignedOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.now = datetime.now(UTC)
    with Office.act(office.folder, office.around) as opened:
        desk, library = opened.desk_to_begin(), opened.own_workspace.library
        desk.register.reserve(prepare_copy(desk, TRUE_COPY, library).intent, desk.stamp())
    there = ("--workspace", office.folder)
    refused = vbgen(capsys, "register", "resume", "--no-pdf", *there)
    assert (refused.code != 0, "--no-pdf" in refused.out + refused.err) == (True, False)
    assert "01/SY-SCT" in vbgen(capsys, "register", "resume", *there).out
    wanted = ("copy", "01/QĐ-SCT", "--as", "sao-y", "--date", "2030-06-01", *there, "--json")
    assert vbgen(capsys, *wanted).code == 1
    done = vbgen(capsys, *wanted, "--yes", "--position", "TL. GIÁM ĐỐC; CHÁNH VĂN PHÒNG")
    assert json.loads(done.out)["code"] == "02/SY-SCT"
    assert vbgen(capsys, "archive", "verify", *there).code == 0


def test_no_number_is_taken_for_a_word_file_that_makes_no_pages(
    office: SignedOffice, tmp_path: Path
) -> None:
    whole, broken = BytesIO(), tmp_path / "hong.docx"
    Document().save(whole)
    with ZipFile(whole) as read, ZipFile(broken, "w") as write:
        for name in read.namelist():
            content = read.read(name)
            write.writestr(name, content[:-40] if name == "word/document.xml" else content)
    wanted = replace(TRUE_COPY, form=CopyForm.EXCERPT, file=broken)
    with pytest.raises(VbgenError):
        copy(office, wanted)
    assert [entry.code for entry in office.register.entries()] == ["01/QĐ-SCT"]


def test_an_office_that_has_issued_nothing_copies_by_the_data_of_a_campaign(
    office: SignedOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan, place = tmp_path / "quet.pdf", tmp_path / "moi"
    scan.write_bytes(office.issued)
    vbgen(capsys, "init", place)
    day = datetime.now(UTC).date().isoformat()
    about = ("--file", scan, "--about", "Quyết định số 2/QĐ-UBND", "--date", day)
    wanted = ("copy", "--as", "sao-y", *about, "--workspace", place, "--yes", "--json")
    assert "Chưa có văn bản nào đã cấp số" in vbgen(capsys, *wanted).out
    assert vbgen(capsys, *wanted, "--campaign", "khong-co").code == 2
    done = json.loads(vbgen(capsys, *wanted, "--campaign", "ha-nam-2022").out)
    assert (done["code"], done["signer_name"]) == ("01/SY-SCT", LEADER_NAME)


def test_the_agencys_signature_on_a_copy_is_text_in_the_corner(pictured: SignedOffice) -> None:
    """Mẫu 3.2: form of the copy, agency, time; no picture."""
    made = copy(pictured, TRUE_COPY)
    done = sign(
        pictured, replace(wish(pictured, SigningHand.AGENCY), as_text=True), made.entry.code
    )
    assert (done.failed, len(done.done)) == ((), 1)
    (file,) = pictured.register.newest_signed(made.entry.id).values()
    signed = pdf(pictured, made.entry, file.name)
    (found,) = pictured.verify(signed).signatures
    assert found.page == 0
    assert found.box is not None
    left, top = found.box[:2]
    assert left > 250
    assert top < 60
