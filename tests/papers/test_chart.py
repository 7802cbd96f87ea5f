import os
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from struct import unpack_from
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.document import check_pdf
from vbgen.papers.body.chart import ChartBar, results_chart
from vbgen.word.drawing.emf import Colour, Drawing, Lettering, size_mm
from vbgen.words.measure import text_width_mm

ROWS = (
    ChartBar(
        "Giá trị sản xuất công nghiệp (giá so sánh 2010)",
        Decimal("52.0"),
        "90.576,7 / 174.186,0 tỷ đồng",
    ),
    ChartBar("Kim ngạch xuất khẩu", Decimal("107.4")),
    ChartBar("Điện thương phẩm", None),
    ChartBar("Số đề án khuyến công", Decimal("1250.5")),
    ChartBar("Tốc độ tăng", Decimal("-3.2")),
)
BLACK = Lettering(11, Colour(0, 0, 0))
SHARES = st.none() | st.decimals(-1000, 100000, places=1)
BARS = st.builds(
    ChartBar, st.text("abc ơữẵ()", max_size=80), SHARES, st.text("12,. tỷ", max_size=20)
)


def records(emf: bytes) -> list[tuple[int, bytes]]:
    found, start = [], 0
    while start < len(emf):
        kind, size = unpack_from("<2I", emf, start)
        assert size >= 8
        assert size % 4 == 0
        found.append((kind, emf[start : start + size]))
        start += size
    assert start == len(emf)
    return found


def texts(emf: bytes) -> list[str]:
    said = []
    for kind, record in records(emf):
        if kind == 84:
            count, start = unpack_from("<2I", record, 44)
            said.append(record[start : start + 2 * count].decode("utf-16-le"))
    return said


def boxes(emf: bytes) -> list[tuple[int, ...]]:
    return [unpack_from("<4i", record, 8) for kind, record in records(emf) if kind == 43]


def test_every_name_figure_and_percent_is_in_the_picture_as_text() -> None:
    said = texts(results_chart(ROWS, width_mm=150, title="Kết quả"))
    for expected in (
        "52,0%",
        "107,4%",
        "1.250,5%",
        "-3,2%",
        "chưa có số liệu",
        "100% kế hoạch",
        "Kết quả",
    ):
        assert expected in said
    assert "90.576,7 / 174.186,0 tỷ đồng" in said
    assert " ".join(said[1:3]) == ROWS[0].name


def test_the_picture_is_as_wide_as_asked_and_grows_with_its_rows() -> None:
    short, long = (results_chart(rows, width_mm=150) for rows in (ROWS[:1], ROWS))
    assert size_mm(short)[0] == size_mm(long)[0] == 150
    assert size_mm(short)[1] < size_mm(long)[1] < 100


def test_a_bar_is_as_long_as_its_percent() -> None:
    _paper, track, bar, *_rest = boxes(results_chart((ChartBar("a", Decimal(52)),), width_mm=150))
    assert (bar[2] - bar[0]) / (track[2] - track[0]) == pytest.approx(0.52, abs=0.001)


def test_a_bar_far_beyond_the_plan_is_cut_and_shows_it() -> None:
    emf = results_chart((ChartBar("a", Decimal(900)),), width_mm=150)
    _paper, track, bar, gap = boxes(emf)
    assert bar[2] - bar[0] == pytest.approx(2 * (track[2] - track[0]), abs=2)
    assert bar[0] < gap[0] < gap[2] < bar[2]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert results_chart(ROWS, width_mm=150) == results_chart(ROWS, width_mm=150)


@given(st.lists(BARS, max_size=6), st.floats(100, 250))
def test_any_rows_give_a_well_formed_file_whose_shapes_stay_inside(
    rows: list[ChartBar], width_mm: float
) -> None:
    emf = results_chart(rows, width_mm=width_mm)
    listed = records(emf)
    size, count, handles = unpack_from("<2IH", emf, 48)
    assert (size, count, handles) == (len(emf), len(listed), 2)
    assert (listed[0][0], listed[-1][0]) == (1, 14)
    right, bottom = boxes(emf)[0][2:]
    assert all(
        0 <= box[0] <= box[2] <= right and 0 <= box[1] <= box[3] <= bottom for box in boxes(emf)
    )


def test_letters_keep_the_length_that_was_measured() -> None:
    drawing = Drawing(100, 20)
    drawing.text("Đợt thi đua 𝄞", 0, 10, BLACK)
    (record,) = (record for kind, record in records(drawing.emf()) if kind == 84)
    count, start = unpack_from("<I", record, 44)[0], unpack_from("<I", record, 72)[0]
    steps = unpack_from(f"<{count}I", record, start)
    assert sum(steps) / 100 == pytest.approx(text_width_mm("Đợt thi đua 𝄞", size_pt=11), abs=0.01)


def test_what_is_no_metafile_has_no_size() -> None:
    with pytest.raises(ValueError, match="PNG"):
        size_mm(b"\x89PNG" + b"\0" * 60)


def test_libreoffice_shows_the_picture_with_the_fonts_of_the_document(tmp_path: Path) -> None:
    emf = results_chart(ROWS, width_mm=150)
    path = word_file_with(emf, tmp_path)
    (made,) = Converter.probe(os.environ).to_pdf([path], tmp_path / "pdf")
    assert check_pdf(made, pages=1, texts=["Kim ngạch xuất khẩu", "52,0%", "100% kế hoạch"]) == []


def word_file_with(emf: bytes, folder: Path) -> Path:
    """A Word file whose only picture is the metafile; python-docx places a stand-in, which is then exchanged."""
    stand_in = BytesIO()
    Image.new("L", (1, 1)).save(stand_in, "PNG")
    document = docx.Document()
    document.add_picture(stand_in, *map(Mm, map(round, size_mm(emf))))
    document.save(str(folder / "plain.docx"))
    path = folder / "picture.docx"
    with ZipFile(folder / "plain.docx") as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            content = emf if name.endswith(".png") else source.read(name)
            content = content.replace(b"image1.png", b"image1.emf")
            content = content.replace(
                b'"png" ContentType="image/png"', b'"emf" ContentType="image/x-emf"'
            )
            target.writestr(name.replace(".png", ".emf"), content)
    return path
