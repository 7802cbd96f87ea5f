"""What passed the vote becomes the award: the council's result written into the campaign's own data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.campaign.editing.versions import WorkbookSaving, keep_with, new_version
from vbgen.campaign.folder import Loaded
from vbgen.campaign.writing.granting import add_awards, with_awards
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.law.doubt import doubt_ways
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import Vote
from vbgen.model.people import Award, Nomination
from vbgen.office.acts import Answer, Request
from vbgen.office.editing.one_writer import only_writer
from vbgen.office.editing.open_workbook import OpenWorkbook
from vbgen.papers.body.council.cast_votes import CastVotes, cast_votes
from vbgen.papers.body.council.members import votes
from vbgen.papers.deciding import PhaseLaws, phase_laws
from vbgen.ways import WayOut

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class VotesAwarded(Answer):
    """The awards that were added, and the file that they stand in; None where none was."""

    file: Path | None
    awards: tuple[Award, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        told = [each.model_dump(mode="json") for each in self.awards]
        return {"files": [str(self.file)] if self.file else [], "awards": told}


@dataclass(frozen=True)
class AwardWhatPassed(Request[VotesAwarded]):
    """What passed the vote becomes the award, in the campaign's own file; what goes higher up is told."""

    campaign: Path
    phase: int | None = None  # every phase with votes, without
    day: date | None = None  # of the decision; the planned month without

    def carry_out(self, office: "Office") -> VotesAwarded:
        """Judge each vote by the law of its decision's day; an award that stands there already stays."""
        loaded = load_campaign(self.campaign, office.words)
        today = office.workspace.law(office.today)
        laws = PhaseLaws(today.on(self.day), {}) if self.day else phase_laws(loaded.campaign, today)
        count = _Count(loaded, laws, self.phase)
        awards = tuple(count.passed())
        if not awards:
            return VotesAwarded(None, (), problems=loaded.places.told(count.told))
        file = add_awards(self.campaign, loaded, awards, office.words)
        return VotesAwarded(file, awards, problems=loaded.places.told(count.told))


@dataclass(frozen=True)
class GrantProposals(Request[VotesAwarded]):
    """At the desk: what was carried becomes the award, and what nobody voted on where it was decided as proposed."""

    campaign: str
    is_decided: bool = False  # somebody states that who may decide has decided as proposed

    def carry_out(self, office: "Office") -> VotesAwarded:
        """Under the lock of a saving, which is kept as a version; a proposal that is awarded already stays."""
        office.confirm_may_write()
        with only_writer(OpenWorkbook.of(office, self.campaign).versions):
            book = OpenWorkbook.of(office, self.campaign)
            book.refuse_opened()
            loaded = load_campaign(book.file.parent, office.words)
            laws = phase_laws(loaded.campaign, office.workspace.law(office.today))
            count = _Count(loaded, laws, None)
            awards = (*count.passed(), *(count.as_proposed() if self.is_decided else ()))
            if awards:
                content = with_awards(book.file, loaded, awards, office.words)
                self._keep(office, book, content)
        return VotesAwarded(
            book.file if awards else None, awards, problems=loaded.places.told(count.told)
        )

    def _keep(self, office: "Office", book: OpenWorkbook, content: bytes) -> None:
        around, what = office.surroundings, WorkbookSaving(sheet=Campaign.title_of("awards"))
        contents = (book.data, content)
        version = new_version(book.versions, around.who, around.clock(), contents, what)
        keep_with(book.file, content, version)


