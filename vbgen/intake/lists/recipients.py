"""Whose name a text is: a person's, a collective's, a household's, an enterprise's; told by its words alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vbgen.intake.lexicon import beginnings, marked_words, word_set
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold
from vbgen.words.person.address import addressed
from vbgen.words.person.families import FAMILIES, UNMARKED

_NUMBERED = re.compile(
    r"\A\s*(?:\(?\d{1,4}(?:\.\d{1,3})*\s*[.)/:\-–]+\s*|[-–—•*+·]+\s*|[a-zđ][.)]\s+|[IVX]{1,5}\s*[.)/]\s*)+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`\-][^\W\d_]+)*['’]?")
_UNMARKED = frozenset(fold(each) for each in (*FAMILIES, *UNMARKED))
_LABELLED = re.compile(
    r"\A(?:tập thể|cá nhân|đồng chí|họ và tên|họ tên|tên|hộ gia đình)\s*:\s*", re.IGNORECASE
)
_MOST_WORDS, _FEWEST_WORDS = 6, 2
_MEN = frozenset({"ông", "anh", "thầy", "mr", "mr."})
_WOMEN = frozenset({"bà", "chị", "cô", "mrs", "mrs.", "ms", "ms."})
_PUPILS = frozenset({"em", "cháu", "học sinh", "sinh viên"})
_SPOKEN = re.compile(
    r"\A(ông|bà|anh|chị|em|cháu|cô|thầy|mr\.?|mrs\.?|ms\.?|đồng chí|đ/c|đc|học sinh|sinh viên)"
    r"\s*[:.]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedRecipient:
    """A name without what stands before it, and what that said."""

    name: str
    kind: RecipientKind | None  # None: the words alone do not tell
    honorific: str = ""
    is_woman: bool | None = None
    role: str = ""  # a position that stands before the name
    is_role_sure: bool = True  # whether no other word may belong to the name as well


def without_number(text: str) -> str:
    """The text without a list's number or dash before it."""
    return _NUMBERED.sub("", text, count=1).strip()


def is_numbered(text: str) -> bool:
    """Whether a list's number or dash stands before it."""
    return _NUMBERED.match(text) is not None


@lru_cache(maxsize=16_384)
def recipient_named(text: str) -> NamedRecipient:
    """Who is named by a text that is a name and nothing else."""
    bare = _LABELLED.sub("", without_number(" ".join(text.split()))).strip(" ,;.:")
    if kind := collective_kind(bare):
        return NamedRecipient(bare, kind)
    honorific, rest, is_woman = _spoken(bare)
    role, name = _role_before(rest)
    titled = addressed(name)
    if titled:
        honorific, name = honorific or titled.title, titled.name
        is_woman = titled.is_woman if is_woman is None else is_woman
    if is_person_name(name) or (honorific and may_be_name(name)):
        kind = _kind_of_person(honorific)
        return NamedRecipient(name, kind, _kept(honorific), is_woman, role, _is_whole_role(role))
    return NamedRecipient(bare, None)


def _kind_of_person(honorific: str) -> RecipientKind:
    is_pupil = honorific.casefold() in _PUPILS
    return RecipientKind.PUPIL if is_pupil else RecipientKind.INDIVIDUAL


def collective_kind(text: str) -> RecipientKind | None:
    """What the first words tell of a recipient that is no single person; None for a person or nobody."""
    if is_enterprise(text):
        return RecipientKind.ENTERPRISE
    if _is_household(text):
        return RecipientKind.HOUSEHOLD
    if is_called_collective(text):
        return RecipientKind.COLLECTIVE
    return RecipientKind.COLLECTIVE if is_unit_name(text) else None


def is_called_collective(text: str) -> bool:
    """`Tập thể …`, `Nhân dân và cán bộ …`: by a word that no unit, person or sentence begins with."""
    return bool(beginnings("words", "collectives").of(without_number(text)))


def is_enterprise(text: str) -> bool:
    """Whether it begins like the name of an enterprise."""
    return bool(beginnings("words", "enterprises").of(text))


def is_unit_name(text: str) -> bool:
    """Whether it begins like the name of a unit, by words spelt with their marks; a person of such a family is none."""
    words = text.split()
    if not words or not _begins_unit(text):
        return False
    return not (_usual_name(words) and _may_be_of_person(words))


def _may_be_of_person(words: list[str]) -> bool:
    """`Đoàn Minh Tú` and `Bản Thị Mai` are no units; `Bản Huổi Lóng` is: nobody has that family."""
    if words[0].casefold() not in {"đoàn", "hội", "bản", "tổ", "báo"}:
        return False
    return _is_family(words) or words[1].casefold() in {"văn", "thị"}


def _begins_unit(text: str) -> bool:
    """By spelling: `Bạn` is no `Ban`, `Từ` no `Tổ`; a text without any mark counts as it folds."""
    spelt = text.casefold()
    head = beginnings("words", "units").of(text)
    if leads_unit(text):
        return False
    if spelt.isascii():
        return bool(head)
    return bool(head) and spelt[: len(head)].strip() in marked_words("units")


