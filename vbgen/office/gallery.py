"""All designs of certificates in one PDF file, with the office's own data: to be seen before one is chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import Problem, UsageError
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import find_pdf_maker
from vbgen.messages import _
from vbgen.model.movement import SubjectKind
from vbgen.office.acts import Answer, Request
from vbgen.office.making.paper_making import paper_to_make
from vbgen.office.setting.workspace import shipped_sample
from vbgen.outputs import write_output
from vbgen.pages.converter.fonts import probe_display_fonts
from vbgen.pages.pdf.joining import joined
from vbgen.pages.pdf.labelling import labelled
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.honours import awards
from vbgen.papers.kinds.designs import Design
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene
from vbgen.words.fonts.display import DISPLAY_FONTS

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class DesignShown:
    """A design: the word that chooses it, what it is, and what Word shows on a machine without its fonts."""

    name: str
    title: str
    about: str
    family: str
    fonts: tuple[str, ...]
    without_fonts: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "name": self.name,
            "title": self.title,
            "about": self.about,
            "family": self.family,
            "fonts": list(self.fonts),
            "word_shows": list(self.without_fonts),
        }


@dataclass(frozen=True)
class GalleryDrawn(Answer):
    """The file, and its designs in the order of its pages."""

    file: Path
    designs: tuple[DesignShown, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "file": str(self.file),
            "designs": [design.as_json() for design in self.designs],
        }


@dataclass(frozen=True)
class DrawGallery(Request[GalleryDrawn]):
    """Draw one certificate of a campaign, or of the sample, in every design, into one PDF file."""

    file: Path
    campaign: Path | None = None

    def carry_out(self, office: "Office") -> GalleryDrawn:
        """A page a design; the word that chooses it stands at the foot of its page."""
        library = office.workspace.library
        designs, scenes = list(library.designs().values()), self._scenes(office, library)
        environ = office.surroundings.environ
        papers = [_drawn(_fitting(scenes, design), design, library) for design in designs]
        with temporary_folder("gallery") as name:
            words = [Path(name) / f"{number:03d}.docx" for number in range(len(papers))]
            for path, paper in zip(words, papers, strict=True):
                path.write_bytes(paper)
            made = find_pdf_maker(environ).to_pdf(words, Path(name))
            pages = joined([path.read_bytes() for path in made])
        write_output(self.file, labelled(pages, [design.name for design in designs]))
        return GalleryDrawn(
            self.file,
            tuple(map(shown_design, designs)),
            problems=tuple(_lacking(designs, environ)),
        )

    def _scenes(self, office: "Office", library: Library) -> list[Scene]:
        """The papers of certificates that the campaign gives; UsageError where there are none."""
        workspace = office.workspace
        campaign = load_campaign(self.campaign or shipped_sample(), office.words).campaign
        kinds = [kind for kind in map(library.find, library.names()) if kind.page_filling]
        law, emblem = workspace.law(office.today), workspace.emblem
        found = agenda(campaign, kinds, phase=None, law=law, emblem=emblem).scenes
        if not found:
            raise UsageError(_("Phong trào chưa có ai được khen nên chưa có giấy khen để xem."))
        return list(found)


def _fitting(scenes: Sequence[Scene], design: Design) -> Scene:
    """Certificates of a kind that is made for the design's family; else the first ones."""
    family = design.declared.family
    used = ((scene, scene.kind.design_used) for scene in scenes)
    alike = [scene for scene, own in used if own and own.family is family]
    return min(alike, key=_best, default=scenes[0])


def _best(scene: Scene) -> tuple[bool, bool]:
    return min(map(_rank, awards(scene).entries))


def _drawn(scene: Scene, design: Design, library: Library) -> bytes:
    """One certificate in a design: a person's with flags, else the first person's, else the first."""
    entries = awards(scene).entries
    chosen = min(range(len(entries)), key=lambda place: _rank(entries[place]))
    kind = scene.kind.in_design(design.name)
    return paper_to_make(replace(scene, kind=kind, chosen=(chosen + 1,)), library).docx()


def _rank(entry: HonourEntry) -> tuple[bool, bool]:
    """What is shown first: of a person, and of an honour whose certificate has flags."""
    return entry.nominee.subject is SubjectKind.COLLECTIVE, not entry.honour.has_flags


def shown_design(design: Design) -> DesignShown:
    """A design as whoever chooses reads of it."""
    declared = design.declared
    fonts = tuple(dict.fromkeys(filter(None, (declared.title_font, declared.name_font))))
    return DesignShown(
        design.name,
        declared.title,
        declared.about,
        declared.family.value,
        fonts,
        tuple(DISPLAY_FONTS[font].instead for font in fonts),
    )


def _lacking(designs: Sequence[Design], environ: Mapping[str, str]) -> Iterator[Problem]:
    named = dict.fromkeys(font for design in designs for font in shown_design(design).fonts)
    yield from probe_display_fonts(environ, named)