class _Count:
    """The votes gone through once; what is left out is told on the way."""

    def __init__(self, loaded: Loaded, laws: PhaseLaws, phase: int | None) -> None:
        self.told: list[Problem] = []
        self._loaded, self._laws, self._phase = loaded, laws, phase
        self._waiting = loaded.campaign.ungranted
        self._members = sum(map(votes, loaded.campaign.council))
        self._names = {each.id: each.full_name for each in loaded.campaign.nominees}

    def passed(self) -> Iterator[Award]:
        """An award for each proposal that was carried and is not awarded yet."""
        campaign = self._loaded.campaign
        if campaign.votes and not self._members:
            raise self._no_voters()
        for row, vote, proposal in sorted(self._voted(), key=lambda found: found[0]):
            if proposal in self._waiting and self._is_ours(row, vote, proposal):
                yield _award_of(proposal)

    def as_proposed(self) -> Iterator[Award]:
        """An award for each proposal of a phase without votes on which the head may decide."""
        voted = {vote.phase for vote in self._loaded.campaign.votes}
        for row, proposal in enumerate(self._loaded.campaign.nominations):
            place = self._loaded.places.place_of("nominations", row, "award")
            is_open = proposal.phase not in voted and proposal in self._waiting
            if is_open and self._may_decide(proposal, place):
                yield _award_of(proposal)

    def _may_decide(self, proposal: Nomination, place: Place) -> bool:
        """Whether the head may; what nobody has proved of it is told, and no reason to leave it out."""
        law = self._laws.of(proposal.phase)
        power = law.power(law.book.find(proposal.award), self._loaded.campaign.agency.level)
        if power is None:
            self._tell(place, proposal, "beyond-power", _("trình cấp có thẩm quyền quyết định."))
        elif not power.proved:
            sentence = _("thẩm quyền quyết định chưa được xác minh.")
            self._tell(place, proposal, "power-unproved", sentence, *doubt_ways(power))
        return power is not None

    def _voted(self) -> Iterator[tuple[int, Vote, Nomination]]:
        """Each proposal with the vote that counts for it: by name, on its title or form, or on the whole list."""
        campaign = self._loaded.campaign
        phases = {each.phase for each in campaign.nominations}
        cast = {phase: self._cast_in(phase) for phase in phases if self._phase in {None, phase}}
        for proposal in campaign.nominations:
            if proposal.phase in cast:
                name = self._named(proposal.phase, proposal.award)
                if found := cast[proposal.phase].on(proposal.nominee, name):
                    yield *found, proposal

    def _cast_in(self, phase: int) -> CastVotes:
        votes_cast = self._loaded.campaign.votes
        return cast_votes(votes_cast, phase, lambda award: self._named(phase, award))

    def _named(self, phase: int, award: str) -> str:
        return self._laws.of(phase).book.find(award).name

    def _no_voters(self) -> ProblemsFoundError:
        title = self._loaded.campaign.title_of("council")
        message = _("Hội đồng chưa có thành viên nào có quyền biểu quyết.")
        hint = _("Hãy điền trang “{title}”.", title=title)
        place = self._loaded.places.place_of("council")
        return ProblemsFoundError(message, (Problem("no-voters", message, place, hint=hint),))

    def _is_ours(self, row: int, vote: Vote, proposal: Nomination) -> bool:
        """Whether it was carried and the head may decide on it; where not, that is told."""
        law, place = self._laws.of(vote.phase), self._cell(row)
        honour = law.book.find(proposal.award)
        if not law.carries(honour, Fraction(vote.votes_for, self._members)):
            self._tell(place, proposal, "not-carried", _("không đủ phiếu, không khen."))
            return False
        return self._may_decide(proposal, place)

    def _cell(self, row: int) -> Place:
        return self._loaded.places.place_of("votes", row, "votes_for")

    def _tell(
        self, place: Place, proposal: Nomination, code: str, sentence: str, *ways: WayOut
    ) -> None:
        message = _(
            "{who}, “{award}”: {sentence}",
            who=self._names.get(proposal.nominee, proposal.nominee),
            award=proposal.award,
            sentence=sentence,
        )
        severity = Severity.WARNING if ways else Severity.NOTE
        self.told.append(Problem(code, message, place, severity, ways=ways))


def _award_of(proposal: Nomination) -> Award:
    return Award.model_validate(proposal.model_dump())
