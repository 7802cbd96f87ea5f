"""An old paper made into a template: its frame drawn from now on, its values tags; proved by drafting it again."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.decree.parts.recognise import recognise
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, UsageError
from vbgen.files import read_bytes, write_all
from vbgen.intake.papers.bodies import body_of
from vbgen.intake.papers.tagging import Tagged, TagPut, has_tags, tag_values, tagged, with_block
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.paper import BODIES
from vbgen.office.acts import Answer, Request
from vbgen.office.making.drafting import Drafter
from vbgen.office.receiving.lines_read import lines_read
from vbgen.office.receiving.paper_alone import said_by_itself
from vbgen.outputs import DATA, write_output
from vbgen.papers.bodies import ENDING, find_bodies, stem_of
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document

if TYPE_CHECKING:
    from vbgen.office.office import Office

_LARGEST = 200_000_000  # bytes of a paper with its pictures
_KINDS = {"Quyết định": "award-decision", "Tờ trình": "nomination-list", "Biên bản": "council-minutes",
          "Báo cáo": "phase-summary"}  # fmt: skip
_BLOCKS = {
    "award-decision": "honours",
    "nomination-list": "nominations",
    "council-minutes": "votes",
}


@dataclass(frozen=True)
class TemplateMade(Answer):
    """The template: a body with tags; what was put where, and what of the paper's text drafting does not give again."""

    file: Path
    kind: str
    put: tuple[TagPut, ...]
    differing: tuple[tuple[str, str], ...]  # the old paper's words, the draft's

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "file": str(self.file),
            "kind": self.kind,
            "put": [each.as_json() for each in self.put],
            "differing": [list(each) for each in self.differing],
            "proved": not self.differing,
        }


@dataclass(frozen=True)
class MakeTemplate(Request[TemplateMade]):
    """Make an old paper the template of its kind: written beside the campaign's data, or where it is told."""

    old: Path
    campaign: Path | None = None  # None: what the paper itself says is its data
    kind: str = ""
    phase: int | None = None
    target: Path | None = None

    def carry_out(self, office: "Office") -> TemplateMade:
        """Cut the frame off, put the tags in, draft with it, hold both texts against each other; then write."""
        old = read_bytes(self.old, most=_LARGEST)
        if has_tags(old):
            raise UsageError(_("Tệp này đã có thẻ nên đã là mẫu."))
        campaign, kind = self._data(office)
        body = body_of(self.old)
        made, differing = _Trial(self, old, office, campaign, kind).best(body)
        target = self.target or self._place(kind)
        write_output(target, made.content, sort=_sort_at(target, old, body))
        problems = tuple(_differing_problems(differing, self.old.name))
        return TemplateMade(target, kind, made.put, differing, problems=problems)

    def _data(self, office: "Office") -> tuple[Campaign, str]:
        """The campaign whose values are looked for, and the paper's kind there."""
        if self.campaign is None:
            return said_by_itself(self.old, office, self.kind)
        campaign = load_campaign(self.campaign, office.words).campaign
        return campaign, self.kind or kind_of_paper(self.old)

    def _place(self, kind: str) -> Path:
        """Among the campaign's bodies, else beside the old paper."""
        if self.campaign is None:
            return self.old.with_name(f"{self.old.stem} - mẫu{ENDING}")
        return self.campaign / BODIES / f"{stem_of(kind, '', self.phase)}{ENDING}"


def _sort_at(target: Path, old: bytes, body: bytes) -> str:
    """A template of another old paper, or one changed since, stays; the same paper's, and its body, give way."""
    if target.is_file() and read_bytes(target, most=_LARGEST) == body:
        return DATA
    return f"{DATA}template {hashlib.sha256(old).hexdigest()}:"


def kind_of_paper(old: Path) -> str:
    """The kind that an old paper is of, by its type; what launches a movement is a launch."""
    paper = recognise(read_document(open_package(old)))
    return _KINDS.get(paper.type.name if paper.type else "", "launch-notice")


@dataclass(frozen=True)
class _Trial:
    """Drafts with a template on trial."""

    asked: MakeTemplate
    old: bytes
    office: "Office"
    campaign: Campaign
    kind: str

    def best(self, body: bytes) -> tuple[Tagged, tuple[tuple[str, str], ...]]:
        """Tags and the block of people where drafting gives the same text; else tags alone."""
        plain = tagged(body, tag_values(self.campaign), self.asked.old.name)
        plain_differing = self._differing(plain.content)
        for listed in self._with_lists(plain):
            differing = self._differing(listed.content)
            if len(differing) <= len(plain_differing):
                return listed, differing
        return plain, plain_differing

    def _with_lists(self, plain: Tagged) -> Iterator[Tagged]:
        people = [each.full_name for each in self.campaign.nominees]
        block = _BLOCKS.get(self.kind, "")
        listed = with_block(plain.content, block, people, self.asked.old.name) if block else None
        if listed is not None:
            yield replace(listed, put=(*plain.put, *listed.put))

    def _differing(self, body: bytes) -> tuple[tuple[str, str], ...]:
        """Where the draft's text is not the old paper's."""
        try:
            drafted = self._drafted(body)
        except ProblemsFoundError as error:
            return ((self.asked.old.name, error.message),)
        return tuple(_differences(self._old_lines, lines_read(drafted)))

    @cached_property
    def _old_lines(self) -> list[str]:
        return lines_read(self.old)

    def _drafted(self, body: bytes) -> bytes:
        workspace = self.office.workspace
        with temporary_folder("trial") as folder:
            stem = stem_of(self.kind, "", self.asked.phase)
            write_all({Path(folder) / BODIES / f"{stem}{ENDING}": body})
            library = workspace.library
            library = replace(library, bodies=find_bodies(Path(folder), library.names()))
            drafter, law = Drafter(library), workspace.law(self.office.today)
            planned = drafter.plan(
                self.campaign,
                (self.kind,),
                phase=self.asked.phase,
                law=law,
                emblem=workspace.emblem,
            )
            if not planned.scenes:
                raise UsageError(
                    _("Phong trào này chưa có dữ liệu để lập thử “{kind}”.", kind=self.kind)
                )
            return drafter.draft(planned.scenes[0]).docx


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield "\n".join(old[first:last]), "\n".join(new[start:end])


def _differing_problems(differing: Sequence[tuple[str, str]], name: str) -> Iterator[Problem]:
    for old, new in differing:
        message = _("văn bản cũ ghi “{old}”, lập lại ra “{new}”.", old=old[:200], new=new[:200])
        yield Problem("template-differs", message, Place(file=name), Severity.WARNING)
