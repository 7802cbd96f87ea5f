"""Requests carried to a printer or to CUPS: HTTP over the network or over CUPS' own socket, with a time limit."""

import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from vbgen.errors import OutsideProgramError, Problem, UsageError
from vbgen.messages import _
from vbgen.printer.ipp import IppFormatError, PrinterAnswer, answer

_PORT = 631
TIMEOUT_S = 60.0
_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_GOOD = 200


@dataclass(frozen=True, slots=True)
class Address:
    """Where requests go: a host or a socket of this machine, and the path there."""

    uri: str  # as IPP names the printer
    host: str
    port: int
    path: str
    is_secure: bool = False
    socket: str = ""  # takes the place of host and port


def printer_at(uri: str) -> Address:
    """The address of a printer by its `ipp://…` or `ipps://…`; UsageError for anything else."""
    parts = urlsplit(uri)
    if parts.scheme not in {"ipp", "ipps"} or not parts.hostname:
        raise UsageError(_("Địa chỉ máy in “{uri}” phải có dạng ipp://máy:631/ipp/print.", uri=uri))
    return Address(
        uri, parts.hostname, parts.port or _PORT, parts.path or "/", parts.scheme == "ipps"
    )


def queue_at(name: str, environ: Mapping[str, str]) -> Address:
    """The address of a CUPS queue, on the server that `CUPS_SERVER` names or on this machine."""
    server = environ.get("CUPS_SERVER", "")
    path = f"/printers/{quote(name)}" if name else "/"
    uri = f"ipp://localhost{path}"
    if server.startswith("/"):
        return Address(uri, "localhost", _PORT, path, socket=server)
    if not server and (found := next((place for place in _SOCKETS if Path(place).exists()), "")):
        return Address(uri, "localhost", _PORT, path, socket=found)
    host, _colon, port = (server or "localhost").partition(":")
    return Address(uri, host, int(port) if port.isdigit() else _PORT, path)


def ask(
    address: Address, question: bytes, document: bytes = b"", *, timeout_s: float = TIMEOUT_S
) -> PrinterAnswer:
    """The answer to a request; OutsideProgramError when nobody answers in time, or not in IPP."""
    connection = _connection(address, timeout_s)
    try:
        connection.request(
            "POST", address.path, question + document, {"Content-Type": "application/ipp"}
        )
        said = connection.getresponse()
        content = said.read()
    except (OSError, http.client.HTTPException) as fault:
        raise _silent(address, fault) from fault
    finally:
        connection.close()
    if said.status != _GOOD:
        raise _silent(address, f"HTTP {said.status}")
    try:
        return answer(content)
    except IppFormatError as fault:
        raise _silent(address, fault) from fault


def _connection(address: Address, timeout_s: float) -> http.client.HTTPConnection:
    if address.socket:
        return _SocketConnection(address.socket, timeout_s)
    kind = http.client.HTTPSConnection if address.is_secure else http.client.HTTPConnection
    return kind(address.host, address.port, timeout=timeout_s)


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over a socket of this machine."""

    def __init__(self, path: str, timeout_s: float) -> None:
        super().__init__("localhost", timeout=timeout_s)
        self._path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _silent(address: Address, fault: object) -> OutsideProgramError:
    place = address.socket or f"{address.host}:{address.port}"
    message = _(
        "Không liên lạc được với máy in hoặc dịch vụ in ở {place}: {fault}. Hãy kiểm tra máy in đã bật, đã nối mạng,"
        " và dịch vụ in (CUPS) đang chạy.",
        place=place,
        fault=fault,
    )
    return OutsideProgramError(message, (Problem("printer-silent", message),))
