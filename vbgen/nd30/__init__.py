"""Any Word file, checked against Nghị định 30/2020/NĐ-CP: what is wrong, where, by which article, and mended."""

from vbgen.nd30.linting import lint
from vbgen.nd30.mend.fix import Fixed, fix
from vbgen.nd30.report.annotate import annotate
from vbgen.nd30.report.sarif import to_sarif
from vbgen.nd30.rules.catalogue import rules, sentences
from vbgen.nd30.rules.model import Finding, Report, Rule
from vbgen.nd30.rules.settings import Settings
from vbgen.nd30.rules.signature import honours_before

__all__ = [
    "Finding",
    "Fixed",
    "Report",
    "Rule",
    "Settings",
    "annotate",
    "fix",
    "honours_before",
    "lint",
    "rules",
    "sentences",
    "to_sarif",
]
