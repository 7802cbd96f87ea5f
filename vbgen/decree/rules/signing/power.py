"""Who may sign how: TM., KT., TL., TUQ., Q., held against the title below, the issuer and the authority."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.signing import SigningStep, signing_blocks
from vbgen.decree.rules.signing.titles import (
    Title,
    authority_words,
    has_one_head,
    heads_of,
    is_body_within,
    issuer_words,
    lets_deputies_sign,
    may_stand_in,
    title_of,
)
from vbgen.messages import _

_BY_TWO: Final = frozenset({"Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})
_OF_OTHERS: Final = frozenset({"KT", "TL", "TUQ"})
_COLLECTIVE: Final = ("ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")
_FOLLOWING: Final = frozenset({("TM", "KT"), ("TM", "Q"), ("TM", "TL"), ("TL", "KT")})
_BY_BODY: Final = frozenset(
    {"Kế hoạch", "Báo cáo", "Tờ trình", "Chương trình", "Đề án", "Phương án", "Quyết định"}
)


def check_powers(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Every signer's block, but for papers that two sides sign."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    by_two = paper.type is not None and paper.type.name in _BY_TWO
    for steps in signing_blocks(paper):
        if by_two:
            yield from _in_minutes(paper, steps)
        else:
            yield from _of_any_issuer(paper, steps)


def _of_any_issuer(paper: Paper, steps: Sequence[SigningStep]) -> Iterator[Hit]:
    """A block in a joint paper is wrong only where it would be wrong for each of the issuers."""
    judged = [list(_block(one, steps)) for one in paper.of_each_issuer]
    yield from min(judged, key=len)


def _in_minutes(paper: Paper, steps: Sequence[SigningStep]) -> Iterator[Hit]:
    """Nobody signs minutes for another."""
    is_minutes = paper.type is not None and paper.type.name == "Biên bản"
    for step in steps:
        if is_minutes and step.power in _OF_OTHERS:
            yield _hit("power.minutes", step)


def _block(paper: Paper, steps: Sequence[SigningStep]) -> Iterator[Hit]:
    yield from _twice(steps)
    for place, step in enumerate(steps):
        own = _title_below(steps, place)
        if step.power and own is not None:
            yield from _held_against_title(step, *own)
        yield from _held_against_issuer(paper, steps, place)
    yield from _deputy(steps)
    yield from _without_body(paper, steps)


def _title_below(steps: Sequence[SigningStep], place: int) -> tuple[SigningStep, Title] | None:
    """The first known title below a power, as long as no other power comes between."""
    for step in steps[place + 1 :]:
        title = title_of(step.words)
        if step.power or title is not None:
            return None if step.power or title is None else (step, title)
    return None


def _held_against_title(step: SigningStep, below: SigningStep, title: Title) -> Iterator[Hit]:
    head = title_of(step.words)
    if head is None or head.is_deputy:
        return
    wrong = _WRONG.get(step.power)
    if wrong is not None and wrong(head.head, below.words, title):
        values = {"title": below.line.text, "head": step.line.text}
        yield Hit(_RULE[step.power], _pair(step, below), below.line, values)


def _no_deputy(head: str, words: str, _title: Title) -> bool:
    return not may_stand_in(words, head)


def _no_unit_head(head: str, words: str, title: Title) -> bool:
    """Whether the title is the head's own or his deputy's, and none of a unit below."""
    return words == head or (title.is_deputy and title.head == head)


def _any_of_the_head(head: str, _words: str, title: Title) -> bool:
    return title.head == head


_WRONG: Final = {
    "KT": _no_deputy,
    "TL": _no_unit_head,
    "TUQ": _no_unit_head,
    "Q": _any_of_the_head,
}
_RULE: Final = {
    "KT": "power.stand-in",
    "TL": "power.by-order",
    "TUQ": "power.by-authority",
    "Q": "power.acting",
}


def _pair(step: SigningStep, below: SigningStep) -> str:
    return _("“{head}” đứng trên “{title}”", head=step.line.text, title=below.line.text)


def _twice(steps: Sequence[SigningStep]) -> Iterator[Hit]:
    """Two powers in one line, or one below another where none may follow."""
    powers = [step for step in steps if step.power]
    for step in powers:
        if step.words.startswith(("kt.", "tl.", "tm.", "tuq.", "q.")):
            yield _hit("power.double", step)
    for one, other in pairwise(powers):
        if (one.power, other.power) in _FOLLOWING:
            continue
        rule = "power.by-authority" if (one.power, other.power) == ("TUQ", "KT") else "power.double"
        values = {"title": other.line.text, "head": one.line.text}
        yield Hit(rule, _pair(one, other), other.line, values)


def _deputy(steps: Sequence[SigningStep]) -> Iterator[Hit]:
    """A deputy who does not say for whom he signs: no KT. right above his title."""
    for place, step in enumerate(steps):
        title = title_of(step.words)
        if step.power or title is None or not title.is_deputy:
            continue
        if place == 0 or _signs_alone(steps[place - 1], title):
            values = {"head": title.head.upper(), "title": step.line.text}
            yield Hit(
                "power.deputy", _("không có “KT.” trên “{title}”", **values), step.line, values
            )
        return


def _signs_alone(above: SigningStep, title: Title) -> bool:
    """Whether a deputy's title stands under TM. or TL. alone, or under his head's bare title."""
    over = title_of(above.words)
    if above.power == "TM":
        return not lets_deputies_sign(above.words)
    if above.power == "TL":
        return over is None or over.head != title.head
    return not above.power and over == Title(title.head, is_deputy=False)


def _held_against_issuer(paper: Paper, steps: Sequence[SigningStep], place: int) -> Iterator[Hit]:
    step, issuer = steps[place], issuer_words(paper)
    title, heads = title_of(step.words), heads_of(issuer)
    if step.power == "TM":
        yield from _body(paper, step, issuer)
    elif title is not None and heads and _heads_paper(steps, place, title):
        values = {"heads": heads[0].upper(), "issuer": issuer.upper()}
        yield from [_hit("power.title", step, **values)] if title.head not in heads else []


def _heads_paper(steps: Sequence[SigningStep], place: int, title: Title) -> bool:
    """Whether the title must be that of the issuer's head: the first line, or one below TM."""
    if title.is_deputy:
        return False
    above = steps[place - 1] if place else None
    if above is None or above.power != "TM":
        return place == 0
    return bool(steps[place].power) or above.words.startswith(_COLLECTIVE)


