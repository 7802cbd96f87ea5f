"""What was read out of a PDF file: its places are pages, and everything out of a scan is doubtful."""

import re
from collections.abc import Mapping
from dataclasses import replace

from vbgen.errors import Place
from vbgen.intake.values import FileReading, ReadPerson, ReadValue
from vbgen.messages import _

_TABLE = re.compile(r"\D*(\d+)")


def paged(reading: FileReading, pages: Mapping[str, int], *, is_scan: bool) -> FileReading:
    """The reading with the page of each place; one of a Word or Excel file as it is."""
    if not pages:
        return reading
    why = _("nhận dạng chữ từ bản chụp; hãy đối chiếu với bản gốc") if is_scan else ""

    def value(read: ReadValue) -> ReadValue:
        return replace(read, place=_place(read.place, pages)).doubted(why)

    def person(read: ReadPerson) -> ReadPerson:
        fields = {name: value(each) for name, each in read.fields.items()}
        return replace(read, fields=fields, place=_place(read.place, pages))

    paper = {
        name: value(part) if isinstance(part, ReadValue) else tuple(map(value, part))
        for name, part in reading.paper.items()
    }
    return replace(
        reading,
        people=tuple(map(person, reading.people)),
        paper=paper,
        questions=tuple(
            replace(each, place=_place(each.place, pages)) for each in reading.questions
        ),
        left=tuple(replace(each, place=_place(each.place, pages)) for each in reading.left),
    )


def _place(place: Place, pages: Mapping[str, int]) -> Place:
    key = f"p{place.paragraph}"
    if table := _TABLE.match(place.cell):
        key = f"t{table[1]}"
    page = pages.get(key)
    return place._replace(part=_("trang {page}", page=page), paragraph=0) if page else place
