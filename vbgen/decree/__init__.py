"""Any Word file, checked against Nghị định 30/2020/NĐ-CP: what is wrong, where, by which article, and mended.

Names are brought in when they are first asked for: who asks what a rule says needs no reader of Word files.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.decree.checking.catalogue import form_rules, sentences
    from vbgen.decree.checking.model import FormFinding, FormReport, FormRule
    from vbgen.decree.checking.settings import Settings
    from vbgen.decree.checking.taken import PaperTaken
    from vbgen.decree.filling.opened import TemplateFilling
    from vbgen.decree.filling.standins import MadeKind
    from vbgen.decree.layout.doctor import look_at_pages
    from vbgen.decree.linting import lint
    from vbgen.decree.mend.fix import Fixed, LeftAlone, fix
    from vbgen.decree.mend.landmarks import PageLandmarks, page_landmarks
    from vbgen.decree.report.annotate import annotate, with_comments
    from vbgen.decree.report.groups import FindingGroup, grouped, of_one_paper
    from vbgen.decree.report.sarif import to_sarif
    from vbgen.decree.rules.day import has_place_capitals
    from vbgen.decree.rules.number import is_symbol_in_capitals
    from vbgen.decree.rules.signature import has_name_capitals, honours_before

_HOMES = {
    "FindingGroup": "vbgen.decree.report.groups",
    "Fixed": "vbgen.decree.mend.fix",
    "FormFinding": "vbgen.decree.checking.model",
    "FormReport": "vbgen.decree.checking.model",
    "FormRule": "vbgen.decree.checking.model",
    "LeftAlone": "vbgen.decree.mend.fix",
    "MadeKind": "vbgen.decree.filling.standins",
    "PageLandmarks": "vbgen.decree.mend.landmarks",
    "PaperTaken": "vbgen.decree.checking.taken",
    "Settings": "vbgen.decree.checking.settings",
    "TemplateFilling": "vbgen.decree.filling.opened",
    "annotate": "vbgen.decree.report.annotate",
    "fix": "vbgen.decree.mend.fix",
    "form_rules": "vbgen.decree.checking.catalogue",
    "grouped": "vbgen.decree.report.groups",
    "has_name_capitals": "vbgen.decree.rules.signature",
    "has_place_capitals": "vbgen.decree.rules.day",
    "honours_before": "vbgen.decree.rules.signature",
    "is_symbol_in_capitals": "vbgen.decree.rules.number",
    "lint": "vbgen.decree.linting",
    "look_at_pages": "vbgen.decree.layout.doctor",
    "of_one_paper": "vbgen.decree.report.groups",
    "page_landmarks": "vbgen.decree.mend.landmarks",
    "sentences": "vbgen.decree.checking.catalogue",
    "to_sarif": "vbgen.decree.report.sarif",
    "with_comments": "vbgen.decree.report.annotate",
}

__all__ = [
    "FindingGroup",
    "Fixed",
    "FormFinding",
    "FormReport",
    "FormRule",
    "LeftAlone",
    "MadeKind",
    "PageLandmarks",
    "PaperTaken",
    "Settings",
    "TemplateFilling",
    "annotate",
    "fix",
    "form_rules",
    "grouped",
    "has_name_capitals",
    "has_place_capitals",
    "honours_before",
    "is_symbol_in_capitals",
    "lint",
    "look_at_pages",
    "of_one_paper",
    "page_landmarks",
    "sentences",
    "to_sarif",
    "with_comments",
]


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
