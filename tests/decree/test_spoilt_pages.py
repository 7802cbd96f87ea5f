"""What a look at the printed pages sees: each page that was spoilt on purpose, and nothing on good ones."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.decree.nd30_papers import (
    GOOD,
    Sheet,
    certificate,
    decision,
    letter,
    proposal,
    report,
)
from tests.decree.spoilt_pages import SPOILT
from vbgen.decree import look_at_pages
from vbgen.pages.converter.convert import Converter

SMALL = {"letter": letter, "decision": decision, "proposal": proposal, "report": report}
_PAID = (
    " Tiền thưởng kèm theo là 900.000 đồng (Chín trăm nghìn đồng chẵn), chi từ nguồn tài chính công đoàn"
    " (chi tiết tại Phụ lục II kèm theo)."
)


def paid() -> Sheet:
    """A decision with a line whose blanks are twice as wide as usual, most of them behind small letters."""
    sheet = decision()
    sheet.named["article 2"].runs[1].text = _PAID
    return sheet


OTHERS: dict[str, Callable[[], Sheet]] = {
    "certificate": certificate,
    "decision with money": paid,
    "long issuer": partial(report, governing="UBND XÃ TÂN THÀNH", issuer="TRƯỜNG TIỂU HỌC SỐ 1"),
    "school report": partial(report, governing="UBND PHƯỜNG AN HÒA", issuer="TRƯỜNG MẦM NON"),
    "no governing body": partial(decision, governing="", issuer="BỘ CÔNG THƯƠNG"),
    "long subject": partial(
        letter, subject="V/v tổng kết phong trào thi đua và xét khen thưởng năm 2022"
    ),
}
GOOD_PAPERS: dict[str, Callable[[], Sheet]] = {
    name: build for name, build in GOOD.items() if name != "marked letter"
}  # that one is too long for its page
GOOD_PAPERS |= {f"small {name}": partial(build, small=True) for name, build in SMALL.items()}
GOOD_PAPERS |= OTHERS


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, Path]]:
    """The Word file of each paper, and the pages that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("pages")
    builders = {**{name: build for name, (_rule, build) in SPOILT.items()}, **GOOD_PAPERS}
    files = {name: folder / f"{number}.docx" for number, name in enumerate(builders)}
    for name, build in builders.items():
        files[name].write_bytes(build().bytes())
    made = Converter.probe(os.environ).to_pdf(list(files.values()), folder)
    return {name: (docx, pdf) for (name, docx), pdf in zip(files.items(), made, strict=True)}


def found(pair: tuple[Path, Path]) -> list[str]:
    return [finding.rule for finding in look_at_pages(*pair)]


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_spoilt_on_a_page_is_seen(
    name: str, pages: Mapping[str, tuple[Path, Path]]
) -> None:
    assert SPOILT[name][0] in found(pages[name])


@pytest.mark.parametrize("name", GOOD_PAPERS)
def test_nothing_is_seen_on_good_pages(name: str, pages: Mapping[str, tuple[Path, Path]]) -> None:
    assert found(pages[name]) == []


def test_a_finding_names_its_page(pages: Mapping[str, tuple[Path, Path]]) -> None:
    [seen] = list(look_at_pages(*pages["signature under one line"]))
    assert seen.found == "trang 2: chữ ký sang trang một mình"
    assert seen.place.quote == "Lê Nguyên Ngọc"
