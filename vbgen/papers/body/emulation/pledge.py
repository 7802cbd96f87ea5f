"""What the units of a block pledge each other (giao ước thi đua), and who signs it for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.errors import ProblemsFoundError
from vbgen.messages import _
from vbgen.model.beforehand.block import EmulationBlock
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import listed_lines
from vbgen.papers.body.blanks import missing_rows
from vbgen.words.names import upper_vn


@dataclass(frozen=True, slots=True)
class PledgeParty:
    """A unit that pledges, and who signs for it."""

    unit: str
    signer: str
    position: str
    is_leader: bool  # the block is led by it

    @property
    def line(self) -> str:
        """`Văn phòng Sở, khối trưởng: Trần Thị Hòa, Chánh Văn phòng`."""
        unit = f"{self.unit}, khối trưởng" if self.is_leader else self.unit
        who = ", ".join(filter(None, (self.signer, self.position)))
        return f"{unit}: {who}" if who else unit

    @property
    def heading(self) -> str:
        """`VĂN PHÒNG SỞ`."""
        return upper_vn(self.unit)

    @property
    def power(self) -> str:
        """`CHÁNH VĂN PHÒNG`."""
        return upper_vn(self.position)


@dataclass(frozen=True, slots=True)
class PartyPair:
    """Two parties whose signatures stand beside each other; the last may stand alone."""

    first: PledgeParty
    second: PledgeParty | None


@dataclass(frozen=True, slots=True)
class Pledge:
    """The pledge of one block."""

    block: str
    parties: tuple[PledgeParty, ...]
    terms: tuple[str, ...]

    @property
    def pairs(self) -> tuple[PartyPair, ...]:
        """The parties two by two, as they sign."""
        lefts, rights = self.parties[::2], (*self.parties[1::2], None)
        return tuple(PartyPair(left, right) for left, right in zip(lefts, rights, strict=False))


def pledge(campaign: Campaign) -> Pledge:
    """The pledge of the campaign's first block; ProblemsFoundError without terms or without two parties."""
    if not campaign.blocks:
        raise missing_rows(_("Chưa có khối thi đua nào."), "blocks")
    block = campaign.blocks[0]
    parties, terms = tuple(_parties(campaign, block)), tuple(_terms(campaign, block))
    if len(parties) < 2:  # noqa: PLR2004 - who pledges to each other
        raise _alone(block.name)
    if not terms:
        raise missing_rows(
            _("“{block}” chưa có nội dung giao ước nào.", block=block.name), "pledge_terms"
        )
    return Pledge(block.name, parties, terms)


def _parties(campaign: Campaign, block: EmulationBlock) -> Iterator[PledgeParty]:
    units = {unit.id: unit.name for unit in campaign.units}
    for row in campaign.block_members:
        if row.block == block.id:
            yield PledgeParty(units[row.unit], row.signer, row.position, row.unit == block.leader)


def _terms(campaign: Campaign, block: EmulationBlock) -> Iterator[str]:
    for row in campaign.pledge_terms:
        if row.block in {"", block.id}:
            yield from listed_lines(row.text)


def _alone(block: str) -> ProblemsFoundError:
    message = _("“{block}” chưa có đủ hai đơn vị để giao ước với nhau.", block=block)
    return missing_rows(message, "block_members")
