"""The shipped templates are what their readable sources say."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from vbgen.word.source.__main__ import built
from vbgen.words.fonts.display import DISPLAY_FONTS

TEMPLATES = Path(__file__).parents[2] / "templates"
BUILT = dict(built(TEMPLATES))
SOURCES = sorted(BUILT)


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slots(fonts: str) -> dict[str, str]:
    return dict(re.findall(r'w:(\w+)="([^"]+)"', fonts))


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def test_each_kind_and_fragment_has_a_source() -> None:
    assert set(TEMPLATES.rglob("*.docx")) == {path.with_suffix(".docx") for path in SOURCES}
    assert len(SOURCES) >= 12


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_a_shipped_template_agrees_with_its_source(source: Path) -> None:
    assert parts(source.with_suffix(".docx").read_bytes()) == parts(BUILT[source]), (
        "run `make templates`"
    )


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_a_shipped_template_opens_in_python_docx(source: Path) -> None:
    assert docx.Document(str(source.with_suffix(".docx"))).element.body is not None


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_every_font_is_known_in_every_slot_and_the_language_vietnamese(source: Path) -> None:
    styles = parts(source.with_suffix(".docx").read_bytes())["word/styles.xml"].decode()
    first, *others = re.findall(r"<w:rFonts [^>]*>", styles)
    assert slots(first) == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman")
    for each in others:
        assert len(set(slots(each).values())) == 1
        assert set(slots(each).values()) <= set(DISPLAY_FONTS)
    assert 'w:lang w:val="vi-VN"' in styles
    assert "Theme=" not in styles


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_no_template_holds_a_fixed_name_or_number(source: Path) -> None:
    text = source.read_text("utf-8")
    assert "Hà Nam" not in text
    assert not re.search(r"\b20\d\d\b", text)
