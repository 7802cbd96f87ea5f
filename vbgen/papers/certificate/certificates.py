"""What each certificate (giấy khen) says, fitted to its lines before it is set.

Text shrinks first, then wraps at natural places; what still does not fit is reported and never clipped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import padded
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.certificate.ladder import Ladder, tightest
from vbgen.papers.certificate.tightness import Tightness
from vbgen.papers.frame.letterhead import MOTTO
from vbgen.word.template import RichText, RuleLine
from vbgen.words.filters import sentence
from vbgen.words.measure import Fitted, fit
from vbgen.words.names import upper_vn
from vbgen.words.person.doubt import cut
from vbgen.words.widths import MM_PER_PT, foreign_signs, text_width_mm

WIDTH_MM = 243.0  # inside the border of the shipped template
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
_NAME_LADDER = Ladder(((NAME_SIZES, 1), (LONG_NAME_SIZES, 2)), WIDTH_MM, bold=True)


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate; the rich texts carry the size they were fitted to."""

    entry: HonourEntry
    caption: str  # "Ông", "Bà", "Tập thể"
    given: str  # "TẶNG": the line above the title
    title: str  # "GIẤY KHEN"
    name: RichText
    post: RichText
    merit: RichText
    misfits: tuple[str, ...]  # titles of the fields that do not fit their room
    tightness: Tightness
    golden_number: str = ""  # ` 05`, behind “Vào sổ vàng số:”; empty in a draft


def certificates(
    honours: HonourList, golden_numbers: Sequence[int] = (), chosen: Sequence[int] = ()
) -> tuple[Certificate, ...]:
    """A certificate for each entry, in the list's order, or for those `chosen` by their numbers from 1.

    `golden_numbers` are one for each entry, or none for a draft;
    ValueError otherwise.
    """
    numbers = [f" {padded(number)}" for number in golden_numbers] or [""] * len(honours.entries)
    pairs = list(zip(honours.entries, numbers, strict=True))
    wanted = [pairs[place - 1] for place in chosen] if chosen else pairs
    return tuple(_certificate(entry, number) for entry, number in wanted)


def authority_text(authority: str) -> RichText:
    """The authority's line, in capitals, fitted to the width."""
    return rich(fit(upper_vn(authority), WIDTH_MM, sizes=AUTHORITY_SIZES, bold=True))


def misfit_problems(made: Sequence[Certificate]) -> Iterator[Problem]:
    """A warning for each field that does not fit even at the floor size."""
    for certificate in made:
        for title in certificate.misfits:
            yield Problem(
                "certificate-misfit",
                _(
                    "Giấy khen của {name}: {title} quá dài.",
                    name=cut(certificate.entry.name),
                    title=title,
                ),
                Place(path="awards"),
                Severity.WARNING,
                _("Hãy viết gọn lại, hoặc kiểm tra kỹ bản in của người này."),
            )


def unprintable_problems(made: Sequence[Certificate]) -> Iterator[Problem]:
    """An error for each certificate with a sign that its font lacks: in its PDF file another font would stand."""
    for certificate in made:
        if signs := foreign_signs(f"{certificate.name} {certificate.post} {certificate.merit}"):
            yield Problem(
                "certificate-sign",
                _(
                    "Giấy khen của {name} có ký hiệu “{signs}” mà phông Times New Roman không có.",
                    name=cut(certificate.entry.name),
                    signs=signs,
                ),
                Place(path="awards"),
                Severity.ERROR,
                _("Hãy bỏ ký hiệu đó hoặc thay bằng chữ."),
            )


def _certificate(entry: HonourEntry, golden_number: str) -> Certificate:
    name = _fitted_name(upper_vn(entry.name))
    post = _fitted_text(sentence(entry.full_post), POST_LINES, POST_ROOM_MM)
    merit = _fitted_text(entry.merit_sentence, MERIT_LINES, MERIT_ROOM_MM)
    fields = {
        _("Họ và tên"): (name, _NAME_LADDER),
        _("Chức vụ, đơn vị"): (post, _text_ladder(POST_LINES)),
        _("Thành tích"): (merit, _text_ladder(MERIT_LINES)),
    }
    return Certificate(
        entry=entry,
        caption=entry.caption,
        given=entry.line_above,
        title=entry.honour.certificate_title,
        name=rich(name),
        post=rich(post),
        merit=rich(merit),
        misfits=tuple(title for title, (fitted, _ladder) in fields.items() if not fitted.fits),
        tightness=tightest(fields),
        golden_number=golden_number,
    )


def _text_ladder(lines: int) -> Ladder:
    return Ladder(((TEXT_SIZES, lines), (SMALL_TEXT_SIZES, lines)), WIDTH_MM)


def _fitted_name(name: str) -> Fitted:
    on_one_line = fit(name, WIDTH_MM, sizes=NAME_SIZES, bold=True)
    fitted = (
        on_one_line
        if on_one_line.fits
        else fit(name, WIDTH_MM, 2, sizes=LONG_NAME_SIZES, bold=True)
    )
    return fitted if fitted.fits else _squeezed(name, NAME_ROOM_MM, bold=True)


def _fitted_text(text: str, lines: int, room_mm: float) -> Fitted:
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


def certificate_rule(heading: str = "") -> RuleLine:
    """The line under the motto, as long as the motto; under a heading in its place as long as that."""
    size_pt = NATION_PT if heading else MOTTO_PT
    return RuleLine(text_width_mm(heading or MOTTO, size_pt=size_pt, bold=True))


def rich(fitted: Fitted) -> RichText:
    """The fitted lines as one rich text of their size."""
    return RichText("\n".join(fitted.lines), size=round(fitted.size_pt * 2))
