"""The sample campaign's papers, drafted and converted once for all tests of a worker."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.office.making.drafting import Drafter, keep
from vbgen.office.setting.workspace import shipped
from vbgen.pages.converter.convert import Converter
from vbgen.papers.kinds.library import Library


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Name → Word file of every paper of the sample campaign."""
    folder = tmp_path_factory.mktemp("drafts")
    drafter = Drafter(Library((shipped() / "templates",)))
    planned = drafter.plan(
        load_campaign(SAMPLE, WORDS).campaign, (), phase=None, law=law_on(2026, 1, 1)
    )
    return {draft.stem: keep(draft, folder) for draft in drafter.drafts(planned)}


@pytest.fixture(scope="session")
def pdfs(
    drafts: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Name → PDF of every draft, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("pdfs")
    made = Converter.probe(os.environ).to_pdf(list(drafts.values()), folder)
    return {path.stem: path for path in made}
