"""What a reader of a paper reads: its frame part by part, however it is laid out, then every line of the text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document

_LEFT_OUT: Final = frozenset({Part.RULE_LINE, Part.STAMP, Part.EMPTY})
_BEFORE: Final = (Part.NATIONAL_NAME, Part.MOTTO, Part.GOVERNING_BODY, Part.ISSUER, Part.NUMBER,
                  Part.DATE, Part.LETTER_SUBJECT, Part.TYPE, Part.SUBJECT, Part.ADDRESSEES, Part.AUTHORITY,
                  Part.GROUND)  # fmt: skip
_BEHIND: Final = (Part.POWER, Part.SIGN_NOTE, Part.SIGNER, Part.RECIPIENTS, Part.RECIPIENT)
_LISTED: Final = frozenset({Part.ADDRESSEES, Part.GROUND, Part.RECIPIENTS, Part.RECIPIENT})
_BLANKS: Final = (
    (re.compile(r"Số\s*:?[\s\d….]*[a-zđ]?\s*(?=[/-])"), "Số "),
    (re.compile(r"ngày[\s\d….]*tháng[\s\d….]*năm[\s\d….]*", re.IGNORECASE), "ngày tháng năm"),
)


def lines_read(docx: bytes) -> list[str]:
    """Every line; those of the letterhead in the decree's order, the blanks for number and day alike."""
    paper = recognise(read_document(open_package(docx)))
    said = (*_parts(paper, _BEFORE), *_text(paper), *_parts(paper, _BEHIND))
    return [line for line in said if line]


def _parts(paper: Paper, parts: Sequence[Part]) -> Iterator[str]:
    """What each part of the frame says, however its lines are broken."""
    for part in parts:
        ends = " ;.,:" if part in _LISTED else " "
        lines = (line.text.rstrip(ends) for line in paper.of(part))
        text = " ".join(" ".join(lines).split())
        for blank, same in _BLANKS if part in {Part.NUMBER, Part.DATE} else ():
            text = blank.sub(same, text)
        yield text


def _text(paper: Paper) -> Iterator[str]:
    """The lines of the text, in order."""
    framed = _LEFT_OUT | {*_BEFORE, *_BEHIND}
    for at, (role, item) in enumerate(zip(paper.roles, paper.document.paragraphs, strict=True)):
        if role not in framed and at not in paper.letterhead:
            yield " ".join(item.plain.split())
