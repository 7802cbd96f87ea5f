"""Every paper of the sample campaign, opened as its readers open it."""

import re
from collections.abc import Mapping
from pathlib import Path

import docx

from tests.papers.reading import texts
from tests.sample.sample_campaign import SAMPLE
from vbgen.cli.drafts import draft_papers
from vbgen.cli.screen.show import Screen
from vbgen.office import DraftPapers
from vbgen.pages.pdf.document import check_pdf, pages_of, texts_of

PAPERS = {
    "launch-notice",
    "phase-summary-phase-1",
    "phase-summary-phase-2",
    "nomination-list-phase-1",
    "nomination-list-phase-2",
    "nomination-list.province-phase-2",
    "council-minutes-phase-1",
    "council-minutes-phase-2",
    "award-decision-phase-1",
    "award-decision-phase-2",
    "award-decision.titles-phase-2",
    "certificate-phase-1",
    "certificate-phase-2",
    "certificate.titles-phase-2",
    "certificate.cstdcs-phase-2",
}
TAG = re.compile(r"\{[{%#]|[%#}]\}|\[chủ đề\]|\bNone\b|\bTrue\b|\bFalse\b")


def test_every_paper_of_the_campaign_is_drafted(drafts: Mapping[str, Path]) -> None:
    assert set(drafts) == PAPERS


def test_every_draft_opens_and_holds_no_tag(drafts: Mapping[str, Path]) -> None:
    for name, path in drafts.items():
        left = [text for text in texts(path) if TAG.search(text)]
        assert not left, f"{name}: {left[:3]}"
        assert docx.Document(str(path)).core_properties.title


def test_every_draft_becomes_a_pdf_in_the_right_fonts(
    pdfs: Mapping[str, Path], drafts: Mapping[str, Path]
) -> None:
    assert set(pdfs) == PAPERS
    for name, path in pdfs.items():
        assert check_pdf(path, texts=[texts(drafts[name])[-1]]) == [], name


def test_number_and_day_are_blank(drafts: Mapping[str, Path]) -> None:
    for name, path in drafts.items():
        written = texts(path)
        numbers = [text for text in written if re.match(r"(Số|Quyết định số):", text)]
        assert numbers, name
        blank = re.compile(r"(Số|Quyết định số): /[A-ZĐr-]+(, ngày tháng \d+ năm \d{4})?")
        assert all(map(blank.fullmatch, numbers)), (name, numbers)
        assert not [text for text in written if re.match(r"Hà Nam, ngày \d", text)], name


def test_a_certificate_is_one_page(pdfs: Mapping[str, Path]) -> None:
    assert [pages_of(pdfs[f"certificate-phase-{phase}"]) for phase in (1, 2)] == [12, 14]


def test_page_n_carries_certificate_n(pdfs: Mapping[str, Path], drafts: Mapping[str, Path]) -> None:
    for phase in (1, 2):
        written = texts(drafts[f"certificate-phase-{phase}"])
        names = [written[number + 2] for number, text in enumerate(written) if text == "GIẤY KHEN"]
        pages = texts_of(pdfs[f"certificate-phase-{phase}"])
        assert len(names) == len(pages)
        for name, page in zip(names, pages, strict=True):
            assert name in " ".join(page.split())


def test_the_signature_never_stands_alone_on_a_page(pdfs: Mapping[str, Path]) -> None:
    for name, path in pdfs.items():
        for page in texts_of(path):
            lines = [line for line in page.splitlines() if line.strip()]
            if any(line.strip() == "Nơi nhận:" for line in lines):
                place = next(
                    number
                    for number, line in enumerate(lines)
                    if line.strip().startswith("Nơi nhận:")
                )
                assert place >= 2, f"{name}: {lines[:3]}"


def test_the_same_campaign_gives_the_same_bytes(drafts: Mapping[str, Path], tmp_path: Path) -> None:
    draft_papers(Screen(as_json=True), SAMPLE, DraftPapers(SAMPLE, folder=tmp_path))
    assert {path.stem: path.read_bytes() for path in tmp_path.glob("*.docx")} == {
        name: path.read_bytes() for name, path in drafts.items()
    }
