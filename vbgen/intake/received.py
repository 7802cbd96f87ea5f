"""What was read of people, as rows of the campaign: codes given, known people recognised, marks and sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vbgen.campaign.writing.marked_out import CellMark, MarkedBook
from vbgen.intake.values import FileReading, ReadPerson, ReadValue
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender, Nomination, Nominee, YearRating
from vbgen.model.unit import Unit
from vbgen.words.names import fold, same_name, variant_key

_PREFIXES = {
    RecipientKind.COLLECTIVE: "TT",
    RecipientKind.ENTERPRISE: "DN",
    RecipientKind.HOUSEHOLD: "HGD",
    RecipientKind.PUPIL: "HS",
    RecipientKind.INDIVIDUAL: "CN",
}
_COMPARED = ("position", "birth_year", "gender", "unit")
_MERIT_TITLE = Nomination.title_of("merit")


@dataclass
class CodeGiver:
    """Codes that nobody has yet: `CN014` behind `CN013`."""

    taken: set[str]
    last: dict[str, int] = field(default_factory=dict)

    def next(self, prefix: str) -> str:
        """The next free code with these letters."""
        number = self.last.get(prefix, 0) + 1
        while f"{prefix}{number:03}".casefold() in self.taken:
            number += 1
        self.last[prefix] = number
        code = f"{prefix}{number:03}"
        self.taken.add(code.casefold())
        return code


@dataclass
class Received:
    """Rows on their way into a workbook."""

    campaign: Campaign | None
    phase: int | None = None
    nominees: list[Record] = field(default_factory=list)
    nominations: list[Record] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    marks: dict[tuple[str, int, str], CellMark] = field(default_factory=dict)
    compared: list[tuple[str, ...]] = field(default_factory=list)
    codes: dict[tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        people = self.campaign.nominees if self.campaign else ()
        self.giver = CodeGiver({each.id.casefold() for each in people})
        self.unit_giver = CodeGiver(
            {each.id.casefold() for each in (self.campaign.units if self.campaign else ())}
        )

    def add(self, person: ReadPerson) -> None:
        """One reading of one recipient: a row of people, once, and what is asked for."""
        code = self._code(person)
        if person["award"] or "award" in person.fields:
            self._nominate(code, person)

    def _code(self, person: ReadPerson) -> str:
        key = _identity(person)
        if key not in self.codes:
            known = self._known(person)
            if known is not None:
                self.codes[key] = known.id
                self._hold_against(known, person)
            else:
                self.codes[key] = self._enter(person)
        return self.codes[key]

    def _known(self, person: ReadPerson) -> Nominee | None:
        """Whom the campaign has already: the same name, and nothing that tells two people apart."""
        people = self.campaign.nominees if self.campaign else ()
        found = [each for each in people if same_name(each.full_name, str(person["full_name"]))]
        fitting = [each for each in found if not _is_another(each, person)]
        return fitting[0] if len(fitting) == 1 else None

    def _enter(self, person: ReadPerson) -> str:
        kind = _kind(person)
        code = self.giver.next(_PREFIXES[kind])
        row = len(self.nominees)
        gender = Gender(str(person["gender"])) if person["gender"] else None
        year, unit = person["birth_year"], self._unit(person)
        self.nominees.append(
            Nominee.model_construct(
                id=code,
                kind=kind,
                honorific=_honorific(person, gender),
                full_name=str(person["full_name"]),
                gender=gender,
                birth_year=year if isinstance(year, int) else None,
                position=str(person["position"]),
                unit=unit,
                rating=_rating(str(person["rating"])),
                printed_post=_printed_post(person, unit),
                is_outside=not unit,
                note=str(person["note"]),
            )
        )
        for name, value in person.fields.items():
            self._mark("nominees", row, _column_of(name, unit), value)
        return code

    def _unit(self, person: ReadPerson) -> str:
        """The office's code of a unit; in a campaign that is new, a unit gets a row and a code."""
        name = str(person["unit_name"])
        if person["unit"] or not name or self.campaign:
            return str(person["unit"])
        found = (each for each in self.units if fold(each.name) == fold(name))
        if unit := next(found, None):
            return unit.id
        code = self.unit_giver.next("DV")
        self.units.append(Unit(id=code, name=name))
        self._mark("units", len(self.units) - 1, "name", person.fields["unit_name"])
        return code

    def _nominate(self, code: str, person: ReadPerson) -> None:
        phase, told = self._phase()
        row = len(self.nominations)
        nomination = Nomination.model_construct(
            phase=phase, nominee=code, award=str(person["award"]), merit=str(person["merit"])
        )
        if nomination in self.nominations:
            return
        self.nominations.append(nomination)
        for name in ("award", "merit"):
            if name in person.fields:
                self._mark("nominations", row, name, person.fields[name])
        if not person["merit"]:
            why = _("danh sách không ghi thành tích")
            self.marks["nominations", row, "merit"] = CellMark(why, is_doubtful=True)
        if told:
            self.marks["nominations", row, "phase"] = CellMark(told, is_doubtful=True)

    def _phase(self) -> tuple[int, str]:
        if self.phase:
            return self.phase, ""
        phases = self.campaign.phases if self.campaign else ()
        if len(phases) > 1:
            return phases[0].number, _("danh sách không ghi đợt nào; hãy xem lại đợt")
        return (phases[0].number if phases else 1), ""

    def _mark(self, table: str, row: int, name: str, value: ReadValue) -> None:
        lines = [*value.doubts, _("Nguồn: {place}", place=value.place)]
        if value.words and value.words != str(value.value):
            lines.append(_("Nguyên văn: “{words}”", words=value.words))
        key = (table, row, name)
        if key not in self.marks or value.doubts:
            self.marks[key] = CellMark("\n".join(lines), bool(value.doubts))

    def _hold_against(self, known: Nominee, person: ReadPerson) -> None:
        """What the campaign says of a person otherwise is shown; neither is written over."""
        for name in _COMPARED:
            told, there = person[name], getattr(known, name)
            if not told or not there or _alike(told, there):
                continue
            value = person.fields[name]
            self.compared.append(
                (
                    _("Khác dữ liệu đang có"),
                    f"{known.full_name} ({known.id})",
                    _("{title}: dữ liệu ghi “{there}”", title=Nominee.title_of(name), there=there),
                    _("tệp ghi “{told}”", told=value.words or told),
                    str(value.place),
                )
            )

    def book(self, readings: Sequence[FileReading], title: str) -> MarkedBook:
        """The workbook's contents, with the sheet of what a person should look at."""
        rows: dict[str, Sequence[Record]] = {
            "nominees": self.nominees,
            "nominations": self.nominations,
        }
        if self.units:
            rows["units"] = self.units
        compared = [_titles(), *self.compared, *_to_look_at(readings)]
        return MarkedBook(rows, self.marks, compared, title)


