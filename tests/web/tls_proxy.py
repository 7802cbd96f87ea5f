"""A web server before the desk, as an office has one: HTTPS to browsers, and its word about each request."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.patience import PATIENCE_S

_NOT_HANDED_ON = {"connection", "transfer-encoding", "keep-alive"}


def own_certificate(folder: Path) -> tuple[Path, Path]:
    """An office's own certificate for `localhost`, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    hosts = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=7))
        .add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "desk.pem", folder / "desk.key"
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    private.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )
    return certificate, private


class _Handing(BaseHTTPRequestHandler):
    """Hands each request on, and its answer back as it comes."""

    protocol_version = "HTTP/1.0"
    behind: ClassVar[int]
    words: ClassVar[Mapping[str, str]]

    def _hand_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        own = {name.lower() for name in self.words}
        sent = {name: value for name, value in self.headers.items() if name.lower() not in own}
        sent |= {"X-Forwarded-For": self.client_address[0], "X-Forwarded-Proto": "https"}
        with closing(HTTPConnection("127.0.0.1", self.behind, timeout=PATIENCE_S)) as connection:
            connection.request(self.command, self.path, body, {**sent, **self.words})
            with connection.getresponse() as answer, suppress(ConnectionError, ssl.SSLError):
                self._answer(answer)

    def _answer(self, answer: HTTPResponse) -> None:
        """Hands the answer on, until the browser has it or has gone to another page."""
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _NOT_HANDED_ON:
                self.send_header(name, value)
        self.end_headers()
        while part := answer.read1(65_536):
            self.wfile.write(part)
            self.wfile.flush()

    do_GET = do_POST = _hand_on  # noqa: N815 - the library's names

    def log_message(self, *_given: object) -> None:
        """Nothing is said."""


@contextmanager
def tls_proxy(
    port: int, behind: int, files: tuple[Path, Path], words: Mapping[str, str]
) -> Iterator[str]:
    """Its origin; `words` are the headers that it sets itself, whatever the browser said."""
    handing = type("Handing", (_Handing,), {"behind": behind, "words": words})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    with ThreadingHTTPServer(("127.0.0.1", port), handing) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"https://localhost:{port}"
        finally:
            server.shutdown()
            thread.join()
