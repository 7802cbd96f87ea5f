"""What happens when LibreOffice is missing, lies, crashes or hangs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vbgen.errors import OutputError, OutsideProgramError, UnreadableFileError
from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.warm import WarmConverter
from vbgen.pages.pdf.document import pages_of

MakeOffice = Callable[[str], Converter]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def runs(tmp_path: Path) -> int:
    return len((tmp_path / "runs").read_text().splitlines())


def assert_nothing_half_written(folder: Path) -> None:
    assert all(pages_of(path) for path in folder.iterdir())


def test_a_machine_without_libreoffice_is_told_what_to_install() -> None:
    with pytest.raises(OutsideProgramError) as caught:
        Converter.probe({"PATH": "", "VBGEN_SOFFICE": "/nowhere/soffice"})
    assert "/nowhere/soffice" in str(caught.value)
    assert caught.value.exit_code == 5


def test_a_program_that_says_no_version_is_not_libreoffice(tmp_path: Path) -> None:
    liar = tmp_path / "soffice"
    liar.write_text("#!/bin/sh\necho hello\n")
    liar.chmod(0o755)
    with pytest.raises(OutsideProgramError, match="Không chạy được LibreOffice"):
        Converter.probe({"VBGEN_SOFFICE": str(liar)})


def test_every_file_becomes_a_pdf_of_its_name_in_order(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    out = tmp_path / "pdf"
    office = stand_in("for f in $files; do good $f; done")
    made = office.to_pdf(
        plain_files, out, workers=2, progress=lambda done, total: told.append((done, total))
    )
    assert made == [out / f"{name}.pdf" for name in ("một", "hai", "ba", "bốn")]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert runs(tmp_path) == 2
    assert_nothing_half_written(out)


def test_nothing_to_convert_is_no_work(stand_in: MakeOffice, tmp_path: Path) -> None:
    assert stand_in("exit 1").to_pdf([], tmp_path / "pdf") == []


def test_a_good_exit_code_without_a_file_is_a_failure(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(OutsideProgramError) as caught:
        stand_in("exit 0").to_pdf(plain_files[:1], tmp_path / "pdf")
    (problem,) = caught.value.problems
    assert problem.place.file == "một.docx"
    assert "không tạo được tệp PDF nguyên vẹn" in problem.message
    assert runs(tmp_path) == 2


def test_a_bad_exit_code_with_whole_files_is_a_success(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    assert (
        len(
            stand_in("for f in $files; do good $f; done; exit 7").to_pdf(
                plain_files, tmp_path / "pdf"
            )
        )
        == 4
    )


@pytest.mark.parametrize("half", ['head -c 300 "$1.pdf"', "echo %PDF-1.7", "true"])
def test_half_a_pdf_is_never_delivered(
    half: str, stand_in: MakeOffice, plain_files: list[Path], blank_pdf: Path, tmp_path: Path
) -> None:
    half = half.replace("$1.pdf", str(blank_pdf))
    script = f'for f in $files; do if says $f ba; then {half} > "$out/$(basename $f .docx).pdf"; else good $f; fi; done'
    out = tmp_path / "pdf"
    with pytest.raises(OutsideProgramError) as caught:
        stand_in(script).to_pdf(plain_files, out)
    assert [problem.place.file for problem in caught.value.problems] == ["ba.docx"]
    assert sorted(path.name for path in out.iterdir()) == ["bốn.pdf", "hai.pdf", "một.pdf"]
    assert_nothing_half_written(out)


def test_an_earlier_pdf_stays_as_it_was_when_its_renewal_fails(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "pdf"
    out.mkdir()
    (out / "một.pdf").write_bytes(b"earlier")
    with pytest.raises(OutsideProgramError):
        stand_in("exit 0").to_pdf(plain_files[:1], out)
    assert (out / "một.pdf").read_bytes() == b"earlier"


def test_a_file_that_kills_libreoffice_is_named_and_the_others_succeed(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    script = "for f in $files; do says $f hai && kill -9 $$; good $f; done"
    out = tmp_path / "pdf"
    with pytest.raises(OutsideProgramError) as caught:
        stand_in(script).to_pdf(plain_files, out)
    (problem,) = caught.value.problems
    assert (problem.place.file, problem.code) == ("hai.docx", "pdf-not-made")
    assert "dừng đột ngột" in problem.message
    assert len(list(out.iterdir())) == 3


def test_a_crash_that_does_not_come_again_is_no_problem(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    once = tmp_path / "crashed"
    script = f'for f in $files; do says $f hai && [ ! -e "{once}" ] && touch "{once}" && kill -9 $$; good $f; done'
    assert len(stand_in(script).to_pdf(plain_files, tmp_path / "pdf")) == 4


def test_a_hang_ends_in_time_with_every_process_it_started(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    child = tmp_path / "child"
    script = f'for f in $files; do says $f hai && {{ sleep 600 & echo $! >> "{child}"; wait; }}; good $f; done'
    with pytest.raises(OutsideProgramError, match="không chuyển được 1 tệp") as caught:
        stand_in(script).to_pdf(plain_files, tmp_path / "pdf", timeout_s=2)
    assert "không xử lý xong" in caught.value.problems[0].message
    assert len(list((tmp_path / "pdf").iterdir())) == 3
    for process in map(int, child.read_text().split()):
        assert not is_running(process)


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_slow_but_steady_work_is_not_a_hang(
    stand_in: MakeOffice, dozen_plain_files: list[Path], tmp_path: Path
) -> None:
    office = stand_in("for f in $files; do sleep .4; good $f; done")
    assert len(office.to_pdf(dozen_plain_files, tmp_path / "pdf", timeout_s=4.5)) == 12


def test_missing_files_are_all_named_before_the_work(stand_in: MakeOffice, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        stand_in("exit 0").to_pdf([tmp_path / "a.docx", tmp_path / "b.docx"], tmp_path / "pdf")
    assert [problem.place.file for problem in caught.value.problems] == ["a.docx", "b.docx"]


def test_two_files_of_one_name_are_refused(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match=r"một\.docx"):
        stand_in("exit 0").to_pdf([plain_files[0], plain_files[0]], tmp_path / "pdf")


def test_a_folder_that_cannot_be_written_is_named(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "pdf").write_text("a file, no folder")
    with pytest.raises(OutputError, match="Không tạo được thư mục"):
        stand_in("exit 0").to_pdf(plain_files, tmp_path / "pdf")


def test_a_warm_libreoffice_that_leaves_at_once_is_an_error(stand_in: MakeOffice) -> None:
    office = stand_in("exit 0").office
    with pytest.raises(OutsideProgramError, match="Không khởi động được"), WarmConverter(office):
        pass


def test_a_finished_file_is_delivered_while_the_next_ones_are_made(
    stand_in: MakeOffice, plain_files: list[Path], tmp_path: Path
) -> None:
    out, seen = tmp_path / "pdf", tmp_path / "seen"
    wait = f'for i in 1 2 3 4 5 6 7 8 9; do [ -e "{out}/một.pdf" ] && touch "{seen}" && break; sleep 0.2; done'
    stand_in(f"for f in $files; do good $f; done; {wait}").to_pdf(plain_files, out)
    assert seen.exists()
