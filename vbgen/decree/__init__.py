"""Any Word file, checked against Nghị định 30/2020/NĐ-CP: what is wrong, where, by which article, and mended."""

from vbgen.decree.checking import catalogue
from vbgen.decree.checking.catalogue import sentences
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

rules = catalogue.rules  # after all imports: that of the package `rules` binds the name too

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
    "grouped",
    "has_name_capitals",
    "has_place_capitals",
    "honours_before",
    "is_symbol_in_capitals",
    "lint",
    "look_at_pages",
    "of_one_paper",
    "page_landmarks",
    "rules",
    "sentences",
    "to_sarif",
    "with_comments",
]
