"""Every design as it is printed: held against pictures of it, or against the places of its words.

Pictures are those of the LibreOffice that their folder is named after; with any other the places of lines are
compared, and the run says so. A line's place is its baseline: the upper edge that readers of PDF files tell is what
a font says of itself, which other versions write otherwise.
`python -m tests.papers.test_certificate_gallery` draws pictures and places anew, to be looked at before they are kept.
"""

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

from tests.papers.baselines import SetLine, lines_of
from tests.printer.where import Page, pages_in
from vbgen.office import DesignShown, DrawGallery, Office, Surroundings
from vbgen.pages.pdf.layout import PrintedLine, PrintedStroke, layout_of
from vbgen.papers.kinds.designs import designs_in
from vbgen.papers.kinds.shipped import shipped_folder

GOLDEN = Path(__file__).with_name("designs")
PLACES = GOLDEN / "places.json"
DESIGNS = {
    name: design.declared for name, design in designs_in([shipped_folder() / "templates"]).items()
}
NAMES = sorted(DESIGNS)
DPI, CLEARLY, MOST_OFF, NEAR_MM = 60, 50, 0.004, 0.5


def version() -> str:
    """Of the LibreOffice that this machine has: `7.4`."""
    command = ["soffice", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    return ".".join(said.split()[1].split(".")[:2])


def drawn(folder: Path) -> tuple[bytes, tuple[DesignShown, ...]]:
    """The gallery of the sample's data, a plain square in the emblem's place."""
    Image.new("RGB", (64, 64), (200, 16, 30)).save(folder / "badge.png")
    (folder / "vbgen.toml").write_text('[certificate]\nemblem = "badge.png"\n', "utf-8")
    here = Surroundings(
        dict(os.environ), "Nguyễn Thị Lan", lambda: datetime(2026, 11, 29, 9, tzinfo=UTC)
    )
    with Office.act(folder, here) as office:
        made = office.do(DrawGallery(folder / "gallery.pdf"))
    assert made.problems == ()
    return made.file.read_bytes(), made.designs


def pictures(pdf: bytes) -> list[Image.Image]:
    return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in PdfDocument(pdf)]


def places(lines: list[SetLine]) -> list[list[object]]:
    return [[line.text, round(line.left, 1), round(line.baseline, 1)] for line in lines]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, tuple[DesignShown, ...]]:
    return drawn(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="module")
