"""Names and titles of certificates in a font that the office chooses apart from the design."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.command_line import Answer, vbgen
from tests.sample.sample_campaign import SAMPLE

CAMPAIGN = Path("data") / "ha-nam-2022"
SET = [
    # what vbgen.toml says, fonts of title and name, what Word is told
    ('design = "hoa-sen"', ("TeX Gyre Pagella", "TeX Gyre Pagella"), []),
    (
        'design = "hoa-sen"\nname_font = "TeX Gyre Chorus"',
        ("TeX Gyre Pagella", "TeX Gyre Chorus"),
        ["TeX Gyre Chorus"],
    ),
    (
        'design = "hoa-sen"\nname_font = "Times New Roman"\ntitle_font = "Times New Roman"',
        ("Times New Roman", "Times New Roman"),
        [],
    ),
    (
        'design = "hoi-van"\ntitle_font = "Linux Libertine O"',
        ("Linux Libertine O", ""),
        ["Linux Libertine O"],
    ),
]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drafted(office: Path, settings: str, capsys: pytest.CaptureFixture[str]) -> Answer:
    (office / "vbgen.toml").write_text(f"[certificate]\n{settings}\n", "utf-8")
    words = ("draft", CAMPAIGN, "certificate", "--phase", "1", "-o", office / "out", "--json")
    return vbgen(capsys, *words)


def font_of(styles: str, style: str) -> str:
    found = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', styles, re.DOTALL)
    assert found
    font = re.search(r'<w:rFonts w:ascii="([^"]+)"', found[0])
    return font[1] if font else ""


@pytest.mark.parametrize(("settings", "fonts", "told"), SET)
def test_the_fonts_of_title_and_name_are_those_that_the_office_names(
    settings: str,
    fonts: tuple[str, str],
    told: list[str],
    office: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = drafted(office, settings, capsys)
    assert done.code == 0, done.out + done.err
    with ZipFile(office / "out" / "certificate-phase-1.docx") as archive:
        styles, table = (
            archive.read(f"word/{part}.xml").decode() for part in ("styles", "fontTable")
        )
    for long in ("", "Long"):
        assert font_of(styles, f"CertificateTitle{long}") == fonts[0]
        assert font_of(styles, f"CertificateName{long}") == fonts[1]
    assert font_of(styles, "CertificateNameSmall") == fonts[1]
    named = set(re.findall(r'<w:font w:name="([^"]+)"', table))
    assert named == {"Times New Roman", *filter(None, fonts)}
    notes = [
        each["message"] for each in done.json["problems"] if each["code"] == "certificate-font-word"
    ]
    assert [font for font in told if not any(font in note for note in notes)] == []
    assert len(notes) == len(told)


def test_a_font_without_a_bold_face_is_not_made_bold(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(office, 'design = "hoi-van"\nname_font = "TeX Gyre Chorus"', capsys)
    with ZipFile(office / "out" / "certificate-phase-1.docx") as archive:
        styles = archive.read("word/styles.xml").decode()
    style = re.search(r'<w:style [^>]*w:styleId="CertificateName".*?</w:style>', styles, re.DOTALL)
    assert style
    assert "<w:b/>" not in style[0]


def test_a_font_that_vbgen_cannot_measure_is_refused_with_those_that_it_can(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = drafted(office, 'name_font = "Comic Sans MS"', capsys)
    assert done.code != 0
    assert "certificate.name_font" in done.out
    assert "TeX Gyre Chorus" in done.out
