"""Per unit one folder: the decision, the unit's extract of it, and the certificates of those who belong to the unit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import outgoing_name
from vbgen.model.stock import BLANK_A4
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import kept_materials, kept_papers
from vbgen.office.issuing.materials import CAMPAIGN, read_campaign
from vbgen.office.issuing.remaking import papers_of
from vbgen.office.issuing.signed_sheets import SignedSheets
from vbgen.office.issuing.wishes.known_papers import known_of
from vbgen.office.issuing.wishes.set_aside import UNITS, code_of
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import PaperToMake
from vbgen.office.references import find
from vbgen.outputs import write_own
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.register import Entry
from vbgen.register.entries import IN_FORCE

if TYPE_CHECKING:
    from vbgen.law.rulebook import LawOfDay
    from vbgen.office.office import Office

_EXTRACT = "award-extract"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True)
class FoldersMade(Answer):
    """The folder of each unit, with what was put there."""

    folder: Path
    files: tuple[Path, ...] = ()
    units: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "folder": str(self.folder),
            "units": list(self.units),
            "files": [str(path) for path in self.files],
        }


@dataclass(frozen=True)
class MakeUnitFolders(Request[FoldersMade]):
    """Per unit one folder: the decision, the unit's extract, its certificates, out of the archive."""

    reference: str  # `05/QĐ-SCT`
    year: int | None = None
    folder: Path | None = None  # beside the issued papers without

    def carry_out(self, office: "Office") -> FoldersMade:
        """Made; ProblemsFoundError for a paper that honours nobody."""
        desk = office.desk_to_look()
        entry = find(desk.register, self.reference, self.year)
        workspace = office.own_workspace
        law = workspace.law(entry.day)
        sorted_out = _Sorting(desk, entry, workspace.library, law)
        folder = self.folder or desk.out(entry.campaign) / UNITS / code_of(entry)
        files: dict[Path, bytes] = {}
        for unit, papers in sorted_out.folders().items():
            files |= {folder / _plain(unit) / name: data for name, data in papers.items()}
        write_own(files)
        units = tuple(dict.fromkeys(path.parent.name for path in files))
        return FoldersMade(folder, tuple(files), units)


@dataclass(frozen=True, slots=True)
class _Sorting:
    """One decision, sorted by the units of those whom it honours."""

    desk: Desk
    entry: Entry
    library: Library
    law: "LawOfDay"

    def folders(self) -> Mapping[str, Mapping[str, bytes]]:
        """Unit → name → content."""
        materials = kept_materials(self.desk, self.entry.id)
        if CAMPAIGN not in materials:
            raise self._honours_nobody()
        data = read_campaign(materials[CAMPAIGN])
        bare = self.desk.register.numbered(self.entry)
        numbered = replace(bare, intent=replace(bare.intent, materials=materials))
        certificates = [one for one in papers_of(numbered)[1:] if one.about.page_filling]
        places = self._places(data)
        if not places:
            raise self._honours_nobody()
        names = {unit.id: unit.name for unit in data.units}
        extracts = self._extracts(data)
        return {
            names.get(unit, _("Không thuộc đơn vị")): {
                **self._decision(),
                **extracts.get(unit, {}),
                **dict(self._certificates(certificates, numbers)),
                **self._signed_certificates(numbers),
            }
            for unit, numbers in places.items()
        }

    def _places(self, data: Campaign) -> dict[str, list[int]]:
        """Unit → places within the decision of its certificates that are in force."""
        units = {nominee.id: nominee.unit for nominee in data.nominees}
        found: dict[str, list[int]] = {}
        for row in self.desk.register.golden_book(document=self.entry.id):
            if row.state in IN_FORCE:
                found.setdefault(units.get(row.nominee, ""), []).append(row.place)
        return found

    def _decision(self) -> dict[str, bytes]:
        """As it goes out: signed files stand in the place of those that were signed."""
        signed = self.desk.register.newest_signed(self.entry.id)
        papers = kept_papers(self.desk, self.entry.id).items()
        found = {name: issued for name, issued in papers if name.startswith(self.entry.kind)}
        for name in signed.keys() & found.keys():
            del found[name]
            found[outgoing_name(name)] = self.desk.archive.get(signed[name].digest)
        return self._named(found)

    def _certificates(
        self, papers: Sequence[PaperToMake], places: Sequence[int]
    ) -> Iterator[tuple[str, bytes]]:
        begin = 0
        for paper in papers:
            end = begin + len(paper.certificates)
            if own := [place - begin for place in places if begin < place <= end]:
                yield f"{self._code}-{paper.about.stem}.docx", paper.on_stock(BLANK_A4, own).docx()
            begin = end

    def _signed_certificates(self, places: Sequence[int]) -> dict[str, bytes]:
        contents = SignedSheets.of(self.desk, self.entry).contents(places)
        return self._named({outgoing_name(name): content for name, content in contents})

    def _named(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        return {f"{self._code}-{name}": content for name, content in files.items()}

    def _extracts(self, data: Campaign) -> dict[str, dict[str, bytes]]:
        """Unit → its extract as a draft: the registry clerk numbers and signs the copy."""
        name, kind = self.entry.campaign, self.library.find(_EXTRACT)
        known = known_of(self.desk.register, data, name, self.desk.archive, quoted=True)
        planned = agenda(data, [kind], phase=self.entry.phase, law=self.law, known=known)
        drafter, found = Drafter(self.library), dict[str, dict[str, bytes]]()
        for scene in planned.scenes:
            if scene.variant.decision == self.entry.variant:
                unit = scene.variant.thing
                content = drafter.draft(scene).docx
                found[unit] = {f"{self._code}-trich-sao.docx": content}
        return found

    @property
    def _code(self) -> str:
        return code_of(self.entry)

    def _honours_nobody(self) -> ProblemsFoundError:
        message = _("Văn bản {code} không khen thưởng ai.", code=self.entry.code)
        return ProblemsFoundError(message, (Problem("honours-nobody", message),))


def _plain(name: str) -> str:
    """A unit's name as every disk takes it for a folder."""
    return _NOT_IN_NAMES.sub("-", name).strip(" .") or "-"
