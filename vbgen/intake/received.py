"""What was read of people, as rows of the campaign's list: known people recognised, marks and sources for each cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vbgen.campaign.short.one_row import ONE_ROW, columns_for
from vbgen.campaign.writing.marked_out import CellMark
from vbgen.intake.values import ReadPerson, ReadValue
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender, Nominee, YearRating
from vbgen.words.names import NameKey, fold, name_key

_COMPARED = ("position", "birth_year", "gender", "unit")
_PERSON = tuple(name for name in columns_for("nominees") if name != "id")


@dataclass
class ReceivedRows:
    """Rows on their way into a workbook; `is_granted` where the list is one of what was decided."""

    campaign: Campaign | None
    phase: int | None = None
    is_granted: bool = False
    rows: list[dict[str, object]] = field(default_factory=list)
    marks: dict[tuple[str, int, str], CellMark] = field(default_factory=dict)
    compared: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, person: ReadPerson) -> None:
        """One reading of one recipient: a row."""
        known = self.known(person)
        row = _of_known(known) if known else _of_person(person)
        at = len(self.rows)
        self.rows.append(row)
        if known:
            self._hold_against(known, person)
        else:
            self._mark_all(at, person)
        self._put_award(at, row, person)

    def add_unproposed(self, person: ReadPerson, code: str) -> None:
        """A row of somebody for whom nothing is asked; the code keeps what else is said of him together."""
        self.rows.append({**_of_person(person), "id": code})
        self._mark_all(len(self.rows) - 1, person)

    def _put_award(self, at: int, row: dict[str, object], person: ReadPerson) -> None:
        """What is asked for, or was decided, in which phase and for which merit."""
        names = {"award": "granted", "merit": "granted_merit"} if self.is_granted else {}
        for name in ("award", "merit"):
            column = names.get(name, name)
            row[column] = person[name] or None
            if name in person.fields:
                self._mark(at, column, person.fields[name])
        if not person["merit"]:
            why = _("danh sách không ghi thành tích")
            self.marks[ONE_ROW, at, names.get("merit", "merit")] = CellMark(why, is_doubtful=True)
        row["phase"], why = self._phase()
        if why:
            self.marks[ONE_ROW, at, "phase"] = CellMark(why, is_doubtful=True)

    def known(self, person: ReadPerson) -> Nominee | None:
        """Whom the campaign has already: the same name, and nothing that tells two people apart."""
        found = self._called.get(name_key(str(person["full_name"])), ())
        fitting = [each for each in found if not _is_another(each, person)]
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _called(self) -> Mapping[NameKey, Sequence[Nominee]]:
        """The campaign's people by name."""
        found: dict[NameKey, list[Nominee]] = defaultdict(list)
        for each in self.campaign.nominees if self.campaign else ():
            found[name_key(each.full_name)].append(each)
        return found

    def _phase(self) -> tuple[int | None, str]:
        phases = self.campaign.phases if self.campaign else ()
        if self.phase or len(phases) < 2:  # noqa: PLR2004 - one phase needs no word
            return self.phase, ""
        return phases[0].number, _("danh sách không ghi đợt nào; hãy xem lại đợt")

    def _mark_all(self, at: int, person: ReadPerson) -> None:
        for name, value in person.fields.items():
            column = _COLUMNS.get(name, name)
            if name not in {"award", "merit"} and column in _PERSON:
                self._mark(at, column, value)

    def _mark(self, at: int, name: str, value: ReadValue) -> None:
        self.marks[ONE_ROW, at, name] = mark_of(value)

    def _hold_against(self, known: Nominee, person: ReadPerson) -> None:
        """What the campaign says of a person otherwise is shown; neither is written over."""
        for name in _COMPARED:
            told, there = person[name], getattr(known, name)
            if not told or not there or fold(str(told)) == fold(str(there)):
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


def mark_of(value: ReadValue) -> CellMark:
    """Where a value was read, its words there, and what is doubtful about it."""
    lines = [*value.doubts, _("Nguồn: {place}", place=value.place)]
    if value.words and value.words != str(value.value):
        lines.append(_("Nguyên văn: “{words}”", words=value.words))
    return CellMark("\n".join(lines), bool(value.doubts))


_COLUMNS = {"unit_name": "unit", "address": "printed_post"}


def _of_known(known: Nominee) -> dict[str, object]:
    return {"id": known.id, **{name: getattr(known, name) for name in _PERSON}}


def _of_person(person: ReadPerson) -> dict[str, object]:
    kind = RecipientKind(str(person["kind"])) if person["kind"] else RecipientKind.INDIVIDUAL
    gender = Gender(str(person["gender"])) if person["gender"] else None
    row: Mapping[str, object] = {
        "kind": kind,
        "honorific": _honorific(person, gender),
        "full_name": str(person["full_name"]),
        "gender": gender,
        "birth_year": person["birth_year"] or None,
        "position": str(person["position"]),
        "unit": str(person["unit_name"]) if kind.is_person else "",
        "rating": _rating(str(person["rating"])),
        "printed_post": _printed_post(person),
        "is_outside": True if person["address"] else None,
        "note": str(person["note"]),
    }
    return {name: None if value == "" else value for name, value in row.items()}


def _printed_post(person: ReadPerson) -> str:
    """`Trưởng thôn, Thôn An Nội`: what papers print of somebody who has an address and no unit."""
    if not person["address"]:
        return ""
    return ", ".join(str(each) for each in (person["position"], person["address"]) if each)


def _is_another(known: Nominee, person: ReadPerson) -> bool:
    """Another unit or year of birth tells two people of one name apart."""
    told = ((known.unit, person["unit"]), (known.birth_year, person["birth_year"]))
    return any(there and said and str(there) != str(said) for there, said in told)


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
