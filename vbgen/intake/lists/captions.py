"""Rows outside lists: what captions say of all in a list, who signs, who is mentioned, what is left out."""

import re

from vbgen.errors import Place
from vbgen.intake.lexicon import beginnings
from vbgen.intake.lists.columns import ListColumn
from vbgen.intake.lists.gathering import ListContext
from vbgen.intake.lists.groups import kind_of_title
from vbgen.intake.lists.recipients import is_numbered, recipient_named
from vbgen.intake.sources.values import SeenCell, SeenRow
from vbgen.intake.values import LeftOut, ReadValue
from vbgen.messages import _
from vbgen.model.movement import RecipientKind

_MERIT_OF_ALL = re.compile(
    r"\b(?:đã\s+)?có\s+(?:nhiều\s+)?thành tích\s+(.+)", re.IGNORECASE | re.DOTALL
)
_SENDER = re.compile(r"\A(?:đơn vị|phòng|cơ quan|tên đơn vị)\s*:\s*(.+)", re.IGNORECASE)
_MENTION = re.compile(r"\b(?:[ÔôBb](?:ng|à)|[Đđ]ồng chí|[Đđ]/c)\s+(?=[A-ZĐÀ-ỸÂĂÊÔƠƯ])")


def sender_named(text: str) -> str:
    """The unit that a line “Đơn vị: …” names; empty for another line."""
    match = _SENDER.match(text)
    return match[1].strip() if match else ""


def read_caption(cell: SeenCell, text: str, around: ListContext) -> None:
    """What a title above a list says of all in it: the honour, the merit, whose list it is, who sends it.

    A title may run over several lines.
    """
    whole = f"{around.title} {text}" if goes_on(text, around) else text
    around.title = whole if _is_title(whole) else ""
    if sender := sender_named(text):
        around.unit = ReadValue(sender, cell.place, text)
    if not around.title:
        return
    if honour := around.known.honour_granted(whole):
        around.honour = ReadValue(honour, cell.place, whole)
    if kind := kind_of_title(whole):
        around.kind = kind
    if merit := _MERIT_OF_ALL.search(whole):
        said = " ".join(_BRACKETS.sub("", merit[1]).split()).rstrip(" .;,/")
        around.merit = ReadValue(said, cell.place, whole)


def goes_on(text: str, around: ListContext) -> bool:
    """Whether the title above goes on in this line: it begins small, in quotation marks or in brackets."""
    begins = text[:1] in '“"„«(' or text[:1].islower()
    return bool(around.title) and begins and not is_numbered(text)


def _is_title(text: str) -> bool:
    if text.isupper() or beginnings("rows", "heads").of(text) or _GRANTS.match(text):
        return True
    return len(text) <= _LONGEST_TITLE and _ASKS_FOR.search(text) is not None


_LONGEST_TITLE = 200
_ASKS_FOR = re.compile(
    r"\b(?:đề nghị|được|xét)\b.*\b(?:tặng|khen thưởng|công nhận)\b", re.IGNORECASE | re.DOTALL
)
_GRANTS = re.compile(r"\A(?:điều\s+1\b|tặng|khen|đề nghị|công nhận|về việc)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def granted(cell: SeenCell, text: str) -> SeenCell | None:
    """Who is honoured in the sentence itself: what follows `Tặng Giấy khen cho …`; None for a list to come."""
    match = _GRANTED_TO.match(" ".join(text.split()))
    if match is None or recipient_named(re.split(r"[,;]", match["who"])[0]).kind is None:
        return None
    several = _AND_ANOTHER.search(match["who"])
    doubts = (_("câu này có vẻ ghi nhiều người"),) if several else ()
    return SeenCell(match["who"].rstrip(" ./"), cell.place, (*cell.doubts, *doubts))


_GRANTED_TO = re.compile(
    r"(?:Điều\s+1[.:]?\s*)?(?:Tặng|Tặng thưởng|Khen thưởng|Khen|Công nhận|Truy tặng)\b[^;]*?\b(?:cho|đối với)\s+"
    r"(?P<who>(?:ông|bà|đồng chí|anh|chị|em|cháu|hộ|gia đình|tập thể)\s+[A-ZĐÀ-ỸÂĂÊÔƠƯ].+)"
)
_AND_ANOTHER = re.compile(
    r"\b(?:và|cùng)\s+(?:ông|bà|đồng chí|anh|chị|em|cháu|hộ|gia đình|tập thể)\s"
)


def mentioned(cell: SeenCell, text: str, *, is_signed: bool) -> LeftOut | None:
    """Somebody who is named and stands in no list: whoever signs, or is spoken of."""
    if is_signed and recipient_named(text).kind is RecipientKind.INDIVIDUAL:
        why = _("người ký hoặc lập danh sách")
        return LeftOut("signer", why, cell.place, text, names_person=True)
    if _MENTION.search(text):
        why = _("nhắc đến trong câu, không phải một dòng của danh sách")
        return LeftOut("mentioned", why, cell.place, text, names_person=True)
    return None


def left_column(column: ListColumn, place: Place) -> LeftOut | None:
    """A column that is not read, or not understood; None for one that is."""
    title = " ".join(column.title.split())
    if column.field == "unread":
        why = _("không đọc cột “{title}”: cột này không nói ai, đề nghị tặng gì", title=title)
        return LeftOut("column-not-needed", why, place, title)
    why = _("chưa hiểu cột “{title}”", title=title)
    return None if column.field else LeftOut("column-unknown", why, place, title, may=column.may)


def left_row(row: SeenRow, code: str, why: str) -> LeftOut:
    """A row that was not taken."""
    lines = [line for cell in row.own.values() for line in cell.text.splitlines()]
    names = any(recipient_named(line).kind is RecipientKind.INDIVIDUAL for line in lines)
    return LeftOut(code, why, row.place, row.text, names_person=names)
