"""The extract of a decision for one unit (trích sao): the decision's own form and the unit's rows, the copy's foot.

Nghị định 30/2020/NĐ-CP, Điều 25: the form is set anew whole, with the part that is wanted; Phụ lục III, Mẫu 3.1.
What the decision says is taken from the paper as it was issued; what is not known of it is left out by dots.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vbgen.model.afterwards.copy_form import CopyForm
from vbgen.model.afterwards.known import KnownPaper
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.deciding import DECISION
from vbgen.papers.frame.copy_foot import CopyFoot, copy_foot
from vbgen.papers.frame.letterhead import (
    BLANK_NUMBER,
    AnnexReference,
    Letterhead,
    annex_reference,
    is_of_party,
    letterhead,
    number_line,
    subject_of_type,
)
from vbgen.papers.frame.place_line import place_line
from vbgen.papers.frame.signature import Signature, deciding_head, find_signer, signature
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.words.dates import blank_date, long_date
from vbgen.words.names import same_name
from vbgen.words.numbers import count_of

_TYPE, _SYMBOL, _ABOUT = "QUYẾT ĐỊNH", "QĐ", "Về việc …"


@dataclass(frozen=True, slots=True)
class ExtractGroup:
    """The unit's rows of one honour, numbered as in the decision's list."""

    title: str
    count: str
    entries: tuple[HonourEntry, ...]


@dataclass(frozen=True, slots=True)
class ExtractSection:
    """The unit's rows of one kind of recipient."""

    name: str
    name_heading: str
    post_heading: str
    is_collective: bool
    says_merits: bool
    groups: tuple[ExtractGroup, ...]


@dataclass(frozen=True, slots=True)
class ExtractList:
    """The part of the decision's list that is the unit's."""

    whom: str  # of the whole list, as its title says it
    sections: tuple[ExtractSection, ...]


@dataclass(frozen=True, slots=True)
class DecisionExtract:
    """What stands of the decision on its extract, beside its form."""

    paper: str  # `Quyết định số 05/QĐ-SCT`
    unit: str
    recipients: tuple[str, ...]  # of the decision
    given: str = ""  # Điều 1; empty where the decision's words are not known
    annex: str = ""  # `tại Phụ lục I`: where its list stands, among several annexes
    left_out: tuple[int, ...] = ()  # numbers of the articles between the first and the last
    last_article: str = ""
    carried_out_by: str = ""


def extract_of(scene: Scene) -> DecisionExtract:
    """The decision as it was issued; number, day and words are blank before that."""
    found = _decision(scene)
    said: Mapping[str, Any] = found.said if found else {}
    blank = DecisionExtract(
        paper=f"Quyết định số {found.code}" if found else "Quyết định",
        unit=_unit(scene),
        recipients=tuple(said.get("recipients", ())),
    )
    return (
        replace(blank, **_articles(scene, said)) if {"decision", "values"} <= set(said) else blank
    )


def _articles(scene: Scene, said: Mapping[str, Any]) -> dict[str, Any]:
    """What the articles of a decision say that was laid out from data."""
    last, money = str(said["values"].get("last_article", "")), said.get("bonus")
    return {
        "given": said["decision"].given,
        "annex": f"tại Phụ lục {_first(scene)}" if money and money.lines else "",
        "left_out": tuple(range(2, int(last))) if last.isdecimal() else (),
        "last_article": last,
        "carried_out_by": said["decision"].carried_out_by if last else "",
    }


def _first(scene: Scene) -> str:
    """The number of a first annex; the Party counts in Arabic numerals."""
    return "1" if is_of_party(scene.agency) else "I"


def foot_of(scene: Scene) -> CopyFoot:
    """The copy's own part: who makes it, its number and day, who signs it, who receives it."""
    number = number_line(scene.agency, scene.symbol, scene.issue)
    placed = f"{scene.agency.place}, {scene.paper_date}"
    signed = signature(scene.signer(), scene.agency)
    recipients = scene.texts("recipients") or [_unit(scene), "Lưu: VT"]
    return copy_foot(CopyForm.EXCERPT.word, scene.agency, number, placed, signed, recipients)