def _body(paper: Paper, step: SigningStep, issuer: str) -> Iterator[Hit]:
    """TM.: the body must be the issuer, and no head's own decision is signed so."""
    if title_of(step.words) is not None:
        return  # a title behind TM. is another rule's matter
    alone = has_one_head(issuer) and not is_body_within(step.words)
    if alone or _is_other_committee(step, issuer) or title_of(authority_words(paper)) is not None:
        yield _hit("power.collective", step, issuer=issuer.upper())


def _is_other_committee(step: SigningStep, issuer: str) -> bool:
    committee = next((name for name in _COLLECTIVE if step.words.startswith(name)), "")
    return bool(committee and issuer) and not _names_committee(issuer, committee)


def _names_committee(issuer: str, committee: str) -> bool:
    full = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}.get(committee, committee)
    short = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd"}[full]
    return full in issuer or short in issuer


def _without_body(paper: Paper, steps: Sequence[SigningStep]) -> Iterator[Hit]:
    """A people's committee's paper that its chairman signs in his own name."""
    first = steps[0] if steps else None
    if first is None or first.power in {"TM", "TL", "TUQ"} or paper.type is None:
        return
    title = title_of(first.words)
    committee = issuer_words(paper).startswith(_COLLECTIVE)
    if not committee or title is None or title.head != "chủ tịch":
        return
    yield from _missing_body(paper, first)


def _missing_body(paper: Paper, first: SigningStep) -> Iterator[Hit]:
    authority = authority_words(paper)
    if authority.startswith(_COLLECTIVE):
        yield _hit("power.collective-missing", first)
    elif paper.type is not None and paper.type.name in _BY_BODY and not paper.type.is_decision:
        yield _hit("power.collective-usual", first)


def _hit(rule: str, step: SigningStep, **values: str) -> Hit:
    return Hit(rule, _("ghi là “{text}”", text=step.line.text), step.line, values)


CHECKS: Final = (check_powers,)
