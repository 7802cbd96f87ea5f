"""“Trưởng phòng, Phòng Kế hoạch”: position and unit out of one text."""

import re
from dataclasses import dataclass

from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import beginnings, word_set
from vbgen.intake.lists.recipients import is_enterprise, is_unit_name, leads_unit
from vbgen.messages import _
from vbgen.words.names import fold

_PARTS = re.compile(r"\s*(?:[,;\n]|\s[-–—]\s)\s*")
_COMMAS = re.compile(r"\s*[,;\n]\s*")
_OF_MEMBER = re.compile(
    r"(?!công\s)[^\W\d_]+(?:\s[^\W\d_]+)?\sviên\b", re.IGNORECASE
)  # `Thư viện viên`
_OF = re.compile(r"\A(?:thuộc|tại|của|công tác tại|ở)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A position and the unit that it is in; `doubt` where the text can be parted in another way too."""

    position: str = ""
    unit: str = ""
    doubt: str = ""


def post_of(text: str, known: KnownOffice) -> Post:
    """Position and unit; what begins like neither is a position, and doubtful."""
    whole = " ".join(text.split(" ")).strip(" ,;.-–")
    if not whole:
        return Post()
    if known.has_unit(whole) and not is_position(whole):
        return Post(unit=whole)
    parts = _parted(whole)
    return _of_parts(parts, known) if len(parts) > 1 else _unparted(whole, known)


def _of_parts(parts: list[str], known: KnownOffice) -> Post:
    """The position ends where the first unit begins; a unit may stand before the position too."""
    first_unit = next((at for at, part in enumerate(parts) if _is_unit(part, known, at)), None)
    if first_unit:
        *before, last = parts[:first_unit]
        inner = _unparted(last, known) if is_position(last) else Post(last)
        units = (inner.unit, *(_OF.sub("", part) for part in parts[first_unit:]))
        position = ", ".join((*before, inner.position))
        return Post(position, ", ".join(filter(None, units)), _odd_position(parts[0]))
    if first_unit == 0:
        return _unit_first(parts)
    if all(map(is_position, parts)):
        return Post(", ".join(parts))
    return Post(parts[0], ", ".join(parts[1:]), _unclear(", ".join(parts)))


def _unit_first(parts: list[str]) -> Post:
    if is_position(parts[1]):
        return Post(", ".join(parts[1:]), parts[0])
    return Post(unit=", ".join(parts))


def is_position(text: str) -> bool:
    """Whether it begins with the name of a position."""
    is_known = beginnings("words", "positions").of(text) or _OF_MEMBER.match(text)
    return bool(is_known and not _is_office(text)) or leads_unit(text)


def _is_office(text: str) -> bool:
    """`Công an xã` and `Chi đoàn …` are units that begin like positions."""
    return fold(text).startswith(("cong an xa", "cong an phuong", "cong an tinh", "cong an huyen"))


def _is_unit(part: str, known: KnownOffice, at: int) -> bool:
    bare = _OF.sub("", part)
    if at and bare != part:
        return True
    if is_position(bare) and not known.has_unit(bare):
        return False
    return is_unit_name(bare) or known.has_unit(bare) or is_enterprise(bare)


def _parted(text: str) -> list[str]:
    """By commas; by a spaced dash only where what stands before it is a position: units have dashes in their names."""
    halves = [half.strip() for half in text.split("/")]
    if _are_both(halves):
        return halves
    parts = [part for part in _COMMAS.split(text) if part]
    return _parted_by_dash(parts)


def _parted_by_dash(parts: list[str]) -> list[str]:
    head, *rest = parts
    pieces = [piece for piece in _PARTS.split(head) if piece]
    if len(pieces) > 1 and is_position(pieces[0]) and _stands_alone(pieces):
        joined = head[head.index(pieces[0]) + len(pieces[0]) :].strip(" -–—")
        return [pieces[0], joined, *rest]
    return parts


def _are_both(halves: list[str]) -> bool:
    """`Văn phòng/Chuyên viên`: a unit and a position, in whichever order."""
    told = sorted("post" if is_position(half) else "unit" for half in halves)
    return told == ["post", "unit"] and any(map(is_unit_name, halves))


def _stands_alone(pieces: list[str]) -> bool:
    """`Trưởng phòng Kế hoạch - Tài chính` is one: what follows the dash begins like no unit and no position."""
    return is_unit_name(pieces[1]) or is_position(pieces[1]) or is_enterprise(pieces[1])


def _unparted(text: str, known: KnownOffice) -> Post:
    """A text without a comma: the unit begins behind the position, at the first word of units."""
    if not is_position(text):
        return Post(unit=text) if is_unit_name(text) else Post(text, doubt=_unclear(text))
    words = text.split()
    for at in range(1, len(words)):
        unit = " ".join(words[at:])
        bare = _OF.sub("", unit)
        if not (bare != unit or is_unit_name(bare) or is_enterprise(bare)):
            continue
        if found := _behind(" ".join(words[:at]), bare, known):
            return found
    return Post(text)


def _behind(position: str, unit: str, known: KnownOffice) -> Post | None:
    """The position before a unit; None where the word of the unit still belongs to the position."""
    is_open = _is_open(position)
    if known.has_unit(unit):
        needs_noun = is_open or fold(position).endswith("giam doc")
        return Post(f"{position} {_common_noun(unit)}" if needs_noun else position, unit)
    if is_open:
        return Post(position, unit) if _is_whole_body(position, unit) else None
    if not _stands_behind(position, unit):
        return None
    return Post(position, unit[0].upper() + unit[1:])


def _stands_behind(position: str, unit: str) -> bool:
    if fold(unit) in word_set("words", "units") - _NAMES_BY_THEMSELVES:
        return False  # `Thư ký Tòa án`: no unit has a name that is but its kind
    return " " in unit and (unit[0].isupper() or _may_stand_small(position, unit))


_NAMES_BY_THEMSELVES = frozenset({"van phong", "thanh tra"})


def _is_whole_body(position: str, unit: str) -> bool:
    """`Bí thư` Đoàn xã An Nội, `Chủ tịch` UBND xã An Nội: the body is named whole behind its head."""
    heads = fold(position).endswith(("bi thu", "chu tich"))
    is_whole = unit[0].isupper() and len(unit.split()) >= _WORDS_OF_BODY
    return heads and is_whole and not fold(unit).startswith(("hoi dong", "chi bo"))


_WORDS_OF_BODY = 3


def _common_noun(unit: str) -> str:
    """`phòng` of `phòng Kế hoạch`, as it belongs to `Trưởng phòng`: papers write what both have in common once."""
    head = beginnings("words", "units").of(unit)
    return " ".join(unit.split()[: len(head.split()) or None])


def _is_open(position: str) -> bool:
    """`Trưởng` phòng Kế hoạch, `Bí thư` chi bộ; `Đội trưởng` is whole."""
    *before, last = fold(position).split()
    if last in {"truong", "pho"} and before and before[-1] not in {"pho", "quyen", "q."}:
        return False
    return last in _OPEN


def _may_stand_small(position: str, unit: str) -> bool:
    """`Giáo viên trường …`, and not `Cán bộ …`, `Chánh Văn phòng …`, whose own word it is."""
    is_whole = fold(position) in word_set("words", "positions")
    return is_whole and fold(unit).startswith(_SMALL)


_SMALL = ("truong ", "phong ", "tram ", "trung tam ", "khoa ", "chi cuc ", "cong ty ")
_OPEN = frozenset({"truong", "pho", "chanh", "thu", "tich", "quyen"})


def _odd_position(text: str) -> str:
    return "" if is_position(text) else _unclear(text)


def _unclear(text: str) -> str:
    return _("chưa rõ đâu là chức vụ, đâu là đơn vị trong “{text}”", text=text)
