"""The decree's own forms raise no false error."""

import pytest

from tests.decree.nd30_forms import FORMS
from vbgen.decree import lint
from vbgen.errors import Severity


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_the_decree_raises_no_error_and_no_warning(name: str) -> None:
    report = lint(FORMS[name]().bytes(), name=name)
    assert [
        str(item.as_problem()) for item in report.findings if item.severity is not Severity.NOTE
    ] == []
