"""A rendering is stopped when its time is over, wherever it is; what filters make is weighed as it comes."""

import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pytest

from tests.word.docx_making import of_paragraphs
from vbgen.errors import TemplateError
from vbgen.word.template import Limits, Template
from vbgen.word.template.bounds.deadline import OutOfTimeError, within

SHORT = Limits(time_s=1.0)  # until then any machine has come to the tag
LONG = {  # none of them looks at the clock by itself
    "a loop without output": (
        "{% for i in range(99999) %}{% if ('a'*900000)|reverse|length == 0 %}x{% endif %}{% endfor %}"
    ),
    "a filter written in Python": (
        "{% for i in range(99999) %}{{ ('a '*400000)|title|length }}{% endfor %}"
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{{ n }}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}"
    ),
    "a list made over and over": "{{ range(99999)|map('center', 9000)|map('upper')|unique|list|length }}",
}


def refused(tag: str, limits: Limits) -> str:
    template = Template.open(of_paragraphs("đầu", tag, "cuối"), limits=limits)
    with pytest.raises(TemplateError) as caught:
        template.render({})
    (problem,) = caught.value.problems
    assert problem.code == "tag-refused"
    assert "đoạn 2" in str(problem.place)
    return problem.message


def in_thread(act: Callable[[], str]) -> str:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.parametrize("what", LONG)
def test_the_time_is_over_in_the_main_thread_and_in_any_other(what: str) -> None:
    """Unstopped, the first two run for hours."""
    for told in (refused(LONG[what], SHORT), in_thread(lambda: refused(LONG[what], SHORT))):
        assert any(words in told for words in ("quá lâu (hơn 1.0 giây)", "quá lớn"))


BIG = {
    "map and list": "{{ ('a'*300000)|list|map('center', 9000)|list|length }}",
    "map and join": "{{ ('a'*300000)|list|map('center', 9000)|join|length }}",
    "map and a text's own join": "{{ ''.join(('a'*300000)|list|map('center', 9000))|length }}",
    "map and sort": "{{ ('a'*300000)|list|map('center', 9000)|sort|length }}",
    "map and batch": "{% for r in ('a'*300000)|list|map('center', 9000)|batch(9000) %}{% endfor %}",
    "lists in lists": "{{ range(90000)|map('string')|map('center', 9000)|map('list')|list|length }}",
}


@pytest.mark.parametrize("what", BIG)
def test_what_a_filter_makes_is_weighed_whoever_collects_it(what: str) -> None:
    assert "quá lớn" in refused(BIG[what], Limits())


def test_pieces_of_a_million_letters_stop_at_the_size_of_a_document() -> None:
    told = refused("{% for a in range(50000) %}{{ 'a'*100000 }}{% endfor %}", Limits())

    assert "văn bản tạo ra quá lớn" in told


def test_names_of_a_long_list_are_mapped_as_ever() -> None:
    people = [{"name": f"Nguyễn Văn {number}"} for number in range(50_000)]
    template = Template.open(of_paragraphs("{{ people|map(attribute='name')|list|length }}"))

    assert template.render({"people": people})


def _busy(seconds: float) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        sum(range(50))


def test_what_goes_on_is_stopped_and_nothing_is_raised_after_the_block() -> None:
    def blocks() -> str:
        with pytest.raises(OutOfTimeError):
            within(0.02, lambda: _busy(3600))
        for turn in range(25):  # ends about when the deadline is looked at, before it or after
            with suppress(OutOfTimeError):
                within(0.02, lambda turn=turn: _busy(0.05 + turn * 0.004))  # type: ignore[misc]  # bound
            _busy(0.01)
        return "whole"

    assert blocks() == in_thread(blocks) == "whole"
