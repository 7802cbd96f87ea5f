"""The extract of a decision for one unit (trích sao): its head as it was, the unit's rows, the copy's own foot.

Nghị định 30/2020/NĐ-CP, Điều 25; Phụ lục III, Mẫu 3.1.
"""

from dataclasses import dataclass

from vbgen.model.afterwards.known import KnownPaper
from vbgen.papers.deciding import DECISION
from vbgen.papers.frame.letterhead import BLANK_NUMBER, TEXT_MM, balanced, subject_rule
from vbgen.papers.frame.lines import dashed
from vbgen.papers.frame.place_line import place_alone
from vbgen.papers.frame.signature import Signature, find_signer, signature
from vbgen.papers.scene import Scene
from vbgen.word.template import RichText, RuleLine
from vbgen.words.dates import blank_date, long_date
from vbgen.words.names import same_name

_SUBJECT_PT = 14


@dataclass(frozen=True, slots=True)
class DecisionExtract:
    """What stands of the decision on its extract."""

    paper: str  # `Quyết định số 05/QĐ-SCT`
    number: str  # `Số: 05/QĐ-SCT`; room for it before the decision is issued
    place_date: RichText | str
    subject_lines: tuple[str, ...]
    rule: RuleLine
    whole_rule: RuleLine  # as wide as the text: below it stands the copy's own foot
    unit: str
    signer_lines: tuple[str, ...]
    signer_name: str
    recipients: tuple[str, ...]


def extract_of(scene: Scene) -> DecisionExtract:
    """The decision as the register knows it; its number and day are blank before it is issued."""
    variant, own_unit = scene.variant.decision, scene.variant.thing
    found = scene.known.of(DECISION, variant, scene.phase.number if scene.phase else None)
    head, signer = _head(scene, found), _signer(scene, found)
    unit = next((one.name for one in scene.campaign.units if one.id == own_unit), "")
    lines = balanced(head.about, TEXT_MM, _SUBJECT_PT)
    return DecisionExtract(
        paper=head.paper,
        number=f"Số: {head.code}",
        place_date=place_alone(f"{scene.agency.place}, {head.day}", scene.agency.size_set),
        subject_lines=lines,
        rule=RuleLine(subject_rule(lines)),
        whole_rule=RuleLine(TEXT_MM),
        unit=unit,
        signer_lines=signer.lines,
        signer_name=signer.full_name,
        recipients=tuple(dashed(scene.texts("recipients") or [unit, "Lưu: VT"])),
    )


@dataclass(frozen=True, slots=True)
class _DecisionHead:
    paper: str
    code: str
    day: str
    about: str


def _head(scene: Scene, found: KnownPaper | None) -> _DecisionHead:
    if found is None:
        code = f"{BLANK_NUMBER}/QĐ-{scene.agency.symbol}"
        return _DecisionHead(
            "Quyết định", code, blank_date(scene.plan.year, scene.plan.month), "Về việc …"
        )
    return _DecisionHead(
        f"Quyết định số {found.code}", found.code, long_date(found.day), found.subject
    )


def _signer(scene: Scene, found: KnownPaper | None) -> Signature:
    """Who signed the decision: by the name that the register has, else who signs decisions."""
    signers = scene.campaign.signers
    named = [one for one in signers if found and same_name(one.full_name, found.signer_name)]
    wanted = named[0].id if named else ""
    signer = find_signer(signers, wanted, scene.agency, council=False, by_head=True)
    return signature(signer, scene.agency)
