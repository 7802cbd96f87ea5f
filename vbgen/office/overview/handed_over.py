"""What the journal says of papers that were handed over."""

from dataclasses import dataclass
from datetime import date, datetime

from vbgen.register import Act, Register

HANDED_OVER = "handed-over"  # the act in the journal


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Papers of a campaign that were handed over once."""

    day: date
    who: str
    receiver: str
    papers: frozenset[str]  # identities of entries


def handed_over(register: Register, campaign: str) -> tuple[HandedOver, ...]:
    """Each time that papers of the campaign were handed over, earlier first."""
    acts = register.acts_about_no_document(HANDED_OVER)
    return tuple(map(_told, (act for act in acts if act.detail.get("campaign") == campaign)))


def _told(act: Act) -> HandedOver:
    papers, receiver = act.detail.get("papers"), act.detail.get("receiver")
    known = frozenset(papers) if isinstance(papers, dict) else frozenset[str]()
    return HandedOver(datetime.fromisoformat(act.at).date(), act.who, str(receiver or ""), known)
