"""What was read out of files, as a table on a terminal: doubtful people first, then questions and what was left out."""

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FileReading, FilesRead

_MOST_ROWS = 40
_FIELDS = ("full_name", "position", "unit_name", "award", "merit")


def readings_shown(found: "FilesRead") -> Group:
    """A table a file."""
    return Group(*(part for reading in found.files for part in _of_file(reading)))


def _of_file(reading: "FileReading") -> list[Table | Text]:
    shown: list[Table | Text] = [Text(reading.file, style="bold")]
    if reading.people:
        shown.append(_people(reading))
    shown += [
        Text(f"? {asked.sentence} [{'; '.join(asked.answers)}]  ({asked.key})")
        for asked in reading.questions
    ]
    shown += [
        Text(f"– {each.why} ({each.place}) {each.words[:60]}") for each in reading.left[:_MOST_ROWS]
    ]
    return shown


def _people(reading: "FileReading") -> Table:
    table = Table(expand=False)
    titles = (_("Họ và tên, tên tập thể"), _("Chức vụ"), _("Đơn vị"), _("Đề nghị"), _("Thành tích"))
    for title in (*titles, _("Chỗ"), _("Vì sao chưa chắc")):
        table.add_column(title, overflow="fold")
    people = sorted(reading.people, key=lambda each: each.is_certain)
    for person in people[:_MOST_ROWS]:
        doubts = dict.fromkeys(why for value in person.fields.values() for why in value.doubts)
        place = person.place._replace(file="")
        table.add_row(*(str(person[name]) for name in _FIELDS), str(place), "; ".join(doubts))
    if len(people) > _MOST_ROWS:
        table.add_row(_("… và {count} hàng nữa", count=len(people) - _MOST_ROWS))
    return table
