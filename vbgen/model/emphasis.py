"""Bold and italic inside a text: `<b>…</b>`, `<i>…</i>`; a backslash before a mark makes it a plain text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

USUAL_FONT = "Times New Roman"  # of every paper: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.4

_MARK = re.compile(r"(?P<slashes>\\*)(?P<mark><(?P<end>/?)(?P<look>[bi])>)")
_LOOKS = {"b": "bold", "i": "italic"}


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A piece of a text in one look."""

    text: str
    bold: bool = False
    italic: bool = False

    @property
    def look(self) -> tuple[bool, bool]:
        """Bold, italic."""
        return self.bold, self.italic


def spans(text: str) -> tuple[MarkedSpan, ...]:
    """The pieces of a text with marks; a mark that changes nothing, or has a backslash before it, is text."""
    return tuple(_joined(_pieces(text))) if "<" in text else (MarkedSpan(text),) if text else ()


def marked(pieces: Iterable[MarkedSpan]) -> str:
    """The text with marks that `spans` reads as those pieces; one way of writing for each."""
    written, now = "", MarkedSpan("")
    for piece in (*_joined(pieces), MarkedSpan("")):
        if marks := _marks_between(now, piece):
            written += _slashes_at_end(written) + marks
        written += _literal(piece.text)
        now = piece
    return written


def canonical(text: str) -> str:
    """The same text with its marks in the one way of writing."""
    return marked(spans(text)) if "<" in text else text


def plain(text: str) -> str:
    """The words alone."""
    return "".join(piece.text for piece in spans(text))


def lines(text: str) -> list[str]:
    """Each line that says something, with its own marks: what Alt+Enter set apart."""
    if "\n" not in text:
        return [text] if text.strip() else []
    found: list[list[MarkedSpan]] = [[]]
    for piece in spans(text):
        first, *others = piece.text.split("\n")
        found[-1].append(replace(piece, text=first))
        found += [[replace(piece, text=each)] for each in others]
    return [line for line in map(marked, found) if plain(line).strip()]


def listed_lines(text: str) -> list[str]:
    """Each line without what it ends with: whoever lists them sets the marks between them and at the end."""
    return [line.rstrip(" .;") for line in lines(text)]


def one_line(text: str) -> str:
    """The text within a sentence: a line that was begun by hand goes on with a blank."""
    return " ".join(text.split()) if "\n" in text else text


def _pieces(text: str) -> Iterator[MarkedSpan]:
    now, start = MarkedSpan(""), 0
    for found in _MARK.finditer(text):
        slashes, look = len(found["slashes"]), _LOOKS[found["look"]]
        yield replace(now, text=text[start : found.start()] + "\\" * (slashes // 2))
        if slashes % 2 or getattr(now, look) is not bool(found["end"]):
            yield replace(now, text=found["mark"])
        else:
            is_on = not found["end"]
            is_bold = look == "bold"
            now = replace(now, bold=is_on) if is_bold else replace(now, italic=is_on)
        start = found.end()
    yield replace(now, text=text[start:])


def _joined(pieces: Iterable[MarkedSpan]) -> Iterator[MarkedSpan]:
    told = (piece for piece in pieces if piece.text)
    for _look, alike in groupby(told, key=lambda piece: piece.look):
        same = list(alike)
        yield replace(same[0], text="".join(piece.text for piece in same))


def _literal(text: str) -> str:
    """The words, with a backslash before what looks like a mark."""
    return _MARK.sub(lambda found: f"{found['slashes'] * 2}\\{found['mark']}", text)


def _slashes_at_end(text: str) -> str:
    """Those that must be said twice, for a mark follows."""
    return text[len(text.rstrip("\\")) :]


def _marks_between(before: MarkedSpan, after: MarkedSpan) -> str:
    ends = [
        f"</{mark}>"
        for mark, look in (("i", "italic"), ("b", "bold"))
        if getattr(before, look) and not getattr(after, look)
    ]
    starts = [
        f"<{mark}>"
        for mark, look in _LOOKS.items()
        if getattr(after, look) and not getattr(before, look)
    ]
    return "".join((*ends, *starts))
