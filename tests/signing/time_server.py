"""A time stamper (RFC 3161) on this machine, spoken to over HTTP as any other."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

from asn1crypto import tsp  # type: ignore[import-untyped]  # no types shipped
from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]  # no types shipped
from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # no types shipped
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.signing.authority import Authority


class TimeServer:
    """Answers until the end of the block."""

    def __init__(self, authority: Authority) -> None:
        own = authority.time_stamper()
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(Certificate.load(authority.issuing.der))
        stamper = DummyTimeStamper(
            Certificate.load(own.der), PrivateKeyInfo.load(own.key_der), certs_to_embed=store
        )

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = self.rfile.read(int(self.headers["Content-Length"]))
                made = stamper.request_tsa_response(tsp.TimeStampReq.load(asked))
                content = made.dump()
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_said: object) -> None:
                """Nothing is told."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
