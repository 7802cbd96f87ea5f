"""An entry understood as what its column holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache

from vbgen.campaign.cells.cleaning import cleaned
from vbgen.campaign.cells.entries import Broken, Reading, TypedValue
from vbgen.campaign.cells.form_words import NO, YES
from vbgen.campaign.cells.markers import is_left_empty, unescaped
from vbgen.campaign.cells.moments import read_date, read_moment
from vbgen.campaign.cells.numbers import (
    exact,
    is_beyond,
    read_decimal,
    read_integer,
    shown_decimals,
)
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.tell import doubted, noted, refused, wanted
from vbgen.campaign.topics import Column, ColumnKind, heading_key, nearest
from vbgen.messages import _
from vbgen.model.emphasis import MarkedSpan, marked
from vbgen.model.field import Choice
from vbgen.word.package.bounds import SHEETS
from vbgen.words.numbers import vn_number

_YES = frozenset({"co", "x", "yes", "true", "dung", "1", "v", "c"})
_NO = frozenset({"khong", "no", "false", "sai", "0", "k"})
_TICKS = frozenset("✓✔☑√")
_PLAIN, _MACHINE = frozenset({YES, NO}), frozenset({"true", "false"})


class ColumnReader:
    """The readings of one column of one table; a plain cell that is typed like another is read once.

    What is said of a cell names its place, so that only readings with nothing to tell are kept.
    """

    def __init__(self, column: Column) -> None:
        self.field = column.field
        self._column = column
        self._known: dict[tuple[object, type, str, bool], Reading] = {}

    def read(self, entry: TypedValue) -> Reading:
        """As `read` does."""
        found = self.known(entry) or read(self._column, entry)
        if _is_bare(entry) and not found.problems:
            self._known[_key(entry)] = found
        return found

    def known(self, entry: TypedValue) -> Reading | None:
        """The reading of a cell that is typed like one before, wherever this one stands."""
        value, _place, pattern, runs, _epoch, in_cell, _machine, remarks, looks, _grey, _struck = (
            entry
        )
        if runs or remarks or looks:
            return None
        return self._known.get((value, value.__class__, pattern, in_cell))


def _is_bare(entry: TypedValue) -> bool:
    return not (entry.runs or entry.remarks or entry.looks)


def _key(entry: TypedValue) -> tuple[object, type, str, bool]:
    value = entry.value
    return value, value.__class__, entry.pattern, entry.in_cell  # `True` equals 1 and 1.0


def read(column: Column, entry: TypedValue) -> Reading:
    """The value that the entry means, and everything that was changed or doubted on the way.

    A value of None is nothing typed, or nothing left of it.
    """
    entry, remarks = cleaned(column, _with_looks(column, entry))
    if isinstance(entry.value, Broken):
        return refused(column, entry, entry.value.code, entry.value.shown)
    reading = _settled(column, entry)
    if not entry.remarks and not remarks:
        return reading
    return replace(reading, problems=(*entry.remarks, *remarks, *reading.problems))


def _with_looks(column: Column, entry: TypedValue) -> TypedValue:
    """The entry with its bold and italic as marks in the text, where the column keeps them."""
    if not (column.form.has_looks and entry.in_cell and isinstance(entry.value, str)):
        return entry
    if is_left_empty(entry.value.strip()):
        return entry
    runs = _runs_with_looks(entry) if entry.runs else ()
    return entry._replace(value=marked(_pieces(entry, entry.value)), runs=runs)


def _pieces(entry: TypedValue, text: str) -> tuple[MarkedSpan, ...]:
    if not entry.looks:
        return (MarkedSpan(text),)
    first, *others = entry.looks
    cut = len(text) - len(
        unescaped(text)
    )  # the backslash before what looks like a mark of the form
    return (replace(first, text=first.text[cut:]), *others)


def _runs_with_looks(entry: TypedValue) -> tuple[tuple[str, str], ...]:
    """The runs with the marks between them; a mark has no font, so that no charset is seen in it."""
    if len(entry.looks) != len(entry.runs):
        return entry.runs
    runs: list[tuple[str, str]] = []
    for piece, (font, text) in zip(entry.looks, entry.runs, strict=True):
        before, _word, behind = marked([replace(piece, text="x")]).partition("x")
        runs += [("", before), (font, text), ("", behind)]
    return tuple(run for run in runs if run[1])


def _settled(column: Column, entry: TypedValue) -> Reading:
    is_text = column.kind is ColumnKind.TEXT
    if entry.value is None or (entry.value == "" and not _means_empty(entry, is_text=is_text)):
        return Reading()
    if isinstance(entry.value, str) and entry.in_cell:
        return _of_cell(column, entry, entry.value)
    return _readers()[column.kind](column, entry)


def _of_cell(column: Column, entry: TypedValue, text: str) -> Reading:
    """A text of a cell; refused where it is longer than Excel keeps, whatever program wrote it."""
    if is_left_empty(text):
        return Reading("" if column.kind is ColumnKind.TEXT else None)
    if len(text) <= SHEETS.text_chars:
        return _readers()[column.kind](column, entry)
    sentence = _(
        "ô có {chars} chữ, hơn {most} là mức mà Excel cho phép.",
        chars=vn_number(len(text)),
        most=vn_number(SHEETS.text_chars),
    )
    return refused(column, entry, "cell-too-long", sentence, _("Hãy rút ngắn đoạn chữ."))


def _means_empty(entry: TypedValue, *, is_text: bool) -> bool:
    """An empty text of YAML was written on purpose; an empty cell was not."""
    return is_text and not entry.in_cell


@cache
def _readers() -> dict[ColumnKind, Callable[[Column, TypedValue], Reading]]:
    return {
        ColumnKind.TEXT: _read_text,
        ColumnKind.INTEGER: read_integer,
        ColumnKind.DECIMAL: read_decimal,
        ColumnKind.DATE: read_date,
        ColumnKind.MOMENT: read_moment,
        ColumnKind.TRUTH: _read_truth,
        ColumnKind.CHOICE: _read_choice,
    }


def _read_text(column: Column, entry: TypedValue) -> Reading:
    value = entry.value
    if isinstance(value, str):
        text = unescaped(value) if entry.in_cell else value
        return Reading(column.words.code_of(text) if column.holds_code else text)
    if isinstance(value, (bool, date, time, timedelta)):
        sentence = _("ô chứa ngày hoặc đúng/sai ({found}), không phải chữ.", found=quoted(value))
        hint = _("Hãy đặt kiểu ô là Text rồi gõ lại đúng như cần in.")
        return refused(column, entry, "cell-not-text", sentence, hint)
    return _text_of_number(column, entry, value)


def _text_of_number(column: Column, entry: TypedValue, value: object) -> Reading:
    if is_beyond(value):
        sentence = _("“{found}” có quá nhiều chữ số.", found=quoted(f"{value}"))
        return refused(column, entry, "number-too-long", sentence)
    number = exact(value) if isinstance(value, (int, float)) else exact(0)
    if number != number.to_integral_value() or shown_decimals(entry.pattern):
        text = vn_number(number)
        sentence = _("số trong ô được đọc là chữ “{text}”.", text=text)
        hint = _("Hãy kiểm tra lại cách viết số.")
        return Reading(text, (doubted(column, entry, "text-from-number", sentence, hint),))
    width = len(entry.pattern) if set(entry.pattern) == {"0"} else 0
    text = f"{int(number):0{width}}"
    return Reading(
        text,
        (noted(column, entry, "text-from-number", _("số trong ô được đọc là chữ “{t}”.", t=text)),),
    )


def _read_truth(column: Column, entry: TypedValue) -> Reading:
    value = entry.value
    if isinstance(value, bool):
        return Reading(value)
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    key = "x" if text in _TICKS else heading_key(text)
    if key not in _YES | _NO:
        sentence = _("“{found}” không phải là Có hay Không.", found=quoted(text))
        return refused(column, entry, "cell-not-yes-or-no", sentence)
    if text in (_PLAIN | _MACHINE if entry.machine else _PLAIN):
        return Reading(key in _YES)
    meant = YES if key in _YES else NO
    sentence = _("“{found}” được đọc là “{meant}”.", found=text, meant=meant)
    return Reading(key in _YES, (noted(column, entry, "truth-read", sentence),))


def _read_choice(column: Column, entry: TypedValue) -> Reading:
    text = str(entry.value)
    choice = _choices(column).get(heading_key(text))
    if choice is None:
        near = nearest(text, [each.label for each in column.choice or ()])
        hint = _("Có phải là “{near}”?", near=near) + " " + wanted(column) if near else ""
        sentence = _("“{found}” không có trong danh sách.", found=quoted(text))
        return refused(column, entry, "cell-not-in-list", sentence, hint)
    if text in {choice.label, choice.value}:
        return Reading(choice)
    sentence = _("“{found}” được đọc là “{meant}”.", found=text, meant=choice.label)
    return Reading(choice, (noted(column, entry, "choice-read", sentence),))


@cache
def _choices(column: Column) -> dict[str, Choice]:
    """Every spelling that means one choice: code, label, label without its explanation; marks and case are free."""
    choices: dict[str, Choice] = {}
    for choice in column.choice or ():
        for spelling in (choice.value, choice.label, choice.label.partition(" (")[0]):
            choices.setdefault(heading_key(spelling), choice)
    return choices
