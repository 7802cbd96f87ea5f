"""Papers of an office signed with its own key files."""

from tests.signing.conftest import SignedOffice
from vbgen.office import KeyWish, Office, PapersSigned, SigningHand, SigningWish, SignPapers

PAPER = "01/QĐ-SCT"


def wish(office: SignedOffice, hand: SigningHand = SigningHand.LEADER) -> SigningWish:
    """Signing with the party's own key file."""
    identity = office.leader if hand is SigningHand.LEADER else office.agency
    path = office.folder.parent / f"{hand}.p12"
    path.write_bytes(office.authority.pkcs12(identity, b"bi mat"))
    return SigningWish(hand, KeyWish("bi mat", path), trust=office.trust())


def sign(office: SignedOffice, how: SigningWish, reference: str = PAPER) -> PapersSigned:
    """What came of it."""
    with Office.act(office.folder, office.around) as opened:
        return opened.do(SignPapers(reference, how))


def latest(office: SignedOffice, original: str = "award-decision.pdf") -> bytes:
    """The newest signed file of an issued one."""
    rows = [row for row in office.register.signed_files() if row.original == original]
    digests = {file.name: file.digest for file in office.register.files(rows[-1].document)}
    with Office.look(office.folder, office.around) as opened:
        return opened.archive.get(digests[rows[-1].name])
