"""The frame of a paper read as values: who issued what, when, to whom, signed by whom."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.errors import Place
from vbgen.intake.sources.word_sheets import paragraph_place
from vbgen.intake.values import ReadValue
from vbgen.messages import _
from vbgen.words.dates import long_date
from vbgen.words.names import fold

_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<number>\d{1,6}[a-zđ]?)?\s*[/-]\s*(?P<symbol>[^\s/-][^\s]*)", re.IGNORECASE
)
_POWER = re.compile(r"\A(T/?M|K/?T|T/?L|TUQ|Q)\s*\.?\s+(?=\S)")
_SUBJECT = re.compile(r"\A\s*V\s*/\s*v\s*:?\s*", re.IGNORECASE)
_ADDRESSED = re.compile(r"\A\s*Kính gửi\s*:?\s*", re.IGNORECASE)
_DASH = re.compile(r"\A\s*[-–—+•]\s*")
Parts = dict[str, ReadValue | tuple[ReadValue, ...]]


@dataclass(frozen=True)
class FrameReader:
    """The parts of one paper."""

    paper: Paper
    name: str

    def read(self) -> Parts:
        """Every part that the paper has, by the name of what it says."""
        found: Parts = {}
        for key, read in _READERS.items():
            value = read(self)
            if value:
                found[key] = value
        return found

    def type_name(self) -> ReadValue | None:
        """`Quyết định`; `Công văn` for one that has no type's name."""
        line = self.paper.first(Part.TYPE) or self.paper.first(Part.LETTER_SUBJECT)
        if self.paper.type is not None and line is not None:
            return self.of(self.paper.type.name, line)
        if self.paper.is_letter and line is not None:
            return self.of("Công văn", line)
        return self.of(line.text, line, _("không rõ loại văn bản")) if line else None

    def joined(self, part: Part, change: Callable[[str], str] = str) -> ReadValue | None:
        """The lines of a part as one text."""
        lines = self.paper.of(part)
        if not lines:
            return None
        text = change(" ".join(" ".join(line.text for line in lines).split()))
        return self.of(text, lines[0], words=" ".join(line.text for line in lines))

    def number(self) -> ReadValue | None:
        """`05`; nothing for a draft without a number."""
        match, line = self._numbered()
        return self.of(match["number"], line) if match and line and match["number"] else None

    def symbol(self) -> ReadValue | None:
        """`QĐ-SCT`."""
        match, line = self._numbered()
        return self.of(match["symbol"].rstrip(".,;"), line) if match and line else None

    def _numbered(self) -> tuple[re.Match[str] | None, Line | None]:
        line = self.paper.first(Part.NUMBER)
        return (_NUMBER.search(line.text), line) if line else (None, None)

    def day(self) -> ReadValue | None:
        """The day of issue; nothing where it is blank."""
        line, day = self.paper.first(Part.DATE), self.paper.day
        if line is None or day is None or not re.search(r"ngày\s*\d", line.text, re.IGNORECASE):
            return None
        is_told = long_date(day) in " ".join(line.text.split())
        why = "" if is_told or f"{day.day}" in line.text else _("ngày chưa chắc")
        return self.of(day, line, why)

    def place(self) -> ReadValue | None:
        """`Hà Nam`."""
        line = self.paper.first(Part.DATE)
        place = line.text.partition(",")[0].strip() if line and "," in line.text else ""
        return self.of(place, line) if line and place else None

    def addressees(self) -> tuple[ReadValue, ...]:
        """Whom it is addressed to, each by itself."""
        lines = self.paper.of(Part.ADDRESSEES)
        return tuple(self._listed(lines, lambda text: _ADDRESSED.sub("", text)))

    def grounds(self) -> tuple[ReadValue, ...]:
        """Every ground, with “Căn cứ”, without the sign at its end."""
        return tuple(self._listed(self.paper.of(Part.GROUND), str))

    def recipients(self) -> tuple[ReadValue, ...]:
        """Who receives it, each by itself, the copies kept among them."""
        return tuple(self._listed(self.paper.of(Part.RECIPIENT), str))

    def powers(self) -> tuple[ReadValue, ...]:
        """`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: what the signature stands on, where it is not the head's own."""
        lines = [line for line in self.paper.of(Part.POWER) if _POWER.match(line.text)]
        return tuple(self.of(" ".join(line.text.split()), line) for line in lines)

    def signer_title(self) -> ReadValue | None:
        """The signer's own title: the last line above the name, without a power before it."""
        lines = self.paper.of(Part.POWER)
        if not lines:
            return None
        return self.of(_POWER.sub("", " ".join(lines[-1].text.split())), lines[-1])

    def signers(self) -> tuple[ReadValue, ...]:
        """Who signs."""
        return tuple(self.of(line.text, line) for line in self.paper.of(Part.SIGNER))

    def _listed(self, lines: Sequence[Line], change: Callable[[str], str]) -> Iterator[ReadValue]:
        for line in lines:
            for piece in change(line.text).splitlines():
                text = " ".join(_DASH.sub("", piece).split()).rstrip(" ;.,")
                if text and fold(text) not in {"noi nhan", "noi nhan:"}:
                    yield self.of(text, line)

    def of(self, value: object, line: Line, why: str = "", *, words: str = "") -> ReadValue:
        """A value with the line that says it."""
        doubts = (why,) if why else ()
        return ReadValue(value, line_place(line, self.name), words or line.text, doubts)


def line_place(line: Line, name: str) -> Place:
    """Where a line stands."""
    return paragraph_place(line.paragraph, name)


_READERS: Mapping[str, Callable[[FrameReader], ReadValue | tuple[ReadValue, ...] | None]] = {
    "type": FrameReader.type_name,
    "number": FrameReader.number,
    "symbol": FrameReader.symbol,
    "day": FrameReader.day,
    "place": FrameReader.place,
    "governing_body": lambda read: read.joined(Part.GOVERNING_BODY),
    "issuer": lambda read: read.joined(Part.ISSUER),
    "subject": lambda read: (
        read.joined(Part.SUBJECT)
        or read.joined(Part.LETTER_SUBJECT, lambda text: _SUBJECT.sub("", text))
    ),
    "authority": lambda read: read.joined(Part.AUTHORITY),
    "addressees": FrameReader.addressees,
    "grounds": FrameReader.grounds,
    "powers": FrameReader.powers,
    "signer_title": FrameReader.signer_title,
    "signers": FrameReader.signers,
    "recipients": FrameReader.recipients,
}
