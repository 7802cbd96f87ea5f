"""An office in good order, for each row of the table to spoil in one place."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import openpyxl

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import Change, sheet
from tests.vocabulary import WORDS
from tests.word.docx_making import of_paragraphs
from vbgen.campaign import write_campaign
from vbgen.model.campaign import Campaign

BOOK, YAML = "data/pt/campaign.xlsx", "data/yaml/campaign.yaml"
KIND, TEMPLATE = "templates/thu-moi/kind.toml", "templates/thu-moi/template.docx"
_KEPT = {"Cơ quan", "Phong trào", "Phát động", "Đơn vị", "Người ký", "Các đợt", "Chỉ tiêu nhiệm vụ",
         "Cá nhân, tập thể", "Đề nghị", "Khen thưởng", "Văn bản"}  # fmt: skip
_DECLARED = """\
title = "Giấy mời"
form = "1.7"
subject = "Mời dự {{ movement.name }}"
per = "campaign"
"""


def campaign() -> Campaign:
    """A small campaign whose every paper can be drafted."""
    return small_campaign(
        signers=(
            {"id": "gd", "full_name": "Lê Nguyên Ngọc", "position": "Giám đốc", "power": "head"},
        ),
        awards=(
            {"phase": 1, "nominee": "CN001", "award": "Giấy khen", "merit": "xuất sắc năm 2022"},
        ),
        papers=({"kind": "launch-notice", "year": 2022, "month": 3},),
    )


def office(folder: Path) -> Path:
    """A workspace: a workbook in data/pt, the same as YAML in data/yaml, and a kind of its own."""
    return Path(shutil.copytree(_made(), folder))


@cache
def _made() -> Path:
    root = Path(mkdtemp(prefix="office-")) / "ws"
    for name in (BOOK, YAML, KIND):
        (root / name).parent.mkdir(parents=True)
    write_campaign(campaign(), root / BOOK, WORDS)
    write_campaign(campaign(), root / YAML, WORDS)
    change_book(root, _drop_empty)
    (root / KIND).write_text(_DECLARED, encoding="utf-8")
    (root / TEMPLATE).write_bytes(
        of_paragraphs("Kính mời {{ agency.full_name }}", "{{ letterhead.letter_subject }}")
    )
    (root / "vbgen.toml").write_text("", encoding="utf-8")
    (root / "output").mkdir()
    return root


def _drop_empty(book: openpyxl.Workbook) -> None:
    for each in book.worksheets:
        if each.title not in _KEPT:
            book.remove(each)


def change_book(root: Path, change: Change) -> None:
    """The workbook with one change, made as Excel would make it."""
    book = openpyxl.load_workbook(root / BOOK)
    change(book)
    book.save(root / BOOK)


def appended(title: str, **values: object) -> Change:
    """One more row on a sheet, by heading."""

    def change(book: openpyxl.Workbook) -> None:
        page = sheet(book, title)
        page.append([values.get(str(cell.value)) for cell in page[1]])

    return change
