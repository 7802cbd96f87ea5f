"""A server on this machine that answers what is posted to it, as the class that it serves says."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import NamedTuple, Self


class Posted(NamedTuple):
    """What somebody asks."""

    path: str
    access: str  # of its header
    content: bytes


class Reply(NamedTuple):
    """What is answered."""

    status: int
    content_type: str
    content: bytes


class PostServer:
    """Answers until the end of the block."""

    def __enter__(self) -> Self:
        served = self

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                asked = Posted(self.path, self.headers.get("Authorization", ""), content)
                reply = served.reply(asked)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.content_type)
                self.send_header("Content-Length", str(len(reply.content)))
                self.end_headers()
                self.wfile.write(reply.content)

            def log_message(self, *_said: object) -> None:
                """Nothing is told."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
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

    @property
    def address(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def reply(self, asked: Posted) -> Reply:
        """What the service says to it."""
        raise NotImplementedError
