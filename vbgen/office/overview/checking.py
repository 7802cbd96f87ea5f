"""The check of a campaign that a face names by its folder."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.errors import VbgenError
from vbgen.office.acts import Answer, Request
from vbgen.office.campaign_check import CheckCampaign
from vbgen.office.overview.campaigns import campaign_named

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CheckNamedCampaign(Request[Answer]):
    """What the check tells of a campaign of the workspace; a campaign that cannot be read tells why."""

    name: str

    def carry_out(self, office: "Office") -> Answer:
        """The problems alone: the grave ones first."""
        folder = campaign_named(office, self.name)
        try:
            found = office.do(CheckCampaign(folder))
        except VbgenError as fault:
            return Answer(problems=fault.as_problems("unreadable"))
        return Answer(problems=found.problems)
