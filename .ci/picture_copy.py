"""Issue the sample's launch notice, copy it, and draw the last page of the copy for the guides."""

import tempfile
from io import BytesIO
from pathlib import Path

from picture_command import ROOT, vbgen
from PIL import Image

DAY = "2022-07-15"


def main() -> None:
    """`docs/pictures/copy.png`."""
    from vbgen.pages.pdf.layout import layout_of
    from vbgen.pages.pdf.pictures import page_picture

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "office"
        vbgen("init", place, "--json")
        there = ("--by", "Lan", "--yes")
        let = ("--accept-form-errors", "recipient.as-above", "--reason", "theo bản gốc")
        campaign = place / "data/ha-nam-2022"
        vbgen("issue", campaign, "launch-notice", "--date", DAY, *there, *let, "--pdf")
        said = ("--position", "TL. GIÁM ĐỐC; CHÁNH VĂN PHÒNG", "--signer", "Phạm Minh Châu")
        wanted = ("01/SCT-VP", "--as", "sao-y", "--date", "2022-07-18", *said)
        vbgen("copy", *wanted, "--recipients", "Các phòng", "--workspace", place, *there)
        made = place / "output/ha-nam-2022/issued/01-SY-SCT-sao-y.pdf"
        last = layout_of(made.read_bytes()).pages
        picture = Image.open(BytesIO(page_picture(made, last, dots_an_inch=70, colours=None)))
        target = ROOT / "docs/pictures/copy.png"
        picture.convert("L").quantize(16).save(target, optimize=True)


if __name__ == "__main__":
    main()
