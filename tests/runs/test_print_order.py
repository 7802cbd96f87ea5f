"""The sample campaign's certificates as rows, in the order in which they are printed."""

from dataclasses import replace
from typing import Any, cast

import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import ROOT, SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.errors import UsageError
from vbgen.model.people import Nominee
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import paper_to_make
from vbgen.papers.certificate.print_order import print_key
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene
from vbgen.words.names import sort_key, upper_vn

LIBRARY = Library((ROOT / "templates",))


@pytest.fixture(scope="module")
def scene() -> Scene:
    campaign = load_campaign(SAMPLE, WORDS).campaign
    return (
        Drafter(LIBRARY).plan(campaign, ["certificate"], phase=2, law=law_on(2026, 1, 1)).scenes[0]
    )


def printed(scene: Scene, order: str) -> list[Nominee]:
    """Whom the certificates are for, as they leave the printer."""
    key = print_key(order, [unit.id for unit in scene.campaign.units])
    rows = paper_to_make(scene, LIBRARY).batch(made_on=None).rows
    entries = [one.entry for row in rows for one in cast("Any", row.values["certificates"])]
    return [entry.nominee for entry in sorted(entries, key=key)]


def test_units_come_in_the_office_s_order_and_their_rows_as_listed(scene: Scene) -> None:
    units = [unit.id for unit in scene.campaign.units]
    listed = printed(scene, "list")
    expected = sorted(listed, key=lambda nominee: units.index(nominee.unit))
    assert printed(scene, "unit") == expected != listed


def test_any_field_of_a_nominee_can_order_them_names_the_vietnamese_way(scene: Scene) -> None:
    ordered = [nominee.full_name for nominee in printed(scene, "full_name")]
    assert ordered == sorted(ordered, key=sort_key)


def test_every_order_holds_every_certificate_once(scene: Scene) -> None:
    listed = {nominee.id for nominee in printed(scene, "list")}
    for order in ("unit", "birth_year"):
        assert sorted(nominee.id for nominee in printed(scene, order)) == sorted(listed)


def test_an_unknown_order_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="list, unit, id"):
        print_key("màu áo", ())


def test_a_row_renders_to_one_certificate_with_its_own_name(scene: Scene) -> None:
    batch = paper_to_make(scene, LIBRARY).batch(made_on=None)
    one, other = batch.rows[:2]
    assert batch.paper.render(one) == batch.paper.render(one) != batch.paper.render(other)
    assert one.title.startswith("Giấy khen của ")
    assert upper_vn(one.title).endswith(one.name)


def test_chosen_certificates_keep_their_numbers(scene: Scene) -> None:
    every = paper_to_make(scene, LIBRARY).batch(made_on=None).rows
    chosen = paper_to_make(replace(scene, chosen=(3, 1)), LIBRARY).batch(made_on=None).rows
    assert [row.key for row in chosen] == [every[2].key, every[0].key]
    assert chosen[0].key.startswith("0003-")
