"""What the check says of blocks, criteria, scores and what was registered."""

from typing import Any

import pytest
from hypothesis import given as having
from hypothesis import strategies as st

from tests.checks.check_cases import (
    BANG_KHEN,
    CSTDCS,
    GIAY_KHEN,
    LDTT,
    TTLDTT,
    campaign,
    found,
    ids,
    initiative,
    one,
    proposed,
    room,
)
from vbgen.errors import Severity
from vbgen.model.beforehand.block import BlockMember, Criterion, EmulationBlock, Score
from vbgen.model.beforehand.registration import Registration
from vbgen.papers.body.emulation.scores import ScoredCriterion, UnitScores, ranked

K1, K2 = (
    EmulationBlock(id="K1", name="Khối 1", most_points=100),
    EmulationBlock(id="K2", name="Khối 2"),
)
BOTH = (BlockMember(block="K1", unit="A"), BlockMember(block="K1", unit="B"))
WHOLE = Criterion(id="T", name="Nhiệm vụ", most_points=100)
OFF = Criterion(id="X", name="Chậm báo cáo", most_points=20, is_deduction=True)


def scored(unit: str, criterion: str = "T", **scores: int) -> Score:
    return Score.model_validate({"unit": unit, "criterion": criterion, **scores})


def block_of(**changes: object) -> dict[str, Any]:
    """A block of two units whose scores hold together."""
    scores = (scored("A", block_score=90), scored("B", block_score=80))
    whole = {"blocks": (K1,), "block_members": BOTH, "criteria": (WHOLE,), "scores": scores}
    return {**whole, **changes}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        (
            {"blocks": (K1, K2), "block_members": (*BOTH, BlockMember(block="K2", unit="A"))},
            ["unit-in-two-blocks", "block-of-one"],
        ),
        ({"block_members": BOTH[:1], "scores": ()}, ["block-of-one"]),
        ({"blocks": (K1.model_copy(update={"leader": "A"}),)}, []),
        (
            {
                "blocks": (K1.model_copy(update={"leader": "B"}),),
                "block_members": BOTH[:1],
                "scores": (),
            },
            ["block-of-one", "leader-outside-block"],
        ),
        (
            {
                "criteria": (WHOLE, Criterion(id="H", name="Thưởng", most_points=5)),
                "scores": (),
            },
            ["criteria-sum"],
        ),
        ({"criteria": (Criterion(id="T", name="Nhiệm vụ", most_points=90),)}, ["criteria-sum"]),
        ({"criteria": (WHOLE, OFF), "scores": ()}, []),
        (
            {"scores": (scored("A", block_score=101), scored("B", self_score=80, block_score=80))},
            ["score-above-most"],
        ),
        ({"scores": (scored("A", self_score=101),)}, ["score-above-most"]),
        ({"scores": (scored("A", block_score=90),)}, ["score-missing"]),
        ({"scores": (scored("A", block_score=0), scored("B", block_score=100))}, []),
        ({"block_members": (), "scores": (scored("A"),)}, ["block-of-one", "score-outside-block"]),
        (
            {
                "blocks": (K1, K2),
                "block_members": (*BOTH,),
                "criteria": (WHOLE, Criterion(id="Y", name="Riêng", most_points=9, block="K2")),
                "scores": (scored("A", "Y", self_score=5),),
            },
            ["block-of-one", "score-outside-block"],
        ),
    ],
)  # fmt: skip
def test_blocks_and_scores(changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(campaign(**block_of(**changes))) == expected


def test_a_sum_above_the_block_s_is_an_error_and_one_below_a_warning() -> None:
    for most, severity in ((101, Severity.ERROR), (99, Severity.WARNING)):
        rows = (Criterion(id="T", name="Nhiệm vụ", most_points=most),)
        told = one(campaign(**block_of(criteria=rows)), "criteria-sum")
        assert told.severity is severity
        assert told.spots[0].field == "most_points"


@pytest.mark.parametrize(
    ("nominee", "award", "expected"),
    [
        ("CN1", LDTT, []),
        ("TT1", TTLDTT, []),
        ("CN1", TTLDTT, ["registered-wrong-subject"]),
        ("TT1", LDTT, ["registered-wrong-subject"]),
        ("CN1", BANG_KHEN, ["registered-beyond-power"]),
        ("CN1", GIAY_KHEN, []),
    ],
)
def test_what_is_registered_can_be_given(nominee: str, award: str, expected: list[str]) -> None:
    people = (*campaign().nominees, room("TT1", "Phòng A", "A"))
    rows = (Registration(nominee=nominee, award=award),)
    assert ids(campaign(nominees=people, registrations=rows)) == expected


def test_a_title_that_nobody_registered_is_told_where_others_did() -> None:
    told = {"nominations": (proposed("CN1", CSTDCS),), "initiatives": (initiative("CN1"),)}
    others = (Registration(nominee="CN2", award=LDTT),)
    own = (Registration(nominee="CN1", award=CSTDCS),)
    for rows, is_told in (((), False), (others, True), ((*others, *own), False)):
        said = [each.id for each in found(campaign(**told, registrations=rows))]
        assert ("title-not-registered" in said) == is_told


def unit_with(name: str, points: int | None) -> UnitScores:
    line = ScoredCriterion(1, "Nhiệm vụ", 100, is_deduction=False, self_score=None, block_score=points, reason="")  # type: ignore[arg-type]  # fmt: skip
    return UnitScores(name, (line,))


@having(st.lists(st.integers(0, 5), max_size=12))
def test_a_rank_is_one_more_than_those_who_stand_above(sums: list[int]) -> None:
    told = ranked([unit_with(str(place), points) for place, points in enumerate(sums)])
    for unit in told:
        points = sums[int(unit.unit)]
        assert unit.rank == sum(other > points for other in sums) + 1
        assert unit.is_tied == (sums.count(points) > 1)
    ranks = [unit.rank or 0 for unit in told]
    assert ranks == sorted(ranks)


@having(st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=1, max_size=12))
def test_nobody_is_ranked_before_all_are_scored(sums: list[int | None]) -> None:
    told = ranked([unit_with(str(place), points) for place, points in enumerate([*sums, None])])
    assert [unit.unit for unit in told] == [str(place) for place in range(len(sums) + 1)]
    assert {unit.rank for unit in told} == {None}
