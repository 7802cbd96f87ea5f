"""What lies where in a folder of templates; told without reading a kind, for whoever asks for its files alone."""

from collections.abc import Iterable
from pathlib import Path

from vbgen.folders import files_of

DECLARATION = "kind.toml"
TEMPLATE = "template.docx"
FRAGMENTS = "_fragments"
FRAMES = "_frames"
COPY_FOOT = "copy-foot"  # the foot of copies, which is a paper of its own too
_FOOT_FILE = Path("_copies", "foot.docx")


def fragments_in(folders: Iterable[Path]) -> dict[str, Path]:
    """Name → file of every fragment that a template can include; that of an earlier folder wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in files_of(folder / FRAGMENTS, "*.docx"):
            found.setdefault(path.stem, path)
        if (foot := folder / _FOOT_FILE).is_file():
            found.setdefault(COPY_FOOT, foot)
    return found
