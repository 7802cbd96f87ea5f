"""Templates from strangers: what they may not read, and how much they may make."""

import pytest

from tests.word.docx_making import of_paragraphs, texts
from vbgen.errors import TemplateError
from vbgen.word.template import Limits, Template

SECRETS = [
    "{{ cycler.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ x|attr('__class__') }}",
    "{{ x['__class__'] }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ f.__globals__ }}",
    "{{ f.__code__ }}",
    "{% for k in f.__globals__ %}{% endfor %}",
    "{{ names.append(1) }}",
    "{{ data.update(a=1) }}",
]

BOMBS = [
    "{{ 'A'*3000000000 }}",
    "{{ 3000000000*'A' }}",
    "{{ [1]*1000000000 }}",
    "{{ 9**99999999 }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ 'a'.zfill(1000000000) }}",
    "{{ '\\t'.expandtabs(1000000000) }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ 'a\\nb'|indent(1000000000) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%*d' % (1000000000, 1) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 1000000000) }}",
    "{{ ('%s' * 300000) % (x,) }}",
    "{{ x|replace('a', x)|replace('a', x) }}",
    "{{ x.replace('a', x).replace('a', x) }}",
    "{{ x.join(x) }}",
    "{{ x|join(x) }}",
    "{{ range(1000000000000)|list }}",
    "{{ [[1], [2]]|sum(start=[]) }}",
    "{{ x.translate({97: 'b'}) }}",
    "{{ [1]|batch(1000000000, 0)|list }}",
    "{{ [1]|slice(1000000000)|list }}",
    "{{ 'a b'|wordwrap(1, true, x) }}",
    "{{ {}|tojson(1000000000) }}",
    "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
    "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
    "{% set n = namespace(s='ab') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "{% set n = namespace(s='ab') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "{% set n = namespace(s=[1]) %}{% for i in range(60) %}{% set n.s = [n.s, n.s] %}{% endfor %}{{ n.s }}",
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
    "{% macro f() %}{% for i in range(100000) %}{{ x }}{% endfor %}{% endmacro %}{{ f() }}",
    "{% set s %}{% for i in range(100000) %}" + "chữ" * 1000 + "{% endfor %}{% endset %}",
    "{% for i in range(100000) %}" + "chữ" * 1000 + "{% endfor %}",
]


def refused(tag: str, limits: Limits | None = None) -> None:
    template = Template.open(of_paragraphs("một", tag), limits=limits)
    with pytest.raises(TemplateError) as caught:
        template.render({"x": "a" * 5000, "f": lambda: 1, "names": [1], "data": {}})
    assert caught.value.problems[0].place.paragraph == 2


@pytest.mark.parametrize("tag", SECRETS)
def test_what_lies_inside_the_program_cannot_be_read_or_changed(tag: str) -> None:
    refused(tag)


@pytest.mark.parametrize("tag", BOMBS, ids=lambda tag: tag[:50])
def test_a_template_that_would_make_too_much_is_stopped_by_its_amount_and_not_by_the_clock(
    tag: str,
) -> None:
    refused(tag, Limits(time_s=24 * 3600))


def test_calls_that_multiply_are_stopped() -> None:
    tag = "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(40) }}"
    refused(tag, Limits(steps=50_000))


def test_a_template_that_takes_too_long_is_stopped() -> None:
    tag = "{% for a in x %}{% for b in x %}{{ b }}{% endfor %}{% endfor %}"
    refused(tag, Limits(time_s=0.05, steps=10**12, output_chars=10**12))


def test_useful_work_stays_allowed() -> None:
    tag = "{{ '%05.1f' % 3.14159 }} {{ '{:,}'.format(1234567) }} {{ 'a'.rjust(3, '.') }} {{ [1, 2]|sum }} {{ 2**10 }}"
    assert texts(Template.open(of_paragraphs(tag)).render({})) == ["003.1 1,234,567 ..a 3 1024"]
