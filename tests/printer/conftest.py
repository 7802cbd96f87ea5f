"""Certificates of the sample campaign, set once for blank paper and for each level of stock."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.law.law_texts import law_on
from tests.printer.print_shop import PrintShop, missing, print_shop
from tests.sample.sample_campaign import ROOT, SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.office.making.batching import word_print_file
from vbgen.office.making.drafting import Drafter
from vbgen.office.printing.certificates import drafted
from vbgen.pages.converter.convert import Converter
from vbgen.papers.kinds.library import Library
from vbgen.printer.stocks import Stocks

LEVELS = ("a4", "a4-1", "a4-2", "a4-3")


@pytest.fixture(scope="session")
def stocks() -> Stocks:
    return Stocks((ROOT / "templates" / "stocks",))


@pytest.fixture(scope="session")
def set_pages(stocks: Stocks, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Stock → PDF of the first three certificates of the first phase, with an emblem."""
    folder = tmp_path_factory.mktemp("certificates")
    library = Library((ROOT / "templates",))
    emblem = folder / "emblem.png"
    emblem.write_bytes(_picture("red"))
    campaign = load_campaign(SAMPLE, WORDS).campaign
    made = drafted(
        Drafter(library),
        campaign,
        "certificate/",
        1,
        law=law_on(2022, 7, 1),
        emblem=emblem,
    )
    sources = []
    for level in LEVELS:
        (batch,) = made.batches(stocks.find(level), [1, 2, 3])
        sources.append(folder / f"{level}.docx")
        sources[-1].write_bytes(word_print_file(batch))
    files = Converter.probe(os.environ).to_pdf(sources, folder, workers=1)
    return {path.stem: path.read_bytes() for path in files}


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photograph of stock."""
    path = tmp_path_factory.mktemp("picture") / "phoi.png"
    path.write_bytes(_picture("wheat"))
    return path


@pytest.fixture(scope="session")
def shop() -> Iterator[PrintShop]:
    """A printer and a CUPS of our own."""
    assert not missing(), missing()
    with print_shop() as opened:
        yield opened


def _picture(colour: str) -> bytes:
    from io import BytesIO

    from PIL import Image

    made = BytesIO()
    Image.new("RGB", (60, 42), colour).save(made, "PNG")
    return made.getvalue()
