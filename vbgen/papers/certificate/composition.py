"""The head of a certificate set into its zone: national name, motto, authority, the room for TẶNG and the title.

It is the same on every certificate of a paper. With an emblem it is set close below it; without one the place closes
up, lines grow and air is shared out. Two lines of authority come before it shrinks.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from vbgen.model.agency import Agency
from vbgen.model.design import NOTE_SHRINK, CertificateDesign
from vbgen.papers.certificate.rooms import blank, height_mm, line_mm, room
from vbgen.papers.certificate.setting import set_title
from vbgen.papers.frame.letterhead import MOTTO, NATIONAL_NAME
from vbgen.papers.frame.signature import Signature
from vbgen.word.template import RichText, RuleLine
from vbgen.words.agency.lines import AgencyLines, agency_lines
from vbgen.words.measure import Fitted, fit
from vbgen.words.names import upper_vn
from vbgen.words.widths import text_width_mm

_ALONE = 1.14  # lines of the head grow by that where no emblem stands over them
_LEGAL, _MOST_LEGAL = 0.87, 1.1  # shares of their sizes that national name and motto take
_LEAST_WITH_LEGAL = 0.76  # a scale below which they shrink with the authority
_SHRINKS = tuple(number / 100 for number in range(96, 40, -4))
_RULE_MM = 2.6  # the line under the motto with the room above it
_AUTHORITY_LINES = 3
_LEAST_NATURAL = (
    0.7  # of the largest size: lines as small as that are not broken inside a name to be larger
)
_LEAST_SIGNATURE_MM, _LEAST_SIGN_PT = 15.0, 11.0
_USABLE = 0.985  # share of its column that the note fills: the tab behind its captions is rounded
_FOOT_AIR_MM = 0.5  # below the signer's name
# Gaps: weight in sharing what is left, and least as a share of a line of the authority.
_CROWNED = {
    "top": (0.25, 0.08),
    "after_rule": (1.25, 0.3),
    "after_authority": (1.0, 0.22),
    "after_given": (0.45, 0.08),
}
_FREE = {
    "top": (0.8, 0.2),
    "after_rule": (1.5, 0.4),
    "after_authority": (1.1, 0.3),
    "after_given": (0.5, 0.1),
}


@dataclass(frozen=True, slots=True)
class CertificateHead:
    """Lines of the head with the sizes that they were set in, and the empty lines between them."""

    nation: RichText
    motto: RichText
    rule: RuleLine
    authority: RichText
    nation_room: RichText  # where stock carries the national name
    motto_room: RichText
    authority_room: RichText
    top: RichText
    after_rule: RichText
    after_authority: RichText
    after_given: RichText


@dataclass(frozen=True, slots=True)
class Composition:
    """The head below an emblem, and without one."""

    crowned: CertificateHead
    alone: CertificateHead
    place_date: RichText  # fitted to its column, on one line
    note_is_long: bool  # the line with number and day needs smaller letters
    note_breaks: bool  # no letters that are easily read hold it: number and day take a line each
    signer_lines: tuple[RichText, ...]  # in a size that leaves room for the signature
    signature_room: RichText
    signer_name: RichText


@dataclass(frozen=True, slots=True)
class FootLines:
    """What stands below, as text: number and day at the left, place and day at the right."""

    note: str
    place_date: str
    signer: Signature


def composition(
    agency: Agency, foot: FootLines, design: CertificateDesign, titles: Collection[str] = ()
) -> Composition:
    """Both heads of a design, with room for the highest of the titles, and the foot, whose lines must not wrap."""
    zones, sizes = design.zones, design.sizes
    sign_pt = _sign_size(len(foot.signer.lines), design)
    placed = fit(
        foot.place_date,
        zones.width - zones.left,
        sizes=[sign_pt * share / 20 for share in range(20, 11, -1)],
        bold=True,
        italic=True,
    )
    whole, shrunk = (
        _holds_note(foot.note, zones.left, share * sizes.note) for share in (1, NOTE_SHRINK)
    )
    title_mm = max((_title_mm(title, design) for title in titles), default=_one_title_mm(design))
    signing = round(2 * sign_pt)
    return Composition(
        _head(agency, design, zones.head - zones.emblem - title_mm, 1.0, _CROWNED),
        _head(agency, design, zones.head - zones.closed_up - title_mm, _ALONE, _FREE),
        RichText(foot.place_date, size=round(2 * placed.size_pt)),
        note_is_long=shrunk and not whole,
        note_breaks=not shrunk,
        signer_lines=tuple(RichText(line, size=signing) for line in foot.signer.lines),
        signature_room=room(_signature_mm(len(foot.signer.lines), sign_pt, design)),
        signer_name=RichText(foot.signer.full_name, size=signing),
    )


def _holds_note(note: str, width_mm: float, size_pt: float) -> bool:
    """Whether the line stands in its column, in the half points that Word knows."""
    return text_width_mm(note, size_pt=_half(size_pt), bold=True, italic=True) <= width_mm * _USABLE


def _sign_size(lines: int, design: CertificateDesign) -> float:
    """The largest size of place, rights, title and name that leaves a signature the least that it needs."""
    sizes = [size for size in _sizes(design.sizes.sign) if size >= _LEAST_SIGN_PT]
    fitting = (size for size in sizes if _signature_mm(lines, size, design) >= _LEAST_SIGNATURE_MM)
    return next(fitting, sizes[-1])


def _signature_mm(lines: int, size_pt: float, design: CertificateDesign) -> float:
    """Between the signer's title and name, under so many lines and place and day."""
    zones = design.zones
    return min(zones.signature, zones.foot - (lines + 2) * line_mm(size_pt) - _FOOT_AIR_MM)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The head's lines at one scale."""

    nation: Fitted
    motto: Fitted
    authority: Fitted

    @property
    def height(self) -> float:
        """Of all of them, with the line under the motto."""
        return sum(map(height_mm, (self.nation, self.motto, self.authority))) + _RULE_MM


