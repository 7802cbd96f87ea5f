"""One file read: its lists of people, its parts as a paper, and everything that was not read, with the reason."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from vbgen.errors import Place, UnreadableFileError
from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.asking import questions_of
from vbgen.intake.lists.sheets import ListReader, ListReading
from vbgen.intake.sources.opening import SentFile, open_sent
from vbgen.intake.values import FileReading, LeftOut, ReadPerson
from vbgen.messages import _


def read_file(path: Path, name: str, known: KnownOffice) -> FileReading:
    """What the file holds; one that cannot be read is told as a problem, with nothing read."""
    try:
        sent = open_sent(path, name)
    except UnreadableFileError as error:
        left = tuple(LeftOut(each.code, each.message, each.place) for each in error.problems)
        return FileReading(name, left=left, problems=error.problems)
    return read_sent(sent, known)


def read_sent(sent: SentFile, known: KnownOffice) -> FileReading:
    """The same for a file that is open."""
    found = [ListReader(sheet, known).read() for sheet in sent.sheets]
    people = _told_twice([each for reading in found for each in reading.people])
    left = [each for reading in found for each in reading.left]
    left += _miscounted(found, people, sent.name)
    prints = tuple(dict.fromkeys(each for reading in found for each in reading.fingerprints))
    questions = tuple(questions_of(people, left, prints, known))
    return FileReading(sent.name, tuple(people), {}, questions, tuple(left), fingerprints=prints)


def _told_twice(people: Sequence[ReadPerson]) -> list[ReadPerson]:
    """Whoever stands in a file twice for the same honour and from the same unit is doubtful the second time."""
    first: dict[tuple[object, ...], Place] = {}
    told: list[ReadPerson] = []
    for each in people:
        key = tuple(
            each[name] for name in ("full_name", "birth_year", "position", "unit_name", "award")
        )
        before = first.setdefault(key, each.place)
        if before != each.place:
            each = each.with_doubt("full_name", _("đã có ở {place}", place=before))  # noqa: PLW2901
        told.append(each)
    return told


def _miscounted(
    found: Iterable[ListReading], people: Sequence[ReadPerson], name: str
) -> list[LeftOut]:
    """A total that the list states and that differs from what was read."""
    taken = len({each.place for each in people})
    totals = {text: stated for reading in found for text, stated in reading.stated.items()}
    return [
        LeftOut(
            "total-differs",
            _("danh sách ghi tổng số {stated}, đọc được {taken}", stated=stated, taken=taken),
            Place(file=name),
            text,
        )
        for text, stated in totals.items()
        if stated != taken and max(totals.values()) == stated
    ]
