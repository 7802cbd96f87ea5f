"""What a person double-clicks to open the desk of a workspace: on Linux a .desktop file, on Windows a .cmd file."""

import sys
from collections.abc import Mapping

from vbgen.messages import _

_LINUX, _WINDOWS = "Ban-lam-viec.desktop", "Ban-lam-viec.cmd"


def launchers() -> Mapping[str, bytes]:
    """File name → content; a copied or moved workspace is opened where it is then."""
    return {_LINUX: _desktop().encode(), _WINDOWS: _cmd().encode()}


def _desktop() -> str:
    """`%k` is the file itself, which the shell finds its folder by."""
    opened = 'cd "$(dirname "$1")" && exec "$2" -m vbgen serve'
    words = ("sh", "-c", opened, "sh", "%k", sys.executable)
    line = " ".join(word if word == "%k" else f'"{_quoted(word)}"' for word in words)
    name = _("Bàn làm việc")
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={name}",
            f"Exec={line}",
            "Terminal=true",
            "",
        )
    )


def _quoted(word: str) -> str:
    """Within the double quotes of a .desktop file: its own escapes, then those of its strings."""
    for letter in ("\\", '"', "`", "$"):
        word = word.replace(letter, f"\\{letter}")
    return word.replace("\\", "\\\\").replace("%", "%%")


def _cmd() -> str:
    """Written for Windows, never run on it."""
    return f'@cd /d "%~dp0"\r\n@"{sys.executable}" -m vbgen serve\r\n'
