"""The name of a recipient as papers print it, with what is doubtful about it."""

from dataclasses import dataclass

from vbgen.intake.lexicon import word_set
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold
from vbgen.words.person.doubt import NameDoubtKind
from vbgen.words.person.doubts import name_doubts
from vbgen.words.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class SettledName:
    """A name in its usual case, and why a person should look at it."""

    name: str
    doubts: tuple[str, ...] = ()


def settled_name(name: str, kind: RecipientKind | None) -> SettledName:
    """The name; one in capitals gets small letters where every word of it is a Vietnamese syllable."""
    bare = " ".join(name.split())
    if kind is not None and not kind.is_person:
        return SettledName(bare, _of_collective(bare, kind))
    settled = _lowered(bare) if bare.isupper() else bare
    told = tuple(
        each.sentence
        for each in name_doubts(settled)
        if each.kind is not NameDoubtKind.CASE or settled == bare
    )
    return SettledName(settled, (*told, *_role_alone(settled)))


def _role_alone(name: str) -> tuple[str, ...]:
    """`Trưởng Phòng` in the place of a name."""
    if fold(name) in word_set("words", "positions"):
        return (_("“{name}” là chức vụ, chưa có họ tên", name=name),)
    return ()


def _of_collective(name: str, kind: RecipientKind) -> tuple[str, ...]:
    if kind is RecipientKind.HOUSEHOLD and fold(name) in _NOBODYS:
        return (_("chưa ghi hộ của ai"),)
    if name.isupper() and " " in name:
        return (_("tên tập thể viết toàn chữ in hoa; chưa rõ cách viết hoa đúng"),)
    return ()


_NOBODYS = frozenset(
    f"{house}{of}" for house in ("ho gia dinh", "gia dinh", "ho") for of in ("", " ong", " ba")
)


def _lowered(name: str) -> str:
    words = name.split()
    if all(is_syllable(word.casefold()) or word.isascii() or "'" in word for word in words):
        return " ".join(map(_capitalised, words))
    return name


def _capitalised(word: str) -> str:
    """`NGUYỄN` as `Nguyễn`, `H'HEN` as `H'Hen`."""
    head, apostrophe, rest = word.partition("'")
    return head.capitalize() + (f"'{rest.capitalize()}" if apostrophe else "")
