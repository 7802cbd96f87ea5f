"""A paper that is opened is read, drafted and drawn once, and shown as its campaign shows it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from vbgen.office import Office, SeeCampaign, SeeDraft, Surroundings
from vbgen.pages.pdf.pictures import page_picture
from vbgen.web.moment import now

CAMPAIGN = "ha-nam-2022"
PAPERS = ("launch-notice", "council-minutes-phase-1", "certificate-phase-1")  # the last is carried


def test_a_paper_opened_alone_is_what_its_campaign_shows(made_workspace: Path) -> None:
    with Office.look(made_workspace, Surroundings({}, "Lan", now)) as office:
        seen = office.do(SeeCampaign(CAMPAIGN))
        opened = [office.do(SeeDraft(CAMPAIGN, stem)) for stem in PAPERS]
        beside = office.do(SeeDraft(CAMPAIGN, "council-decision"))

    assert [each.paper for each in opened] == [seen.paper(stem) for stem in PAPERS]
    assert opened[-1].paper is not None
    assert opened[-1].paper.carried_by == "award-decision"
    assert {each.title for each in opened} == {seen.title}
    assert (beside.paper, seen.paper("council-decision")) == (None, None)


@pytest.mark.parametrize(
    ("ink", "drawn"),
    [
        ("0 0 0", (0, 0, 0)),
        ("0.5 0.5 0.5", (130, 130, 130)),
        ("0.8 0 0", (204, 0, 0)),
    ],
)
def test_a_page_keeps_its_ink_on_white(
    ink: str, drawn: tuple[int, int, int], tmp_path: Path
) -> None:
    """Pages of black on white are drawn in shades of grey, which need not be searched for."""
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(72, 72))
        made.pages[0].Contents = made.make_stream(f"{ink} rg 0 0 36 72 re f".encode())
        made.save(tmp_path / "page.pdf")

    with Image.open(BytesIO(page_picture(tmp_path / "page.pdf", 1, dots_an_inch=72))) as found:
        assert found.mode == "P"
        shown = found.convert("RGB")

    assert shown.getpixel((60, 36)) == (255, 255, 255)
    inked = shown.getpixel((12, 36))
    assert isinstance(inked, tuple)
    assert all(abs(one - other) <= 2 for one, other in zip(inked, drawn, strict=True)), inked
