"""A crooked printer is measured by four readings, and what it does is undone."""

from datetime import date
from math import radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.errors import ProblemsFoundError, UnreadableFileError
from vbgen.model.stock import Box
from vbgen.printer.calibration import CROSS_MM, RULER_MM, Readings, distortion
from vbgen.printer.calibrations import Calibration, find, keep, read
from vbgen.printer.matrix import Matrix, shift, similarity

A4 = Box(width=297, height=210)
EXACT = Readings(left_a=20, top_a=20, top_b=20, ruler=200)


def readings_of(printer: Matrix, paper: Box) -> Readings:
    """What a clerk would measure on a page from a printer that does that to it."""
    left_a, top_a = printer.moves(CROSS_MM, CROSS_MM)
    _right, top_b = printer.moves(paper.width - CROSS_MM, CROSS_MM)
    begin, end = printer.moves(50, 100), printer.moves(50 + RULER_MM, 100)
    ruler = ((end[0] - begin[0]) ** 2 + (end[1] - begin[1]) ** 2) ** 0.5
    return Readings(left_a, top_a, top_b, ruler)


@given(
    st.floats(-8, 8), st.floats(-8, 8), st.floats(-1.5, 1.5), st.floats(0.99, 1.01),
    st.sampled_from([(297, 210), (420, 297), (360, 270), (400, 300)]),
)  # fmt: skip
def test_what_the_printer_does_to_the_corrected_page_is_nothing(
    right: float, down: float, angle: float, scale: float, size: tuple[int, int]
) -> None:
    paper = Box(width=size[0], height=size[1])
    printer = similarity(scale, radians(angle)).then(shift(right, down))
    corrected = distortion(readings_of(printer, paper), paper).correction.then(printer)
    for x in (0.0, paper.width):
        for y in (0.0, paper.height):
            assert corrected.moves(x, y) == pytest.approx((x, y), abs=1e-6)


def test_a_printer_that_prints_right_is_left_alone() -> None:
    found = distortion(EXACT, A4)
    assert (found.right_mm, found.down_mm, found.degrees, found.scale) == pytest.approx(
        (0, 0, 0, 1)
    )


def test_a_shift_is_told_as_the_clerk_sees_it() -> None:
    found = distortion(Readings(23.5, 18, 18, 200), A4)
    assert (found.right_mm, found.down_mm) == pytest.approx((3.5, -2))


@pytest.mark.parametrize(
    ("readings", "word"),
    [
        (Readings(20, 20, 20, 194), "Fit to page"),
        (Readings(20, 20, 20, 150), "đo lại"),
        (Readings(20, 20, 40, 200), "xiên"),
        (Readings(20, 20, 2000, 200), "xiên"),
        (Readings(60, 20, 20, 200), "15 mm"),
        (Readings(0, 0, 0, 0), "đo lại"),
    ],
)
def test_readings_that_no_printer_gives_are_refused(readings: Readings, word: str) -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        distortion(readings, A4)
    assert any(word in problem.message for problem in caught.value.problems)


def test_each_printer_and_stock_keeps_its_newest_readings(tmp_path: Path) -> None:
    path, day = tmp_path / "printers.toml", date(2022, 7, 5)
    odd = 'Máy "A3" \\ tầng 2'
    for made in (
        Calibration(odd, "a4", day, EXACT),
        Calibration(odd, "a4-1", day, EXACT),
        Calibration("HP", "a4", day, EXACT),
        Calibration(odd, "a4", day, Readings(23.5, 18.25, 18, 199.5)),
    ):
        keep(path, made)
    assert len(read(path)) == 3
    kept = find(path, odd, "a4")
    assert kept is not None
    assert kept.readings == Readings(23.5, 18.25, 18, 199.5)
    assert find(path, "Canon", "a4") is None


@pytest.mark.parametrize(
    "content", ["[[calibration]]\nprinter = 1", "calibration = 3", "[[[", "[[calibration]]\n"]
)
def test_a_damaged_file_of_readings_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "printers.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableFileError, match="đo lại"):
        read(path)