def leads_unit(text: str) -> bool:
    """`Chi cục trưởng`, `Phó Vụ trưởng`, `Liên đội phó`: whoever leads a unit of whatever kind."""
    bare = _DEPUTY.sub("", text)
    head = beginnings("words", "units").of(bare)
    return bool(head) and _LEADS.match(bare.casefold().lstrip()[len(head) :]) is not None


_DEPUTY = re.compile(r"\A(?:nguyên\s+)?(?:quyền\s+|phó\s+)?", re.IGNORECASE)
_LEADS = re.compile(r"\s+(?:trưởng|phó)(?!\w)")


def _is_household(text: str) -> bool:
    head = beginnings("words", "households").of(text)
    if not head:
        return False
    return text.casefold().startswith(("hộ ", "gia đình", "hộ gia đình"))


def _spoken(text: str) -> tuple[str, str, bool | None]:
    """The form of address before a name, the name, and the sex that it tells."""
    words: list[str] = []
    while match := _SPOKEN.match(text):
        if not _has_name_behind(text[match.end() :], match[1]):
            break
        words.append(match[1])
        text = text[match.end() :].strip()
    said = {word.casefold() for word in words}
    sex = True if said & _WOMEN else (False if said & _MEN else None)
    return (words[0] if words else ""), text.strip(), sex


def _role_before(text: str) -> tuple[str, str]:
    """`Phó Chánh Văn phòng` and the name behind it; no role where the words before a name begin like no position."""
    words = text.split()
    if is_person_name(text) or not _begins_role(text):
        return "", text
    for at in range(1, len(words) - 1):
        role, name = " ".join(words[:at]), " ".join(words[at:])
        titled = addressed(name)
        if fold(role) not in _OPEN_ROLES and is_person_name(titled.name if titled else name):
            return role, name
    return "", text


def _begins_role(text: str) -> bool:
    head = beginnings("words", "positions").of(text)
    return bool(head) and head not in word_set("words", "callings")


def _is_whole_role(role: str) -> bool:
    """A role known whole, or one whose last word has no capital, goes on into no name."""
    return (
        not role
        or fold(role) in word_set("words", "positions")
        or role.rsplit(maxsplit=1)[-1].islower()
    )


_OPEN_ROLES = frozenset({"pho", "truong", "chanh", "quyen", "q."})  # the rest of a role follows


def _has_name_behind(rest: str, spoken: str) -> bool:
    """`Ông Cao Thắng` may be a name itself; with three words behind it, or a family, it is a title."""
    words = rest.split()
    if words and "'" in words[0]:
        return True
    if len(words) < _FEWEST_WORDS:
        return False
    return (
        _is_family(words)
        or spoken.casefold() not in {"ông", "bà", "em", "cô", "anh"}
        or (len(words) > _FEWEST_WORDS)
    )


def _kept(honorific: str) -> str:
    """What papers keep before a name: Ông, Bà, Em, a rank; no degree, no `Đồng chí`."""
    spoken = honorific.casefold()
    if spoken in _MEN | _WOMEN | _PUPILS:
        return {"mr": "Ông", "mr.": "Ông", "mrs": "Bà", "mrs.": "Bà", "ms": "Bà", "ms.": "Bà"}.get(
            spoken, "Em" if spoken in {"học sinh", "sinh viên"} else honorific.capitalize()
        )
    is_rank = spoken.endswith(("tá", "úy", "uý", "tướng", "sĩ", "sỹ")) and " " in spoken
    return (
        honorific
        if is_rank and not spoken.startswith(("bác", "tiến", "thạc", "dược", "kỹ"))
        else ""
    )


@lru_cache(maxsize=16_384)
def is_person_name(text: str) -> bool:
    """Whether it is built as names of persons are: two to six words with capitals, the first a family."""
    words = text.split()
    if not _usual_name(words):
        return False
    first = words[0]
    return _is_family(words) or first in {"Y", "H"} or first.startswith(("H'", "H’"))


def _is_family(words: list[str]) -> bool:
    """The first word is a family; in a name without any mark, one written without its mark."""
    if " ".join(words).isascii():
        return fold(words[0]) in _UNMARKED
    return words[0].capitalize() in FAMILIES or words[0].casefold() in marked_words("families")


def may_be_name(text: str) -> bool:
    """Whether it may be a person's name of any people: a few words, each with a capital."""
    words = text.split()
    return 1 <= len(words) <= _MOST_WORDS and all(map(_is_name_word, words))


def _usual_name(words: list[str]) -> bool:
    words = [word for word in words if word not in _DASHES]  # `Hà - Minh`
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(map(_is_name_word, words))


_DASHES = frozenset("-–—")


def _is_name_word(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and word[0].isupper()
