"""Whole batches: from rows to single archive files and print files, with real LibreOffice and with liars."""

import io
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.runs.batch_papers import batch, certificate_template, row, saved
from vbgen.archive.store import Archive, digest_of
from vbgen.errors import OutputError, OutsideProgramError, TemplateError
from vbgen.office.making.batching import (
    Batch,
    Made,
    Workshop,
    make,
    make_whole,
    pdf_print_file,
    word_print_file,
)
from vbgen.office.making.chunk_making import ChunkTask, Singles, make_chunk
from vbgen.pages.pdf.archival import archival_problems
from vbgen.pages.pdf.document import check_pdf, texts_of
from vbgen.pages.runs.chunk import Chunk
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.ledger import Ledger, MemoryLedger
from vbgen.pages.runs.local import LocalProcesses
from vbgen.pages.runs.progress import Progress
from vbgen.pages.runs.running import Workers

_HOLDS_NUMBER_5 = (
    "import sys, zipfile; sys.exit(b'0005<' not in "
    "zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))"
)
LONG = " ".join(["Đã có thành tích xuất sắc"] * 150)  # two pages


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "archive", environ={})


@pytest.fixture
def scratch(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "scratch", environ={})


def workshop(  # noqa: PLR0913 - the parts of a workshop
    scratch: Archive,
    archive: Archive | None = None,
    *,
    who: Workers = Inline(),  # noqa: B008 - frozen, without state
    ledger: Ledger | None = None,
    chunk: int = 0,
    tell: Callable[[Progress], object] = lambda _progress: None,
    afar: bool = False,
) -> Workshop:
    return Workshop(
        lambda _chunks: who, ledger or MemoryLedger(), scratch, archive, afar, tell, chunk
    )


def names(made: Batch) -> list[str]:
    return [each.name for each in made.rows]


def printed(batch: Batch, made: Made, scratch: Archive, target: Path) -> Path:
    target.write_bytes(pdf_print_file(batch, made, scratch))
    return target


def test_every_row_becomes_one_archive_file_and_its_page_of_the_print_file(
    archive: Archive, scratch: Archive, tmp_path: Path
) -> None:
    wanted, told = batch(23), list[Progress]()
    made = make(
        wanted, workshop(scratch, archive, who=LocalProcesses(2), chunk=9, tell=told.append)
    )
    assert (list(made.files), made.problems) == ([each.key for each in wanted.rows], ())
    target = printed(wanted, made, scratch, tmp_path / "print.pdf")
    assert check_pdf(target, pages=23, page_texts=names(wanted)) == []
    assert [told[0].done, told[-1].done, {each.total for each in told}] == [0, 23, {23}]
    for each in wanted.rows:
        single = tmp_path / "single.pdf"
        single.write_bytes(archive.get(made.files[each.key].digest))
        assert single.stat().st_size == made.files[each.key].size
        assert archival_problems(single.read_bytes(), title=each.title) == []
        assert each.name in " ".join(texts_of(single)[0].split())
    assert set(archive.all()) == {file.digest for file in made.files.values()}


def test_without_an_archive_nothing_is_cut(scratch: Archive, tmp_path: Path) -> None:
    wanted = batch(3)
    whole, made = make_whole(wanted, workshop(scratch))
    assert made.files == {}
    assert made.keys == {each.key for each in wanted.rows}
    (tmp_path / "whole.pdf").write_bytes(whole)
    assert check_pdf(tmp_path / "whole.pdf", pages=3, page_texts=names(wanted)) == []


def test_files_come_home_when_workers_do_not_reach_the_archive(
    archive: Archive, scratch: Archive
) -> None:
    made = make(batch(4), workshop(scratch, archive, who=LocalProcesses(2), chunk=2, afar=True))
    assert [archive.has(file.digest) for file in made.files.values()] == [True] * 4


def test_a_row_that_overflows_is_named_and_all_others_are_made(
    archive: Archive, scratch: Archive, tmp_path: Path
) -> None:
    rows = [row(number, merit=LONG if number == 3 else "Đã có thành tích") for number in range(8)]
    made = make(batch(rows), workshop(scratch, archive))
    (problem,) = made.problems
    assert problem.message.startswith("Không làm được “Giấy khen của Nguyễn Thị Ánh 0003”")
    assert "cần có 1 trang" in problem.message
    assert list(made.files) == [each.key for each in rows if each.key != "r3"]
    others = names(batch([each for each in rows if each.key != "r3"]))
    assert (
        check_pdf(
            printed(batch(rows), made, scratch, tmp_path / "p.pdf"), pages=7, page_texts=others
        )
        == []
    )
    with pytest.raises(OutsideProgramError, match="1 bản chưa làm được"):
        make_whole(batch(rows), workshop(scratch, archive))


def test_a_run_is_taken_up_where_it_was_cut_off(archive: Archive, scratch: Archive) -> None:
    ledger, told = MemoryLedger(), list[Progress]()
    first = make(
        Batch(batch(4).paper, batch(4).rows[:2]), workshop(scratch, archive, ledger=ledger, chunk=2)
    )
    made = make(batch(4), workshop(scratch, archive, ledger=ledger, chunk=2, tell=told.append))
    assert [(each.done, each.made) for each in told] == [(2, 0), (4, 2)]
    assert {key: made.files[key] for key in first.files} == dict(first.files)


def test_what_is_no_longer_kept_is_made_again(
    archive: Archive, scratch: Archive, tmp_path: Path
) -> None:
    ledger, told = MemoryLedger(), list[Progress]()
    make(batch(2), workshop(scratch, archive, ledger=ledger, chunk=1))
    shutil.rmtree(tmp_path / "scratch")
    make(batch(2), workshop(scratch, archive, ledger=ledger, chunk=1, tell=told.append))
    assert told[-1].made == 2


