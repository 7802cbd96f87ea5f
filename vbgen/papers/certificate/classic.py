"""Texts fitted to rows of fixed height: those of a certificate's template that an office drew itself, and of 0.1's."""

from dataclasses import replace

from vbgen.papers.certificate.ladder import Ladder
from vbgen.papers.frame.letterhead import MOTTO
from vbgen.word.template import RuleLine
from vbgen.words.measure import Fitted, fit
from vbgen.words.names import upper_vn
from vbgen.words.widths import MM_PER_PT, text_width_mm

WIDTH_MM = 243.0  # inside the border of 0.1's template
NAME_SIZES = tuple(range(28, 17, -1))  # on one line
LONG_NAME_SIZES = tuple(range(20, 13, -1))  # on two
TEXT_SIZES = (16, 15, 14)  # as many lines as there are before it shrinks further
SMALL_TEXT_SIZES = (13, 12)
AUTHORITY_SIZES = tuple(range(20, 11, -1))
SQUEEZED_SIZES = tuple(range(13, 3, -1))  # for what fits nowhere, rather than clip it
POST_LINES, MERIT_LINES = 2, 3
NAME_ROOM_MM, POST_ROOM_MM, MERIT_ROOM_MM = 17.0, 12.0, 20.0  # heights of the template's rows
LINE_HEIGHT = 1.15  # of Times New Roman, in sizes
NATION_PT, MOTTO_PT = 15, 16
NAME_LADDER = Ladder(((NAME_SIZES, 1), (LONG_NAME_SIZES, 2)), WIDTH_MM, bold=True)


def classic_authority(authority: str) -> Fitted:
    """The authority's line, in capitals, fitted to the width."""
    return fit(upper_vn(authority), WIDTH_MM, sizes=AUTHORITY_SIZES, bold=True)


def classic_rule(heading: str = "") -> RuleLine:
    """The line under the motto, as long as the motto; under a heading in its place as long as that."""
    size_pt = NATION_PT if heading else MOTTO_PT
    return RuleLine(text_width_mm(heading or MOTTO, size_pt=size_pt, bold=True))


def classic_name(name: str) -> Fitted:
    """A name in its row."""
    on_one_line = fit(name, WIDTH_MM, sizes=NAME_SIZES, bold=True)
    fitted = (
        on_one_line
        if on_one_line.fits
        else fit(name, WIDTH_MM, 2, sizes=LONG_NAME_SIZES, bold=True)
    )
    return fitted if fitted.fits else _squeezed(name, NAME_ROOM_MM, bold=True)


def classic_post(post: str) -> tuple[Fitted, Ladder]:
    """A position in its row, and the steps that it went down."""
    return _text(post, POST_LINES, POST_ROOM_MM), _text_ladder(POST_LINES)


def classic_merit(merit: str) -> tuple[Fitted, Ladder]:
    """A sentence of merit in its row, and the steps that it went down."""
    return _text(merit, MERIT_LINES, MERIT_ROOM_MM), _text_ladder(MERIT_LINES)


def _text_ladder(lines: int) -> Ladder:
    return Ladder(((TEXT_SIZES, lines), (SMALL_TEXT_SIZES, lines)), WIDTH_MM)


def _text(text: str, lines: int, room_mm: float) -> Fitted:
    large = fit(text, WIDTH_MM, lines, sizes=TEXT_SIZES)
    fitted = large if large.fits else fit(text, WIDTH_MM, lines, sizes=SMALL_TEXT_SIZES)
    return fitted if fitted.fits else _squeezed(text, room_mm, bold=False)


def _squeezed(text: str, room_mm: float, *, bold: bool) -> Fitted:
    """The text below the floor size, as large as its room holds: a misfit, to be looked at, but not clipped."""
    for size in SQUEEZED_SIZES:
        lines = int(room_mm / (size * LINE_HEIGHT * MM_PER_PT))
        fitted = fit(text, WIDTH_MM, lines, sizes=(size,), bold=bold)
        if fitted.fits:
            break
    return replace(fitted, fits=False)
