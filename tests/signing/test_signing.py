"""Papers signed with the office's own keys: a key file, a token; with the decree's look, at each level of PAdES."""

import subprocess
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from tests.archive.pdf_validator import complaints
from tests.cli.command_line import vbgen
from tests.signing.conftest import AGENCY_NAME, LEADER_NAME, SignedOffice
from tests.signing.own_keys import PAPER, latest, sign, wish
from tests.signing.soft_token import LABEL, LIBRARY, PIN, soft_token
from tests.signing.time_server import TimeServer
from vbgen.errors import OutsideProgramError, ProblemsFoundError, UsageError, VbgenError
from vbgen.office import (
    KeyWish,
    Office,
    PadesLevel,
    ProveArchive,
    SigningHand,
    SignPapers,
)
from vbgen.pages.pdf.layout import layout_of

WHOLE = 13  # a decision and its twelve certificates
KNOWN_ERRORS = {"PDFA2B-SIGNATURE-BYTERANGE-001"}  # of the validator, on a file with two signatures


def test_leader_and_agency_sign_a_decision_with_its_certificates(pictured: SignedOffice) -> None:
    for hand in SigningHand:
        done = sign(pictured, wish(pictured, hand))
        assert (len(done.done), done.failed, done.problems) == (WHOLE, (), ())
    found = pictured.verify(latest(pictured))
    assert (found.is_whole, found.ours.value, found.problems) == (True, "signed", ())
    assert [one.certificate.name for one in found.signatures] == [LEADER_NAME, AGENCY_NAME]
    with Office.look(pictured.folder, pictured.around) as opened:
        assert opened.do(ProveArchive()).problems == ()


def test_the_leaders_picture_stands_between_title_and_name_and_the_seal_on_its_left_third(
    pictured: SignedOffice,
) -> None:
    for hand in SigningHand:
        sign(pictured, wish(pictured, hand))
    leader, seal = (one.box for one in pictured.verify(latest(pictured)).signatures)
    lines = {line.text: line.box for line in layout_of(pictured.issued).lines if line.page == 1}
    title, name = lines["GIÁM ĐỐC"], lines[LEADER_NAME]
    assert title[3] <= leader[1] + 1
    assert leader[3] - 1 <= name[1]
    assert (leader[0] + leader[2]) / 2 == pytest.approx((name[0] + name[2]) / 2, abs=2)
    assert seal[2] == pytest.approx(leader[0] + (leader[2] - leader[0]) / 3, abs=2)
    assert seal[2] - seal[0] == pytest.approx(36 / 25.4 * 72, abs=1.5)


def test_what_is_signed_stays_pdf_a_and_other_programs_find_the_signatures(
    pictured: SignedOffice, tmp_path: Path
) -> None:
    sign(pictured, wish(pictured))
    assert complaints(latest(pictured)) == []
    sign(pictured, wish(pictured, SigningHand.AGENCY))
    rules = {said.partition(":")[0] for said in complaints(latest(pictured))}
    assert rules <= KNOWN_ERRORS
    path = tmp_path / "a.pdf"
    path.write_bytes(latest(pictured))
    said = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout
    assert said.count("Signature is Valid") == 2
    assert "Total document signed" in said


def test_signed_again_nothing_is_done_and_what_was_left_is_signed(pictured: SignedOffice) -> None:
    assert len(sign(pictured, wish(pictured), f"{PAPER}:2,4-5").done) == 3
    done = sign(pictured, wish(pictured))
    assert (len(done.done), len(done.before)) == (WHOLE - 3, 3)
    again = sign(pictured, wish(pictured))
    assert (again.done, len(again.before)) == ((), WHOLE)


def test_an_annex_is_signed_with_number_and_time_in_its_corner(pictured: SignedOffice) -> None:
    how = replace(wish(pictured, SigningHand.AGENCY), as_text=True)
    sign(pictured, how)
    (one,) = pictured.verify(latest(pictured)).signatures
    width, _height = layout_of(pictured.issued).sizes[0]
    assert (one.page, one.pictures) == (0, 0)
    assert one.box[0] > width / 2
    assert one.box[3] < 60
    assert complaints(latest(pictured)) == []


def test_a_token_signs_with_one_pin(pictured: SignedOffice, tmp_path: Path) -> None:
    with soft_token(tmp_path / "hsm", pictured.leader):
        key = KeyWish(PIN, token_library=LIBRARY, token=LABEL)
        done = sign(pictured, replace(wish(pictured), key=key))
        assert (len(done.done), done.failed) == (WHOLE, ())
        assert pictured.verify(latest(pictured)).is_whole


@pytest.mark.parametrize(
    ("key", "kind", "code"),
    [
        (KeyWish("999999", token_library=LIBRARY, token=LABEL), UsageError, "pin-wrong"),
        (KeyWish(PIN, token_library=LIBRARY, token="khac"), OutsideProgramError, "token-unusable"),  # noqa: S106 - a name
        (KeyWish(PIN, token_library=LIBRARY, token=LABEL, key="la"), UsageError, "token-key"),
        (KeyWish(PIN, token_library=Path("/la.so")), OutsideProgramError, "token-unusable"),
    ],
)
def test_a_token_that_cannot_be_used_is_told_and_nothing_is_signed(
    pictured: SignedOffice, tmp_path: Path, key: KeyWish, kind: type[VbgenError], code: str
) -> None:
    with soft_token(tmp_path / "hsm", pictured.leader):
        with pytest.raises(kind) as fault:
            sign(pictured, replace(wish(pictured), key=key))
        assert [problem.code for problem in fault.value.problems] == [code]
    assert pictured.register.signed_files() == []


