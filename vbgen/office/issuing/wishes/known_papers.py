"""What the register knows of issued papers, as later papers of a campaign need it."""

import re
from collections.abc import Iterator

from vbgen.model.afterwards.known import KnownCertificate, KnownPaper, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.office.references import apart_from_decision, papers_meant
from vbgen.papers.deciding import DECISION
from vbgen.register import Entry, Filter, GoldenEntry, Register
from vbgen.register.entries import IN_FORCE

AMENDING = "amending-decision"


def known_of(register: Register, campaign: Campaign, name: str) -> KnownPapers:
    """The campaign's own decisions, and the papers that its rows name."""
    found: dict[str, Entry] = {}
    for wanted in _wanted(campaign):
        found |= {entry.id: entry for entry in register.entries(wanted)}
    for kind in (DECISION, AMENDING):
        own = register.entries(Filter(kind=kind))
        found |= {entry.id: entry for entry in own if entry.campaign == name}
    return KnownPapers(tuple(_paper(register, entry) for entry in found.values()), name)


def _wanted(campaign: Campaign) -> Iterator[Filter]:
    named = [row.paper for row in campaign.changes]
    named += [
        apart_from_decision(row.certificate)[0] or row.decision_number
        for row in campaign.confirmations
    ]
    for reference in dict.fromkeys(named):
        if wanted := papers_meant(re.sub(r"\s+", " ", reference)):
            yield wanted


def _paper(register: Register, entry: Entry) -> KnownPaper:
    return KnownPaper(
        id=entry.id,
        campaign=entry.campaign,
        kind=entry.kind,
        variant=entry.variant,
        phase=entry.phase,
        type_name=entry.type_name,
        code=entry.code,
        symbol=entry.symbol,
        day=entry.day,
        subject=entry.subject,
        decided_by=entry.issuer,
        signer_name=entry.signer_name,
        recipients=entry.recipients,
        copy_kept_by=entry.copy_kept_by,
        in_force=entry.state in IN_FORCE,
        certificates=tuple(map(_certificate, register.golden_book(document=entry.id))),
    )


def _certificate(row: GoldenEntry) -> KnownCertificate:
    return KnownCertificate(
        reference=row.reference,
        number=row.number,
        nominee=row.nominee,
        name=row.name,
        unit=row.unit,
        award=row.award,
        merit=row.merit,
        in_force=row.state in IN_FORCE,
    )
