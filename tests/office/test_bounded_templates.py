"""Templates of strangers render in a process of their own, bounded in memory and time; trusted ones in this one."""

import os
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import pytest

from tests.office import strange_work
from tests.word.docx_making import of_paragraphs
from vbgen.errors import TemplateError, UnreadableFileError
from vbgen.model.agency import SizeSet
from vbgen.office.making.bounded_child import _Child, in_bounds, rendered
from vbgen.office.making.chunk_making import PaperOfRun
from vbgen.office.making.paper_making import paper_of
from vbgen.office.making.trust import template_digest, trust
from vbgen.office.setting.workspace import Workspace, find_workspace
from vbgen.word.reading.plain import plain_text

OWN = of_paragraphs("Kính gửi {{ name }}")


@pytest.fixture
def child() -> Iterator[_Child]:
    made = _Child(time_s=120)
    yield made
    made.end()


def strangers(*texts: str) -> PaperOfRun:
    return PaperOfRun(of_paragraphs(*texts) if texts else OWN, "lạ.docx")


def refusal(error: pytest.ExceptionInfo[TemplateError]) -> str:
    (problem,) = error.value.problems
    assert problem.code == "tag-refused"
    assert problem.place.file.endswith("lạ.docx")
    assert problem.hint
    return problem.message


def test_a_strangers_template_renders_elsewhere_and_gives_the_same_bytes() -> None:
    paper = strangers()

    assert in_bounds(paper, strange_work.process_number, {}) != os.getpid()
    assert paper.filled({"name": "Sở Công Thương"}) == paper.opened().render(
        {"name": "Sở Công Thương"}
    )


def test_one_process_serves_a_whole_batch(child: _Child) -> None:
    numbers = {child.do(strangers(f"{n}"), strange_work.process_number, {}) for n in range(3)}

    assert len(numbers) == 1


@pytest.mark.parametrize("sizes", SizeSet)
def test_a_shipped_template_renders_here_in_both_sizes(sizes: SizeSet) -> None:
    library = Workspace(None).library

    for name in library.names():
        paper = paper_of(library.find(name), sizes, library)
        assert in_bounds(paper, strange_work.process_number, {}) == os.getpid()


def test_a_template_trusted_by_its_digest_renders_here_and_its_fragments_must_be_trusted_too() -> (
    None
):
    def acts() -> None:
        trust([template_digest(OWN)])
        assert in_bounds(strangers(), strange_work.process_number, {}) == os.getpid()
        beside = PaperOfRun(OWN, "lạ.docx", (("letterhead", of_paragraphs("lạ")),))
        assert in_bounds(beside, strange_work.process_number, {}) != os.getpid()

    copy_context().run(acts)


def test_an_administrator_trusts_by_the_settings(tmp_path: Path) -> None:
    def acts() -> None:
        (tmp_path / "vbgen.toml").write_text(
            f'[templates]\ntrusted = ["{template_digest(OWN)}"]\n', encoding="utf-8"
        )
        find_workspace(tmp_path)
        assert in_bounds(strangers(), strange_work.process_number, {}) == os.getpid()

    copy_context().run(acts)


def test_a_digest_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text('[templates]\ntrusted = ["abc"]\n', encoding="utf-8")

    with pytest.raises(UnreadableFileError) as caught:
        find_workspace(tmp_path)

    assert "SHA-256" in caught.value.problems[0].message


def test_memory_is_bounded_and_the_next_paper_is_made(child: _Child) -> None:
    with pytest.raises(TemplateError) as caught:
        child.do(strangers(), strange_work.greedy, {})

    assert "kết quả quá lớn" in refusal(caught)
    assert child.do(strangers(), rendered, {"name": "x"})


def test_a_process_that_dies_is_told_and_begun_anew(child: _Child) -> None:
    with pytest.raises(TemplateError) as caught:
        child.do(strangers(), strange_work.crashing, {})

    assert "kết quả quá lớn" in refusal(caught)
    assert child.do(strangers(), rendered, {"name": "x"})


def test_a_process_that_hangs_is_ended(child: _Child) -> None:
    number = child.do(strangers(), strange_work.process_number, {})
    child.time_s = 1

    with pytest.raises(TemplateError) as caught:
        child.do(strangers(), strange_work.sleeping, {})

    assert "quá lâu (hơn 1 giây)" in refusal(caught)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_what_does_not_fit_the_data_is_told_as_it_is_here(child: _Child) -> None:
    with pytest.raises(TemplateError) as there:
        child.do(strangers("{{ nobody }}"), rendered, {})
    with pytest.raises(TemplateError) as here:
        strangers("{{ nobody }}").opened().render({})

    assert there.value.problems == here.value.problems


def test_the_words_of_a_document_arrive() -> None:
    assert "Kính gửi Đắk Lắk" in plain_text(strangers().filled({"name": "Đắk Lắk"}))
