"""What cannot be the name of one person, or not as it will be printed; names of all peoples are left alone.

A doubt is about form alone: marks, digits, titles, case. Which syllables a people builds its names of is not judged.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from vbgen.messages import _
from vbgen.words.names import fold
from vbgen.words.person.address import addressed, may_be_title
from vbgen.words.person.doubt import Look, NameDoubt, NameDoubtKind, cut
from vbgen.words.person.families import NEVER_MIDDLE
from vbgen.words.person.word_doubts import LOOKS, is_told_by_words

_MOST_LETTERS, _MOST_OF_A_WORD = 80, 24
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_LOWER = _UPPER.lower()
_USUAL = re.compile(rf"[{_UPPER}][{_LOWER}]+(?: [{_UPPER}][{_LOWER}]+)+")
_LISTED = re.compile(r"\s*(?:\(?\d+[.)\-/:]|[-–—•*+·]|[a-z]\))\s*")
_BETWEEN = re.compile(r"\n|[,;/&+|]|\s(?:và|với|cùng|and)\s|\s[-–—]\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:và|với|cùng|and)\s")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]+")
_FORMULA = re.compile(r"\A\s*[=+@]\s*\w|\{\{|\{%|\}\}|%\}|</?\w|https?:|\w@\w")
_NOTHING_SAID = frozenset(  # without marks
    (
        "x", "xx", "xxx", "n a", "na", "nt", "nil", "null", "none", "khong", "khong co", "khong ro", "chua co",
        "chua ro", "chua xac dinh", "chua biet", "trong", "de trong", "cap nhat sau", "bo sung sau", "dang cap nhat",
        "nhu tren", "test", "abc", "ten", "ho ten", "ho va ten", "vang", "khuyet", "chua co ten", "khong ten", "tbd",
        "unknown",
    )
)  # fmt: skip
_STAND_INS = frozenset(
    {"nguyen van a", "nguyen thi b", "tran thi b", "le van c", "tran van b", "nguyen thi a"}
)


def name_doubts(full_name: str) -> tuple[NameDoubt, ...]:
    """Every doubt about a person's name, which is taken as cleaned; empty for a name as names are.

    What is no name at all has one doubt.
    """
    name = full_name.replace("ʼ", "'")  # the one apostrophe that counts as a letter
    if _is_usual(full_name):
        return ()
    whole = next(filter(None, (look(name) for look in _WHOLE)), None)
    return (whole,) if whole else tuple(_parts(name))


@lru_cache(maxsize=16_384)  # the same names stand in sheet after sheet
def _is_usual(name: str) -> bool:
    return _USUAL.fullmatch(name) is not None and not _needs_a_look(name)


def _needs_a_look(name: str) -> bool:
    """A name of usual form that may be something else all the same."""
    return (
        len(name) > _MOST_LETTERS
        or may_be_title(name.split(" ", maxsplit=1)[0])
        or is_told_by_words(name)
        or fold(name) in _NOTHING_SAID
    )


def _parts(name: str) -> Iterator[NameDoubt]:
    """The doubts of a name that may be one, each of what the others leave."""
    listed = _listed(name)
    if listed:
        yield listed
        name = listed.proposed or name
    titled = addressed(name)
    if titled:
        yield _titled(titled.title, titled.name)
        name = titled.name
    if two := _two(name):
        yield two
        return
    yield from filter(None, (look(name) for look in LOOKS))


def _placeholder(name: str) -> NameDoubt | None:
    said = re.sub(r"[^a-z]+", " ", fold(name)).strip()
    if _WORD.search(name) and said not in _NOTHING_SAID | _STAND_INS:
        return None
    message = _("“{name}” không phải là một họ tên", name=cut(name))
    return NameDoubt(NameDoubtKind.PLACEHOLDER, message)


def _formula(name: str) -> NameDoubt | None:
    if not _FORMULA.search(name):
        return None
    return NameDoubt(
        NameDoubtKind.FORMULA, _("“{name}” giống công thức, thẻ hoặc địa chỉ", name=cut(name))
    )


def _long(name: str) -> NameDoubt | None:
    if len(name) <= _MOST_LETTERS and max(map(len, name.split())) <= _MOST_OF_A_WORD:
        return None
    message = _("tên dài {count} chữ cái (“{name}”)", count=len(name), name=cut(name))
    return NameDoubt(NameDoubtKind.LONG, message)


def _two(name: str) -> NameDoubt | None:
    bare = _BRACKETS.sub("", name)
    parts = [part.strip() for part in _BETWEEN.split(bare)]
    if len(parts) < 2 or not _are_people(bare, parts):  # noqa: PLR2004 - one
        return None
    return NameDoubt(
        NameDoubtKind.TWO, _("ô có vẻ ghi nhiều người hoặc nhiều mục (“{name}”)", name=cut(name))
    )


def _are_people(name: str, parts: list[str]) -> bool:
    """A hyphen alone joins parts of one name (`Hà - Minh`); what follows it must begin like a name of its own."""
    if re.search(r"[\n,;/&+|]", name) or _AND.search(name):
        return True
    return all(
        part.split()[:1] and part.split()[0] in NEVER_MIDDLE and " " in part for part in parts
    )


def _listed(name: str) -> NameDoubt | None:
    match = _LISTED.match(name)
    if match is None or match.end() == len(name):
        return None
    return NameDoubt(
        NameDoubtKind.NUMBER,
        _("tên có số thứ tự hoặc dấu đầu dòng “{mark}”", mark=match[0].strip()),
        name[match.end() :],
    )


def _titled(title: str, name: str) -> NameDoubt:
    message = _("tên bắt đầu bằng “{title}”, là danh xưng, chức vụ hoặc học vị", title=title)
    return NameDoubt(NameDoubtKind.TITLE, message, name)


_WHOLE: tuple[Look, ...] = (_formula, _placeholder, _long)
