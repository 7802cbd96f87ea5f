"""A draft taken over as a body: from then on its words are the office's own, its computed blocks stay computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import Place, Problem, Severity, UsageError
from vbgen.files import read_bytes, write_all
from vbgen.messages import _
from vbgen.model.paper import BODIES
from vbgen.office.acts import Answer, Request
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.taken_over import kept_beside
from vbgen.papers.bodies import ENDING, stem_of
from vbgen.papers.scene import Scene
from vbgen.ways import ChooseKind, ChoosePhase
from vbgen.word.body.taking import TakenBody, take_body

if TYPE_CHECKING:
    from vbgen.office.office import Office

_LARGEST = 200_000_000  # bytes of a draft with its pictures
_OLD = "_old"  # beside the bodies: those that gave way


@dataclass(frozen=True)
class DraftTakenOver(Answer):
    """The body that a draft became, and where the one before it lies, if there was one."""

    file: Path
    old: Path | None = None

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"body": str(self.file), "old": str(self.old) if self.old else None}


@dataclass(frozen=True)
class TakeDraftOver(Request[DraftTakenOver]):
    """Make a draft, or a draft that was corrected in Word, the body of its paper."""

    campaign: Path
    kind: str  # `award-decision`, `ke-hoach/van-nghe`
    phase: int | None = None
    source: Path | None = None  # the corrected draft; a fresh one without

    def carry_out(self, office: "Office") -> DraftTakenOver:
        """The draft read, its frame left out; the values that it printed kept beside the body."""
        library = office.workspace.library.for_campaign(self.campaign)
        drafter, loaded = Drafter(library), load_campaign(self.campaign, office.words)
        law, emblem = office.workspace.law(office.today), office.workspace.emblem
        planned = drafter.plan(
            loaded.campaign, (self.kind,), phase=self.phase, law=law, emblem=emblem
        )
        scene = _only(planned.scenes, self.kind)
        fragments, fresh = library.fragments(), drafter.draft(scene).docx
        drafted = take_body(fresh, scene.kind.id, fragments, scene.kind.block)
        taken, name = drafted, scene.kind.id
        if self.source:
            corrected, name = read_bytes(self.source, most=_LARGEST), self.source.name
            taken = take_body(corrected, name, fragments, scene.kind.block)
        folder = self.campaign / BODIES
        file = folder / f"{_stem(scene)}{ENDING}"
        old = _aside(file, taken.content)
        files = {file: taken.content, **kept_beside(scene, library, folder)}
        write_all({**files, **({old: file.read_bytes()} if old else {})})
        problems = (*_corrected_blocks(drafted, taken, name), *_lost_blocks(drafted, taken, name))
        return DraftTakenOver(file, old, problems=problems)


def _only(scenes: tuple[Scene, ...], kind: str) -> Scene:
    """The one paper that is meant; UsageError for none or several, and for a kind without a frame."""
    phases = tuple(scene.phase.number for scene in scenes if scene.phase)
    names = tuple(dict.fromkeys(f"{scene.kind.id}/{scene.variant.id}" for scene in scenes))
    if len(names) > 1:
        raise UsageError(_("Mỗi lần chỉ lấy được một dự thảo."), ways=(ChooseKind(names),))
    if len(scenes) > 1:
        raise UsageError(_("Mỗi lần chỉ lấy được một dự thảo."), ways=(ChoosePhase(phases),))
    if not scenes or scenes[0].kind.frame_file is None:
        raise UsageError(_("Không có dự thảo “{kind}” để lấy làm thân văn bản.", kind=kind))
    return scenes[0]


def _stem(scene: Scene) -> str:
    phase = scene.phase.number if scene.phase else None
    return stem_of(scene.kind.id, scene.variant.id, phase)


def _aside(file: Path, content: bytes) -> Path | None:
    """Where the body that stands there goes; None where none stands or it is the same."""
    if not file.is_file() or file.read_bytes() == content:
        return None
    places = (file.parent / _OLD / f"{file.stem}-{turn}{ENDING}" for turn in range(1, 10_000))
    return next(place for place in places if not place.exists())


def _corrected_blocks(drafted: TakenBody, taken: TakenBody, file: str) -> Iterator[Problem]:
    """A warning for each computed block in which something was corrected: it is computed again from the data."""
    for name, words in taken.blocks.items():
        if name in drafted.blocks and words != drafted.blocks[name]:
            message = _(
                "Phần “{name}” lấy từ dữ liệu nên chỗ sửa trong đó không giữ lại.", name=name
            )
            hint = _("Hãy sửa số liệu trong bảng dữ liệu.")
            yield Problem("block-corrected", message, Place(file=file), Severity.WARNING, hint)


def _lost_blocks(drafted: TakenBody, taken: TakenBody, file: str) -> Iterator[Problem]:
    for name in _missing(drafted.blocks, taken.blocks):
        message = _("Phần “{name}” lấy từ dữ liệu không còn trong tệp.", name=name)
        hint = _("Nếu không cố ý xóa, hãy lấy lại từ dự thảo mới.")
        yield Problem("block-gone", message, Place(file=file), Severity.WARNING, hint)


def _missing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    yield from (name for name in before if name not in after)
