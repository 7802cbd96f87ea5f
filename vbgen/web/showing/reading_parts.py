"""What the parts of a paper and the fields of a person are called on the pages of a reading."""

from datetime import date

from vbgen.errors import Place
from vbgen.messages import _
from vbgen.office import DroppedFile, FileReading, ReadPerson
from vbgen.web.visit import Visit
from vbgen.words.dates import short_date

_MOST_PEOPLE = 300  # on a page
_FIELDS = ("full_name", "position", "unit_name", "award", "merit")


def reading_words() -> dict[str, object]:
    """What pages say the parts of a reading with."""
    return {
        "fields": _FIELDS,
        "part_title": part_title,
        "shown_people": shown_people,
        "told_place": told_place,
        "told_value": told_value,
    }


def dropped_files(visit: Visit) -> tuple[DroppedFile, ...]:
    """The files that the form brought along, each by the name that its sender gave it."""
    sent = visit.files("files")
    return tuple(DroppedFile(each.filename or "", each.file.read()) for each in sent)


def part_title(name: str) -> str:
    """The part's name as a clerk knows it."""
    return {
        "type": _("Loại văn bản"),
        "number": _("Số"),
        "symbol": _("Ký hiệu"),
        "day": _("Ngày"),
        "place": _("Địa danh"),
        "governing_body": _("Cơ quan chủ quản"),
        "issuer": _("Cơ quan ban hành"),
        "subject": _("Trích yếu"),
        "authority": _("Thẩm quyền ban hành"),
        "addressees": _("Kính gửi"),
        "grounds": _("Căn cứ"),
        "powers": _("Quyền hạn ký"),
        "signer_title": _("Chức vụ người ký"),
        "signers": _("Người ký"),
        "recipients": _("Nơi nhận"),
        "year": _("Năm"),
        "period": _("Thời gian"),
        "theme": _("Chủ đề"),
        "phases": _("Các đợt"),
        "targets": _("Chỉ tiêu"),
        "honours": _("Danh hiệu, hình thức"),
        "full_name": _("Họ và tên, tên tập thể"),
        "position": _("Chức vụ"),
        "unit_name": _("Đơn vị"),
        "award": _("Danh hiệu, hình thức"),
        "merit": _("Thành tích"),
    }.get(name, name)


def shown_people(reading: FileReading) -> list[ReadPerson]:
    """The people that the page shows; the doubtful come first."""
    return sorted(reading.people, key=lambda each: each.is_certain)[:_MOST_PEOPLE]


def told_place(place: Place) -> str:
    """The place within its file, which the page names."""
    return str(place._replace(file=""))


def told_value(value: object) -> str:
    """A value as a reader writes it; what consists of several stands one behind the other."""
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, dict):
        return ", ".join(told_value(each) for each in value.values() if each not in ("", None))
    return str(value)
