"""Which papers a campaign makes: kinds, their variants and phases, as far as there is data for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.law.doubt import doubt_ways
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.paper import BODIES
from vbgen.papers.bodies import ENDING, stem_of
from vbgen.papers.body.honour_list import honour_list
from vbgen.papers.body.phases import phase_view
from vbgen.papers.each import has_thing, narrowed, variants_of
from vbgen.papers.frame.signature import is_of_council
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.papers.kinds.known_honours import refuse_unread
from vbgen.papers.phrases import without_stops
from vbgen.papers.scene import Scene
from vbgen.papers.subject import is_due
from vbgen.ways import WriteReport


@dataclass(frozen=True, slots=True)
class Agenda:
    """The papers to write, and why others are not."""

    scenes: tuple[Scene, ...]
    notes: tuple[Problem, ...]
    stopped: tuple["StoppedPapers", ...] = ()  # by what their rows say; `agenda` itself raises


@dataclass(frozen=True, slots=True)
class StoppedPapers:
    """Papers of a kind that cannot be planned, in one phase or in all, and why."""

    kind: str
    phase: int | None
    why: ProblemsFoundError


def agenda(  # noqa: PLR0913 - what papers are planned from
    campaign: Campaign,
    kinds: Sequence[Kind],
    *,
    phase: int | None,
    law: LawOfDay,
    emblem: Path | None = None,
    expected: bool = False,
    known: KnownPapers = NOTHING_KNOWN,
) -> Agenda:
    """Every paper of the `kinds`, of one phase or of all; UsageError for a phase that the campaign lacks.

    With `expected` only those that the campaign speaks of.

    `law` is that of the day on which they are made; `known` the issued papers that they may name.
    ProblemsFoundError for papers about honours that it does not
    know.
    """
    if phase is not None:
        phase_view(campaign, phase)
    refuse_unread(campaign, kinds, phase, law)
    campaign = without_stops(campaign)
    scenes: list[Scene] = []
    notes: list[Problem] = []
    for kind in kinds:
        planned = _of_kind(campaign, kind, phase, law, emblem)
        wanted = filter(_is_expected, planned) if expected else planned
        found = [replace(scene, known=known) for scene in wanted]
        scenes += found
        if _is_asked_for(kind, found, expected=expected):
            notes += _notes(kind, found, campaign, phase, law)
    return Agenda(tuple(scenes), tuple(dict.fromkeys(notes)))


def _is_expected(scene: Scene) -> bool:
    return scene.is_expected


def _of_kind(
    campaign: Campaign, kind: Kind, phase: int | None, law: LawOfDay, emblem: Path | None
) -> list[Scene]:
    parts = _parts(kind, campaign, phase, law)
    planned = (_scene(campaign, kind, part, law, emblem) for part in parts)
    return [scene for scene in planned if is_due(scene) and _has_rows(scene)]


def _without_body(
    campaign: Campaign, kind: Kind, phase: int | None, law: LawOfDay
) -> Iterator[Problem]:
    """A warning for each paper that has a row in the sheet of papers, and no body yet."""
    typed = {(body.name, body.phase) for body in kind.bodies}
    for number, variant in _parts(kind, campaign, phase, law):
        if not kind.lays_out and not {(variant.id, number), (variant.id, None)} & typed:
            file = f"{BODIES}/{stem_of(kind.id, variant.id, number)}{ENDING}"
            yield _no_body(kind, file, Severity.WARNING)


def _no_body(kind: Kind, file: str, severity: Severity) -> Problem:
    message = _("“{title}” chưa có thân văn bản.", title=kind.title)
    hint = _("Hãy soạn nội dung bằng Word rồi lưu vào thư mục của phong trào: {file}.", file=file)
    return Problem("no-body", message, Place(file=file), severity, hint)


def _is_asked_for(kind: Kind, found: Sequence[Scene], *, expected: bool) -> bool:
    """Whether anything is told of a kind: not of one that is made on request, where nobody asks for it."""
    return bool(found) or not (kind.on_request and expected)


def _notes(
    kind: Kind, found: Sequence[Scene], campaign: Campaign, phase: int | None, law: LawOfDay
) -> Iterator[Problem]:
    """What is told of a kind's papers, and why there is none where there is none."""
    missing = list(_without_body(campaign, kind, phase, law))
    if not found and (kind.lays_out or not missing):
        yield _nothing_for(kind, phase, campaign)
    yield from form_unproved(kind) if found else ()
    yield from missing
    if kind.needs == "awards" and not kind.page_filling:
        for scene in found:
            yield from _doubtful_powers(scene)


def _parts(
    kind: Kind, campaign: Campaign, phase: int | None, law: LawOfDay
) -> Iterator[tuple[int | None, Variant]]:
    """Phase and variant of each paper: those that the kind makes from data, then those that the office named."""
    parts = list(_own_parts(kind, campaign, phase, law))
    yield from parts
    own = {each.id for each in kind.variants} if kind.lays_out else set[str]()
    own |= {variant.id for _number, variant in parts}
    for name, number in dict.fromkeys(_named(kind, campaign)):
        if name not in own and (phase is None or number in {None, phase}):
            yield number, Variant(id=name)


