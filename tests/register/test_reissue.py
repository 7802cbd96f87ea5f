"""A paper made again: the same, made by another version, or changed since it was kept; on both databases."""

import io
import json
import zlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlalchemy import create_engine, text

from tests.register.issuing_desks import DECISION, NOTICE, another, desk_on, prepared
from vbgen import __version__
from vbgen.model.document import Inspected, Numbered
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.differing import Cause
from vbgen.office.issuing.issuing import keep
from vbgen.office.issuing.reissuing import Reissued, Verdict, reissue
from vbgen.office.issuing.remaking import render
from vbgen.register import Register
from vbgen.word.template import read_package

PAPER = "launch-notice.docx"
BODY = "word/document.xml"


@pytest.fixture
def desk(register: Register, tmp_path: Path) -> Desk:
    return desk_on(register, tmp_path)


def numbered(desk: Desk, kind: tuple[str, int | None, date] = NOTICE) -> Numbered:
    desk.enter_archive()
    return desk.register.reserve(another(prepared(*kind)), desk.stamp())


def kept(desk: Desk, one: Numbered, papers: Mapping[str, bytes]) -> Reissued:
    """What comes of an issue whose papers another version has made like that."""
    rendered = render(one)
    as_made = replace(rendered, papers={**rendered.papers, **papers})
    desk.register.settle(keep(desk, Inspected(as_made)), desk.stamp())
    return reissue(desk, desk.register.entry(one.id))


