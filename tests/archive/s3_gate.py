"""A gate before the S3 server: what comes through it is answered by the server, or refused as real stores refuse."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from email.message import Message
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.archive.s3_server import ObjectStore

REFUSED = {  # how → status, code: no right to write, no room left
    "read-only": (403, "AccessDenied"),
    "full": (507, "InsufficientStorage"),
}


class Gate(ThreadingHTTPServer):
    """Open until `how` says otherwise: `read-only`, `full`, or `gone`, which answers nobody."""

    daemon_threads = True

    def __init__(self, behind: ObjectStore) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.port = int(behind.endpoint.rpartition(":")[2])
        self.how = "open"

    @property
    def store(self) -> ObjectStore:
        return ObjectStore(f"http://127.0.0.1:{self.server_address[1]}")


class _Passing(BaseHTTPRequestHandler):
    server: Gate
    protocol_version = "HTTP/1.1"  # clients wait to be told to go on

    def pass_on(self) -> None:
        how, content = self.server.how, self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if how == "gone":
            self.close_connection = True
        elif how in REFUSED and self.command in {"PUT", "POST"}:
            status, code = REFUSED[how]
            self._answer(status, [], f"<Error><Code>{code}</Code></Error>".encode())
        else:
            with closing(HTTPConnection("127.0.0.1", self.server.port, timeout=60)) as behind:
                behind.request(self.command, self.path, content, _without_waiting(self.headers))
                answer = behind.getresponse()
                self._answer(answer.status, answer.getheaders(), answer.read())

    def _answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in {"connection", "content-length", "transfer-encoding"}:
                self.send_header(name, value)
        length = {name.lower(): value for name, value in headers}.get("content-length")
        is_head = self.command == "HEAD"
        self.send_header("Content-Length", str(length if is_head and length else len(content)))
        self.end_headers()
        if not is_head:
            self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Nothing is logged."""


for verb in ("GET", "HEAD", "PUT", "POST", "DELETE"):
    setattr(_Passing, f"do_{verb}", _Passing.pass_on)


def _without_waiting(headers: Message) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() != "expect"}


@contextmanager
def gate(behind: ObjectStore) -> Iterator[Gate]:
    """The gate, open, until the block ends."""
    made = Gate(behind)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
        thread.join()
