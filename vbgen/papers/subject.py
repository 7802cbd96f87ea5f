"""The lines that a kind's declaration writes in the template language: its subject (trích yếu) and its own values."""

from collections.abc import Callable, Mapping

from vbgen.model.emphasis import one_line
from vbgen.papers.afterwards.changing import changes_of
from vbgen.papers.afterwards.confirming import confirmation_of
from vbgen.papers.afterwards.extracting import extract_of
from vbgen.papers.afterwards.handing_over import programme_of
from vbgen.papers.body.council.achievement_report import achievement_report
from vbgen.papers.body.council.setup import council_order
from vbgen.papers.body.emulation.pledge import pledge
from vbgen.papers.honours import awards, bonus_of, decision, nominations
from vbgen.papers.kinds.places import DECLARATION
from vbgen.papers.scene import Scene
from vbgen.papers.summing import summary_of
from vbgen.word.template import render_text
from vbgen.words.filters import filters


def _award_articles(scene: Scene) -> int:
    """Articles of an award decision: what is given, money, earlier papers that it changes, who carries it out."""
    return 2 + bool(bonus_of(scene).article) + len(changes_of(scene))


_TABLES = ("agency", "movement", "launch", "council", "council_setup")
_COMPUTED: Mapping[str, Callable[[Scene], object]] = {
    "nominations": nominations,
    "awards": awards,
    "decision": decision,
    "award_articles": _award_articles,
    "summary": summary_of,
    "changes": changes_of,
    "council_order": lambda scene: council_order(scene.campaign, scene.agency),
    "achievement": lambda scene: achievement_report(
        scene.campaign, scene.phase_number, scene.decided
    ),
    "extract": extract_of,
    "confirmation": confirmation_of,
    "programme": programme_of,
    "pledge": lambda scene: pledge(scene.campaign),
}


def subject(scene: Scene) -> str:
    """The paper's subject: the office's own words, else those of the variant or the kind."""
    return one_line(scene.plan.subject) or _rendered(
        scene, scene.variant.subject or scene.kind.subject
    )


def values(scene: Scene) -> dict[str, object]:
    """The kind's own values, those of the variant before those of the kind."""
    return {
        key: _rendered(scene, value) if isinstance(value, str) else value
        for key, value in {**scene.kind.values, **scene.variant.values}.items()
    }


def is_due(scene: Scene) -> bool:
    """Whether the campaign asks for the paper's variant: its condition holds, or it has none."""
    when = scene.variant.when
    return not when or _rendered(scene, f"{{% if {when} %}}x{{% endif %}}") == "x"


def _rendered(scene: Scene, text: str) -> str:
    named = {name: getattr(scene.campaign, name) for name in _TABLES}
    named |= {name: make(scene) for name, make in _COMPUTED.items() if name in text}
    file = str(scene.kind.folder / DECLARATION)
    written = render_text(text, {**named, "phase": scene.phase}, name=file, filters=filters())
    return written.strip()