def test_data_that_do_not_fit_are_told_before_anything_is_made(
    archive: Archive, scratch: Archive
) -> None:
    bad = row(1)
    rows = (row(0), type(bad)(bad.key, bad.name, bad.title, {"person": "A"}))
    with pytest.raises(TemplateError):
        make(Batch(batch(1).paper, rows), workshop(scratch, archive))
    assert list(archive.all()) == []


def test_the_same_row_twice_is_refused(scratch: Archive) -> None:
    with pytest.raises(OutputError, match="hai lần"):
        make(batch([row(1), row(1)]), workshop(scratch))


def test_the_word_print_file_holds_every_row_in_order() -> None:
    wanted = batch(5)
    assert word_print_file(wanted) == word_print_file(batch(5))


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A LibreOffice that does something else at a certificate of number 5; all else is done by the real one.

    That has a profile of its own: nobody finds its socket, so that every file comes by a start of this one.
    """

    def make(trouble: str) -> Path:
        real = os.environ.get("VBGEN_SOFFICE", "soffice")
        script = tmp_path / "soffice"
        script.write_text(
            "#!/bin/sh\n"
            f'[ "$1" = --version ] && exec {real} --version\n'
            f'for file; do case "$file" in *.docx) {sys.executable} -c "{_HOLDS_NUMBER_5}" "$file"'
            f" && echo x >> {tmp_path}/times && {trouble};; esac; done\n"
            'for each do shift; case "$each" in -env:UserInstallation=*) each="$each-real";; esac\n'
            'set -- "$@" "$each"; done\n'
            f'exec {real} "$@"\n',
            encoding="utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VBGEN_SOFFICE", str(script))
        return tmp_path / "times"

    return make


def test_a_certificate_that_crashes_libreoffice_is_named_and_all_others_are_made(
    stand_in: Callable[[str], Path], archive: Archive, scratch: Archive
) -> None:
    crashes = stand_in("kill -9 $$")
    made = make(batch(6), workshop(scratch, archive))
    assert [problem.place.path for problem in made.problems] == ["r5"]
    assert "Nguyễn Thị Ánh 0005" in made.problems[0].message
    assert len(made.files) == 5
    assert crashes.read_text("utf-8").count("x") >= 2


def test_a_letter_that_the_font_lacks_is_told_by_its_certificate_and_all_others_are_made(
    archive: Archive, scratch: Archive
) -> None:
    rows = [
        row(number, merit="Đạt chỉ tiêu ✓" if number == 3 else "Đạt chỉ tiêu")
        for number in range(6)
    ]
    made = make(batch(rows), workshop(scratch, archive))
    assert [problem.place.path for problem in made.problems] == ["r3"]
    assert "phông chữ" in made.problems[0].message
    assert len(made.files) == 5


def test_names_are_found_whatever_their_case(scratch: Archive) -> None:
    shown = replace(row(1), name=row(1).name.upper())
    assert make(batch([shown]), workshop(scratch)).problems == ()


def test_a_certificate_that_hangs_libreoffice_is_named_in_time_and_the_other_is_made(
    stand_in: Callable[[str], Path],
) -> None:
    hangs = stand_in("sleep 600")
    wanted = batch([row(4), row(5)])
    done = make_chunk(ChunkTask(Chunk(0, "key", wanted.rows), wanted.paper, stall_s=8))
    assert done.receipt.rows == ("r4",)
    assert [problem.place.path for problem in done.problems] == ["r5"]
    assert "không xử lý xong" in done.problems[0].message
    assert hangs.read_text("utf-8").count("x") >= 2


def test_the_same_task_gives_the_same_bytes_whenever_it_runs() -> None:
    wanted = batch(3)
    paper = replace(wanted.paper, made_on=date(2022, 7, 20))
    task = ChunkTask(Chunk(0, "key", wanted.rows), paper, Singles.COME_HOME)
    here = make_chunk(task)
    time.sleep(1.1)  # moments in a PDF file are whole seconds
    again = make_chunk(task)
    assert here.receipt.files == again.receipt.files
    assert here.contents == again.contents
    assert {digest_of(content) for content in here.contents.values()} == set(here.contents)


def test_a_liar_s_page_in_the_print_file_is_found(scratch: Archive) -> None:
    wanted = batch(2)
    made = make(wanted, workshop(scratch))
    with pytest.raises(OutsideProgramError, match="không khớp danh sách"):
        pdf_print_file(Batch(wanted.paper, wanted.rows[::-1]), made, scratch)


def test_a_certificate_that_word_would_not_open_is_named_and_all_others_are_made(
    archive: Archive, scratch: Archive
) -> None:
    broken = batch([row(number, merit="hỏng" if number == 3 else "tốt") for number in range(6)])
    wanted = replace(broken, paper=replace(broken.paper, template=unsound_where_told()))
    made = make(wanted, workshop(scratch, archive))
    assert [problem.place.path for problem in made.problems] == ["r3"]
    assert "Nguyễn Thị Ánh 0003" in made.problems[0].message
    assert len(made.files) == 5


def unsound_where_told() -> bytes:
    """A template whose paper names a picture that is not there, for the merit “hỏng”."""
    document = docx.Document(io.BytesIO(certificate_template()))
    document.add_paragraph("{%p if merit == 'hỏng' %}")
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="rId99"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    )
    document.add_paragraph()._p.append(link)
    document.add_paragraph("{%p endif %}")
    return saved(document)
