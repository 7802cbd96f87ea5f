"""Who made an issued paper, as a sentence cites it: the register books the head's decision to the office."""

from vbgen.model.agency import Agency, Signer
from vbgen.model.campaign import Campaign
from vbgen.papers.frame.issuers import issuing_agency
from vbgen.papers.frame.signature import decider_name, deciding_head
from vbgen.register import Entry
from vbgen.words.names import same_name

_DECISION = "quyết định"


def decider_of(entry: Entry, data: Campaign | None) -> str:
    """`Chủ tịch Ủy ban nhân dân xã …` for a decision, by the data that it was made from; else who issued the paper."""
    if data is None or entry.type_name.casefold() != _DECISION:
        return entry.issuer
    agency = _agency_of(entry, data)
    if agency is None:
        return entry.issuer
    signer = _signer_of(entry, data)
    return decider_name(signer, agency) if signer else deciding_head(data.signers, agency)


def _agency_of(entry: Entry, data: Campaign) -> Agency | None:
    """The one of the campaign's issuers that it was booked to; the agency where an older book does not say."""
    issuers = (issuing_agency(data, issuer.id) for issuer in data.issuers)
    known = {agency.full_name: agency for agency in (*issuers, data.agency)}
    return known.get(entry.issuer) if entry.issuer else data.agency


def _signer_of(entry: Entry, data: Campaign) -> Signer | None:
    """Who was planned to sign that paper, if it is who signed; None where nobody was planned."""
    named = {f"{entry.kind}/{entry.variant}".rstrip("/"), entry.kind}
    planned = {
        row.signer for row in data.papers if row.kind in named and row.phase in {None, entry.phase}
    }
    signers = (one for one in data.signers if one.id in planned)
    return next((one for one in signers if same_name(one.full_name, entry.signer_name)), None)
