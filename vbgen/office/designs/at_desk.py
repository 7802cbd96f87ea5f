"""Designs of certificates as a desk shows them: drawn once with a campaign's own data, and which one is chosen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.files import write_whole
from vbgen.leftovers import temporary_folder
from vbgen.office.acts import Answer, Request
from vbgen.office.gallery import DesignShown, DrawGallery, shown_design
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.pictures import PAGES, keep_pages, picture_folder
from vbgen.office.setting.workspace import DESIGN_PICTURES

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class DesignsSeen(Answer):
    """Every design; the page of its picture below the key, where it was drawn with the campaign's data."""

    designs: tuple[DesignShown, ...]
    chosen: str  # for every kind; empty where each kind has its own
    key: str  # of the pictures; empty before they are drawn
    pages: Mapping[str, int]  # design → page


@dataclass(frozen=True)
class SeeDesigns(Request[DesignsSeen]):
    """The designs at hand, with the pictures that were drawn last."""

    campaign: str

    def carry_out(self, office: "Office") -> DesignsSeen:
        """Only looked at."""
        campaign_named(office, self.campaign)
        workspace = office.workspace
        designs = tuple(map(shown_design, workspace.library.designs().values()))
        key, pages = _drawn(office, self.campaign)
        return DesignsSeen(designs, workspace.chosen_designs.get("", ""), key, pages)


@dataclass(frozen=True)
class DrawDesigns(Request[DesignsSeen]):
    """Draw one certificate of the campaign in every design, so that each can be looked at."""

    campaign: str

    def carry_out(self, office: "Office") -> DesignsSeen:
        """Kept until they are drawn again."""
        folder = campaign_named(office, self.campaign)
        with temporary_folder("designs") as name:
            path = Path(name) / PAGES
            made = DrawGallery(path, folder).carry_out(office)
            key = keep_pages(office, path.read_bytes())
        record = {"key": key, "designs": [each.name for each in made.designs]}
        write_whole(_record(office, self.campaign), json.dumps(record).encode())
        seen = SeeDesigns(self.campaign).carry_out(office)
        return DesignsSeen(seen.designs, seen.chosen, key, seen.pages, problems=made.problems)


def _drawn(office: "Office", campaign: str) -> tuple[str, dict[str, int]]:
    try:
        record = json.loads(_record(office, campaign).read_text("utf-8"))
        key, names = str(record["key"]), list(map(str, record["designs"]))
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}
    if not (picture_folder(office, key) / PAGES).is_file():
        return "", {}
    return key, {name: page for page, name in enumerate(names, start=1)}


def _record(office: "Office", campaign: str) -> Path:
    named = hashlib.sha256(campaign.encode()).hexdigest()
    return office.desk_files / DESIGN_PICTURES / f"{named}.json"
