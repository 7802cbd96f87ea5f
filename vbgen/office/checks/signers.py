"""Signers as they are typed: what the paper's form forbids before a name is told where the name stands."""

from collections.abc import Iterator

from vbgen.decree import honours_before, rules
from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot

_RULE = "signer.honours"


def check(case: Case) -> Iterator[Finding]:
    """A degree or form of address before a signer's name.

    Lint calls it an error; here it is a warning, since the head of some branches may allow it (Nghị định
    30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.c), and a paper can be issued so, with the reason.
    """
    rule = rules()[_RULE]
    for row, signer in enumerate(case.campaign.signers):
        if words := honours_before(signer.full_name):
            message = _(
                "Người ký ghi là “{name}”; quy định: {required} ({article}).",
                name=signer.full_name,
                required=_(rule.required),
                article=rule.article,
            )
            spot = Spot("signers", row, "full_name")
            todo = _(rule.mend, words=words)
            yield Finding(
                _RULE, Severity.WARNING, message, todo, None, (spot,), (signer.full_name,)
            )
