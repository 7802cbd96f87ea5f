"""What stands in the way of a print is told before anything is set and before a sheet leaves the printer."""

import shutil
from pathlib import Path

import pytest

from tests.printer.print_shop import QUEUE, PrintShop
from tests.printer.test_print_command import CAMPAIGN, CERTIFICATE, Office

MINE = b"cua toi"
USUAL = "output/ha-nam-2022/print/certificate-phase-1-a4-3.pdf"
NO_CONVERTER = {"VBGEN_SOFFICE": "/nowhere/soffice"}  # whoever sets a page fails with 5


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which the first phase's decision is issued."""
    folder = tmp_path_factory.mktemp("issued") / "office"
    Office(folder.parent).does("init", folder)
    words = ("--phase", "1", "--date", "2022-07-20", "--yes", "--no-pdf")
    Office(folder).says("issue", CAMPAIGN, "award-decision", *words)
    return folder


@pytest.fixture
def office(issued: Path, tmp_path: Path) -> Office:
    return Office(Path(shutil.copytree(issued, tmp_path / "office")))


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ((*CERTIFICATE, "--stock", "a4-3", "-o", "in.pdf"), "in.pdf"),
        ((*CERTIFICATE, "--stock", "a4-3"), USUAL),
        ((*CERTIFICATE, "--stock", "a4-3", "--preview", "in.pdf"), "in.pdf"),
        ((*CERTIFICATE, "--stock", "a4-3", "--test", "-o", "in.pdf"), "in.pdf"),
        ((*CERTIFICATE, "--stock", "a4-3", "--to", QUEUE, "--yes", "-o", "in.pdf"), "in.pdf"),
        (("--calibrate", QUEUE, "-o", "in.pdf"), "in.pdf"),
        (("--calibrate", QUEUE, "-o", "in.pdf", "--readings", "20", "20", "20", "200"), ""),
    ],
    ids=["-o", "usual place", "--preview", "--test -o", "--to -o", "--calibrate -o", "--readings"],
)
def test_somebody_s_own_file_stops_a_print_before_anything_is_set(
    office: Office, shop: PrintShop, words: tuple[str, ...], target: str
) -> None:
    path = office.folder / (target or "in.pdf")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(MINE)
    before = len(shop.received())
    code, out, err = office.does("print", *words, environ={**shop.environ, **NO_CONVERTER})
    assert (code, path.read_bytes()) == (4 if target else 0, MINE), out + err
    assert not target or path.name in err
    assert (len(shop.received()), office.journal()) == (before, [])


def test_the_target_is_asked_before_the_converter(office: Office) -> None:
    """The other half: with a free place the same command gets as far as setting pages."""
    words = ("print", *CERTIFICATE, "--stock", "a4-3", "-o", "in.pdf")
    assert office.does(*words, environ=NO_CONVERTER)[0] == 5


@pytest.mark.parametrize("more", [("--to", QUEUE, "--yes"), ("-o", "in.pdf"), ("--test",)])
def test_a_register_that_is_older_than_its_archive_prints_nothing(
    office: Office, shop: PrintShop, more: tuple[str, ...]
) -> None:
    old, register = office.folder.parent / "old.sqlite3", office.folder / "output/register.sqlite3"
    assert office.does("register", "backup", old)[0] == 0
    assert office.does("register", "void", "01/QĐ-SCT", "--why", "Trùng", "--yes")[0] == 0
    for path in register.parent.glob("register.sqlite3*"):
        path.unlink()
    shutil.copy(old, register)
    before = len(shop.received())
    words = ("print", *CERTIFICATE, "--stock", "a4-3", *more)
    code, out, err = office.does(*words, environ={**shop.environ, **NO_CONVERTER})
    assert (code, "01/QĐ-SCT" in err) == (15, True), out + err
    assert len(shop.received()) == before
    assert not (office.folder / "in.pdf").exists()
    assert office.does("print", *CERTIFICATE, "--list")[0] == 0  # looking is free
