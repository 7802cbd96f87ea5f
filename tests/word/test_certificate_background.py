"""An office's own ground of its certificates: a picture or a PDF file instead of the drawn border."""

import os
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

from tests.cli.command_line import vbgen
from tests.sample.sample_campaign import SAMPLE
from vbgen.pages.converter.convert import Converter
from vbgen.word.drawing.emf import Colour, Drawing

CAMPAIGN = Path("data") / "ha-nam-2022"
RED = Colour(200, 16, 46)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Image.new("RGB", (60, 40), (240, 230, 200)).save(tmp_path / "ground.png")
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(842, 595))
        pdf.save(tmp_path / "ground.pdf")
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drafted(office: Path, ground: str, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    (office / "vbgen.toml").write_text(f'[certificate]\nbackground = "{ground}"\n', "utf-8")
    done = vbgen(capsys, "draft", CAMPAIGN, "certificate", "--phase", "1", "-o", office / "out")
    assert done.code == 0, done.out + done.err
    with ZipFile(office / "out" / "certificate-phase-1.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_picture_lies_behind_every_page_and_no_border_is_drawn(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = drafted(office, "ground.png", capsys)
    header = parts["word/header3.xml"].decode()
    assert header.count("r:embed=") == 1
    assert "custGeom" not in header
    assert f'cx="{297 * 36000}"'[:9] in header
    assert parts["word/media/background.png"] == (office / "ground.png").read_bytes()


def test_the_first_page_of_a_pdf_file_becomes_such_a_picture(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = drafted(office, "ground.pdf", capsys)
    picture = Image.open(BytesIO(parts["word/media/background.png"]))
    assert picture.size == pytest.approx((2339, 1653), abs=2)


STAR = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><script>alert(1)</script>
<path fill="#c8102e" d="M148 9l24 70h74l-60 43 23 70-61-43-61 43 23-70-60-43h74z"/></svg>"""


def test_an_svg_file_becomes_a_picture_that_word_and_libreoffice_show_alike(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "star.svg").write_text(STAR, "utf-8")
    parts = drafted(office, 'star.svg"\nemblem = "star.svg', capsys)
    pictures = {name: data for name, data in parts.items() if "media/" in name}
    ground = Image.open(BytesIO(pictures.pop("word/media/background.png")))
    assert ground.size == pytest.approx((2339, 1653), abs=2)
    [(name, emblem)] = pictures.items()
    assert name.endswith(".png")
    for picture in (ground, Image.open(BytesIO(emblem))):
        middle = picture.convert("RGBA").getpixel((picture.width // 2, picture.height // 2))
        assert middle == (200, 16, 46, 255)
    assert not [name for name, data in parts.items() if b"<svg" in data or b"svgBlip" in data]


AWAY = '<svg xmlns="http://www.w3.org/2000/svg"><image href="logo.png"/></svg>'


def test_a_metafile_lies_behind_pages_under_its_own_type(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = Drawing(297, 210)
    drawing.rectangle(0, 0, 297, 210, Colour(240, 230, 200))
    (office / "ground.emf").write_bytes(drawing.emf())
    parts = drafted(office, "ground.emf", capsys)
    assert parts["word/media/background.emf"] == drawing.emf()
    assert b'Extension="emf" ContentType="image/x-emf"' in parts["[Content_Types].xml"]


@pytest.mark.parametrize("key", ["background", "emblem"])
@pytest.mark.parametrize("ending", ["png", "jpg", "emf"])
def test_a_picture_that_is_cut_off_is_told_with_its_key_before_anything_is_drawn(
    office: Path, capsys: pytest.CaptureFixture[str], key: str, ending: str
) -> None:
    drawing = Drawing(20, 20)
    drawing.rectangle(0, 0, 20, 20, RED)
    Image.new("RGB", (60, 40), RED).save(office / "whole.jpg")
    wholes = {"png": "ground.png", "jpg": "whole.jpg"}
    whole = (office / wholes[ending]).read_bytes() if ending in wholes else drawing.emf()
    (office / f"cut.{ending}").write_bytes(whole[: len(whole) - 20])
    (office / "vbgen.toml").write_text(f'[certificate]\n{key} = "cut.{ending}"\n', "utf-8")
    done = vbgen(capsys, "draft", CAMPAIGN, "certificate", "--json")
    assert done.code != 0
    [problem] = done.json["problems"]
    assert problem["place"]["path"] == f"certificate.{key}"
    assert "bị cắt ngang hoặc hỏng" in problem["message"]


def test_an_emblem_comes_out_of_the_pdf_file_whatever_picture_it_is(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    metafile = Drawing(20, 20)
    metafile.rectangle(0, 0, 20, 20, RED)
    (office / "badge.emf").write_bytes(metafile.emf())
    Image.new("CMYK", (300, 300), (0, 235, 196, 55)).save(office / "badge.jpg")
    seen_through = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    seen_through.paste((*RED, 255), (30, 30, 270, 270))
    seen_through.save(office / "badge.png")
    Image.new("RGB", (5000, 5000), RED).save(office / "huge.png")
    words = []
    for name in ("badge.emf", "badge.jpg", "badge.png", "huge.png"):
        (office / "vbgen.toml").write_text(f'[certificate]\nemblem = "{name}"\n', "utf-8")
        done = vbgen(capsys, "draft", CAMPAIGN, "certificate", "--phase", "1", "-o", office / "out")
        assert done.code == 0, done.out + done.err
        words.append((office / "out" / "certificate-phase-1.docx").rename(office / f"{name}.docx"))
    for pdf in Converter.probe(os.environ).to_pdf(words, office):
        page = PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
        shown = page.getpixel((page.width // 2, round(33 / 210 * page.height)))
        assert shown == pytest.approx(tuple(RED), abs=45), pdf.name  # CMYK is near alone


@pytest.mark.parametrize("key", ["background", "emblem"])
@pytest.mark.parametrize(
    ("name", "content"), [("ground.txt", "nền"), ("ground.svg", "<svg/>"), ("away.svg", AWAY)]
)
def test_what_is_no_picture_is_told_with_its_key_and_what_to_make_of_it(
    office: Path, capsys: pytest.CaptureFixture[str], key: str, name: str, content: str
) -> None:
    (office / name).write_text(content, "utf-8")
    (office / "vbgen.toml").write_text(f'[certificate]\n{key} = "{name}"\n', "utf-8")
    done = vbgen(capsys, "draft", CAMPAIGN, "certificate", "--json")
    assert done.code != 0
    [problem] = done.json["problems"]
    assert problem["place"]["path"] == f"certificate.{key}"
    assert name in problem["message"]
    assert f"sửa khóa {key}" in problem["hint"]
    assert "PNG" in problem["hint"]
