"""What killed runs left goes at the next act of any kind; what a live run has, others have, and reports stay."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import vbgen
from tests.administration.offices import Office
from vbgen.leftovers import mark, name_beside, new_name, sweep, temporary_folder
from vbgen.register import Register

SOURCE = Path(vbgen.__file__).parent
LONG_AGO = 1_600_000_000
SEVENTY_YEARS_AGO = -450_000_000
BEGIN = "import sys; from vbgen.leftovers import mark; print(mark(), flush=True); sys.stdin.read()"


@pytest.fixture(scope="module")
def dead() -> str:
    """The mark of a process that was killed."""
    with _process() as process:
        found = _mark_of(process)
        process.kill()
    return found


@pytest.fixture
def alive() -> Iterator[str]:
    """The mark of a process that runs until the test ends."""
    with _process() as process:
        yield _mark_of(process)
        process.kill()


def _process() -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BEGIN]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _mark_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for files of a while, of this test alone."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def _old(path: Path, *, folder: bool = False) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir() if folder else path.touch()
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_what_a_dead_run_left_goes_at_once_and_what_a_live_one_has_stays(
    place: Path, dead: str, alive: str
) -> None:
    gone = [
        _old(place / f"vbgen-print-{dead}-ab_c1234", folder=True),
        _old(place / f".{dead}-0123456789abcdef.tmp"),
        _old(place / f"{dead}-0123456789abcdef.tmp"),
        _old(place / f".tui hồ sơ.2-{dead}-0123456789abcdef.tmp", folder=True),
        _old(place / ".0123456789abcdef.tmp"),
        _old(place / ".bag-abcd_123", folder=True),
        _old(place / "vbgen-abcd_123", folder=True),
    ]
    (place / f"vbgen-new-{dead}-abcd1234").mkdir()  # a moment ago
    kept = [
        _old(place / f"vbgen-print-{alive}-abcd1234", folder=True),
        _old(place / f".{alive}-0123456789abcdef.tmp"),
        _old(place / f"vbgen-print-{mark()}-abcd1234", folder=True),
        _old(place / "vbgen-abcd1234.log"),
        _old(place / "giay-khen.docx"),
        _old(place / ".bashrc.tmp"),
        _old(place / "vbgen-cua-toi", folder=True),
    ]
    (place / ".fedcba9876543210.tmp").touch()  # of 0.1, and new
    sweep([place, place / "khong-co"])
    left = sorted(path.name for path in place.iterdir())
    assert left == sorted([*(path.name for path in kept), ".fedcba9876543210.tmp"]), gone


def test_a_process_that_got_the_number_of_a_dead_one_is_not_taken_for_it(place: Path) -> None:
    machine, process, start = mark().rsplit("-", 2)
    earlier = place / f"vbgen-print-{machine}-{process}-{int(start, 16) - 1:x}-abcd1234"
    before_boot = place / f"vbgen-print-{machine[:6]}ffff-{process}-{start}-abcd1234"
    elsewhere = place / f"vbgen-print-ffffff{machine[6:]}-1-1-abcd1234"
    for path in (earlier, before_boot, elsewhere):
        path.mkdir()
    sweep([place])
    assert list(place.iterdir()) == [elsewhere]
    os.utime(elsewhere, (LONG_AGO, LONG_AGO))
    sweep([place])
    assert list(place.iterdir()) == []


def test_what_seems_left_for_longer_than_can_be_is_not_touched(place: Path) -> None:
    """A clock that runs ahead by years makes everything look old, what a live run has too."""
    unmarked = place / "vbgen-abcd_123"
    elsewhere = place / f"vbgen-print-ffffff{mark()[6:]}-abcd1234"
    for path in (unmarked, elsewhere):
        path.mkdir()
        os.utime(path, (SEVENTY_YEARS_AGO, SEVENTY_YEARS_AGO))
    sweep([place])
    assert sorted(place.iterdir()) == sorted([unmarked, elsewhere])


def test_every_folder_for_a_while_bears_the_mark_of_its_owner() -> None:
    """One without a mark would be taken for one of 0.1, and go within a day whoever has it."""
    makers = ("TemporaryDirectory(", "mkdtemp(")
    found = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if any(maker in path.read_text("utf-8") for maker in makers)
    }
    assert found == {"leftovers.py"}


def test_a_link_is_not_followed(place: Path, dead: str, tmp_path: Path) -> None:
    (tmp_path / "cua-toi").mkdir()
    (place / f"vbgen-print-{dead}-abcd1234").symlink_to(tmp_path / "cua-toi")
    sweep([place])
    assert (tmp_path / "cua-toi").is_dir()


def test_names_are_those_that_are_swept(place: Path, dead: str) -> None:
    for name in (name_beside(), name_beside("a.b-c"), name_beside("x" * 255), new_name()):
        assert len(name) < 255
        (place / name.replace(mark(), dead)).touch()
    with temporary_folder("print") as folder:
        shutil.copytree(folder, folder.replace(mark(), dead))
        sweep([place])
        assert list(place.iterdir()) == [Path(folder)]


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with one paper, a second number held, and a bag of all."""
    office = Office.new(tmp_path_factory.mktemp("office") / "o")
    office.issue()
    assert office.run("archive", "export", "--all", "-o", "../tui").code == 0
    reserve = ("register", "reserve", "TB-SCT", "--date", "2022-03-20", "--subject", "Nghỉ lễ")
    assert office.run(*reserve, "--yes").code == 0
    return office.folder


