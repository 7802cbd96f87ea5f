"""Copies (sao y, sao lục, trích sao): numbered in their own series, registered, kept and laid out."""

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.campaign import load_campaign
from vbgen.errors import Problem
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import Consent
from vbgen.office.acts import Answer
from vbgen.office.agreeing import DoubtfulRequest, Weighed, keyed
from vbgen.office.copying.preparing import CopyWish, ReadyCopy, prepare_copy
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import issue, resume
from vbgen.office.making.copy_foot import confirm_pages
from vbgen.office.overview.campaigns import campaign_named
from vbgen.register import Entry

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CopyMade(Answer):
    """A copy, as the register has it."""

    entry: Entry
    doubts: tuple[str, ...] = ()  # codes of what was agreed to
    files: dict[str, str] = field(default_factory=dict)  # name → digest

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {**self.entry.as_json(), "doubts": list(self.doubts), "files": self.files}


@dataclass(frozen=True)
class MakeCopy(DoubtfulRequest[CopyMade]):
    """A copy of an issued paper, or of pages from elsewhere, with its own number; asked again by its key it is one."""

    copy: CopyWish
    why: str = ""
    key: str = ""

    def weighed(self, office: "Office") -> Weighed[ReadyCopy]:
        """The copy with the number that it would get."""
        desk = office.desk_to_prepare()
        own = _own_data(office, self.copy.campaign)
        ready = prepare_copy(desk, self.copy, office.own_workspace.library, own)
        facts = {
            "particulars": asdict(ready.intent.particulars),
            "materials": {
                name: digest_of(content) for name, content in ready.intent.materials.items()
            },
        }
        return Weighed(ready, facts, keyed(ready.doubts))

    def carry_out(self, office: "Office") -> CopyMade:
        """Issued; OutsideProgramError before a number is taken where this machine makes no PDF files."""
        desk = office.with_copies(office.desk_to_begin(), wanted=True).desk
        identity = digest_of(self.key.encode())[:32] if self.key else ""
        if identity and desk.register.acts_of(identity):
            resume(desk, identity)
            return _made(desk, identity)
        ready: ReadyCopy = self.confirmed(office).ready
        agreed = Consent(tuple(sorted({doubt.code for doubt in ready.doubts})))
        intent = replace(ready.intent, consent=agreed, id=identity or ready.intent.id)
        confirm_pages(intent, desk.copies)
        return _made(desk, issue(desk, intent, self.why).id, ready.doubts)


def _own_data(office: "Office", name: str) -> Campaign | None:
    """The data of the campaign that tells whose copies these are, where one is named."""
    if not name:
        return None
    return load_campaign(campaign_named(office, name), office.words).campaign


def _made(desk: Desk, identity: str, doubts: tuple[Problem, ...] = ()) -> CopyMade:
    files = {file.name: file.digest for file in desk.register.files(identity)}
    agreed = tuple(doubt.code for doubt in doubts)
    return CopyMade(desk.register.entry(identity), agreed, files)
