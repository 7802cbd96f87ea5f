"""Everybody who was read, as a workbook for the campaign: its list, earlier awards, what a person should look at."""

from collections.abc import Iterator, Sequence

from vbgen.campaign.short.one_row import ONE_ROW
from vbgen.campaign.writing.marked_out import MarkedBook
from vbgen.intake.past import PAST, EarlierAwards
from vbgen.intake.received import ReceivedRows
from vbgen.intake.values import FileReading, ReadPerson
from vbgen.messages import _
from vbgen.model.campaign import Campaign


def received_book(
    readings: Sequence[FileReading],
    campaign: Campaign | None,
    title: str,
    phase: int | None = None,
    merged: Sequence[tuple[str, ...]] = (),
) -> MarkedBook:
    """Everybody who was read, as rows of the campaign's list, with the sheet of what a person should look at."""
    received = ReceivedRows(campaign, phase)
    past = EarlierAwards(received)
    for reading in readings:
        received.is_granted = reading.is_granted
        for person in reading.people:
            if person.is_nominee and not past.add(reading, person):
                received.add(person)
    compared = [_titles(), *received.compared, *past.compared, *merged, *_to_look_at(readings)]
    earlier = {PAST: past.rows} if past.rows else {}
    return MarkedBook(
        {ONE_ROW: received.rows, **earlier}, received.marks | past.marks, compared, title
    )


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
