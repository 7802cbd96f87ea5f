"""Runs: chunks handed out, receipts settled, workers lost, runs taken up again."""

from pathlib import Path

import pytest

from tests.runs.batch_work import calls, home, planned, receipt
from vbgen.errors import OutputError, OutsideProgramError
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.ledger import MemoryLedger
from vbgen.pages.runs.local import LocalProcesses
from vbgen.pages.runs.progress import Progress
from vbgen.pages.runs.receipt import Receipt
from vbgen.pages.runs.running import Home, Workers, run

TEN = planned(10)
ALL = tuple(map(receipt, TEN))


@pytest.fixture(params=["inline", "processes"])
def workers(request: pytest.FixtureRequest) -> Workers:
    return Inline() if request.param == "inline" else LocalProcesses(2)


def test_every_chunk_is_made_once_and_told_in_order(workers: Workers, tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    outcome = run(
        TEN, home(tmp_path, MemoryLedger(), keep=lambda done: kept.update(done.contents)), workers
    )
    assert outcome.receipts == ALL
    assert calls(tmp_path) == dict.fromkeys(range(10), 1)
    assert set(kept) == {f"content {number}" for number in range(10)}


def test_what_is_settled_is_not_made_again(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    run(TEN[:6], home(tmp_path, ledger), Inline())
    assert run(TEN, home(tmp_path, ledger), Inline()).receipts == ALL
    assert calls(tmp_path) == dict.fromkeys(range(10), 1)


def test_a_receipt_for_what_is_no_longer_kept_does_not_count(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    run(TEN, home(tmp_path, ledger), Inline())
    plain = home(tmp_path, ledger)
    picky = Home(plain.task, plain.work, plain.keep, ledger, holds=lambda found: found.number != 4)
    assert run(TEN, picky, Inline()).receipts == ALL
    assert calls(tmp_path)[4] == 2


def test_progress_counts_what_was_done_before(tmp_path: Path) -> None:
    told = list[Progress]()
    ledger = MemoryLedger()
    run(TEN[:6], home(tmp_path, ledger), Inline())
    plain = home(tmp_path, ledger)
    run(TEN, Home(plain.task, plain.work, plain.keep, ledger, tell=told.append), Inline())
    assert [(each.done, each.total, each.made) for each in told] == [
        (6, 10, 0),
        (7, 10, 1),
        (8, 10, 2),
        (9, 10, 3),
        (10, 10, 4),
    ]


def test_a_chunk_that_cannot_be_made_is_told_and_tried_again_next_time(
    workers: Workers, tmp_path: Path
) -> None:
    ledger = MemoryLedger()
    outcome = run(TEN, home(tmp_path, ledger, trouble="bad data"), workers)
    assert [problem.message for problem in outcome.problems] == ["Mẫu không khớp dữ liệu."]
    assert outcome.receipts == ALL[:3] + ALL[4:]
    assert run(TEN, home(tmp_path, ledger), workers).receipts == ALL
    assert calls(tmp_path) == {**dict.fromkeys(range(10), 1), 3: 2}


def test_a_chunk_with_a_paper_that_could_not_be_made_is_known_to_the_ledger_and_made_again(
    tmp_path: Path,
) -> None:
    ledger = MemoryLedger()
    outcome = run(TEN, home(tmp_path, ledger, trouble="one lost"), Inline())
    assert (len(outcome.problems), len(outcome.receipts)) == (1, 10)
    assert {file for kept in ledger.receipts().values() for file in kept.files} == {
        file for kept in ALL for file in kept.files
    }
    assert run(TEN, home(tmp_path, ledger), Inline()).problems == ()
    assert calls(tmp_path) == {**dict.fromkeys(range(10), 1), 3: 2}


def test_a_fault_that_is_no_paper_s_own_ends_the_run_and_keeps_what_was_done(
    workers: Workers, tmp_path: Path
) -> None:
    ledger = MemoryLedger()
    with pytest.raises(OutputError, match="đã đầy"):
        run(TEN, home(tmp_path, ledger, trouble="disk full"), workers)
    assert 0 < len(ledger.receipts()) < len(TEN)


def test_a_killed_process_changes_nothing_in_the_result(tmp_path: Path) -> None:
    outcome = run(TEN, home(tmp_path, MemoryLedger(), trouble="killed"), LocalProcesses(2))
    assert outcome.receipts == ALL
    assert calls(tmp_path)[3] >= 2


def test_a_chunk_that_kills_every_worker_ends_the_run_and_is_named(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    with pytest.raises(OutsideProgramError) as caught:
        run(planned(4), home(tmp_path, ledger, trouble="always killed"), LocalProcesses(1))
    assert [problem.message for problem in caught.value.problems] == [
        "Chưa làm được: từ “Giấy khen của Nguyễn Thị Ánh 0003” đến “Giấy khen của Nguyễn Thị Ánh 0003”."
    ]
    assert len(ledger.receipts()) == 3


def test_a_receipt_settled_twice_is_one_receipt() -> None:
    ledger = MemoryLedger()
    for _time in range(2):
        ledger.settle(ALL[0])
    assert ledger.receipts() == {ALL[0].key: ALL[0]}


def test_a_receipt_survives_as_json() -> None:
    assert Receipt.from_json(ALL[0].as_json()) == ALL[0]
