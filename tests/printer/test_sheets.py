"""Copies for the printer lie where they should, to a hundredth of a millimetre; the file they come from stays."""

from collections.abc import Mapping
from io import BytesIO
from math import radians
from pathlib import Path

import pikepdf
import pytest

from tests.printer.where import Page, pages_in
from vbgen.errors import OutsideProgramError, UnreadableFileError
from vbgen.model.stock import Box, Stock
from vbgen.printer.calibration import Readings, distortion
from vbgen.printer.ink import margin_problems
from vbgen.printer.matrix import Matrix, shift, similarity
from vbgen.printer.sheets import calibration_page, plain_paper, preview, print_copy, trial_copy
from vbgen.printer.stocks import Stocks


def moved(before: Page, after: Page, scale: float = 1.0) -> set[tuple[float, float]]:
    """How far each word moved, to a hundredth of a millimetre."""
    pairs = zip(before.words, after.words, strict=True)
    return {
        (round(new.x - scale * old.x, 2) + 0.0, round(new.y - scale * old.y, 2) + 0.0)
        for old, new in pairs
    }


def images(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sum(len(page.get_images()) for page in opened.pages)


def test_a_shift_of_3_5_and_minus_2_mm_is_what_is_measured(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    before = pages_in(set_pages["a4"], tmp_path)
    after = pages_in(
        print_copy(set_pages["a4"], stocks.find("a4"), correction=shift(3.5, -2.0)), tmp_path
    )
    assert len(after) == len(before) == 3
    for old, new in zip(before, after, strict=True):
        assert moved(old, new) <= {(3.5, y) for y in (-2.0, -2.01, -1.99)}


def test_a_crooked_printer_given_the_corrected_page_puts_every_word_in_its_place(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    stock = stocks.find("a4")
    does = similarity(0.997, radians(0.4)).then(shift(3.5, -2.0))
    left, top_a = does.moves(20, 20)
    readings = Readings(left, top_a, does.moves(277, 20)[1], 200 * 0.997)
    corrected = print_copy(
        set_pages["a4"], stock, correction=distortion(readings, stock.paper).correction
    )
    crooked = print_copy(set_pages["a4"], stock, correction=does)
    printed = print_copy(corrected, stock, correction=does)
    wanted = pages_in(set_pages["a4"], tmp_path)[0]
    name = wanted.words[-1].text
    found, wrong = (pages_in(pdf, tmp_path)[0].find(name) for pdf in (printed, crooked))
    assert abs(wrong.x - wanted.find(name).x) > 1
    assert (found.x, found.y) == pytest.approx((wanted.find(name).x, wanted.find(name).y), abs=0.02)


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("a4", 297, 210), ("a3", 420, 297), ("360x270", 360, 270), ("400x300", 400, 300)],
)
def test_other_paper_takes_the_same_page_larger_and_in_its_middle(
    set_pages: Mapping[str, bytes],
    stocks: Stocks,
    tmp_path: Path,
    name: str,
    width: float,
    height: float,
) -> None:
    (page,) = pages_in(print_copy(set_pages["a4"], stocks.find(name), pages=[2]), tmp_path)
    source = pages_in(set_pages["a4"], tmp_path)[1]
    assert (page.width, page.height) == pytest.approx((width, height), abs=0.01)
    scale = min(width / 297, height / 210)
    middle = ((width - 297 * scale) / 2, (height - 210 * scale) / 2)
    for found in moved(source, page, scale):
        assert found == pytest.approx(middle, abs=0.05)


def test_a_stock_says_where_the_certificate_goes(
    set_pages: Mapping[str, bytes], tmp_path: Path
) -> None:
    stock = Stock(
        name="x",
        title="x",
        paper=Box(width=400, height=300),
        place=Box(x=40, y=35, width=297, height=210),
    )
    (page,) = pages_in(print_copy(set_pages["a4"], stock, pages=[1]), tmp_path)
    assert moved(pages_in(set_pages["a4"], tmp_path)[0], page) <= {
        (40.0, y) for y in (34.99, 35.0, 35.01)
    }


def test_chosen_pages_come_alone_and_in_order(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    whole = pages_in(set_pages["a4"], tmp_path)
    chosen = pages_in(print_copy(set_pages["a4"], stocks.find("a4"), pages=[1, 3]), tmp_path)
    assert [page.text for page in chosen] == [whole[0].text, whole[2].text]


def test_the_file_that_a_copy_comes_from_is_not_touched(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    archived = tmp_path / "archived.pdf"
    archived.write_bytes(set_pages["a4"])
    archived.chmod(0o444)
    print_copy(archived.read_bytes(), stocks.find("a4"), correction=shift(3, 3))
    assert archived.read_bytes() == set_pages["a4"]


def test_the_same_order_gives_the_same_bytes(
    set_pages: Mapping[str, bytes], stocks: Stocks
) -> None:
    first, second = (
        print_copy(set_pages["a4"], stocks.find("a3"), correction=shift(1, 1)) for _time in range(2)
    )
    assert first == second


def test_the_picture_of_the_stock_lies_under_the_preview_and_never_under_the_print(
    set_pages: Mapping[str, bytes], stocks: Stocks, picture: Path, tmp_path: Path
) -> None:
    source, stock = set_pages["a4-1"], stocks.find("a4-1")
    assert images(source) == 0
    shown = preview(source, stock, picture)
    assert images(shown) == 3
    assert _colour_at(shown, 0.12, 0.3) == pytest.approx(
        (245, 222, 179), abs=3
    )  # wheat, where nothing is printed
    assert images(print_copy(source, stock)) == images(trial_copy(source, stock)) == 0
    assert pages_in(shown, tmp_path)[0].text == pages_in(source, tmp_path)[0].text


def test_a_picture_that_is_none_is_told(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    wrong = tmp_path / "phoi.jpg"
    wrong.write_text("đây không phải là ảnh")
    with pytest.raises(UnreadableFileError, match="PNG hoặc JPEG"):
        preview(set_pages["a4"], stocks.find("a4"), wrong)


def test_what_is_no_pdf_is_told(stocks: Stocks) -> None:
    with pytest.raises(OutsideProgramError, match="không đọc được"):
        print_copy(b"%PDF-1.7 nothing", stocks.find("a4"))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a4-2", (297, 210)),
        ("360x270-2", (420, 297)),
        ("400x300-2", (400, 300)),
        ("a3", (420, 297)),
    ],
)
def test_a_test_goes_on_the_plain_paper_that_is_large_enough(
    stocks: Stocks, name: str, plain: tuple[float, float]
) -> None:
    paper = plain_paper(stocks.find(name).paper)
    assert (paper.width, paper.height) == plain


def test_a_test_shows_the_outline_of_the_stock_around_the_same_words(
    set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    stock = stocks.find("360x270-2")
    printed = pages_in(print_copy(set_pages["a4-2"], stock), tmp_path)[0]
    tested = trial_copy(set_pages["a4-2"], stock)
    page = pages_in(tested, tmp_path)[0]
    assert (page.width, page.height) == pytest.approx((420, 297), abs=0.01)
    assert moved(printed, page) == {(30.0, 13.5)}
    assert _colour_at(tested, (30 + 0.5) / 420, 0.5) < (200, 200, 200)  # the left edge of the stock
    assert _colour_at(tested, 0.02, 0.5) == (255, 255, 255)


def test_the_crosses_and_the_ruler_stand_where_they_say(stocks: Stocks) -> None:
    page = calibration_page(stocks.find("a4"))
    for x, y in ((20, 20), (277, 20), (20, 190), (277, 190)):
        assert _colour_at(page, x / 297, y / 210) < (128, 128, 128)
    for tick in (48.5, 248.5):  # the ruler's first and last
        assert _colour_at(page, tick / 297, (105 - 3) / 210) < (128, 128, 128)
    assert _colour_at(page, 44 / 297, (105 - 3) / 210) == (255, 255, 255)


def test_ink_in_the_margin_is_told_with_its_page_and_side(
    set_pages: Mapping[str, bytes], stocks: Stocks
) -> None:
    stock = stocks.find("a4")
    assert list(margin_problems(set_pages["a4"], stock)) == []
    found = list(
        margin_problems(print_copy(set_pages["a4"], stock, correction=shift(-6, 0)), stock)
    )
    assert [str(problem.place) for problem in found] == ["trang 1", "trang 2", "trang 3"]
    assert "trái còn 2,2 mm" in found[0].message


def test_a_matrix_and_its_inverse_leave_a_point_where_it_was() -> None:
    turned = similarity(1.01, 0.02).then(shift(3, -4))
    assert turned.then(turned.inverse()).moves(123, 45) == pytest.approx((123, 45))
    assert Matrix().moves(1, 2) == (1, 2)


def _colour_at(pdf: bytes, across: float, down: float) -> tuple[int, int, int]:
    """The darkest colour around a point of the first page, given by its share of width and height."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

    opened = PdfDocument(pdf)
    image = opened[0].render(scale=3).to_pil().convert("RGB")
    opened.close()
    x, y = round(across * image.width), round(down * image.height)
    near = [image.getpixel((x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    found: tuple[int, int, int] = min(near)
    return found
