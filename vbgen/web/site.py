"""The desk as it serves one workspace: all that a page needs to know of where it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from vbgen.office import Office, Progress, Surroundings
from vbgen.web.seen import SeenCampaigns
from vbgen.web.tasks.scanning import HeldScans
from vbgen.web.tasks.signing_tool import HandedFiles
from vbgen.web.throttle import LoginThrottle

if TYPE_CHECKING:
    from vbgen.web.workroom import Workroom


@dataclass(frozen=True, slots=True)
class Site:
    """One desk: where it works, under which address, with which secret."""

    place: Path  # the workspace
    environ: Mapping[str, str]
    clock: Callable[[], datetime]
    who: str  # whoever started it: acts that nobody at the desk asked for are theirs
    language: str
    origin: str  # `http://127.0.0.1:7430`: the one address that browsers may know it by
    key: str
    cookie: str  # name of the session's cookie
    templates: Environment
    workroom: "Workroom"
    throttle: LoginThrottle = field(default_factory=LoginThrottle)
    link_throttle: LoginThrottle = field(
        default_factory=LoginThrottle
    )  # of links that open nothing
    kept: SeenCampaigns = field(default_factory=SeenCampaigns)
    handed: HandedFiles = field(default_factory=HandedFiles)
    scans: HeldScans = field(default_factory=HeldScans)

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by HTTPS."""
        return self.origin.startswith("https:")

    def looking(self, who: str = "") -> Office:
        """The office opened for looking."""
        return Office.look(self.place, self._around(who))

    def acting(self, who: str = "", tell: Callable[[Progress], object] | None = None) -> Office:
        """The office opened for acting, by somebody."""
        return Office.act(self.place, self._around(who, tell))

    def _around(self, who: str, tell: Callable[[Progress], object] | None = None) -> Surroundings:
        around = Surroundings(self.environ, who or self.who, self.clock)
        return replace(around, tell=tell) if tell else around
