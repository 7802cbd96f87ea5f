"""The steps that a text goes down until it fits, and on which of them a fitted text stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vbgen.papers.certificate.tightness import Tightness
from vbgen.words.measure import Fitted, text_width_mm

_MISFIT = 1.0  # added to what does not even fit at the floor


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps that a field goes down: sizes on so many lines, then the next sizes on so many."""

    steps: Sequence[tuple[Sequence[float], int]]  # sizes from large to small, most lines
    width_mm: float
    bold: bool = False
    font: str = ""

    def measured(self, title: str, fitted: Fitted) -> Tightness:
        """Where on the ladder the fitted text stands; how full its widest line is decides between equals."""
        widths = [
            text_width_mm(line, size_pt=fitted.size_pt, bold=self.bold, font=self.font)
            for line in fitted.lines
        ]
        widest = max(widths, default=0.0)
        rungs = [
            (lines, size)
            for sizes, most in self.steps
            for lines in range(1, most + 1)
            for size in sizes
        ]
        standing = (len(fitted.lines), fitted.size_pt)
        rung = rungs.index(standing) if standing in rungs else len(rungs) - 1
        share = (rung + min(1.0, widest / self.width_mm)) / len(rungs)
        return Tightness(
            share if fitted.fits else share + _MISFIT,
            title,
            fitted.size_pt,
            len(fitted.lines),
            max(0.0, self.width_mm - widest),
        )


def tightest(fields: Mapping[str, tuple[Fitted, Ladder]]) -> Tightness:
    """The tightest of the fields, by title."""
    return max(ladder.measured(title, fitted) for title, (fitted, ladder) in fields.items())
