"""The certificates of a campaign as rows of a batch, in print order."""

from collections.abc import Callable, Sequence
from typing import Any

from vbgen.batch.chunk import Row
from vbgen.docx import Picture
from vbgen.errors import UsageError
from vbgen.forms import resize
from vbgen.kinds.certificates import Certificate
from vbgen.kinds.context import context
from vbgen.kinds.honour_list import Entry
from vbgen.kinds.library import Library
from vbgen.kinds.scene import Scene
from vbgen.messages import _
from vbgen.model.agency import SizeSet
from vbgen.model.people import Nominee
from vbgen.usecases.batching import Batch
from vbgen.usecases.chunk_making import Paper
from vbgen.usecases.drafting import SMALL_SIZES, names_of
from vbgen.wording.names import sort_key

BY_UNIT, BY_LIST = "unit", "list"
_ROWS = "certificates"  # the name that the template loops over


def certificate_batch(scene: Scene, library: Library, *, order: str = BY_UNIT) -> Batch:
    """The certificates of a scene, one a row.

    `order`: `unit` (units in the office's own order, within them as listed), `list` (as the decision lists them),
    or any field of a nominee; UsageError for another word.
    """
    paper = _paper(scene, library)
    values = context(scene, names_of(paper.opened()))
    made = values.pop(_ROWS)
    certificates = [each for each in made if isinstance(each, Certificate)] if isinstance(made, tuple) else []
    ordered = sorted(enumerate(certificates), key=_order(scene, order))
    rows = tuple(_row(scene, certificate) for _number, certificate in ordered)
    return Batch(_with(paper, {name: _portable(value) for name, value in values.items()}), rows)


def _paper(scene: Scene, library: Library) -> Paper:
    template = scene.kind.template.read_bytes()
    if scene.campaign.agency.size_set is SizeSet.SMALL:
        template = resize(template, SMALL_SIZES)
    fragments = tuple((name, path.read_bytes()) for name, path in sorted(library.fragments().items()))
    return Paper(template, str(scene.kind.template), fragments)


def _with(paper: Paper, common: dict[str, object]) -> Paper:
    return Paper(paper.template, paper.name, paper.fragments, common, paper.pages)


def _portable(value: object) -> object:
    """A value that needs no file of this machine."""
    if isinstance(value, Picture) and not isinstance(value.image, bytes):
        return Picture(value.image.read_bytes(), value.width_mm, value.height_mm, value.alt)
    return value


def _row(scene: Scene, certificate: Certificate) -> Row:
    entry = certificate.entry
    key = "-".join((str(scene.phase_number), entry.nominee.id, entry.honour.name))
    title = _("{kind} của {name}", kind=scene.kind.title, name=entry.name)
    return Row(key, str(certificate.name), title, {_ROWS: (certificate,)})


def _order(scene: Scene, order: str) -> "Callable[[tuple[int, Certificate]], tuple[Any, ...]]":
    if order == BY_LIST:
        return lambda numbered: (numbered[0],)
    if order == BY_UNIT:
        places = {unit.id: number for number, unit in enumerate(scene.campaign.units)}
        return lambda numbered: (places.get(numbered[1].entry.nominee.unit, len(places)), numbered[0])
    known = _nominee_fields()
    if order not in known:
        names = ", ".join((BY_UNIT, BY_LIST, *known))
        raise UsageError(_("Không có thứ tự in “{order}”. Các thứ tự: {names}.", order=order, names=names))
    return lambda numbered: (_sorted_as(numbered[1].entry, order), numbered[0])


def _nominee_fields() -> Sequence[str]:
    return tuple(Nominee.model_fields)


def _sorted_as(entry: Entry, field: str) -> tuple[Any, ...]:
    """A field's value as it sorts: empty ones last, names the Vietnamese way."""
    value = getattr(entry.nominee, field)
    if value is None or value == "":
        return (1,)
    return (0, sort_key(value)) if isinstance(value, str) else (0, value)
