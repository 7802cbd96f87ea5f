"""Every paper passes the decree's own check, whatever the agency is called, whoever signs, in both size sets."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.decree import FormFinding, lint
from vbgen.model.agency import SigningPower, SizeSet
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library

LONG = "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP, KHU CHẾ XUẤT VÀ KHU KINH TẾ CỬA KHẨU QUỐC TẾ"
# The slips of the real notice's own pen, which the data keeps; its recipients do not begin with "Như trên" either.
SLIPS = {
    "typing.brackets": "“ Đoàn kết",
    "typing.repeated-word": "1. Chỉ tiêu về thực hiện thực hiện nhiệm vụ chính trị",
    "typing.quotes": "8. Tiếp tục thực hiện các phong trào thi đua",
    "recipient.as-above": "Sở Nội vụ",
}


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(Library((shipped() / "templates",)))


@pytest.fixture(scope="module")
def sample() -> Campaign:
    return load_campaign(SAMPLE, WORDS).campaign


_COLLECTIVE = {SigningPower.COLLECTIVE, SigningPower.COLLECTIVE_DEPUTY}
_POSITIONS = {
    SigningPower.DEPUTY: "Phó Giám đốc",
    SigningPower.BY_ORDER: "Chánh Văn phòng",
    SigningPower.AUTHORISED: "Trưởng phòng",
    SigningPower.COLLECTIVE: "Chủ tịch",
    SigningPower.COLLECTIVE_DEPUTY: "Phó Chủ tịch",
}
_COMMITTEE = {
    "name": "ỦY BAN NHÂN DÂN TỈNH HÀ NAM",
    "full_name": "Ủy ban nhân dân tỉnh Hà Nam",
    "governing_body": "",
    "head_title": "Chủ tịch",
    "authority": "ỦY BAN NHÂN DÂN TỈNH HÀ NAM",
}


def changed(campaign: Campaign, agency: Mapping[str, object], power: SigningPower) -> Campaign:
    """The sample with other names in its agency, and whoever signs for the agency signing by that power.

    Only a collegial body is signed for as a whole.
    """
    is_whole = power in _COLLECTIVE
    update = {
        "power": power,
        "on_behalf_of": "Ủy ban nhân dân" if is_whole else "",
        "position": _POSITIONS.get(power, "Giám đốc"),
    }
    signers = tuple(
        signer if signer.power in _COLLECTIVE else signer.model_copy(update=update)
        for signer in campaign.signers
    )
    renamed = {**agency, **(_COMMITTEE if is_whole else {})}
    return campaign.model_copy(
        update={"agency": campaign.agency.model_copy(update=renamed), "signers": signers}
    )


def findings(drafter: Drafter, campaign: Campaign) -> Iterator[tuple[str, FormFinding]]:
    planned = drafter.plan(campaign, (), phase=None, law=law_on(2022, 12, 1))
    for draft in drafter.drafts(planned):
        for finding in lint(draft.docx, name=draft.stem).findings:
            yield draft.stem, finding


def is_slip(name: str, finding: FormFinding) -> bool:
    return (
        name == "launch-notice"
        and SLIPS.get(finding.rule, "\0") in f"{finding.found} {finding.place}"
    )


def test_the_sample_s_papers_pass_but_for_the_slips_of_the_real_notice(
    drafter: Drafter, sample: Campaign
) -> None:
    found = list(findings(drafter, sample))
    assert [(name, str(finding)) for name, finding in found if not is_slip(name, finding)] == []
    assert {finding.rule for _, finding in found} == set(SLIPS)


@pytest.mark.parametrize(
    ("name", "governing_body", "sizes"),
    list(product(["SỞ Y", LONG], ["", "UBND TỈNH X"], SizeSet)),
    ids=lambda value: str(value)[:12] or "none",
)
@pytest.mark.parametrize("power", [SigningPower.HEAD, SigningPower.DEPUTY], ids=str)
def test_papers_pass_for_any_name_and_size_set(
    drafter: Drafter,
    sample: Campaign,
    name: str,
    governing_body: str,
    sizes: SizeSet,
    power: SigningPower,
) -> None:
    agency = {
        "name": name,
        "authority": f"GIÁM ĐỐC {name}",
        "governing_body": governing_body,
        "size_set": sizes,
    }
    found = findings(drafter, changed(sample, agency, power))
    assert [(paper, str(finding)) for paper, finding in found if not is_slip(paper, finding)] == []


@pytest.mark.parametrize("power", list(SigningPower), ids=str)
def test_papers_pass_for_every_signing_power(
    drafter: Drafter, sample: Campaign, power: SigningPower
) -> None:
    found = findings(drafter, changed(sample, {}, power))
    assert [(paper, str(finding)) for paper, finding in found if not is_slip(paper, finding)] == []


def test_a_wrong_margin_would_be_found(drafter: Drafter, sample: Campaign, tmp_path: Path) -> None:
    import docx
    from docx.shared import Mm

    planned = drafter.plan(sample, ["launch-notice"], phase=None, law=law_on(2022, 12, 1))
    path = tmp_path / "wrong.docx"
    path.write_bytes(next(drafter.drafts(planned)).docx)
    document = docx.Document(str(path))
    document.sections[0].left_margin = Mm(10)
    document.save(str(path))
    assert "page.margin-left" in {finding.rule for finding in lint(path).findings}