def pages(gallery: tuple[bytes, object], tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages_in(gallery[0], tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def lines(gallery: tuple[bytes, object]) -> list[list[SetLine]]:
    return lines_of(gallery[0])


def test_every_design_has_one_page_with_its_name_at_the_foot(
    gallery: tuple[bytes, tuple[DesignShown, ...]], pages: list[Page]
) -> None:
    _pdf, designs = gallery
    assert [design.name for design in designs] == NAMES
    for design, page in zip(designs, pages, strict=True):
        assert page.find(design.name).y > page.height - 8


def test_no_text_touches_the_border_and_the_foot_keeps_air(pages: list[Page]) -> None:
    for name, page in zip(NAMES, pages, strict=True):
        for word in (each for each in page.words if each.text != name):
            assert 20 < word.x < word.right < page.width - 20, (name, word)
            assert 23 < word.y < word.bottom < page.height - 22, (name, word)


def test_no_line_of_a_design_bars_its_text(gallery: tuple[bytes, object], tmp_path: Path) -> None:
    """What lies behind the text is pale; a line through it that is not pale is seen."""
    (tmp_path / "gallery.pdf").write_bytes(gallery[0])
    printed = layout_of(tmp_path / "gallery.pdf")
    named = [line for line in printed.lines if line.text.strip() not in NAMES]
    for stroke in (*printed.strokes, *printed.uprights):
        barred = [line.text for line in named if line.page == stroke.page and over(line, stroke)]
        assert barred == [], NAMES[stroke.page]


def over(line: PrintedLine, stroke: PrintedStroke) -> bool:
    """Whether the stroke goes through the middle of the line's letters."""
    left, top, right, bottom = line.box
    high = (bottom - top) / 4
    return (
        left < stroke.box[2]
        and stroke.box[0] < right
        and top + high < stroke.box[3]
        and stroke.box[1] < bottom - high
    )


def off(golden: Image.Image, now: Image.Image) -> float:
    """Share of the pixels that differ clearly once both pictures are softened."""
    if golden.size != now.size:
        return 1.0
    soft = [each.filter(ImageFilter.GaussianBlur(1)) for each in (golden, now)]
    counts = ImageChops.difference(*soft).convert("L").histogram()
    return sum(counts[CLEARLY:]) / sum(counts)


@pytest.mark.parametrize("name", NAMES)
def test_a_design_looks_as_it_was_seen(
    name: str,
    gallery: tuple[bytes, object],
    lines: list[list[SetLine]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    number, folder = NAMES.index(name), GOLDEN / f"libreoffice-{version()}"
    if not folder.is_dir():
        with capsys.disabled():
            print(f"no pictures of LibreOffice {version()}: places of {name} compared")  # noqa: T201 - the run says it
        assert_near(json.loads(PLACES.read_text("utf-8"))[name], places(lines[number]))
        return
    golden, now = Image.open(folder / f"{name}.png").convert("RGB"), pictures(gallery[0])[number]
    if (found := off(golden, now)) > MOST_OFF:
        beside = Image.new("RGB", (golden.width + now.width, max(golden.height, now.height)))
        beside.paste(golden, (0, 0))
        beside.paste(now, (golden.width, 0))
        beside.save(tmp_path / f"{name}.png")
        pytest.fail(f"{name}: {found:.2%} differs; side by side in {tmp_path / name}.png")


def assert_near(golden: list[list[object]], now: list[list[object]]) -> None:
    assert [text for text, _x, _y in golden] == [text for text, _x, _y in now]
    for (text, *old), (_text, *new) in zip(golden, now, strict=True):
        assert [float(str(each)) for each in new] == pytest.approx(
            [float(str(each)) for each in old], abs=NEAR_MM
        ), text


def test_lines_stand_where_they_stood(lines: list[list[SetLine]]) -> None:
    golden = json.loads(PLACES.read_text("utf-8"))
    for name, page in zip(NAMES, lines, strict=True):
        assert_near(golden[name], places(page))


def test_a_hand_has_room_to_sign_and_the_day_stands_clear_of_the_merit(
    lines: list[list[SetLine]],
) -> None:
    """In millimetres of ink: 27 to 28 under the signer's title on A4, 8 to 9 over place and day."""
    for name, page in zip(NAMES, lines, strict=True):
        day = next(at for at, line in enumerate(page) if line.text.startswith("HàNam,ngày"))
        title, signer = page[day + 1], page[day + 2]
        book = next(line for line in page if line.text.startswith("Sốsổvàng"))
        merit = max((line for line in page if line.baseline < page[day].baseline - 4), key=lowest)
        free, clear = signer.top - title.baseline, page[day].top - merit.baseline
        most_free, most_clear = (28, 9) if DESIGNS[name].paper == (297.0, 210.0) else (40, 10)
        assert 27 <= free <= most_free, (name, free)
        assert 8 <= clear <= most_clear, (name, clear)
        assert signer.baseline == pytest.approx(book.baseline, abs=0.3), name


def lowest(line: SetLine) -> float:
    return line.baseline


def test_a_moved_line_and_another_border_are_seen(gallery: tuple[bytes, object]) -> None:
    every = pictures(gallery[0])
    first, other = (every[NAMES.index(name)] for name in ("hoi-van", "song-nuoc"))
    second = ImageChops.offset(first, 0, 4)
    assert off(first, first) == 0
    assert off(first, second) > MOST_OFF
    assert off(first, other) > MOST_OFF


def main() -> None:
    """Draw pictures and places anew."""
    with TemporaryDirectory() as name:
        pdf, _designs = drawn(Path(name))
        folder = GOLDEN / f"libreoffice-{version()}"
        folder.mkdir(parents=True, exist_ok=True)
        for design, picture in zip(NAMES, pictures(pdf), strict=True):
            small = picture.quantize(48)
            small.save(folder / f"{design}.png", optimize=True)
        found = {design: places(page) for design, page in zip(NAMES, lines_of(pdf), strict=True)}
    PLACES.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
