"""Rubbish in the settings and in variables is told with its name, and is never a fault of ours."""

import pytest

from tests.administration.offices import Office

NUL, LONG, HUGE = r'"/a\u0000b"', f'"{"x" * 5000}"', "9" * 21
TEXTS = ("register.database", "register.password_file", "archive.place", "archive.options_file")
TRUTHS = ("by_type", "given", "inserted")
STARTS = (
    "1",
    '"x"',
    "[1]",
    "{ van-ban-di = 7 }",
    "{ van-ban-di = { y = 1 } }",
    "{ van-ban-di = { 26 = 1 } }",
    *(f"{{ van-ban-di = {{ 2026 = {first} }} }}" for first in ("0", "-1", '"1"', "1.5", HUGE)),
)
COUNTS = ("register.copies_kept", "archive.lock_days", "log.megabytes", "log.kept")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.new(tmp_path_factory.mktemp("office") / "o")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(
            (key, value)
            for key in (*TEXTS, "log.file")
            for value in (NUL, LONG, "1", "[1]", "true")
        ),
        *((key, value) for key in COUNTS for value in (HUGE, "-1", "0", "1.5", "nan", '""', "[1]")),
        *(("pdf.required", value) for value in ('"true"', "1", "[]")),
        *(("certificate.emblem", value) for value in (NUL, LONG, "1", "[1]", "true")),
        *(("history.columns", value) for value in (NUL, "1", "[1]", "true", "{ nominee = 1 }")),
        *(("serve.proxies", value) for value in ('["*"]', '"127.0.0.1"', '["proxy.vn"]', "[1]")),
        *(("serve.login_header", value) for value in ('""', '"a b"', "1", r'"X\nY"', LONG)),
        *((f"numbering.{key}", value) for key in TRUTHS for value in ("1", '"true"', "[]", HUGE)),
        *(("numbering.agency", value) for value in (NUL, LONG, "1", "[1]", "true")),
        *(("numbering.apart", value) for value in ("1", '"x"', "[1]", "{ a = 1 }", "{ a = [1] }")),
        *(("numbering.golden_book", value) for value in ('"x"', "1", "true", "[1]", '""')),
        *(("numbering.start", value) for value in STARTS),
    ],
)
def test_a_key_of_the_settings(office: Office, key: str, value: str) -> None:
    table, name = key.split(".")
    office.settings.write_text(f"[{table}]\n{name} = {value}\n", "utf-8")
    answer = office.run("register", "list")
    assert (answer.code, name in answer.said) == (2, True), answer.said


@pytest.mark.parametrize(
    "table",
    [
        "archive",
        "certificate",
        "history",
        "issue",
        "log",
        "numbering",
        "pdf",
        "register",
        "templates",
    ],
)
def test_a_key_that_there_is_not(office: Office, table: str) -> None:
    office.settings.write_text(f'[{table}]\n"không_có" = "x"\n', "utf-8")
    answer = office.run("register", "list")
    assert (answer.code, "không_có" in answer.said, "Các khóa: " in answer.said) == (2, True, True)


@pytest.mark.parametrize("key", ["bonus", "honour", "power", "base_salary", "không_có"])
@pytest.mark.parametrize("value", ["1", '"x"', "[1]", "[{ a = 1 }]"])
def test_a_table_of_the_law(office: Office, key: str, value: str) -> None:
    office.settings.write_text(f'[law]\n"{key}" = {value}\n', "utf-8")
    answer = office.run("check", "data/ha-nam-2022")
    assert (answer.code, key in answer.said, "vbgen.toml" in answer.said) == (2, True, True)


@pytest.mark.parametrize("key", ["off", "rules", "không_có"])
@pytest.mark.parametrize("value", ["1", '"x"', "[1]", '["rác"]', '{ "rác" = 1 }'])
def test_a_key_of_the_check_of_forms(office: Office, key: str, value: str) -> None:
    office.settings.write_text(f'[lint]\n"{key}" = {value}\n', "utf-8")
    answer = office.run("lint", "x.docx")
    assert (answer.code, f"lint.{key}" in answer.said) == (1, True), answer.said


ISSUE = (
    "issue",
    "data/ha-nam-2022",
    "award-decision",
    "--phase",
    "1",
    "--date",
    "2022-07-15",
    "--pdf",
)
REFUSED = {  # variable → exit code, its rubbish
    "VBGEN_WORKERS": (2, ("rác", "-1", "0", "1.5", "٣", "9" * 5000, "a\udcffb")),
    "VBGEN_CLUSTER": (
        2,
        (
            "rác",
            "tcp://",
            "tcp://x",
            "tcp://:1",
            "tcp://x:0",
            "tcp://x:99999",
            "http://x:1",
            "x" * 5000,
        ),
    ),
    "VBGEN_SOFFICE": (5, ("rác", "/không/có", "/etc/passwd", "/", "x" * 5000, "a\udcffb")),
    "VBGEN_ARCHIVE_OPTIONS": (2, ("rác", "{", "[1]", "1", "null", '"x"')),
    "VBGEN_ARCHIVE_LOCK_DAYS": (2, ("rác", "-1", "0", "1.5", "9" * 30, "9" * 5000)),
    "VBGEN_ARCHIVE_LOCK_MODE": (2, ("rác", "governance", "x" * 5000)),
}


@pytest.mark.parametrize(
    ("name", "code", "value"),
    [(name, code, value) for name, (code, values) in REFUSED.items() for value in values],
)
def test_a_variable_of_what_issuing_needs(office: Office, name: str, code: int, value: str) -> None:
    """One sentence with the variable in it; no number is taken, nothing is written."""
    office.settings.write_text("", "utf-8")
    store = {"VBGEN_ARCHIVE": "s3://kho/x"} if name.startswith("VBGEN_ARCHIVE") else {}
    locked = {"VBGEN_ARCHIVE_LOCK_DAYS": "7"} if name.endswith("MODE") else {}
    before = office.files()
    answer = office.at(**{**store, **locked, name: value}).run(*ISSUE)
    assert (answer.code, name in answer.said) == (code, True), answer.said
    assert len(answer.said) < 400
    assert office.files() == before


@pytest.mark.parametrize(
    "value", ["", "rác", "-1", "x" * 5000, "a\udcffb", "://", "sqlite:///", "[1]"]
)
@pytest.mark.parametrize("name", ["DATABASE", "ARCHIVE", "LOG", "LOG_LEVEL", "LANG", "BY"])
def test_a_variable(office: Office, name: str, value: str) -> None:
    office.settings.write_text("", "utf-8")
    answer = office.at(**{f"VBGEN_{name}": value}).run("register", "list")
    assert answer.code in {0, 2}, answer.said


def test_a_database_of_no_possible_name_is_told(office: Office) -> None:
    office.settings.write_text("", "utf-8")
    for name in ("x" * 5000, "a\udcffb"):
        answer = office.at(VBGEN_DATABASE=f"sqlite:///{name}").run("register", "list")
        assert (answer.code, "VBGEN_DATABASE" in answer.said) == (2, True)
