"""The site's list is signed by the agency: any program tells whether somebody else has changed it."""

import subprocess
from pathlib import Path

import pytest

from tests.public_site.conftest import IssuedOffice
from tests.signing.authority import Authority, Identity
from vbgen.errors import ProblemsFoundError
from vbgen.office import (
    KeyWish,
    Office,
    SigningHand,
    SigningWish,
    SiteWritten,
    Surroundings,
    TrustWish,
    WriteVerifySite,
)
from vbgen.web.moment import now

AGENCY = "Sở Công Thương Hà Nam"


def written(
    office: IssuedOffice, folder: Path, authority: Authority, by: Identity | None
) -> SiteWritten:
    """The site, its list signed by somebody or not."""
    root, key = folder / "root.pem", folder / "key.p12"
    root.write_bytes(authority.root.pem)
    (folder / "between.pem").write_bytes(authority.issuing.pem)
    wish = None
    if by:
        key.write_bytes(authority.pkcs12(by, b"bi mat"))
        trust = TrustWish((root,), (folder / "between.pem",))
        wish = SigningWish(SigningHand.AGENCY, KeyWish("bi mat", key), trust=trust)
    with Office.look(office.place, Surroundings({}, "Lan", now)) as opened:
        return opened.do(WriteVerifySite(folder / "trang", wish))


def openssl(folder: Path) -> int:
    """How OpenSSL ends, which knows nothing but the root certificate."""
    site = folder / "trang"
    words = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any"]
    files = ["-in", site / "SHA256SUMS.p7s", "-content", site / "SHA256SUMS", "-out", "/dev/null"]
    asked = [*words, *map(str, files), "-CAfile", str(folder / "root.pem")]
    return subprocess.run(asked, capture_output=True, check=False).returncode


def test_another_program_checks_the_list_and_sees_a_change(
    office: IssuedOffice, tmp_path: Path
) -> None:
    authority = Authority("Cơ yếu")
    done = written(office, tmp_path, authority, authority.identity(AGENCY))
    assert (done.signer, [each.code for each in done.problems]) == (AGENCY, ["revocation-unknown"])
    assert openssl(tmp_path) == 0
    sums = tmp_path / "trang/SHA256SUMS"
    sums.write_text(sums.read_text("utf-8").replace("index.html", "indexx.html"), encoding="utf-8")
    assert openssl(tmp_path) != 0


def test_nobody_else_signs_the_list_and_then_no_site_is_written(
    office: IssuedOffice, tmp_path: Path
) -> None:
    authority = Authority("Cơ yếu")
    with pytest.raises(ProblemsFoundError) as fault:
        written(office, tmp_path, authority, authority.identity("Công ty khác"))
    assert "another-signer" in [each.code for each in fault.value.problems]
    assert not (tmp_path / "trang").exists()


def test_an_unsigned_site_keeps_no_signature_of_an_earlier_one(
    office: IssuedOffice, tmp_path: Path
) -> None:
    authority = Authority("Cơ yếu")
    written(office, tmp_path, authority, authority.identity(AGENCY))
    done = written(office, tmp_path, authority, None)
    assert [each.code for each in done.problems] == ["list-unsigned"]
    assert not (tmp_path / "trang/SHA256SUMS.p7s").exists()