def on_extract(scene: Scene) -> Mapping[str, Callable[[], object]]:
    """Names that mean the decision on its extract: in the decision's own words, else as it would be made today."""
    found = _decision(scene)
    made: Mapping[str, Callable[[Scene, KnownPaper | None], object]] = {
        "letterhead": _letterhead,
        "title": lambda _scene, one: subject_of_type(_TYPE, one.subject if one else _ABOUT),
        "signature": _signature,
        "annex": _annex,
    }
    said: Mapping[str, Any] = found.said if found else {}
    own = {name: _value(said[name]) for name in _SAID if name in said}
    rest = {name: _made(make, scene, found) for name, make in made.items()}
    return {**rest, **own, "awards": lambda: _rows(scene, said.get("awards"))}


_SAID = ("agency", "letterhead", "title", "legal_grounds", "values", "annex", "signature", "marks")


def _value(value: object) -> Callable[[], object]:
    return lambda: value


def _made(
    make: Callable[[Scene, KnownPaper | None], object], scene: Scene, found: KnownPaper | None
) -> Callable[[], object]:
    return lambda: make(scene, found)


def _decision(scene: Scene) -> KnownPaper | None:
    """The decision that is in force, of the extract's own phase and honours."""
    phase = scene.phase.number if scene.phase else None
    return scene.known.of(DECISION, scene.variant.decision, phase)


def _unit(scene: Scene) -> str:
    own = scene.variant.thing
    return next((one.name for one in scene.campaign.units if one.id == own), "")


def _letterhead(scene: Scene, found: KnownPaper | None) -> Letterhead:
    """The head as the agency's decisions have it, with the decision's number and day."""
    agency = scene.agency
    head = letterhead(agency, scene.kind, scene.variant, scene.plan, "")
    symbol = f"-{_SYMBOL}/{agency.symbol}" if agency.heading else f"/{_SYMBOL}-{agency.symbol}"
    mark = "Số" if is_of_party(agency) else "Số:"
    number = f"{mark} {found.code}" if found else f"{mark}{BLANK_NUMBER}{symbol}"
    day = long_date(found.day) if found else blank_date(scene.plan.year, scene.plan.month)
    placed = place_line(f"{agency.place}, {day}", agency.size_set, number)
    return replace(head, number=number, place_room=placed.room, place_line=placed.line)


def _signature(scene: Scene, found: KnownPaper | None) -> Signature:
    """Who signed the decision: by the name that the register has, else who signs decisions."""
    signers = scene.campaign.signers
    named = [one for one in signers if found and same_name(one.full_name, found.signer_name)]
    wanted = named[0].id if named else ""
    return signature(
        find_signer(signers, wanted, scene.agency, council=False, by_head=True), scene.agency
    )


def _annex(scene: Scene, found: KnownPaper | None) -> AnnexReference:
    day = long_date(found.day) if found else blank_date(None, None)
    decided_by = found.decided_by if found else deciding_head(scene.campaign.signers, scene.agency)
    reference = annex_reference(_TYPE, f"{_SYMBOL}-{scene.agency.symbol}", day, decided_by)
    if found is None:
        return reference
    return replace(reference, text=f"(Kèm theo Quyết định số {found.code} {day} của {decided_by})")


def _rows(scene: Scene, listed: Any) -> ExtractList:  # noqa: ANN401 - as it was kept, or made now
    """The unit's rows: out of the list that was issued, else out of the data."""
    whole = listed or awards(scene)
    return ExtractList(whole.whom, tuple(_sections(whole.sections, scene.variant.thing)))


def _sections(sections: Iterable[Any], unit: str) -> Iterator[ExtractSection]:
    for section in sections:
        if groups := tuple(_groups(section, unit)):
            yield ExtractSection(
                section.name,
                section.name_heading,
                section.post_heading,
                section.is_collective,
                section.says_merits,
                groups,
            )


def _groups(section: Any, unit: str) -> Iterator[ExtractGroup]:  # noqa: ANN401 - as above
    for group in section.groups:
        own = tuple(entry for entry in group.entries if entry.nominee.unit == unit)
        if own:
            yield ExtractGroup(group.title, count_of((len(own), section.noun)), own)
