"""What every request passes before any page: the desk's own name and origin; and what every answer says of itself."""

from collections.abc import Collection, Mapping
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from vbgen.web.tasks.signing_tool import TOOL_PATHS

_SAFE = frozenset({"GET", "HEAD"})
_FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})


NAMED_BY_PROXY = "vbgen.named_by_proxy"  # of a request's scope


class ProxyLogin:
    """Whom the web server before the desk has let in, by one header of its own; nobody else is believed."""

    def __init__(self, app: ASGIApp, proxies: Collection[str], header: str) -> None:
        self._app = app
        self._proxies = [ip_network(each) for each in proxies]
        self._header = header.lower().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on with what the proxy has said, and without what others say in its place."""
        if scope["type"] == "http" and self._header:
            others = [each for each in scope["headers"] if each[0] != self._header]
            scope = {**scope, "headers": others, NAMED_BY_PROXY: self._named(scope)}
        await self._app(scope, receive, send)

    def _named(self, scope: Scope) -> str:
        said = [value for name, value in scope["headers"] if name == self._header]
        if len(said) != 1 or not self._is_from_proxy(scope):
            return ""
        return str(said[0].decode("latin-1").strip())

    def _is_from_proxy(self, scope: Scope) -> bool:
        """By the connection itself, before any word about forwarding is read."""
        address = scope["client"] and ip_address(scope["client"][0])
        return any(address and address in network for network in self._proxies)


class OwnAddressOnly:
    """Refuses requests under another name than the desk's own (DNS rebinding), and acts that other pages ask for."""

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self._app = app
        self._origin = origin
        self._host = urlsplit(origin).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is the desk's own."""
        if scope["type"] != "http" or self._is_own(scope):
            await self._app(scope, receive, send)
            return
        refusal = PlainTextResponse("403", 403, {"Cache-Control": "no-store"})
        await refusal(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        sent = _headers(scope)
        if sent.get("host") != [self._host]:
            return False
        if scope["method"] in _SAFE:
            return _is_page(sent) or not _FROM_ELSEWHERE.intersection(
                sent.get("sec-fetch-site", ())
            )
        return sent.get("origin") == [self._origin] or _is_of_tool(scope, sent)


def _is_of_tool(scope: Scope, sent: Mapping[str, list[str]]) -> bool:
    """Whether a program brings a file to a one-time address, which no page of a browser can do unseen."""
    return scope["path"].startswith(TOOL_PATHS) and not {"origin", "sec-fetch-site"} & sent.keys()


def _is_page(sent: Mapping[str, list[str]]) -> bool:
    """Whether a person goes there: a link from a letter may lead in, a picture in a strange page may not."""
    return sent.get("sec-fetch-mode") == ["navigate"]


def _headers(scope: Scope) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        sent.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return sent


def headers_of(
    nonce: str, policies: tuple[str, ...] = ("htmx",), connections: tuple[str, ...] = ()
) -> dict[str, str]:
    """What a page says of itself: nothing from elsewhere, no script or style within it, not in another's frame.

    `policies` are those of Trusted Types that the page's scripts may make; `connections` what they may talk to
    beside the desk.
    """
    rules = (
        "default-src 'none'",
        f"script-src 'nonce-{nonce}'",
        "style-src 'self'",
        "img-src 'self'",
        " ".join(("connect-src 'self'", *connections)),
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        f"trusted-types {' '.join(policies)}",
    )
    return {
        "Content-Security-Policy": "; ".join(rules),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",  # `no-referrer` would make the Origin of our own forms `null`
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
    }
