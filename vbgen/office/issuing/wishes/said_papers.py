"""An issued paper in its own words: what its template was given, as it is kept with the paper."""

import contextlib
from collections.abc import Mapping

from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.office.issuing.materials import VALUES
from vbgen.office.stored.paper import read, stem_of
from vbgen.office.stored.slots import Filling
from vbgen.office.stored.writing import PICTURE
from vbgen.register import Entry, Register


def said_by(register: Register, archive: Archive, entry: Entry) -> Mapping[str, object]:
    """Name of the template → its value, numbers in their places; nothing where it was kept otherwise or is damaged."""
    kept = {file.name: file.digest for file in register.files(entry.id)}
    name = f"{stem_of(entry.kind, entry.variant)}{VALUES}"
    if name not in kept:
        return {}
    numbers = register.numbered(entry).golden_numbers
    with contextlib.suppress(ArchiveMissingError, ArchiveDamagedError):
        pictures = {
            file: archive.get(digest) for file, digest in kept.items() if file.startswith(PICTURE)
        }
        filling = Filling(entry.number, numbers, entry.suffix)
        return read(archive.get(kept[name]), pictures, filling)[1].values
    return {}
