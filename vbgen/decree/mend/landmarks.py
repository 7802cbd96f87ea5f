"""What a look at the printed pages goes by: the words that stand in one row, have a line below, or sign the paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from vbgen.decree.linting import papers_of
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.rulelines import rule_line_under
from vbgen.word.package.lenient import open_package

_IN_ONE_ROW = (Part.NATIONAL_NAME, Part.MOTTO, Part.NUMBER, Part.DATE, Part.POWER, Part.SIGNER)
_BELOW = (Part.RECIPIENTS, Part.RECIPIENT, Part.SIGN_NOTE, Part.DRAFTER)
_RULED = (Part.MOTTO, Part.ISSUER, Part.SUBJECT)


@dataclass(frozen=True, slots=True)
class PageLandmarks:
    """Words of a file's papers, as they are printed."""

    in_one_row: tuple[str, ...] = ()
    ruled: tuple[str, ...] = ()  # with a drawn or typed line below
    powers: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    below: tuple[str, ...] = ()  # recipients and notes beside and below the signature


def page_landmarks(source: Path | bytes) -> PageLandmarks:
    """The landmarks of every paper in a Word file."""
    papers = papers_of(open_package(source))
    ruled = (paper.of(part)[-1] for paper in papers for part in _ruled(paper))
    return PageLandmarks(
        in_one_row=_texts(_lines(papers, _IN_ONE_ROW)),
        ruled=_texts(ruled),
        powers=_texts(_lines(papers, (Part.POWER,))),
        signers=_texts(_lines(papers, (Part.SIGNER,))),
        below=_texts(_lines(papers, _BELOW)),
    )


def _lines(papers: Iterable[Paper], parts: Iterable[Part]) -> Iterator[Line]:
    for paper, part in product(papers, parts):
        yield from paper.of(part)


def _ruled(paper: Paper) -> list[Part]:
    present = [part for part in _RULED if paper.has(part)]
    return [part for part in present if rule_line_under(paper, part) is not None]


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.text for line in lines if line.text))
