"""A certificate is one page whatever its texts are; what does not fit is made smaller and reported, never clipped."""

import os
from pathlib import Path

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter, keep
from vbgen.office.setting.workspace import shipped
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.document import texts_of
from vbgen.papers.kinds.library import Library

NAMES = (
    "Y",
    "Nguyễn Hoàng Thảo Mai Phương Anh",
    "Nguyễn Phúc Hường Mộng Công Tằng Tôn Nữ Thị Quỳnh Hoa Diễm Châu",
    "A " * 400,
)
MERITS = (
    "tốt",
    "xuất sắc " * 12,
    "xuất sắc trong phong trào thi đua " * 12,
    "xuất sắc trong phong trào thi đua " * 40,
)


def crowded() -> Campaign:
    """The sample with names and merits from the shortest to the absurd."""
    campaign = load_campaign(SAMPLE, WORDS).campaign
    awards = [row for row in campaign.awards if row.phase == 1 and row.award == "Giấy khen"][
        -len(NAMES) :
    ]
    names = dict(zip((row.nominee for row in awards), NAMES, strict=True))
    nominees = tuple(
        each.model_copy(update={"full_name": names.get(each.id, each.full_name).strip()})
        for each in campaign.nominees
    )
    merits = tuple(
        row.model_copy(update={"merit": merit.strip()})
        for row, merit in zip(awards, MERITS, strict=True)
    )
    return campaign.model_copy(update={"nominees": nominees, "awards": merits})


def test_each_certificate_is_one_page_with_all_its_words(tmp_path: Path) -> None:
    drafter = Drafter(Library((shipped() / "templates",)))
    planned = drafter.plan(crowded(), ["certificate"], phase=1, law=law_on(2022, 7, 1))
    draft = next(drafter.drafts(planned))
    (pdf,) = Converter.probe(os.environ).to_pdf([keep(draft, tmp_path)], tmp_path)
    pages = [" ".join(page.split()) for page in texts_of(pdf)]
    assert len(pages) == len(NAMES)
    shown = " ".join(pages)
    for name, merit in zip(NAMES, MERITS, strict=True):
        assert " ".join(name.upper().split()) in shown
        assert shown.count(merit.split()[-1]) >= 1
    assert sum(page.count("xuất sắc trong phong trào thi đua") for page in pages) == 52


def test_what_fits_only_below_the_floor_is_reported_with_the_name() -> None:
    drafter = Drafter(Library((shipped() / "templates",)))
    planned = drafter.plan(crowded(), ["certificate"], phase=1, law=law_on(2022, 7, 1))
    told = next(drafter.drafts(planned)).problems
    problems = [problem for problem in told if problem.code != "no-emblem"]
    assert [problem.code for problem in problems] == ["certificate-misfit"] * len(problems)
    assert any("Họ và tên quá dài" in problem.message for problem in problems)
    assert any("Thành tích quá dài" in problem.message for problem in problems)
