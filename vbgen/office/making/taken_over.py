"""A draft taken over as a body: what its text said of the data is kept beside it, and held against the data now."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from pathlib import Path

from vbgen.errors import Place, Problem, Severity, TemplateError, UnreadableFileError
from vbgen.messages import _
from vbgen.office.making.paper_making import paper_for, paper_from
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_look import looked_at
from vbgen.office.stored.paper import PaperValues
from vbgen.papers.bodies import stem_of
from vbgen.papers.context import context
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene
from vbgen.word.template.fragments.including import BODY

CHANGED = "body-data-changed"
_FOLDER = "_taken"  # beside the bodies
_TEMPLATE, _BODY, _VALUES = ".template.docx", ".body.docx", ".json"
_NAME = "taken.docx"  # what the template is called while its values are read
_TOLD = 30  # changed values of one paper

Said = dict[str, list[str]]  # tag → what it printed, in order


@dataclass(frozen=True, slots=True)
class _Beside:
    """Where what was printed then lies: the template, the body that it had, and the values of its tags."""

    folder: Path
    stem: str

    def file(self, ending: str) -> Path:
        """One of the three files."""
        return self.folder / f"{self.stem}{ending}"


def _beside(scene: Scene, bodies: Path) -> _Beside:
    phase = scene.phase.number if scene.phase else None
    return _Beside(bodies / _FOLDER, stem_of(scene.kind.id, scene.variant.id, phase))


def kept_beside(scene: Scene, library: Library, bodies: Path) -> dict[Path, bytes]:
    """The files that keep what the paper's own text prints of the data today."""
    paper, place = _renamed(paper_for(scene, library)), _beside(scene, bodies)
    said = _said(scene, paper, is_framed=_is_framed(scene))
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    files = {place.file(_TEMPLATE): paper.template, place.file(_VALUES): f"{text}\n".encode()}
    body = dict(paper.fragments).get(BODY, b"") if _is_framed(scene) else b""
    return {**files, place.file(_BODY): body}


def changed_since(scene: Scene, library: Library) -> Iterator[Problem]:
    """A doubt for each value that the text says otherwise than the data now.

    Nothing for a body that was not taken over from a draft.
    """
    place = _beside(scene, scene.body.path.parent) if scene.body else None
    if scene.body is None or place is None or not place.file(_VALUES).is_file():
        return
    then: Said = json.loads(place.file(_VALUES).read_text("utf-8"))
    template, body = (place.file(ending).read_bytes() for ending in (_TEMPLATE, _BODY))
    paper = _renamed(paper_from(scene, library, template, body))
    try:
        now = _said(scene, paper, is_framed=bool(body))
    except (TemplateError, UnreadableFileError):
        return  # told where the paper itself is made
    for old, new in islice(_differing(then, now), _TOLD):
        yield _changed(scene.body.shown, old, new)


def _is_framed(scene: Scene) -> bool:
    """Whether the paper's own text is a body in a frame; else it stands in the kind's template."""
    return scene.body is not None or scene.kind.is_framed


def _renamed(paper: PaperOfRun) -> PaperOfRun:
    return replace(paper, name=_NAME)


def _differing(then: Said, now: Said) -> Iterator[tuple[str, str]]:
    for tag in then:
        for old, new in zip_longest(then[tag], now.get(tag, []), fillvalue=""):
            if old != new:
                yield old, new


def _changed(file: str, old: str, new: str) -> Problem:
    message = _(
        "Dữ liệu đã đổi từ khi lấy dự thảo làm thân: “{old}” nay là “{new}”.", old=old, new=new
    )
    hint = _("Hãy sửa trong thân văn bản, hoặc lấy lại dự thảo làm thân.")
    return Problem(CHANGED, message, Place(file=file, quote=old), Severity.WARNING, hint)


def _said(scene: Scene, paper: PaperOfRun, *, is_framed: bool) -> Said:
    """What the tags of the paper's own text print, those of the frame and of computed blocks left out."""
    values = PaperValues(context(scene, looked_at(paper).names)).as_read().values
    own = {f"{BODY}.docx"} if is_framed else {_NAME, f"{scene.kind.block}.docx"}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file, tag, text in paper.in_bounds(_printed, values):
        if Path(file).name in own:
            found[tag].append(text)
    return dict(found)


def _printed(paper: PaperOfRun, values: Mapping[str, object]) -> Sequence[tuple[str, str, str]]:
    shown = paper.opened().render_with_proof(values).shown
    return [(each.place.file, each.place.quote, each.text) for each in shown]
