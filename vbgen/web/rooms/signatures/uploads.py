"""Files that a form brought along, for the office to read: laid aside under a name of ours, gone afterwards."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.datastructures import UploadFile

from vbgen.office import temporary_folder

MOST_PDF_BYTES = 200_000_000


@contextmanager
def laid_aside(file: UploadFile) -> Iterator[Path]:
    """A copy of it, until the end of the block; what it is called by others names nothing here."""
    with temporary_folder("upload") as folder:
        path = Path(folder) / "file.pdf"
        with path.open("wb") as target:
            shutil.copyfileobj(file.file, target)
        yield path
