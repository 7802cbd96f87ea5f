"""The whole intent of issuing a paper: what the register writes of it, and everything that it is made from."""

import re
import secrets
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vbgen import __version__
from vbgen.files import readable_json
from vbgen.law.office import tables_of
from vbgen.model.afterwards.verification import CodeWish
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue
from vbgen.model.dossier import GivenNumber, Honoured, Intent, Particulars
from vbgen.office.issuing.materials import (
    CAMPAIGN,
    FORMAT,
    FRAGMENT,
    INTENT,
    LAW,
    TEMPLATE,
    VALUES,
    golden_rows,
)
from vbgen.office.making.bodies import PREPARED, TYPED, body_of
from vbgen.office.making.code_marks import GivenCodes
from vbgen.office.making.paper_making import computed, paper_for
from vbgen.office.making.template_look import looked_at
from vbgen.office.stored.paper import stem_of, written
from vbgen.office.stored.slots import PAPER, NumberSlot
from vbgen.papers.afterwards.changing import goes_along
from vbgen.papers.afterwards.confirming import CONFIRMATIONS, remade_scenes
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.context import context
from vbgen.papers.honours import goes_with
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.recipient_lines import recipient_lines
from vbgen.papers.scene import Scene
from vbgen.papers.subject import subject
from vbgen.register import Numbering
from vbgen.register.numbers import GoldenHabit
from vbgen.word.template import Compressor

