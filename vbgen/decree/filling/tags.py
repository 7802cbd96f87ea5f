"""The tags of a template told apart, whatever engine or mail merge they are for: values, branches, loops."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_TAG: Final = re.compile(
    r"\{#.*?#\}|\{%[-+]?\s*(?:tr|tc|p|r)?\b\s*(?P<control>.*?)\s*[-+]?%\}"
    r"|\{\{[-+]?\s*(?:(?P<sign>[#^/>!&])\s*)?(?:[rp]\s+)?(?P<value>[^{}]*?)\s*[-+]?\}\}"
    r"|(?:«|<<|\$\{)\s*(?P<merged>[\w.]+)\s*(?:»|>>|\})",
    re.DOTALL,
)
_SIGNS: Final = ("{", "«", "<<")  # a text with none of them has no tag
_LOOP: Final = re.compile(r"for\s+(\w+)(?:\s*,\s*\w+)*\s+in\s+([\w.\[\]]+)")
_INCLUDE: Final = re.compile(r"include\s+[\"'“”‘’](.+?)[\"'“”‘’]")


class TagKind(Enum):
    """What a tag does to what stands around it."""

    VALUE = auto()  # stands for text
    BRANCH = auto()  # if
    OTHER_BRANCH = auto()  # elif, else
    END = auto()  # of a branch
    INCLUDE = auto()  # a fragment stands here
    SILENT = auto()  # loops, settings, comments: what is between stays


_KINDS: Final = {
    "if": TagKind.BRANCH,
    "elif": TagKind.OTHER_BRANCH,
    "else": TagKind.OTHER_BRANCH,
    "endif": TagKind.END,
    "include": TagKind.INCLUDE,
}


@dataclass(frozen=True, slots=True)
class TemplateTag:
    """A tag within a text, from `start` to `end`."""

    kind: TagKind
    start: int
    end: int
    says: str = ""  # the value's path, the fragment's name, the condition
    loop: tuple[str, str] | None = None  # a loop's name and what it goes through


def tags_in(text: str) -> Iterator[TemplateTag]:
    """The tags of a text, in order."""
    if any(sign in text for sign in _SIGNS):
        yield from map(_tag, _TAG.finditer(text))


def _tag(match: re.Match[str]) -> TemplateTag:
    start, end = match.span()
    if match["merged"]:
        return TemplateTag(TagKind.VALUE, start, end, match["merged"])
    if match["value"] is not None:
        return _of_braces(match["sign"] or "", match["value"], start, end)
    control = match["control"] or ""
    kind = _KINDS.get(control.split(" ", 1)[0], TagKind.SILENT)
    loop, include = _LOOP.match(control), _INCLUDE.match(control)
    says = include[1] if include else control.partition(" ")[2].strip()
    return TemplateTag(kind, start, end, says, (loop[1], loop[2]) if loop else None)


def _of_braces(sign: str, value: str, start: int, end: int) -> TemplateTag:
    """A value, or what other engines write in the same braces: `{{#list}}`, `{{/list}}`, `{{else}}`."""
    word = value.split(" ", 1)[0]
    is_silent = sign in {"#", "^", "/", "!", ">"} or word in {"else", "if", "each", "end", "range"}
    return TemplateTag(TagKind.SILENT if is_silent else TagKind.VALUE, start, end, value)
