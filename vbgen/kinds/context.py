"""What a template can say: every name it may use, made only when the template asks for it."""

from collections.abc import Callable, Collection, Mapping

from vbgen.docx import Picture, render_text
from vbgen.kinds.certificates import authority_text, certificate_rule, certificates
from vbgen.kinds.chart import ChartBar, results_chart
from vbgen.kinds.decision import bonus_table
from vbgen.kinds.honour_list import HonourList, honour_list
from vbgen.kinds.kind import DECLARATION
from vbgen.kinds.letterhead import annex_reference, letterhead, subject_block
from vbgen.kinds.lines import dashed, ended
from vbgen.kinds.minutes import minutes
from vbgen.kinds.notice import notice
from vbgen.kinds.phases import PhaseView, phase_view
from vbgen.kinds.quotas import quota_results
from vbgen.kinds.report import report
from vbgen.kinds.results import results
from vbgen.kinds.scene import Scene
from vbgen.kinds.signature import Signature, find_signer, signature
from vbgen.wording.filters import filters

CHART_MM = 150.0
EMBLEM_MM = 22.0

View = Callable[[Scene], object]


def views() -> Mapping[str, View]:
    """Each name that a template may use, with what makes it; the campaign's own tables are names too."""
    return {
        **{name: _table(name) for name in ("agency", "movement", "launch", "phases", "units", "council")},
        "phase": lambda scene: scene.phase,
        "next_phase": _next_phase,
        "letterhead": _letterhead,
        "title": lambda scene: subject_block(scene.kind, subject(scene)),
        "symbol": lambda scene: scene.symbol,
        "blank_date": lambda scene: scene.blank_date,
        "issuer_name": _issuer_name,
        "addressees": lambda scene: scene.texts("addressees"),
        "legal_grounds": lambda scene: ended(scene.texts("legal_grounds")),
        "recipients": lambda scene: dashed(scene.texts("recipients")),
        "signature": _signature,
        "notice": lambda scene: notice(scene.campaign),
        "results": lambda scene: results(scene.campaign, scene.phase_number),
        "quota_results": lambda scene: quota_results(scene.campaign, scene.phase_number),
        "report": lambda scene: report(scene.campaign, scene.phase_number),
        "chart": _chart,
        "nominations": _nominations,
        "awards": _awards,
        "minutes": lambda scene: minutes(scene.campaign, scene.phase_number),
        "bonus": _bonus,
        "certificates": lambda scene: certificates(_awards(scene), scene.campaign.agency.full_name),
        "authority": lambda scene: authority_text(scene.campaign.agency.authority),
        "emblem": _emblem,
        "certificate_rule": lambda _: certificate_rule(),
        "annex": _annex,
        "values": _values,
    }


def context(scene: Scene, names: Collection[str]) -> dict[str, object]:
    """The values of those `names` that there are; what is missing is the template's fault and reported there."""
    return {name: make(scene) for name, make in views().items() if name in names}


def subject(scene: Scene) -> str:
    """The paper's subject (trích yếu): the office's own words, else the kind's, in the template language."""
    written = scene.plan.subject or scene.variant.subject or scene.kind.subject
    return written if scene.plan.subject else _rendered(scene, written)


def _rendered(scene: Scene, text: str) -> str:
    named = {name: getattr(scene.campaign, name) for name in ("agency", "movement", "launch")}
    return render_text(
        text, {**named, "phase": scene.phase}, name=str(scene.kind.folder / DECLARATION), filters=filters()
    )


def _table(name: str) -> View:
    return lambda scene: getattr(scene.campaign, name)


def _next_phase(scene: Scene) -> PhaseView | None:
    if scene.phase is None or scene.phase.is_last:
        return None
    following = min(phase.number for phase in scene.campaign.phases if phase.number > scene.phase.number)
    return phase_view(scene.campaign, following)


def _letterhead(scene: Scene) -> object:
    return letterhead(scene.campaign.agency, scene.kind, scene.variant, scene.plan, subject(scene))


def _issuer_name(scene: Scene) -> str:
    """The issuer as it is named in a sentence: in a paper that goes with another one, "… của …"."""
    agency = scene.campaign.agency
    return agency.council_name if scene.issuer == "council" else agency.full_name


def _annex(scene: Scene) -> object:
    """`(Kèm theo Quyết định số      /QĐ-SCT ngày      tháng 7 năm 2022 của …)`; number and day are blank."""
    return annex_reference(scene.kind.type_name, scene.symbol, scene.blank_date, _decider(scene))


def _decider(scene: Scene) -> str:
    agency = scene.campaign.agency
    if scene.kind.by_head:
        return f"{agency.head_title} {agency.full_name}"
    return _issuer_name(scene)


def _signature(scene: Scene) -> Signature:
    signer = find_signer(scene.campaign.signers, scene.plan.signer, council=scene.issuer == "council")
    return signature(signer, scene.campaign.agency)


def _chart(scene: Scene) -> Picture:
    rows = results(scene.campaign, scene.phase_number)
    bars = [ChartBar(row.name, row.share, detail=f"{row.result} / {row.planned} {row.unit}") for row in rows]
    return Picture(results_chart(bars, width_mm=CHART_MM), width_mm=CHART_MM, alt="Kết quả so với kế hoạch năm")


def _nominations(scene: Scene) -> HonourList:
    rows = [row for row in scene.campaign.nominations if row.phase == scene.phase_number]
    return honour_list(scene.campaign, rows, scene.variant)


def _awards(scene: Scene) -> HonourList:
    rows = [row for row in scene.campaign.awards if row.phase == scene.phase_number]
    return honour_list(scene.campaign, rows, scene.variant)


def _bonus(scene: Scene) -> object:
    return bonus_table(_awards(scene), scene.campaign.agency.level, scene.decided_on)


def _emblem(scene: Scene) -> object:
    return Picture(scene.emblem, height_mm=EMBLEM_MM, alt="Biểu trưng") if scene.emblem else ""


def _values(scene: Scene) -> dict[str, object]:
    return {
        key: _rendered(scene, value) if isinstance(value, str) else value
        for key, value in {**scene.kind.values, **scene.variant.values}.items()
    }
