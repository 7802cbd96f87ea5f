"""LibreOffice on this machine: where it is, which version, or the sentence that says how to get it."""

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.messages import _, quoted
from vbgen.pages.converter.process import answer

_PROBE_S = 60.0
_NAMES = ("soffice", "libreoffice")


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice, found and able to say its version."""

    path: Path
    version: str


def find_office(environ: Mapping[str, str]) -> LibreOffice:
    """LibreOffice as `VBGEN_SOFFICE` names it, or from the search path, or from where systems put it.

    Raises OutsideProgramError with what to install when there is none, or when what is there cannot run.
    """
    path = _path(environ)
    if path is None:
        raise OutsideProgramError(
            _no_office(), (Problem("office-missing", _no_office(), hint=_how_to_install()),)
        )
    said = answer([str(path), "--version"], timeout_s=_PROBE_S) or ""
    version = re.search(r"\d+(?:\.\d+)+", said)
    if version is None:
        raise _cannot_run(path)
    return LibreOffice(path, version[0])


def _path(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("VBGEN_SOFFICE")
    if named:
        return Path(named)
    found = (shutil.which(name, path=environ.get("PATH", "")) for name in _NAMES)
    on_path = next((Path(place) for place in found if place), None)
    return on_path or next((place for place in _usual_places(environ) if place.exists()), None)


def _usual_places(environ: Mapping[str, str]) -> Iterator[Path]:
    if sys.platform == "win32":
        for key in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if key in environ:
                yield Path(environ[key]) / "LibreOffice" / "program" / "soffice.com"
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
        yield Path(environ.get("HOME", "/")) / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _no_office() -> str:
    return _("Không tìm thấy LibreOffice trên máy này nên không tạo được tệp PDF.")


def _how_to_install() -> str:
    if sys.platform == "win32":
        return _("Hãy cài LibreOffice cho Windows từ libreoffice.org rồi chạy lại.")
    if sys.platform == "darwin":
        return _(
            "Hãy cài LibreOffice cho macOS từ libreoffice.org vào thư mục Applications rồi chạy lại."
        )
    return _(
        "Hãy cài bằng lệnh: sudo apt install libreoffice-writer-nogui fonts-croscore (Debian, "
        "Ubuntu); nếu đã cài ở chỗ khác, đặt biến VBGEN_SOFFICE là đường dẫn tới soffice."
    )


def _cannot_run(path: Path) -> OutsideProgramError:
    message = _("Không chạy được LibreOffice ở “{path}”.", path=quoted(path))
    hint = _("Hãy kiểm tra biến VBGEN_SOFFICE hoặc cài lại LibreOffice.")
    return OutsideProgramError(
        message, (Problem("office-does-not-run", message, Place(file=quoted(path)), hint=hint),)
    )
