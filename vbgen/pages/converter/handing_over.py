"""Words handed to the LibreOffice that runs, over its own socket: what its second start does, without the start."""

import hashlib
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from vbgen.pages.converter.jobs import Ending
from vbgen.pages.converter.process import PULSE_S, Stalled

_SOCKETS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice puts them, whatever it is told
_PLAIN = "/!$&'()*+,:=@"  # what LibreOffice leaves as it is in the address of a file
_ASKED = b"InternalIPC::SendArguments\0"
_GIVEN = b"InternalIPC::Arguments"
_DONE = b"InternalIPC::ProcessingDone\0"
_GREETED_WITHIN_S = 5.0
_AT_ONCE = 4096  # bytes
_MARKED = {"\\": "\\\\", "\0": "\\0", ",": "\\,"}  # signs that part the words


def hand_over(
    profile: Path, words: Sequence[str], *, stall_s: float, pulse: Callable[[], object]
) -> Ending | None:
    """How the work ended; None where no LibreOffice of that profile listens, and nothing was handed over.

    `pulse()` is asked again and again; Stalled when its answer stays the same for `stall_s` seconds.
    """
    line = _greeted(profile)
    if line is None:
        return None
    with line:
        try:
            line.sendall(_said(profile, words))
            return Ending.RETURNED if _answer(line, stall_s, pulse) == _DONE else Ending.CRASHED
        except ConnectionError:
            return Ending.CRASHED


def forget_socket(profile: Path) -> None:
    """Removes the socket that a LibreOffice which did not leave by itself left for that profile."""
    for place in sockets_of(profile):
        with suppress(OSError):
            place.unlink(missing_ok=True)


def sockets_of(profile: Path) -> Iterator[Path]:
    """Where the LibreOffice of that profile may listen; nowhere on Windows, which has other ways."""
    if sys.platform != "win32":
        address = f"file://{quote(bytes(profile), safe=_PLAIN)}"
        digest = hashlib.md5(address.encode("utf-16-le"), usedforsecurity=False).digest()
        name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
        yield from (place / name for place in _SOCKETS)


def _greeted(profile: Path) -> socket.socket | None:
    """The line to it, once it asks for words as the LibreOffice that we know does."""
    for place in sockets_of(profile):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(_GREETED_WITHIN_S)
        with suppress(OSError):
            line.connect(str(place))
            if _heard(line) == _ASKED:
                return line
        line.close()
    return None


def _said(profile: Path, words: Sequence[str]) -> bytes:
    """The folder that names without one stand in, then the words."""
    parts = [f"1{_marked(profile.parent.as_uri())}", *(f",{_marked(word)}" for word in words)]
    return _GIVEN + "".join(parts).encode(errors="surrogateescape") + b"\0"


def _marked(word: str) -> str:
    return "".join(_MARKED.get(sign, sign) for sign in word)


def _answer(line: socket.socket, stall_s: float, pulse: Callable[[], object]) -> bytes:
    """What it says at the end; whatever it has said so far where it is gone before."""
    line.settimeout(PULSE_S)
    seen, since = pulse(), time.monotonic()
    while True:
        try:
            return _heard(line)
        except TimeoutError:
            now = pulse()
        if now != seen:
            seen, since = now, time.monotonic()
        elif time.monotonic() - since > stall_s:
            raise Stalled


def _heard(line: socket.socket) -> bytes:
    """One word, which ends with a zero."""
    heard = b""
    while not heard.endswith(b"\0"):
        more = line.recv(_AT_ONCE)
        if not more:
            break
        heard += more
    return heard
