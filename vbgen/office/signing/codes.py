"""A one-time code for a key that a service holds: the service sends it to the signer, who types it in when signing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.references import find_whole
from vbgen.office.signing.trusting import party_to_sign
from vbgen.office.signing.wished import SigningHand, SigningWish, settled
from vbgen.signing.cloud import KeyService, RemoteKey

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CodeSent(Answer):
    """A code is on its way to the signer."""

    signer: str


@dataclass(frozen=True)
class SendSigningCode(Request[CodeSent]):
    """Have the service that holds the signer's key send a one-time code; nothing is signed."""

    reference: str
    wish: SigningWish
    year: int | None = None

    def carry_out(self, office: "Office") -> CodeSent:
        """To whom; UsageError where the key is with no service."""
        entry = find_whole(office.desk_to_look().register, self.reference, self.year)
        is_agency = self.wish.hand is SigningHand.AGENCY
        signer = party_to_sign(office.own_workspace, entry, is_agency=is_agency).name
        key = settled(office, self.wish, signer).key
        if not isinstance(key, RemoteKey):
            message = _("Khóa của {signer} không nằm ở dịch vụ ký từ xa.", signer=signer)
            raise UsageError(message, (Problem("no-remote-key", message),))
        KeyService(key).send_code()
        return CodeSent(signer)
