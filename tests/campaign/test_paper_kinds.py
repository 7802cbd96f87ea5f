"""A kind of paper is chosen by its title in the workbook, understood by title and code, and kept as its code."""

from pathlib import Path

import openpyxl
import pytest

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import sheet
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign, write_campaign, write_workbook
from vbgen.model.field import Offered
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.model.vocabulary import ListedWord, Vocabulary
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.vocabulary import paper_words

LIBRARY = Library((shipped() / "templates",))
KINDS = WORDS.words(Offered.PAPERS)
PAPERS = "Văn bản"


def test_titles_are_those_of_the_kinds_and_of_what_they_split_into() -> None:
    whole = {code: KINDS.title_of(code) for code in KINDS.codes if "/" not in code}
    assert whole == {code: LIBRARY.find(code).title for code in whole}
    assert whole.keys() == set(LIBRARY.names()) - {"check-report"}
    assert KINDS.title_of("award-decision/titles") == "Quyết định công nhận danh hiệu thi đua"
    assert KINDS.title_of("nomination-list/province") == "Tờ trình đề nghị cấp trên khen thưởng"


@pytest.mark.parametrize("code", KINDS.codes)
def test_a_title_and_its_code_mean_each_other(code: str) -> None:
    title = KINDS.title_of(code)
    assert KINDS.code_of(title) == KINDS.code_of(title.upper()) == KINDS.code_of(code) == code


def test_a_kind_that_nobody_knows_stays_as_it_is() -> None:
    assert KINDS.title_of("thu-khen") == KINDS.code_of("thu-khen") == "thu-khen"


@pytest.mark.parametrize("twin", ["Giấy khen", "GIẤY KHEN", "certificate"])
def test_two_kinds_of_one_title_are_told_apart_by_their_codes(twin: str) -> None:
    both = Vocabulary(papers=(*WORDS.papers, ListedWord("giay-khen-2", twin))).words(Offered.PAPERS)
    assert both.title_of("giay-khen-2") == f"{twin} (giay-khen-2)"
    assert [both.code_of(both.title_of(code)) for code in both.codes] == list(both.codes)


def test_the_first_folder_names_a_kind_and_what_it_is_called_elsewhere_is_read_too(
    tmp_path: Path,
) -> None:
    own = tmp_path / "launch-notice"
    own.mkdir()
    (own / "kind.toml").write_text('title = "Kế hoạch phát động"', encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "kind.toml").write_text("title = 1", encoding="utf-8")
    words = paper_words(Library((tmp_path, *LIBRARY.folders)))
    kinds = Vocabulary(papers=words).words(Offered.PAPERS)
    assert kinds.title_of("launch-notice") == "Kế hoạch phát động"
    assert kinds.code_of("Kế hoạch phát động") == "launch-notice"
    assert kinds.code_of("Công văn phát động phong trào thi đua") == "launch-notice"
    assert "broken" not in kinds.codes


def test_every_kind_comes_back_from_the_workbook_and_from_yaml(tmp_path: Path) -> None:
    codes = (*KINDS.codes, "thu-moi")
    data = small_campaign().model_copy(
        update={
            "papers": tuple(PaperPlan(kind=code) for code in codes),
            "legal_grounds": tuple(PaperLine(kind=code, text="Căn cứ") for code in codes),
        }
    )
    for name in ("excel/campaign.xlsx", "yaml/campaign.yaml"):
        write_campaign(data, tmp_path / name, WORDS)
        loaded = load_campaign((tmp_path / name).parent, WORDS)
        assert loaded.campaign == data
        assert loaded.notes == ()


def test_the_form_offers_titles_and_shows_them(tmp_path: Path) -> None:
    write_workbook(
        small_campaign().model_copy(update={"papers": (PaperPlan(kind="award-decision"),)}),
        tmp_path / "campaign.xlsx",
        WORDS,
    )
    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")
    lists = {
        column[0].value: [cell.value for cell in column[1:]]
        for column in book["Danh mục"].iter_cols()
    }
    rules = sheet(book, PAPERS).data_validations.dataValidation
    assert [value for value in lists["ds_paper_kinds"] if value] == list(KINDS.titles)
    assert "A2:A5000" in {str(rule.sqref) for rule in rules if rule.formula1 == "ds_paper_kinds"}
    assert sheet(book, PAPERS)["A2"].value == "Quyết định khen thưởng"


def test_codes_typed_into_the_workbook_still_count(tmp_path: Path) -> None:
    write_workbook(small_campaign(), tmp_path / "campaign.xlsx", WORDS)
    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")
    sheet(book, PAPERS).append(["award-decision", 1])
    sheet(book, PAPERS).append(["GIẤY KHEN", 1])
    book.save(tmp_path / "campaign.xlsx")
    campaign = inspect_campaign(tmp_path, WORDS).campaign
    assert campaign is not None
    assert [plan.kind for plan in campaign.papers[-2:]] == ["award-decision", "certificate"]


def test_an_untouched_form_changes_nothing(tmp_path: Path) -> None:
    write_workbook(
        small_campaign().model_copy(update={"papers": ()}), tmp_path / "campaign.xlsx", WORDS
    )
    loaded = load_campaign(tmp_path, WORDS)
    assert loaded.campaign.papers == ()
    assert {note.code for note in loaded.notes} <= {"no-data"}
