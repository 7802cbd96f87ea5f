"""Body in Word → paper → body again: nothing is lost, whatever the body holds."""

import io
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bodies.word_bodies import picture, saved, seen, turned
from vbgen.word.body.arrival import lost_in, read_units
from vbgen.word.body.preparing import prepare_body
from vbgen.word.body.taking import take_body
from vbgen.word.template import Fragments, Template
from vbgen.words.filters import filters

TEMPLATES = Path(__file__).parents[2] / "templates"
FRAGMENTS = {path.stem: path.read_bytes() for path in (TEMPLATES / "_fragments").glob("*.docx")}

WORDS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÔỘ0123456789 .,;:-“”()%&<>'\"\t\u00a0"),
    min_size=1,
    max_size=40,
).filter(str.strip)
COLOURS = st.sampled_from(["red", "green", "blue"])
STYLES = st.sampled_from(["Normal", "List Bullet", "List Number", "List Number 2", "Quote"])


@dataclass(frozen=True)
class Item:
    """One thing of a body, added to a document."""

    kind: str
    words: tuple[str, ...] = ()
    style: str = "Normal"
    level: int = 1

    def add(self, document: Document) -> None:
        match self.kind:
            case "heading":
                document.add_heading(self.words[0], self.level)
            case "table":
                table = document.add_table(2, len(self.words))
                for row in table.rows:
                    for cell, text in zip(row.cells, self.words, strict=True):
                        cell.text = text
            case "picture":
                document.add_picture(io.BytesIO(picture(self.style)), width=Cm(2))
            case "page":
                turned(document, landscape=self.level % 2 == 0)
            case _:
                paragraph = document.add_paragraph(style=self.style)
                for number, text in enumerate(self.words):
                    run = paragraph.add_run(text)
                    run.bold, run.italic = number % 2 == 0, number % 3 == 0


ITEMS = st.one_of(
    st.builds(Item, st.just("text"), st.lists(WORDS, min_size=1, max_size=3).map(tuple), STYLES),
    st.builds(Item, st.just("heading"), st.tuples(WORDS), level=st.integers(1, 6)),
    st.builds(Item, st.just("table"), st.lists(WORDS, min_size=1, max_size=4).map(tuple)),
    st.builds(Item, st.just("picture"), style=COLOURS),
    st.builds(Item, st.just("page"), level=st.integers(1, 2)),
)


def body_of(items: list[Item]) -> bytes:
    document = docx.Document()
    for item in items:
        item.add(document)
    document.add_paragraph("Các phòng thực hiện./.")
    return saved(document)


def framed(body: bytes) -> bytes:
    """The body between a letterhead and a signature of fixed words."""
    source = docx.Document()
    for name in ("letterhead", "body", "signature"):
        source.add_paragraph(f'{{%p include "{name}" %}}')
    fixed = {name: saved(docx.Document()) for name in FRAGMENTS}
    for name in ("letterhead", "signature"):
        part = docx.Document()
        part.add_paragraph(f"khung {name}")
        fixed[name] = saved(part)
    template = Template.open(
        saved(source), fragments=Fragments({**fixed, "body": body}), filters=filters()
    )
    return template.render({})


def told(docx_file: bytes) -> list[tuple[str, str, str]]:
    return [(unit.kind, unit.text, unit.label) for unit in read_units(docx_file)]


@pytest.mark.parametrize("as_typed", [True, False])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items=st.lists(ITEMS, min_size=1, max_size=8))
def test_nothing_is_lost_on_the_way_and_back(as_typed: bool, items: list[Item]) -> None:
    typed = body_of(items)
    prepared = prepare_body(typed, "papers/x.docx", as_typed=as_typed)
    paper = framed(prepared.content)
    assert list(lost_in(typed, paper)) == []
    inside = [line for line in seen(paper) if not line.startswith("khung ")]
    assert inside == seen(typed)
    again = take_body(paper, "x.docx", FRAGMENTS)
    assert told(again.content) == told(typed)
    assert told(framed(again.content)) == told(paper)


def test_a_loss_is_told_with_what_was_lost() -> None:
    typed, other = body_of([Item("text", ("Đoạn này",))]), body_of([])
    lost = [each.shown for each in lost_in(typed, other)]
    assert lost == ["đoạn văn “Đoạn này”"]


def test_a_number_of_a_list_that_turned_out_otherwise_is_a_loss() -> None:
    typed = body_of([Item("text", ("một",), "List Number"), Item("text", ("hai",), "List Number")])
    other = body_of([Item("text", ("một",)), Item("text", ("hai",))])
    assert [each.unit.label for each in lost_in(typed, other)] == ["1.", "2."]
