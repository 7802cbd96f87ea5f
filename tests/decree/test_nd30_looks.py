"""Every rule on the look of a part is broken once by a program: found by that rule, at that part, alone, and mended."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.decree.nd30_papers import (
    Sheet,
    decision,
    letter,
    marked_letter,
    proposal,
    regulation,
    report,
)
from vbgen.decree import FormRule, fix, form_rules, lint

# each part of a paper: the good paper it stands in, and the paragraph's name there
STANDS: dict[str, tuple[Callable[[], Sheet], str]] = {
    "national-name": (letter, "national"),
    "motto": (letter, "motto"),
    "governing-body": (letter, "governing"),
    "issuer": (lambda: letter(governing=""), "issuer"),
    "number": (letter, "number"),
    "date": (letter, "date"),
    "letter-subject": (letter, "letter subject"),
    "type": (decision, "type"),
    "subject": (decision, "subject"),
    "addressees": (letter, "addressee 1"),
    "authority": (decision, "authority"),
    "ground": (decision, "ground 1"),
    "order": (decision, "order"),
    "chapter": (regulation, "chapter"),
    "chapter-title": (regulation, "chapter title"),
    "section": (regulation, "section"),
    "section-title": (regulation, "section title"),
    "heading": (letter, "heading 1"),
    "power": (letter, "power 0"),
    "signer": (letter, "signer"),
    "recipients": (letter, "recipients"),
    "recipient": (letter, "recipient 1"),
    "appendix": (report, "annex I 0"),
    "appendix-title": (report, "annex I 1"),
    "appendix-reference": (proposal, "annex reference"),
    "urgency": (marked_letter, "urgency"),
    "circulation": (marked_letter, "circulation"),
    "drafter": (marked_letter, "drafter"),
    "address-foot": (marked_letter, "address"),
    "page-number": (letter, "page number"),
}
LOOKS = [rule for rule in form_rules().values() if "part" in rule.values]
LENGTHS = {
    "issuer.line-length",
    "motto.line-length",
}  # letters of another case are wider, and their line is not


@dataclass(frozen=True)
class Broken:
    """A paper with one look spoilt."""

    sheet: Sheet
    name: str


def spoil(rule: FormRule) -> Broken:
    build, name = STANDS[str(rule.values["part"])]
    sheet = build()
    paragraph = sheet[name]
    measure = rule.id.rpartition(".")[2]
    for run in paragraph.runs:
        if measure == "size":
            run.font.size = Pt(rule.number("max") + 0.5)
        elif measure == "weight":
            run.bold = not rule.values["bold"]
        elif measure == "slant":
            run.italic = not rule.values["italic"]
        elif measure == "case":
            run.font.all_caps = rule.values["case"] != "upper"
            if rule.values["case"] == "upper":
                run.text = run.text.capitalize()
    if measure == "alignment":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return Broken(sheet, name)


def test_every_part_with_a_look_has_its_place_in_a_good_paper() -> None:
    assert {str(rule.values["part"]) for rule in LOOKS} == set(STANDS)


@pytest.mark.parametrize("rule", LOOKS, ids=lambda rule: rule.id)
def test_a_wrong_look_is_found_by_its_rule_at_its_part_and_mended(rule: FormRule) -> None:
    broken = spoil(rule)
    docx = broken.sheet.bytes()
    (finding,) = (item for item in lint(docx).findings if item.rule not in LENGTHS)
    assert finding.rule == rule.id
    assert finding.place.quote[:12] == " ".join(broken.sheet[broken.name].text.split())[:12]
    assert bool(fix(docx).remaining.findings) is not rule.fixable
