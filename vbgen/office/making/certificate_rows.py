"""The certificates of a scene as rows of a batch, in the list's order."""

from datetime import date

from vbgen.office.making.batching import Batch
from vbgen.office.making.paper_making import paper_to_make
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene


def certificate_batch(scene: Scene, library: Library, *, made_on: date | None) -> Batch:
    """The certificates of a scene, one a row; `made_on` stands in their PDF files as the day of their making.

    A row's key is its number in the list and the name in plain letters: `0007-nguyen-thi-anh`. There are no rows
    when the template does not loop over `certificates`.
    """
    return paper_to_make(scene, library).batch(made_on=made_on)