def rezipped(docx: bytes, changed: Mapping[str, bytes] | None = None) -> bytes:
    """The same parts in another zip file, some of them with other contents."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in {**read_package(docx).contents, **(changed or {})}.items():
            packed.writestr(name, content)
    return made.getvalue()


def part(docx: bytes, name: str, before: str, after: str) -> dict[str, bytes]:
    content = read_package(docx).contents[name].decode()
    assert before in content
    return {name: content.replace(before, after).encode()}


@pytest.mark.parametrize("kind", [NOTICE, DECISION])
def test_what_this_version_made_is_made_the_same_again(
    desk: Desk, kind: tuple[str, int | None, date]
) -> None:
    made = kept(desk, numbered(desk, kind), {})
    assert (made.verdict, made.problems) == (Verdict.SAME, ())
    assert all(proof.is_equal for proof in made.proofs)


def test_another_compressor_is_named_when_every_part_is_equal(desk: Desk) -> None:
    one = numbered(desk)
    made = kept(desk, one, {PAPER: rezipped(render(one).papers[PAPER])})
    assert made.verdict is Verdict.OTHER_VERSION
    [proof] = [proof for proof in made.proofs if proof.name == PAPER]
    [each] = proof.differences
    assert (each.cause, each.part, each.before) == (
        Cause.COMPRESSOR,
        "",
        f"zlib-6-prepared (zlib {zlib.ZLIB_RUNTIME_VERSION})",
    )
    assert {problem.code for problem in made.problems} == {"made-by-other-version"}
    assert made.made_by == __version__


def test_the_paragraph_that_is_made_otherwise_is_named_with_its_words(desk: Desk) -> None:
    one = numbered(desk)
    paper = render(one).papers[PAPER]
    older = rezipped(paper, part(paper, BODY, "Nơi nhận:", "Nơi nhận bản này:"))
    made = kept(desk, one, {PAPER: older})
    [proof] = [proof for proof in made.proofs if proof.name == PAPER]
    [each] = proof.differences
    assert (each.cause, each.part, each.before, each.after) == (
        Cause.RENDERER,
        BODY,
        "Nơi nhận bản này:",
        "Nơi nhận:",
    )
    assert each.paragraph > 1
    [told] = [problem for problem in made.problems if problem.place.file == PAPER]
    assert (told.place.quote, "“Nơi nhận:”" in told.message) == ("Nơi nhận bản này:", True)


def test_a_part_without_words_is_named(desk: Desk) -> None:
    one = numbered(desk)
    paper = render(one).papers[PAPER]
    styles = "word/styles.xml"
    older = rezipped(paper, part(paper, styles, 'w:styleId="Normal"', 'w:styleId="Usual"'))
    [proof] = [proof for proof in kept(desk, one, {PAPER: older}).proofs if proof.name == PAPER]
    [each] = proof.differences
    assert (each.cause, each.part, each.paragraph) == (Cause.RENDERER, styles, 0)
    assert ("Usual" in each.before, "Normal" in each.after) == (True, True)


def test_of_a_part_whose_words_are_the_same_the_renderer_is_named(desk: Desk) -> None:
    one = numbered(desk)
    paper = render(one).papers[PAPER]
    older = rezipped(
        paper, part(paper, BODY, "<w:tbl>", "<w:tbl ><!-- -->".replace("<!-- -->", ""))
    )
    [proof] = [proof for proof in kept(desk, one, {PAPER: older}).proofs if proof.name == PAPER]
    assert {(each.cause, each.part, each.before[:8]) for each in proof.differences} == {
        (Cause.RENDERER, BODY, "<w:tbl >")
    }


def test_of_an_intent_without_values_they_are_named_as_computed_again(desk: Desk) -> None:
    one = numbered(desk)
    options = {**json.loads(one.intent.materials["intent.json"]), "format": 1}
    left = {
        name: content
        for name, content in one.intent.materials.items()
        if not name.startswith("law.")
    }
    first = replace(one.intent, materials={**left, "intent.json": json.dumps(options).encode()})
    again = desk.register.reserve(another(first), desk.stamp())
    paper = render(again).papers[PAPER]
    with_values = render(replace(again, intent=one.intent)).papers[PAPER]
    assert read_package(paper).contents[BODY] == read_package(with_values).contents[BODY]
    older = {PAPER: rezipped(paper, part(paper, BODY, "Nơi nhận:", "Gửi:"))}
    [each] = next(
        proof.differences for proof in kept(desk, again, older).proofs if proof.name == PAPER
    )
    assert (each.cause, each.before, each.after) == (Cause.VALUES, "Gửi:", "Nơi nhận:")


def test_an_intent_of_a_later_version_is_told_and_nothing_is_called_changed(desk: Desk) -> None:
    one = numbered(desk)
    options = {**json.loads(one.intent.materials["intent.json"]), "format": 99, "program": "9.9"}
    later = {**one.intent.materials, "intent.json": json.dumps(options).encode()}
    again = desk.register.reserve(another(replace(one.intent, materials=later)), desk.stamp())
    rendered = replace(render(one), numbered=again)
    desk.register.settle(keep(desk, Inspected(rendered)), desk.stamp())
    made = reissue(desk, desk.register.entry(again.id))
    assert (made.verdict, made.made_by) == (Verdict.OTHER_VERSION, "9.9")
    assert [problem.code for problem in made.not_made] == ["not-made-again"]


@pytest.mark.parametrize(
    ("harm", "code"), [("other", "kept-file-changed"), ("gone", "kept-file-missing")]
)
@pytest.mark.parametrize("name", [PAPER, "campaign.json", "launch-notice.values.json"])
def test_a_kept_file_that_is_not_what_it_was_is_changed(
    desk: Desk, tmp_path: Path, name: str, harm: str, code: str
) -> None:
    one = numbered(desk)
    assert kept(desk, one, {}).verdict is Verdict.SAME
    [file] = [file for file in desk.register.files(one.id) if file.name == name]
    path = tmp_path / "archive" / "objects" / file.digest[:2] / file.digest
    path.chmod(0o644)
    path.unlink() if harm == "gone" else path.write_bytes(path.read_bytes() + b" ")
    made = reissue(desk, desk.register.entry(one.id))
    assert made.verdict is Verdict.CHANGED
    assert [(problem.code, problem.place.file) for problem in made.changed] == [(code, name)]


def test_a_file_that_the_register_exchanged_is_changed_because_the_journal_knows(
    desk: Desk, database_url: str
) -> None:
    one = numbered(desk)
    kept(desk, one, {})
    other = desk.archive.put(rezipped(render(one).papers[PAPER]))
    engine = create_engine(database_url.replace("postgresql://", "postgresql+psycopg://"))
    with closing(engine.raw_connection()), engine.begin() as connection:
        values = {"digest": other, "document": one.id, "name": PAPER}
        connection.execute(
            text("UPDATE files SET digest = :digest WHERE document = :document AND name = :name"),
            values,
        )
    engine.dispose()
    made = reissue(desk, desk.register.entry(one.id))
    assert made.verdict is Verdict.CHANGED
    assert [(problem.code, problem.place.file) for problem in made.changed] == [
        ("file-not-as-journalled", PAPER)
    ]
