"""“Ông Nguyễn Văn A, Trưởng phòng, Sở B, sinh năm 1980”: a line that holds everything, taken apart."""

import re
from dataclasses import dataclass, replace

from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import labels
from vbgen.intake.lists.births import birth_year
from vbgen.intake.lists.posts import is_position, post_of
from vbgen.intake.lists.recipients import (
    NamedRecipient,
    collective_kind,
    is_person_name,
    is_unit_name,
    recipient_named,
    without_number,
)
from vbgen.messages import _
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold
from vbgen.words.person.families import NEVER_MIDDLE

_END_OF_NAME = re.compile(r"\s*(?:[,;\n(:]|\s[-–—]\s?|[-–—]\s)")
_BETWEEN = re.compile(r"\s*[,;\n()]\s*")
_LABEL = re.compile(r"(?:\A|(?<=[\s,;(\-–]))([^\W\d_][^:,;()\n]{1,24}?)\s*:\s*")
_HAS_MERIT = re.compile(r"\b(?:đã có|có|vì có)\s+(?:nhiều\s+)?thành tích\b", re.IGNORECASE)
_CLASS = re.compile(r"lớp\s+\S", re.IGNORECASE)
_FOOTNOTED = re.compile(r"\s*(?:\(\*+\)|\*+|[¹²³⁴-⁹]+|\[\d{1,2}\])(?=[\s,;.)]|\Z)")
_SEXES = {"nam": False, "nữ": True}
_BORN = re.compile(r"(?:sinh\s+(?:năm|ngày)|sn|ns)\s*[:.]?\s*(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineParts:
    """What one line says of a recipient."""

    recipient: NamedRecipient
    position: str = ""
    unit: str = ""
    year: int | None = None
    is_woman: bool | None = None
    honour: str = ""
    merit: str = ""
    doubts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()  # further people in the same line
    place: str = ""  # where a household lives


def line_parts(text: str, known: KnownOffice) -> LineParts:
    """The line taken apart; who is named may be nobody (a recipient without kind)."""
    bare = _FOOTNOTED.sub("", without_number(text)).strip(" .;,/")
    bare, merit = _without_merit(bare)
    head, rest = _head_and_rest(bare)
    recipient = recipient_named(head)
    doubts = () if recipient.is_role_sure else (_where_role_ends(recipient.role),)
    parts = LineParts(
        recipient, recipient.role, is_woman=recipient.is_woman, merit=merit, doubts=doubts
    )
    if recipient.kind is not None and not _is_single(recipient):
        return _of_collective(parts, bare, rest, known)
    return _of_person(parts, rest, known)


def _where_role_ends(role: str) -> str:
    return _("chưa rõ chức vụ “{role}” hết ở đâu, họ tên bắt đầu từ đâu", role=role)


def _is_single(recipient: NamedRecipient) -> bool:
    return recipient.kind is None or recipient.kind.is_person


def _without_merit(text: str) -> tuple[str, str]:
    """The line without its sentence of merit, and what goes on after “Đã có thành tích”."""
    match = _HAS_MERIT.search(text)
    if match is None:
        return text, ""
    return text[: match.start()].strip(" ,;:.–-"), text[match.end() :].strip(" .;")


def _head_and_rest(text: str) -> tuple[str, str]:
    """The name, up to the first sign behind it, and what follows; a label before a name is passed over."""
    text = re.sub(
        r"\A(ông|bà|đồng chí|họ và tên|họ tên|cá nhân|tập thể|em)\s*:\s*",
        lambda match: f"{match[1]} " if match[1].casefold() in {"ông", "bà", "em"} else "",
        text,
        flags=re.IGNORECASE,
    )
    match = next((each for each in _END_OF_NAME.finditer(text) if not _joins(text, each)), None)
    if match is None:
        return text, ""
    return text[: match.start()], text[match.start() :].strip(" ,;\n-–—")


def _joins(text: str, sign: re.Match[str]) -> bool:
    """A dash inside one name (`Nguyễn Vũ - Hoàng Lan`): what follows is neither position nor unit nor another name."""
    if sign[0].strip(" -–—"):
        return False
    behind = re.split(r"[,;\n(:]", text[sign.end() :], maxsplit=1)[0].strip()
    words = behind.split()
    if not words or words[0] in NEVER_MIDDLE or len(words) >= _LONG_NAME:
        return False
    is_name = all(word[0].isupper() for word in words)
    return is_name and not (is_position(behind) or is_unit_name(behind))


_LONG_NAME = 4  # words behind a dash


def _of_collective(parts: LineParts, text: str, rest: str, known: KnownOffice) -> LineParts:
    """A collective's name may hold commas itself: only an honour is taken off its end; a household's place too."""
    pieces = [piece for piece in _BETWEEN.split(rest) if piece]
    honour = known.honour_titled(pieces[-1]) if pieces else ""
    name = text[: text.rindex(pieces[-1])].strip(" ,;(-–—") if honour else text
    if name.count("(") != name.count(")"):
        name = name.strip("()")
    place = ""
    if parts.recipient.kind is RecipientKind.HOUSEHOLD and rest:
        name, place = parts.recipient.name, _place_of(pieces, honour)
    recipient = replace(parts.recipient, name=name)
    return replace(parts, recipient=recipient, honour=honour, place=place)


def _place_of(pieces: list[str], honour: str) -> str:
    return ", ".join(pieces[:-1] if honour else pieces)


def _of_person(parts: LineParts, rest: str, known: KnownOffice) -> LineParts:
    left: list[str] = []
    labelled, rest = _labelled(rest, known)
    parts = _with_labels(parts, labelled, known)
    for piece in filter(None, _BETWEEN.split(rest)):
        taken = _piece(parts, piece.strip(" .-–"), known)
        if taken is None:
            left.append(piece.strip(" .;"))
        else:
            parts = taken
    return _with_post(parts, left, known)


def _piece(parts: LineParts, piece: str, known: KnownOffice) -> LineParts | None:
    """The parts with what one piece says; None for a piece of position and unit."""
    if born := _BORN.match(piece):
        year, doubt = birth_year(piece[born.end() :], known.today)
        return replace(parts, year=year, doubts=(*parts.doubts, *filter(None, (doubt,))))
    if piece.casefold() in _SEXES:
        return replace(parts, is_woman=_SEXES[piece.casefold()])
    if re.fullmatch(r"(?:19|20)\d\d", piece):
        return replace(parts, year=int(piece))
    if honour := known.honour_titled(piece):
        return replace(parts, honour=honour)
    named = recipient_named(piece)
    if named.kind is not None and not named.role and is_person_name(named.name):
        return replace(parts, others=(*parts.others, piece))
    return None


def _with_post(parts: LineParts, left: list[str], known: KnownOffice) -> LineParts:
    if not left:
        return parts
    if _CLASS.match(left[0]) or _is_place(left[0]):
        unit = ", ".join(left)
        return replace(parts, unit=parts.unit or unit)
    post = post_of(", ".join(left), known)
    doubts = (*parts.doubts, *filter(None, (post.doubt,)))
    return replace(
        parts,
        position=parts.position or post.position,
        unit=parts.unit or post.unit,
        doubts=doubts,
    )


def _is_place(text: str) -> bool:
    return collective_kind(text) is not None and not is_position(text)


def _labelled(text: str, known: KnownOffice) -> tuple[dict[str, str], str]:
    """What stands behind labels (“Chức vụ: …”), by field, and the text before the first of them."""
    found = [
        (match.start(), match.end(), name)
        for match in _LABEL.finditer(text)
        if (name := _label_field(match[1].strip(" -–"), known))
    ]
    if not found:
        return {}, text
    ends = [start for start, _end, _name in found[1:]] + [len(text)]
    said = {
        name: text[end:until].strip(" ,;.-–(\n")
        for (_start, end, name), until in zip(found, ends, strict=True)
    }
    return said, text[: found[0][0]].strip(" ,;-–(")


def _label_field(label: str, known: KnownOffice) -> str:
    named = known.field_of(label)
    if named is not None:
        return named.field
    return labels().get(fold(label), "")


def _with_labels(parts: LineParts, said: dict[str, str], known: KnownOffice) -> LineParts:
    if "post" in said:
        post = post_of(said["post"], known)
        said = {"position": post.position, "unit": post.unit, **said}
    year, doubt = birth_year(said.get("birth", ""), known.today)
    sex = _SEXES.get(said.get("gender", "").casefold(), parts.is_woman)
    honour = known.honour_titled(said.get("honour", "")) or said.get("honour", "")
    return replace(
        parts,
        position=said.get("position") or parts.position,
        unit=said.get("unit") or said.get("department") or said.get("class") or "",
        year=year,
        is_woman=sex,
        honour=honour,
        merit=parts.merit or said.get("merit", ""),
        doubts=(*parts.doubts, *filter(None, (doubt,))),
    )


def two_people(others: tuple[str, ...]) -> str:
    """The doubt of a line that names several people."""
    return _("dòng này có vẻ ghi nhiều người: {names}", names=", ".join(others)) if others else ""
