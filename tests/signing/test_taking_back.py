"""Papers that were signed elsewhere come back: what is ours and rightly signed is kept, anything else is refused."""

import json
from dataclasses import replace

import pytest

from tests.signing.authority import Authority
from tests.signing.conftest import AGENCY_NAME, LEADER_NAME, PAPER, SignedOffice
from tests.signing.foreign_tool import LEADER, Place, Tool
from vbgen.errors import Severity, UsageError, VbgenError
from vbgen.office import AskFirst, Office, PackBag, ProveArchive, TrustWish, VoidNumber


def refused(office: SignedOffice, content: bytes, trust: TrustWish | None = None) -> set[str]:
    """Codes of the errors for which the file is not kept; nothing is kept then."""
    before = office.register.head
    with pytest.raises(VbgenError) as fault:
        office.attach(content, trust=trust)
    assert office.register.head == before
    return {each.code for each in fault.value.problems if each.severity is Severity.ERROR}


def test_a_paper_signed_by_leader_and_agency_is_kept_beside_the_issued_one(
    office: SignedOffice,
) -> None:
    signed = office.signed()
    kept = office.attach(signed)
    assert (kept.original, kept.state) == (PAPER, "trusted")
    assert kept.signers == (LEADER_NAME, AGENCY_NAME)
    assert [path.read_bytes() for path in kept.made] == [signed]
    (row,) = office.register.signed_files()
    assert (row.original, row.name, row.state) == (PAPER, kept.name, "trusted")
    files = {file.name: file.role for file in office.register.files(row.document)}
    assert (files[PAPER], files[row.name], files[row.evidence]) == ("paper", "signed", "evidence")


def test_the_evidence_names_certificates_lists_time_and_result(office: SignedOffice) -> None:
    office.attach(office.signed())
    (row,) = office.register.signed_files()
    digests = {file.name: file.digest for file in office.register.files(row.document)}
    with Office.look(office.folder, office.around) as opened:
        evidence = json.loads(opened.archive.get(digests[row.evidence]))
    (file,) = evidence["files"]
    assert (file["file"], file["state"]) == (digests[row.name], "trusted")
    assert evidence["checked_at"] == "2030-06-01T12:00:00+00:00"
    assert (len(evidence["certificates"]), len(evidence["crls"])) == (4, 2)
    names = [one["certificate"]["name"] for one in file["signatures"]]
    assert names == [LEADER_NAME, AGENCY_NAME]


def test_register_journal_and_archive_agree_after_it(office: SignedOffice) -> None:
    office.attach(office.signed())
    with Office.look(office.folder, office.around) as opened:
        assert opened.do(ProveArchive()).problems == ()


def test_the_same_file_again_changes_nothing(office: SignedOffice) -> None:
    signed = office.signed()
    office.attach(signed)
    head = office.register.head
    assert office.attach(signed).was_kept
    assert office.register.head == head


def test_the_agency_may_sign_what_the_leader_signed_before(office: SignedOffice) -> None:
    first = office.signed_by_leader()
    office.attach(first)
    assert office.attach(office.sealed(first)).name == "award-decision.signed-2.pdf"


def test_a_second_signed_file_that_does_not_go_on_from_the_first_is_refused(
    office: SignedOffice,
) -> None:
    office.attach(office.signed())
    assert refused(office, office.signed()) == {"already-signed"}


def test_offline_it_is_kept_as_not_yet_checked(office: SignedOffice) -> None:
    kept = office.attach(office.signed(), trust=office.trust(crls=False))
    assert kept.state == "unchecked"
    assert {each.code for each in kept.problems} == {"revocation-unknown"}


def test_a_signature_without_a_picture_is_kept_and_told(office: SignedOffice) -> None:
    unseen = Tool(office.authority, office.leader).sign(office.issued, "NguoiKy", None)
    assert [each.code for each in office.attach(unseen).problems] == ["picture-missing"]


