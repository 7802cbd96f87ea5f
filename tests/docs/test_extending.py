"""The walks of docs/extending.md, made in a copy of the package from the page's own lines."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from tests.decree.nd30_papers import decision
from tests.law.law_texts import honour, rules_by
from vbgen.law.office import SHIPPED, law_from
from vbgen.law.reading import shipped_files
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import BaseSalary
from vbgen.model.agency import AgencyLevel

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "extending.md").read_text("utf-8")
TITLE, NUMBER = "Số sổ bảo hiểm", "0123456789"
COLUMN, LINE = "A new column on people, printed", "A new line of the letterhead"
LAW, RULE = "A law that changes on a day", "A new rule of lint"
ROOMS_OF_THE_NUMBER = 3  # one row for each room that a place and day may take
HOTLINE = "0226 385 0000"
DAY, DAY_BEFORE = date(2027, 7, 1), date(2027, 6, 30)


def block(walk: str, language: str, place: int = 0) -> str:
    """A block in that language of the walk under that heading."""
    text = PAGE.partition(f"## {walk}\n")[2].partition("\n## ")[0]
    found = [str(each) for each in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)]
    return found[place]


def put(path: Path, text: str, *, before: str = "", after: str = "", times: int = 1) -> None:
    """The text put into the file, before or after what stands there so many times."""
    found, mark = path.read_text("utf-8"), before or after
    assert found.count(mark) == times
    path.write_text(found.replace(mark, f"{after}{text}{before}"), encoding="utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the page's fields, its line and its rule; nothing else of it is changed."""
    place = tmp_path_factory.mktemp("changed")
    for name in ("vbgen", "templates"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "docs").symlink_to(ROOT / "docs")  # where the form's picture lies
    (place / "data").symlink_to(ROOT / "data")
    for walk, module, following in (
        (COLUMN, "people.py", "\n\n\nclass Initiative(Record):"),
        (LINE, "agency.py", "\n\n\nclass Signer(Record):"),
    ):
        field = f"\n{block(walk, 'python').rstrip()}"
        put(place / "vbgen" / "model" / module, field, before=following)
    number = '        <p style="Number">{{ letterhead.number }}</p>\n'
    fragment = place / "templates" / "_fragments" / "letterhead.xml"
    put(fragment, block(LINE, "xml"), after=number, times=ROOMS_OF_THE_NUMBER)
    with_rule(place / "vbgen" / "decree")
    vbgen(place, place, "templates", module="vbgen.forms")
    return place


def with_rule(decree: Path) -> None:
    data, checks = decree / "checking" / "data" / "letterhead.toml", decree / "rules" / "subject.py"
    put(data, block(RULE, "toml") + "\n", before="[letter-subject.missing]")
    put(checks, block(RULE, "python") + "\n\n", before="CHECKS = (")
    put(checks, "check_subject_length, ", after="CHECKS = (")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose decision prints the new column in place of the post."""
    place = tmp_path_factory.mktemp("office")
    (place / "vbgen.toml").touch()
    fragments = place / "templates" / "_fragments"
    fragments.mkdir(parents=True)
    listed = (ROOT / "templates" / "_fragments" / "honours.docx").read_bytes()
    (fragments / "honours.docx").write_bytes(printing(listed, block(COLUMN, "text").strip()))
    (place / "data" / "c1").mkdir(parents=True)
    sample = (ROOT / "data" / "ha-nam-2022" / "campaign.yaml").read_text("utf-8")
    numbered = re.sub(r"(kind: individual,)", rf'\1 insurance_number: "{NUMBER}",', sample)
    assert numbered != sample
    numbered = numbered.replace("\nagency:\n", f'\nagency:\n  hotline: "{HOTLINE}"\n', 1)
    (place / "data" / "c1" / "campaign.yaml").write_text(numbered, encoding="utf-8")
    return place


def printing(template: bytes, tag: str) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(template)) as source, ZipFile(packed, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).decode("utf-8") if entry.filename.endswith(".xml") else ""
            changed = re.sub(r"\{\{ entry\.post\b[^}]*\}\}", tag, content)
            target.writestr(entry, changed or source.read(entry))
    return packed.getvalue()


def vbgen(changed: Path, office: Path, *arguments: str, module: str = "vbgen") -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
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
        text = paper.read("word/document.xml").decode("utf-8")
    assert NUMBER in text
    assert f"ĐT: {HOTLINE}" in text
    said = json.loads(vbgen(changed, office, "lint", "out/award-decision-phase-1.docx", "--json"))
    assert HOTLINE not in json.dumps(said)


def salary(law: LawOfDay) -> tuple[int, bool]:
    found = law.find(BaseSalary, "base-salary")
    assert found is not None
    return found.amount, found.proved


def test_an_offices_own_law_holds_from_its_day() -> None:
    rules = rules_by(block(LAW, "toml"))
    old, new = rules.on(DAY_BEFORE), rules.on(DAY)
    assert (salary(old), salary(new)) == ((2_530_000, True), (2_800_000, True))
    title, level = honour("Chiến sĩ thi đua cơ sở"), AgencyLevel.PROVINCIAL_DEPARTMENT
    assert (old.decides(level, title), new.decides(level, title)) == (True, False)


def test_a_shipped_law_holds_from_its_day() -> None:
    kept = {f"{SHIPPED}{name}": content for name, content in shipped_files().items()}
    kept[f"{SHIPPED}base_salaries.toml"] += f"\n{block(LAW, 'toml', 1)}".encode()
    assert salary(law_from(kept, DAY_BEFORE)) == (2_530_000, True)
    assert salary(law_from(kept, DAY)) == (2_700_000, False)


def test_the_rule_finds_its_fault_alone_and_an_office_narrows_it(
    changed: Path, office: Path
) -> None:
    sheet = decision()
    (office / "good.docx").write_bytes(sheet.bytes())
    seed = block(RULE, "text")
    assert 'text("subject", f"Về việc{\' tặng Giấy khen\' * 20}")' in seed
    sheet["subject"].runs[0].text = f"Về việc{' tặng Giấy khen' * 20}"
    (office / "long.docx").write_bytes(sheet.bytes())
    assert found(changed, office, "long.docx") == [("subject.length", "note")]
    assert found(changed, office, "good.docx") == []
    narrowed = '[lint.rules."subject.length"]\nmax = 5\nseverity = "warning"\n'
    (office / "vbgen.toml").write_text(narrowed, encoding="utf-8")
    assert found(changed, office, "good.docx") == [("subject.length", "warning")]


def found(changed: Path, office: Path, name: str) -> list[tuple[str, str]]:
    [file] = json.loads(vbgen(changed, office, "lint", name, "--json"))["files"]
    return [(each["code"], each["severity"]) for each in file["findings"]]