def test_several_processes_sign_alike(pictured: SignedOffice) -> None:
    done = sign(pictured, replace(wish(pictured), workers=2))
    assert len(done.done) == WHOLE


@pytest.mark.parametrize("level", [PadesLevel.TIMED, PadesLevel.LONG, PadesLevel.ARCHIVED])
def test_a_higher_level_holds_time_and_what_its_check_needs(
    pictured: SignedOffice, level: PadesLevel
) -> None:
    pictured.now = pictured.now.now(pictured.now.tzinfo) + timedelta(minutes=5)
    with TimeServer(pictured.authority) as server:
        how = replace(wish(pictured), level=level, time_server=server.url)
        done = sign(pictured, how, f"{PAPER}:1")
        assert done.failed == ()
    single = done.done[0]
    found = pictured.verify(latest(pictured, single))
    assert found.is_whole
    assert found.signatures[0].stamped_at is not None
    assert found.signatures[-1].is_time_stamp == (level is PadesLevel.ARCHIVED)
    if level is not PadesLevel.TIMED:
        alone = pictured.trust(crls=False)
        assert pictured.verify(latest(pictured, single), alone).signatures[0].problems == ()


def test_a_time_server_that_does_not_answer_is_told_for_each_file(pictured: SignedOffice) -> None:
    how = replace(wish(pictured), level=PadesLevel.TIMED, time_server="http://127.0.0.1:9/")
    done = sign(pictured, how, f"{PAPER}:1-2")
    assert (done.done, len(done.failed)) == ((), 2)
    assert pictured.register.signed_files() == []


def test_a_certificate_is_looked_at_before_anything_is_signed_with_it(
    pictured: SignedOffice,
) -> None:
    pictured.authority.revoke(pictured.leader, pictured.now - timedelta(days=3))
    with pytest.raises(ProblemsFoundError) as fault:
        sign(pictured, wish(pictured))
    assert [problem.code for problem in fault.value.problems] == ["certificate-revoked"]


def test_nobody_signs_for_another(pictured: SignedOffice) -> None:
    mixed = replace(wish(pictured), hand=SigningHand.AGENCY)
    with pytest.raises(ProblemsFoundError) as fault:
        sign(pictured, mixed)
    assert [problem.code for problem in fault.value.problems] == ["another-signer"]


def test_a_picture_without_a_transparent_ground_is_refused(pictured: SignedOffice) -> None:
    Image.new("RGB", (30, 20)).save(pictured.folder / "ca/hand.png")
    with pytest.raises(VbgenError, match="nền trong suốt"):
        sign(pictured, wish(pictured))


def test_without_a_picture_it_is_signed_and_told(office: SignedOffice) -> None:
    done = sign(office, wish(office), f"{PAPER}:1")
    assert [problem.code for problem in done.problems] == ["picture-missing"]


def test_the_commands_sign_with_the_pin_of_the_environment_and_save_what_is_signed(
    pictured: SignedOffice,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = wish(pictured).key.file
    here = ("--workspace", pictured.folder)
    wanted = ("sign", f"{PAPER}:1", "--as", "leader", "--key", key, *here)
    assert vbgen(capsys, *wanted, "--json").code == 2
    monkeypatch.setenv("VBGEN_PIN", "sai")
    assert vbgen(capsys, *wanted, "--json").code == 2
    monkeypatch.setenv("VBGEN_PIN", "bi mat")
    answer = vbgen(capsys, *wanted, "--json")
    assert (answer.code, answer.json["signer"], len(answer.json["signed"])) == (0, LEADER_NAME, 1)
    assert "bi mat" not in answer.out + answer.err
    vbgen(capsys, "register", "show", PAPER, "--save", tmp_path / "ra", *here)
    (saved,) = (tmp_path / "ra").glob("*-ban-ky/*.signed.pdf")
    assert saved.read_bytes() == latest(pictured, answer.json["signed"][0])


def test_a_stop_leaves_what_is_signed_and_tells_what_is_not(pictured: SignedOffice) -> None:
    asked = count()
    after_ten = replace(pictured.around, is_stopped=lambda: next(asked) > 0)
    with Office.act(pictured.folder, after_ten) as opened:
        stopped = opened.do(SignPapers(PAPER, wish(pictured)))
    assert (len(stopped.done), len(stopped.left), stopped.failed) == (10, WHOLE - 10, ())
    assert len(pictured.register.signed_files()) == 10
    with Office.look(pictured.folder, pictured.around) as opened:
        assert opened.do(ProveArchive()).problems == ()
    on = sign(pictured, wish(pictured))
    assert (on.done, len(on.before)) == (stopped.left, 10)
