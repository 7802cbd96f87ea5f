"""Who signs, and how it is written (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.agency import Agency, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilRole
from vbgen.papers.frame.letterhead import is_of_party
from vbgen.words.agency.lines import agency_lines
from vbgen.words.names import fold, upper_vn

_COLLECTIVE = frozenset({SigningPower.COLLECTIVE, SigningPower.COLLECTIVE_DEPUTY})
_OF_THE_HEAD = frozenset({SigningPower.HEAD, SigningPower.COLLECTIVE})  # who signs so heads a body
_FOR_THE_HEAD = frozenset(
    {
        SigningPower.DEPUTY,
        SigningPower.BY_ORDER,
        SigningPower.AUTHORISED,
        SigningPower.ACTING,
    }
)
WIDTH_MM, SIZE_PT = 90.0, 14  # the signer's column of the shipped templates


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the signature, in capitals, and the name below it."""

    lines: tuple[str, ...]
    full_name: str
    plain: int = 0  # how many of the last lines are not bold: the Party's titles


@dataclass(frozen=True, slots=True)
class Parties:
    """Who signs a paper of two signatures: chair and secretary, the two sides of an agreement."""

    first: Signature
    second: Signature

    @classmethod
    def level(cls, first: Signature, second: Signature) -> "Parties":
        """Both with as many lines, so that their names stand at one height."""
        most = max(len(first.lines), len(second.lines))
        return cls(_lengthened(first, most), _lengthened(second, most))


def _lengthened(signed: Signature, most: int) -> Signature:
    blank = ("",) * (most - len(signed.lines))
    return replace(
        signed, lines=(*signed.lines, *blank), plain=signed.plain and signed.plain + len(blank)
    )


def signature(signer: Signer, agency: Agency) -> Signature:
    """`KT. GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC`, `TM. HỘI ĐỒNG` over `CHỦ TỊCH`, or the head's title alone."""
    said = "\n".join(_lines(signer, agency))
    lines = agency_lines(said, WIDTH_MM, SIZE_PT).lines
    return Signature(lines, signer.full_name, _plain_lines(signer, agency))


def _plain_lines(signer: Signer, agency: Agency) -> int:
    """How many lines the title takes, which the Party does not set in bold."""
    if not is_of_party(agency) or signer.power is SigningPower.ACTING:
        return 0
    return len(agency_lines(upper_vn(signer.position), WIDTH_MM, SIZE_PT).lines)


def _lines(signer: Signer, agency: Agency) -> Iterator[str]:
    """The right by which somebody signs, then the title; the head's title says both."""
    written = _of_party if is_of_party(agency) else _of_state
    for power, whom in _rights(signer, agency):
        yield f"{written(power)} {whom}"
    if signer.power is not SigningPower.ACTING:
        yield upper_vn(signer.position)


def _rights(signer: Signer, agency: Agency) -> Iterator[tuple[str, str]]:
    """`TM` and the collective, `KT` and the title that somebody signs in place of."""
    head, given = upper_vn(agency.head_title), upper_vn(signer.on_behalf_of)
    if signer.power in _COLLECTIVE:
        yield "TM", given or upper_vn(agency.name)
    if signer.power is SigningPower.COLLECTIVE_DEPUTY:
        yield "KT", "CHỦ TỊCH" if is_of_council(signer, agency) else head
    if signer.power in _FOR_THE_HEAD:
        yield signer.power.value, given or head


def _of_state(power: str) -> str:
    """`TM.`."""
    return f"{power}."


def _of_party(power: str) -> str:
    """`T/M`, as the Party writes it (Hướng dẫn 05-HD/VPTW, which replaces 36-HD/VPTW); `Q.` as the state does."""
    return "/".join(power) if len(power) > 1 else f"{power}."


def decider_name(signer: Signer, agency: Agency) -> str:
    """`Giám đốc Sở Công Thương Hà Nam`; `Ban Chấp hành Công đoàn …` where the body itself decides."""
    if signer.power not in _COLLECTIVE:
        return _head(agency)
    body = signer.on_behalf_of
    is_said = not body or fold(agency.full_name).startswith(fold(body))
    return agency.full_name if is_said else f"{body} {agency.full_name}"


def _head(agency: Agency) -> str:
    return f"{agency.head_title} {agency.full_name}"


def deciding_head(signers: Sequence[Signer], agency: Agency) -> str:
    """`Giám đốc Sở Công Thương Hà Nam`: who decides awards, whoever signs the paper at hand, and though nobody does."""
    own = _of_agency(signers, agency, by_head=True)
    return decider_name(own[0], agency) if own else _head(agency)


