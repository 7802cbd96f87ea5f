"""A kind is a folder with `template.docx` and `kind.toml`; faults of the declaration are all told."""

from pathlib import Path

import pytest

from vbgen.errors import TemplateError, UsageError
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.kind import read_kind
from vbgen.papers.kinds.library import Library

SHIPPED = shipped() / "templates"


def declared(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kind.toml").write_text(text, encoding="utf-8")
    (folder / "template.docx").write_bytes(b"")
    return folder


def test_the_kinds_come_in_the_order_of_a_campaign() -> None:
    assert Library((SHIPPED,)).names()[:15] == [
        "launch-notice",
        "emulation-registration",
        "emulation-pledge",
        "phase-summary",
        "nomination-list",
        "person-report",
        "collective-report",
        "council-decision",
        "council-invitation",
        "ballot-paper",
        "council-minutes",
        "ballot-count",
        "council-conclusion",
        "award-decision",
        "certificate",
    ]


def test_a_workspace_s_kind_wins_over_the_shipped_one(tmp_path: Path) -> None:
    declared(tmp_path / "certificate", 'title = "Của tôi"')
    declared(tmp_path / "invitation", 'title = "Giấy mời"')
    library = Library((tmp_path, SHIPPED))
    assert library.find("certificate").title == "Của tôi"
    assert library.names()[-1] == "invitation"


def test_all_wrong_keys_are_told_at_once(tmp_path: Path) -> None:
    folder = declared(tmp_path / "x", 'per = "year"\nunknown = 1\n[[variants]]\nhonours = "medal"')
    with pytest.raises(TemplateError, match="Khai báo") as caught:
        read_kind(folder)
    keys = {problem.place.path for problem in caught.value.problems}
    assert keys == {"title", "per", "unknown", "variants.0.honours"}


@pytest.mark.parametrize("text", ["title = ", "title = 'x", "= 1"])
def test_an_unreadable_declaration_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateError, match=r"kind\.toml không đọc được"):
        read_kind(declared(tmp_path / "x", text))


def test_an_unknown_kind_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="Có phải là “certificate”"):
        Library((SHIPPED,)).find("certifcate")


def test_a_kind_without_its_template_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    declared(tmp_path / "thu-cam-on", 'title = "Thư cảm ơn"')
    (tmp_path / "thu-cam-on" / "template.docx").unlink()
    with pytest.raises(UsageError, match=r"chưa có mẫu Word.*template\.docx.*thu-cam-on"):
        Library((tmp_path, SHIPPED)).find("thu-cam-on")
