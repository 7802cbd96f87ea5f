"""Cells that stand in the frame of every paper: what the form forbids is told where it is typed, before issue."""

from collections.abc import Iterator

from vbgen.decree import form_rules, has_place_capitals, is_symbol_in_capitals
from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.issuer import Issuer
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot

_PLACE, _SYMBOL = "date.place-capitals", "number.case"
_SYMBOLS = ("symbol", "council_symbol", "drafting_unit_symbol")


def check(case: Case) -> Iterator[Finding]:
    """Place and symbols in letters that a paper with them would be sent back for (Phụ lục I, Mục II.3.c, II.4.c)."""
    yield from _of(case.campaign.agency, "agency", 0)
    for row, issuer in enumerate(case.campaign.issuers):
        yield from _of(issuer, "issuers", row)


def _of(issuer: Agency | Issuer, table: str, row: int) -> Iterator[Finding]:
    if issuer.place and not has_place_capitals(issuer.place):
        yield told(_PLACE, issuer.place, Spot(table, row, "place"))
    for field in _SYMBOLS:
        symbol = getattr(issuer, field, "")
        if not is_symbol_in_capitals(symbol):
            yield told(_SYMBOL, symbol, Spot(table, row, field))


def told(rule_id: str, typed: str, spot: Spot, words: str = "") -> Finding:
    """What lint would call an error of form, as a warning at the cell: a paper can be issued so, with the reason."""
    rule = form_rules()[rule_id]
    message = _(
        "Ghi là “{typed}”; quy định: {required} ({article}).",
        typed=typed,
        required=_(rule.required),
        article=rule.article,
    )
    return Finding(
        rule_id, Severity.WARNING, message, _(rule.mend, words=words), None, (spot,), (typed,)
    )
