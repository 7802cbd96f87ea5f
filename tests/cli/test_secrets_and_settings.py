"""Secrets never show, however they are written; rubbish in a setting is told where it is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECRET = "S3cr@t-Mật"  # noqa: S105 - of nobody
ADDRESSES = [
    f"postgresql://clerk:{SECRET}@127.0.0.1:1/register",
    "postgresql://clerk:S3cr%40t-M%E1%BA%ADt@127.0.0.1:1/register",
    f"postgresql://clerk@127.0.0.1:1/register?password={SECRET}",
    f"postgresql://127.0.0.1:1/register?user=clerk&sslpassword={SECRET}",
    f"mysql://clerk:{SECRET}@127.0.0.1:1/register",
    f"postgresql://clerk:{SECRET}@127.0.0.1:port/register",
]
RUBBISH = [
    ("VBGEN_DATABASE", "postgresql://127.0.0.1:port/register"),
    ("VBGEN_DATABASE", "postgresql://127.0.0.1:99999999/register"),
    ("VBGEN_DATABASE", "rubbish"),
    ("VBGEN_DATABASE", "mysql://x/y"),
    ("VBGEN_ARCHIVE", "nowhere://x/y"),
    ("VBGEN_ARCHIVE", "s3://"),
    ("VBGEN_ARCHIVE_OPTIONS", "[1]"),
    ("VBGEN_ARCHIVE_OPTIONS", "{"),
    ("VBGEN_ARCHIVE_LOCK_DAYS", "-1"),
    ("VBGEN_ARCHIVE_LOCK_DAYS", "9" * 30),
    ("VBGEN_ARCHIVE_LOCK_MODE", "FOREVER"),
]


def vbgen(folder: Path, *words: str, **named: str) -> tuple[int, str]:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("VBGEN_")}
    command = [sys.executable, "-m", "vbgen", *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environ, **named},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_a_password_never_shows(workspace: Path, address: str, json: tuple[str, ...]) -> None:
    code, said = vbgen(workspace, "register", "recover", *json, VBGEN_DATABASE=address)
    assert code in {2, 14}
    for part in (SECRET, "S3cr", "t-Mật", "%40t"):
        assert part not in said


def test_keys_of_a_store_never_show(workspace: Path) -> None:
    options = f'{{"key": "AKIA77", "secret": "{SECRET}", "client_kwargs": {{"endpoint_url": "http://127.0.0.1:1"}}}}'
    for named in ({"VBGEN_ARCHIVE_OPTIONS": options}, {"VBGEN_ARCHIVE_OPTIONS": options[:-1]}):
        code, said = vbgen(workspace, "register", "recover", VBGEN_ARCHIVE="s3://kho/x", **named)
        assert code in {2, 10}
        assert SECRET not in said
        assert "AKIA77" not in said


@pytest.mark.parametrize(("name", "value"), RUBBISH)
def test_rubbish_in_a_setting_is_told_and_is_no_fault_of_ours(
    workspace: Path, name: str, value: str
) -> None:
    more = {"VBGEN_ARCHIVE": "s3://kho/x"} if name.startswith("VBGEN_ARCHIVE_") else {}
    locked = {"VBGEN_ARCHIVE_LOCK_DAYS": "7"} if name.endswith("MODE") else {}
    code, said = vbgen(workspace, "register", "recover", **{**more, **locked, name: value})
    assert (code, "Traceback" in said) == (2, False), said
