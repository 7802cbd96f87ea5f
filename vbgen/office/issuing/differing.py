"""How a Word file that was made again differs from the kept one: which part, which words, and what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from vbgen.messages import _
from vbgen.word.package.parts import main_member
from vbgen.word.reading.plain import plain_text
from vbgen.word.template import read_package

_EXCERPT = 80  # bytes of mark-up that are shown
_MANY_LINES = 5_000  # longer papers are compared line by line, without looking for what moved


class Cause(StrEnum):
    """What changed between the version that made a paper and the one that made it again."""

    COMPRESSOR = "compressor"  # every part is equal, the file around them is not
    RENDERER = "renderer"  # the same values and template
    VALUES = "values"  # computed again: 0.1 kept none
    RECORD = "record"  # of the dossier, which names the files

    @property
    def label(self) -> str:
        """What a clerk reads."""
        return {
            "compressor": _("được nén khác, mọi thành phần bên trong giống hệt"),
            "renderer": _("bộ dựng mẫu khác"),
            "values": _("giá trị được tính lại vì bản cũ không lưu"),
            "record": _("hồ sơ ghi tên các tệp"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two files differ."""

    cause: Cause
    part: str = ""  # of the Word file: `word/document.xml`
    paragraph: int = 0  # of the kept file, from 1
    before: str = ""  # its words there
    after: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain values; what is empty is left out."""
        values = {
            "part": self.part,
            "paragraph": self.paragraph,
            "before": self.before,
            "after": self.after,
        }
        return {
            "cause": self.cause.value,
            **{name: value for name, value in values.items() if value},
        }


def differences(kept: bytes, made: bytes, cause: Cause) -> tuple[Difference, ...]:
    """Where two Word files differ: their words first, then other parts; the file around them if nothing else does.

    `cause` is what changed where a part differs.
    """
    before, after = (read_package(docx, external_ok=True) for docx in (kept, made))
    main = main_member(before.contents, before.name)
    names = sorted({*before.contents, *after.contents})
    parts = [name for name in names if before.contents.get(name) != after.contents.get(name)]
    words = list(_words(kept, made, cause, main)) if main in parts else []
    left = [name for name in parts if name != main or not words]
    others = [
        _marked_up(name, before.contents.get(name, b""), after.contents.get(name, b""))
        for name in left
    ]
    return (*words, *others) or (Difference(Cause.COMPRESSOR),)


def _marked_up(name: str, kept: bytes, made: bytes) -> Difference:
    """A part whose words are the same: what stands at the first place where its mark-up is not.

    The words come from the values, the mark-up around them from the renderer.
    """
    pairs = enumerate(zip_longest(kept, made))
    place = next(at for at, (one, other) in pairs if one != other)
    start = max(kept.rfind(b"<", 0, place), 0)
    return Difference(Cause.RENDERER, name, 0, _excerpt(kept, start), _excerpt(made, start))


def _excerpt(content: bytes, start: int) -> str:
    return content[start : start + _EXCERPT].decode("utf-8", "replace")


def _words(kept: bytes, made: bytes, cause: Cause, part: str) -> Iterator[Difference]:
    before, after = plain_text(kept).split("\n"), plain_text(made).split("\n")
    for first, was, now in _changed(before, after):
        yield Difference(cause, part, first + 1, "\n".join(was), "\n".join(now))


def _changed(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    if max(len(before), len(after)) > _MANY_LINES:
        pairs = enumerate(zip_longest(before, after, fillvalue=""))
        yield from ((place, [was], [now]) for place, (was, now) in pairs if was != now)
        return
    for tag, begin, end, other_begin, other_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield begin, before[begin:end], after[other_begin:other_end]
