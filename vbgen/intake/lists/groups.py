"""What a row that heads a group says of those below it, and the groups that a row stands in."""

import re
from dataclasses import dataclass, field, replace

from vbgen.intake.known import KnownOffice
from vbgen.intake.lexicon import word_set
from vbgen.intake.lists.recipients import is_enterprise, is_unit_name
from vbgen.intake.sources.values import SeenCell
from vbgen.model.movement import RecipientKind
from vbgen.words.names import fold

_STYLES = (
    ("part", re.compile(r"\A\(?((?:[IVXL]+|[A-Z])\.\d{1,2})\s*[.)/\-–:]?(?=\s|\Z)")),
    ("roman", re.compile(r"\A\(?([IVXL]+)\s*[.)/\-–:]?(?=\s|\Z)")),
    ("capital", re.compile(r"\A\(?([A-Z])\s*[.)/\-–:]?(?=\s|\Z)")),
    ("figure", re.compile(r"\A\(?(\d{1,3}(?:\.\d{1,2})*)\s*[.)/\-–:](?=\s|\Z)")),
    ("letter", re.compile(r"\A\(?([a-zđ])\s*[.)/\-–:](?=\s|\Z)")),
)
_COUNTED = r"(?:người|cá nhân|tập thể|đơn vị|hộ|đồng chí|trường hợp|em|học sinh|đ/c)"
_COUNT = re.compile(
    rf"[\s:(,–-]+(?:gồm\s*)?\d+\s*{_COUNTED}[\s).:;]*\Z"
    r"|\s*[:(]\s*(?:gồm\s*)?\d+[\s).:;]*\Z"  # a figure alone may belong to the name: `Xưởng May 1`
    r"|\s*:\s*(?:gồm\s*)?\d+\s+(?:[^\W\d_]+\s*){1,4}\Z",  # “: 02 hợp tác xã”, whatever is counted
    re.IGNORECASE,
)
_SENT_BY = re.compile(r"\A(?:đơn vị|phòng ban|cơ quan)\s*:\s*", re.IGNORECASE)
_LABEL_BEHIND = re.compile(r"\s*[-–,;(]\s*[^\W\d_][^:,;()]{0,24}:\s.+\Z")  # `Lớp 9A - GVCN: …`
_SENTENCE = re.compile(
    r"\b(?:đề nghị|như sau|sau đây|sau|gồm|kính|trình|báo cáo|xét|đã|được|của các)\b", re.IGNORECASE
)
_KINDS = (
    ("collective", RecipientKind.COLLECTIVE),
    ("individual", RecipientKind.INDIVIDUAL),
    ("household", RecipientKind.HOUSEHOLD),
    ("enterprise", RecipientKind.ENTERPRISE),
    ("pupil", RecipientKind.PUPIL),
)


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """What a row that heads a group says of those below it."""

    style: str  # how it is numbered
    kind: RecipientKind | None = None
    unit: SeenCell | None = None
    unit_name: str = ""
    honour: str = ""

    @property
    def is_neutral(self) -> bool:
        """Whether it says nothing that rows need."""
        return not (self.kind or self.unit or self.honour)


@dataclass
class GroupStack:
    """The groups that a row stands in, the outer first; a group ends where another of its style begins."""

    groups: list[GroupSaid] = field(default_factory=list)

    def enter(self, said: GroupSaid) -> None:
        """A group begins."""
        at = next((at for at, each in enumerate(self.groups) if each.style == said.style), None)
        if at is not None:
            del self.groups[at:]
        self.groups.append(said)

    def clear(self) -> None:
        """Another list begins."""
        self.groups.clear()

    @property
    def kind(self) -> RecipientKind | None:
        """What the innermost group says."""
        return next((each.kind for each in reversed(self.groups) if each.kind), None)

    @property
    def unit(self) -> GroupSaid | None:
        """The innermost group that is a unit."""
        return next((each for each in reversed(self.groups) if each.unit), None)

    @property
    def honour(self) -> str:
        """As above."""
        return next((each.honour for each in reversed(self.groups) if each.honour), "")


def group_said(cell: SeenCell, known: KnownOffice, *, prefix: str = "") -> GroupSaid:
    """What the text of a group's row says; `prefix` is its number where that has a cell of its own."""
    text = " ".join(cell.text.split())
    style, bare = _numbered(text)
    style = style or _numbered(f"{prefix.strip()} ")[0]
    said = _said(_COUNT.sub("", bare).strip(" :.;,–-"), cell, known)
    return replace(said, style=style or said.style)


def _said(bare: str, cell: SeenCell, known: KnownOffice) -> GroupSaid:
    if kind := _kind_of(fold(bare)):
        return GroupSaid("plain-kind", kind)
    if honour := known.honour_titled(bare) or known.honour_within(bare):
        return GroupSaid("plain-honour", honour=honour)
    if _names_unit(bare, known):
        return GroupSaid(
            "plain-unit", unit=cell, unit_name=_LABEL_BEHIND.sub("", _SENT_BY.sub("", bare))
        )
    return GroupSaid("plain-text")


def _names_unit(text: str, known: KnownOffice) -> bool:
    if _SENTENCE.search(text) and not known.has_unit(text):
        return False
    if re.match(r"(?:đơn vị|cơ quan|phòng ban|trường)\s*:", text, re.IGNORECASE):
        return True
    return known.unit_called(text) is not None or is_unit_name(text) or is_enterprise(text)


def _numbered(text: str) -> tuple[str, str]:
    for style, pattern in _STYLES:
        if match := pattern.match(text):
            return style, text[match.end() :].strip()
    return "", text


def _kind_of(key: str) -> RecipientKind | None:
    """`tập thể`, `danh sách cá nhân`, `đối với tập thể (02)`; with more words only where those are known openings."""
    bare = re.sub(r"\([^()]*\)|[\s:,–-]+\d+\s*\Z", " ", key).strip(" .:")
    bare = re.sub(r"\A(?:danh sach|de nghi|khen thuong|tang|doi voi|ve|cac)\s+", "", bare)
    return kind_worded(bare)


def kind_worded(key: str) -> RecipientKind | None:
    """The kind of recipients that folded words name, as a group or a column does; None for other words."""
    return next((kind for name, kind in _KINDS if key in word_set("groups", name)), None)


def kind_of_title(text: str) -> RecipientKind | None:
    """The one kind of recipients that a title or a heading speaks of; None for none, or for several."""
    key = f" {' '.join(re.findall(r'[a-z]+', fold(text)))} "
    told = {name for word, name in _IN_TITLES if f" {word} " in key}
    return RecipientKind(told.pop()) if len(told) == 1 else None


_IN_TITLES = (
    ("ho gia dinh", "household"),
    ("chu ho", "household"),
    ("cac ho", "household"),
    ("doanh nghiep", "enterprise"),
    ("hop tac xa", "enterprise"),
    ("hoc sinh", "pupil"),
    ("sinh vien", "pupil"),
    ("ca nhan", "individual"),
    ("can bo", "individual"),
    ("giao vien", "individual"),
    ("tap the", "collective"),
    ("don vi", "collective"),
)


def is_neutral_words(text: str) -> bool:
    """Whether a group's words are only those that every list has."""
    _style, bare = _numbered(text)
    return _COUNT.sub("", fold(bare)).strip(" :.") in word_set("groups", "neutral")
