"""Looking makes nothing: no register, no folder, no file; and it needs no right to write."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.administration.offices import Office
from vbgen.register import Register
from vbgen.register.database.engine import Database
from vbgen.register.schema import revision_of, upgrade

LOOKS = [
    (("register", "list"), 0),
    (("register", "list", "--golden-book"), 0),
    (("register", "list", "--open"), 0),
    (("register", "search", "thi đua"), 0),
    (("register", "show", "01/SCT-VP"), 2),
    (("register", "export", "{out}/so.xlsx"), 14),
    (("register", "journal"), 14),
    (("register", "reissue", "01/SCT-VP"), 14),
    (("register", "backup", "{out}/so.sqlite3"), 14),
    (("archive", "verify"), 14),
    (("archive", "export", "--year", "2022", "-o", "{out}/tui"), 14),
    (("print", "data/ha-nam-2022", "certificate", "--phase", "1", "--list"), 0),
    (("check", "data/ha-nam-2022"), 0),
    (("register", "void", "01/SCT-VP", "--why", "nhầm"), 14),
    (("register", "resume"), 14),
    (("issue", "data/ha-nam-2022", "award-decision", "--date", "2022-07-05"), 2),
    (("issue", "data/ha-nam-2022", "launch-notice", "--date", "2022-03-15", "--signer", "ai"), 1),
    (("register", "roles"), 2),
]


@pytest.mark.parametrize(
    ("words", "code"), LOOKS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_what_only_looks_or_is_refused_makes_no_register(
    tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    office, out = Office.new(tmp_path / "o"), tmp_path / "out"
    out.mkdir()
    before = office.files()
    told = office.run(*(word.replace("{out}", str(out)) for word in words))
    assert told.code == code, told.said
    assert (office.files(), list(out.iterdir())) == (before, [])
    if code == 14 or words[:2] == ("register", "list"):
        assert "Chưa có sổ đăng ký" in told.said


@pytest.mark.parametrize(
    "words",
    [
        ("register", "list"),
        ("register", "search", "a"),
        ("register", "export", "so.xlsx"),
        ("register", "resume"),
        ("archive", "verify"),
        ("archive", "export", "--year", "2022", "-o", "tui"),
        ("archive", "import", "tui"),
        ("register", "backup", "so.sqlite3"),
        ("register", "journal"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("place", [".", "mistyped"])
def test_a_folder_that_is_no_workspace_is_refused(
    tmp_path: Path, words: tuple[str, ...], place: str
) -> None:
    nobody = Office(tmp_path)
    told = nobody.run(*words, "--workspace", place)
    assert told.code == 2
    assert "vbgen.toml" in told.err
    assert "vbgen init" in told.err
    assert "--workspace" in told.err
    assert nobody.files() == set()


def test_issuing_needs_a_workspace(tmp_path: Path) -> None:
    office = Office.new(tmp_path)
    office.settings.unlink()
    assert office.issue().code == 2
    assert not (tmp_path / "output").exists()


def test_single_files_need_no_workspace(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    assert office.run("draft", "data/ha-nam-2022", "launch-notice").code == 0
    paper = next((office.folder / "output").rglob("*.docx"))
    nobody = Office(tmp_path / "x")
    nobody.folder.mkdir()
    assert nobody.run("lint", paper).code in {0, 1}
    assert nobody.run("template", "check", "launch-notice").code == 0
    assert nobody.run("check", office.folder / "data" / "ha-nam-2022").code == 0
    assert nobody.files() == set()


def read_only(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222)


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office.new(tmp_path_factory.mktemp("issued") / "o")
    assert office.issue().code == 0
    return office.folder


def test_an_older_register_is_read_without_being_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "so.sqlite3"
    older = Database.open(f"sqlite:///{path}")
    upgrade(older, "0003")
    older.close()
    before = path.read_bytes()
    with closing(Register.look(f"sqlite:///{path}")) as register:
        assert register.entries() == []
    assert path.read_bytes() == before
    with closing(Database.look(f"sqlite:///{path}")) as found:
        assert revision_of(found) == "0003"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["so.sqlite3"]


def test_an_open_log_is_read_where_nothing_may_be_written(issued: Path, tmp_path: Path) -> None:
    """Somebody writes on, and somebody else may only read: what was committed is seen."""
    shutil.copytree(issued / "output", tmp_path / "output")
    path = tmp_path / "output" / "register.sqlite3"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("UPDATE documents SET note = 'trong sổ nháp'")
        writer.commit()
        assert (path.parent / "register.sqlite3-wal").stat().st_size
        copy = tmp_path / "snapshot"
        copy.mkdir()
        for name in ("register.sqlite3", "register.sqlite3-wal"):  # as a snapshot has them
            shutil.copy(path.parent / name, copy / name)
        read_only(copy)
        if os.geteuid() == 0:
            code = _read_as(65534, copy / "register.sqlite3")
            assert code == 0
    assert sorted(each.name for each in copy.iterdir()) == [
        "register.sqlite3",
        "register.sqlite3-wal",
    ]


def _read_as(account: int, path: Path) -> int:
    """The exit code of a process of that account that reads the note of the only entry."""
    for folder in path.parents:
        if folder != Path(folder.anchor) and folder.stat().st_uid == 0 and "pytest" in str(folder):
            folder.chmod(folder.stat().st_mode | 0o055)
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(account)
            os.setuid(account)
            with closing(Register.look(f"sqlite:///{path}")) as register:
                os._exit(0 if [one.note for one in register.entries()] == ["trong sổ nháp"] else 1)
        except BaseException:  # noqa: BLE001 - the child tells by its exit code alone
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