_KEPT = "lưu:"
_NO_CODES = CodeWish()
_DECISION = "QUYẾT ĐỊNH"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk asks to issue."""

    campaign: Path  # its folder
    kind: str  # `award-decision`, or `award-decision/titles` for one variant
    day: date
    phase: int | None = None
    signer: str = ""
    copies: int | None = None
    replaces: str = ""  # id of the entry that the new paper replaces
    stated_signed: bool = False  # the clerk states that the paper was signed already
    law: Mapping[str, bytes] = field(kw_only=True)  # the office's own rules: file name → content
    number: GivenNumber | None = None  # as another system has given it


@dataclass(frozen=True, slots=True)
class Bundle:
    """A paper and the papers that are issued with it, under its number."""

    main: Scene
    carried: tuple[Scene, ...] = ()

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """All of them, the main one first."""
        return (self.main, *self.carried)

    def issued(self, issue: Issue) -> "Bundle":
        """The same with number and day; golden-book numbers go to the certificates in print order."""
        left, carried = list(issue.golden_numbers), []
        for scene in self.carried:
            count = certificate_count(scene)
            carried.append(replace(scene, issue=replace(issue, golden_numbers=tuple(left[:count]))))
            del left[:count]
        return Bundle(replace(self.main, issue=replace(issue, golden_numbers=())), tuple(carried))


def bundle(scene: Scene, library: Library) -> Bundle:
    """The scene with what its kind carries."""
    kinds = [library.find(name) for name in scene.kind.carries]
    number = scene.phase.number if scene.phase else None
    if scene.kind.each == CONFIRMATIONS:
        return Bundle(scene, tuple(remade_scenes(scene, kinds)))
    planned = agenda(
        scene.campaign,
        [kind for kind in kinds if goes_along(kind, scene)],
        phase=number,
        law=scene.law,
        emblem=scene.emblem,
        known=scene.known,
    )
    return Bundle(scene, tuple(one for one in planned.scenes if goes_with(scene, one)))


def intent_of(
    made: Bundle,
    wish: Wish,
    numbering: Numbering,
    library: Library,
    habit: GoldenHabit | None = None,
    codes: CodeWish = _NO_CODES,
) -> Intent:
    """Everything that the papers can be made from again, in twenty years too.

    `habit`: how the certificates' numbers have been given so far, where the settings do not say it.
    """
    scene = made.main
    if scene.plan.issuer:  # another issuer's papers stand in that one's series
        numbering = replace(numbering, agency="")
    agency, council = scene.agency, scene.issuer == "council"
    honoured = tuple(row for one in made.carried for row in honoured_by(one))
    return Intent(
        id=secrets.token_hex(16),
        particulars=_particulars(scene, wish, numbering.agency or agency.symbol),
        counter=numbering.counter(
            agency.symbol, scene.kind.id, scene.symbol, wish.day.year, council=council
        ),
        materials=_materials(made, wish, library, codes) | golden_rows(honoured),
        golden_book=numbering.golden_counter(agency.symbol, wish.day, habit) if honoured else None,
        honoured=honoured,
        given=wish.number,
        is_sole=True,
        replaces=wish.replaces,
    )


def certificate_count(scene: Scene) -> int:
    """How many certificates a scene prints."""
    return len(_commended(scene))


def _commended(scene: Scene) -> tuple[HonourEntry, ...]:
    """Who gets the certificates that a scene prints; they need not be set to be known."""
    if not scene.kind.page_filling or scene.remade:
        return ()
    listed = context(scene, ["awards"])["awards"]
    return listed.entries if isinstance(listed, HonourList) else ()


def _particulars(scene: Scene, wish: Wish, agency: str) -> Particulars:
    signer = scene.signer(wish.signer)
    recipients = list(_named_recipients(scene))
    kept_by = [text[len(_KEPT) :].strip() for text in recipients if text.lower().startswith(_KEPT)]
    return Particulars(
        agency=agency,
        issuer=_issuers(scene),
        campaign=wish.campaign.resolve().name,
        kind=scene.kind.id,
        symbol=scene.symbol,
        day=wish.day,
        subject=subject(scene),
        variant=scene.variant.id,
        phase=scene.phase.number if scene.phase else None,
        type_name=scene.kind.type_name.capitalize(),
        signer_name=signer.full_name,
        signer_position=signer.position,
        recipients=tuple(recipients),
        copy_kept_by=", ".join(kept_by),
        copies=wish.copies,
    )


def _named_recipients(scene: Scene) -> Iterator[str]:
    """The lines under “Nơi nhận”; what they call “như trên”, “như Điều 3” is named, as a register has it."""
    for text in recipient_lines(scene):
        line = text.strip(" -–;.")
        yield from _pointed_at(scene, line) or [line]


def _pointed_at(scene: Scene, line: str) -> list[str]:
    if re.match(r"như (trên|kính gửi)\b", line, re.IGNORECASE):
        return [text.strip(" -–;.") for text in scene.texts("addressees")]
    executors = scene.agency.executors if scene.kind.type_name == _DECISION else ""
    return (
        [executors.strip(" .,;")]
        if re.match(r"như điều\b", line, re.IGNORECASE) and executors
        else []
    )


def _issuers(scene: Scene) -> str:
    """Who issues, as the register writes it: the council with its agency, both of a joint paper."""
    agency = scene.agency
    if scene.issuer == "council":
        return f"{agency.council_name} {agency.full_name}"
    return "; ".join([agency.full_name, *([scene.joint.full_name] if scene.joint else [])])


def honoured_by(scene: Scene) -> Iterator[Honoured]:
    """The golden-book row of each certificate that a scene prints, in print order."""
    for entry in _commended(scene):
        unit = entry.unit if entry.unit != entry.name else ""
        yield Honoured(entry.nominee.id, entry.addressed_name, unit, entry.honour.name, entry.merit)


def _materials(made: Bundle, wish: Wish, library: Library, codes: CodeWish) -> dict[str, bytes]:
    found = {INTENT: _options(made, wish), CAMPAIGN: snapshot(made.main.campaign)}
    for scene in made.scenes:
        found |= _template(scene, found)
    found |= _body(made.main, library)
    found |= dict(_fragments(made, library))
    law = tables_of(made.main.law)
    return (
        found
        | _values(made, wish, library, codes)
        | {f"{LAW}{name}": content for name, content in law.items()}
    )


def _template(scene: Scene, kept: Mapping[str, bytes]) -> dict[str, bytes]:
    """The kind's declaration and template; a variant's own template where that is another."""
    kind, template = scene.kind, scene.kind.word
    is_another = kept.get(f"{kind.id}{TEMPLATE}", template) != template
    name = stem_of(kind.id, scene.variant.id) if is_another else kind.id
    files = {f"{name}{TEMPLATE}": template}
    return {f"{kind.id}.kind.toml": kind.declaration.read_bytes(), **files}


def _fragments(made: Bundle, library: Library) -> Iterator[tuple[str, bytes]]:
    """The fragments that stand in the papers; others are no part of what these are made from."""
    looks = [looked_at(paper_for(scene, library)) for scene in made.scenes]
    wanted = frozenset[str]().union(*(look.included for look in looks))
    for name, path in library.fragments().items():
        if name in wanted:
            yield f"{FRAGMENT}{name}.docx", path.read_bytes()


def _body(scene: Scene, library: Library) -> dict[str, bytes]:
    """The body that was typed in Word, as it lay in the folder and as the paper takes it; nothing without one."""
    body, stem = body_of(scene), stem_of(scene.kind.id, scene.variant.id)
    if body is None:
        framed = scene.kind.is_framed
        block = library.fragments()[scene.kind.block].read_bytes() if framed else b""
        return {f"{stem}{PREPARED}": block} if framed else {}
    return {
        f"{scene.kind.id}.template.docx": scene.template.read_bytes(),
        f"{stem}{TYPED}": body.typed,
        f"{stem}{PREPARED}": body.content,
    }


def _values(made: Bundle, wish: Wish, library: Library, codes: CodeWish) -> dict[str, bytes]:
    """What each paper says, with slots for the numbers, and the pictures that it shows."""
    found: dict[str, bytes] = {}
    coded = GivenCodes(codes)
    count = sum(map(certificate_count, made.carried))
    slots = Issue(NumberSlot(PAPER), wish.day, tuple(map(NumberSlot, range(count))), wish.signer)
    for scene in made.issued(slots).scenes:
        paper, template, said = computed(scene, library)
        said = coded.said(paper, template, said, scene.kind.design_used)
        content, pictures = written(paper, said)
        found |= {f"{paper.stem}{VALUES}": content, **pictures}
    return found | coded.materials


def snapshot(campaign: Campaign) -> bytes:
    """The campaign's data as JSON that any program can read."""
    return readable_json(campaign.model_dump(mode="json"))


def _options(made: Bundle, wish: Wish) -> bytes:
    values = {
        "format": FORMAT,
        **made_by(),
        "papers": [{"kind": one.kind.id, "variant": one.variant.id} for one in made.scenes],
        "phase": made.main.phase.number if made.main.phase else None,
        "signer": wish.signer,
        "replaces": wish.replaces,
        "accepted": [],
    }
    return readable_json(values)


def made_by() -> dict[str, object]:
    """By what a paper is made, for whoever makes it again."""
    return {
        "recipients": "organisations",  # what metadata call recipients; 0.1 took every line
        "program": __version__,
        "compressor": Compressor().name,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
