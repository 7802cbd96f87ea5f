"""What one certificate says, set into the zone below its title: caption, name, position, merit.

The name shrinks, then takes two lines; position and merit shrink together, so that they look alike, and their lines
are balanced. What is left of the zone is shared out between them, not heaped at its end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbgen.model.design import CertificateDesign
from vbgen.papers.certificate.ladder import Ladder
from vbgen.papers.certificate.rooms import height_mm, line_mm, room
from vbgen.word.template import RichText
from vbgen.words.measure import Fitted, fit, wrap
from vbgen.words.widths import text_width_mm

_POST_LINES, _MERIT_LINES = 2, 4
_NAME_FLOOR, _LONG_FLOOR, _TEXT_FLOOR = 0.76, 0.45, 0.68  # shares of the largest sizes
_SMALL_FLOOR = 0.8
_SQUEEZED = 0.28  # a share that holds whatever fits nowhere
_TITLE_FLOOR = 0.64
_LEAST_SHARE = 0.7
# Share of the largest size that a name takes, and from which to which share the texts go with it.
_TURNS = (
    (1.0, (1.0, 0.9)),
    (0.9, (0.97, 0.85)),
    (0.8, (0.9, 0.76)),
    (_LEAST_SHARE, (0.82, _TEXT_FLOOR)),
)
_LEAST_MM = 3.2  # of all gaps together
_LAST_MM = 5.7  # below the merit: 8.5 from its last line to the capitals of place and day
_NAME_WIDTH = 0.92  # share of the lines' width: a name keeps air at its sides
_GAPS = {"caption": 1.1, "name": 0.2, "post": 0.8, "merit": 0.5}  # weights in sharing what is left
_ONE_LINE = 0.75  # share of the width that a merit fills on one line at most
_UNEVEN = 1.2  # of lines as wide as each other: how wide the widest may be, so that they end at better places


@dataclass(frozen=True, slots=True)
class Said:
    """The texts of one certificate."""

    caption: str
    name: str
    post: str
    merit: str
    title: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """Empty lines above each part."""

    caption: RichText
    name: RichText
    post: RichText
    merit: RichText


@dataclass(frozen=True, slots=True)
class SetBody:
    """The parts as they were fitted."""

    title: Fitted
    name: Fitted
    post: Fitted
    merit: Fitted
    above: Gaps


@dataclass(frozen=True, slots=True)
class BodyLadders:
    """The steps that each part goes down."""

    title: Ladder
    name: Ladder
    post: Ladder
    merit: Ladder


def ladders(design: CertificateDesign) -> BodyLadders:
    """The steps of a design, for whoever asks how tight a certificate is."""
    width, sizes = design.zones.width, design.sizes
    name = (
        (_steps(sizes.name, _NAME_FLOOR * _LEAST_SHARE), 1),
        (_steps(design.long_name, _LONG_FLOOR * _LEAST_SHARE), 2),
        (_steps(design.small_name, _SMALL_FLOOR * _LEAST_SHARE), 3),
    )
    title = ((_steps(sizes.title, _TITLE_FLOOR), 1), (_steps(design.long_title, 0.5), 2))
    text = _steps(sizes.text, _TEXT_FLOOR)
    return BodyLadders(
        Ladder(title, width, bold=True, font=design.title_font),
        Ladder(name, width * _NAME_WIDTH, bold=True, font=design.name_font),
        Ladder(((text, _POST_LINES),), width),
        Ladder(((text, _MERIT_LINES),), width),
    )


@dataclass(frozen=True, slots=True)
class _Tried:
    name: Fitted
    post: Fitted
    merit: Fitted
    height: float

    def holds(self, zone: float) -> bool:
        """Whether every part fits and all of them together."""
        return self.height <= zone and all(part.fits for part in (self.name, self.post, self.merit))


def set_body(said: Said, design: CertificateDesign) -> SetBody:
    """The largest setting that fits the zone; else the one that comes nearest, marked as a misfit."""
    most = design.zones.body - _LEAST_MM - _LAST_MM
    found = next((tried for tried in _tries(said, design) if tried.holds(most)), None)
    chosen = found or _misfit(said, design)
    return body_of(said.caption, said.title, (chosen.name, chosen.post, chosen.merit), design)


Parts = tuple[Fitted, Fitted, Fitted]  # name, position, merit


def body_of(caption: str, title: str, parts: Parts, design: CertificateDesign) -> SetBody:
    """The fitted parts, the title over them, and what is left of the zone between them."""
    name, post, merit = parts
    left = design.zones.body - _height(caption, design, parts) - _LAST_MM
    gaps = _gaps(left, with_post=bool(post.lines))
    return SetBody(set_title(title, design), name, post, merit, gaps)


def set_title(title: str, design: CertificateDesign) -> Fitted:
    """The title on one line if it stays large, else on two."""
    width, largest = design.zones.width, design.sizes.title
    on_one = fit(
        title, width, sizes=_steps(largest, _TITLE_FLOOR), bold=True, font=design.title_font
    )
    if on_one.fits:
        return on_one
    return _on_lines(2, title, width, _steps(design.long_title, 0.5), design.title_font)


def _on_lines(lines: int, text: str, width: float, sizes: Sequence[float], font: str) -> Fitted:
    """On so many lines at the largest size that holds it, rather than on fewer smaller ones."""
    tries = (fit(text, width, lines, sizes=(size,), bold=True, font=font) for size in sizes)
    found = next((tried for tried in tries if tried.fits), None)
    return found or fit(text, width, lines, sizes=sizes[-1:], bold=True, font=font)


def _tries(said: Said, design: CertificateDesign) -> Iterator[_Tried]:
    """From the largest sizes down, name and texts by turns, so that neither is dwarfed by the other."""
    for share, (high, low) in _TURNS:
        name = _name(said.name, design, share)
        for text in _steps(design.sizes.text * high, low / high):
            yield _try(said, design, name, text)


def _name(name: str, design: CertificateDesign, share: float) -> Fitted:
    """On one line if it stays large, else on two, and on three rather than small."""
    width, font = design.zones.width * _NAME_WIDTH, design.name_font
    sizes = _steps(design.sizes.name * share, _NAME_FLOOR)
    on_one = fit(name, width, sizes=sizes, bold=True, font=font)
    if on_one.fits:
        return on_one
    on_two = _on_lines(2, name, width, _steps(design.long_name * share, _LONG_FLOOR), font)
    small = _steps(design.small_name * share, _SMALL_FLOOR)
    if on_two.fits and on_two.size_pt >= small[-1]:
        return on_two
    return _on_lines(3, name, width, small, font)


def _try(said: Said, design: CertificateDesign, name: Fitted, text: float) -> _Tried:
    post = _set_text(said.post, design, _POST_LINES, text)
    merit = _set_merit(said.merit, design, text)
    return _Tried(name, post, merit, _height(said.caption, design, (name, post, merit)))


def _set_text(text: str, design: CertificateDesign, lines: int, size_pt: float) -> Fitted:
    """The text in balanced lines of that size; what is plainly too long is not tried."""
    width = design.zones.width
    if not text:
        return _NOTHING
    if text_width_mm(text, size_pt=size_pt) > lines * width:
        return Fitted((text,), size_pt, fits=False)
    return fit(text, width, lines, sizes=(size_pt,))


def _set_merit(text: str, design: CertificateDesign, size_pt: float) -> Fitted:
    """The text in lines nearly as long as each other; one that would go from side to side becomes two."""
    whole = _set_text(text, design, _MERIT_LINES, size_pt)
    width, on_one = design.zones.width, text_width_mm(text, size_pt=size_pt)
    count = max(len(whole.lines), 1 + (on_one > _ONE_LINE * width))
    if count == 1 or not whole.fits:
        return whole
    even = fit(text, min(width, on_one / count * _UNEVEN), count, sizes=(size_pt,))
    return even if even.fits else whole


_NOTHING = Fitted((), 0.0, fits=True)


def _height(caption: str, design: CertificateDesign, parts: Parts) -> float:
    name, post, merit = parts
    above = line_mm(design.sizes.caption) if caption else 0.0
    pitch = design.name_pitch(name.size_pt, len(name.lines))
    return above + height_mm(name, pitch_pt=pitch) + height_mm(post) + height_mm(merit)


def _misfit(said: Said, design: CertificateDesign) -> _Tried:
    """Below the floor, as large as the zone holds: to be looked at, but not clipped."""
    name = _name(said.name, design, _LEAST_SHARE)
    if not name.fits:
        name = replace(_squeezed(said.name, design), fits=False)
    for text in _steps(design.sizes.text * _TEXT_FLOOR, _SQUEEZED):
        post, merit = _wrapped(said.post, design, text), _wrapped(said.merit, design, text)
        height = _height(said.caption, design, (name, post, merit))
        tried = _Tried(name, post, merit, height)
        if height <= design.zones.body:
            break
    return _blamed(tried)


def _squeezed(name: str, design: CertificateDesign) -> Fitted:
    """A name that fits nowhere on three lines, however small, so that the texts below it stay legible."""
    sizes = _steps(design.small_name, _SQUEEZED)
    return _on_lines(3, name, design.zones.width * _NAME_WIDTH, sizes, design.name_font)


def _blamed(tried: _Tried) -> _Tried:
    """Every part that is too long for itself, else the tallest: what is told, and not of the others."""
    told = replace(
        tried,
        post=replace(tried.post, fits=len(tried.post.lines) <= _POST_LINES),
        merit=replace(tried.merit, fits=len(tried.merit.lines) <= _MERIT_LINES),
    )
    if not all(part.fits for part in (told.name, told.post, told.merit)):
        return told
    if height_mm(told.name) > height_mm(told.merit):
        return replace(told, name=replace(told.name, fits=False))
    return replace(told, merit=replace(told.merit, fits=False))


def _wrapped(text: str, design: CertificateDesign, size_pt: float) -> Fitted:
    """The text on as many lines as it needs."""
    lines = wrap(text, design.zones.width, size_pt=size_pt) if text else []
    return Fitted(tuple(lines), size_pt, fits=True)


def _gaps(left: float, *, with_post: bool) -> Gaps:
    used = {name: weight for name, weight in _GAPS.items() if name != "post" or with_post}
    unit = max(0.0, left) / sum(used.values())
    return Gaps(**{name: room(unit * used.get(name, 0.0)) for name in _GAPS})


def _steps(largest: float, floor: float) -> tuple[float, ...]:
    """Half points from the largest size down to that share of it."""
    return tuple(
        number / 2 for number in range(round(2 * largest), round(2 * largest * floor) - 1, -1)
    )
