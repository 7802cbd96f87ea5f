"""One rendering at work: its budget, what it found wrong, and the pictures and links it adds."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from jinja2.exceptions import SecurityError
from jinja2.utils import missing as absent

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.package.characters import NEEDS_CARE
from vbgen.word.package.limits import Limits
from vbgen.word.template.bounds.deadline import OutOfTimeError
from vbgen.word.template.lookalikes import same_name
from vbgen.word.template.missing import Missing
from vbgen.word.template.missing_problems import loop_turn, missing_problem
from vbgen.word.template.values.captured import Captured
from vbgen.word.template.values.shown import ReadyXml, ValuePrinter

if TYPE_CHECKING:
    from types import FrameType

    from vbgen.word.template.additions import Additions
    from vbgen.word.template.compiling import CompiledPart
    from vbgen.word.template.language.stream import Tag


_CALL_STEPS = 5  # a call costs as much as this many turns of a loop


_SPLITS = frozenset("\a\f")  # new paragraph, new page: such a text stands in pieces
_WRITTEN = (Captured, ReadyXml)  # what is proved where its parts were printed


class Rendering:
    """The state of one rendering; nothing in it outlives the rendering."""

    def __init__(
        self,
        context: Mapping[str, object],
        limits: Limits,
        additions: "Additions",
        *,
        record: bool = False,
    ) -> None:
        self.context, self.limits, self.additions = context, limits, additions
        self.problems: dict[tuple[object, ...], Problem] = {}
        self.part: CompiledPart | None = None
        self.stopped_at = 0  # the line of the part's code that the end of the time found it at
        self.loops: dict[int, object] = {}  # what each loop goes over, by the line of its tag
        self.marked = False  # marks were printed that become paragraphs
        self.has_blocks = False  # blocks of another document were printed
        self.shown: list[
            tuple[str, str, Place]
        ] = []  # (member, text, place of its tag), when recording
        self._steps, self._range, self._chars = (
            limits.steps,
            limits.range_items,
            limits.output_chars,
        )
        self._weights: dict[
            int, tuple[int, object]
        ] = {}  # of lists, which are kept so that no id comes twice
        self._deadline = monotonic() + limits.time_s
        self.printer = ValuePrinter(self)
        self._is_recorded = record
        self.worded, self.words_of = self.printer.worded, self.printer.words_of
        self.finalize: Callable[[object], object] = (
            self._recorder() if record else self._finalizer()
        )

    def _finalizer(self) -> Callable[[object], object]:
        """What every printed value passes through; most are plain text that needs nothing."""
        text, other, needs_care = self.printer.text, self.printer.other, NEEDS_CARE.search

        def finalize(value: object) -> object:
            if value.__class__ is str:
                return text(value) if needs_care(value) else value
            return str(value) if value.__class__ is int else other(value)

        return finalize

    def _recorder(self) -> Callable[[object], object]:
        finalize = self._finalizer()

        def record(value: object) -> object:
            result = finalize(value)
            tag = self.tag()
            if self.part and tag and not tag.is_ours and not isinstance(value, _WRITTEN):
                self.shown.append((self.part.member, str(value), tag.place))
            return result

        return record

    def record(self, text: str, tag: "Tag") -> None:
        """Note what a formatted value shows, which is put in place around its run."""
        if not self._is_recorded or self.part is None or tag.is_ours:
            return
        if not _SPLITS & set(text):
            self.shown.append((self.part.member, text, tag.place))

    def step(self) -> None:
        """Pay for one call."""
        self.spend(_CALL_STEPS, 0)

    def spend(self, turns: int, weight: int) -> None:
        """Pay for the turns of a loop before it starts."""
        self._steps -= turns
        if self._steps < 0:
            raise SecurityError(_("mẫu lặp quá nhiều lần (hơn {most})", most=self.limits.steps))
        if weight:
            self.spend_chars(turns * weight)
        self.check_time()

    def spend_range(self, turns: int) -> None:
        """Pay for a `range` when it is made."""
        self._range -= turns
        if self._range < 0:
            raise SecurityError(
                _("“range” đếm quá nhiều (hơn {most})", most=self.limits.range_items)
            )

    def spend_chars(self, chars: int) -> None:
        """Pay for text put out."""
        self._chars -= chars
        if self._chars < 0:
            raise SecurityError(
                _("văn bản tạo ra quá lớn (hơn {most} ký tự)", most=self.limits.output_chars)
            )

    def weigh(self, items: object) -> int:
        """About how much a list made by the template holds; lists inside it are measured once."""
        if isinstance(items, (str, bytes)):
            return len(items)
        if not isinstance(items, (list, tuple, dict)):
            return 1
        if id(items) not in self._weights:
            self._weights[id(items)] = (0, items)
            inside = (
                (each for pair in items.items() for each in pair)
                if isinstance(items, dict)
                else items
            )
            weight = 1 + sum(self.weigh(each) for each in inside)
            self._weights[id(items)] = (weight, items)
        weight = self._weights[id(items)][0]
        if weight > self.limits.text_chars * 10:
            raise SecurityError(_("danh sách do mẫu tạo ra quá lớn"))
        return weight

    def check_time(self) -> None:
        """Stop when the time is over."""
        if monotonic() > self._deadline:
            raise OutOfTimeError

    def check_text(self, text: str) -> None:
        """Stop at a text that grew too long; a captured block may be as long as the output."""
        most, size = self.limits.text_chars, len(text)
        if isinstance(text, Captured):
            most, size = self.limits.output_chars, len(text.xml)
        if size > most:
            raise SecurityError(_("kết quả dài hơn {most} ký tự", most=most))

    def counted(self, items: Iterable[object], weight: int) -> Iterator[object]:
        """`items` of unknown number, each paid for when it comes."""
        for item in items:
            self.spend(1, weight)
            yield item

    def paid(self, items: Iterable[object]) -> Iterator[object]:
        """`items` that a filter makes one by one, stopped before they hold too much together."""
        left = self.limits.output_chars
        for item in items:
            left -= _size(item)
            if left < 0:
                raise SecurityError(_("danh sách do mẫu tạo ra quá lớn"))
            yield item

    def placed(self, value: object, line: int) -> object:
        """A value printed around a run, around a paragraph or in an attribute."""
        tag = self.part.source.tag_at(line) if self.part else None
        return self.printer.slot(value, tag) if tag else value

    def fresh_id(self) -> int:
        """A number no drawing of the document has."""
        return self.additions.fresh_id()

    def undefined(
        self,
        hint: str | None = None,
        obj: object = absent,
        name: str | None = None,
        exc: object = None,
    ) -> object:
        """What stands for a name that was not found: the value of one that is the same, composed another way."""
        if isinstance(name, Missing):
            return name
        owner = self.context if obj is absent else obj
        if isinstance(name, str) and not name.isascii() and isinstance(owner, Mapping):
            key = same_name(name, owner)
            if key is not None:
                return owner[key]
        return Missing(self._note_missing, hint, obj, name, exc is SecurityError)

    def _note_missing(self, value: Missing) -> None:
        tag = self.tag()
        key = ("missing", id(tag), value.name)
        if key not in self.problems:
            problem = missing_problem(value, self.context, self._place(tag))
            self.add(key, replace(problem, message=problem.message + self._turn()))

    def note(self, code: str, message: str, hint: str) -> None:
        """Keep a problem of the tag at work, once for each tag."""
        tag = self.tag()
        key = (code, id(tag))
        if key not in self.problems and not self._is_missing_at(tag):
            self.add(key, Problem(code, message + self._turn(), self._place(tag), hint=hint))

    def _is_missing_at(self, tag: "Tag | None") -> bool:
        """Whether the tag at work lacks a name: what else is wrong with its value follows from that."""
        return any(key[:2] == ("missing", id(tag)) for key in self.problems)

    def _place(self, tag: "Tag | None") -> Place:
        if tag:
            return tag.place
        return self.part.place if self.part else Place()

    def add(self, key: tuple[object, ...], problem: Problem) -> None:
        """Keep a problem; stop when there are too many to read."""
        self.problems[key] = problem
        if len(self.problems) >= self.limits.problems:
            raise TooManyProblemsError

    def tag(self) -> "Tag | None":
        """The tag whose code is running."""
        frame = self._frame()
        return self.part.tag_at_code(frame.f_lineno) if frame and self.part else None

    def _frame(self) -> "FrameType | None":
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the only way to the running line
        while frame and self.part and frame.f_code.co_filename != self.part.file_name:
            frame = frame.f_back
        return frame

    def _turn(self) -> str:
        """Which items the loops around the tag at work have come to."""
        frame = self._frame()
        loops = (
            ((self.part.source.tag_at(line), items) for line, items in self.loops.items())
            if self.part
            else ()
        )
        return "".join(
            loop_turn(tag, items, frame.f_locals) for tag, items in loops if tag and frame
        )


def _size(item: object) -> int:
    """About how much memory an item takes, in characters."""
    if isinstance(item, (str, bytes)):
        return len(item)
    return 1 + sum(map(_size, item)) if isinstance(item, (list, tuple)) else 1


class TooManyProblemsError(Exception):
    """Ends a rendering that has enough to report."""
