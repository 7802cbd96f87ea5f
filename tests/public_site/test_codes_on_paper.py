"""The square on a paper leads to the office's page: read back from the page's picture at 150 dpi."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2  # type: ignore[import-untyped]  # the wheel ships no types
import pytest
import zxingcpp

from tests.public_site.conftest import ADDRESS, SETTINGS, IssuedOffice, vbgen
from vbgen.office import Office, PrepareIssue, Surroundings
from vbgen.office.making.paper_making import paper_of
from vbgen.office.making.template_look import looked_at
from vbgen.office.making.template_source import PaperLook
from vbgen.papers.kinds.library import Library
from vbgen.web.moment import now
from vbgen.word.reading.plain import plain_text

DPI = 150
ROOT = Path(__file__).parents[2]


def squares(pdf: Path) -> list[str]:
    """What the squares of all pages say."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = [page.render(scale=DPI / 72).to_pil() for page in document]
    return [one.text for picture in pictures for one in zxingcpp.read_barcodes(picture)]


def addresses(codes: list[str]) -> list[str]:
    return [f"{ADDRESS}#{code}" for code in codes]


def test_each_certificate_bears_its_own_code(office: IssuedOffice) -> None:
    assert squares(office.kept("certificate.pdf")[0]) == addresses(office.codes("certificate"))
    assert len(set(office.codes("certificate"))) == 12


def test_the_code_stands_in_letters_beside_the_square(office: IssuedOffice) -> None:
    text = plain_text(office.kept("certificate.docx")[0].read_bytes())
    first = office.codes("certificate")[0]
    assert f"{first[:4]}-{first[4:8]}-{first[8:]}" in text


def test_a_decision_bears_one_code(office: IssuedOffice) -> None:
    (pdf,) = office.kept("award-decision.pdf")
    assert squares(pdf) == addresses(office.codes("award-decision"))


def test_stock_is_printed_with_the_same_codes(office: IssuedOffice, tmp_path: Path) -> None:
    target = tmp_path / "phoi.pdf"
    asked = ("certificate", "--phase", "1", "--stock", "a4-2", "--only", "1-2", "-o", target)
    vbgen("print", office.place / "data/ha-nam-2022", *asked, "--yes")
    assert squares(target) == addresses(office.codes("certificate")[:2])


def test_papers_made_again_are_the_same_bytes(
    office: IssuedOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    vbgen("register", "reissue", "01/QĐ-SCT", "--workspace", office.place)
    assert "dựng lại giống hệt bản lưu" in capsys.readouterr().out


def _say_otherwise(document: Path, old: bytes, new: bytes) -> None:
    """Writes the Word file again with other words in its text."""
    with ZipFile(document) as package:
        members = {name: package.read(name) for name in package.namelist()}
    main = members["word/document.xml"]
    assert old in main
    with ZipFile(document, "w") as package:
        for name, content in {**members, "word/document.xml": main.replace(old, new)}.items():
            package.writestr(name, content)


def test_a_template_without_a_place_for_a_code_is_told_of(tmp_path: Path) -> None:
    place = tmp_path / "office"
    vbgen("init", place)
    settings = place / "vbgen.toml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, encoding="utf-8")
    fragment = place / "templates/_fragments/recipients.docx"
    _say_otherwise(fragment, b"verification", b"emblem")  # of which the sample has none
    with Office.look(place, Surroundings({}, "Lan", now)) as looked_at:
        wanted = PrepareIssue(
            place / "data/ha-nam-2022", "award-decision", date(2022, 6, 30), phase=1
        )
        told = looked_at.do(wanted).problems
    found = [one.place.file for one in told if one.code == "no-place-for-code"]
    assert found == ["award-decision"]


def test_every_shipped_paper_that_goes_to_recipients_has_a_place_for_its_code() -> None:
    library = Library((ROOT / "templates",))
    kinds = [kind for kind in map(library.find, library.names()) if not kind.page_filling]
    names = {kind.id: looked_at(paper_of(kind, PaperLook.LARGE, library)).names for kind in kinds}
    issued = {kind for kind, used in names.items() if {"recipients", "letterhead"} <= set(used)}
    assert {"council-minutes", "ballot-count", "award-decision"} <= issued
    without = {kind for kind in issued if "verification" not in names[kind]}
    assert without == {"check-report"}  # which the office keeps for itself


def test_without_the_setting_papers_bear_none(tmp_path: Path) -> None:
    place = tmp_path / "office"
    vbgen("init", place)
    asked = ("--phase", "1", "--date", "2022-06-30", "--stated-signed", "--yes", "--no-pdf")
    vbgen("issue", place / "data/ha-nam-2022", "award-decision", *asked)
    for paper in (place / "output/ha-nam-2022/issued").glob("*.docx"):
        assert "Mã kiểm tra" not in plain_text(paper.read_bytes())
