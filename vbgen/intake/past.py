"""Awards of earlier years out of their decisions: rows of the sheet “Đã khen thưởng”, people told by their codes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from vbgen.campaign.short.codes import code_of, spelt
from vbgen.campaign.writing.marked_out import CellMark
from vbgen.intake.papers.capitals import spoken
from vbgen.intake.received import ReceivedRows, mark_of
from vbgen.intake.values import FileReading, ReadPerson, ReadValue
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.people import PastAward
from vbgen.words.names import fold

PAST = "past_awards"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass
class EarlierAwards:
    """Earlier awards on their way into a workbook; people whom the campaign lacks join those `received`."""

    received: ReceivedRows
    rows: list[PastAward] = field(default_factory=list)
    marks: dict[tuple[str, int, str], CellMark] = field(default_factory=dict)
    compared: list[tuple[str, ...]] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)

    def add(self, reading: FileReading, person: ReadPerson) -> bool:
        """A row for what was granted before the campaign's year; False for anything else, which is not taken."""
        year = _year_of(reading, person) if reading.is_granted else None
        campaign = self.received.campaign
        if year is None or campaign is None or not _is_earlier(year, campaign):
            return False
        said = {
            "nominee": ReadValue(self._code(person, campaign), person.place, ""),
            "year": year,
            "award": person.fields.get("award", ReadValue("", person.place, "")),
            **_decision(reading, campaign),
        }
        if not self._has(said, campaign):
            self._put(said)
        return True

    def _put(self, said: dict[str, ReadValue]) -> None:
        values = {name: each.value for name, each in said.items()}
        self.rows.append(PastAward.model_construct(**values))  # type: ignore[arg-type]
        for name, value in said.items():
            self.marks[PAST, len(self.rows) - 1, name] = mark_of(value)

    def _code(self, person: ReadPerson, campaign: Campaign) -> str:
        """The campaign's code of who was honoured; one of the words that tell him from others where he is new."""
        if known := self.received.known(person):
            return known.id
        units = {each.id: each.name for each in campaign.units}
        unit = units.get(str(person["unit"]), str(person["unit_name"]))
        code = code_of((spelt(str(person["full_name"])), spelt(unit)))
        if code not in self._codes:
            self._codes.add(code)
            self.received.add_unproposed(person, code)
        return code

    def _has(self, said: dict[str, ReadValue], campaign: Campaign) -> bool:
        """Whether the campaign has this very award; one that it tells otherwise is shown beside what was read."""
        same = [each for each in campaign.past_awards if _is_of_same(each, said)]
        number = fold(str(_value(said, "decision_number")))
        if any(fold(each.decision_number) == number for each in same):
            return True
        for each in same:
            why = _("dữ liệu đã ghi Quyết định số {number}", number=each.decision_number or "–")
            said["year"] = said["year"].doubted(why)
            self.compared.append(_row(each, said))
        return False


def _is_of_same(there: PastAward, said: dict[str, ReadValue]) -> bool:
    """The same honour of the same person in the same year."""
    return all(getattr(there, name) == said[name].value for name in ("nominee", "year", "award"))


def _value(said: dict[str, ReadValue], name: str) -> object:
    return said[name].value if name in said else ""


def _row(there: PastAward, said: dict[str, ReadValue]) -> tuple[str, ...]:
    """What the campaign has, beside what was read."""
    return (
        _("Khác dữ liệu đang có"),
        f"{there.nominee}, {there.award}, {there.year}",
        _("dữ liệu ghi Quyết định số {number}", number=there.decision_number or "–"),
        _("tệp ghi số “{told}”", told=_value(said, "decision_number")),
        str(said["nominee"].place),
    )


def _is_earlier(year: ReadValue, campaign: Campaign) -> bool:
    now = campaign.movement.year
    return now is not None and isinstance(year.value, int) and year.value < now


def _year_of(reading: FileReading, person: ReadPerson) -> ReadValue | None:
    """The year of the honour: by the merit, else by the subject; the day of issue is a guess."""
    said = (person.fields.get("merit"), _part(reading, "subject"))
    for value in filter(None, said):
        if years := _YEAR.findall(value.words or str(value.value)):
            return ReadValue(max(map(int, years)), value.place, value.words)
    day = _part(reading, "day")
    if day is None or not isinstance(day.value, date):
        return None
    why = _("văn bản không nói khen cho năm nào; lấy theo ngày ban hành")
    return ReadValue(day.value.year, day.place, day.words).doubted(why)


def _decision(reading: FileReading, campaign: Campaign) -> dict[str, ReadValue]:
    """Number, day and who decided, as far as the paper tells."""
    return dict(_parts_of_decision(reading, campaign))


def _parts_of_decision(reading: FileReading, campaign: Campaign) -> Iterator[tuple[str, ReadValue]]:
    number, symbol = _part(reading, "number"), _part(reading, "symbol")
    if number and symbol:
        text = f"{number.value}/{symbol.value}"
        yield "decision_number", ReadValue(text, number.place, number.words)
    if day := _part(reading, "day"):
        yield "decision_date", day
    if authority := _part(reading, "authority"):
        yield "decided_by", _decided_by(authority, campaign)


def _decided_by(authority: ReadValue, campaign: Campaign) -> ReadValue:
    """`Giám đốc Sở Công Thương Hà Nam`, where the campaign knows how it is written in a sentence."""
    agency, place, words = campaign.agency, authority.place, authority.words
    if fold(str(authority.value)) == fold(agency.authority):
        return ReadValue(f"{agency.head_title} {agency.full_name}".strip(), place, words)
    why = _("chữ hoa trong văn bản; hãy xem lại cách viết")
    return ReadValue(spoken(str(authority.value)), place, words, (why,))


def _part(reading: FileReading, name: str) -> ReadValue | None:
    found = reading.paper.get(name)
    return found if isinstance(found, ReadValue) else None
