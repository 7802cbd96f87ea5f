"""Names of persons in a row: what is doubtful about them, and what the row itself says against them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from vbgen.campaign.topics import Column, Topic
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender
from vbgen.words.person.address import Addressed, addressed, is_of_woman
from vbgen.words.person.doubts import name_doubts

_OF_ENCODING = frozenset({"charset-doubtful", "letters-lost"})
PlaceOf = Callable[[str], Place]


def person_doubts(
    topic: Topic, values: Mapping[str, object], place_of: PlaceOf, told: Sequence[Problem]
) -> list[Problem]:
    """A warning for each doubt about the names in a row, as far as its values could be read.

    Of a cell whose encoding is `told` to be doubtful already nothing more is said.
    """
    kind = values.get("kind")
    if isinstance(kind, RecipientKind) and not kind.is_person:
        return []
    problems: list[Problem] = []
    for column in _columns(topic):
        name = values.get(column.field)
        if isinstance(name, str) and name and not _is_told(told, place_of, column.field):
            problems += _of_name(column, name, values, place_of)
    problems += _of_honorific(topic, values, place_of)
    return problems


def _is_told(told: Sequence[Problem], place_of: PlaceOf, field: str) -> bool:
    if not told:
        return False
    place = place_of(field)
    return any(each.code in _OF_ENCODING and each.place == place for each in told)


@cache
def _columns(topic: Topic) -> tuple[Column, ...]:
    return tuple(column for column in topic.columns if column.form.names_person)


def _of_name(
    column: Column, name: str, values: Mapping[str, object], place_of: PlaceOf
) -> Iterator[Problem]:
    doubts = name_doubts(name)
    for doubt in doubts:
        message = _("{title}: {sentence}.", title=column.title, sentence=doubt.sentence)
        hint = _todo(doubt.proposed)
        yield Problem(doubt.kind, message, place_of(column.field), Severity.WARNING, hint)
    titled = addressed(name) if doubts else None
    if titled and (said := _against(titled, values)):
        message = _("{title}: {sentence}.", title=column.title, sentence=said)
        hint = _("Hãy sửa theo hồ sơ; bỏ danh xưng khỏi họ tên.")
        yield Problem(
            "name-title-contradicts", message, place_of(column.field), Severity.WARNING, hint
        )


def _against(titled: Addressed, values: Mapping[str, object]) -> str:
    """How the title in a name contradicts the row's gender or its own form of address."""
    is_woman = _is_woman(values)
    if titled.is_woman is None or is_woman is None or is_woman == titled.is_woman:
        return ""
    return _(
        "“{title}” trong họ tên không hợp với giới tính hoặc danh xưng của hàng này",
        title=titled.title,
    )


def _is_woman(values: Mapping[str, object]) -> bool | None:
    gender = values.get("gender")
    if isinstance(gender, Gender):
        return gender is Gender.FEMALE
    return is_of_woman(str(values.get("honorific") or ""))


def _of_honorific(
    topic: Topic, values: Mapping[str, object], place_of: PlaceOf
) -> Iterator[Problem]:
    """A form of address that the gender contradicts."""
    honorific, gender = values.get("honorific"), values.get("gender")
    if not isinstance(honorific, str) or not isinstance(gender, Gender):
        return
    told = is_of_woman(honorific)
    if told is None or told == (gender is Gender.FEMALE):
        return
    message = _(
        "{title}: “{honorific}” không hợp với giới tính “{gender}” của hàng này.",
        title=topic.column("honorific").title,
        honorific=honorific,
        gender=gender.label,
    )
    hint = _("Hãy sửa một trong hai theo hồ sơ.")
    place = place_of("honorific")
    yield Problem("honorific-contradicts-gender", message, place, Severity.WARNING, hint)


def _todo(proposed: str) -> str:
    if not proposed:
        return _("Hãy ghi đúng một họ tên như trong hồ sơ.")
    return _("Nếu đúng, hãy ghi “{proposed}”.", proposed=proposed)
