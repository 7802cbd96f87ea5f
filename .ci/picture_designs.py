"""Draw docs/pictures/designs.png: certificates of ten designs beside each other, from the gallery's PDF file.

Usage: .ci/picture_designs.py GALLERY.pdf
"""

import sys
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from vbgen.papers.kinds.designs import designs_in
from vbgen.papers.kinds.shipped import shipped_folder

SHOWN = (
    "hoi-van", "trong-dong", "hoa-sen", "song-nuoc", "hoa-day",
    "van-luoi", "co-do", "bong-lua", "truc-xanh", "chim-lac",
)  # fmt: skip
WIDTH, GAP, COLUMNS = 420, 10, 2


def main(gallery: Path) -> None:
    """Two beside each other, five rows."""
    names = list(designs_in([shipped_folder() / "templates"]))
    pages = PdfDocument(gallery)
    tiles = [pages[names.index(name)].render(scale=1.0).to_pil() for name in SHOWN]
    height = round(WIDTH * tiles[0].height / tiles[0].width)
    rows = -(-len(tiles) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    whole = Image.new("RGB", size, (150, 150, 150))
    for number, tile in enumerate(tiles):
        place = (GAP + number % COLUMNS * (WIDTH + GAP), GAP + number // COLUMNS * (height + GAP))
        whole.paste(tile.resize((WIDTH, height), Image.Resampling.LANCZOS), place)
    whole.quantize(200).save("docs/pictures/designs.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
