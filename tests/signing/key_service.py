"""A stand-in for a service that holds keys (CSC API), on this machine; no real one was ever tried."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from tests.signing.authority import Authority, Identity
from tests.signing.post_server import Posted, PostServer, Reply

ACCESS, PIN, CODE, KEY = "ma-truy-cap", "246810", "135790", "khoa-1"
Answer = tuple[int, Mapping[str, Any]]


@dataclass
class KeyService(PostServer):
    """Answers until the end of the block; `asked` tells what it was asked, `faults` what it answers instead."""

    authority: Authority
    identity: Identity
    most_at_once: int = 50
    code: bool = False
    faults: Mapping[str, Answer] = field(default_factory=dict)
    algorithms: tuple[str, ...] = ("1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11")
    access: str = f"Bearer {ACCESS}"  # what has to stand in the header
    held: Event | None = None  # no signature goes out before it is set
    reached: Event = field(default_factory=Event)  # hashes have come
    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    def reply(self, asked: Posted) -> Reply:
        """Its calls, in JSON."""
        call = asked.path.removeprefix("/csc/v1/")
        status, said = self.answer(call, asked.access, json.loads(asked.content))
        return Reply(status, "application/json", json.dumps(said).encode())

    @property
    def signed_at_once(self) -> list[int]:
        """How many hashes each call brought."""
        return [len(said["hash"]) for call, said in self.asked if call == "signatures/signHash"]

    def answer(self, call: str, access: str, said: Mapping[str, Any]) -> Answer:
        """As the specification has it."""
        self.asked.append((call, said))
        if call in self.faults:
            return self.faults[call]
        if access != self.access or said["credentialID"] != KEY:
            return 401, {"error": "invalid_token", "error_description": "no access"}
        return {
            "credentials/info": self._info,
            "credentials/sendOTP": lambda _said: (204, {}),
            "credentials/authorize": self._authorize,
            "signatures/signHash": self._sign,
        }[call](said)

    def _info(self, _said: Mapping[str, Any]) -> Answer:
        ders = (self.identity.der, self.authority.issuing.der)
        return 200, {
            "key": {"status": "enabled", "algo": list(self.algorithms), "len": 2048},
            "cert": {"certificates": [base64.b64encode(der).decode() for der in ders]},
            "authMode": "explicit",
            "SCAL": "2",
            "PIN": {"presence": "true", "format": "N"},
            "OTP": {"presence": "true" if self.code else "false", "type": "online"},
            "multisign": self.most_at_once,
        }

    def _authorize(self, said: Mapping[str, Any]) -> Answer:
        if said.get("PIN") != PIN:
            return 400, {"error": "invalid_pin", "error_description": "The PIN is invalid"}
        if self.code and said.get("OTP") != CODE:
            return 400, {"error": "invalid_otp", "error_description": "The OTP is invalid"}
        assert said["numSignatures"] == len(said["hash"]) <= self.most_at_once
        self._allowed = list(said["hash"])
        return 200, {"SAD": "duoc-ky", "expiresIn": 60}

    def _sign(self, said: Mapping[str, Any]) -> Answer:
        self.reached.set()
        if self.held is not None:
            self.held.wait()
        if said["SAD"] != "duoc-ky" or said["hash"] != self._allowed:
            return 400, {"error": "invalid_request", "error_description": "Invalid parameter SAD"}
        hashes = map(base64.b64decode, said["hash"])
        made = [self.identity.key.sign(one, PKCS1v15(), Prehashed(SHA256())) for one in hashes]
        return 200, {"signatures": [base64.b64encode(one).decode() for one in made]}
