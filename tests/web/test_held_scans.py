"""Scans that were sent to the desk stay until they are read, however many come."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from starlette.datastructures import UploadFile

from vbgen.web.tasks.scanning import HeldScans

LAN = "lan"


@pytest.fixture
def scans() -> Iterator[HeldScans]:
    made = HeldScans()
    yield made
    made.close()


def sent(number: int) -> UploadFile:
    return UploadFile(BytesIO(f"%PDF {number}".encode()))


def held(scans: HeldScans) -> list[int]:
    return [number for number in range(30) if scans.held(LAN, f"job-{number}")]


def test_what_was_not_read_yet_is_pushed_out_by_nothing(scans: HeldScans) -> None:
    for number in range(30):
        scans.hold(LAN, f"job-{number}", sent(number), lambda job: job in {"job-3", "job-29"})
    assert held(scans) == [number for number in range(30) if number != 3]


def test_of_those_that_wait_for_a_word_the_newest_stay(scans: HeldScans) -> None:
    for number in range(30):
        scans.hold(LAN, f"job-{number}", sent(number), lambda _job: True)
    assert held(scans) == list(range(10, 30))


def test_a_form_that_is_sent_twice_brings_one_file_and_nobody_has_anothers(
    scans: HeldScans,
) -> None:
    first = scans.hold(LAN, "job-1", sent(1), lambda _job: False)
    assert scans.hold(LAN, "job-1", sent(2), lambda _job: False) == first
    assert first.read_bytes() == b"%PDF 1"
    assert first.name == "ban-quet.pdf"
    assert scans.held("binh", "job-1") is None