ACTS = [
    "issue data/ha-nam-2022 phase-summary --phase 1 --date 2022-07-21 --no-pdf --yes",
    "register resume",
    "register void 01/SCT-VP --why Thử --yes",
    "register add TB-SCT --date 2022-03-21 --subject Nghỉ --yes",
    "register recover",
    "register import so.xlsx --agency SCT --yes",
    "print data/ha-nam-2022 certificate --phase 1 --test --only 1",
    "backup ../sao",
    "approve data/ha-nam-2022 launch-notice --date 2022-03-15 --by Thử",
]


@pytest.mark.parametrize("words", ACTS)
def test_every_act_takes_them_away(
    issued: Path, tmp_path: Path, place: Path, dead: str, words: str
) -> None:
    office = Office(Path(shutil.copytree(issued, tmp_path / "x" / "o")))
    output = office.folder / "output"
    left = [
        _old(place / f"vbgen-print-{dead}-abcd1234", folder=True),
        _old(output / "archive/incoming" / f"{dead}-0123456789abcdef.tmp"),
        *(
            _old(folder / f".{dead}-0123456789abcdef.tmp")
            for folder in (
                office.folder,
                office.folder / "data/ha-nam-2022",
                output,
                output / "ha-nam-2022/issued",
                output / "ha-nam-2022/drafts",
            )
        ),
    ]
    answer = office.run(*words.split())
    assert answer.code != 70, answer.said
    assert [path for path in left if path.exists()] == [], answer.said


def test_drafts_and_bags_take_away_what_lies_where_they_write(
    issued: Path, tmp_path: Path, place: Path, dead: str
) -> None:
    office = Office(Path(shutil.copytree(issued, tmp_path / "x" / "o")))
    for words, folder in [
        ("draft data/ha-nam-2022 launch-notice -o ra", office.folder / "ra"),
        ("draft data/ha-nam-2022 launch-notice --pdf", place),
        ("archive export --all -o tui/2022", office.folder / "tui"),
        ("register backup sao/so.sqlite3", office.folder / "sao"),
        ("register export so/so.csv", office.folder / "so"),
    ]:
        left = [_old(folder / f".x-{dead}-0123456789abcdef.tmp", folder=True)]
        left += [_old(folder / f"vbgen-print-{dead}-abcd1234", folder=True)]
        answer = office.run(*words.split())
        assert answer.code == 0, answer.said
        assert [path for path in left if path.exists()] == [], words


def test_what_waits_for_an_open_number_stays_and_the_rest_goes(
    issued: Path, tmp_path: Path
) -> None:
    office = Office(Path(shutil.copytree(issued, tmp_path / "o")))
    database = f"sqlite:///{office.folder / 'output/register.sqlite3'}"
    with closing(Register.open(database, now=datetime.now(UTC))) as register:
        settled = register.entries()[0].id
    making = office.folder / "output/making"
    (making / settled).mkdir(parents=True)
    (making / ("f" * 32)).mkdir()
    assert office.run("register", "resume").code == 0
    assert list(making.glob("*")) == []


def test_a_killed_run_leaves_nothing_for_long(tmp_path: Path, place: Path) -> None:
    """A real process, killed while its folder and its half-written file lie there."""
    script = (
        "import sys, tempfile; from pathlib import Path; from vbgen.leftovers import *;"
        f" folder = temporary_folder('chunk'); Path({str(tmp_path)!r}, name_beside('a')).touch();"
        " print('ready', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        sweep([place, tmp_path])
        assert len(list(place.glob("vbgen-chunk-*"))) == len(list(tmp_path.glob(".a-*"))) == 1
        process.send_signal(signal.SIGKILL)
    sweep([place, tmp_path])
    assert list(place.iterdir()) == list(tmp_path.glob(".a-*")) == []
