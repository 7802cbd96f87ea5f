"""What happens when Word lies, crashes, hangs or stays behind; stand-ins take the part of Windows."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.patience import comes_true
from vbgen.errors import OutputError, OutsideProgramError, UnreadableFileError
from vbgen.pages.pdf.document import pages_of
from vbgen.windows_untried.word import WordConverter, find_word
from vbgen.windows_untried.word_export import Windows

MakeWord = Callable[[str], WordConverter]
with_stand_ins = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

_POWERSHELL = """\
#!/bin/sh
echo run >> "{here}/runs"
echo "$@" >> "{here}/words"
for script; do :; done
desk=$(dirname "$script")
files=$(cat "$desk/files.txt")
word() {{ setsid sleep 600 > /dev/null 2>&1 & echo $! >> "{here}/started"; printf %s $! > "$desk/word.pid"; }}
quit() {{ kill "$(cat "$desk/word.pid")"; : > "$desk/word.pid"; }}
good() {{ cp "{pdf}" "$desk/out/${{1%.*}}.pdf"; }}
says() {{ grep -q "$2" "$desk/$1"; }}
"""

_TASKKILL = """\
#!/bin/sh
echo "$@" >> "{here}/killed"
while [ "$1" != /PID ]; do shift; done
kill -9 "$2"
"""


@pytest.fixture
def word(tmp_path: Path, blank_pdf: Path) -> Iterator[MakeWord]:
    """A converter on a shell script; `word` starts a Word, `quit` ends it, `good FILE` makes the PDF of `$files`."""

    def program(name: str, script: str) -> Path:
        path = tmp_path / name
        path.write_text(script, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def make(script: str) -> WordConverter:
        powershell = program(
            "powershell.exe", _POWERSHELL.format(here=tmp_path, pdf=blank_pdf) + script
        )
        return WordConverter(
            Windows(powershell, program("taskkill.exe", _TASKKILL.format(here=tmp_path)))
        )

    yield make
    assert not any(map(is_running_on, started(tmp_path)))


def started(tmp_path: Path) -> list[int]:
    said = tmp_path / "started"
    return list(map(int, said.read_text().split())) if said.exists() else []


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def is_running_on(process: int) -> bool:
    """Whether it has not even left a while after it was ended."""
    return not comes_true(lambda: not is_running(process))


def runs(tmp_path: Path) -> int:
    return len((tmp_path / "runs").read_text().splitlines())


def failed(caught: pytest.ExceptionInfo[OutsideProgramError]) -> dict[str, str]:
    return {problem.place.file or "": problem.message for problem in caught.value.problems}


def names(folder: Path) -> list[str]:
    assert all(pages_of(path) for path in folder.iterdir())
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="on Windows there may be a Word")
def test_there_is_no_word_outside_windows() -> None:
    assert find_word({"SYSTEMROOT": "Windows"}) is None


def test_word_is_driven_by_the_programs_of_windows_itself() -> None:
    windows = WordConverter.of_system(Path("Windows")).windows
    assert windows.powershell == Path("Windows/System32/WindowsPowerShell/v1.0/powershell.exe")
    assert windows.taskkill == Path("Windows/System32/taskkill.exe")


@with_stand_ins
def test_every_file_becomes_a_pdf_of_its_name_in_order(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    out = tmp_path / "pdf"
    maker = word("word; for f in $files; do good $f; done; quit")
    made = maker.to_pdf(
        plain_files, out, workers=3, progress=lambda done, total: told.append((done, total))
    )
    assert made == [out / f"{name}.pdf" for name in ("một", "hai", "ba", "bốn")]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert runs(tmp_path) == 1
    assert names(out) == ["ba.pdf", "bốn.pdf", "hai.pdf", "một.pdf"]
    assert not (tmp_path / "killed").exists()


@with_stand_ins
def test_no_name_of_a_clerk_stands_on_the_command_line(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    word("word; for f in $files; do good $f; done; quit").to_pdf(plain_files, tmp_path / "pdf")
    words = (tmp_path / "words").read_text()
    assert re.fullmatch(
        r"-NoProfile -NonInteractive -ExecutionPolicy Bypass -File \S+/export\.ps1\n", words
    )


@with_stand_ins
def test_nothing_to_convert_is_no_work(word: MakeWord, tmp_path: Path) -> None:
    assert word("exit 1").to_pdf([], tmp_path / "pdf") == []
    assert not (tmp_path / "runs").exists()


@with_stand_ins
def test_an_archive_copy_is_refused_before_anything_starts(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(OutsideProgramError, match="bản lưu trữ cần LibreOffice") as caught:
        word("word; quit").to_pdf(plain_files, tmp_path / "pdf", pdfa=True)
    assert caught.value.problems[0].code == "pdfa-needs-libreoffice"
    assert "libreoffice.org" in caught.value.problems[0].hint
    assert not (tmp_path / "runs").exists()
    assert not (tmp_path / "pdf").exists()


@with_stand_ins
def test_a_word_that_is_left_behind_is_ended_by_its_number(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    maker = word("word; for f in $files; do good $f; done")
    assert len(maker.to_pdf(plain_files, tmp_path / "pdf")) == 4
    (process,) = started(tmp_path)
    assert (
        tmp_path / "killed"
    ).read_text() == f"/F /T /PID {process} /FI IMAGENAME eq WINWORD.EXE\n"


@with_stand_ins
def test_a_word_that_was_left_to_the_clerk_is_not_ended(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    word('word; for f in $files; do good $f; done; : > "$desk/word.pid"').to_pdf(
        plain_files, tmp_path / "pdf"
    )
    (process,) = started(tmp_path)
    assert is_running(process)
    os.kill(process, 9)
    assert not (tmp_path / "killed").exists()


@with_stand_ins
@pytest.mark.parametrize("half", ['head -c 300 "{pdf}"', "echo %PDF-1.7", "true"])
def test_half_a_pdf_is_never_delivered(
    half: str, word: MakeWord, plain_files: list[Path], blank_pdf: Path, tmp_path: Path
) -> None:
    broken = half.format(pdf=blank_pdf) + ' > "$desk/out/${f%.*}.pdf"'
    maker = word(
        f"word; for f in $files; do if says $f ba; then {broken}; else good $f; fi; done; quit"
    )
    with pytest.raises(OutsideProgramError, match="không chuyển được 1 tệp") as caught:
        maker.to_pdf(plain_files, tmp_path / "pdf")
    assert failed(caught) == {
        "ba.docx": "Microsoft Word không tạo được tệp PDF nguyên vẹn từ văn bản này."
    }
    assert names(tmp_path / "pdf") == ["bốn.pdf", "hai.pdf", "một.pdf"]
    assert runs(tmp_path) == 2


@with_stand_ins
def test_all_that_word_refuses_are_named_with_its_reason(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    refuse = 'printf "Mật khẩu\\n không đúng." > "$desk/$f.fault"'
    maker = word(
        f"word; for f in $files; do if says $f '[bh]a'; then {refuse}; else good $f; fi; done; quit"
    )
    with pytest.raises(OutsideProgramError, match="không chuyển được 2 tệp") as caught:
        maker.to_pdf(plain_files, tmp_path / "pdf")
    said = "Microsoft Word không chuyển được văn bản này, báo rằng: Mật khẩu không đúng."
    assert failed(caught) == {"hai.docx": said, "ba.docx": said}
    assert names(tmp_path / "pdf") == ["bốn.pdf", "một.pdf"]


@with_stand_ins
def test_a_bad_exit_code_with_whole_files_is_a_success(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    assert (
        len(
            word("word; for f in $files; do good $f; done; exit 3").to_pdf(
                plain_files, tmp_path / "pdf"
            )
        )
        == 4
    )


@with_stand_ins
def test_an_earlier_pdf_stays_as_it_was_when_its_renewal_fails(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "pdf"
    out.mkdir()
    (out / "một.pdf").write_bytes(b"earlier")
    with pytest.raises(OutsideProgramError):
        word("word; quit").to_pdf(plain_files[:1], out)
    assert (out / "một.pdf").read_bytes() == b"earlier"


@with_stand_ins
def test_a_file_that_kills_word_is_named_and_the_others_succeed(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    crash = "if says $f hai; then quit; exit 3; fi"
    maker = word(f"word; for f in $files; do {crash}; good $f; done; quit")
    with pytest.raises(OutsideProgramError) as caught:
        maker.to_pdf(plain_files, tmp_path / "pdf")
    assert failed(caught) == {"hai.docx": "Microsoft Word dừng đột ngột khi xử lý văn bản này."}
    assert names(tmp_path / "pdf") == ["ba.pdf", "bốn.pdf", "một.pdf"]
    assert runs(tmp_path) == 3


@with_stand_ins
def test_a_crash_that_does_not_come_again_is_no_problem(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    once = tmp_path / "crashed"
    crash = f'if says $f hai && [ ! -e "{once}" ]; then touch "{once}"; kill -9 $$; fi'
    maker = word(f"word; for f in $files; do {crash}; good $f; done; quit")
    assert len(maker.to_pdf(plain_files, tmp_path / "pdf")) == 4


@with_stand_ins
def test_a_hang_ends_in_time_and_word_with_it(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    maker = word("word; for f in $files; do says $f hai && sleep 600; good $f; done; quit")
    with pytest.raises(OutsideProgramError) as caught:
        maker.to_pdf(plain_files, tmp_path / "pdf", timeout_s=2)
    assert list(failed(caught)) == ["hai.docx"]
    assert "không xử lý xong" in caught.value.problems[0].message
    assert names(tmp_path / "pdf") == ["ba.pdf", "bốn.pdf", "một.pdf"]
    assert len((tmp_path / "killed").read_text().splitlines()) == 2
    assert len(started(tmp_path)) == 3


@with_stand_ins
def test_slow_but_steady_work_is_not_a_hang(
    word: MakeWord, dozen_plain_files: list[Path], tmp_path: Path
) -> None:
    maker = word("sleep .4; word; for f in $files; do sleep .4; good $f; done; quit")
    assert len(maker.to_pdf(dozen_plain_files, tmp_path / "pdf", timeout_s=4.5)) == 12


@with_stand_ins
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('echo "Lớp chưa đăng ký" > "$desk/fault.txt"; exit 2', "tệp PDF: Lớp chưa đăng ký"),
        ("exit 1", "tệp PDF."),
        ("sleep 600", "tệp PDF."),
    ],
)
def test_a_word_that_does_not_start_is_tried_twice_and_told(
    script: str, said: str, word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(OutsideProgramError, match="Không khởi động được Microsoft Word") as caught:
        word(script).to_pdf(plain_files, tmp_path / "pdf", timeout_s=2)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message.endswith(said)) == ("word-does-not-start", True)
    assert "WINWORD.EXE" in problem.hint
    assert runs(tmp_path) == 2


@with_stand_ins
def test_a_word_that_starts_at_the_second_attempt_is_no_problem(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    first = f'[ "$(wc -l < "{tmp_path}/runs")" -gt 1 ] || exit 2'
    assert (
        len(
            word(f"{first}; word; for f in $files; do good $f; done; quit").to_pdf(
                plain_files, tmp_path / "p"
            )
        )
        == 4
    )


@with_stand_ins
def test_what_failed_earlier_is_told_with_a_word_that_starts_no_more(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    late = f'[ "$(wc -l < "{tmp_path}/runs")" -lt 3 ] || exit 2'
    maker = word(
        f"{late}; word; for f in $files; do says $f hai && {{ quit; exit 3; }}; good $f; done; quit"
    )
    with pytest.raises(OutsideProgramError) as caught:
        maker.to_pdf(plain_files, tmp_path / "pdf")
    assert [problem.code for problem in caught.value.problems] == [
        "pdf-not-made",
        "word-does-not-start",
    ]
    assert names(tmp_path / "pdf") == ["một.pdf"]


@with_stand_ins
def test_a_windows_without_powershell_is_told(plain_files: list[Path], tmp_path: Path) -> None:
    with pytest.raises(OutsideProgramError, match="Không khởi động được Microsoft Word"):
        WordConverter.of_system(tmp_path / "none").to_pdf(plain_files, tmp_path / "pdf")


@with_stand_ins
def test_word_is_started_anew_after_a_hundred_files(word: MakeWord, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.docx" for number in range(101)]
    for path in paths:
        path.write_text("x")
    made = word("word; for f in $files; do good $f; done; quit").to_pdf(paths, tmp_path / "pdf")
    assert made[-1] == tmp_path / "pdf" / "100.pdf"
    assert runs(tmp_path) == 2


@with_stand_ins
def test_missing_files_are_all_named_before_the_work(word: MakeWord, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        word("exit 0").to_pdf([tmp_path / "a.docx", tmp_path / "b.docx"], tmp_path / "pdf")
    assert [problem.place.file for problem in caught.value.problems] == ["a.docx", "b.docx"]


@with_stand_ins
def test_two_files_of_one_name_are_refused(
    word: MakeWord, plain_files: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match=r"một\.docx"):
        word("exit 0").to_pdf([plain_files[0], plain_files[0]], tmp_path / "pdf")
