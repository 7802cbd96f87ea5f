"""`python -m vbgen.word.source templates`: build every template.docx beside its template.xml, and every fragment."""

import sys
from pathlib import Path

from vbgen.word.source.package import build


def main(folder: Path) -> None:
    """Write each source's .docx beside it."""
    for source in sorted(folder.rglob("*.xml")):
        source.with_suffix(".docx").write_bytes(build(source))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
