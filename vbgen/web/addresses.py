"""The address that a desk serves at, and what it takes to serve others than its own machine."""

from dataclasses import dataclass
from socket import (
    AF_INET,
    AF_INET6,
    IPPROTO_TCP,
    SO_REUSEADDR,
    SOCK_STREAM,
    SOL_SOCKET,
    socket,
)
from urllib.parse import urlsplit

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.office import DeskOpened
from vbgen.ways import AddAccount, ChoosePort, ServeHere, SetServing, WayOut

_USUAL_PORT = 7430


@dataclass(frozen=True, slots=True)
class ServingAddress:
    """How browsers reach the desk."""

    origin: str = ""  # `https://thidua.example.vn`; empty: by host and port
    certificate: str = ""
    key: str = ""
    is_proxied: bool = False
    proxies: tuple[str, ...] = ("127.0.0.1",)
    login_header: str = ""


def chosen_address(
    host: str, opened: DeskOpened, *, is_local: bool, is_proxied: bool
) -> ServingAddress:
    """The address; UsageError with all that is lacking where others than this machine would reach it."""
    if is_local:
        return ServingAddress()
    settings = opened.serving
    if problems := tuple(_lacking(host, opened, is_proxied=is_proxied)):
        raise UsageError(
            _("Chưa thể phục vụ máy khác qua địa chỉ {host}; chưa mở gì.", host=host), problems
        )
    origin = _origin(settings.address)
    return ServingAddress(
        origin=origin,
        certificate=settings.certificate,
        key=settings.key,
        is_proxied=is_proxied,
        proxies=settings.proxies,
        login_header=settings.login_header,
    )


def _lacking(host: str, opened: DeskOpened, *, is_proxied: bool) -> list[Problem]:
    del host
    settings, lacking = opened.serving, list[Problem]()
    if not opened.has_accounts:
        message = _("Chưa có tài khoản nào, nên ai cũng vào được.")
        lacking.append(_lack("no-accounts", message, AddAccount(), ServeHere()))
    if not is_proxied and not (settings.certificate and settings.key):
        message = _("Chưa có chứng thư HTTPS, nên mật khẩu đi trên mạng ai cũng đọc được.")
        way = SetServing("certificate", '"/đường/dẫn/tệp.pem"')
        lacking.append(_lack("no-https", message, way, ServeHere()))
    if not _origin(settings.address):
        message = _("Chưa ghi địa chỉ mà trình duyệt của các máy khác dùng.")
        way = SetServing("address", '"https://thidua.example.vn"')
        lacking.append(_lack("no-address", message, way))
    return lacking


def _lack(code: str, message: str, *ways: WayOut) -> Problem:
    return Problem(code, message, ways=ways)


def _origin(address: str) -> str:
    """Scheme, host and port of an HTTPS address; empty for anything else."""
    parts = urlsplit(address)
    return f"https://{parts.netloc}" if parts.scheme == "https" and parts.netloc else ""


def bound(host: str, port: int | None, address: ServingAddress) -> tuple[socket, str]:
    """A socket that listens, and the desk's origin; UsageError where the port is not free."""
    wanted = (port,) if port is not None else (_USUAL_PORT, 0)
    for each in wanted:
        try:
            listening = _listening(host, each)
        except OSError as fault:
            last = fault
            continue
        served = listening.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        return listening, address.origin or f"http://{shown}:{served}"
    message = _("Không mở được cổng {port} ở {host}.", port=wanted[0], host=host)
    raise UsageError(message, (Problem("port-taken", message, ways=(ChoosePort(),)),)) from last


def _listening(host: str, port: int) -> socket:
    family = AF_INET6 if ":" in host else AF_INET
    # The protocol is named: without it asyncio leaves Nagle on, and each answer waits 40 ms for an ACK.
    made = socket(family, SOCK_STREAM, IPPROTO_TCP)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except BaseException:
        made.close()
        raise
    return made
