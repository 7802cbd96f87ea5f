"""The rows of one campaign's papers: all of them, whatever other campaigns are called."""

from tests.register.papers import issue, stamp
from vbgen.register import Register

OTHERS = ("thi-dua-2", "thi-dua0", "thi", "Thi-dua", "thi_dua", "thi-dua 1", "thí-dua")


def test_the_papers_of_a_campaign_are_its_own_with_what_happened_to_them(
    register: Register,
) -> None:
    for other in OTHERS:
        issue(register, campaign=other)
    assert register.papers_of("thi-dua") == []
    own = issue(register, campaign="thi-dua")
    (row,) = before = register.papers_of("thi-dua")
    assert own.id in row
    issue(register, campaign="thi-dua-2", kind="certificate")
    assert register.papers_of("thi-dua") == before
    register.note(stamp(1), "print", document=own.id, detail={})
    assert register.papers_of("thi-dua") != before
    assert len(register.papers_of("thi-dua")) == 1
