"""What 0.1 issued is listed, verified and made again by this program, on both databases."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.made_by_01.offices import ISSUED, PACKED, Office, begun, on_postgresql, on_sqlite
from tests.register.postgresql_server import NoServerError, Server, running

MOST_BYTES = 400_000  # of the packed file: it lies in the repository for ever


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    try:
        with running() as server:
            yield server
    except NoServerError as fault:
        pytest.fail(str(fault))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One copy for all that only look."""
    folder = tmp_path_factory.mktemp(str(request.param))
    if request.param == "sqlite":
        return on_sqlite(folder)
    return on_postgresql(folder, request.getfixturevalue("server"))


def test_the_packed_file_is_small_and_its_office_is_the_one_beside_it() -> None:
    assert PACKED.stat().st_size <= MOST_BYTES
    own = PACKED.parent / "office"
    with tarfile.open(PACKED) as packed:
        for name in ("sqlite", "postgresql", "begun"):
            for path in filter(Path.is_file, own.rglob("*")):
                member = packed.extractfile(f"{name}/{path.relative_to(own).as_posix()}")
                assert member is not None
                assert member.read() == path.read_bytes()


def test_every_entry_is_listed_with_its_state(office: Office) -> None:
    entries = {one["code"]: one for one in office.ask("register", "list")["entries"]}
    assert {code: one["kind"] for code, one in entries.items()} == ISSUED
    states = {code: one["state"] for code, one in entries.items() if one["state"] != "issued"}
    assert states == {"08/BC-SXD": "replaced", "14/BC-SXD": "void"}
    golden = office.ask("register", "list", "--golden-book")["certificates"]
    assert [(one["number"], one["name"], one["state"]) for one in golden] == [
        (1, "Phòng Quy hoạch - Kiến trúc", "issued"),
        (2, "Bà K'Brể Công Tằng Tôn Nữ Mỹ Hạnh", "withdrawn"),
        (3, "Ông Giàng A Páo", "issued"),
    ]


def test_register_journal_and_archive_agree(office: Office) -> None:
    found = office.ask("archive", "verify")
    assert found["ok"]
    assert found["documents"] == len(ISSUED)


@pytest.mark.parametrize("code", ISSUED)
def test_each_paper_is_made_again_the_same_or_every_part_that_differs_is_named(
    office: Office, code: str
) -> None:
    answer = office.ask("register", "reissue", code)
    assert answer["ok"]
    assert (answer["verdict"], answer["made_by"]) in {("same", "0.1.0"), ("other-version", "0.1.0")}
    assert {problem["code"] for problem in answer["problems"]} <= {"made-by-other-version"}
    for paper in answer["papers"]:
        named = [
            each
            for each in paper["differences"]
            if each["cause"] in {"compressor", "record"} or each["part"]
        ]
        assert len(named) == len(paper["differences"])
        assert bool(named) is not paper["equal"]


def test_a_kept_file_of_0_1_that_was_changed_is_told_as_changed(tmp_path: Path) -> None:
    office = on_sqlite(tmp_path)
    [paper] = [
        one
        for one in office.ask("register", "reissue", "07/SXD-VP")["papers"]
        if one["name"].endswith(".docx")
    ]
    path = office.folder / "output" / "archive" / "objects" / paper["kept"][:2] / paper["kept"]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    answer = office.ask("register", "reissue", "07/SXD-VP", code=12)
    assert (answer["ok"], answer["verdict"]) == (False, "changed")
    assert [problem["code"] for problem in answer["problems"]] == ["kept-file-changed"]
    path.unlink()
    assert office.ask("register", "reissue", "07/SXD-VP", code=11)["verdict"] == "changed"
    assert "không còn đúng" in office.run("register", "reissue", "07/SXD-VP").out


def test_looking_at_an_older_register_says_nothing_but_the_answer(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vbgen", "register", "show", "07/SXD-VP"]
    done = subprocess.run(
        command, cwd=on_sqlite(tmp_path).folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_register_of_0_1_that_was_lost_comes_back_from_its_archive(
    tmp_path: Path, server: Server, kind: str
) -> None:
    if kind == "sqlite":
        lost = on_sqlite(tmp_path)
        before = _books(lost)
        (lost.folder / "output" / "register.sqlite3").unlink()
    else:
        old = on_postgresql(tmp_path, server)
        before = _books(old)
        lost = Office(old.folder, server.url(server.new_database()))
    lost.ask("register", "recover")
    assert _books(lost) == before
    assert lost.ask("archive", "verify")["ok"]


def _books(office: Office) -> list[object]:
    """What both books say of each paper and certificate."""
    papers = office.ask("register", "list", "--all")["entries"]
    golden = office.ask("register", "list", "--golden-book", "--all")["certificates"]
    return [[one["code"], one["state"], one["subject"], one["remark"]] for one in papers] + [
        [one["number"], one["name"], one["state"], one["remark"]] for one in golden
    ]


def test_nothing_was_left_open(office: Office) -> None:
    assert office.ask("register", "resume")["issued"] == []


def test_a_decision_that_0_1_had_begun_is_finished_with_its_number(tmp_path: Path) -> None:
    office = begun(tmp_path)
    [waiting] = office.ask("register", "list", "--open")["entries"]
    [issued] = office.ask("register", "resume", "--no-pdf")["issued"]
    assert (issued["id"], issued["code"]) == (waiting["id"], "07/QĐ-SXD")
    assert office.ask("register", "reissue", issued["code"])["ok"]
    assert office.ask("archive", "verify")["ok"]
