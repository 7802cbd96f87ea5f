"""The template-field reference names everything a template may use, each name with its Vietnamese title."""

import inspect
import re
from pathlib import Path
from typing import Any

import vbgen
from tests.vocabulary import WORDS
from vbgen.papers.afterwards import extracting
from vbgen.papers.body import (
    bonus_table,
    check_report,
    decision,
    honour_entry,
    honour_list,
    notice,
    outline,
    phases,
    quotas,
    report,
    results,
    statistics,
    summary,
)
from vbgen.papers.body.afterwards import ceremony, confirmed, paper_changes, receipts, yearly
from vbgen.papers.body.council import (
    achievement_report,
    ballot_count,
    ballot_paper,
    ballots,
    conclusion,
    dossier_list,
    invitation,
    minutes,
    setup,
)
from vbgen.papers.body.emulation import pledge, registered, scores
from vbgen.papers.certificate import certificates, stock, tightness
from vbgen.papers.certificate.composition import CertificateHead, Composition
from vbgen.papers.certificate.setting import Gaps
from vbgen.papers.frame import letterhead, marks, signature
from vbgen.papers.reference import attributes, known, names, titles
from vbgen.papers.views import views

MODULES = (
    achievement_report, ballot_count, ballot_paper, ballots, conclusion, dossier_list, invitation, setup,
    bonus_table, extracting, ceremony, confirmed, receipts,
    certificates, check_report, decision, honour_entry, honour_list, letterhead, marks, minutes,
    notice, outline, paper_changes, phases, quotas, report, results, signature, statistics, stock, summary,
    tightness, yearly, pledge, registered, scores,
)  # fmt: skip


def view_classes() -> dict[str, type]:
    """Every public class that a template can reach in the modules of the views."""
    return {
        name: member
        for module in MODULES
        for name, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__ and not name.startswith("_")
        if member is not summary.SummaryData  # what a summary is made from
    } | {each.__name__: each for each in (CertificateHead, Composition, Gaps)}


def test_every_name_has_a_title() -> None:
    assert [name.path for name in names(WORDS) if not name.title] == []


def test_every_attribute_of_a_view_has_its_title_and_no_title_is_left_over() -> None:
    for name, shape in view_classes().items():
        assert set(titles()[name]) == set(attributes(shape)), name
    assert set(titles()) - {"Honour", "Given", "Movement"} == set(view_classes())


def test_what_a_record_computes_from_its_cells_is_a_name_with_a_title() -> None:
    (computed,) = (name for name in names(WORDS) if name.path == "movement.in_period")
    assert computed.title == "Thời gian, ví dụ “năm 2022”"


def test_the_tree_of_known_names_holds_lists_and_their_items() -> None:
    tree: Any = known()
    assert set(tree) == set(views())
    assert "full_name" in tree["awards"]["groups"]["[]"]["entries"]["[]"]["nominee"]
    assert tree["recipients"] == {}
    assert "label" in tree["minutes"]["present"]["[]"]["role"]


def test_titles_stand_under_classes_that_there_are() -> None:
    sources = (path.read_text("utf-8") for path in Path(vbgen.__file__).parent.rglob("*.py"))
    classes = {name for text in sources for name in re.findall(r"^class (\w+)", text, re.MULTILINE)}
    assert set(titles()) - classes == set()
