"""One line of text in the template language, as a kind's declaration holds it."""

import pytest

from vbgen.errors import TemplateError
from vbgen.word.template import render_text


def line(source: str, **context: object) -> str:
    return render_text(source, context, name="kind.toml", filters={"upper": str.upper})


def test_a_line_takes_values_filters_and_conditions() -> None:
    assert (
        line("V/v  {{ x|upper }}{% if n %} đợt {{ n }}{% endif %}", x="<a>", n=2) == "V/v <A> đợt 2"
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ y }}", "tên không tồn tại"),
        ("{{ x", "chưa đóng"),
        ("{{ x|lower }}", "thẻ viết sai"),
        ("{{ 'a' * 3000000000 }}", "không được phép"),
        ("{{ x.__class__ }}", "không được phép"),
        ("{% for a in x %}{% endfor %}", "chỉ được dùng"),
        ("{{ x.upper() }}", "chỉ được dùng"),
        ("{{ n + x }}", "không dùng được"),
    ],
)
def test_a_wrong_line_is_told_with_its_file_and_words(source: str, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        line(source, x="a", n=1)
    assert words in str(caught.value)
    (problem,) = caught.value.problems
    assert (problem.place.file, problem.place.quote) == ("kind.toml", source)
