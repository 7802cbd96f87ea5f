"""What is printed, sent to units and brought back after a loss is the signed file, once there is one."""

import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.signing.conftest import SignedOffice
from tests.signing.own_keys import PAPER, latest, sign, wish
from vbgen.office import (
    BringBackBags,
    CertificateChoice,
    CertificatesPrinted,
    MakeUnitFolders,
    Office,
    PackBag,
    PrintCertificates,
    ProveArchive,
    SigningHand,
    TakeBackLost,
    WhichCertificates,
)
from vbgen.pages.pdf.pictures import page_picture


def printed(office: SignedOffice, file: Path, stock: str = "a4") -> CertificatesPrinted:
    """The first three certificates as they go to the printer."""
    campaign = office.folder / "data/ha-nam-2022"
    which = WhichCertificates(
        campaign, "certificate", 1, CertificateChoice(numbers=(1, 2, 3)), stock
    )
    with Office.act(office.folder, office.around) as opened:
        return opened.do(PrintCertificates(which, file))


def blue_on(pdf: Path, page: int) -> int:
    """Pixels as blue as the leader's picture, and nothing else of a certificate."""
    drawn = page_picture(pdf, page, dots_an_inch=60, colours=None)
    pixels = Image.open(BytesIO(drawn)).convert("RGB").tobytes()
    each = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    return sum(blue > 140 and red < 60 and green < 80 for red, green, blue in each)


def test_signed_certificates_are_printed_with_their_signatures(
    pictured: SignedOffice, tmp_path: Path
) -> None:
    sign(pictured, wish(pictured), f"{PAPER}:2")
    file = tmp_path / "in.pdf"
    assert printed(pictured, file).problems == ()
    assert [blue_on(file, page) > 20 for page in (1, 2, 3)] == [False, True, False]


def test_on_stock_the_missing_signature_is_told(pictured: SignedOffice, tmp_path: Path) -> None:
    sign(pictured, wish(pictured), f"{PAPER}:2")
    done = printed(pictured, tmp_path / "in.pdf", "a4-1")
    assert [problem.code for problem in done.problems] == ["signature-not-on-stock"]


def test_units_get_the_signed_decision_and_their_signed_certificates(
    pictured: SignedOffice, tmp_path: Path
) -> None:
    sign(pictured, wish(pictured))
    with Office.look(pictured.folder, pictured.around) as opened:
        made = opened.do(MakeUnitFolders(PAPER, folder=tmp_path / "ra"))
    one = tmp_path / "ra" / made.units[0]
    names = {path.name for path in one.iterdir()}
    assert (one / "01-QĐ-SCT-award-decision.signed.pdf").read_bytes() == latest(pictured)
    assert "01-QĐ-SCT-award-decision.pdf" not in names
    certificates = list((tmp_path / "ra").rglob("*-certificate-*.signed.pdf"))
    assert len(certificates) == 12


def test_a_register_from_before_the_signing_takes_the_signed_files_back(
    pictured: SignedOffice,
) -> None:
    register = pictured.folder / "output/register.sqlite3"
    older = pictured.folder.parent / "older.sqlite3"
    shutil.copy(register, older)
    sign(pictured, wish(pictured), f"{PAPER}:1-2")
    sign(pictured, wish(pictured, SigningHand.AGENCY), f"{PAPER}:1")
    before = pictured.register.signed_files()
    shutil.copy(older, register)
    assert pictured.register.signed_files() == []
    with Office.act(pictured.folder, pictured.around) as opened:
        opened.do(TakeBackLost("máy hỏng"))
        assert opened.do(ProveArchive()).problems == ()
    assert pictured.register.signed_files() == before
    again = sign(pictured, wish(pictured), f"{PAPER}:1-2")
    assert (again.done, len(again.before)) == ((), 2)


def test_an_office_brought_back_from_a_bag_has_its_signed_files(
    pictured: SignedOffice, tmp_path: Path
) -> None:
    sign(pictured, wish(pictured))
    signed, before, bag = latest(pictured), pictured.register.signed_files(), tmp_path / "goi"
    with Office.look(pictured.folder, pictured.around) as opened:
        opened.do(PackBag(bag))
    shutil.rmtree(pictured.folder / "output")
    with Office.act(pictured.folder, pictured.around) as opened:
        assert opened.do(BringBackBags((bag,))).problems == ()
        assert opened.do(ProveArchive()).problems == ()
    assert pictured.register.signed_files() == before
    found = pictured.verify(signed)
    assert (found.is_whole, found.ours.value) == (True, "signed")
