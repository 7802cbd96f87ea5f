"""Draw the picture of the Excel form's first sheet: a decision, and arrows from its parts to the cells they come from.

.venv/bin/python .ci/first_sheet.py        (needs Tinos, Debian's fonts-croscore)
"""

import subprocess
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from vbgen.campaign.short.first_sheet import PICTURE, ROW_PX, ask

SCALE, WIDTH, LEFT, TOP = 2, 640, 120, 4
HEIGHT = ROW_PX * len(ask())
INK, PAPER, EDGE, ARROW = "#1a1a1a", "#ffffff", "#9aa7b8", "#0b5394"

# What stands on the paper: x of the middle or the left, y, text, size, style, whether it is centred.
LINES = (
    (250, 24, "UBND TỈNH NINH BÌNH", 11, "", True),
    (250, 40, "ỦY BAN NHÂN DÂN", 11, "bold", True),
    (250, 54, "XÃ BÌNH LỤC", 11, "bold", True),
    (250, 78, "Số:        /QĐ-UBND", 11, "", True),
    (490, 24, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10, "bold", True),
    (490, 40, "Độc lập - Tự do - Hạnh phúc", 11, "bold", True),
    (490, 78, "Bình Lục, ngày      tháng 9 năm 2026", 11, "italic", True),
    (375, 118, "QUYẾT ĐỊNH", 13, "bold", True),
    (375, 136, "Về việc tặng Giấy khen … phong trào thi đua năm 2026", 11, "bold", True),
    (375, 176, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH LỤC", 11, "bold", True),
    (160, 206, "Căn cứ Luật Thi đua, khen thưởng …;", 11, "italic", False),
    (375, 234, "QUYẾT ĐỊNH:", 11, "bold", True),
    (160, 258, "Điều 1. Tặng Giấy khen … trong phong trào thi đua năm 2026.", 11, "", False),
    (160, 290, "Điều 2. Tiền thưởng kèm theo là … đồng.", 11, "", False),
    (160, 322, "Điều 3. Chánh Văn phòng, Trưởng các phòng … chịu trách nhiệm", 11, "", False),
    (160, 337, "thi hành Quyết định này./.", 11, "", False),
    (160, 386, "Nơi nhận:", 10, "bold-italic", False),
    (160, 400, "- Như Điều 3; - Lưu: VT, VP.", 10, "", False),
    (490, 372, "CHỦ TỊCH", 11, "bold", True),
    (490, 424, "Nguyễn Văn An", 11, "bold", True),
    (160, 452, "Công văn thì ghi:  Số:        /UBND-VP", 10, "italic", False),
)
# Cell by cell, in the sheet's order: where on the paper its arrow begins.
SPOTS = (
    (182, 31), (192, 48), (196, 86), (402, 86), (238, 143), (248, 183), (154, 266), (154, 298), (154, 330),
    (452, 380), (442, 431), (154, 460),
)  # fmt: skip


def face(size: int, style: str) -> ImageFont.FreeTypeFont:
    """Tinos in that style, wherever the system keeps it."""
    wanted = f"Tinos:style={style.replace('-', ' ').title() or 'Regular'}"
    found = subprocess.run(
        ["/usr/bin/fc-match", "-f", "%{file}", wanted], capture_output=True, text=True, check=True
    )
    return ImageFont.truetype(found.stdout, size * SCALE)


def draw() -> Image.Image:
    """The paper, then the arrows over it."""
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), "#eef3fa")
    pen = ImageDraw.Draw(picture)
    pen.rectangle(
        [LEFT * SCALE, TOP * SCALE, (WIDTH - 6) * SCALE, (HEIGHT - 6) * SCALE],
        fill=PAPER,
        outline=EDGE,
        width=2,
    )
    for x, y, text, size, style, centred in LINES:
        pen.text(
            (x * SCALE, y * SCALE),
            text,
            font=face(size, style),
            fill=INK,
            anchor="ma" if centred else "la",
        )
    for number, ((x, y), _cell) in enumerate(zip(SPOTS, ask(), strict=True), 1):
        arrow(pen, number, (x, y))
    return picture


def arrow(pen: ImageDraw.ImageDraw, number: int, spot: tuple[int, int]) -> None:
    """From the paper to the middle of the cell's row at the picture's left edge, its number at the paper."""
    row = (number - 0.5) * ROW_PX
    start, end = (spot[0] * SCALE, spot[1] * SCALE), (2 * SCALE, row * SCALE)
    bend = (70 * SCALE, row * SCALE)
    pen.line([start, bend, end], fill=ARROW, width=3, joint="curve")
    pen.polygon([end, (end[0] + 20, end[1] - 9), (end[0] + 20, end[1] + 9)], fill=ARROW)
    middle = (26 * SCALE, row * SCALE)
    pen.ellipse([middle[0] - 17, middle[1] - 17, middle[0] + 17, middle[1] + 17], fill=ARROW)
    pen.text(middle, str(number), font=face(10, "bold"), fill="white", anchor="mm")
    pen.ellipse([start[0] - 6, start[1] - 6, start[0] + 6, start[1] + 6], fill=ARROW)


if __name__ == "__main__":
    file = Path(__file__).parents[1] / "docs" / "pictures" / PICTURE
    draw().quantize(24).save(file, optimize=True)
