"""Whole batches: from rows to single archive files and print files, with real LibreOffice and with liars."""

import os
import stat
from pathlib import Path

import pikepdf
import pytest

from tests.batch.batch_papers import batch, row
from vbgen.archive.store import Archive, digest_of
from vbgen.batch.chunk import Chunk
from vbgen.batch.ledger import FileLedger, MemoryLedger
from vbgen.batch.progress import Progress
from vbgen.cluster.inline import Inline
from vbgen.cluster.local import LocalProcesses
from vbgen.errors import OutputError, OutsideProgramError, TemplateError
from vbgen.pdf.archival import archival_problems
from vbgen.pdf.document import check_pdf, texts_of
from vbgen.usecases.batching import Batch, Desk, lay_out, make, pdf_print_file, word_print_file
from vbgen.usecases.chunk_making import ChunkTask, make_chunk

LONG = " ".join(["Đã có thành tích xuất sắc"] * 150)  # two pages


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "archive", environ={})


def names(made: Batch) -> list[str]:
    return [each.name for each in made.rows]


def test_every_row_becomes_one_archive_file_and_its_page_of_the_print_file(archive: Archive, tmp_path: Path) -> None:
    wanted, told = batch(23), list[Progress]()
    made = make(wanted, Desk(LocalProcesses(2), MemoryLedger(), archive, chunk=9, tell=told.append))
    assert (list(made.files), made.pages, made.problems) == ([each.key for each in wanted.rows], 23, ())
    target = pdf_print_file(wanted, made, archive, tmp_path / "in" / "print.pdf")
    assert check_pdf(target, pages=23, page_texts=names(wanted)) == []
    assert {each.total for each in told} == {23}
    assert told[-1].done == 23
    for each, path in zip(wanted.rows, lay_out(wanted, made, archive, tmp_path / "singles"), strict=True):
        assert archival_problems(path.read_bytes(), title=each.title) == []
        assert each.name in " ".join(texts_of(path)[0].split())


def test_files_come_home_when_workers_do_not_reach_the_archive(archive: Archive) -> None:
    wanted = batch(4)
    made = make(wanted, Desk(LocalProcesses(2), MemoryLedger(), archive, afar=True, chunk=2))
    assert [archive.has(digest) for digest in made.files.values()] == [True] * 4


def test_a_row_that_overflows_is_named_and_all_others_are_made(archive: Archive, tmp_path: Path) -> None:
    rows = [row(number, merit=LONG if number == 3 else "Đã có thành tích") for number in range(8)]
    made = make(batch(rows), Desk(Inline(), MemoryLedger(), archive))
    (problem,) = made.problems
    assert problem.message.startswith("Không làm được “Giấy khen của Nguyễn Thị Ánh 0003”")
    assert "lẽ ra phải có 1 trang" in problem.message
    assert list(made.files) == [each.key for each in rows if each.key != "r3"]
    others = names(batch([each for each in rows if each.key != "r3"]))
    assert check_pdf(pdf_print_file(batch(rows), made, archive, tmp_path / "p.pdf"), pages=7, page_texts=others) == []


def test_a_run_is_taken_up_where_it_was_cut_off(archive: Archive, tmp_path: Path) -> None:
    desk = Desk(Inline(), FileLedger(tmp_path / "ledger"), archive, chunk=2)
    first = make(Batch(batch(4).paper, batch(4).rows[:2]), desk)
    told = list[Progress]()
    made = make(batch(4), Desk(Inline(), desk.ledger, archive, chunk=2, tell=told.append))
    assert [each.made for each in told] == [2]
    assert {key: made.files[key] for key in first.files} == dict(first.files)


def test_data_that_do_not_fit_are_told_before_anything_is_made(archive: Archive) -> None:
    bad = row(1)
    rows = (row(0), type(bad)(bad.key, bad.name, bad.title, {"person": "A"}))
    with pytest.raises(TemplateError):
        make(Batch(batch(1).paper, rows), Desk(Inline(), MemoryLedger(), archive))
    assert list(archive.all()) == []


def test_the_same_row_twice_is_refused(archive: Archive) -> None:
    with pytest.raises(OutputError, match="hai lần"):
        make(batch([row(1), row(1)]), Desk(Inline(), MemoryLedger(), archive))


def test_the_word_print_file_holds_every_row_in_order() -> None:
    wanted = batch(5)
    assert word_print_file(wanted) == word_print_file(batch(5))


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LibreOffice that crashes at a certificate: `$files` hold its name; all else is done by the real one."""
    real = os.environ.get("VBGEN_SOFFICE", "soffice")
    script = tmp_path / "soffice"
    script.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = --version ] && exec {real} --version\n'
        'for file; do case "$file" in *.docx) unzip -p "$file" word/document.xml 2>/dev/null'
        f" | grep -q '0005<' && echo x >> {tmp_path}/crashes && kill -9 $$;; esac; done\n"
        f'exec {real} "$@"\n',
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VBGEN_SOFFICE", str(script))
    return tmp_path / "crashes"


def test_a_certificate_that_crashes_libreoffice_is_named_and_all_others_are_made(
    stand_in: Path, archive: Archive
) -> None:
    made = make(batch(6), Desk(Inline(), MemoryLedger(), archive))
    assert [problem.place.path for problem in made.problems] == ["r5"]
    assert "Nguyễn Thị Ánh 0005" in made.problems[0].message
    assert len(made.files) == 5
    assert stand_in.read_text("utf-8").count("x") >= 2


def test_the_same_task_gives_the_same_pages_wherever_it_runs() -> None:
    wanted = batch(3)
    task = ChunkTask(Chunk(0, "key", wanted.rows), wanted.paper)
    here, again = make_chunk(task), make_chunk(task)
    for one, other in zip(here.receipt.files.values(), again.receipt.files.values(), strict=True):
        assert _page(here.contents[one]) == _page(again.contents[other])
    assert {digest_of(content) for content in here.contents.values()} == set(here.contents)


def _page(pdf: bytes) -> bytes:
    """What is drawn, without the day on which it was."""
    import io

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        contents = opened.pages[0].Contents
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        return b"".join(part.read_bytes() for part in parts)


def test_a_liar_s_page_in_the_print_file_is_found(archive: Archive, tmp_path: Path) -> None:
    wanted = batch(2)
    made = make(wanted, Desk(Inline(), MemoryLedger(), archive))
    turned = Batch(wanted.paper, wanted.rows[::-1])
    with pytest.raises(OutsideProgramError, match="không khớp danh sách"):
        pdf_print_file(turned, made, archive, tmp_path / "p.pdf")
    assert not (tmp_path / "p.pdf").exists()
