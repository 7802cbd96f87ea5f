"""A stand-in for VGCA Sign Service, written from what pages of agencies say to it: it speaks its words, and signs.

It listens as the tool does (`wss://127.0.0.1:8987`), fetches the PDF file and brings the signed one without any cookie.
"""

import fcntl
import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir
from threading import Thread
from typing import Any

import httpx
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from websockets.sync.server import ServerConnection, serve

from tests.patience import PATIENCE_S
from tests.signing.authority import Identity
from tests.signing.conftest import SignedOffice
from tests.signing.foreign_tool import LEADER, SEAL, Tool

PORT = 8987


@dataclass
class SigningStandIn:
    """The tool on the signer's computer, with the signer's and the agency's keys in it."""

    office: SignedOffice
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)  # what it was called with
    handlers_said: list[dict[str, Any]] = field(
        default_factory=list
    )  # by the desk, of what was brought
    spoils: bool = False  # one byte of the paper
    refuses: bool = False  # as where the signer presses Cancel

    def answer(self, connection: ServerConnection) -> None:
        """One call: the file is fetched, signed, brought."""
        call, message = (
            str(connection.request.path if connection.request else ""),
            connection.recv(),
        )
        asked = json.loads(message)
        self.asked.append((call, asked))
        if self.refuses:
            connection.send(json.dumps({"Status": 1, "Message": "Người dùng hủy ký"}))
            return
        signed = self._signed(
            call, httpx.get(asked["FileName"], timeout=PATIENCE_S).raise_for_status().content
        )
        sent = {"uploadfile": ("signed.pdf", signed, "application/pdf")}
        handled = httpx.post(
            asked["FileUploadHandler"], files=sent, timeout=PATIENCE_S
        ).raise_for_status()
        self.handlers_said.append(handled.json())
        connection.send(json.dumps(self._told(asked)))

    def _signed(self, call: str, content: bytes) -> bytes:
        authority = self.office.authority
        if call == "/SignApproved":
            made = Tool(authority, self.office.leader).sign(content, "NguoiKy", LEADER)
        else:
            seal = Tool(authority, self.office.agency, (200, 20, 20))
            made = seal.sign(content, "CoQuan", SEAL)
        if not self.spoils:
            return made
        spoilt = bytearray(made)
        spoilt[3000] ^= 1
        return bytes(spoilt)

    def _told(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        number, day = asked.get("DocNumber", ""), asked.get("IssuedDate", "")
        told = {"Status": 0, "Message": "", "FileName": "signed.pdf", "FileServer": ""}
        return {**told, "DocumentNumber": number, "DocumentDate": day}


@contextmanager
def alone_at_the_port() -> Iterator[None]:
    """Pages look for the tool at one port, and tests run in several processes: one after the other."""
    with (Path(gettempdir()) / f"vbgen-tests-{PORT}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def stand_in(office: SignedOffice, folder: Path) -> Iterator[SigningStandIn]:
    """It runs until the end of the block; its certificate is of an authority that no browser knows."""
    tool = SigningStandIn(office)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_pem(folder, office.authority.identity("127.0.0.1", usage="server")))
    with alone_at_the_port(), serve(tool.answer, "127.0.0.1", PORT, ssl=context) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield tool
        server.shutdown()
        thread.join()


def _pem(folder: Path, identity: Identity) -> Path:
    key = identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "tool.pem"
    path.write_bytes(key + identity.pem)
    return path