def _own_parts(
    kind: Kind, campaign: Campaign, phase: int | None, law: LawOfDay
) -> Iterator[tuple[int | None, Variant]]:
    for number in _phases(campaign, kind, phase) if kind.lays_out else ():
        for variant in variants_of(kind, campaign, number, law):
            yield number, variant


def _named(kind: Kind, campaign: Campaign) -> Iterator[tuple[str, int | None]]:
    """Name and phase of each paper that has a body in Word, or a row in the sheet of papers alone."""
    yield from ((body.name, body.phase) for body in kind.bodies)
    typed = {body.name for body in kind.bodies}
    for plan in campaign.papers:
        head, _slash, name = plan.kind.partition("/")
        if head == kind.id and name not in typed:
            yield name, plan.phase


def _scene(
    campaign: Campaign,
    kind: Kind,
    part: tuple[int | None, Variant],
    law: LawOfDay,
    emblem: Path | None,
) -> Scene:
    number, variant = part
    phase = phase_view(campaign, number) if number is not None else None
    own = narrowed(campaign, kind, variant, number)
    scene = _of_agency(Scene(own, kind, variant, phase, law, emblem))
    design = scene.plan.design or kind.design_for(variant)
    return replace(scene, kind=scene.kind.as_type(scene.plan.as_type).in_design(design))


def _of_agency(scene: Scene) -> Scene:
    """The paper; one of the council by the agency itself, where there is none and another signs for it."""
    if scene.issuer != "council" or scene.campaign.council or not scene.plan.signer:
        return scene
    if is_of_council(scene.signer(), scene.agency):
        return scene
    said = {"issuer": "agency"}
    kind, variant = (scene.kind.model_copy(update=said), scene.variant.model_copy(update=said))
    return replace(scene, kind=kind, variant=variant)


def _phases(campaign: Campaign, kind: Kind, phase: int | None) -> list[int | None]:
    if kind.per == "campaign":
        return [None]
    return [phase] if phase is not None else [entry.number for entry in campaign.each_phase]


def _has_rows(scene: Scene) -> bool:
    """Whether the campaign has what the paper is made of."""
    if scene.body or not scene.kind.lays_out:
        return scene.body is not None
    needed = (_has_needed(scene, table) for table in _needed(scene.kind))
    return has_thing(scene.campaign, scene.kind) and all(needed)


def _needed(kind: Kind) -> tuple[str, ...]:
    """Tables of which each must have a row; a check is no table, and never there."""
    return tuple(filter(None, (kind.needs, *kind.also_needs)))


def _has_needed(scene: Scene, needs: str) -> bool:
    """Whether a row of the table speaks of the paper's phase."""
    if needs == "check":
        return False
    rows = [
        row
        for row in getattr(scene.campaign, needs)
        if scene.phase is None or row.phase == scene.phase.number
    ]
    if needs in {"nominations", "awards"}:
        return bool(honour_list(scene.campaign, rows, scene.variant, scene.decided).groups)
    return bool(rows)


def form_unproved(kind: Kind) -> Iterator[Problem]:
    """What nobody has proved of a kind's form."""
    if kind.doubt:
        message = _("“{title}”: {doubt}", title=kind.title, doubt=kind.doubt)
        yield Problem("kind-unproved", message, severity=Severity.WARNING)


def _doubtful_powers(scene: Scene) -> Iterator[Problem]:
    """A warning for each honour that a decision gives by a power which nobody has verified."""
    law, level = scene.decided, scene.campaign.agency.level
    rows = [row for row in scene.campaign.awards if row.phase == scene.phase_number]
    groups = honour_list(scene.campaign, rows, scene.variant, law).groups
    for honour in dict.fromkeys(group.honour for group in groups):
        power = law.power(honour, level)
        if power and not power.proved:
            message = _(
                "Thẩm quyền quyết định “{award}” chưa được xác minh: {citation}.",
                award=honour.name,
                citation=power.citation,
            )
            place = Place(sheet=Campaign.title_of("awards"))
            yield Problem(
                "power-unproved", message, place, Severity.WARNING, ways=doubt_ways(power)
            )


def _nothing_for(kind: Kind, phase: int | None, campaign: Campaign) -> Problem:
    if not kind.is_drafted:
        message = _("“{title}” được lập khi kiểm tra.", title=kind.title)
        return Problem("made-by-check", message, severity=Severity.NOTE, ways=(WriteReport(),))
    if not kind.lays_out:
        return _no_body(kind, f"{BODIES}/{stem_of(kind.id, '', phase)}{ENDING}", Severity.NOTE)
    tables = [*filter(None, (kind.each, *_needed(kind), *kind.comes_with)), "phases"]
    empty = (table for table in tables if not getattr(campaign, table))
    sheet = Campaign.title_of(next(empty, tables[0]))
    where = _("đợt {phase}", phase=phase) if phase else _("cả phong trào")
    return Problem(
        "no-rows",
        _("Chưa có số liệu cho “{title}” ({where}).", title=kind.title, where=where),
        Place(sheet=sheet),
        Severity.NOTE,
        _("Hãy điền trang “{sheet}” nếu cần văn bản này.", sheet=sheet),
    )
