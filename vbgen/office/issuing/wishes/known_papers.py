"""What the register knows of issued papers, as later papers of a campaign need it."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.errors import ProblemsFoundError
from vbgen.model.afterwards.known import (
    KnownAward,
    KnownCertificate,
    KnownPaper,
    KnownPapers,
)
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.office.issuing.materials import CAMPAIGN, read_campaign
from vbgen.office.issuing.wishes.deciders import decider_of
from vbgen.office.issuing.wishes.said_papers import said_by
from vbgen.office.references import apart_from_decision, papers_meant
from vbgen.papers.body.recipients import Wordings, full_post
from vbgen.papers.deciding import AMENDING, DECISION
from vbgen.register import Entry, Filter, GoldenEntry, Register
from vbgen.register.entries import IN_FORCE


def known_of(
    register: Register,
    campaign: Campaign,
    name: str,
    archive: Archive | None = None,
    *,
    of_year: bool = False,
    quoted: bool = False,
) -> KnownPapers:
    """The campaign's own decisions, and the papers that its rows name, each with who made it.

    With the archive, certificates that are confirmed in the words in which they were printed; `of_year` what other
    campaigns gave in the year too; `quoted` the papers in their own words.
    """
    entries = _entries(register, campaign, name).values()
    is_read = quoted or campaign.changes or campaign.confirmations
    kept = _kept(register, archive if is_read else None, entries)
    quoting = archive if quoted else None
    papers = tuple(_papers(register, campaign, entries, kept, quoting))
    others = tuple(_elsewhere(register, archive, campaign, name)) if of_year else ()
    return KnownPapers(papers, name, others)


def _papers(
    register: Register,
    campaign: Campaign,
    entries: Iterable[Entry],
    kept: Mapping[str, Campaign | None],
    quoting: Archive | None,
) -> Iterator[KnownPaper]:
    """Each paper as its own data tell it, else those at hand; in its own words where the archive is asked for them."""
    for entry in entries:
        data = kept.get(entry.id)
        paper = _paper(register, entry, data or campaign, quoting)
        yield _as_printed(paper, data) if campaign.confirmations else paper


def _elsewhere(
    register: Register, archive: Archive | None, campaign: Campaign, name: str
) -> Iterator[KnownAward]:
    """What decisions of other campaigns gave in the campaign's year, from the data kept with each."""
    year = campaign.movement.year
    if archive is None or year is None:
        return
    for kind in (DECISION, AMENDING):
        for entry in register.entries(Filter(kind=kind, states=IN_FORCE)):
            if entry.campaign != name and entry.day.year == year:
                yield from _given(register, archive, entry)


def _given(register: Register, archive: Archive, entry: Entry) -> Iterator[KnownAward]:
    """The awards whose certificates are in force, with their recipients as they were then."""
    data = kept_campaign(register, archive, entry.id)
    nominees = {nominee.id: nominee for nominee in data.nominees} if data else {}
    for row in register.golden_book(document=entry.id):
        if row.state in IN_FORCE and row.nominee in nominees:
            yield KnownAward(row.award, nominees[row.nominee], entry.day)


def kept_campaign(register: Register, archive: Archive, identity: str) -> Campaign | None:
    """The campaign as it was kept with a paper; None where it cannot be read: an audit tells of it."""
    kept = [file.digest for file in register.files(identity) if file.name == CAMPAIGN]
    with contextlib.suppress(ArchiveMissingError, ArchiveDamagedError, ProblemsFoundError):
        return read_campaign(archive.get(kept[0])) if kept else None
    return None


def _entries(register: Register, campaign: Campaign, name: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for wanted in _wanted(campaign):
        found |= {entry.id: entry for entry in register.entries(wanted)}
    for kind in (DECISION, AMENDING):
        own = register.entries(Filter(kind=kind))
        found |= {entry.id: entry for entry in own if entry.campaign == name}
    return found


def _wanted(campaign: Campaign) -> Iterator[Filter]:
    named = [row.paper for row in campaign.changes]
    named += [
        apart_from_decision(row.certificate)[0] or row.decision_number
        for row in campaign.confirmations
    ]
    for reference in dict.fromkeys(named):
        if wanted := papers_meant(re.sub(r"\s+", " ", reference)):
            yield wanted


def _kept(
    register: Register, archive: Archive | None, entries: Iterable[Entry]
) -> dict[str, Campaign | None]:
    """The campaign as it was kept with each paper; nothing without the archive."""
    if archive is None:
        return {}
    return {entry.id: kept_campaign(register, archive, entry.id) for entry in entries}


def _paper(
    register: Register, entry: Entry, data: Campaign, quoted_from: Archive | None
) -> KnownPaper:
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
        decided_by=decider_of(entry, data),
        signer_name=entry.signer_name,
        recipients=entry.recipients,
        copy_kept_by=entry.copy_kept_by,
        in_force=entry.state in IN_FORCE,
        certificates=tuple(map(_certificate, register.golden_book(document=entry.id))),
        said=said_by(register, quoted_from, entry) if quoted_from else {},
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


def _as_printed(paper: KnownPaper, data: Campaign | None) -> KnownPaper:
    """The paper, its certificates as they were printed; as the golden book has them where that cannot be read."""
    if data is None:
        return paper
    printed = tuple(_printed(certificate, data) for certificate in paper.certificates)
    return replace(paper, certificates=printed)


def _printed(certificate: KnownCertificate, data: Campaign) -> KnownCertificate:
    nominee = next((one for one in data.nominees if one.id == certificate.nominee), None)
    if nominee is None:
        return certificate
    unit = next((unit for unit in data.units if unit.id == nominee.unit), None)
    words, opening = Wordings(data.wordings), _opening(certificate, data)
    return replace(
        certificate,
        name=nominee.full_name,
        caption=words.caption(nominee),
        post=full_post(nominee, unit, data.agency),
        merit_sentence=words.merit_sentence(nominee, certificate.merit, opening),
    )


def _opening(certificate: KnownCertificate, data: Campaign) -> str:
    """The row's own words before the merit."""
    wanted = certificate.nominee, certificate.merit
    rows = (row for row in data.awards if (row.nominee, one_line(row.merit)) == wanted)
    return next((row.merit_opening for row in rows), "")
