"""Papers signed with ink come back as scans: made searchable, number and day compared, kept, sent and handed over."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from tests.signing.conftest import PAPER, SignedOffice
from tests.signing.own_keys import PAPER as CODE
from tests.signing.own_keys import sign, wish
from tests.signing.scanning import scan_of
from vbgen.errors import ProblemsFoundError, UnreadableFileError, UsageError, VbgenError
from vbgen.office import (
    AttachScan,
    MakeUnitFolders,
    Office,
    PackBag,
    ProveArchive,
    ScanAttached,
    ShowSigning,
    VerifyFile,
    WriteSip,
)
from vbgen.office.handing_over.scope import FilesWish, gathered
from vbgen.office.handing_over.sip import lacking, sip_file
from vbgen.office.issuing.signed_sheets import issued_files
from vbgen.office.signing.scan_doubts import doubts_of
from vbgen.office.signing.scan_names import IssuedNames
from vbgen.office.signing.scan_reading import read_scan
from vbgen.pages.pdf.layout import PrintedLayout, layout_of
from vbgen.pages.pdf.scanned import ScannedPage
from vbgen.register import Entry
from vbgen.words.names import fold

SECOND = f"{CODE}:2"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that reads no scans."""
    monkeypatch.setenv("PATH", "/nowhere")


def attach(
    office: SignedOffice, content: bytes, reference: str = CODE, *, seen: bool = False
) -> ScanAttached:
    path = office.folder.parent / "scan.pdf"
    path.write_bytes(content)
    with Office.act(office.folder, office.around) as opened:
        return opened.do(AttachScan(reference, path, is_looked_at=seen))


def codes(office: SignedOffice, content: bytes, reference: str = CODE) -> list[str]:
    """Why it is refused."""
    with pytest.raises(VbgenError) as refused:
        attach(office, content, reference)
    assert office.register.signed_files() == []
    return [problem.code for problem in refused.value.as_problems()]


def single(office: SignedOffice, number: int = 2) -> bytes:
    """The certificate at that place of the decision, as it was issued."""
    with Office.look(office.folder, office.around) as opened:
        (entry,) = office.register.entries()
        files = issued_files(office.register, opened.archive, entry)
        singles = [file for file in files if file.is_single]
        return opened.archive.get(singles[number - 1].digest)


def test_a_skewed_pale_scan_on_its_side_is_read_straightened_and_kept_beside_its_certificate(
    office: SignedOffice,
) -> None:
    scan = scan_of(single(office), skew=1.3, contrast=0.5, turned=90)
    kept = attach(office, scan, SECOND)
    assert (kept.is_searchable, kept.name[-11:]) == (True, ".scan-1.pdf")
    assert [problem.code for problem in kept.problems] == ["scan-coarse"]  # 150 dots an inch
    (made,) = kept.made
    text = " ".join(line.text for line in layout_of(made).lines)
    assert "CỘNG HÒA" in text
    assert "30 tháng 6 năm 2022" in text
    as_received, searchable = office.register.signed_files()
    assert (as_received.name, searchable.name) == (
        kept.name.replace(".pdf", "-as-received.pdf"),
        kept.name,
    )
    with Office.look(office.folder, office.around) as opened:
        files = {file.name: file.digest for file in office.register.files()}
        assert opened.archive.get(files[as_received.name]) == scan
        reading = json.loads(opened.archive.get(files[searchable.evidence]))
        assert (reading["read"]["number"], reading["read"]["day"]) == (1, "2022-06-30")
        assert opened.do(ProveArchive()).problems == ()
    assert attach(office, scan, SECOND).was_kept
    found = office.verify(made.read_bytes())
    assert (found.is_whole, found.ours.value, found.code) == (True, "scan", CODE)


def read(office: SignedOffice, scan: PrintedLayout, **other: object) -> list[str]:
    """What is told of a scan of which every letter was read well."""
    (entry,) = office.register.entries()
    told = replace(entry, **other)  # type: ignore[arg-type]  # values of the entry
    issued = layout_of(office.issued)
    return reading_codes(told, issued, scan)


