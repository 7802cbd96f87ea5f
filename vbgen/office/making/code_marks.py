"""Squares and codes put into what a paper says: made once, at issue, and kept with it from then on."""

import secrets
from dataclasses import dataclass, field, replace
from typing import Any

from vbgen.model.afterwards.verification import (
    CODES,
    CodeWish,
    PaperCodes,
    code_of,
    grouped,
    written_codes,
)
from vbgen.model.design import CertificateDesign
from vbgen.office.making.paper_making import CERTIFICATES
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_look import looked_at
from vbgen.office.stored.paper import About, PaperValues
from vbgen.papers.certificate.rooms import line_mm
from vbgen.word.drawing.code_square import code_square
from vbgen.word.drawing.drawing import ShapeInText
from vbgen.word.template import RichText

_MARK = "verification"
_PLACES = {"certificates[].square", "certificates[].code"}
_FIRST_NUMBER = 1700  # of the squares among a document's drawings
_TEXT_HALF_POINTS = 16
_LINES_BELOW = 3  # number, golden-book number, code
_QUIET_MM = 2.0  # the first dark module stands over those lines' first letters
_AIR_MM = 1.5
_PLAIN = CertificateDesign(title="")
_CHANCE = 8  # bytes


@dataclass(slots=True)
class GivenCodes:
    """Gives the papers of one dossier their codes, and tells which."""

    wish: CodeWish
    papers: list[PaperCodes] = field(default_factory=list)

    @property
    def materials(self) -> dict[str, bytes]:
        """What is kept of them with the papers; nothing where none was given."""
        kept = {CODES: written_codes(self.wish.address, tuple(self.papers))}
        return kept if self.papers else {}

    def said(
        self, about: About, paper: PaperOfRun, said: PaperValues, design: CertificateDesign | None
    ) -> PaperValues:
        """What the paper says with its codes; unchanged where none are wanted or its template has no place."""
        if not self.wish.wants(about.kind):
            return said
        if not about.page_filling:
            return self._paper(about, said)
        asked = {each.path for each in looked_at(paper).fields}
        return self._certificates(about, said, design or _PLAIN) if asked >= _PLACES else said

    def _paper(self, about: About, said: PaperValues) -> PaperValues:
        if _MARK not in said.values:
            return said
        code = _new_code()
        self.papers.append(PaperCodes(about.stem, (code,)))
        shown = _beside(_square(code, self.wish, _FIRST_NUMBER), code)
        return replace(said, values={**said.values, _MARK: shown})

    def _certificates(
        self, about: About, said: PaperValues, design: CertificateDesign
    ) -> PaperValues:
        made: Any = said.values.get(CERTIFICATES, ())
        codes = tuple(_new_code() for _one in made)
        if codes:
            self.papers.append(PaperCodes(about.stem, codes, is_of_certificates=True))
        pairs = enumerate(zip(made, codes, strict=True), start=_FIRST_NUMBER)
        marked = tuple(
            replace(
                one,
                code=f" {grouped(code)}",
                square=_placed(_square(code, self.wish, number), design),
            )
            for number, (one, code) in pairs
        )
        return replace(said, values={**said.values, CERTIFICATES: marked})


def _square(code: str, wish: CodeWish, number: int) -> ShapeInText:
    """The square that leads to the office's page."""
    alt = f"Ô vuông kiểm tra {grouped(code)}"
    return code_square(f"{wish.address}#{code}", level=wish.level, number=number, alt=alt)


def _placed(square: ShapeInText, design: CertificateDesign) -> RichText:
    """The square in the foot at the left, over the lines with number, golden-book number and code."""
    top, _right, _bottom, left = design.margins
    zones = design.zones
    lines = _LINES_BELOW + (
        design.paper[0] < design.paper[1]
    )  # number and day take two on upright sheets
    below = top + zones.head + zones.body + zones.foot - lines * line_mm(design.sizes.note)
    return _drawn(square.on_page(left - _QUIET_MM, below - _AIR_MM - square.height_mm))


def _beside(square: ShapeInText, code: str) -> RichText:
    """The square in a line of text, the code in letters beside it."""
    shown = RichText(f"Mã kiểm tra: {grouped(code)}", size=_TEXT_HALF_POINTS)
    shown.xml = f"{_drawn(square.inline()).xml}{shown.xml}"
    return shown


def _drawn(drawing: str) -> RichText:
    made = RichText()
    made.xml = f"<w:r>{drawing}</w:r>"
    return made


def _new_code() -> str:
    return code_of(secrets.token_bytes(_CHANCE))
