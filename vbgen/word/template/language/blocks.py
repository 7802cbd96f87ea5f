"""Whether the blocks of a part open and close as they should; every fault, not only the first."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.word.template.language.cells import CELL_KEYWORDS
from vbgen.word.template.language.emit import Level
from vbgen.word.template.language.stream import Tag

_OPENERS = ("if", "for", "macro", "call", "filter", "with")
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}
_REFUSED = (
    "include",
    "extends",
    "import",
    "from",
    "block",
    "endblock",
    "autoescape",
    "endautoescape",
)
_WORDS = (
    *_OPENERS,
    *(f"end{word}" for word in _OPENERS),
    *_MIDDLES,
    "set",
    "endset",
    "raw",
    "endraw",
    *CELL_KEYWORDS,
)
_PREFIXES = ("tr", "tc", "p", "r")
_OF_OTHERS = {"elseif": "elif", "elsif": "elif", "end": "endif"}  # as other languages say it
_GLUED = re.compile(r"(tr|tc|p|r)(\w+)")

Open = tuple[
    str, Tag, Level | None
]  # no level: a tag that is misspelt stands on whichever is meant


def check_blocks(levels: Iterable[tuple[Tag, Level]]) -> list[Problem]:
    """What is wrong with the order of the statements of one part."""
    return list(_Balance().run(levels))


class _Balance:
    def __init__(self) -> None:
        self.open: list[Open] = []

    def run(self, levels: Iterable[tuple[Tag, Level]]) -> Iterable[Problem]:
        for tag, level in levels:
            word = tag.word
            if word in _OPENERS or word == "set_block":
                self.open.append((word, tag, level))
            elif word in _MIDDLES:
                yield from self._middle(word, tag, level)
            elif word.startswith("end") and word in _WORDS:
                yield from self._close(word, tag, level)
            elif word != "set":
                yield _unknown(tag, word)
                yield from self._as_meant(_meant(word, tag.rest), tag)
        yield from map(_unclosed, self._spelt(self.open))

    def _as_meant(self, word: str, tag: Tag) -> Iterable[Problem]:
        """A misspelt tag opens or closes what it means, so that one slip is one fault."""
        if word in _OPENERS:
            self.open.append((word, tag, None))
        elif any(word == f"end{opened}" for opened, _tag, _level in self.open):
            yield from self._close(word, tag, None)

    def _middle(self, word: str, tag: Tag, level: Level) -> Iterable[Problem]:
        if not self.open or self.open[-1][0] not in _MIDDLES[word]:
            yield _unopened(tag, word)
        else:
            yield from _uneven(self.open[-1], tag, level)

    def _close(self, word: str, tag: Tag, level: Level | None) -> Iterable[Problem]:
        want = "set_block" if word == "endset" else word[3:]
        if all(opened != want for opened, _tag, _level in self.open):
            yield _unopened(tag, word)
            return
        last = max(at for at, opened in enumerate(self.open) if opened[0] == want)
        yield from map(_unclosed, self._spelt(self.open[:last:-1]))
        del self.open[last + 1 :]
        yield from _uneven(self.open.pop(), tag, level)

    @staticmethod
    def _spelt(opened: Iterable[Open]) -> Iterable[Tag]:
        return (tag for _word, tag, level in opened if level is not None)


def _unclosed(tag: Tag) -> Problem:
    end = f"end{tag.keyword}"
    message = _("Khối “{word}” mở ở đây nhưng không đóng.", word=tag.keyword)
    return Problem("block-not-closed", message, tag.place, hint=_("Hãy thêm thẻ “{end}”.", end=end))


def _unopened(tag: Tag, word: str) -> Problem:
    opener = " / ".join(_MIDDLES.get(word, (word[3:],)))
    message = _("Có thẻ “{word}” mà không có thẻ “{opener}” đang mở.", word=word, opener=opener)
    return Problem(
        "block-not-opened", message, tag.place, hint=_("Hãy bỏ thẻ này hoặc thêm thẻ mở trước nó.")
    )


def _uneven(opened: Open, tag: Tag, level: Level | None) -> list[Problem]:
    if opened[2] == level or opened[2] is None or level is None:
        return []
    message = _(
        "Khối mở bằng “{first}” ({place}) và thẻ này không nằm cùng cấp trong văn bản.",
        first=opened[1].place.quote,
        place=_where(opened[1]),
    )
    hint = _(
        "Hãy dùng cùng một tiền tố (p, tr, tc) cho các thẻ của một khối, hoặc đặt chúng cùng đoạn."
    )
    return [Problem("block-uneven", message, tag.place, hint=hint)]


def _where(tag: Tag) -> str:
    place = tag.place
    number = _("đoạn {paragraph}", paragraph=place.paragraph)
    return ", ".join(part for part in (place.part, place.cell, number) if part)


def _unknown(tag: Tag, word: str) -> Problem:
    if word in _REFUSED:
        return _refused(tag, word)
    message = _("Không có thẻ “{word}”.", word=word)
    return Problem("tag-unknown", message, tag.place, hint=_hint(word, tag.rest))


def _hint(word: str, rest: str) -> str:
    meant = _meant(word, rest)
    if prefix := _prefix_before(word, meant):
        message = _(
            "Có phải là “{{%{prefix} {word} …%}}”? Hãy thêm dấu cách.", prefix=prefix, word=meant
        )
        if word.lower() == prefix:
            message = _(
                "Có phải là “{{%{prefix} {word} …%}}”? Hãy viết liền và viết thường.",
                prefix=prefix,
                word=meant,
            )
        return message
    if meant:
        return _("Có phải là “{word}”?", word=meant)
    return _("Các thẻ dùng được: if, elif, else, for, set, macro, with và thẻ kết thúc của chúng.")


def _prefix_before(word: str, meant: str) -> str:
    """The prefix that stands apart from the word that it belongs to, or is glued to it."""
    glued = _GLUED.fullmatch(word)
    if glued and glued[2] == meant:
        return glued[1]
    return word.lower() if meant and word.lower() in _PREFIXES else ""


def _meant(word: str, rest: str) -> str:
    """The word that a misspelt one stands for; empty for one that is like none."""
    small = word.lower()
    if small in _PREFIXES:
        return next((inner for inner in rest.split()[:1] if inner in _WORDS), "")
    glued = _GLUED.fullmatch(word)
    if glued and glued[2] in _WORDS:
        return glued[2]
    return _OF_OTHERS.get(small, *get_close_matches(small, _WORDS, 1, 0.6) or ("",))


def _refused(tag: Tag, word: str) -> Problem:
    if word == "include":
        message = _(
            'Thẻ “include” chỉ dùng dạng {{%p include "tên phần dùng chung" %}}, một mình trong một đoạn.'
        )
        return Problem(
            "include-misplaced", message, tag.place, hint=_("Hãy đặt thẻ vào một đoạn riêng.")
        )
    message = _("Thẻ “{word}” không được dùng trong mẫu Word.", word=word)
    return Problem(
        "tag-refused", message, tag.place, hint=_("Hãy bỏ thẻ này; dữ liệu luôn được in an toàn.")
    )
