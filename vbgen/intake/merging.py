"""Several files held against each other: what came from whom, who stands in two of them, who has not sent yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vbgen.intake.values import FileReading, ReadPerson
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.model.unit import Unit
from vbgen.words.names import fold, variant_key

_TOLD_APART = ("birth_year", "unit_name")
_HELD = ("position", "unit_name", "birth_year", "gender")


@dataclass(frozen=True, slots=True)
class Repeat:
    """One person in several files; `differing` says in what they contradict each other, nothing where they agree."""

    name: str
    people: tuple[ReadPerson, ...]
    differing: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files that name him."""
        return tuple(dict.fromkeys(each.place.file for each in self.people))

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        places = [each.place.as_json() for each in self.people]
        return {"name": self.name, "places": places, "differing": list(self.differing)}


@dataclass(frozen=True, slots=True)
class Merged:
    """What several files say together."""

    repeats: tuple[Repeat, ...] = ()
    unsent: tuple[Unit, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "repeats": [each.as_json() for each in self.repeats],
            "unsent": [{"id": each.id, "name": each.name} for each in self.unsent],
        }


def merged(readings: Sequence[FileReading], units: Sequence[Unit] = ()) -> Merged:
    """People who stand in more than one file, and units of which no file has anybody."""
    return Merged(tuple(_repeats(readings)), tuple(_unsent(readings, units)))


def merged_rows(found: Merged, readings: Sequence[FileReading]) -> Iterator[tuple[str, ...]]:
    """The same as rows for the sheet of what a person should look at."""
    for each in found.repeats:
        files = ", ".join(each.files)
        kind = _("Mâu thuẫn") if each.differing else _("Trùng")
        why = "; ".join(each.differing) or _("cùng một người ở nhiều tệp: {files}", files=files)
        yield (kind, each.name, why, "", "; ".join(str(one.place) for one in each.people))
    for unit in found.unsent:
        why = _("không thấy tệp nào có người của đơn vị này")
        yield (_("Chưa gửi"), unit.name, why, "", "")
    if len(readings) > 1:
        for reading in readings:
            yield (_("Nơi gửi"), reading.file, _summed(reading), "", reading.file)


def _summed(reading: FileReading) -> str:
    return _(
        "{people} đối tượng, {doubtful} chưa chắc, {questions} câu hỏi",
        people=reading.taken,
        doubtful=len({each.place for each in reading.doubtful}),
        questions=len(reading.questions),
    )


def _repeats(readings: Iterable[FileReading]) -> Iterator[Repeat]:
    named: dict[str, list[ReadPerson]] = defaultdict(list)
    for reading in readings:
        for person in reading.people:
            if person.is_nominee:
                named[variant_key(str(person["full_name"]))].append(person)
    for people in named.values():
        if len({each.place.file for each in people}) > 1:
            yield from _of_one_name(people)


def _of_one_name(people: Sequence[ReadPerson]) -> Iterator[Repeat]:
    """Two people of one name are two where all that tells people apart differs; else one, or a contradiction."""
    found = tuple(each for each in people if any(_is_again(each, other) for other in people))
    if found:
        yield Repeat(str(found[0]["full_name"]), found, tuple(_differing(found)))


def _is_again(one: ReadPerson, other: ReadPerson) -> bool:
    return _across(one, other) and not _are_two(one, other)


def _across(one: ReadPerson, other: ReadPerson) -> bool:
    return one.place.file != other.place.file


def _are_two(one: ReadPerson, other: ReadPerson) -> bool:
    """Everything that tells people apart differs, and something does."""
    told = [name for name in _TOLD_APART if one[name] and other[name]]
    return bool(told) and all(fold(str(one[name])) != fold(str(other[name])) for name in told)


def _differing(people: Sequence[ReadPerson]) -> Iterator[str]:
    for name in _HELD:
        values = dict.fromkeys(str(each[name]) for each in people if each[name])
        if len({fold(value) for value in values}) > 1:
            title = Nominee.title_of("unit" if name == "unit_name" else name)
            yield _("{title} ghi khác nhau: {values}", title=title, values=", ".join(values))


def _unsent(readings: Iterable[FileReading], units: Sequence[Unit]) -> Iterator[Unit]:
    named = {str(each["unit"]) for reading in readings for each in reading.people}
    return (unit for unit in units if unit.id not in named and not unit.is_outside)
