"""What could not be decided in a list, asked once with its likely answers."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from vbgen.intake.known import KnownOffice
from vbgen.intake.values import LeftOut, ReadingQuestion, ReadPerson
from vbgen.messages import _
from vbgen.words.names import fold

_MOST_ANSWERS = 3
_USUAL = {True: ("Giấy khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"),
          False: ("Giấy khen", "Tập thể lao động tiên tiến", "Tập thể lao động xuất sắc")}  # fmt: skip


def questions_of(
    people: Sequence[ReadPerson], left: Iterable[LeftOut], prints: Sequence[str], known: KnownOffice
) -> Iterator[ReadingQuestion]:
    """Every question, each once for all people that it is about."""
    yield from _about_missing_honours(people, prints, known)
    yield from _about_honours(people, known)
    yield from _about_units(people, known)
    yield from _about_columns(left, people, prints)


def _about_missing_honours(
    people: Sequence[ReadPerson], prints: Sequence[str], known: KnownOffice
) -> Iterator[ReadingQuestion]:
    without = [each for each in people if not each["award"]]
    if not without:
        return
    is_person = any(each["kind"] in {"individual", "pupil"} for each in without)
    listed = known.honour_titles
    yield ReadingQuestion(
        "honour-not-said",
        _(
            "Danh sách không ghi đề nghị tặng gì cho {count} đối tượng. Đó là gì?",
            count=len(without),
        ),
        without[0].place,
        f"award:{prints[0] if prints else ''}",
        tuple(title for title in _USUAL[is_person] if title in listed),
        len(without),
    )


def _about_honours(people: Iterable[ReadPerson], known: KnownOffice) -> Iterator[ReadingQuestion]:
    titles = known.honour_titles
    for text, places in _grouped(people, "award").items():
        if text in titles:
            continue
        yield ReadingQuestion(
            "honour-unknown",
            _("“{text}” là danh hiệu, hình thức nào?", text=text),
            places[0].fields["award"].place,
            f"honour:{fold(text)}",
            tuple(get_close_matches(text, titles, _MOST_ANSWERS, 0.4)),
            len(places),
        )


def _about_units(people: Iterable[ReadPerson], known: KnownOffice) -> Iterator[ReadingQuestion]:
    names = [unit.name for unit in known.units]
    for text, found in _grouped(people, "unit_name").items():
        if not found[0].fields["unit_name"].doubts:
            continue
        yield ReadingQuestion(
            "unit-unknown",
            _("“{text}” là đơn vị nào?", text=text),
            found[0].fields["unit_name"].place,
            f"unit:{fold(text)}",
            tuple(get_close_matches(text, names, _MOST_ANSWERS, 0.4)),
            len(found),
        )


def _grouped(people: Iterable[ReadPerson], name: str) -> dict[str, list[ReadPerson]]:
    """People by what a doubtful field of theirs says."""
    found: dict[str, list[ReadPerson]] = {}
    for each in people:
        value = each.fields.get(name)
        if value is not None and value.value and value.doubts:
            found.setdefault(str(value.value), []).append(each)
    return found


def _about_columns(
    left: Iterable[LeftOut], people: Sequence[ReadPerson], prints: Sequence[str]
) -> Iterator[ReadingQuestion]:
    """Of a column whose heading nobody knows, where what stands in it speaks for a field that nothing else fills."""
    free = _free_fields(people)
    if not any(_is_for_merit(each) for each in people):
        free.pop("merit", None)
    for each in left:
        titles = tuple(free[name] for name in each.may if name in free)
        if titles:
            yield ReadingQuestion(
                "column-unknown",
                _("Cột “{title}” ghi gì?", title=each.words),
                each.place,
                f"column:{prints[0] if prints else ''}:{fold(each.words)}",
                (*titles[:_MOST_ANSWERS], _("không cần đọc")),
            )


def _is_for_merit(person: ReadPerson) -> bool:
    """A title of emulation is given for a year's work, a commendation for what the paper says."""
    return not fold(str(person["award"])).startswith(_TITLES)


_TITLES = ("lao dong tien tien", "tap the lao dong", "chien si", "don vi ", "gia dinh van hoa")


def _free_fields(people: Sequence[ReadPerson]) -> dict[str, str]:
    """What no column of the list says, with its title."""
    filled = {name for each in people for name in each.fields}
    wanted = {
        "position": _("Chức vụ"),
        "unit": _("Đơn vị"),
        "honour": _("Danh hiệu, hình thức"),
        "merit": _("Thành tích"),
    }
    return {name: title for name, title in wanted.items() if _AS_READ.get(name, name) not in filled}


_AS_READ = {"unit": "unit_name", "honour": "award"}
