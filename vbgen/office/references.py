"""What a clerk means by a reference: an entry of the register, certificates of the golden book."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.register import Entry, Filter, Register
from vbgen.ways import ChooseYear, ListRegister
from vbgen.words.ranges import numbers_in

_REFERENCE = re.compile(
    r"(?P<number>\d{1,9})(?P<suffix>[^\W\d_]?)\s*(?:/\s*|(?=-[^\s/]+/))"  # `05/QĐ-SCT`, `05-QĐ/ĐU`
    r"(?P<symbol>\S+)(?:\s+(?:năm\s+)?(?P<year>\d{4}))?"
)
_ANY = 10**9  # no golden book has more
_CERTIFICATES = re.compile(r"(?P<decision>[^:]*/[^:]*):(?P<places>[\d\s,;–-]+)")


def apart_from_decision(text: str) -> tuple[str, str]:
    """`05/QĐ-SCT:7,12-15` → the decision and the places in it; a text without a decision is the places alone."""
    match = _CERTIFICATES.fullmatch(text.strip())
    return (match["decision"].strip(), match["places"]) if match else ("", text)


def is_of(entry: Entry, reference: str) -> bool:
    """Whether a clerk means that entry by its code; an empty reference means any."""
    match = _REFERENCE.fullmatch(unicodedata.normalize("NFC", reference.strip()))
    if match is None:
        return not reference
    meant = int(match["number"]), match["suffix"].casefold(), match["symbol"]
    return meant == (entry.number, entry.suffix.casefold(), entry.symbol)


def read_places(text: str) -> tuple[int, ...]:
    """The numbers that a clerk writes, with or without a decision before them; UsageError for what are none."""
    _decision, named = apart_from_decision(text)
    try:
        return numbers_in(named, _ANY) if named else ()
    except ValueError as fault:
        raise UsageError(str(fault)) from fault


def papers_meant(reference: str, year: int | None = None) -> Filter | None:
    """The papers with a clerk's code, `05/QĐ-SCT` or `05/QĐ-SCT năm 2026`; None for what is no code."""
    match = _REFERENCE.fullmatch(unicodedata.normalize("NFC", reference.strip()))
    if match is None:
        return None
    meant = int(match["year"]) if match["year"] else year
    return Filter(
        number=int(match["number"]), suffix=match["suffix"], symbol=match["symbol"], year=meant
    )


def find(register: Register, reference: str, year: int | None = None) -> Entry:
    """The entry that a clerk means by its code (`05/QĐ-SCT`, `05/QĐ-SCT năm 2026`) or its id.

    UsageError for none, or for several.
    """
    wanted = papers_meant(reference, year)
    if wanted is None:
        return register.entry(reference.strip())
    found = register.entries(wanted)
    if not found:
        raise UsageError(
            _("Sổ đăng ký không có văn bản số {code}.", code=reference), ways=(ListRegister(),)
        )
    if len(found) > 1:
        raise _several(found)
    return found[0]


def find_whole(register: Register, reference: str, year: int | None = None) -> Entry:
    """The entry that a clerk means by its code, or by some of its certificates: `05/QĐ-SCT:7,12-15`."""
    decision, _places = apart_from_decision(reference)
    return find(register, decision or reference, year)


def _several(found: Sequence[Entry]) -> UsageError:
    years = tuple(sorted({entry.day.year for entry in found}))
    if len(years) == 1:
        agencies = ", ".join(f"{entry.agency}: {entry.id}" for entry in found)
        return UsageError(
            _(
                "Số {code} có trong sổ của nhiều cơ quan ({agencies}).",
                code=found[0].code,
                agencies=agencies,
            )
        )
    message = _(
        "Số {code} có ở các năm {years}; hãy ghi kèm năm: {code} năm {year}.",
        code=found[0].code,
        years=", ".join(map(str, years)),
        year=years[-1],
    )
    return UsageError(message, ways=(ChooseYear(years),))


@dataclass(frozen=True, slots=True)
class CertificateChoice:
    """Some certificates: by their numbers in the golden book, or by their places in the decision that is named."""

    numbers: tuple[int, ...] = ()
    decision: str = ""  # `05/QĐ-SCT`: the numbers are places in it

    @classmethod
    def read(cls, text: str) -> "CertificateChoice":
        """As a clerk writes it: `7,12-15`, `05/QĐ-SCT:7`; UsageError for what is neither."""
        decision, _places = apart_from_decision(text)
        return cls(read_places(text), decision)

    def in_book(self, register: Register, entry: Entry) -> tuple[int, ...]:
        """Their golden-book numbers, 0 for a place that the entry does not have; UsageError for another decision."""
        if not is_of(entry, self.decision):
            text = f"{self.decision}:{','.join(map(str, self.numbers))}"
            raise UsageError(
                _("“{text}” nêu quyết định khác với {code}.", text=text, code=entry.code)
            )
        if not self.decision:
            return self.numbers
        at = {row.place: row.number for row in register.golden_book(document=entry.id)}
        return tuple(at.get(place, 0) for place in self.numbers)
