"""What each proposal's dossier still lacks, where the campaign keeps dossiers; folders that are nobody's."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from vbgen.campaign import Inspection
from vbgen.errors import Place, Problem, Severity
from vbgen.law.honour import Honour
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Dossier
from vbgen.messages import _
from vbgen.model.agency import AgencyLevel
from vbgen.model.paper import DOSSIERS
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import cited
from vbgen.papers.dossier_files import AttachedFile, DossierFiles
from vbgen.words.names import fold


def dossier_problems(
    case: Case, dossiers: DossierFiles, inspection: Inspection
) -> tuple[Problem, ...]:
    """Warnings alone; nothing where the campaign keeps no dossiers."""
    if not dossiers.is_kept:
        return ()
    return (*dossiers.problems, *_nobodys(case, dossiers), *_missing(case, dossiers, inspection))


def dossier_of(law: LawOfDay, honour: Honour, level: AgencyLevel | None) -> Dossier | None:
    """The dossier that the honour needs there: one for it alone before one for all of its type."""
    fitting = [
        rule
        for rule in law.all(Dossier)
        if rule.type is honour.type
        and rule.award in {"", honour.name}
        and rule.level in {None, level}
    ]
    return next(iter(sorted(fitting, key=lambda rule: not rule.award)), None)


def _nobodys(case: Case, dossiers: DossierFiles) -> Iterator[Problem]:
    for name in dict.fromkeys(file.nominee for file in dossiers.files):
        if name not in case.nominees:
            message = _("Thư mục hồ sơ “{name}” không mang mã đối tượng nào.", name=name)
            near = get_close_matches(name, list(case.nominees), n=1)
            hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
            hint = hint or _("Hãy đổi tên thư mục thành mã ở trang “Cá nhân, tập thể”.")
            place = Place(file=f"{DOSSIERS}/{name}")
            yield Problem("dossier-nobodys", message, place, Severity.WARNING, hint)


def _missing(case: Case, dossiers: DossierFiles, inspection: Inspection) -> Iterator[Problem]:
    for proposal in case.proposals:
        rule = dossier_of(case.laws[proposal.phase], proposal.honour, case.campaign.agency.level)
        if rule and (lacking := _lacking(case, proposal, rule, dossiers)):
            yield _lacks(case, proposal, rule, lacking, inspection)


def _lacking(case: Case, proposal: Proposal, rule: Dossier, dossiers: DossierFiles) -> list[str]:
    """The papers that the nominee's folder does not hold."""
    nominee = proposal.nominee.id
    has_initiative = any(each.nominee == nominee for each in case.campaign.initiatives)
    wanted = (*rule.attached, *(rule.with_initiative if has_initiative else ()))
    files = (*dossiers.of(nominee), *_written(case, proposal))
    return [paper for paper in wanted if not any(file.is_paper(paper) for file in files)]


def _written(case: Case, proposal: Proposal) -> Iterator[AttachedFile]:
    """The report that is written here, out of its own row: it needs no file."""
    nominee = proposal.nominee.id
    for row in case.campaign.achievements:
        if (row.phase, row.nominee) == (proposal.phase, nominee):
            yield AttachedFile(Path("bao-cao-thanh-tich"), nominee)
            yield AttachedFile(Path("ban-thanh-tich"), nominee)


def _lacks(
    case: Case, proposal: Proposal, rule: Dossier, lacking: list[str], inspection: Inspection
) -> Problem:
    message = _(
        "Hồ sơ của {who}, “{award}” còn thiếu: {papers}. [{source}]",
        who=case.who(proposal.nominee),
        award=proposal.honour.name,
        papers=", ".join(lacking),
        source=cited(rule),
    )
    folder = f"{DOSSIERS}/{proposal.nominee.id}"
    name = f"{'-'.join(fold(lacking[0]).split())}.pdf"
    hint = _("Hãy đặt tệp vào thư mục {folder}, ví dụ {name}.", folder=folder, name=name)
    spot = proposal.spots[0]
    place = inspection.place_of(spot.table, spot.row, spot.field)
    return Problem("dossier-incomplete", message, place, Severity.WARNING, hint)
