"""Who issues a paper: the agency, or another of the campaign's issuers, whose cells stand over the agency's."""

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.campaign import Campaign
from vbgen.model.issuer import Issuer

_AS_THE_AGENCY = ("place", "head_title", "authority")  # an empty cell is as the agency's


def issuing_agency(campaign: Campaign, issuer: str) -> Agency:
    """The agency as it issues under that id, the campaign's own for an empty one; ProblemsFoundError for another."""
    if not issuer:
        return campaign.agency
    found = next((each for each in campaign.issuers if each.id == issuer), None)
    if found is None:
        raise _unknown(issuer)
    return campaign.agency.model_copy(update=_said(found))


def _said(issuer: Issuer) -> dict[str, str]:
    said = {name: getattr(issuer, name) for name in _AS_THE_AGENCY if getattr(issuer, name)}
    named = ("governing_body", "name", "full_name", "symbol", "heading")
    return said | {name: getattr(issuer, name) for name in named}


def _unknown(issuer: str) -> ProblemsFoundError:
    message = _("Không có nơi ban hành mang mã “{issuer}”.", issuer=issuer)
    hint = _(
        "Thêm vào trang “{sheet}” hoặc sửa mã ở trang “Văn bản”.",
        sheet=Campaign.title_of("issuers"),
    )
    return ProblemsFoundError(
        message,
        (Problem("no-issuer", message, Place(sheet=Campaign.title_of("issuers")), hint=hint),),
    )
