"""The door for templates, knocked at with mutated files and tags at random: no fault of ours, nothing lost."""

import io
import random
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.word.docx_making import members, saved, texts, with_members
from vbgen.errors import VbgenError
from vbgen.word.template import Limits, Template
from vbgen.word.template.bounds.deadline import within

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "templates").glob("*/template.docx"))
SLOW_S = 60.0  # after which a template counts as one that hangs
PIECES = (
    "{{", "}}", "{%", "%}", "{#", "{{ x }}", "{%p if x %}", "{% endif %}", "{%tr for a in x %}", "{% endfor %}",
    "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "<w:r>", "</w:t>", "<w:sectPr/>", "<w:ins>",
    "<w:instrText>DDE a</w:instrText>", "&#0;", "&amp;", "\0", "\n", '"', "'", "\\", "]]>", "<!--", "<?x?>",
    "<w:altChunk/>", '<w:fldChar w:fldCharType="begin"/>',
)  # fmt: skip
TOKEN = re.compile(r"<[^>]*>|[^<]+")


def knock(template: bytes) -> None:
    """Open, look at and render; only our own errors may come, and what comes out is XML."""

    def act() -> None:
        with suppress(VbgenError):
            opened = Template.open(template, name="lạ.docx", limits=Limits(time_s=5))
            opened.check([])
            opened.fields()
            document = opened.render({"x": [1, "a"], "certificates": ()})
            for name, content in members(document).items():
                if name.startswith("word/document"):
                    etree.fromstring(content)

    within(SLOW_S, act)


def mutated(xml: str, chance: random.Random, times: int) -> str:
    """The part with pieces taken out, doubled, exchanged and put in."""
    tokens = TOKEN.findall(xml)
    for _time in range(times):
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        match chance.randrange(5):
            case 0:
                tokens[at] = ""
            case 1:
                tokens[at] *= 2
            case 2:
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 3:
                tokens.insert(at, chance.choice(PIECES))
            case _:
                cut = chance.randrange(len(tokens[at]) + 1)
                tokens[at] = tokens[at][:cut] + chance.choice(PIECES) + tokens[at][cut:]
    return "".join(tokens)


def strange_part(path: Path, seed: int, times: int) -> bytes:
    chance, source = random.Random(seed), path.read_bytes()  # noqa: S311 - no secret
    found = members(source)
    name = chance.choice([each for each in sorted(found) if each.endswith((".xml", ".rels"))])
    part = mutated(found[name].decode(), chance, times)
    return with_members(source, {name: part.encode("utf-8", "replace")})


def strange_zip(path: Path, seed: int, times: int) -> bytes:
    chance, data = random.Random(seed), bytearray(path.read_bytes())  # noqa: S311 - no secret
    for _time in range(times):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.choice([len(data), len(data), chance.randrange(len(data))])])


CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SEED, TIMES = st.integers(0, 2**32), st.integers(1, 4)


@CALM
@given(st.sampled_from(REAL), SEED, TIMES)
def test_a_real_template_with_a_mutated_part_is_refused_or_renders(
    path: Path, seed: int, times: int
) -> None:
    knock(strange_part(path, seed, times))


@CALM
@given(st.sampled_from(REAL), SEED, TIMES)
def test_a_real_template_with_damaged_bytes_is_refused_or_renders(
    path: Path, seed: int, times: int
) -> None:
    knock(strange_zip(path, seed, times))


@pytest.mark.matrix
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(REAL), SEED, st.integers(1, 12), st.sampled_from([strange_part, strange_zip])
)
def test_a_long_search_finds_no_fault_of_ours(
    path: Path, seed: int, times: int, make: object
) -> None:
    knock(make(path, seed, times))  # type: ignore[operator] # one of the two above


WORDS = st.text("abđ &<>\"'éệ", min_size=1, max_size=6).map(lambda text: f"[{text}]")
VALUE = ("{{ x }}", "R&D <1>")


def shown(nodes: list[tuple[str, str]]) -> tuple[str, str]:
    """Source and text of several pieces."""
    return "".join(source for source, _text in nodes), "".join(text for _source, text in nodes)


def around(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    """Blocks around pieces: source, and the text that they show."""
    several = st.lists(inner, max_size=3).map(shown)
    return st.one_of(
        several.map(lambda one: (f"{{% if yes %}}{one[0]}{{% endif %}}", one[1])),
        several.map(lambda one: (f"{{% if no %}}{one[0]}{{% endif %}}", "")),
        several.map(lambda one: (f"{{% for i in abc %}}{one[0]}{{% endfor %}}", one[1] * 3)),
        several.map(lambda one: (f"{{% set k %}}{one[0]}{{% endset %}}{{{{ k }}}}{{{{ k ~ k }}}}", one[1] * 3)),
        several.map(lambda one: (f"{{% filter trim %}}[{one[0]}]{{% endfilter %}}", f"[{one[1]}]")),
        several.map(lambda one: (f"{{% macro m() %}}{one[0]}{{% endmacro %}}{{{{ m() }}}}", one[1])),
        several.map(lambda one: (f"{{# {one[0].replace('#', '')} #}}" if "{#" not in one[0] else "", "")),
    )  # fmt: skip


LEAVES = st.one_of(WORDS.map(lambda text: (text, text)), st.just(VALUE))
TREES = st.lists(st.recursive(LEAVES, around, max_leaves=8), max_size=5).map(shown)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TREES, st.lists(st.integers(1, 200), max_size=6))
def test_no_word_outside_tags_is_lost_however_word_splits_its_runs(
    made: tuple[str, str], cuts: list[int]
) -> None:
    source, text = made
    document = docx.Document()
    paragraph, at = document.add_paragraph(), 0
    for cut in [*sorted({each for each in cuts if each < len(source)}), len(source)]:
        paragraph.add_run(source[at:cut])
        at = cut

    rendered = Template.open(saved(document)).render(
        {"x": "R&D <1>", "yes": True, "no": False, "abc": "abc"}
    )

    assert texts(rendered) == [text]
    assert zipfile.ZipFile(io.BytesIO(rendered)).testzip() is None
