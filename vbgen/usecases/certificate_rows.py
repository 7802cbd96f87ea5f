"""The certificates of a scene as rows of a batch, in the list's order."""

import re
from dataclasses import replace
from datetime import date

from vbgen.batch.chunk import Row
from vbgen.docx import Picture
from vbgen.kinds.certificates import Certificate
from vbgen.kinds.context import context
from vbgen.kinds.library import Library
from vbgen.kinds.scene import Scene
from vbgen.model.dossier import code
from vbgen.usecases.batching import Batch
from vbgen.usecases.chunk_making import Paper
from vbgen.usecases.template_source import names_of, template_source
from vbgen.wording.names import fold

_ROWS = "certificates"  # the name that the template loops over
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def certificate_batch(scene: Scene, library: Library, *, made_on: date | None) -> Batch:
    """The certificates of a scene, one a row; `made_on` stands in their PDF files as the day of their making.

    A row's key is its number in the list and the name in plain letters: `0007-nguyen-thi-anh`. There are no rows
    when the template does not loop over `certificates`.
    """
    paper = _paper(scene, library)
    values = context(scene, names_of(paper.opened()))
    certificates = _certificates(values.pop(_ROWS, ()))
    numbers = scene.chosen or range(1, len(certificates) + 1)
    rows = tuple(_row(scene, number, one) for number, one in zip(numbers, certificates, strict=False))
    common = {name: _portable(value) for name, value in values.items()}
    return Batch(replace(paper, common=common, made_on=made_on), rows)


def certificates_in(batch: Batch) -> list[Certificate]:
    """The certificates that the rows print."""
    return [one for row in batch.rows for one in _certificates(row.values.get(_ROWS))]


def _paper(scene: Scene, library: Library) -> Paper:
    template = template_source(scene.kind, scene.campaign.agency.size_set)
    fragments = tuple((name, path.read_bytes()) for name, path in sorted(library.fragments().items()))
    return Paper(template, str(scene.kind.template), fragments)


def _certificates(made: object) -> list[Certificate]:
    return [one for one in made if isinstance(one, Certificate)] if isinstance(made, tuple) else []


def _portable(value: object) -> object:
    """A value that needs no file of this machine."""
    if isinstance(value, Picture) and not isinstance(value.image, bytes):
        return Picture(value.image.read_bytes(), value.width_mm, value.height_mm, value.alt)
    return value


def _row(scene: Scene, number: int, certificate: Certificate) -> Row:
    name = certificate.entry.name
    key = f"{number:04d}-{_NOT_IN_NAMES.sub('-', fold(name)).strip('-')}"
    return Row(key, str(certificate.name), _title(scene, name), {_ROWS: (certificate,)})


def _title(scene: Scene, name: str) -> str:
    """Of the PDF file: a document's own words, in Vietnamese whatever the clerk reads."""
    title = f"{scene.kind.title} của {name}"
    return (
        f"{title}, Quyết định số {code(scene.issue.number, scene.symbol, scene.issue.suffix)}" if scene.issue else title
    )
