"""The sample campaign's certificates as rows, in the order in which they are printed."""

from datetime import date

import pytest

from tests.sample.sample_campaign import ROOT, SAMPLE
from vbgen.errors import UsageError
from vbgen.kinds.library import Library
from vbgen.kinds.scene import Scene
from vbgen.load import load_campaign
from vbgen.usecases.certificate_rows import certificate_batch
from vbgen.usecases.drafting import Drafter
from vbgen.wording.names import sort_key

LIBRARY = Library((ROOT / "templates",))


@pytest.fixture(scope="module")
def scene() -> Scene:
    campaign = load_campaign(SAMPLE).campaign
    return Drafter(LIBRARY).plan(campaign, ["certificate"], phase=2, today=date(2026, 1, 1)).scenes[0]


def keys(scene: Scene, order: str) -> list[str]:
    return [row.key for row in certificate_batch(scene, LIBRARY, order=order).rows]


def nominees(scene: Scene, order: str) -> list[str]:
    return [key.split("-")[1] for key in keys(scene, order)]


def test_units_come_in_the_office_s_order_and_their_rows_as_listed(scene: Scene) -> None:
    units = [unit.id for unit in scene.campaign.units]
    unit_of = {nominee.id: nominee.unit for nominee in scene.campaign.nominees}
    listed = nominees(scene, "list")
    expected = sorted(listed, key=lambda nominee: units.index(unit_of[nominee]))
    assert nominees(scene, "unit") == expected
    assert expected != listed


def test_any_field_of_a_nominee_can_order_them_names_the_vietnamese_way(scene: Scene) -> None:
    names = {nominee.id: nominee.full_name for nominee in scene.campaign.nominees}
    ordered = [names[nominee] for nominee in nominees(scene, "full_name")]
    assert ordered == sorted(ordered, key=sort_key)


def test_every_order_holds_every_certificate_once(scene: Scene) -> None:
    assert sorted(keys(scene, "unit")) == sorted(keys(scene, "list")) == sorted(keys(scene, "birth_year"))
    assert len(set(keys(scene, "unit"))) == len(keys(scene, "unit"))


def test_an_unknown_order_is_told_with_those_there_are(scene: Scene) -> None:
    with pytest.raises(UsageError, match="unit, list, id"):
        certificate_batch(scene, LIBRARY, order="màu áo")


def test_a_row_renders_to_one_certificate_with_its_own_name(scene: Scene) -> None:
    batch = certificate_batch(scene, LIBRARY)
    one, other = batch.rows[:2]
    assert batch.paper.render(one) == batch.paper.render(one) != batch.paper.render(other)
    assert one.title.startswith("Giấy khen của ")
