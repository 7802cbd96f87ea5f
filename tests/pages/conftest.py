"""Programs that stand in for LibreOffice and crash, lie or hang; and small real Word files."""

import stat
from collections.abc import Callable, Iterable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from vbgen.pages.converter.convert import Converter

_HEAD = """\
#!/bin/sh
[ "$1" = --version ] && echo "LibreOffice 99.1.2.3 stand-in" && exit 0
echo run >> "{runs}"
while [ $# -gt 0 ]; do
  case "$1" in --outdir) out="$2"; shift;; *.docx) files="$files $1";; esac; shift
done
mkdir -p "$out"
good() {{ cp "{pdf}" "$out/$(basename "$1" .docx).pdf"; }}
says() {{ grep -q "$2" "$1"; }}
"""


@pytest.fixture
def blank_pdf(tmp_path: Path) -> Path:
    import pikepdf

    path = tmp_path / "blank.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


@pytest.fixture
def stand_in(tmp_path: Path, blank_pdf: Path) -> Callable[[str], Converter]:
    """A converter on a shell script; `$files` are the Word files, `good FILE` makes its PDF, `$out` the folder."""

    def make(script: str) -> Converter:
        path = tmp_path / "soffice"
        path.write_text(
            _HEAD.format(runs=tmp_path / "runs", pdf=blank_pdf) + script, encoding="utf-8"
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return Converter.probe({"VBGEN_SOFFICE": str(path)})

    return make


@pytest.fixture
def plain_files(tmp_path: Path) -> list[Path]:
    """Four files named by their words; a stand-in looks no further."""
    return _plain(tmp_path, ("một", "hai", "ba", "bốn"))


@pytest.fixture
def dozen_plain_files(tmp_path: Path) -> list[Path]:
    """Twelve such files: each a small part of what they take together."""
    return _plain(tmp_path, map(str, range(12)))


def _plain(folder: Path, names: Iterable[str]) -> list[Path]:
    paths = [folder / f"{name}.docx" for name in names]
    for path in paths:
        path.write_text(path.stem, encoding="utf-8")
    return paths


@pytest.fixture
def word_file(tmp_path: Path) -> Callable[..., Path]:
    """A Word file in Times New Roman, one paragraph a line."""

    def make(name: str, *lines: str, size_pt: float = 14, bold: bool = False) -> Path:
        document = docx.Document()
        for line in lines:
            run = document.add_paragraph().add_run(line)
            run.font.name, run.font.size, run.bold = "Times New Roman", Pt(size_pt), bold
        path = tmp_path / f"{name}.docx"
        document.save(str(path))
        return path

    return make