def _column_of(name: str, unit: str) -> str:
    """The column that shows a field; a unit without a code is printed behind the position."""
    shown = {"unit_name": "unit" if unit else "printed_post", "address": "printed_post"}
    return shown.get(name, name)


def _printed_post(person: ReadPerson, unit: str) -> str:
    """`Trưởng thôn, Thôn An Nội`: what papers print of somebody who is in none of the office's units."""
    place = person["address"] or ("" if unit else person["unit_name"])
    return ", ".join(str(each) for each in (person["position"], place) if each) if place else ""


def received_book(
    readings: Sequence[FileReading], campaign: Campaign | None, title: str, phase: int | None = None
) -> MarkedBook:
    """Everybody who was read, as rows of the campaign."""
    received = Received(campaign, phase)
    for reading in readings:
        for person in reading.people:
            received.add(person)
    return received.book(readings, title)


def _titles() -> tuple[str, ...]:
    return (_("Việc"), _("Ai, cái gì"), _("Vì sao"), _("Ghi trong tệp"), _("Chỗ"))


def _to_look_at(readings: Sequence[FileReading]) -> Iterator[tuple[str, ...]]:
    """Questions first, then doubtful values, then what was left out."""
    for reading in readings:
        for asked in reading.questions:
            answers = "; ".join(asked.answers)
            yield (_("Câu hỏi"), asked.sentence, answers, "", str(asked.place))
    for reading in readings:
        for person in reading.doubtful:
            yield from _doubts_of(person)
    for reading in readings:
        for each in reading.left:
            yield (_("Không lấy"), each.words, each.why, each.words, str(each.place))


def _doubts_of(person: ReadPerson) -> Iterator[tuple[str, ...]]:
    for value in person.fields.values():
        if value.doubts:
            why = "; ".join(value.doubts)
            yield (_("Chưa chắc"), str(person["full_name"]), why, value.words, str(value.place))


def _identity(person: ReadPerson) -> tuple[str, ...]:
    names = ("unit_name", "position", "birth_year", "kind")
    name = variant_key(str(person["full_name"]))
    return (name, *(fold(str(person[each])) for each in names))


def _is_another(known: Nominee, person: ReadPerson) -> bool:
    """Another unit or year of birth tells two people of one name apart."""
    told = ((known.unit, person["unit"]), (known.birth_year, person["birth_year"]))
    return any(there and said and str(there) != str(said) for there, said in told)


def _alike(told: object, there: object) -> bool:
    return fold(str(told)) == fold(str(there))


def _kind(person: ReadPerson) -> RecipientKind:
    return RecipientKind(str(person["kind"])) if person["kind"] else RecipientKind.INDIVIDUAL


def _honorific(person: ReadPerson, gender: Gender | None) -> str:
    """What papers write before the name, where the sex alone does not say it."""
    said = str(person["honorific"])
    usual = {Gender.FEMALE: "Bà", Gender.MALE: "Ông"}
    return "" if gender and said.casefold() == usual[gender].casefold() else said


def _rating(text: str) -> YearRating | None:
    key = fold(text)
    found = (each for each in YearRating if fold(each.label) == key)
    return next(found, _RATINGS.get(key))


_RATINGS = {
    "htxsnv": YearRating.EXCELLENT,
    "htxs": YearRating.EXCELLENT,
    "xuat sac": YearRating.EXCELLENT,
    "htt": YearRating.GOOD,
    "httnv": YearRating.GOOD,
    "tot": YearRating.GOOD,
    "htnv": YearRating.DONE,
    "ht": YearRating.DONE,
}
