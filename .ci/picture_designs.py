"""Draw docs/pictures/designs.png, certificate.png and title-certificate.png with a stand-in for the office's emblem.

Usage: .ci/picture_designs.py
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import PdfDocument

from vbgen.office import DrawGallery, Office, Surroundings
from vbgen.papers.kinds.designs import designs_in
from vbgen.papers.kinds.shipped import shipped_folder

SHOWN = (
    "hoi-van", "trong-dong", "hoa-sen", "song-nuoc", "hoa-day",
    "van-luoi", "co-do", "bong-lua", "truc-xanh", "chim-lac",
)  # fmt: skip
ALONE = {"hoi-van": "certificate", "co-do": "title-certificate"}
WIDTH, GAP, COLUMNS, ALONE_WIDTH = 560, 10, 2, 1000
TINOS = "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf"
PICTURES = Path("docs/pictures")


def stand_in(path: Path) -> None:
    """A broken grey circle that says in words that the office's own file stands there."""
    side, grey = 600, (110, 110, 110)
    picture = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    for start in range(0, 360, 15):
        pen.arc((12, 12, side - 12, side - 12), start, start + 9, grey, 9)
    font = ImageFont.truetype(TINOS, 92)
    for number, words in enumerate(("Quốc huy,", "biểu trưng", "của cơ quan")):
        middle = (side / 2, side / 2 + (number - 1) * 112)
        pen.text(middle, words, grey, font, anchor="mm")
    picture.save(path)


def gallery(folder: Path) -> dict[str, Image.Image]:
    """Every design by its name, drawn with the sample's data."""
    stand_in(folder / "emblem.png")
    (folder / "vbgen.toml").write_text('[certificate]\nemblem = "emblem.png"\n', "utf-8")
    now = datetime(2026, 11, 29, 9, tzinfo=UTC)
    here = Surroundings(dict(os.environ), "Nguyễn Thị Lan", lambda: now)
    with Office.act(folder, here) as office:
        made = office.do(DrawGallery(folder / "gallery.pdf"))
    pages = PdfDocument(made.file.read_bytes())
    names = designs_in([shipped_folder() / "templates"])
    return {
        name: page.render(scale=2.0).to_pil().convert("RGB")
        for name, page in zip(names, pages, strict=True)
    }


def scaled(picture: Image.Image, width: int) -> Image.Image:
    """The picture, so many points wide."""
    height = round(width * picture.height / picture.width)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def main() -> None:
    """Two beside each other, five rows; two alone."""
    with TemporaryDirectory() as folder:
        drawn = gallery(Path(folder))
    tiles = [scaled(drawn[name], WIDTH) for name in SHOWN]
    height = tiles[0].height
    rows = -(-len(tiles) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    whole = Image.new("RGB", size, (150, 150, 150))
    for number, tile in enumerate(tiles):
        place = (GAP + number % COLUMNS * (WIDTH + GAP), GAP + number // COLUMNS * (height + GAP))
        whole.paste(tile, place)
    whole.quantize(200).save(PICTURES / "designs.png", optimize=True)
    for name, file in ALONE.items():
        picture = scaled(drawn[name], ALONE_WIDTH)
        picture.quantize(64).save(PICTURES / f"{file}.png", optimize=True)


if __name__ == "__main__":
    main()