def test_a_certificate_is_signed_as_a_paper_of_its_own(office: SignedOffice) -> None:
    (entry,) = office.register.entries()
    single = next(file for file in office.register.files(entry.id) if file.is_single)
    with Office.look(office.folder, office.around) as opened:
        content = opened.archive.get(single.digest)
    place = Place(0, (515, 436, 625, 494), height=595.3)
    signed = Tool(office.authority, office.leader).sign(content, "NguoiKy", place)
    assert office.attach(signed, "01/QĐ-SCT:1").original == single.name


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place(0, (370, 122, 480, 204)), "signature-misplaced"),
        (Place(1, (90, 500, 200, 560)), "signature-misplaced"),
        (Place(1, (300, 60, 420, 330)), "signature-misplaced"),
        (Place(0, (100, 300, 400, 420)), "signature-covers-text"),
    ],
)
def test_a_picture_has_to_stand_in_its_room(office: SignedOffice, place: Place, code: str) -> None:
    signed = Tool(office.authority, office.leader).sign(office.issued, "NguoiKy", place)
    assert code in refused(office, signed)


def test_a_seal_may_stand_at_the_left_of_the_leader_or_as_text_in_the_corner(
    office: SignedOffice,
) -> None:
    corner = Place(0, (380, 15, 560, 45))
    tool = Tool(office.authority, office.agency)
    assert office.attach(tool.sign(office.issued, "CoQuan", corner)).state == "trusted"


def test_a_certificate_of_another_name_is_refused_until_the_settings_name_it(
    office: SignedOffice,
) -> None:
    other = office.authority.identity("Trần Văn Thử")
    signed = Tool(office.authority, other).sign(office.issued, "NguoiKy", LEADER)
    assert refused(office, signed) == {"another-signer"}
    settings = office.folder / "vbgen.toml"
    digest = fingerprint(other.der)
    named = f'\n[signing.certificates]\n"{LEADER_NAME}" = ["{digest}"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + named, encoding="utf-8")
    assert office.attach(signed).signers == ("Trần Văn Thử",)


def test_a_namesake_is_refused_where_the_settings_name_the_certificate(
    office: SignedOffice,
) -> None:
    namesake = office.authority.identity(f"{LEADER_NAME} ")
    settings = office.folder / "vbgen.toml"
    named = f'\n[signing.certificates]\n"{LEADER_NAME}" = ["{fingerprint(office.leader.der)}"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + named, encoding="utf-8")
    signed = Tool(office.authority, namesake).sign(office.issued, "NguoiKy", LEADER)
    assert refused(office, signed) == {"another-signer"}


def test_an_authority_that_the_office_does_not_trust_is_refused(office: SignedOffice) -> None:
    strange = Authority("Lạ")
    signed = Tool(strange, strange.identity(LEADER_NAME)).sign(office.issued, "NguoiKy", LEADER)
    assert refused(office, signed) == {"certificate-untrusted"}


def test_two_hands_at_most_and_each_once(office: SignedOffice) -> None:
    again = Tool(office.authority, office.leader).sign(office.signed(), "LanHai", LEADER)
    assert refused(office, again) == {"too-many-signatures", "signed-twice"}


def test_a_number_that_was_given_up_takes_no_signed_file(office: SignedOffice) -> None:
    signed = office.signed()
    with Office.act(office.folder, office.around) as opened:
        wanted = VoidNumber("01/QĐ-SCT", "thử")
        asked = opened.do(AskFirst(wanted))
        agreed = frozenset(doubt.key for doubt in asked.doubts)
        opened.do(replace(wanted, fingerprint=asked.fingerprint, agreed=agreed))
    with pytest.raises(UsageError, match="Số đã hủy"):
        office.attach(signed)


def test_a_bag_of_everything_brings_the_signed_file_back(office: SignedOffice) -> None:
    signed = office.signed()
    kept = office.attach(signed)
    bag = office.folder.parent / "bag"
    with Office.look(office.folder, office.around) as opened:
        opened.do(PackBag(bag))
    assert any(path.read_bytes() == signed for path in bag.rglob(kept.name))


def fingerprint(der: bytes) -> str:
    """SHA-256 of a certificate."""
    from hashlib import sha256

    return sha256(der).hexdigest()
