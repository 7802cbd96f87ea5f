"""Chromium as the tests start it, what no page of the desk may do in it, and axe's look at a page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Route,
    expect,
    sync_playwright,
)

from tests.patience import PATIENCE_MS

_LAUNCH: Mapping[str, Any] = {
    "executable_path": "/usr/bin/chromium",
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
}
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}


@contextmanager
def debian_chromium() -> Iterator[Browser]:
    """Debian's Chromium; while it is open this thread counts as running an event loop and can start no other."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(**_LAUNCH)
        expect.set_options(timeout=PATIENCE_MS)
        yield launched
        launched.close()


class Guard:
    """Hears of errors and of requests to the outside; a refusal that a test brings about is no error."""

    def __init__(self, origin: str, refusals: tuple[int, ...] = ()) -> None:
        self.origin, self.refusals = origin, refusals
        self.heard: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.route("**/*", self._route)
        context.on("console", self._console)
        context.on("weberror", lambda fault: self.heard.append(str(fault.error)))

    def confirm(self) -> None:
        """Nothing was heard."""
        assert not self.heard, self.heard

    def _route(self, route: Route, request: Request) -> None:
        if request.url.startswith(f"{self.origin}/"):
            route.continue_()
        else:
            self.heard.append(f"outside: {request.url}")
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        refused = any(f"status of {status} " in message.text for status in self.refusals)
        if message.type in {"error", "warning"} and not refused:
            self.heard.append(f"{message.type}: {message.text}")


@contextmanager
def seen_by_axe(page: Page, ready: str = "main") -> Iterator[Callable[[str], list[str]]]:
    """Tells what axe finds at an address, opened by the same visitor where its rules let axe's script in."""
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(bypass_csp=True, storage_state=page.context.storage_state())
    context.set_default_timeout(PATIENCE_MS)
    try:
        looked_at = context.new_page()

        def look(address: str) -> list[str]:
            looked_at.goto(address)
            looked_at.locator(ready).wait_for()
            found = Axe().run(looked_at, options=_RULES).response["violations"]
            return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]

        yield look
    finally:
        context.close()


def violations(page: Page, ready: str = "main") -> list[str]:
    """What axe finds on the page, opened once more."""
    with seen_by_axe(page, ready) as look:
        return look(page.url)
