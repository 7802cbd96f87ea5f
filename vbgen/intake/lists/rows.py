"""What a row of a list is: data, a group, a total, a signature, a note."""

import re
from collections.abc import Callable, Sequence
from enum import Enum

from vbgen.campaign.cells.markers import is_example
from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import beginnings
from vbgen.intake.lists.columns import ListHeading
from vbgen.intake.lists.groups import GroupSaid, group_said, is_neutral_words
from vbgen.intake.lists.posts import is_position
from vbgen.intake.lists.recipients import is_person_name, recipient_named
from vbgen.intake.sources.values import SeenCell, SeenRow
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold

_DAY = re.compile(r"ngày\b.{0,14}\btháng\b.{0,14}\bnăm\b", re.IGNORECASE)
_POWER = re.compile(r"(?:KT|TM|TL|TUQ)\.\s*\S", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\(?\d{1,4}\s*[.)]?")
_LONGEST_GROUP = 120


class ListRowKind(Enum):
    """What a row of a list is."""

    DATA = "data"
    GROUP = "group"
    TOTAL = "total-row"
    SIGNATURE = "signature-row"
    NOTE = "note-row"


def kind_of_row(row: SeenRow, heading: ListHeading | None, known: KnownOffice) -> ListRowKind:
    """What the row is; what may be a recipient is data."""
    return next((kind for kind, holds in _ORDER if holds(row, heading, known)), ListRowKind.DATA)


def _is_total(row: SeenRow, heading: ListHeading | None, _known: KnownOffice) -> bool:
    first, *others = (cell.text for cell in row.own.values())
    word = beginnings("rows", "totals").of(first)
    if not word or any(text[:1].isalpha() for text in others):
        return False
    if heading is None and word in {"tong", "cong"}:
        return False
    rest = fold(first).strip(" (")[len(word) :].strip(" :")
    return _is_counted(rest)


def _is_counted(rest: str) -> bool:
    """What follows the word is a figure, or says of whom, and is no name."""
    if not rest[:1].isalpha():
        return True
    return any(map(str.isdigit, rest)) or _is_of_group(rest)


def _is_of_group(rest: str) -> bool:
    return rest.startswith(("cac ", "so ", "tap the", "ca nhan", "nguoi", "don vi"))


def _is_signature(row: SeenRow, heading: ListHeading | None, _known: KnownOffice) -> bool:
    texts = [cell.text for cell in row.own.values()]
    if len(texts) > _MOST_SIGNED or _has_ordinal(row, heading):
        return False
    if heading is not None and heading.of("ordinal") and _are_titles(texts):
        return True
    return all(_is_signed(text, in_list=heading is not None) for text in texts)


def _are_titles(texts: Sequence[str]) -> bool:
    """`HIỆU TRƯỞNG`, `Kế toán | Chủ tịch HĐQT` without a number in a numbered list: the titles of who sign it."""
    is_known = (is_position(text) or beginnings("rows", "signatures").of(text) for text in texts)
    return all(is_known) and not any(is_person_name(recipient_named(text).name) for text in texts)


_MOST_SIGNED = 4


def is_title_of_signer(row: SeenRow) -> bool:
    """`GIÁM ĐỐC` in capitals, alone in its line below a list."""
    texts = [cell.text for cell in row.own.values()]
    return len(texts) == 1 and texts[0].isupper() and _are_titles(texts)


def _is_signed(text: str, *, in_list: bool) -> bool:
    """The words of a signature, or the place and day above it; a sentence with a day is none."""
    line = text.splitlines()[0] if text else ""
    if _POWER.match(line):
        return True
    if recipient_named(line).kind is RecipientKind.INDIVIDUAL:
        return False
    is_dated = len(text) <= _LONGEST_DAY and _DAY.search(text) is not None
    return bool(beginnings("rows", "signatures").of(line)) or (in_list and is_dated)


_LONGEST_DAY = 60


def _is_note(row: SeenRow, _heading: ListHeading | None, _known: KnownOffice) -> bool:
    first = row.first
    if first is not None and is_example(first.text):
        return True
    if first is None or len(row.own) > 1:
        return False
    return bool(beginnings("rows", "notes").of(first.text)) and not _PLAIN_NUMBER.fullmatch(
        first.text
    )


def _is_group(row: SeenRow, heading: ListHeading | None, known: KnownOffice) -> bool:
    cell, number = group_cell(row, heading)
    if cell is None or len(cell.text) > _LONGEST_GROUP:
        return False
    said = group_said(cell, known, prefix=number)
    if said.kind:
        return True
    if _names_person(cell.text):
        return False
    if said.style in {"roman", "capital", "part"}:
        return True
    return _heads_rows(row, cell, said, number, heading)


def _heads_rows(
    row: SeenRow, cell: SeenCell, said: GroupSaid, number: str, heading: ListHeading | None
) -> bool:
    """A text alone in its row, without a Roman number, heads the rows below where it cannot be a recipient."""
    if not _is_merged(row, cell):
        if _PLAIN_NUMBER.fullmatch(number.strip()):
            return False
        if heading is not None and _stands_in_names(row, cell, heading):
            return _is_plain_group(said, number, heading)
    return not said.is_neutral or is_neutral_words(cell.text)


def _names_person(text: str) -> bool:
    kind = recipient_named(text).kind
    return kind is not None and kind.is_person


def _is_plain_group(said: GroupSaid, number: str, heading: ListHeading) -> bool:
    """Alone in the column of names: a group where the list numbers its people and this row has no number."""
    return not number and bool(heading.of("ordinal")) and not said.is_neutral


def group_cell(row: SeenRow, heading: ListHeading | None) -> tuple[SeenCell | None, str]:
    """The one text of a row that says nothing else but its number; None where the row says more."""
    own = dict(row.own)
    at = _number_at(own, heading)
    number = own.pop(at).text if at in own else ""
    texts = [cell for cell in own.values() if not _PLAIN_NUMBER.fullmatch(cell.text)]
    return (texts[0] if len(texts) == 1 else None), number


def _number_at(own: dict[int, SeenCell], heading: ListHeading | None) -> int:
    """The column of the row's number; 0 for none."""
    if heading is None:
        first = next(iter(own), 0)
        return first if len(own) == _NUMBER_AND_TEXT and _short_number(own[first].text) else 0
    columns = (each.number for each in heading.of("ordinal") if each.number in own)
    return next((at for at in columns if _short_number(own[at].text)), 0)


_NUMBER_AND_TEXT = 2


def _short_number(text: str) -> bool:
    return (
        re.fullmatch(
            r"\(?(?:\d{1,4}(?:\.\d+)*|[IVXLC]+(?:\.\d+)*|[A-Za-zĐđ](?:\.\d+)*)\s*[.)/]?",
            text.strip(),
        )
        is not None
    )


def _is_merged(row: SeenRow, cell: SeenCell) -> bool:
    """The text is spread over other columns of the row."""
    return any(each.is_beside and each.text == cell.text for each in row.cells.values())


def _stands_in_names(row: SeenRow, cell: SeenCell, heading: ListHeading) -> bool:
    return any(row.cells.get(column.number) is cell for column in heading.names)


def _has_ordinal(row: SeenRow, heading: ListHeading | None) -> bool:
    columns = heading.of("ordinal") if heading else ()
    return any(
        column.number in row.own and _PLAIN_NUMBER.fullmatch(row.own[column.number].text)
        for column in columns
    )


_ORDER: tuple[
    tuple[ListRowKind, Callable[[SeenRow, ListHeading | None, KnownOffice], bool]], ...
] = (
    (ListRowKind.TOTAL, _is_total),
    (ListRowKind.SIGNATURE, _is_signature),
    (ListRowKind.NOTE, _is_note),
    (ListRowKind.GROUP, _is_group),
)
