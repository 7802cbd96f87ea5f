"""Templates of strangers render in a process of their own, bounded in memory and time; trusted ones in this one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import TypeVar
from zipfile import ZipFile

import pytest

from tests.cli.command_line import vbgen
from tests.office import strange_work
from tests.word.docx_making import of_body, of_paragraphs, with_members
from vbgen.errors import OutsideProgramError, TemplateError, UnreadableFileError
from vbgen.office.making.bounded_child import _Child
from vbgen.office.making.paper_making import paper_of
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_look import looked_at
from vbgen.office.making.template_source import PaperLook
from vbgen.office.making.trust import template_digest, trust
from vbgen.office.setting.workspace import Workspace, find_workspace
from vbgen.word.reading.plain import plain_text
from vbgen.word.template import Template

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
OWN = of_paragraphs("Kính gửi {{ name }}")
SLIP = ("--accept-form-errors", "recipient.as-above", "--reason", "theo bản gốc")


@pytest.fixture
def child() -> Iterator[_Child]:
    made = _Child(time_s=120)
    yield made
    made.end()


def strangers(*texts: str) -> PaperOfRun:
    return PaperOfRun(of_paragraphs(*texts) if texts else OWN, "lạ.docx")


def asked(child: _Child, paper: PaperOfRun, work: Callable[..., T], *values: object) -> T:
    """What the work gives in that process."""
    (answer,) = child.do(paper.name, [partial(work, paper, *values)])
    return answer


def test_threads_that_ask_at_once_get_their_own_answers(child: _Child) -> None:
    with ThreadPoolExecutor(4) as threads:
        asked_for = [str(number) for number in range(40)]
        answers = threads.map(lambda text: child.do("lạ.docx", [partial(str, text)] * 2), asked_for)
        assert list(answers) == [[text, text] for text in asked_for]


def test_the_first_that_fails_ends_a_lot_and_the_process_works_on(child: _Child) -> None:
    before = child.do("lạ.docx", [os.getpid])
    with pytest.raises(OutsideProgramError, match="máy chủ"):
        child.do("lạ.docx", [os.getpid, _refusing, os.getpid])
    with pytest.raises(FileNotFoundError):  # an error of the system's, and none of the line's
        child.do("lạ.docx", [partial(os.stat, "/không/có")])
    assert child.do("lạ.docx", [os.getpid]) == before


def _refusing() -> None:
    raise OutsideProgramError("máy chủ")


def refusal(error: pytest.ExceptionInfo[TemplateError]) -> str:
    (problem,) = error.value.problems
    assert problem.code == "tag-refused"
    assert problem.place.file.endswith("lạ.docx")
    assert problem.hint
    return problem.message


def test_a_strangers_template_renders_elsewhere_and_gives_the_same_bytes() -> None:
    paper = strangers()

    assert paper.in_bounds(strange_work.process_number) != os.getpid()
    assert paper.filled({"name": "Sở Công Thương"}) == paper.opened().render(
        {"name": "Sở Công Thương"}
    )


def test_one_process_serves_a_whole_batch(child: _Child) -> None:
    numbers = {asked(child, strangers(f"{n}"), strange_work.process_number) for n in range(3)}

    assert len(numbers) == 1


@pytest.mark.parametrize("sizes", PaperLook)
def test_a_shipped_template_renders_here_in_every_look(sizes: PaperLook) -> None:
    library = Workspace(None).library

    for name in library.names():
        paper = paper_of(library.find(name), sizes, library)
        assert paper.in_bounds(strange_work.process_number) == os.getpid()


def test_a_template_trusted_by_its_digest_renders_here_and_its_fragments_must_be_trusted_too() -> (
    None
):
    def acts() -> None:
        trust([template_digest(OWN)])
        assert strangers().in_bounds(strange_work.process_number) == os.getpid()
        beside = PaperOfRun(OWN, "lạ.docx", (("letterhead", of_paragraphs("lạ")),))
        assert beside.in_bounds(strange_work.process_number) != os.getpid()

    copy_context().run(acts)


def test_an_administrator_trusts_by_the_settings(tmp_path: Path) -> None:
    def acts() -> None:
        (tmp_path / "vbgen.toml").write_text(
            f'[templates]\ntrusted = ["{template_digest(OWN)}"]\n', encoding="utf-8"
        )
        find_workspace(tmp_path)
        assert strangers().in_bounds(strange_work.process_number) == os.getpid()

    copy_context().run(acts)


def test_a_digest_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").write_text('[templates]\ntrusted = ["abc"]\n', encoding="utf-8")

    with pytest.raises(UnreadableFileError) as caught:
        find_workspace(tmp_path)

    assert "SHA-256" in caught.value.problems[0].message


def test_memory_is_bounded_and_the_next_paper_is_made(child: _Child) -> None:
    with pytest.raises(TemplateError) as caught:
        asked(child, strangers(), strange_work.greedy)

    assert "kết quả quá lớn" in refusal(caught)
    assert asked(child, strangers(), strange_work.rendered, {"name": "x"})


def test_a_process_that_dies_is_told_and_begun_anew(child: _Child) -> None:
    with pytest.raises(TemplateError) as caught:
        asked(child, strangers(), strange_work.crashing)

    assert "tiến trình dựng mẫu dừng đột ngột (mã 3)" in refusal(caught)
    assert asked(child, strangers(), strange_work.rendered, {"name": "x"})


def test_a_process_that_the_system_ends_is_told_with_the_usual_cause(child: _Child) -> None:
    with pytest.raises(TemplateError) as caught:
        asked(child, strangers(), strange_work.killed)

    assert "hệ điều hành đã ngắt tiến trình dựng mẫu, thường vì hết bộ nhớ" in refusal(caught)
    assert asked(child, strangers(), strange_work.rendered, {"name": "x"})


def test_an_unexpected_error_is_told_as_it_is_and_the_process_goes_on(child: _Child) -> None:
    number = asked(child, strangers(), strange_work.process_number)
    with pytest.raises(UnicodeError, match="a fault of our own") as caught:
        asked(child, strangers(), strange_work.falling)
    with pytest.raises(RuntimeError, match="TwoWordsError: half sent"):
        asked(child, strangers(), strange_work.falling_strangely)

    assert "lạ.docx" in caught.value.__notes__[0]
    assert "falling" in caught.value.__notes__[0]
    assert asked(child, strangers(), strange_work.process_number) == number


def test_a_process_that_hangs_is_ended(child: _Child) -> None:
    number = asked(child, strangers(), strange_work.process_number)
    child.time_s = 1

    with pytest.raises(TemplateError) as caught:
        asked(child, strangers(), strange_work.sleeping)

    assert "quá lâu (hơn 1 giây)" in refusal(caught)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_what_does_not_fit_the_data_is_told_as_it_is_here(child: _Child) -> None:
    with pytest.raises(TemplateError) as there:
        asked(child, strangers("{{ nobody }}"), strange_work.rendered, {})
    with pytest.raises(TemplateError) as here:
        strangers("{{ nobody }}").opened().render({})

    assert there.value.problems == here.value.problems


def test_the_words_of_a_document_arrive() -> None:
    assert "Kính gửi Đắk Lắk" in plain_text(strangers().filled({"name": "Đắk Lắk"}))


def deep_code() -> bytes:
    return of_paragraphs("{{ " + "(" * 30_000 + "1" + ")" * 30_000 + " }}")


def many_tags() -> bytes:
    """Some fifty million characters of mark-up and three hundred thousand tags in a small file."""
    paragraph = "<w:p><w:r><w:t>{{ a.b.c.d.e|upper|lower }}</w:t></w:r></w:p>"
    body = "".join(f"{paragraph}<!--{number}-->" for number in range(400_000))
    return with_members(OWN, {"word/document.xml": document(body)})


def nested_blocks() -> bytes:
    return of_paragraphs("{% if a %}" * 3_000 + "x" + "{% endif %}" * 3_000)


def unclosed_tags() -> bytes:
    return of_paragraphs("{{ 'a" * 100_000)


def document(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()


BOMBS = {made.__name__: made for made in (deep_code, many_tags, nested_blocks, unclosed_tags)}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_compiling_is_an_error_and_the_next_paper_is_made(
    child: _Child, bomb: str
) -> None:
    child.time_s = 10

    with pytest.raises((TemplateError, UnreadableFileError)):
        asked(child, PaperOfRun(BOMBS[bomb](), "lạ.docx"), strange_work.rendered, {})

    assert asked(child, strangers(), strange_work.rendered, {"name": "x"})


def test_what_a_template_asks_for_is_learnt_elsewhere_and_comes_whole() -> None:
    paper = strangers("{{ a.b }} {% for c in d %}{{ c.e }}{% endfor %}")
    here = Template.open(paper.template, name=paper.name)

    assert looked_at(paper).fields == here.fields()
    assert looked_at(paper).names == {"a", "d"}


def test_what_was_dropped_from_a_template_is_told_of_its_papers() -> None:
    live = of_body(
        '<w:p><w:fldSimple w:instr="DDE a"><w:r><w:t>chữ</w:t></w:r></w:fldSimple></w:p>'
    )

    (problem,) = looked_at(PaperOfRun(live, "lạ.docx")).of_its_papers

    assert problem.code == "dangerous-dropped"


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["draft", "launch-notice"],
        ["issue", "launch-notice", "--date", "2022-03-15", "--no-pdf", "--yes", *SLIP],
    ],
    ids=" ".join,
)
def test_every_act_tells_what_was_dropped_from_the_offices_template(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    campaign = shutil.copytree(ROOT / "data" / "ha-nam-2022", tmp_path / "data" / "x")
    own = shutil.copytree(
        ROOT / "templates" / "launch-notice", tmp_path / "templates" / "launch-notice"
    )
    with_field(own / "template.docx")

    done = vbgen(capsys, words[0], campaign, *words[1:], "--json")

    told = [each["code"] for each in done.json["problems"]]
    assert (done.code, told.count("dangerous-dropped")) == (0, 1)


def with_field(path: Path) -> None:
    """Put a field that starts a program at the end of a template."""
    with ZipFile(path) as package:
        head, end = package.read("word/document.xml").decode().rsplit("<w:sectPr", 1)
    field = '<w:p><w:fldSimple w:instr="DDEAUTO x y"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    members = {"word/document.xml": f"{head}{field}<w:sectPr{end}".encode()}
    path.write_bytes(with_members(path.read_bytes(), members))


def test_the_office_opens_templates_of_strangers_in_the_bounded_process_alone() -> None:
    """The word template engine is opened by the chunk's maker, which asks for bounds, and for our own lists."""
    doors = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "vbgen").rglob("*.py")
        if "Template.open(" in path.read_text("utf-8") or ".opened()" in path.read_text("utf-8")
    }

    assert doors - {"vbgen/docx.py", "vbgen/word/template/template.py"} == {
        "vbgen/office/making/run_paper.py",
        "vbgen/office/making/taken_over.py",  # work for the bounded process too
        "vbgen/office/making/template_look.py",
        "vbgen/office/registry/listing.py",  # forms that are built from the package's own sources
        "vbgen/office/templates/checking.py",
        "vbgen/word/template/plain/exporting.py",
    }


FEW_FILES = """
import resource
from vbgen.office.making.bounded_child import _Child

child, before = _Child(30), resource.getrlimit(resource.RLIMIT_NOFILE)
with open("/dev/null") as lowest:
    room = lowest.fileno() + 3  # for the line to a process, and not for the process itself
resource.setrlimit(resource.RLIMIT_NOFILE, (room, before[1]))
try:
    child.do("x", [int])
except OSError:
    resource.setrlimit(resource.RLIMIT_NOFILE, before)
    child.end()
    print(child.do("x", [int])[0])
    child.end()
"""


def test_a_process_that_could_not_begin_is_ended_without_a_fault_and_begun_later() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FEW_FILES], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout, done.returncode) == ("0\n", 0), done.stderr
