"""`python -m vbgen.word.source templates`: build each template, fragment and design as the .docx beside its source."""

import sys
from collections.abc import Iterator
from pathlib import Path

from vbgen.word.source.designs import LAYOUT, build_design
from vbgen.word.source.package import build


def main(folder: Path) -> None:
    """Write each source's .docx beside it."""
    for source, content in built(folder):
        source.with_suffix(".docx").write_bytes(content)


def built(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Each source and the Word file that it describes."""
    for source in sorted(folder.rglob("*.xml")):
        if source.name != LAYOUT:
            yield source, build(source)
    for layout in sorted(folder.rglob(LAYOUT)):
        for declaration in sorted(layout.parent.glob("*.toml")):
            yield declaration, build_design(declaration)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
