"""The workspace's campaigns, and one of them found by its name: whatever a face was told, it is a folder of `data/`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.files import changed_at
from vbgen.messages import _, quoted
from vbgen.office.acts import Answer, RegisterPart, Request
from vbgen.office.overview.handed_over import HandedOver, handed_over

if TYPE_CHECKING:
    from vbgen.office.office import Office

_DATA = "data"
_MAIN_FILES = ("campaign.xlsx", "campaign.yaml", "campaign.yml")


@dataclass(frozen=True)
class CampaignsListed(Answer):
    """Names of folders, the newest first."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class ListCampaigns(Request[CampaignsListed]):
    """The campaigns of the workspace: folders of `data/` that hold a campaign's file."""

    def carry_out(self, office: "Office") -> CampaignsListed:
        """Their names; those that were changed last come first."""
        found = sorted(_folders(office), key=_changed, reverse=True)
        return CampaignsListed(tuple(folder.name for folder in found))


@dataclass(frozen=True)
class CampaignFound(Answer):
    """A campaign's folder."""

    folder: Path


@dataclass(frozen=True)
class FindCampaign(Request[CampaignFound]):
    """The folder of a campaign of the workspace, by its name; UsageError for any other name."""

    name: str

    def carry_out(self, office: "Office") -> CampaignFound:
        """One of those that there are."""
        return CampaignFound(campaign_named(office, self.name))


@dataclass(frozen=True)
class CampaignState(Answer):
    """A digest of all that a campaign's papers come from."""

    digest: str


@dataclass(frozen=True)
class FindCampaignState(Request[CampaignState]):
    """What a campaign's papers come from, as one digest: where it is the same, nothing that is shown has changed."""

    name: str
    of_register: RegisterPart = RegisterPart.ALL  # which acts make it another

    def carry_out(self, office: "Office") -> CampaignState:
        """Its files, templates, settings, the register, the day, the reader's language."""
        folder = campaign_named(office, self.name)
        return CampaignState(office.glance_at(folder, self._registered(office)))

    def _registered(self, office: "Office") -> Sequence[object]:
        """What that part of the register says; nothing is asked of it where nothing counts."""
        if self.of_register is RegisterPart.NOTHING:
            return ()
        register = office.desk_to_look(or_empty=True).register
        if self.of_register is RegisterPart.ITS_PAPERS:
            given = handed_over(register, self.name)
            return (*register.papers_of(self.name), *map(_said_of, given))
        return register.head


def _said_of(given: HandedOver) -> tuple[object, ...]:
    """The same words each time: a set has no order."""
    return given.day, given.who, given.receiver, sorted(given.papers)


def campaign_named(office: "Office", name: str) -> Path:
    """The folder of that campaign; UsageError for any other name."""
    for folder in _folders(office):
        if folder.name == name:
            return folder
    raise UsageError(_("Không có phong trào “{name}”.", name=quoted(name)))


def _folders(office: "Office") -> list[Path]:
    data = office.root / _DATA
    within = sorted(data.iterdir()) if data.is_dir() else []
    return [each for each in within if any((each / name).is_file() for name in _MAIN_FILES)]


def _changed(folder: Path) -> float:
    return max((changed_at(path) for path in folder.iterdir() if path.is_file()), default=0.0)
