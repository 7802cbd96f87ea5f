"""What a copy on paper bears below the end of what was copied (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from vbgen.model.agency import Agency
from vbgen.papers.frame.letterhead import TEXT_MM, is_of_party, issuer_names, star
from vbgen.papers.frame.lines import dashed
from vbgen.papers.frame.place_line import place_alone
from vbgen.papers.frame.signature import Signature
from vbgen.word.template import RichText, RuleLine


@dataclass(frozen=True, slots=True)
class CopyFoot:
    """The parts of a copy's own form."""

    form: str  # `SAO Y`
    issuer: tuple[str, ...]
    issuer_rule: RuleLine
    star: str  # in the line's place, where the heading is not the national name
    of_party: bool
    whole_rule: RuleLine  # as wide as the text
    number: str
    place_date: RichText | str
    signer_lines: tuple[str, ...]
    plain: int  # how many of the last of those lines are not bold
    signer_name: str
    recipients: tuple[str, ...]


def copy_foot(
    form: str,
    agency: Agency,
    number: str,
    place_date: str,
    signed: Signature,
    recipients: Sequence[str],
) -> CopyFoot:
    """The foot in the name of who makes the copy."""
    names = issuer_names(agency, "agency")
    return CopyFoot(
        form=form,
        issuer=names.lines,
        issuer_rule=names.rule,
        star=star(agency),
        of_party=is_of_party(agency),
        whole_rule=RuleLine(TEXT_MM),
        number=number,
        place_date=place_alone(place_date, agency.size_set),
        signer_lines=signed.lines,
        plain=signed.plain,
        signer_name=signed.full_name,
        recipients=tuple(dashed(recipients)),
    )
