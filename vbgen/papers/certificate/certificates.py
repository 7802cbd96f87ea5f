"""What each certificate (giấy khen) says, fitted to its lines before it is set.

What does not fit even at the smallest sizes is reported and never clipped.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import starmap
from typing import Any

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.design import CertificateDesign
from vbgen.model.dossier import padded
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.certificate.classic import (
    NAME_LADDER,
    classic_authority,
    classic_merit,
    classic_name,
    classic_post,
    classic_rule,
)
from vbgen.papers.certificate.composition import composition, rich
from vbgen.papers.certificate.ladder import Ladder, tightest
from vbgen.papers.certificate.lettering import name_as_set
from vbgen.papers.certificate.rooms import blank
from vbgen.papers.certificate.setting import Gaps, Said, SetBody, body_of, ladders, set_body
from vbgen.papers.certificate.tightness import Tightness
from vbgen.word.template import RichText
from vbgen.words.filters import sentence
from vbgen.words.measure import Fitted
from vbgen.words.names import upper_vn
from vbgen.words.person.doubt import cut
from vbgen.words.widths import foreign_signs

__all__ = ["Certificate", "certificates", "classic_authority", "classic_rule", "composition"]
_PLAIN = CertificateDesign(title="")
NO_GAPS = Gaps(RichText(), RichText(), RichText(), RichText())


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
    golden_number: str = ""  # ` 5`, behind “Số sổ vàng:”; empty in a draft
    title_set: RichText = field(default_factory=RichText)  # the title in its size
    title_is_long: bool = False  # on two lines
    title_room: RichText = field(default_factory=RichText)  # where stock carries the title
    name_is_long: bool = False
    name_is_small: bool = False  # a very long one: lines as close as its letters are small
    above: Gaps = NO_GAPS  # empty lines above the parts below the title
    square: RichText = field(default_factory=RichText)  # by which anybody looks it up
    code: str = ""  # ` ABCD-EFGH-JKMN`, the same in letters; both are given at issue


def certificates(
    honours: HonourList,
    golden_numbers: Sequence[int] = (),
    chosen: Sequence[int] = (),
    design: CertificateDesign | None = None,
) -> tuple[Certificate, ...]:
    """A certificate for each entry, in the list's order, or for those `chosen` by their numbers from 1.

    `golden_numbers` are one for each entry, or none for a draft;
    ValueError otherwise. Without a `design` texts fit the rows of 0.1's template.
    """
    write = padded if design is None else _as_in_the_book
    numbers = [f" {write(number)}" for number in golden_numbers] or [""] * len(honours.entries)
    pairs = list(zip(honours.entries, numbers, strict=True))
    wanted = [pairs[place - 1] for place in chosen] if chosen else pairs
    make = _in_rows if design is None else partial(_composed, design=design)
    return tuple(starmap(make, wanted))


def _as_in_the_book(number: int) -> str:
    """The number as the golden book shows it, without a zero before it."""
    return f"{number:d}"


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


def _in_rows(entry: HonourEntry, golden_number: str) -> Certificate:
    """Texts fitted to rows of fixed height; a design's Word file that was copied has its gaps too."""
    name = classic_name(upper_vn(entry.name))
    post, merit = classic_post(sentence(entry.full_post)), classic_merit(entry.merit_sentence)
    fields = {
        _("Họ và tên"): (name, NAME_LADDER),
        _("Chức vụ, đơn vị"): post,
        _("Thành tích"): merit,
    }
    body = body_of(entry.caption, entry.honour.certificate_title, (name, post[0], merit[0]), _PLAIN)
    return replace(_certificate(entry, golden_number, fields), **_places(body, _PLAIN))


def _composed(entry: HonourEntry, golden_number: str, design: CertificateDesign) -> Certificate:
    """Texts set into the zones of a design."""
    said = Said(
        caption=entry.caption,
        name=name_as_set(entry, design),
        post=sentence(entry.full_post),
        merit=entry.merit_sentence,
        title=entry.honour.certificate_title,
    )
    body, steps = set_body(said, design), ladders(design)
    fields = {
        _("Tên giấy khen"): (body.title, steps.title),
        _("Họ và tên"): (body.name, steps.name),
        _("Chức vụ, đơn vị"): (body.post, steps.post),
        _("Thành tích"): (body.merit, steps.merit),
    }
    return replace(_certificate(entry, golden_number, fields), **_places(body, design))


def _certificate(
    entry: HonourEntry, golden_number: str, fields: Mapping[str, tuple[Fitted, Ladder]]
) -> Certificate:
    """The certificate whose last three fields are its name, position and merit."""
    name, post, merit = (fitted for fitted, _ladder in list(fields.values())[-3:])
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


def _places(body: SetBody, design: CertificateDesign) -> dict[str, Any]:
    """Where the title and the parts below it stand."""
    return {
        "title_set": rich(body.title),
        "title_is_long": len(body.title.lines) > 1,
        "title_room": blank(body.title),
        "name_is_long": design.is_long_name(body.name.size_pt, len(body.name.lines)),
        "name_is_small": design.is_small_name(body.name.size_pt),
        "above": body.above,
    }
