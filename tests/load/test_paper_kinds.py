"""A kind of paper is chosen by its title in the workbook, understood by title and code, and kept as its code."""

from pathlib import Path

import openpyxl
import pytest

from tests.load.campaigns import small_campaign
from tests.load.files import sheet
from vbgen.campaign import inspect_campaign, load_campaign, write_workbook
from vbgen.campaign.paper_kinds import TITLES, code_of, title_of
from vbgen.campaign.writing.yaml_out import write_yaml
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library

LIBRARY = Library((shipped() / "templates",))
PAPERS = "Văn bản"


def test_titles_are_those_of_the_shipped_kinds() -> None:
    own = {code: title for code, title in TITLES.items() if "/" not in code}
    assert own == {code: LIBRARY.find(code).title for code in own}
    assert own.keys() == set(LIBRARY.names()) - {"check-report"}


def test_what_a_kind_splits_into_is_a_variant_of_it() -> None:
    split = [code.split("/") for code in TITLES if "/" in code]
    assert split
    assert all(
        part in {variant.id for variant in LIBRARY.find(kind).variants} for kind, part in split
    )


@pytest.mark.parametrize("code", TITLES)
def test_a_title_and_its_code_mean_each_other(code: str) -> None:
    assert code_of(title_of(code)) == code_of(title_of(code).upper()) == code_of(code) == code


def test_a_kind_of_the_workspace_stays_as_it_is() -> None:
    assert title_of("giay-khen") == code_of("giay-khen") == "giay-khen"


def test_every_kind_comes_back_from_the_workbook_and_from_yaml(tmp_path: Path) -> None:
    codes = (*TITLES, "thu-moi")
    data = small_campaign().model_copy(
        update={
            "papers": tuple(PaperPlan(kind=code) for code in codes),
            "legal_grounds": tuple(PaperLine(kind=code, text="Căn cứ") for code in codes),
        }
    )
    for name, write in (
        ("excel/campaign.xlsx", write_workbook),
        ("yaml/campaign.yaml", write_yaml),
    ):
        write(data, tmp_path / name)
        loaded = load_campaign((tmp_path / name).parent)
        assert loaded.campaign == data
        assert loaded.notes == ()


def test_the_form_offers_titles_and_shows_them(tmp_path: Path) -> None:
    write_workbook(
        small_campaign().model_copy(update={"papers": (PaperPlan(kind="award-decision"),)}),
        tmp_path / "campaign.xlsx",
    )
    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")
    lists = {
        column[0].value: [cell.value for cell in column[1:]]
        for column in book["Danh mục"].iter_cols()
    }
    rules = sheet(book, PAPERS).data_validations.dataValidation
    assert [value for value in lists["ds_paper_kinds"] if value] == list(TITLES.values())
    assert "A2:A5000" in {str(rule.sqref) for rule in rules if rule.formula1 == "ds_paper_kinds"}
    assert sheet(book, PAPERS)["A2"].value == "Quyết định khen thưởng"


def test_codes_typed_into_the_workbook_still_count(tmp_path: Path) -> None:
    write_workbook(small_campaign(), tmp_path / "campaign.xlsx")
    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")
    sheet(book, PAPERS).append(["award-decision", 1])
    sheet(book, PAPERS).append(["GIẤY KHEN", 1])
    book.save(tmp_path / "campaign.xlsx")
    campaign = inspect_campaign(tmp_path).campaign
    assert campaign is not None
    assert [plan.kind for plan in campaign.papers[-2:]] == ["award-decision", "certificate"]


def test_an_untouched_form_changes_nothing(tmp_path: Path) -> None:
    write_workbook(small_campaign().model_copy(update={"papers": ()}), tmp_path / "campaign.xlsx")
    loaded = load_campaign(tmp_path)
    assert loaded.campaign.papers == ()
    assert {note.code for note in loaded.notes} <= {"no-data"}
