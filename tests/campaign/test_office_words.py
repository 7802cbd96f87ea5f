"""What an office adds, an honour and a kind of paper, stands in its forms, questions, schema and template fields."""

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.sample.sample_campaign import SAMPLE
from vbgen.cli import run

HONOUR, TITLE = "Giấy khen đột xuất", "Giấy mời dự hội nghị"
_INVITATION = Path(__file__).parents[2] / "docs" / "examples" / "invitation"
_LAW = f"""
[[honour]]
id = "giay-khen-dot-xuat"
name = "{HONOUR}"
type = "commendation"
subjects = ["individual", "collective"]
source = "Quy chế của Sở"

[[power]]
id = "provincial-department-own"
title = "Giám đốc Sở quyết định"
level = "provincial-department"
awards = ["{HONOUR}"]
source = "Quy chế của Sở"
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with an honour and a kind of its own; the campaign proposes the one and plans the other."""
    (tmp_path / "vbgen.toml").touch()
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "own.toml").write_text(_LAW, encoding="utf-8")
    shutil.copytree(_INVITATION, tmp_path / "templates" / "giay-moi")
    declared = tmp_path / "templates" / "giay-moi" / "kind.toml"
    text = declared.read_text("utf-8").replace('"Giấy mời"', f'"{TITLE}"', 1)
    declared.write_text(text, encoding="utf-8")
    (tmp_path / "data" / "c1").mkdir(parents=True)
    text = (SAMPLE / "campaign.yaml").read_text("utf-8")
    text = text.replace('award: "Giấy khen"', f'award: "{HONOUR}"')
    at = text.index("\npapers:\n") + len("\npapers:\n")
    text = f"{text[:at]}  - kind: giay-moi\n    signer: gd\n{text[at:]}"
    (tmp_path / "data" / "c1" / "campaign.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def vbgen(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as ended:
        run([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert ended.value.code in {0, 1}, said.err
    return said.out


def offered(path: Path) -> dict[str, list[str]]:
    lists = openpyxl.load_workbook(path)["Danh mục"]
    found = [[str(cell.value) for cell in column if cell.value] for column in lists.iter_cols()]
    return {name: values for name, *values in found}


@pytest.mark.parametrize("options", [(), ("--nominations",)])
def test_the_form_offers_the_offices_own_honour(
    office: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    vbgen(capsys, "form", office / "bang.xlsx", *options)
    assert HONOUR in offered(office / "bang.xlsx")["ds_awards"]


def test_the_form_offers_the_offices_own_kind_by_its_title(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vbgen(capsys, "form", office / "bang.xlsx")
    kinds = offered(office / "bang.xlsx")["ds_paper_kinds"]
    assert TITLE in kinds
    assert "Quyết định khen thưởng" in kinds


@pytest.mark.usefixtures("office")
def test_a_campaign_with_both_goes_through_excel_and_comes_back_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for source, target in (
        ("data/c1/campaign.yaml", "a.xlsx"),
        ("a.xlsx", "b.yaml"),
        ("b.yaml", "c.yaml"),
    ):
        vbgen(capsys, "convert", source, target)
    assert openpyxl.load_workbook("a.xlsx")["Văn bản"]["A2"].value == TITLE
    assert "kind: giay-moi" in Path("b.yaml").read_text("utf-8")
    assert Path("b.yaml").read_bytes() == Path("c.yaml").read_bytes()


def test_the_words_are_those_of_the_office_that_the_data_come_from(
    office: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.xlsx"
    vbgen(capsys, "convert", office / "data" / "c1" / "campaign.yaml", outside)
    assert openpyxl.load_workbook(outside)["Văn bản"]["A2"].value == TITLE
    vbgen(capsys, "convert", outside, office / "b.yaml")
    assert "kind: giay-moi" in (office / "b.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("right", "typed", "code", "meant"),
    [
        (HONOUR, "Giấy khen đột xuat", "unknown-honour", HONOUR),
        ("kind: giay-moi", "kind: giay-mio", "unknown-kind", TITLE),
        ("kind: giay-moi", "kind: Giấy mời dự hội ngị", "unknown-kind", TITLE),
    ],
)
def test_a_slip_is_asked_about_with_the_offices_own_word(
    office: Path, capsys: pytest.CaptureFixture[str], right: str, typed: str, code: str, meant: str
) -> None:
    path = office / "data" / "c1" / "campaign.yaml"
    path.write_text(path.read_text("utf-8").replace(right, typed), encoding="utf-8")
    problems = json.loads(vbgen(capsys, "check", "data/c1", "--json"))["problems"]
    hints = {problem["hint"] for problem in problems if problem["code"] == code}
    assert hints == {f"Có phải là “{meant}”?"}


def test_names_and_codes_are_read_alike(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = office / "data" / "c1" / "campaign.yaml"
    by_code = vbgen(capsys, "check", "data/c1", "--json")
    path.write_text(
        path.read_text("utf-8").replace("kind: giay-moi", f"kind: {TITLE}"), encoding="utf-8"
    )
    by_title = vbgen(capsys, "check", "data/c1", "--json")
    assert json.loads(by_title)["problems"] == json.loads(by_code)["problems"]


@pytest.mark.usefixtures("office")
def test_the_schema_names_both_with_their_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    properties: dict[str, Any] = json.loads(vbgen(capsys, "schema"))["properties"]
    award = properties["awards"]["items"]["properties"]["award"]
    kind = properties["papers"]["items"]["properties"]["kind"]
    assert HONOUR in award["anyOf"][0]["enum"]
    assert "giay-moi" in kind["anyOf"][0]["enum"]
    assert f"giay-moi – {TITLE}" in kind["description"]


@pytest.mark.usefixtures("office")
def test_template_fields_name_both(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(vbgen(capsys, "template", "fields", "--json"))["names"]
    names = {each["name"]: each for each in told}
    assert HONOUR in names["awards.groups[].honour.name"]["choices"]
    assert TITLE in names["values.place"]["title"]
    assert HONOUR in vbgen(capsys, "template", "fields")
    of_kind = json.loads(vbgen(capsys, "template", "fields", "giay-moi", "--json"))["names"]
    assert [each["title"] for each in of_kind if each["name"] == "values.place"] == [
        f"Giá trị riêng của “{TITLE}”"
    ]


def test_without_a_workspace_only_the_shipped_words_are_offered(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    vbgen(capsys, "form", tmp_path / "bang.xlsx")
    lists = offered(tmp_path / "bang.xlsx")
    assert HONOUR not in lists["ds_awards"]
    assert TITLE not in lists["ds_paper_kinds"]