def find_signer(
    signers: Sequence[Signer],
    wanted: str,
    agency: Agency,
    *,
    council: bool,
    by_head: bool = False,
    paper: str = "",
) -> Signer:
    """The signer with the id `wanted`; without one, who signs such a paper as a rule.

    For the council who signs for the collective; a collegial body's papers too, but what its head decides in person.
    ProblemsFoundError where there is none, in which the `paper` is called so.
    """
    if wanted:
        fitting = [signer for signer in signers if signer.id == wanted]
    elif council:
        fitting = _of_council(signers, agency)
    else:
        fitting = _of_agency(signers, agency, by_head=by_head)
    if not fitting:
        missing = _unknown_signer(wanted) if wanted else _nobody(agency, council=council)
        raise missing.told_of(paper or _("Văn bản này"))
    return fitting[0]


def signers_of(campaign: Campaign) -> tuple[Signer, ...]:
    """The campaign's signers; the council's chair signs for it where no row says who does."""
    agency, signers = campaign.agency, campaign.signers
    chair = next((each for each in campaign.council if each.role is CouncilRole.CHAIR), None)
    if chair is None or any(is_of_council(signer, agency) for signer in signers):
        return signers
    seat = Signer(
        id=chair.id,
        full_name=chair.full_name,
        position=CouncilRole.CHAIR.label,
        power=SigningPower.COLLECTIVE,
        on_behalf_of=agency.council_name,
    )
    return (*signers, seat)


def find_second(signers: Sequence[Signer], wanted: str) -> Signer:
    """The signer with the id `wanted`, who signs beside the first; ProblemsFoundError where nobody is named."""
    found = next((signer for signer in signers if wanted and signer.id == wanted), None)
    if found is None:
        message = _("Văn bản này có hai chữ ký nhưng chưa ghi người ký thứ hai.")
        hint = _("Hãy ghi mã người ký thứ hai ở trang “{sheet}”.", sheet=_sheet())
        place = Place(sheet=_sheet())
        raise ProblemsFoundError(message, (Problem("no-second-signer", message, place, hint=hint),))
    return found


def _sheet() -> str:
    return Campaign.title_of("papers")


def _of_agency(signers: Sequence[Signer], agency: Agency, *, by_head: bool) -> list[Signer]:
    """Who signs for the agency, the usual one first: for a collegial body TM., where its head does not decide.

    Heads of other bodies, who sign beside the agency or in another's name, come after the agency's own.
    """
    own = [signer for signer in signers if not is_of_council(signer, agency)]
    order = [{SigningPower.HEAD}, _COLLECTIVE] if by_head else [_COLLECTIVE, {SigningPower.HEAD}]

    def usual(signer: Signer) -> tuple[bool, ...]:
        is_head = fold(signer.position) == fold(agency.head_title)
        powers = [signer.power not in each for each in order]
        is_other = signer.power in _OF_THE_HEAD and not is_head
        return (is_other, *powers)

    return sorted(own, key=usual)


def _of_council(signers: Sequence[Signer], agency: Agency) -> list[Signer]:
    """Who signs for the award council: by its name, else whoever signs for a collective that is not said."""
    own = [signer for signer in signers if is_of_council(signer, agency)]
    collective = [signer for signer in signers if signer.power in _COLLECTIVE]
    return own or [signer for signer in collective if not signer.on_behalf_of]


def is_of_council(signer: Signer, agency: Agency) -> bool:
    """Whether somebody signs for the award council: by its name, or by “Hội đồng” where the agency is none."""
    if signer.power not in _COLLECTIVE:
        return False
    of_council = {fold(agency.council_name), fold("Hội đồng")} - {fold(agency.name)}
    return fold(signer.on_behalf_of) in of_council


@dataclass(frozen=True, slots=True)
class _MissingSigner:
    """Who is missing, the sheet where somebody would be entered, and what to do there."""

    what: str
    table: str
    hint: str

    def told_of(self, paper: str) -> ProblemsFoundError:
        """The refusal of that paper."""
        message = _("{paper} chưa có người ký: {what}.", paper=paper, what=self.what)
        place = Place(sheet=Campaign.title_of(self.table))
        return ProblemsFoundError(message, (Problem("no-signer", message, place, hint=self.hint),))


def _unknown_signer(wanted: str) -> _MissingSigner:
    hint = _("Hãy thêm người ký vào trang “Người ký” hoặc sửa mã ở trang “Văn bản”.")
    return _MissingSigner(_("không có ai mang mã “{wanted}”", wanted=wanted), "papers", hint)


def _nobody(agency: Agency, *, council: bool) -> _MissingSigner:
    """The council's chair, or somebody of the agency."""
    if not council:
        hint = _("Hãy ghi {head} hoặc người ký thay vào trang “Người ký”.", head=agency.head_title)
        return _MissingSigner(_("trang “Người ký” chưa có ai"), "signers", hint)
    what = _("{council} chưa có Chủ tịch", council=agency.council_name)
    hint = _(
        "Ghi người có vai trò Chủ tịch vào trang “Hội đồng”. Cơ quan không có Hội đồng thì ghi "
        "người ký ở trang “Văn bản”."
    )
    return _MissingSigner(what, "council", hint)
