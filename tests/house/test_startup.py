"""What a command needs is what it loads: asking for help, or looking at a list, waits for no library of the makers."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
TOLD = """
import sys
from vbgen.cli import run
try:
    run(sys.argv[1:])
except SystemExit as ended:
    assert ended.code in (0, 1), ended.code  # 1: what was looked at has faults
print(*sorted(sys.modules), file=sys.stderr)
"""
ALWAYS = {"vbgen", "click"}
# What makes papers; a package is loaded with each of its parts.
MAKERS = {
    "vbgen.campaign",
    "vbgen.decree",
    "vbgen.law",
    "vbgen.machine",
    "vbgen.office.checks",
    "vbgen.office.issuing.issuing",
    "vbgen.office.making.batching",
    "vbgen.pages.converter",
    "vbgen.pages.pdf",
    "vbgen.printer",
    "vbgen.word",
}
NEEDED_BY_THE_REGISTER = {"cython_runtime", "sqlalchemy", "typing_extensions"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one number in its register."""
    place = tmp_path_factory.mktemp("office")
    (place / "vbgen.toml").write_text("[numbering]\nby_type = true\n", "utf-8")
    held = ("register", "reserve", "TB-SCT", "--date", "2026-11-02", "--agency", "SCT", "--yes")
    modules(place, *held)
    return place


def modules(place: Path, *arguments: str) -> set[str]:
    """All that is loaded when the command has ended well."""
    words = [sys.executable, "-c", TOLD, *arguments]
    done = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def libraries(loaded: set[str]) -> set[str]:
    """The packages that are neither Python's own nor a part of one."""
    tops = {name.partition(".")[0] for name in loaded}
    known = {*sys.stdlib_module_names, "sitecustomize", "usercustomize"}  # Debian's Python has one
    return {name for name in tops - known if not name.startswith("_")}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("register", "list", "--help")])
def test_help_loads_the_command_line_alone(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert libraries(modules(tmp_path, *arguments)) == ALWAYS


@pytest.mark.parametrize(
    "arguments",
    [
        ("register", "list"),
        ("register", "search", "thông", "báo"),
        ("register", "show", "01/TB-SCT"),
    ],
)
def test_looking_at_the_register_loads_no_maker_of_papers(
    office: Path, arguments: tuple[str, ...]
) -> None:
    loaded = modules(office, *arguments)
    assert libraries(loaded) <= ALWAYS | NEEDED_BY_THE_REGISTER
    assert not loaded & MAKERS


def test_checking_asks_no_database_where_there_is_no_register(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "check", str(SAMPLE))
    unneeded = {"sqlalchemy", "alembic", "psycopg", "pikepdf", "pypdfium2", "docx", "docxtpl"}
    assert not libraries(loaded) & unneeded
    assert "vbgen.office.making.batching" not in loaded


def test_checking_a_template_reads_no_campaign_and_asks_no_network(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "template", "check", "award-decision")
    assert not loaded & {"vbgen.campaign", "vbgen.decree", "http.client", "openpyxl", "sqlalchemy"}


def test_a_draft_that_names_no_issued_paper_asks_no_database(tmp_path: Path) -> None:
    loaded = modules(
        tmp_path, "draft", str(SAMPLE), "launch-notice", "-o", str(tmp_path / "drafts")
    )
    assert not libraries(loaded) & {"sqlalchemy", "alembic", "psycopg"}


def test_the_schema_is_told_without_a_workbook(tmp_path: Path) -> None:
    assert not {"openpyxl", "lxml", "vbgen.word.package.workbook"} & modules(tmp_path, "schema")


def test_a_paper_is_linted_without_what_mends_reads_templates_or_makes_pages(
    tmp_path: Path,
) -> None:
    modules(tmp_path, "draft", str(SAMPLE), "launch-notice", "-o", str(tmp_path))
    loaded = modules(tmp_path, "lint", str(tmp_path / "launch-notice.docx"))
    unneeded = {"vbgen.decree.mend", "vbgen.decree.layout", "vbgen.decree.report.annotate"}
    unneeded |= {
        "vbgen.word.template.fragments.including",
        "vbgen.machine",
        "vbgen.papers.kinds.kind",
    }
    assert not loaded & unneeded
    assert "pydantic" not in libraries(loaded)
