"""The walk of docs/extending.md, made in a copy of the package from the page's own lines."""

import json
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "extending.md").read_text("utf-8")
TITLE, NUMBER = "Số sổ bảo hiểm", "0123456789"


def block(language: str) -> str:
    """The first block of the page in that language."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the page's field in the model; nothing else of it is changed."""
    place = tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "vbgen", place / "vbgen", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "data"):
        (place / name).symlink_to(ROOT / name)
    model = place / "vbgen" / "model" / "people.py"
    text, end = model.read_text("utf-8"), "\n\n\nclass Initiative(Record):"
    assert text.count(end) == 1
    model.write_text(text.replace(end, f"\n{block('python').rstrip()}{end}"), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose decision prints the new column in place of the post."""
    place = tmp_path_factory.mktemp("office")
    (place / "vbgen.toml").touch()
    shutil.copytree(ROOT / "templates" / "award-decision", place / "templates" / "award-decision")
    template = place / "templates" / "award-decision" / "template.docx"
    template.write_bytes(printing(template.read_bytes(), block("text").strip()))
    (place / "data" / "c1").mkdir(parents=True)
    sample = (ROOT / "data" / "ha-nam-2022" / "campaign.yaml").read_text("utf-8")
    numbered = re.sub(r"(kind: individual,)", rf'\1 insurance_number: "{NUMBER}",', sample)
    assert numbered != sample
    (place / "data" / "c1" / "campaign.yaml").write_text(numbered, encoding="utf-8")
    return place


def printing(template: bytes, tag: str) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(template)) as source, ZipFile(packed, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).decode("utf-8") if entry.filename.endswith(".xml") else ""
            changed = content.replace("{{ entry.post }}", tag)
            target.writestr(entry, changed or source.read(entry))
    return packed.getvalue()


def vbgen(changed: Path, office: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", *arguments],
        cwd=office,
        env={**os.environ, "PYTHONPATH": str(changed)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_form_has_the_column_with_note_width_and_example(changed: Path, office: Path) -> None:
    vbgen(changed, office, "form", "bang.xlsx")
    sheet = openpyxl.load_workbook(office / "bang.xlsx")["Cá nhân, tập thể"]
    cell = next(cell for cell in sheet[1] if cell.value == TITLE)
    assert "Mười chữ số" in str(cell.comment and cell.comment.text)
    assert sheet.column_dimensions[cell.column_letter].width == 16
    assert sheet.cell(2, int(cell.column)).value == NUMBER


def test_it_goes_through_excel_and_back_and_stands_in_the_schema(
    changed: Path, office: Path
) -> None:
    vbgen(changed, office, "convert", "data/c1/campaign.yaml", "a.xlsx")
    vbgen(changed, office, "convert", "a.xlsx", "b.yaml")
    given = (office / "data" / "c1" / "campaign.yaml").read_text("utf-8").count(NUMBER)
    assert (office / "b.yaml").read_text("utf-8").count(NUMBER) == given
    schema: dict[str, Any] = json.loads(vbgen(changed, office, "schema"))
    of_people = schema["properties"]["nominees"]["items"]["properties"]
    assert of_people["insurance_number"]["title"] == TITLE


def test_the_template_knows_it_and_prints_it(changed: Path, office: Path) -> None:
    vbgen(changed, office, "template", "check", "award-decision")
    told = vbgen(changed, office, "template", "fields", "award-decision", "--json")
    assert TITLE in {each["title"] for each in json.loads(told)["names"]}
    vbgen(changed, office, "draft", "data/c1", "award-decision", "--phase", "1", "-o", "out")
    with ZipFile(office / "out" / "award-decision-phase-1.docx") as paper:
        assert NUMBER in paper.read("word/document.xml").decode("utf-8")
