"""Joint papers (văn bản liên tịch): a second issuer's names below the first's, a second signature beside the first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from vbgen.decree.parts.agencies import agencies, begins_name
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.marks import Marks
from vbgen.decree.parts.names import Part

_STAR = "*"  # under an issuer of the Party, in the place of the line


def recognise_joint(marks: Marks) -> tuple[tuple[Line, ...], ...]:
    """Name anew the agencies of a joint paper; gives each issuer's lines, nothing for a paper of one issuer."""
    lines = sorted(
        (*marks.lines[Part.GOVERNING_BODY], *marks.lines[Part.ISSUER]),
        key=lambda line: (marks.place(line.paragraph), line.start),
    )
    blocks = list(_blocks(lines, marks))
    if len(blocks) < 2 or not _has_two_signers(marks):  # noqa: PLR2004 - joint means two
        return ()
    above, names = zip(*map(agencies, blocks), strict=True)
    _rename(Part.GOVERNING_BODY, chain.from_iterable(above), marks)
    _rename(Part.ISSUER, chain.from_iterable(names), marks)
    return tuple(map(tuple, names))


def _rename(part: Part, lines: Iterable[Line], marks: Marks) -> None:
    marks.lines[part] = list(lines)
    for line in marks.lines[part]:
        marks.roles[marks.place(line.paragraph)] = part


def _blocks(lines: Sequence[Line], marks: Marks) -> Iterator[Sequence[Line]]:
    """The names of each issuer with its governing body's."""
    cuts = [place for place in range(1, len(lines)) if _ends_block(lines, place, marks)]
    for start, end in pairwise((0, *cuts, len(lines))):
        yield lines[start:end]


def _ends_block(lines: Sequence[Line], place: int, marks: Marks) -> bool:
    """Whether an issuer's bold name ends before the line: a line is drawn under it, or plain words begin anew."""
    before, line = lines[place - 1], lines[place]
    if not before.is_bold or not begins_name(line, before):
        return False
    starts_anew = not line.is_bold and any(each.is_bold for each in lines[place + 1 :])
    return starts_anew or _is_ruled_off(before, line, marks)


def _is_ruled_off(above: Line, below: Line, marks: Marks) -> bool:
    start, end = marks.place(above.paragraph), marks.place(below.paragraph)
    between = marks.document.paragraphs[start + 1 : end]
    return any(
        marks.roles.get(marks.place(item)) is Part.RULE_LINE or item.plain.strip(_STAR + " ") == ""
        for item in between
        if item.plain or item.shapes
    )


def _has_two_signers(marks: Marks) -> bool:
    """Whether two names of signers stand side by side in one table."""
    cells = [line.paragraph.cell for line in marks.lines[Part.SIGNER]]
    return any(
        one.table == other.table and one.column != other.column
        for one, other in combinations([cell for cell in cells if cell is not None], 2)
    )