_Wishes = Mapping[str, tuple[float, float]]


def _head(
    agency: Agency, design: CertificateDesign, zone: float, scale: float, wishes: _Wishes
) -> CertificateHead:
    """The largest lines that leave their gaps the least that they need; what is left is shared out."""
    free = zone - line_mm(design.sizes.given)
    unit = line_mm(design.sizes.authority)
    least = sum(low for _weight, low in wishes.values()) * unit
    lines = _lines(agency, design, scale)
    for shrink in _SHRINKS:
        if lines.height + least <= free:
            break
        lines = _lines(agency, design, scale * shrink)
    share = max(0.0, free - lines.height - least) / sum(weight for weight, _low in wishes.values())
    gaps = {name: low * unit + weight * share for name, (weight, low) in wishes.items()}
    return _set(lines, gaps)


def _one_title_mm(design: CertificateDesign) -> float:
    """A title's place on one line."""
    return height_mm(Fitted(("",), design.sizes.title, fits=True), pitch_pt=design.sizes.title)


def _title_mm(title: str, design: CertificateDesign) -> float:
    """A title's place: its style holds the height of its lines, of one or of two."""
    title_set = set_title(title, design)
    if len(title_set.lines) == 1:
        return _one_title_mm(design)
    return height_mm(title_set, pitch_pt=design.long_title)


def _lines(agency: Agency, design: CertificateDesign, scale: float) -> _Lines:
    sizes, width = design.sizes, design.zones.width
    heading = agency.heading
    legal = max(scale, _LEGAL) if scale >= _LEAST_WITH_LEGAL else scale
    legal = min(legal, _MOST_LEGAL)
    nation = Fitted((heading or NATIONAL_NAME,), _half(sizes.nation * legal), fits=True)
    motto = Fitted(() if heading else (MOTTO,), _half(sizes.motto * legal), fits=True)
    return _Lines(nation, motto, authority_lines(agency.authority, sizes.authority * scale, width))


def authority_lines(authority: str, largest: float, width: float) -> Fitted:
    """The authority in capitals: two lines before it shrinks; its own line breaks are kept."""
    text = upper_vn(authority)
    typed = [line for line in text.split("\n") if line.strip()]
    tries = (_own_lines if len(typed) > 1 else _balanced_lines)(text, largest, width)
    return next((tried for tried in tries if tried.fits), tried_last(text, width))


def tried_last(text: str, width: float) -> Fitted:
    """What fits nowhere, at the floor."""
    return fit(text, width, _AUTHORITY_LINES, sizes=(10, 9, 8, 7, 6), bold=True)


def _balanced_lines(text: str, largest: float, width: float) -> Iterator[Fitted]:
    """Lines that end where a person would end them, even if they are a little smaller; else any."""
    for set_size, lines in _set_lines(text, largest, width, _LEAST_NATURAL):
        yield Fitted(lines.lines, set_size, fits=lines.is_natural)
    for set_size, lines in _set_lines(text, largest, width, 0.0):
        yield Fitted(lines.lines, set_size, fits=lines.fits)


def _set_lines(
    text: str, largest: float, width: float, least: float
) -> Iterator[tuple[float, AgencyLines]]:
    """From the largest size down to that share of it, on one line, two, and three where they are small."""
    for size in (size for size in _sizes(largest) if size >= least * largest):
        for count in (1, 2, *((_AUTHORITY_LINES,) if size < largest * 0.75 else ())):
            yield size, agency_lines(text, width, size, most=count)


def _own_lines(text: str, largest: float, width: float) -> Iterator[Fitted]:
    lines = tuple(line.strip() for line in text.split("\n") if line.strip())
    for size in _sizes(largest):
        fits = all(text_width_mm(line, size_pt=size, bold=True) <= width for line in lines)
        yield Fitted(lines, size, fits=fits)


def _sizes(largest: float) -> list[float]:
    """From the largest down to half of it, by half points."""
    first = round(2 * largest)
    return [number / 2 for number in range(first, first // 2, -1)]


def _half(size: float) -> float:
    return round(2 * size) / 2


def _set(lines: _Lines, gaps: Mapping[str, float]) -> CertificateHead:
    ruled = lines.motto if lines.motto.lines else lines.nation
    width = text_width_mm(ruled.lines[0], size_pt=ruled.size_pt, bold=True)
    return CertificateHead(
        nation=rich(lines.nation),
        motto=rich(lines.motto),
        rule=RuleLine(width),
        authority=rich(lines.authority),
        nation_room=blank(lines.nation),
        motto_room=blank(lines.motto),
        authority_room=blank(lines.authority),
        top=room(gaps["top"]),
        after_rule=room(gaps["after_rule"]),
        after_authority=room(gaps["after_authority"]),
        after_given=room(gaps["after_given"]),
    )


def rich(fitted: Fitted) -> RichText:
    """The fitted lines as one rich text of their size."""
    return RichText("\n".join(fitted.lines), size=round(fitted.size_pt * 2))
