"""What papers say is stored as plain JSON before the number is known, and read back as templates saw it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.law_texts import SHIPPED
from tests.register.issuing_desks import LIBRARY, ROOT, SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.model.document import Issue, Numbered
from vbgen.model.dossier import RECORD, Intent
from vbgen.model.people import Gender
from vbgen.model.stock import Box, Printed, Stock
from vbgen.office.issuing.intents import Bundle, Wish, bundle, intent_of
from vbgen.office.issuing.remaking import papers_of, render
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import paper_to_make
from vbgen.office.stored.paper import About, PaperValues, read, written
from vbgen.office.stored.slots import PAPER, Filling, NumberSlot
from vbgen.papers.scene import Scene
from vbgen.register import Numbering
from vbgen.word.reading.plain import plain_text
from vbgen.word.template import Listing, PageBreak, Picture, RichText, RichTextParagraph, RuleLine

DAY = date(2022, 12, 20)
ABOUT = About("kind", "", "Loại", page_filling=False, sizes="13/14/14")
PAPERS = (
    ("launch-notice", None),
    ("phase-summary", 1),
    ("phase-summary", 2),
    ("nomination-list", 1),
    ("nomination-list", 2),
    ("council-minutes", 1),
    ("award-decision", 1),
    ("award-decision", 2),
)


@cache
def scenes(kind: str, phase: int | None) -> tuple[Scene, ...]:
    campaign = load_campaign(SAMPLE, WORDS).campaign
    return Drafter(LIBRARY).plan(campaign, [kind], phase=phase, law=SHIPPED.on(DAY)).scenes


@cache
def intents(kind: str, phase: int | None) -> tuple[tuple[Bundle, Intent], ...]:
    wish = Wish(SAMPLE, kind, DAY, phase, law={})
    made = [bundle(scene, LIBRARY) for scene in scenes(kind, phase)]
    return tuple((one, intent_of(one, wish, Numbering(), LIBRARY)) for one in made)


def numbered(intent: Intent, number: int) -> Numbered:
    return Numbered(intent, number, 96 if intent.honoured else None)


@pytest.mark.parametrize("number", [5, 128])
@pytest.mark.parametrize(("kind", "phase"), PAPERS)
def test_stored_values_make_the_paper_that_is_made_when_the_number_is_known(
    kind: str, phase: int | None, number: int
) -> None:
    for made, intent in intents(kind, phase):
        one = numbered(intent, number)
        papers = render(one).papers
        issued = made.issued(Issue(number, DAY, one.golden_numbers))
        for scene in issued.scenes:
            name = "-".join(filter(None, (scene.kind.id, scene.variant.id))) + ".docx"
            directly = paper_to_make(scene, LIBRARY).docx()
            assert parts(papers[name]) == parts(directly)


def test_a_paper_is_made_of_nothing_but_its_values_and_its_template() -> None:
    [(_made, intent)] = intents("award-decision", 1)
    bare = {
        name: content
        for name, content in intent.materials.items()
        if not name.startswith(("law.", "campaign"))
    }
    bare |= {name: b"=" for name in bare if name.endswith("kind.toml")}
    less = replace(intent, materials=bare)
    papers, again = render(numbered(intent, 5)).papers, render(numbered(less, 5)).papers
    assert {name: papers[name] for name in papers if name != RECORD} == {
        name: again[name] for name in again if name != RECORD
    }


def test_issued_certificates_are_set_for_a_stock_from_their_values_alone() -> None:
    [(made, intent)] = intents("award-decision", 1)
    stock = Stock(
        name="x", title="x", paper=Box(width=297, height=210), printed=frozenset({Printed.TITLE})
    )
    left = {
        name: content
        for name, content in intent.materials.items()
        if not name.startswith(("law.", "campaign"))
    }
    one = numbered(replace(intent, materials=left), 5)
    certificates = papers_of(one)[1]
    batch = certificates.on_stock(stock, (3, 1)).batch(made_on=None)
    scene = replace(
        made.issued(Issue(5, DAY, one.golden_numbers)).carried[0], stock=stock, chosen=(3, 1)
    )
    directly = paper_to_make(scene, LIBRARY).batch(made_on=None)
    assert [row.name for row in batch.rows] == [row.name for row in directly.rows]
    printed = [batch.paper.render(row) for row in batch.rows]
    assert "GIẤY KHEN" not in plain_text(printed[0])
    assert "Số sổ vàng: 98" in plain_text(printed[0]).replace("\t", "")
    unnumbered = plain_text(printed[0]).replace("98", "").split()
    again = plain_text(directly.paper.render(directly.rows[0])).split()
    assert set(unnumbered) - set(again) == set()


def test_the_same_intent_says_the_same_in_every_process() -> None:
    code = (
        "from tests.office.test_stored_values import intents, numbered; import hashlib\n"
        "from vbgen.office.issuing.remaking import render\n"
        "[(_made, intent)] = intents('award-decision', 1)\n"
        "found = {**intent.materials, **render(numbered(intent, 7)).papers}\n"
        "del found['dossier.json']\n"
        "print(*(f'{name} {hashlib.sha256(found[name]).hexdigest()}' for name in sorted(found)), sep=chr(10))\n"
    )
    told = {seed: ran(code, seed) for seed in ("0", "1", "4242")}
    assert len(set(told.values())) == 1
    assert "certificate.values.json" in told["0"]


def ran(code: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_tables_of_the_law_lie_beside_the_values() -> None:
    [(_made, intent)] = intents("award-decision", 1)
    kept = {name for name in intent.materials if name.startswith("law.")}
    assert {
        "law.shipped.bonus.toml",
        "law.shipped.powers.toml",
        "law.shipped.base_salaries.toml",
    } <= kept
    assert json.loads(intent.materials["intent.json"])["format"] == 2


@dataclass(frozen=True)
class Thing:
    name: str
    inner: object
    when: date

    @property
    def shout(self) -> str:
        return self.name.upper()


def texts() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def values() -> st.SearchStrategy[Any]:
    simple = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.floats(allow_nan=False, allow_infinity=False),
        texts(),
        st.decimals(allow_nan=False, allow_infinity=False),
        st.dates(),
        st.times(),
        st.datetimes(),
        st.sampled_from(list(Gender)),
    )
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.lists(inner, max_size=3).map(tuple),
            st.dictionaries(texts(), inner, max_size=3),
            st.builds(Thing, texts(), inner, st.dates()),
        ),
        max_leaves=12,
    )


@given(values())
def test_whatever_papers_say_comes_back_as_it_was(value: Any) -> None:  # noqa: ANN401 - any value of a paper
    content, pictures = written(ABOUT, PaperValues({"value": value}))
    again = read(content, pictures, Filling(1))[1].values["value"]
    assert seen(again) == seen(value)
    assert written(ABOUT, PaperValues({"value": again}))[0] == content


def seen(value: Any) -> object:  # noqa: ANN401 - as above
    """What a template can see of a value."""
    if isinstance(value, Gender) or type(value).__name__ == "Word":
        return str(value), value.name, value.label
    if isinstance(value, dict):
        return [(key, seen(each)) for key, each in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [seen(each) for each in value]
    if type(value).__name__ == "Thing":
        return seen([value.name, value.inner, value.when, value.shout])
    return type(value), value


def test_a_thing_that_comes_twice_is_stored_once_and_is_one_thing_again() -> None:
    thing = Thing("một", None, DAY)
    content, _pictures = written(ABOUT, PaperValues({"a": (thing, thing), "b": thing}))
    assert content.count("một".encode()) == 1
    found = read(content, {}, Filling(1))[1].values
    assert found["a"] == (found["b"], found["b"])


def test_rich_values_come_back() -> None:
    rich = RichText("đậm & nghiêng", bold=True)
    rich.add("nơi khác", url="https://example.vn")
    paragraphs = RichTextParagraph(rich, "Body")
    picture = Picture(
        (ROOT / "tests" / "made_by_01" / "office" / "emblem.png").read_bytes(), 10.5, None, "Hình"
    )
    said = {
        "rich": rich,
        "paragraphs": paragraphs,
        "picture": picture,
        "rule": RuleLine(63.25, 0.75),
        "page": PageBreak(),
        "listing": Listing("a\nb"),
        "set": frozenset({"b", "a"}),
    }
    content, pictures = written(ABOUT, PaperValues(said))
    found: Any = read(content, pictures, Filling(1))[1].values
    assert (found["rich"].xml, found["rich"].text, found["rich"].links) == (
        rich.xml,
        rich.text,
        rich.links,
    )
    assert [(one.xml, style) for one, style in found["paragraphs"].paragraphs] == [
        (rich.xml, "Body")
    ]
    assert (found["picture"].image, found["picture"].width_mm, found["picture"].alt) == (
        picture.image,
        10.5,
        "Hình",
    )
    assert (found["rule"].width_mm, found["rule"].weight_pt) == (63.25, 0.75)
    assert isinstance(found["page"], PageBreak)
    assert (found["listing"].text, found["set"]) == ("a\nb", frozenset({"a", "b"}))
    assert [name.endswith(".png") for name in pictures] == [True]


def test_slots_are_filled_where_the_number_was_written_out() -> None:
    number, second = NumberSlot(PAPER), NumberSlot(1)
    said = PaperValues(
        {
            "text": f"Số: {number:02}/QĐ, sổ vàng {second}",
            "number": number,
            "rich": RichText(f"{second}"),
        }
    )
    content, _pictures = written(ABOUT, said)
    found: Any = read(content, {}, Filling(5, (9, 10)))[1].values
    assert (found["text"], found["number"]) == ("Số: 05/QĐ, sổ vàng 10", 5)
    assert (found["rich"].text, ">10<" in found["rich"].xml) == ("10", True)
    inserted: Any = read(content, {}, Filling(6, (9, 10), "a"))[1].values
    assert (inserted["text"], inserted["number"]) == ("Số: 06a/QĐ, sổ vàng 10", 6)


@pytest.mark.parametrize(
    "value", [NumberSlot(PAPER) + 1, f"{int(NumberSlot(3)):,}", [int(NumberSlot(PAPER))]]
)
def test_a_value_that_reckons_with_the_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="reckons"):
        written(ABOUT, PaperValues({"value": value}))


@pytest.mark.parametrize("value", [object(), b"bytes", len, Path("x")])
def test_what_no_paper_says_cannot_be_stored(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be stored"):
        written(ABOUT, PaperValues({"value": value}))


def test_values_go_to_workers_and_come_back() -> None:
    import pickle

    said = PaperValues(
        {
            "thing": Thing(
                "một",
                (Gender.FEMALE, Decimal("1.50"), time(8), datetime(2026, 3, 5, tzinfo=UTC)),
                DAY,
            )
        }
    )
    as_read = said.as_read()
    assert pickle.loads(pickle.dumps(as_read)) == as_read  # noqa: S301 - our own


def parts(docx: bytes) -> dict[str, bytes]:
    """Part → content, without the properties that issue adds."""
    from vbgen.word.template import read_package

    left = {"docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}
    return dict(_contents(read_package(docx).contents.items(), left))


def _contents(items: Any, left: set[str]) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401 - a package's items
    yield from ((name, content) for name, content in items if name not in left)
