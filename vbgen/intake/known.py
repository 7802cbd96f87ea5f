"""What the office knows already: its units and honours, recognised under their usual short forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from vbgen.intake.lexicon import Lexicon, Titled, honour_forms
from vbgen.model.unit import Unit
from vbgen.model.vocabulary import Vocabulary
from vbgen.words.names import fold

_SHORT = (
    (r"\bp\.?\s*(?=[a-z])", "phong "),
    (r"\bvp\b", "van phong"),
    (r"\btt\b\.?", "trung tam"),
    (r"\bcc\b\.?", "chi cuc"),
    (r"\bbql\b", "ban quan ly"),
    (r"\bubnd\b", "uy ban nhan dan"),
    (r"\bhdnd\b", "hoi dong nhan dan"),
    (r"\btr\.\s*", "truong "),
    (r"\bbqlda\b", "ban quan ly du an"),
    (r"&", " va "),
    (r"\bthcs\b", "trung hoc co so"),
    (r"\bthpt\b", "trung hoc pho thong"),
    (r"\bth\b", "tieu hoc"),
    (r"\bmn\b", "mam non"),
    (r"\bgd\s*&?\s*dt\b", "giao duc va dao tao"),
    (r"\bcntt\b", "cong nghe thong tin"),
)
_KEPT = re.compile(r"[^a-z0-9]+")
_QUOTES = re.compile('[“”"„‘’«»]')
_NEAR = 0.86
_HONOUR_TIME = re.compile(r"\s+(?:nam|nam hoc|giai doan|quy \S+|hoc ky \S+)\s+\d{4}.*\Z")
_HONOUR_OPENING = re.compile(
    r"\A(?:de nghi|xet|tang|duoc|cong nhan|danh hieu|hinh thuc|khen thuong|thi dua|:|-|\s|\"|“|”|')+"
)


_ISSUER_FIRST = re.compile(
    r"\b((?:chu tich|giam doc|bo truong|thu tuong|hieu truong|thu truong)\b(?: \w+){0,6}?) "
    r"(?:xet |quyet dinh )?tang (?:thuong )?(bang khen|giay khen|ky niem chuong) "
)
_GRANTED = re.compile(
    r"\b(?:tang thuong|tang|cong nhan danh hieu|cong nhan|danh hieu|dat danh hieu) "
)


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit of the office; `is_certain` where the spelling leaves no other, else the likely ones."""

    unit: Unit
    is_certain: bool = True


