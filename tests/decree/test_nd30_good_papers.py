"""Papers that keep every rule are reported clean."""

import pytest

from tests.decree.nd30_papers import GOOD, certificate
from vbgen.decree import lint


@pytest.mark.parametrize("name", GOOD)
def test_a_good_paper_has_no_finding(name: str) -> None:
    report = lint(GOOD[name]().bytes(), name=name)
    assert report.kind == ("attached" if name == "regulation" else "official")
    assert [str(problem) for problem in report.problems] == []


def test_a_certificate_is_asked_only_what_a_certificate_must_keep() -> None:
    report = lint(certificate().bytes())
    assert report.kind == "certificate"
    assert report.findings == ()
