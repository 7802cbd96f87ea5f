"""`vbgen users`: accounts of the desk by the command line."""

import io
from pathlib import Path

import pytest

from tests.cli.command_line import Answer, vbgen

PASSWORD = "mùa sen nở bên hồ"  # noqa: S105 - of nobody


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "office"
    assert vbgen(capsys, "init", made).code == 0
    return made


def test_accounts_are_added_changed_listed_and_closed(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def users(*words: str, typed: str = "") -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        return vbgen(capsys, "users", *words, "--json", "--workspace", place)

    minh = ("add", "minh", "--name", "Trần Văn Minh", "--role", "admin")
    assert users(*minh, typed="short").json["problems"][0]["code"] == "weak-password"
    assert users(*minh, typed=PASSWORD).json["roles"] == ["admin"]
    refused = users("remove", "minh")
    assert (refused.code, refused.json["problems"][0]["code"]) == (1, "last-admin")
    assert "vbgen users role" in refused.json["message"]
    lan = ("add", "lan", "--name", "Lan", "--role", "officer", "--role", "registry")
    assert users(*lan, typed=PASSWORD).code == 0
    assert users("role", "lan", "--role", "admin").json["roles"] == ["admin"]
    assert users("passwd", "lan", typed=f"{PASSWORD} 2").code == 0
    assert users("remove", "minh").json["closed"]
    assert users("passwd", "minh", typed=PASSWORD).code == 2
    listed = users("list").json["users"]
    assert [(each["name"], each["closed"]) for each in listed] == [("lan", False), ("minh", True)]
    assert PASSWORD not in str(listed)
