"""Certificates read back: one table a sheet, from the honour down to the merit."""

from collections.abc import Iterator, Sequence

from vbgen.decree.parts.paper import Paper
from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.gathering import ListContext
from vbgen.intake.lists.lines import LineParts
from vbgen.intake.lists.people import MERIT_OPENING, person_of_parts
from vbgen.intake.lists.posts import post_of
from vbgen.intake.lists.recipients import recipient_named
from vbgen.intake.sources.values import SeenCell
from vbgen.intake.sources.word_sheets import paragraph_place
from vbgen.intake.values import ReadPerson
from vbgen.word.reading.values import Paragraph
from vbgen.words.person.address import addressed

_COLLECTIVES = frozenset({"tập thể", "đơn vị"})
_HOUSEHOLDS = ("hộ gia đình ", "gia đình ", "hộ ")
_CAPTIONS = frozenset({"ông", "bà", "em", "tập thể", "ông/bà", "đơn vị", "gia đình", "hộ gia đình"})


def certificates_in(paper: Paper, name: str, known: KnownOffice) -> tuple[ReadPerson, ...]:
    """Who is named by the certificates of a file."""
    return tuple(_people(paper, name, known))


def _people(paper: Paper, name: str, known: KnownOffice) -> Iterator[ReadPerson]:
    for table in paper.document.tables:
        lines = [item for item in table.own_paragraphs if item.plain]
        if any(MERIT_OPENING.match(item.plain) for item in lines):
            yield from _on_sheet(lines, name, known)


def _on_sheet(lines: Sequence[Paragraph], name: str, known: KnownOffice) -> Iterator[ReadPerson]:
    places = (at for at, item in enumerate(lines) if _is_honour(item, known))
    if (at := next(places, None)) is not None:
        yield _person(lines[at:], name, known)


def _is_honour(item: Paragraph, known: KnownOffice) -> bool:
    return item.plain.isupper() and " " in item.plain and bool(known.honour_titled(item.plain))


def _is_caption(lines: Sequence[Paragraph]) -> bool:
    """Whether a line says how the one below it is addressed: `Ông`, `Thượng úy`, `Hộ gia đình bà`."""
    said = lines[0].plain.casefold().strip(" :")
    if said in _CAPTIONS or len(lines) == 1:
        return said in _CAPTIONS
    if said.startswith(_HOUSEHOLDS):
        return lines[1].plain.isupper()
    found = addressed(f"{lines[0].plain} {lines[1].plain}")
    return found is not None and found.name == lines[1].plain


def _person(lines: Sequence[Paragraph], name: str, known: KnownOffice) -> ReadPerson:
    """The honour, the form of address, the name, position and unit, the merit: one below the other."""
    honour, *rest = lines
    caption = rest.pop(0).plain if _is_caption(rest) else ""
    named = rest.pop(0)
    at = next((at for at, item in enumerate(rest) if MERIT_OPENING.match(item.plain)), len(rest))
    post = post_of("\n".join(item.plain for item in rest[:at]), known)
    merit = MERIT_OPENING.sub("", " ".join(rest[at].plain.split())) if at < len(rest) else ""
    address = "" if caption.casefold() in _COLLECTIVES else caption
    recipient = recipient_named(f"{address} {named.plain}".strip())
    parts = LineParts(
        recipient,
        post.position,
        post.unit,
        None,
        recipient.is_woman,
        honour.plain,
        merit.rstrip(" ."),
    )
    cell = SeenCell(named.plain, paragraph_place(named, name))
    return person_of_parts(parts, cell, ListContext(known))
