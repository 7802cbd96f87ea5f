"""What the cells of one column hold, told by themselves: names, positions, units, honours, figures, prose."""

import re
from collections.abc import Callable, Mapping, Sequence

from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import beginnings
from vbgen.intake.lists.awards import honours_named
from vbgen.intake.lists.posts import is_position
from vbgen.intake.lists.recipients import is_unit_name, recipient_named
from vbgen.intake.sources.values import SeenRow

Holds = Callable[[str, KnownOffice], bool]

MOST = 0.7  # of the cells agree: a column is what most of it is
SOME = 0.3  # less is chance
_YEAR_DIGITS = 4
_BORN = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[3-9]\d|20[01]\d)")
_FIGURE = re.compile(
    r"[\d\s.,/%+()-]+|\S+@\S+|[\d.,]+\s*(?:đồng|đ|triệu|tỷ|m2|ha|năm|%)\S*", re.IGNORECASE
)
_SPAN = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?:\S+\s*){1,6}")  # `Từ 2005 đến nay`
_CLASS = re.compile(
    r"(?:lớp\s+)?(?:\d{1,2}\s?[A-ZĐ]{1,4}\d{0,2}|[A-Z]{1,6}\d{1,3}\w*)", re.IGNORECASE
)
_PROSE_WORDS = 4


def share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    """How much of the texts a test holds for; nothing of none."""
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def texts_of(rows: Sequence[SeenRow], number: int) -> list[str]:
    """What stands in a column, cells of their own only."""
    return [row.own[number].text for row in rows if number in row.own]


def held(texts: Sequence[str], known: KnownOffice) -> str:
    """What most of the texts are, by the first test that holds; empty where none does."""
    return next((name for name, holds in _TESTS if _mostly(texts, holds, known)), "")


def agrees(field: str, texts: Sequence[str], known: KnownOffice) -> float:
    """How much of the texts may stand in a column of the field."""
    holds = HELD_BY.get(field)
    return 0.0 if holds is None else share(texts, lambda text: holds(text, known))


def is_prose(texts: Sequence[str]) -> bool:
    """Several words a cell, as sentences of merit have, and no spans of years."""
    told = [text for text in texts if not _SPAN.fullmatch(text.strip())]
    if len(told) < len(texts) * MOST or not told:
        return False
    return sum(len(text.split()) for text in told) >= _PROSE_WORDS * len(told)


def _mostly(texts: Sequence[str], holds: Holds, known: KnownOffice) -> bool:
    return share(texts, lambda text: holds(text, known)) >= MOST


def _is_ordinal(text: str, _known: KnownOffice) -> bool:
    return text.strip("(). ").isdigit() and len(text) < _YEAR_DIGITS


def _is_recipient(text: str, _known: KnownOffice) -> bool:
    return recipient_named(text.split(",", maxsplit=1)[0]).kind is not None and not is_unit_name(
        text
    )


def _is_sex(text: str, _known: KnownOffice) -> bool:
    return text.strip().casefold() in {"nam", "nữ"}


def _is_honour(text: str, known: KnownOffice) -> bool:
    named = honours_named(text, known)
    return bool(named) and all(named)


def _is_post(text: str, _known: KnownOffice) -> bool:
    return is_position(text)


def _is_birth(text: str, _known: KnownOffice) -> bool:
    return _BORN.fullmatch(text.strip()) is not None


def _is_figure(text: str, _known: KnownOffice) -> bool:
    return _FIGURE.fullmatch(text.strip()) is not None


def _is_unit(text: str, known: KnownOffice) -> bool:
    return is_unit_name(text) or known.has_unit(text)


def _may_be_unit(text: str, known: KnownOffice) -> bool:
    return is_unit_name(text) or known.unit_called(text) is not None


def _is_class(text: str, _known: KnownOffice) -> bool:
    return _CLASS.fullmatch(text.strip()) is not None


def _is_address(text: str, _known: KnownOffice) -> bool:
    return bool(beginnings("words", "places").of(text))


def _is_said(text: str, _known: KnownOffice) -> bool:
    return len(text.split()) > 2  # noqa: PLR2004 - what is said of somebody takes some words


_TESTS: tuple[tuple[str, Holds], ...] = (
    ("ordinal", _is_ordinal),
    ("full_name", _is_recipient),
    ("gender", _is_sex),
    ("honour", _is_honour),
    ("position", _is_post),
    ("birth", _is_birth),
    ("figure", _is_figure),
    ("unit", _may_be_unit),
)
HELD_BY: Mapping[str, Holds] = {
    "full_name": _is_recipient,
    "gender": _is_sex,
    "position": _is_post,
    "birth": _is_birth,
    "unit": _is_unit,
    "department": _is_unit,
    "class": _is_class,
    "address": _is_address,
    "honour": _is_honour,
    "merit": _is_said,
}
