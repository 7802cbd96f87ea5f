"""Signers as they are typed: what the paper's form forbids of a name is told where the name stands."""

from collections.abc import Iterator

from vbgen.decree import has_name_capitals, honours_before
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.office.checks.frame import told

_HONOURS, _CAPITALS = "signer.honours", "signer.capitals"


def check(case: Case) -> Iterator[Finding]:
    """A degree or form of address before a signer's name; a name in capitals, or with a small first letter.

    Lint calls it an error; here it is a warning, since the head of some branches may allow a degree (Nghị định
    30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.c), and a paper can be issued so, with the reason.
    """
    for row, signer in enumerate(case.campaign.signers):
        name, spot = signer.full_name, Spot("signers", row, "full_name")
        if words := honours_before(name):
            yield told(_HONOURS, name, spot, words)
        elif not has_name_capitals(name):
            yield told(_CAPITALS, name, spot)
