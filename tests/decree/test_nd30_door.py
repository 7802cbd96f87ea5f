"""Whatever comes to lint's door is taken for something, told in every form, and never falls or hangs."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.decree.nd30_papers import decision, letter
from tests.decree.nd30_strangers import STRANGERS
from tests.decree.test_nd30_properties import spoilt_files
from tests.decree.test_nd30_several_papers import behind, in_header
from tests.decree.test_nd30_templates import TEMPLATES
from vbgen.decree import MadeKind, TemplateFilling, annotate, fix, grouped, lint, to_sarif
from vbgen.errors import UnreadableFileError

_FRAGMENTS = {path.stem: path for path in (TEMPLATES / "_fragments").glob("*.docx")}
_FILLING = TemplateFilling(_FRAGMENTS, MadeKind("QUYẾT ĐỊNH", "QĐ"))
_SOURCES = [
    *(make().bytes() for make, _kind in STRANGERS.values()),
    behind(letter(), decision(), letter()),
    in_header(letter()),
    (TEMPLATES / "award-decision" / "template.docx").read_bytes(),
    (TEMPLATES / "council-minutes" / "template.docx").read_bytes(),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt_files(_SOURCES), st.booleans())
def test_any_spoilt_file_is_taken_for_something_and_told_in_every_form(
    docx: bytes, filled: bool
) -> None:
    try:
        report = lint(docx, name="x.docx", filling=_FILLING if filled else None)
    except UnreadableFileError:
        return
    assert report.papers
    assert len(report.notes) == len(report.papers)
    assert {item.paper for item in report.findings} <= {one.number for one in report.papers}
    groups = grouped(report.findings)
    assert sum(group.count for group in groups) == len(report.findings)
    assert all(group.heading and group.required for group in groups)
    assert json.dumps([item.as_json() for item in report.findings])
    assert json.dumps([item.as_json() for item in report.papers])
    assert json.dumps(to_sarif([report]))
    annotate(docx, report)
    fix(docx)
