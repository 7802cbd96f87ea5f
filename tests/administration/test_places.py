"""Where register, archive and lock are stands in the settings; the environment may say the same, never another."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.administration.offices import Office
from vbgen.office.setting.addresses import addresses_of, same_archive, same_database
from vbgen.office.setting.workspace import Workspace, find_workspace
from vbgen.secrecy import shown as as_shown

ELSEWHERE = '[register]\ndatabase = "{database}"\n\n[archive]\nplace = "{archive}"\n'


def office(folder: Path, settings: str) -> Workspace:
    (folder / "vbgen.toml").write_text(settings, "utf-8")
    return find_workspace(folder)


def test_the_settings_choose_the_places_and_ten_machines_mean_one_register(tmp_path: Path) -> None:
    settings = ELSEWHERE.format(database="chung/so.sqlite3", archive="chung/kho")
    first = Office.new(tmp_path / "a", settings)
    assert first.issue().code == 0
    assert (first.folder / "chung" / "so.sqlite3").is_file()
    assert (first.folder / "chung" / "kho" / "owner").is_file()
    assert not (first.folder / "output" / "register.sqlite3").exists()
    assert [one["code"] for one in first.ask("register", "list")["entries"]] == ["01/SCT-VP"]


@pytest.mark.parametrize(
    ("settings", "environ", "named"),
    [
        (
            '[register]\ndatabase = "a.sqlite3"\n',
            {"VBGEN_DATABASE": "sqlite:////b.sqlite3"},
            ["a.sqlite3", "b.sqlite3"],
        ),
        (
            '[archive]\nplace = "s3://so/kho"\n',
            {"VBGEN_ARCHIVE": "s3://so/khac"},
            ["s3://so/kho", "s3://so/khac"],
        ),
        ("[archive]\nlock_days = 30\n", {"VBGEN_ARCHIVE_LOCK_DAYS": "31"}, ["30", "31"]),
        (
            '[archive]\nlock_mode = "COMPLIANCE"\n',
            {"VBGEN_ARCHIVE_LOCK_MODE": "GOVERNANCE"},
            ["COMPLIANCE", "GOVERNANCE"],
        ),
        (
            '[register]\ndatabase = "postgresql://may-chu/so"\n',
            {"VBGEN_DATABASE": "postgresql://lan:b%40i-mat@may-khac/so"},
            ["postgresql://may-chu/so", "lan:***@may-khac"],
        ),
    ],
    ids=["database", "archive", "days", "mode", "server"],
)
@pytest.mark.parametrize(
    "words",
    [
        ("register", "list"),
        ("archive", "verify"),
        ("issue", "data/ha-nam-2022", "launch-notice", "--date", "2022-03-15"),
    ],
    ids=["list", "verify", "issue"],
)
def test_two_different_places_are_refused_and_both_are_named_without_secrets(
    tmp_path: Path, settings: str, environ: dict[str, str], named: list[str], words: tuple[str, ...]
) -> None:
    told = Office.new(tmp_path / "o", settings, environ).run(*words)
    assert told.code == 2
    assert all(name in told.err for name in named), told.err
    assert "mat@" not in told.said
    assert not (tmp_path / "o" / "output").exists()


@pytest.mark.parametrize(
    ("settings", "given"),
    [
        ("postgresql://may-chu/so", "postgresql://lan:mat@May-Chu:5432/so"),
        ("postgresql://may-chu/so?sslmode=verify-full", "postgresql+psycopg://hoa@may-chu/so"),
        ("postgresql:///so?host=may-chu&port=5433", "postgresql://may-chu:5433/so"),
    ],
)
def test_one_database_has_many_addresses(settings: str, given: str) -> None:
    assert same_database(settings) == same_database(given)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("postgresql://may-chu/so", "postgresql://may-chu/so2"),
        ("postgresql://may-chu/so", "postgresql://may-chu:5433/so"),
        ("postgresql://may-chu/so", "postgresql://may-chu/so?options=-csearch_path%3Dkhac"),
        ("postgresql://may-chu/so", "sqlite:////so"),
    ],
)
def test_other_databases_are_told_apart(one: str, other: str) -> None:
    assert same_database(one) != same_database(other)


def test_one_archive_has_many_addresses(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "kho")
    assert (
        same_archive(str(tmp_path / "kho"))
        == same_archive(f"file://{tmp_path}/kho/")
        == same_archive(str(tmp_path / "link"))
    )
    assert same_archive("s3://a/b/") == same_archive("s3a://a/b") != same_archive("s3://a/c")


def test_a_password_comes_from_the_environment_or_a_file_outside(tmp_path: Path) -> None:
    secret = tmp_path / "mat"
    secret.write_text("b@i mat\n", "utf-8")
    (tmp_path / "o").mkdir()
    found = office(
        tmp_path / "o", f'[register]\ndatabase = "postgresql://h/so"\npassword_file = "{secret}"\n'
    )
    given = {"VBGEN_DATABASE": "postgresql://lan:cua-lan@h/so"}
    environs: tuple[dict[str, str], ...] = ({}, {"VBGEN_DATABASE_PASSWORD": "khac"}, given)
    words = [make_url(addresses_of(found, environ).database).password for environ in environs]
    assert words == ["b@i mat", "khac", "cua-lan"]


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('[register]\ndatabase = "postgresql://lan:hoa-mai@h/so"\n', "secret-in-settings"),
        ('[register]\ndatabase = "postgresql://h/so?password=hoa-mai"\n', "secret-in-settings"),
        ('[archive]\nplace = "s3://ten:hoa-mai@kho"\n', "secret-in-settings"),
        ('[register]\npassword_file = "mat.txt"\n', "secret-in-workspace"),
        ('[archive]\noptions_file = "{here}/mat.json"\n', "secret-in-workspace"),
        ("[register]\ndatabase = 5\n", "settings"),
        ('[register]\ndatabse = "so"\n', "settings"),
        ("[archive]\nlock_days = 0\n", "settings"),
        ("[archive]\nlock_days = true\n", "settings"),
        ('[archive]\nlock_mode = "compliance"\n', "settings"),
        ('[log]\nlevel = "loud"\n', "settings"),
        ('[pdf]\nrequired = "yes"\n', "settings"),
    ],
)
def test_what_the_settings_must_not_hold_is_told_and_no_secret_shown(
    tmp_path: Path, settings: str, code: str
) -> None:
    found = Office.new(tmp_path / "o", settings.replace("{here}", str(tmp_path / "o"))).run(
        "register", "list", "--json"
    )
    assert (found.code, found.found()) == (2, [code])
    assert "hoa-mai" not in found.said


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://lan:a@b:c@h/so", "postgresql://lan:***@h/so"),
        (
            "postgresql://lan@h/so?password=x&sslmode=require",
            "postgresql://lan@h/so?password=***&sslmode=require",
        ),
        ("s3://KEY:SECRET@kho", "s3://KEY:***@kho"),
        ("aws_secret_access_key=abc", "aws_secret_access_key=***"),
        ("postgresql://h/so?sslkey=/etc/k.pem", "postgresql://h/so?sslkey=/etc/k.pem"),
        ("/srv/van-thu/so.sqlite3", "/srv/van-thu/so.sqlite3"),
    ],
)
def test_secrets_are_dots(address: str, shown: str) -> None:
    assert as_shown(address) == shown
