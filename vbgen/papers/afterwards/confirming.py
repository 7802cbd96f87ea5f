"""The award that a scene confirms, and the lost certificate that is made again with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.law.honour import UnknownHonourError
from vbgen.messages import _
from vbgen.model.afterwards.confirmation import Confirmation
from vbgen.model.afterwards.known import KnownCertificate, KnownPaper
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Award, Nominee
from vbgen.papers.body.afterwards.confirmed import ConfirmedAward, confirmed
from vbgen.papers.body.phases import phase_view
from vbgen.papers.body.recipients import NOTHING
from vbgen.papers.certificate.certificates import Certificate, certificates
from vbgen.papers.honours import awards
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.papers.scene import Remade, Scene
from vbgen.words.names import fold

CONFIRMATIONS = "confirmations"


def confirmation_of(scene: Scene) -> ConfirmedAward:
    """The award of the scene's row; ProblemsFoundError where neither the golden book nor the row has it."""
    row = scene.campaign.confirmations[0]
    found = _found(row, scene)
    if found is None:
        _refuse_unknown(row)
        row = _as_registered(row, scene)
    award = found[1].award if found else row.award
    return confirmed(row, found, _act(award, scene))


def _as_registered(row: Confirmation, scene: Scene) -> Confirmation:
    """The row with the decision's day as the register has it, books of past years included.

    ProblemsFoundError where the typed day is another.
    """
    year = row.decision_date.year if row.decision_date else None
    paper = scene.known.named(row.decision_number, year) or scene.known.named(row.decision_number)
    if paper is None or row.decision_date == paper.day:
        return row
    if row.decision_date is not None:
        raise _other_day(row, paper)
    return row.model_copy(update={"decision_date": paper.day})


def _other_day(row: Confirmation, paper: KnownPaper) -> ProblemsFoundError:
    message = _(
        "Sổ đăng ký ghi số {code} ngày {day}, khác ngày đã ghi ở xác nhận “{id}”.",
        code=paper.code,
        day=f"{paper.day:%d/%m/%Y}",
        id=row.id,
    )
    hint = _("Xem lại số, ngày quyết định; để trống ngày thì lấy theo sổ đăng ký.")
    return _refused("confirmation-other-day", message, hint)


def _refuse_unknown(row: Confirmation) -> None:
    """ProblemsFoundError for a row that the golden book does not know, and that does not say it itself."""
    if row.certificate:
        raise _not_in_book(row)
    if not all((row.name, row.award, row.decision_number)):
        raise _too_little(row)


def certificates_of(scene: Scene) -> tuple[Certificate, ...]:
    """The scene's certificates; one that is made again keeps its number."""
    numbers = scene.issue.golden_numbers if scene.issue and not scene.remade else ()
    made = certificates(awards(scene), numbers, scene.chosen, scene.kind.design_used)
    if scene.remade is None:
        return made
    golden = f" {scene.remade.golden_number}".rstrip()
    return tuple(replace(one, golden_number=golden) for one in made)


def remade_scenes(scene: Scene, kinds: Sequence[Kind]) -> Iterator[Scene]:
    """The lost certificate, where it is given out again."""
    if not scene.campaign.confirmations[0].is_remade:
        return
    for kind in kinds:
        part = phase_view(scene.campaign, scene.phase_number)
        variant = _variant_for(confirmation_of(scene).award, kind, scene)
        own = kind.in_design(kind.design_for(variant))
        bare = Scene(scene.campaign, own, variant, part, scene.law, scene.emblem)
        yield remade_scene(scene, bare)


def _variant_for(award: str, kind: Kind, scene: Scene) -> Variant:
    """The variant whose certificates such an award has; the first for one that today's law does not know."""
    try:
        honour = scene.law.honour(award)
    except UnknownHonourError:
        return kind.variants[0]
    fitting = (
        one
        for one in kind.variants
        if one.honours in {None, honour.type} and one.flags in {None, honour.has_flags}
    )
    return next(fitting, kind.variants[0])


def remade_scene(scene: Scene, certificate: Scene) -> Scene:
    """The lost certificate as it was: its recipient, its decision's number and day, its golden-book number."""
    said = confirmation_of(scene)
    day = said.decision_date
    remade = Remade(said.decision_number, day, said.golden_number)
    campaign = scene.campaign.model_copy(
        update={
            "nominees": (_nominee(said),),
            "units": (),
            "awards": (_award(said, scene),),
        }
    )
    variant = Variant(id=certificate.variant.id, title=certificate.variant.title)
    return replace(certificate, campaign=campaign, variant=variant, remade=remade)


def _nominee(said: ConfirmedAward) -> Nominee:
    is_collective = fold(said.caption) == fold("Tập thể")
    return Nominee(
        id="1",
        kind=RecipientKind.COLLECTIVE if is_collective else RecipientKind.INDIVIDUAL,
        honorific=said.caption or NOTHING,
        full_name=said.name,
        printed_post=said.post or NOTHING,
    )


def _award(said: ConfirmedAward, scene: Scene) -> Award:
    merit = said.merit or said.award
    return Award(
        phase=scene.phase_number,
        nominee="1",
        award=said.award,
        merit=merit,
        merit_opening=NOTHING,
    )


def _found(row: Confirmation, scene: Scene) -> tuple[KnownPaper, KnownCertificate] | None:
    wanted = "".join(row.certificate.split())
    for paper in scene.known.papers:
        for certificate in paper.certificates:
            if wanted and "".join(certificate.reference.split()) == wanted:
                return paper, certificate
    return None


def _act(award: str, scene: Scene) -> str:
    """`tặng Giấy khen`; what today's law does not know is given by the name that it had."""
    try:
        return scene.law.honour(award).phrase
    except UnknownHonourError:
        return f"tặng {award}"


def _not_in_book(row: Confirmation) -> ProblemsFoundError:
    message = _("Sổ vàng không có giấy khen “{certificate}”.", certificate=row.certificate)
    hint = _("Xem số quyết định và thứ tự trong sổ vàng, hoặc ghi các cột còn lại.")
    return _refused("no-such-certificate", message, hint)


def _too_little(row: Confirmation) -> ProblemsFoundError:
    message = _(
        "Xác nhận “{id}” chưa đủ: cần họ tên, danh hiệu, hình thức và số quyết định.", id=row.id
    )
    hint = _("Ghi giấy khen trong sổ vàng, hoặc các cột của sổ vàng năm đó.")
    return _refused("confirmation-incomplete", message, hint)


def _refused(code: str, message: str, hint: str) -> ProblemsFoundError:
    place = Place(sheet=Campaign.title_of(CONFIRMATIONS))
    return ProblemsFoundError(message, (Problem(code, message, place, hint=hint),))
