"""A decision with many certificates, from the Excel list to single files in the archive, whatever happens meanwhile."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.archive.s3_server import serving
from tests.patience import comes_true, wait_for
from tests.ports import free_port
from tests.runs.big_office import CAMPAIGN, DECISION, BigOffice, office_with, workbook
from tests.runs.dask_processes import Cluster, cluster_of_two
from vbgen.pages.pdf.document import check_pdf, texts_of
from vbgen.pages.pdf.splitting import single_files

if TYPE_CHECKING:
    from subprocess import Popen

COUNT = 120  # two chunks
pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="processes are killed by their group"),
]
Made = Callable[..., BigOffice]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workbook(tmp_path_factory.mktemp("form"), COUNT)


@pytest.fixture(scope="module")
def issued(form: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BigOffice, str]:
    """An office that has issued, and what the command told on the way."""
    office = office_with(form, tmp_path_factory.mktemp("issued") / "office", VBGEN_WORKERS="2")
    _out, err = office.run(*DECISION)
    return office, err


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with cluster_of_two(tmp_path / "cluster") as made:
        yield made


def test_every_certificate_is_kept_as_a_file_of_its_own_and_all_of_them_as_one(
    issued: tuple[BigOffice, str], tmp_path: Path
) -> None:
    office, _told = issued
    singles = office.singles()
    assert len(set(singles.values())) == len(singles) == COUNT
    assert min(singles) == "certificate-0001-nguyen-van-an.pdf"
    whole = office.folder / "output" / "le-tuyen-duong" / "issued" / "01-QĐ-SCT-certificate.pdf"
    names = [" ".join(page.split()) for page in texts_of(whole)]
    assert len(names) == COUNT
    assert check_pdf(whole, pages=COUNT) == []
    for number, (name, digest) in enumerate(singles.items(), 1):
        if number in {1, 60, 61, COUNT}:
            content = (
                office.folder / "output" / "archive" / "objects" / digest[:2] / digest
            ).read_bytes()
            assert list(single_files(content, [name]))
            (tmp_path / name).write_bytes(content)
            assert " ".join(texts_of(tmp_path / name)[0].split()) == names[number - 1]
            assert f"Số sổ vàng: {number} " in f"{names[number - 1]} "


def test_the_archive_is_sound_the_papers_can_be_made_again_and_nothing_is_left_behind(
    issued: tuple[BigOffice, str],
) -> None:
    office, _told = issued
    office.run("archive", "verify")
    office.run("register", "reissue", "01/QĐ-SCT")
    assert not (office.folder / "output" / "making").exists()
    assert office.rows("SELECT * FROM receipts") == []
    assert list(office.temporary.iterdir()) == []
    assert office.programs() == []


def test_progress_is_told_as_lines_of_json_beside_the_answer(issued: tuple[BigOffice, str]) -> None:
    events = [json.loads(line) for line in issued[1].splitlines()]
    assert [(event["event"], event["done"], event["total"]) for event in events] == [
        ("progress", done, COUNT) for done in (0, 60, COUNT)
    ]
    assert events[1]["seconds_left"] > 0
    assert events[-1]["per_second"] > 0


def test_certificates_go_with_their_dossier_into_a_bag_and_out_of_it(
    issued: tuple[BigOffice, str], form: Path, tmp_path: Path
) -> None:
    office, _told = issued
    bag = tmp_path / "ho-so"
    office.run("archive", "export", "--document", "01/QĐ-SCT", "-o", str(bag))
    assert len(list(bag.rglob("tung-to/*.pdf"))) == COUNT
    other = office_with(form, tmp_path / "other")
    other.run("archive", "import", str(bag))
    assert other.singles() == office.singles()
    other.run("archive", "verify")


def test_certificates_on_blank_paper_are_the_archived_pages(
    issued: tuple[BigOffice, str], tmp_path: Path
) -> None:
    office, _told = issued
    target = tmp_path / "in.pdf"
    office.run(
        "print", CAMPAIGN, "certificate", "--phase", "1", "--only", "2,61", "-o", str(target)
    )
    pages = [" ".join(page.split()) for page in texts_of(target)]
    assert ["Số sổ vàng: 2 " in pages[0], "Số sổ vàng: 61 " in pages[1]] == [True, True]


def test_a_run_killed_in_the_middle_goes_on_from_its_receipts_to_the_same_files(
    issued: tuple[BigOffice, str], form: Path, tmp_path: Path
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS="1")
    _kill_after_the_first_chunk(office)
    kept = office.rows("SELECT chunk FROM receipts")
    assert len(kept) == 1
    office.run("archive", "verify")
    _out, err = office.run("register", "resume", "--json")
    events = [json.loads(line) for line in err.splitlines()]
    assert [event["done"] for event in events] == [60, COUNT]
    assert office.singles() == issued[0].singles()
    office.run("archive", "verify")
    assert office.rows("SELECT * FROM receipts") == []


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_run_ends_at_once_tells_what_is_open_and_goes_on_later(
    issued: tuple[BigOffice, str], form: Path, tmp_path: Path, workers: str
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS=workers)
    process = office.start(*(word for word in DECISION if word != "--json"))
    _wait(lambda: _is_making(office.temporary), process)
    os.killpg(
        process.pid, signal.SIGINT
    )  # as a terminal does: to the command and to what it started
    out, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "01/QĐ-SCT" in err
    assert "Traceback" not in out + err
    assert comes_true(lambda: not office.programs())
    assert list(office.temporary.iterdir()) == []  # nobody's certificate lies about
    office.run("register", "resume")
    assert office.singles() == issued[0].singles()


def test_workers_go_when_the_command_that_started_them_is_killed(
    form: Path, tmp_path: Path
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS="2")
    process = office.start(*DECISION)
    _wait(lambda: _is_making(office.temporary), process)
    assert len(office.workers()) >= 2
    process.kill()
    process.communicate()
    assert comes_true(lambda: not office.programs() and not office.workers())


def test_a_number_given_up_in_the_middle_of_a_run_leaves_the_archive_sound(
    form: Path, tmp_path: Path
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS="1")
    _kill_after_the_first_chunk(office)
    (identity,) = office.rows("SELECT id FROM documents")[0]
    office.run("register", "void", identity, "--why", "Làm lại")
    assert "file-orphaned" not in [
        problem["code"] for problem in office.ask("archive", "verify", "--json")["problems"]
    ]
    assert not (office.folder / "output" / "making").exists()


def test_a_run_finished_without_its_pdf_files_leaves_the_archive_sound(
    form: Path, tmp_path: Path
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS="1")
    _kill_after_the_first_chunk(office)
    office.run("register", "resume", "--no-pdf")
    assert office.singles() == {}
    assert "file-orphaned" not in [
        problem["code"] for problem in office.ask("archive", "verify", "--json")["problems"]
    ]
    assert not (office.folder / "output" / "making").exists()


def test_workers_put_certificates_straight_into_an_object_store(
    issued: tuple[BigOffice, str], form: Path, tmp_path: Path
) -> None:
    with serving(free_port()) as store:
        archive = store.bucket("van-thu")
        office = office_with(
            form, tmp_path / "office", VBGEN_WORKERS="2", VBGEN_ARCHIVE=archive, **store.environ
        )
        office.run(*DECISION)
        assert office.singles() == issued[0].singles()
        office.run("archive", "verify")


def test_a_failing_libreoffice_leaves_the_number_and_the_ways_out_are_told(
    form: Path, tmp_path: Path
) -> None:
    useless = tmp_path / "soffice"
    useless.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "LibreOffice 7.4.7.2" && exit 0\nexit 1\n', "utf-8"
    )
    useless.chmod(0o755)
    office = office_with(form, tmp_path / "office", VBGEN_WORKERS="1")
    said = office.ask(*DECISION, code=5, VBGEN_SOFFICE=str(useless))["message"]
    assert "01/QĐ-SCT vẫn được giữ" in said
    assert "--no-pdf" in said
    office.run("register", "resume", "--no-pdf")


def test_a_cluster_gives_the_same_files_though_one_of_its_workers_is_killed(
    issued: tuple[BigOffice, str], form: Path, cluster: Cluster, tmp_path: Path
) -> None:
    office = office_with(form, tmp_path / "office", VBGEN_CLUSTER=cluster.address)
    process = office.start(*DECISION)
    _wait(lambda: _is_making(cluster.temporary), process)
    cluster.kill(cluster.workers[0])
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, out + err
    assert office.singles() == issued[0].singles()
    office.run("archive", "verify")


def _kill_after_the_first_chunk(office: BigOffice) -> None:
    process = office.start(*DECISION)
    _wait(lambda: bool(office.rows("SELECT chunk FROM receipts")), process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert comes_true(
        lambda: not office.programs()
    )  # LibreOffice went with the command that had started it


def _is_making(temporary: Path) -> bool:
    places = ("vbgen-chunk-*/*.docx", "vbgen-workers-*/vbgen-chunk-*/*.docx")
    return any(list(temporary.glob(place)) for place in places)


def _wait(truth: Callable[[], bool], process: "Popen[str]") -> None:
    wait_for(lambda: truth() or process.poll() is not None)
    assert process.poll() is None, "the run did not come to its middle"