def reading_codes(entry: Entry, issued: PrintedLayout, scan: PrintedLayout) -> list[str]:
    reading = read_scan(issued, scan, entry)
    pages = [ScannedPage(is_picture=True, dots_an_inch=300, has_letters=False)] * scan.pages
    told = doubts_of(entry, reading, pages, issued.pages, (), is_looked_at=False)
    return [problem.code for problem in told]


def said_otherwise(layout: PrintedLayout, words: str, instead: str) -> PrintedLayout:
    """The same pages with other words somewhere."""
    lines = (replace(line, text=line.text.replace(words, instead)) for line in layout.lines)
    return replace(layout, lines=tuple(lines))


@pytest.mark.parametrize(
    ("words", "instead", "told"),
    [
        ("01/QĐ", "0l/QĐÐ", []),  # as readers misread it
        ("01/QĐ-SCT", "O1 / QÐ-5CT", []),
        ("01/QĐ-SCT", "01\u2044QĐ-SCT", []),
        ("Số: 01/QĐ-SCT", "", ["scan-number-unread"]),
        ("Số: 01/QĐ-SCT", "Số: 07/QĐ-SCT", ["scan-number-differs"]),
        ("Số: 01/QĐ-SCT", "Số: 01/KH-UBND", ["scan-number-differs"]),
        ("ngày 30 tháng 6", "ngày 3O tháng 6", []),
        ("ngày 30 tháng 6", "ngày 29 tháng 6", ["scan-day-differs"]),
        ("ngày 30 tháng 6", "ngày … tháng …", ["scan-day-unread"]),
    ],
)
def test_number_and_day_are_compared_where_the_paper_has_them(
    office: SignedOffice, words: str, instead: str, told: list[str]
) -> None:
    issued = layout_of(office.issued)
    assert read(office, said_otherwise(issued, words, instead)) == told


def test_another_papers_scan_and_lacking_pages_are_told(office: SignedOffice) -> None:
    whole = layout_of(office.issued)
    first = replace(
        whole,
        sizes=whole.sizes[:1],
        lines=tuple(line for line in whole.lines if line.page == 0),
    )
    assert read(office, first) == ["scan-pages-lacking", "scan-words-lacking"]
    other = layout_of(single(office))
    assert read(office, other)[0] == "scan-of-another"
    assert read(office, whole, number=1, day=date(2022, 6, 29)) == []  # it says no such day itself


def test_a_neighbours_certificate_is_told_by_the_name_on_it(office: SignedOffice) -> None:
    (entry,) = office.register.entries()
    names = {row.place: row.name for row in office.register.golden_book(document=entry.id)}
    own, next_to_it = [place for place, name in names.items() if len(name.split()) in {3, 4}][-2:]
    name = names[own]
    honoured = IssuedNames(name, tuple(other for other in names.values() if other != name))
    issued = layout_of(single(office, own))

    def told(scan: PrintedLayout) -> list[str]:
        reading = read_scan(issued, scan, entry, honoured)
        pages = [ScannedPage(is_picture=True, dots_an_inch=300, has_letters=False)]
        return [
            problem.message
            for problem in doubts_of(entry, reading, pages, 1, (), is_looked_at=False)
        ]

    assert told(issued) == []
    assert told(said_otherwise(issued, names[2], name.replace("n", "m", 1))) == []  # misread
    unread = f"Không đọc được tên “{name}” trên bản quét."
    lines = [line for line in issued.lines if fold(name.split()[-1]) not in fold(line.text)]
    assert told(replace(issued, lines=tuple(lines))) == [unread]
    other = f"Bản quét ghi tên “{names[next_to_it]}”, giấy này của “{name}”."
    assert told(layout_of(single(office, next_to_it))) == [other]


@pytest.mark.usefixtures("unread")
def test_where_nothing_reads_scans_a_person_compares_them(office: SignedOffice) -> None:
    scan = scan_of(office.issued)
    assert codes(office, scan) == ["scan-unread", "scan-coarse"]
    kept = attach(office, scan, seen=True)
    assert (kept.is_searchable, kept.name) == (False, "award-decision.scan-1.pdf")
    assert {problem.severity.value for problem in kept.problems} == {"warning"}
    better = scan_of(office.issued, contrast=0.9)
    assert attach(office, better, seen=True).name == "award-decision.scan-2.pdf"
    with Office.look(office.folder, office.around) as opened:
        shown = opened.do(ShowSigning(CODE))
        assert shown.files[0].state_label == "ký bằng mực, có bản quét"
        assert opened.do(ProveArchive()).problems == ()


