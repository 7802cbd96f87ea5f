"""Papers of an intent as vbgen 0.1 stored it: without values, which are computed again from the campaign."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from vbgen.law.office import rules_of
from vbgen.leftovers import temporary_folder
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue, Numbered
from vbgen.model.dossier import Honoured
from vbgen.office.issuing.intents import Bundle, honoured_by
from vbgen.office.issuing.materials import CAMPAIGN, LAW, options_of, read_campaign
from vbgen.office.making.paper_making import PaperToMake, paper_to_make
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.places import FRAGMENTS
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene

FORMAT = 1


def papers_of(numbered: Numbered) -> tuple[PaperToMake, ...]:
    """The papers, the main one first, by the kinds of today and the templates that were stored."""
    particulars, materials = numbered.intent.particulars, numbered.intent.materials
    signer = str(options_of(materials)["signer"])
    issue = Issue(
        numbered.number, particulars.day, numbered.golden_numbers, signer, numbered.suffix
    )
    with _unpacked(materials) as folder:
        found, library = _scenes(materials, particulars.day, folder)
        scenes = Bundle(found[0], tuple(found[1:])).issued(issue).scenes
        return tuple(paper_to_make(scene, library) for scene in scenes)


def honoured_of(materials: Mapping[str, bytes], day: date) -> tuple[Honoured, ...]:
    """The certificates' rows that a stored intent gives, in print order."""
    with _unpacked(materials) as folder:
        scenes, _library = _scenes(materials, day, folder)
        return tuple(row for scene in scenes[1:] for row in honoured_by(scene))


def _scenes(
    materials: Mapping[str, bytes], day: date, folder: Path
) -> tuple[Sequence[Scene], Library]:
    """The scenes of a stored intent, over the kinds that were stored with it."""
    library, options = Library((folder / "templates",)), options_of(materials)
    campaign = _as_then(read_campaign(materials[CAMPAIGN]))
    own = {key.removeprefix(LAW): value for key, value in materials.items() if key.startswith(LAW)}
    law = rules_of(own).on(day)
    emblem = next(iter(sorted(folder.glob("emblem.*"))), None)
    found: list[Scene] = []
    for paper in options["papers"]:
        kind = library.find(paper["kind"])
        made = agenda(campaign, [kind], phase=options["phase"], law=law, emblem=emblem).scenes
        found += [one for one in made if one.variant.id == paper["variant"]]
    return found, library


def _as_then(campaign: Campaign) -> Campaign:
    """The campaign with the words in its cells that 0.1 made of others: the phase stood before the name's year."""
    phases = [
        phase.model_copy(
            update={"movement_name": _phase_in_name(campaign.movement.name, phase.number)}
        )
        for phase in campaign.phases
    ]
    return campaign.model_copy(update={"phases": tuple(phases)})


def _phase_in_name(name: str, number: int) -> str:
    before, year, after = name.rpartition(" năm ")
    return f"{before} đợt {number}{year}{after}" if year else f"{name}, đợt {number}"


@contextmanager
def _unpacked(materials: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder like a workspace's, with the stored templates, as long as it is needed."""
    with temporary_folder("again") as name:
        folder = Path(name)
        for key, content in materials.items():
            path = folder / _place(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield folder


def _place(name: str) -> str:
    """`award-decision.template.docx` → `templates/award-decision/template.docx`."""
    first, _dot, rest = name.partition(".")
    if first == "fragment":
        return f"templates/{FRAGMENTS}/{rest}"
    return f"templates/{first}/{rest}" if rest in {"kind.toml", "template.docx"} else name