@dataclass(frozen=True)
class KnownOffice:
    """Units of the office or of one campaign, the honours of today, and its own headings."""

    words: Vocabulary
    today: date
    units: tuple[Unit, ...] = ()
    agency: str = ""
    agency_names: tuple[str, ...] = ()  # its full and short names, which may stand behind a unit's
    answers: Mapping[str, str] = field(default_factory=dict)
    sender: Unit | None = None  # that is known to have sent what is read

    @cached_property
    def lexicon(self) -> Lexicon:
        """The shipped words with the office's own headings."""
        added = (
            (title, _FIELDS.get(name, name))
            for name, titles in self.words.headings
            for title in titles
        )
        return Lexicon(tuple(added), self.words.ignored)

    def field_of(self, heading: str) -> Titled | None:
        """What a heading names."""
        return self.lexicon.field_of(heading)

    def leans(self, heading: str, name: str) -> float:
        """How much the words of a heading are those of one field."""
        return self.lexicon.leaning(heading, name)

    def honour_titled(self, text: str) -> str:
        """The honour that a text is, under its title or a short form; empty for none."""
        if text not in self._titled:
            self._titled[text] = self._honour_titled(text)
        return self._titled[text]

    @cached_property
    def _titled(self) -> dict[str, str]:
        """What was asked before: the same texts stand in row after row; and so below."""
        return {}

    @cached_property
    def _called(self) -> dict[str, UnitFound | None]:
        return {}

    def _honour_titled(self, text: str) -> str:
        key = _bare(self.answers.get(f"honour:{fold(text)}", text))
        forms = (key, _HONOUR_OPENING.sub("", key).strip(" \"”'.:;"))
        found = (self._honours.get(each) or self._of_issuer(each) for each in forms)
        return next(filter(None, found), "")

    def _of_issuer(self, key: str) -> str:
        """`Giấy khen của Giám đốc Sở …`, `Lao động tiên tiến năm 2026`: an honour with who gives it, or when."""
        bare = _HONOUR_TIME.sub("", key).strip(" \"”'.:;,")
        form, of, _issuer = bare.partition(" cua ")
        return self._honours.get(bare, "") or (self._honours.get(form, "") if of else "")

    def award_of(self, fingerprint: str) -> str:
        """What was answered that lists with these headings ask for; empty for nothing."""
        return self.honour_titled(self.answers.get(f"award:{fingerprint}", ""))

    def column_answered(self, fingerprint: str, title: str) -> str:
        """The field that a column was answered to hold; empty for no answer."""
        said = self.answers.get(f"column:{fingerprint}:{fold(title)}", "")
        if not said:
            return ""
        named = self.field_of(said)
        return named.field if named else "unread"

    @cached_property
    def honour_titles(self) -> tuple[str, ...]:
        """Every honour of today."""
        return tuple(word.title for word in self.words.honours)

    def honour_within(self, text: str) -> str:
        """The one honour that a text speaks of; empty where it speaks of none or of several."""
        key = f" {_bare(_QUOTES.sub(' ', text))} "
        found = {form: title for form, title in self._long_honours if f" {form} " in key}
        named = {title for form, title in found.items() if not _is_part_of_another(form, found)}
        return named.pop() if len(named) == 1 else ""

    def honour_granted(self, text: str) -> str:
        """The honour that a title asks for: the one it speaks of, or of several the one behind `tặng`."""
        said = _ISSUER_FIRST.sub(r"tang \2 cua \1 ", f"{_bare(_QUOTES.sub(' ', text))} ")
        if one := self.honour_within(said) or self.honour_within(text):
            return one
        behind = _GRANTED.split(said, maxsplit=1)[1:]
        forms = (
            form
            for form, _title in self._long_honours
            if f"{''.join(behind)} ".startswith(f"{form} ")
        )
        longest = max(forms, key=len, default="")
        return self._honours.get(longest, "")

    def unit_called(self, text: str) -> UnitFound | None:
        """The unit of the office that a text names; None for one that is not known."""
        if text not in self._called:
            self._called[text] = self._unit_called(text)
        return self._called[text]

    def _unit_called(self, text: str) -> UnitFound | None:
        if not self.units:
            return None
        text = self._without_agency(self.answers.get(f"unit:{fold(text)}", text))
        for form in _forms(text):
            if len(found := self._units.get(form, ())) == 1:
                return UnitFound(found[0])
        return self._near(text)

    def _without_agency(self, text: str) -> str:
        """`Văn phòng Sở` of `Văn phòng Sở, Sở Công Thương Hà Nam`."""
        head, comma, last = text.rpartition(",")
        return head if comma and fold(last) in self._agency_keys else text

    @cached_property
    def _agency_keys(self) -> frozenset[str]:
        return frozenset(fold(name) for name in (self.agency, *self.agency_names) if name)

    def is_own_name(self, text: str) -> bool:
        """Whether a letterhead's line names the office itself, whole or without its place."""
        key = fold(text)
        return any(name == key or name.startswith(f"{key} ") for name in self._agency_keys)

    def has_unit(self, text: str) -> bool:
        """Whether a text names a unit of the office beyond doubt."""
        found = self.unit_called(text)
        return found is not None and found.is_certain

    def _near(self, text: str) -> UnitFound | None:
        key = _key(text)
        scored = [
            (SequenceMatcher(None, key, name).ratio(), each)
            for name, each in zip(self._unit_keys, self.units, strict=True)
        ]
        scored.sort(key=lambda each: -each[0])
        if not scored or scored[0][0] < _NEAR:
            return None
        return UnitFound(scored[0][1], is_certain=False)

    @cached_property
    def _unit_keys(self) -> tuple[str, ...]:
        return tuple(_key(each.name) for each in self.units)

    @cached_property
    def _honours(self) -> Mapping[str, str]:
        titles = {form: self._own_title(title) for form, title in honour_forms().items()}
        titles |= {_bare(form): title for form, title in self._own_forms()}
        known = {_bare(form): title for form, title in titles.items() if title}
        return {form: title for form, title in known.items() if not self._is_anybodys(form, title)}

    def _own_forms(self) -> Iterator[tuple[str, str]]:
        """Code, other titles and title of each honour; the titles count last."""
        for word in self.words.honours:
            yield from ((each, word.title) for each in (word.code, *word.other_titles))
        yield from ((word.title, word.title) for word in self.words.honours)

    def _is_anybodys(self, form: str, title: str) -> bool:
        """`Bằng khen` alone, where several who give one are known."""
        of = [each for each in self.honour_titles if _bare(each).startswith(f"{form} cua ")]
        return len(of) > 1 and form != _bare(title)

    def _own_title(self, title: str) -> str:
        """The title, where the office's list of today has it."""
        return title if title in self.honour_titles else ""

    @cached_property
    def _long_honours(self) -> tuple[tuple[str, str], ...]:
        return tuple((form, title) for form, title in self._honours.items() if len(form) > 2)  # noqa: PLR2004 - `GK` is no word in a sentence

    @cached_property
    def _units(self) -> Mapping[str, tuple[Unit, ...]]:
        found: dict[str, dict[str, Unit]] = defaultdict(dict)
        for unit in self.units:
            for form in _unit_forms(unit, self.agency):
                found[form][unit.id] = unit
        return {form: tuple(units.values()) for form, units in found.items()}


_FIELDS = {"award": "honour", "birth_year": "birth", "nominee": "code", "id": "code"}


def _is_part_of_another(form: str, found: Iterable[str]) -> bool:
    return any(form != other and f" {form} " in f" {other} " for other in found)


def _bare(text: str) -> str:
    return " ".join(fold(text).strip(" .:;,-–\"“”'()").split())


def _key(text: str) -> str:
    """A unit's name without marks, its short forms written out."""
    key = fold(text).strip(" .:;,-")
    for pattern, written in _SHORT:
        key = re.sub(pattern, written, key)
    return _KEPT.sub(" ", key).strip()


def _forms(text: str) -> tuple[str, ...]:
    plain = _KEPT.sub(" ", fold(text)).strip()
    forms = (plain, _key(text), plain.replace(" ", ""), _key(text).removeprefix("tap the "))
    return tuple(dict.fromkeys(form for form in forms if form))


def _unit_forms(unit: Unit, agency: str) -> Iterable[str]:
    for name in {unit.name, unit.printed_name, unit.id, unit.symbol} - {"", "-"}:
        yield from _forms(name)
    full = _key(unit.name)
    words = full.split()
    yield _initials(words)
    if agency and not full.endswith(_key(agency)):
        yield f"{full} {_key(agency)}"
    if words[0] == "phong" and len(words) > 1:
        yield from _of_room(words[1:])


def _of_room(words: Sequence[str]) -> Iterable[str]:
    """`pkhtc`, `phong khtc` and `ke hoach tai chinh` for Phòng Kế hoạch và Tài chính."""
    initials = _initials([word for word in words if word != "va"])
    yield f"p{initials}"
    yield f"phong {initials}"
    yield " ".join(words)


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)