@pytest.mark.usefixtures("unread")
def test_a_scan_is_handed_over_as_digitised(office: SignedOffice, tmp_path: Path) -> None:
    attach(office, scan_of(office.issued), seen=True)
    settings = office.folder / "vbgen.toml"
    said = '\n[handover]\norgan_id = "H42.12"\nfonds = "P_SCT"\nrights = "Sử dụng có điều kiện"\n'
    settings.write_text(settings.read_text("utf-8") + said, encoding="utf-8")
    with Office.look(office.folder, office.around) as opened:
        opened.do(WriteSip(tmp_path / "sip"))
    levels = {
        path.name: etree.parse(path).findtext("confidenceLevel")
        for path in (tmp_path / "sip").rglob("EAD*.xml")
    }
    named = {
        name.removeprefix("EAD_DOC_H42.12.2022.ha-nam-2022."): at for name, at in levels.items()
    }
    assert named == {"EAD.xml": "03", "1.xml": "02", "2.xml": "01"}


def test_a_file_of_scans_alone_is_handed_over_with_the_code_of_its_paper_file(
    office: SignedOffice,
) -> None:
    with Office.look(office.folder, office.around) as opened:
        (file,) = gathered(opened, FilesWish())
    papers = tuple(replace(paper, is_scan=True) for paper in file.papers)
    scanned = replace(file, papers=papers)
    assert "mã hồ sơ gốc giấy" in " ".join(one.message for one in lacking(scanned, "P_SCT"))
    coded = replace(scanned, paper_code="07.2022")
    assert "mã hồ sơ gốc giấy" not in " ".join(one.message for one in lacking(coded, "P_SCT"))
    sip = sip_file(coded, "P_SCT", office.now)
    assert (sip.values["confidenceLevel"], sip.values["paperFileCode"]) == ("02", "07.2022")


@pytest.mark.usefixtures("unread")
def test_the_scan_is_what_is_sent_and_takes_no_digital_signature(
    office: SignedOffice, tmp_path: Path
) -> None:
    scan = scan_of(office.issued)
    attach(office, scan, seen=True)
    with Office.look(office.folder, office.around) as opened:
        made = opened.do(MakeUnitFolders(CODE, folder=tmp_path / "ra"))
        opened.do(PackBag(tmp_path / "goi"))
        (tmp_path / "scan.pdf").write_bytes(scan)
        assert opened.do(VerifyFile(tmp_path / "scan.pdf")).ours.value == "scan"
    sent = tmp_path / "ra" / made.units[0] / "01-QĐ-SCT-award-decision.signed.pdf"
    assert sent.read_bytes() == scan
    assert list((tmp_path / "goi").rglob("*award-decision.scan-1.pdf"))
    for refused in (
        lambda: office.attach(office.signed()),
        lambda: sign(office, wish(office)),
    ):
        with pytest.raises(ProblemsFoundError) as told:
            refused()
        assert [problem.code for problem in told.value.problems] == ["signed-with-ink"]


def test_what_is_no_scan_of_an_unsigned_paper_is_refused(office: SignedOffice) -> None:
    assert codes(office, office.issued) == ["no-scan"]
    assert codes(office, office.signed()) == ["scan-is-signed"]
    with pytest.raises(UnreadableFileError):
        attach(office, b"%PDF-1.7\nnothing\n%%EOF")
    with pytest.raises(UsageError):
        attach(office, scan_of(single(office)), f"{CODE}:99")
    office.attach(office.signed())
    with pytest.raises(ProblemsFoundError) as told:
        attach(office, scan_of(office.issued, pages=[0]))
    assert [problem.code for problem in told.value.problems] == ["already-signed"]
    assert len(office.register.signed_files()) == 1
    assert PAPER in office.register.signed_files()[0].original
