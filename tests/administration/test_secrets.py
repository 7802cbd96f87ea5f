"""A secret is nowhere to be read: every way to write one, by every place where it could show."""

import os
import re
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.administration.offices import Office
from vbgen.cli.face import run
from vbgen.secrecy import every_way, hidden, masked, secrets_in, shown

WORD = "Hoa-mai77"
ODD = 'Hoa"m\\ai+7'  # what JSON, Python and addresses each write in their own way
AT = "postgresql://lan:{}@127.0.0.1:1/so"
WAYS = {
    "login": {"VBGEN_DATABASE": AT.format(WORD)},
    "login with an @": {"VBGEN_DATABASE": AT.format(f"{WORD}@{WORD}")},
    "login with a /": {"VBGEN_DATABASE": AT.format(f"{WORD}/{WORD}")},
    "login in percents": {"VBGEN_DATABASE": AT.format("Hoa%2Dmai77")},
    "query": {"VBGEN_DATABASE": f"postgresql://127.0.0.1:1/so?user=lan&password={WORD}"},
    "query with an @": {"VBGEN_DATABASE": f"postgresql://127.0.0.1:1/so?password=a@{WORD}"},
    "query with an &": {"VBGEN_DATABASE": f"postgresql://127.0.0.1:1/so?password=a&{WORD}=b"},
    "key's password": {"VBGEN_DATABASE": f"postgresql://127.0.0.1:1/so?sslpassword={WORD}"},
    "no such database": {"VBGEN_DATABASE": f"mysql://lan:{WORD}@127.0.0.1/so"},
    "no such port": {"VBGEN_DATABASE": f"postgresql://lan:{WORD}@127.0.0.1:cong/so"},
    "variable": {"VBGEN_DATABASE": AT.format("")[:-1], "VBGEN_DATABASE_PASSWORD": WORD},
    "PostgreSQL's variable": {
        "VBGEN_DATABASE": "postgresql://lan@127.0.0.1:1/so",
        "PGPASSWORD": WORD,
    },
    "store's login": {"VBGEN_ARCHIVE": f"s3://AKIA:{WORD}@kho/x"},
    "store's options": {
        "VBGEN_ARCHIVE": "s3://kho/x",
        "VBGEN_ARCHIVE_OPTIONS": f'{{"key": "AKIA{WORD}", "secret": "{WORD}",'
        ' "client_kwargs": {"endpoint_url": "http://127.0.0.1:1"}}',
    },
    "broken options": {
        "VBGEN_ARCHIVE": "s3://kho/x",
        "VBGEN_ARCHIVE_OPTIONS": f'{{"secret": "{WORD}',
    },
    "store's variables": {
        "VBGEN_ARCHIVE": "s3://kho/x",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
        "AWS_ACCESS_KEY_ID": f"AKIA{WORD}",
        "AWS_SECRET_ACCESS_KEY": WORD,
    },
}
PLACES = [
    ("register", "recover"),
    ("register", "list", "--json"),
    ("doctor",),
    ("--verbose", "archive", "verify", "--json"),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.new(tmp_path_factory.mktemp("office") / "o")


@pytest.mark.parametrize("words", PLACES, ids=" ".join)
@pytest.mark.parametrize("way", WAYS)
def test_a_secret_shows_nowhere(
    office: Office, tmp_path: Path, way: str, words: tuple[str, ...]
) -> None:
    log = tmp_path / "log"
    answer = office.at(**WAYS[way], VBGEN_LOG=str(log)).run(*words)
    assert answer.code != 70, answer.said
    assert answer.code or "list" in words
    said = answer.said + log.read_text("utf-8")
    assert [part for part in (WORD, "mai77", "%2Dmai") if part in said] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_report_of_a_fault_holds_no_secret(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError([dict(os.environ)])  # all of it, as a careless library would

    for name, value in WAYS[way].items():
        monkeypatch.setenv(name, value)
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit) as ended:
        run(["x"], commands=lambda: click.Group(commands={"x": click.Command("x", callback=fail)}))
    assert ended.value.code == 70
    report = Path(re.findall(r"\S+\.log", said.getvalue())[0])
    text = report.read_text("utf-8")
    report.unlink()
    assert "RuntimeError" in text
    assert "mai77" not in text + said.getvalue()


@pytest.mark.parametrize(
    ("settings", "file"),
    [
        ('[register]\ndatabase = "postgresql://lan@127.0.0.1:1/so"\npassword_file = "{}"\n', WORD),
        (
            '[archive]\nplace = "s3://kho/x"\noptions_file = "{}"\n',
            f'{{"key": "A", "secret": "{WORD}", "client_kwargs": {{"endpoint_url": "http://127.0.0.1:1/{WORD}"}}}}',
        ),
    ],
)
def test_what_stands_in_a_secret_file_shows_nowhere(
    tmp_path: Path, settings: str, file: str
) -> None:
    (tmp_path / "mat").write_text(file, "utf-8")
    office = Office.new(tmp_path / "o", settings.format(tmp_path / "mat"))
    for words in PLACES:
        assert WORD not in office.run(*words).said


@pytest.mark.parametrize("secret", [WORD, ODD, "mật khẩu", "a b+c%d", "x/y#z@w"])
def test_a_secret_is_found_however_it_is_written(secret: str) -> None:
    for written in every_way([secret]):
        assert written not in hidden(f"lỗi: {written}!", every_way([secret]))
    assert secret in secrets_in({"client": [{"secret": secret}]})


@given(st.text(st.characters(codec="utf-8", exclude_characters="?#&\n\r"), min_size=3))
def test_no_password_of_a_login_is_shown(password: str) -> None:
    assert shown(f"postgresql://lan:{password}@may/so") == "postgresql://lan:***@may/so"


def test_a_text_keeps_its_words_but_no_passwords() -> None:
    text = "psycopg.connect('postgresql://lan:a@b:c@may/so?password=x', password='y z') host=may"
    assert masked(text) == (
        "psycopg.connect('postgresql://lan:***@may/so?password=***', password=***) host=may"
    )
