import os
from pathlib import Path

import pytest

from vbgen.errors import Severity
from vbgen.pages.converter.fonts import VIETNAMESE_LETTERS, probe_fonts
from vbgen.pages.pdf.document import check_pdf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def fonts_of_a_machine(folder: Path, script: str) -> dict[str, str]:
    program = folder / "fc-list"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": str(folder)}


def test_the_letters_to_ask_for_hold_every_vietnamese_vowel_with_every_tone() -> None:
    vowels = {letter for letter in VIETNAMESE_LETTERS if not letter.isascii()}
    assert len(vowels) == 134
    assert len(VIETNAMESE_LETTERS) == len(set(VIETNAMESE_LETTERS))


def test_a_machine_without_any_of_the_fonts_is_told_the_package(tmp_path: Path) -> None:
    (problem,) = probe_fonts(fonts_of_a_machine(tmp_path, "exit 0"))
    assert problem.code == "fonts-lack-vietnamese"
    assert "fonts-liberation2" in problem.hint


def test_the_font_that_libreoffice_would_take_counts_even_when_a_better_one_is_there(
    tmp_path: Path,
) -> None:
    script = (
        'case "$1" in *"Liberation"*charset*) ;; *Liberation*) echo /f/old.ttf:;; '
        "*Tinos*) echo /f/tinos.ttf:;; esac"
    )
    (problem,) = probe_fonts(fonts_of_a_machine(tmp_path, script))
    assert "Liberation Serif" in problem.message


def test_tinos_alone_is_enough(tmp_path: Path) -> None:
    assert (
        probe_fonts(fonts_of_a_machine(tmp_path, 'case "$1" in *Tinos*) echo /f/tinos.ttf:;; esac'))
        == []
    )


def test_a_machine_that_cannot_list_its_fonts_gets_a_warning(tmp_path: Path) -> None:
    (problem,) = probe_fonts({"PATH": str(tmp_path)})
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7\n", b"no pdf at all"])
def test_a_missing_or_damaged_pdf_is_one_problem(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "giấy khen.pdf"
    if content is not None:
        path.write_bytes(content)
    assert [problem.code for problem in check_pdf(path)] == ["pdf-unreadable"]
