"""A list that the agency signs, so that whoever has it can tell that nobody else made it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.office.signing.trusting import confirm_signer, party_named, trust_of
from vbgen.office.signing.wished import SigningWish, settled
from vbgen.signing.keys import opened_key
from vbgen.signing.lists import detached_signature

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class ListSignature:
    """A detached signature, the name on its certificate, and what could not be checked of it."""

    content: bytes
    signer: str
    problems: tuple[Problem, ...]


def list_signature(
    office: "Office", content: bytes, agency: str, wish: SigningWish
) -> ListSignature:
    """The agency's signature of a list; ProblemsFoundError for a certificate that may not sign it."""
    workspace = office.own_workspace
    settings, trust = settled(office, wish, agency), trust_of(workspace, wish.trust)
    party, now = party_named(workspace, agency, is_agency=True), office.surroundings.clock()
    with opened_key(settings.key, trust.between) as key:
        refusal = _("Chưa ký danh sách; trang chưa được ghi.")
        problems = confirm_signer(key, party, trust, now, refusal)
        return ListSignature(detached_signature(content, key), key.certificate.name, problems)
