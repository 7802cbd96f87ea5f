"""Times New Roman, or a font with its widths and every Vietnamese letter, before the work begins."""

import shutil
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.pages.converter.process import answer
from vbgen.words.fonts.display import DISPLAY_FONTS

FAMILIES = (
    "Times New Roman",
    "Liberation Serif",
    "Tinos",
)  # in the order in which LibreOffice takes them
VIETNAMESE_LETTERS = "".join(
    vowel + vowel.upper()
    for vowel in (
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    )
)
_PROBE_S = 30.0


def probe_fonts(environ: Mapping[str, str]) -> list[Problem]:
    """Nothing, or the one problem that LibreOffice would have with Vietnamese text in Times New Roman.

    Debian 12's fonts-liberation lacks 98 Vietnamese letters, and LibreOffice takes it before Tinos.
    Windows and macOS bring Times New Roman themselves and are not asked.
    """
    if sys.platform in {"win32", "darwin"}:
        return []
    program = shutil.which("fc-list", path=environ.get("PATH", ""))
    if program is None:
        message = _("Không kiểm tra được phông chữ vì thiếu chương trình fc-list.")
        return [
            Problem(
                "fonts-unknown",
                message,
                severity=Severity.WARNING,
                hint=_("Hãy cài gói fontconfig."),
            )
        ]
    installed = [family for family in FAMILIES if _files(program, family)]
    if not installed:
        return [_missing(_("Máy này không có phông Times New Roman hoặc phông cùng cỡ chữ."))]
    taken = installed[0]
    if _files(program, taken, letters=VIETNAMESE_LETTERS):
        return []
    return [_missing(_("Phông “{font}” trên máy này thiếu chữ tiếng Việt.", font=taken))]


def times_file(environ: Mapping[str, str]) -> Path | None:
    """The file of Times New Roman, or of a font of its widths; None where none is found."""
    program = shutil.which("fc-list", path=environ.get("PATH", ""))
    if program is None:
        return None
    for family in FAMILIES:
        wanted = f"{family}:style=Regular"
        found = answer([program, wanted, "file"], timeout_s=_PROBE_S) or ""
        if path := found.partition(":")[0].strip():
            return Path(path)
    return None


def probe_display_fonts(environ: Mapping[str, str], names: Iterable[str]) -> list[Problem]:
    """A problem for each of the display fonts named that this machine lacks: another would stand in the PDF file.

    Nothing where no fc-list can tell.
    """
    program = shutil.which("fc-list", path=environ.get("PATH", ""))
    if program is None:
        return []
    return [_lacks(name) for name in names if not _has(program, name)]


@lru_cache(maxsize=32)
def _has(program: str, family: str) -> bool:
    return bool((answer([program, family, "file"], timeout_s=_PROBE_S) or "").strip())


def _lacks(name: str) -> Problem:
    message = _("Máy này không có phông “{font}” mà mẫu giấy khen dùng.", font=name)
    hint = _(
        "Hãy cài: sudo apt install {package}; hoặc chọn mẫu trang trí khác.",
        package=DISPLAY_FONTS[name].package,
    )
    return Problem("display-font-lacking", message, hint=hint)


def _files(program: str, family: str, letters: str = "") -> list[Path]:
    codes = " ".join(sorted({f"{ord(letter):x}" for letter in letters}))
    pattern = f"{family}:style=Regular" + (f":charset={codes}" if codes else "")
    said = answer([program, pattern, "file"], timeout_s=_PROBE_S) or ""
    return [Path(line.strip().rstrip(":")) for line in said.splitlines() if line.strip()]


def _missing(message: str) -> Problem:
    hint = _(
        "Hãy cài: sudo apt install fonts-liberation2 (Debian 12) hoặc fonts-croscore, rồi chạy lại."
    )
    return Problem("fonts-lack-vietnamese", message, hint=hint)
