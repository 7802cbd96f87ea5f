"""What `verify` says of a PDF file: whole and trusted, wrong, or not to be checked here."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.command_line import vbgen
from tests.signing.conftest import LEADER_NAME, SignedOffice
from tests.signing.foreign_tool import LEADER, Tool
from vbgen.errors import UnreadableFileError
from vbgen.office import FileVerified, Office, TrustWish, VerifyFile


def said(found: FileVerified) -> tuple[bool, str, str, set[str]]:
    """Whether the file is whole, how its signatures stand, what it is to the office, and what is told."""
    codes = {problem.code for problem in found.problems}
    return found.is_whole, found.state.value, found.ours.value, codes


def test_a_paper_as_issued_is_whole_without_a_signature(office: SignedOffice) -> None:
    assert said(office.verify(office.issued)) == (True, "trusted", "issued", set())


def test_a_signed_paper_is_whole_and_said_to_be_kept_or_not(office: SignedOffice) -> None:
    signed = office.signed()
    assert said(office.verify(signed)) == (True, "trusted", "extended", {"signed-not-kept"})
    office.attach(signed)
    assert said(office.verify(signed)) == (True, "trusted", "signed", set())


def test_what_was_good_when_it_was_kept_is_good_offline_and_after_its_certificate(
    office: SignedOffice,
) -> None:
    signed = office.signed()
    office.attach(signed)
    assert said(office.verify(signed, TrustWish())) == (
        True,
        "trusted",
        "signed",
        {"checked-when-kept"},
    )
    office.authority.revoke(office.leader, office.now - timedelta(hours=30))
    assert said(office.verify(signed))[0]


def test_offline_a_signature_that_was_never_checked_is_not_said_to_be_valid(
    office: SignedOffice,
) -> None:
    signed = office.signed()
    found = said(office.verify(signed, office.trust(crls=False)))
    assert found[:2] == (False, "unchecked")
    assert "revocation-unknown" in found[3]
    assert "trust-unknown" in said(office.verify(signed, TrustWish()))[3]


def test_a_list_that_is_too_old_proves_nothing(office: SignedOffice) -> None:
    trust = office.trust()
    office.now += timedelta(days=400)
    found = said(office.verify(office.signed(), trust))
    assert (found[0], "revocation-unknown" in found[3]) == (False, True)


def test_a_strangers_unsigned_file_is_refused(office: SignedOffice) -> None:
    other = office.issued.replace(b"%%EOF", b"%%EOF\n%")
    assert said(office.verify(other))[3] == {"more-than-issued"}
    assert not office.verify(other).is_whole


def test_a_careless_file_without_a_signature_is_a_strangers_and_one_with_a_signature_is_damaged(
    office: SignedOffice,
) -> None:
    made = BytesIO()
    Image.new("RGB", (60, 80)).save(made, "PDF")  # numbers its free object wrongly
    assert said(office.verify(made.getvalue()))[2:] == ("unknown", {"not-ours"})
    careful = made.getvalue().replace(b" 65536 f", b" 65535 f")
    signed = Tool(office.authority, office.leader).sign(careful, "Leader", None)
    with pytest.raises(UnreadableFileError):
        office.verify(signed.replace(b" 65535 f", b" 65536 f"))


def test_a_signed_file_of_somebody_else_is_judged_by_its_signatures(office: SignedOffice) -> None:
    other = Tool(office.authority, office.leader).sign(_plain_pdf(), "X", None)
    assert said(office.verify(other)) == (True, "trusted", "unknown", {"not-ours"})


def test_outside_of_any_office_signatures_are_judged_alone(
    office: SignedOffice, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(office.signed())
    with Office.look(tmp_path, office.around) as nowhere:
        found = nowhere.do(VerifyFile(path, office.trust()))
        assert said(found) == (True, "trusted", "not-asked", set())
        path.write_bytes(office.issued)
        assert said(nowhere.do(VerifyFile(path))) == (
            False,
            "invalid",
            "not-asked",
            {"no-signature"},
        )


def test_a_time_stamp_keeps_a_signature_good_beyond_its_certificate(office: SignedOffice) -> None:
    tool = Tool(office.authority, office.leader, stamps=True)
    signed = tool.sign(office.issued, "NguoiKy", LEADER)
    found = office.verify(signed)
    assert found.signatures[0].stamped_at is not None
    assert found.is_whole


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\nxref\n0 1\n"])
def test_what_is_no_pdf_file_is_told_in_a_sentence(office: SignedOffice, content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        office.verify(content)


def test_the_command_says_it_and_ends_with_zero_or_one(
    office: SignedOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "giay.pdf"
    path.write_bytes(office.issued)
    answer = vbgen(capsys, "verify", path, "--workspace", office.folder)
    assert (answer.code, "như khi cấp số, chưa ký số" in answer.out) == (0, True)
    path.write_bytes(office.signed())
    answer = vbgen(capsys, "verify", path, "--workspace", office.folder, "--json")
    plain = answer.json
    assert (answer.code, plain["ok"], plain["state"], plain["ours"]) == (
        1,
        False,
        "unchecked",
        "extended",
    )
    assert plain["signatures"][0]["certificate"]["name"] == LEADER_NAME


def _plain_pdf() -> bytes:
    from io import BytesIO

    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()
