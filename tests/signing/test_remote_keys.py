"""Keys that a service holds (CSC): several hashes by one word of the signer; what the service refuses is worded."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.signing.conftest import LEADER_NAME, SignedOffice
from tests.signing.key_service import ACCESS, CODE, KEY, PIN, KeyService
from tests.signing.own_keys import PAPER
from vbgen.errors import VbgenError
from vbgen.office import (
    KeyWish,
    Office,
    PadesLevel,
    PapersSigned,
    SendSigningCode,
    ShowSigning,
    SigningHand,
    SigningWish,
    SignPapers,
)

WHOLE = 13  # the decision and its certificates


def wish(office: SignedOffice, pin: str = PIN, otp: str = "") -> SigningWish:
    return SigningWish(SigningHand.LEADER, KeyWish(pin, otp=otp), trust=office.trust())


def known(office: SignedOffice, service: KeyService, address: str = "") -> None:
    """The settings name the service, and the leader's key there."""
    settings = office.folder / "vbgen.toml"
    said = f'\n[signing]\nremote = "{address or service.address}"\n'
    said += f'[signing.remote_keys]\n"{LEADER_NAME}" = "{KEY}"\n'
    settings.write_text(settings.read_text("utf-8") + said, encoding="utf-8")


def sign(
    office: SignedOffice, how: SigningWish, reference: str = PAPER, access: str = ACCESS
) -> PapersSigned:
    around = office.around
    environ = {**around.environ, "VBGEN_REMOTE_TOKEN": access}
    with Office.act(office.folder, replace(around, environ=environ)) as opened:
        return opened.do(SignPapers(reference, how))


def test_a_decision_and_its_certificates_are_signed_by_as_few_words_of_the_signer_as_may_be(
    office: SignedOffice,
) -> None:
    with KeyService(office.authority, office.leader, most_at_once=8) as service:
        known(office, service)
        done = sign(office, wish(office))
        assert (len(done.done), done.failed, done.left) == (WHOLE, (), ())
        assert service.signed_at_once == [8, 5]
        again = sign(office, wish(office))
        assert (len(again.before), service.signed_at_once) == (WHOLE, [8, 5])
    states = {row.state for row in office.register.signed_files()}
    assert states == {"trusted"}
    with Office.look(office.folder, office.around) as opened:
        assert any(party.has_key for party in opened.do(ShowSigning(PAPER)).parties)


def test_a_one_time_code_signs_as_many_as_it_covers_and_the_rest_wait_for_the_next(
    office: SignedOffice,
) -> None:
    with KeyService(office.authority, office.leader, most_at_once=3, code=True) as service:
        known(office, service)
        assert refusal(office, wish(office), f"{PAPER}:1-5") == "otp-needed"
        environ = {**office.around.environ, "VBGEN_REMOTE_TOKEN": ACCESS}
        with Office.look(office.folder, replace(office.around, environ=environ)) as opened:
            assert opened.do(SendSigningCode(PAPER, wish(office))).signer == LEADER_NAME
        assert service.asked[-1][0] == "credentials/sendOTP"
        assert refusal(office, wish(office, otp="000000"), f"{PAPER}:1-5") == "otp-wrong"
        first = sign(office, wish(office, otp=CODE), f"{PAPER}:1-5")
        assert (len(first.done), len(first.left)) == (3, 2)
        second = sign(office, wish(office, otp=CODE), f"{PAPER}:1-5")
        assert (len(second.done), len(second.before), second.left) == (2, 3, ())


def refusal(
    office: SignedOffice, how: SigningWish, reference: str = f"{PAPER}:1-2", access: str = ACCESS
) -> str:
    """Why nothing more was signed, and that nothing was kept."""
    before = office.register.signed_files()
    with pytest.raises(VbgenError) as refused:
        sign(office, how, reference, access)
    assert office.register.signed_files() == before
    (problem,) = refused.value.as_problems()
    return problem.code


INFO, ALLOW, SIGN = "credentials/info", "credentials/authorize", "signatures/signHash"


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ({INFO: (503, {})}, "remote-refused"),
        ({INFO: (200, {"cert": {}})}, "remote-refused"),
        ({INFO: (200, [])}, "remote-refused"),
        ({INFO: (200, {"key": {"algo": []}, "cert": {"certificates": []}, "multisign": 1})},
         "remote-refused"),
        ({ALLOW: (401, {"error": "invalid_token"})}, "remote-access"),  # ended meanwhile
        ({ALLOW: (400, {"error": "invalid_request", "error_description": "numSignatures"})},
         "remote-refused"),
        ({SIGN: (400, {"error": "invalid_request", "error_description": "SAD expired"})},
         "remote-refused"),
        ({SIGN: (200, {"signatures": ["QUJD"]})}, "remote-refused"),  # one for two
        ({SIGN: (200, {"signatures": ["không", "phải"]})}, "remote-refused"),
    ],
)  # fmt: skip
def test_what_a_service_refuses_or_answers_wrongly_signs_nothing(
    office: SignedOffice, faults: Mapping[str, Any], told: str
) -> None:
    with KeyService(office.authority, office.leader, faults=faults) as service:
        known(office, service)
        assert refusal(office, wish(office)) == told
        assert len([call for call, _said in service.asked if call == ALLOW]) <= 1


def test_pin_token_key_and_address_are_told_apart(office: SignedOffice) -> None:
    with KeyService(office.authority, office.leader) as service:
        known(office, service)
        assert refusal(office, wish(office, pin="000000")) == "pin-wrong"
        assert len([call for call, _said in service.asked if call == ALLOW]) == 1  # not once a file
        assert refusal(office, wish(office), access="cu") == "remote-access"
        service.algorithms = ("1.2.840.10045.4.3.2",)
        assert refusal(office, wish(office)) == "remote-algorithm"
        said = json.dumps([values for _call, values in service.asked])
        assert ACCESS not in said  # it goes in the header alone
        assert PIN not in repr(wish(office))
    assert refusal(office, wish(office)) == "remote-unreachable"


def test_a_service_is_spoken_to_over_https_alone(office: SignedOffice) -> None:
    with KeyService(office.authority, office.leader) as service:
        known(office, service, "http://ky-so.example.vn")
        assert refusal(office, wish(office)) == "remote-address"
        assert service.asked == []


def test_signatures_that_are_none_are_told_file_by_file(office: SignedOffice) -> None:
    other = office.authority.identity("Người khác")
    with KeyService(office.authority, office.leader) as service:
        known(office, service)
        service.identity = replace(office.leader, key=other.key)  # signs with another key
        done = sign(office, wish(office), f"{PAPER}:1-2")
        assert (done.done, len(done.failed)) == ((), 2)
    assert office.register.signed_files() == []


def test_a_time_server_that_fails_one_file_holds_none_of_the_others_up(
    office: SignedOffice,
) -> None:
    with KeyService(office.authority, office.leader) as service:
        known(office, service)
        timed = replace(wish(office), level=PadesLevel.TIMED, time_server="http://127.0.0.1:9/")
        done = sign(office, timed, f"{PAPER}:1-2")
        assert (done.done, len(done.failed)) == ((), 2)
        assert all("dấu thời gian" in why for _name, why in done.failed)
