"""What is handed to Word: the script, the list of files, the files themselves."""

import re
from pathlib import Path

import pytest

from vbgen.pages.converter.jobs import Job
from vbgen.windows_untried.word_export import SCRIPT, lay_out


def arguments(call: str) -> list[str]:
    (found,) = re.findall(re.escape(call) + r"\((.*?)\)", SCRIPT)
    return str(found).split(", ")


def test_word_opens_a_file_for_reading_without_questions_or_traces() -> None:
    in_order = {
        "FileName": "$source",
        "ConfirmConversions": "$false",
        "ReadOnly": "$true",
        "AddToRecentFiles": "$false",
        "PasswordDocument": "'vbgen'",
    }
    assert arguments("$word.Documents.OpenNoRepairDialog") == list(in_order.values())


def test_word_exports_the_whole_text_for_print_with_its_fonts_and_without_bookmarks() -> None:
    in_order = {
        "OutputFileName": "$target",
        "ExportFormat": "17",
        "OpenAfterExport": "$false",
        "OptimizeFor": "0",
        "Range": "0",
        "From": "1",
        "To": "1",
        "Item": "0",
        "IncludeDocProps": "$true",
        "KeepIRM": "$true",
        "CreateBookmarks": "0",
        "DocStructureTags": "$true",
        "BitmapMissingFonts": "$true",
        "UseISO19005_1": "$true",
    }
    assert arguments("$document.ExportAsFixedFormat") == list(in_order.values())


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("$word.Visible = $false", "Documents.Add()"),
        ("$word.DisplayAlerts = 0", "Documents.Add()"),
        ("$word.AutomationSecurity = 3", "Documents.Add()"),
        ("Say 'word.pid' ([string]$owner)", "OpenNoRepairDialog"),
        ("$document.Close($false)", "Insist { $word.Quit() }"),
        ("$word.NormalTemplate.Saved = $true", "Insist { $word.Quit() }"),
    ],
)
def test_the_script_does_things_in_a_safe_order(earlier: str, later: str) -> None:
    assert 0 < SCRIPT.index(earlier) < SCRIPT.index(later)


def test_the_script_is_plain_and_closes_what_it_opens() -> None:
    assert SCRIPT.isascii()
    bare = re.sub(r"'[^'\n]*'", "''", SCRIPT)
    assert "'" not in bare.replace("''", "")
    for opening, closing in ("{}", "()", "[]"):
        assert bare.count(opening) == bare.count(closing)


def test_word_finds_plain_names_beside_a_script_that_is_marked_as_utf_8(tmp_path: Path) -> None:
    source = tmp_path / "Quyết định “thử”.docm"
    source.write_bytes(b"words")
    (tmp_path / "desk").mkdir()
    script = lay_out(tmp_path / "desk", [Job(source, tmp_path / "x.pdf", "00007")])
    assert script.read_bytes().startswith(b"\xef\xbb\xbf")
    assert script.read_text(encoding="utf-8-sig") == SCRIPT
    assert b"\r\n" in script.read_bytes()
    assert (tmp_path / "desk" / "files.txt").read_text() == "00007.docm\n"
    assert (tmp_path / "desk" / "00007.docm").read_bytes() == b"words"
    assert sorted(path.name for path in (tmp_path / "desk").iterdir()) == [
        "00007.docm",
        "export.ps1",
        "files.txt",
        "out",
    ]
