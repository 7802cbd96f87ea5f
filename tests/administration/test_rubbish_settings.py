"""Rubbish in the settings and in variables is told with its name, and is never a fault of ours."""

import pytest

from tests.administration.offices import Office

NUL, LONG, HUGE = r'"/a\u0000b"', f'"{"x" * 5000}"', "9" * 21
TEXTS = ("register.database", "register.password_file", "archive.place", "archive.options_file")
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
        *(("numbering.apart", value) for value in ("1", '"x"', "[1]")),
    ],
)
def test_a_key_of_the_settings(office: Office, key: str, value: str) -> None:
    table, name = key.split(".")
    office.settings.write_text(f"[{table}]\n{name} = {value}\n", "utf-8")
    answer = office.run("register", "list")
    assert (answer.code, name in answer.said) == (2, True), answer.said


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
