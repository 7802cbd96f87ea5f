"""Nothing is said of the pages of good papers that people made in Word without vbgen."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.decree.elsewhere import ELSEWHERE
from vbgen.decree import look_at_pages
from vbgen.pages.converter.convert import Converter


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, Path]]:
    """The Word file of each paper, and the pages that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    files = {name: folder / f"{number:02d}.docx" for number, name in enumerate(ELSEWHERE)}
    for name, build in ELSEWHERE.items():
        files[name].write_bytes(build().bytes)
    made = Converter.probe(os.environ).to_pdf(list(files.values()), folder)
    return {name: (word, pdf) for (name, word), pdf in zip(files.items(), made, strict=True)}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_is_said_of_a_good_page(name: str, pages: Mapping[str, tuple[Path, Path]]) -> None:
    seen = [(each.rule, each.found) for each in look_at_pages(*pages[name])]
    assert seen == []
