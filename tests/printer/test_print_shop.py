"""Jobs go through a real CUPS to a simulated IPP printer; what it received, and how the job ended, is checked."""

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.printer.print_shop import QUEUE, PrintShop
from tests.printer.where import Page, Word, pages_in
from vbgen.errors import OutsideProgramError, UsageError
from vbgen.machine.printers import find_printer
from vbgen.model.stock import Box
from vbgen.printer.job import JobStage, PrintingFailedError, Standing, Ticket, print_through
from vbgen.printer.sheets import print_copy
from vbgen.printer.stocks import Stocks

A4 = Box(width=297, height=210)
PATIENCE_S = 120.0
JAM = 'echo "STATE: +media-jam-error" >&2; sleep 2; echo "STATE: -media-jam-error" >&2; sleep 1'
EMPTY = (
    'echo "STATE: +media-empty-error" >&2; sleep 3; echo "STATE: -media-empty-error" >&2; exit 1'
)


def sent(shop: PrintShop, pdf: bytes, name: str = QUEUE, **wishes: object) -> list[Standing]:
    """What the printer said on the way to the job's end."""
    ticket = Ticket("Giấy khen", **{"paper": A4, **wishes})  # type: ignore[arg-type]  # what a test wishes
    told: list[Standing] = []
    ended = print_through(
        find_printer(name, shop.environ), pdf, ticket, told.append, patience_s=PATIENCE_S
    )
    assert told[-1] == ended
    return told


def turned(page: Page) -> Page:
    """A page that CUPS laid on upright paper, seen as a certificate is held."""
    words = tuple(
        Word(word.text, word.y, page.width - word.right, word.bottom, page.width - word.x)
        for word in page.words
    )
    return Page(page.height, page.width, words)


@pytest.mark.parametrize("direct", [False, True], ids=["queue", "printer"])
def test_the_printer_receives_every_page_in_order_and_says_that_it_is_done(
    direct: bool, shop: PrintShop, set_pages: Mapping[str, bytes], tmp_path: Path
) -> None:
    told = sent(shop, set_pages["a4"], shop.printer_uri if direct else QUEUE)
    assert told[-1].stage is JobStage.COMPLETED
    received = pages_in(shop.received()[-1].read_bytes(), tmp_path)
    wanted = pages_in(set_pages["a4"], tmp_path)
    assert [sorted(page.text.split()) for page in received] == [
        sorted(page.text.split()) for page in wanted
    ]


def test_what_comes_out_of_the_queue_is_neither_scaled_nor_moved(
    shop: PrintShop, set_pages: Mapping[str, bytes], stocks: Stocks, tmp_path: Path
) -> None:
    page = print_copy(set_pages["a4-2"], stocks.find("a4-2"), pages=[2])
    sent(shop, page)
    (received,) = (turned(one) for one in pages_in(shop.received()[-1].read_bytes(), tmp_path))
    (wanted,) = pages_in(page, tmp_path)
    assert (received.width, received.height) == pytest.approx((297, 210), abs=0.05)
    for word in wanted.words:
        found = min(received.words, key=lambda other: abs(other.x - word.x) + abs(other.y - word.y))
        assert found.text == word.text
        assert (found.x, found.y, found.right) == pytest.approx(
            (word.x, word.y, word.right), abs=0.05
        )


def test_tray_and_copies_reach_the_printer(shop: PrintShop, set_pages: Mapping[str, bytes]) -> None:
    log = shop.folder / "ippeveprinter.log"
    before = log.stat().st_size
    sent(shop, set_pages["a4"], tray="manual", copies=2)
    said = log.read_bytes()[before:].decode("utf-8", "replace")
    assert "media-source=manual" in said
    assert "copies (integer) 2" in said
    assert "x-dimension=21000 y-dimension=29700" in said
    assert "sides (keyword) one-sided" in said


def test_a_job_that_the_printer_cancels_after_it_was_taken_is_reported(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    """A3 on a printer that has none: the queue takes the job, the printer does not."""
    with pytest.raises(PrintingFailedError, match="đã bị hủy") as caught:
        sent(shop, set_pages["a4"], paper=Box(width=420, height=297))
    assert caught.value.standing.stage is JobStage.CANCELED
    assert "cannot print with supplied options" in caught.value.message


def test_the_printer_asked_directly_refuses_such_paper_at_once(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with pytest.raises(OutsideProgramError, match="khổ giấy, khay"):
        sent(shop, set_pages["a4"], shop.printer_uri, paper=Box(width=420, height=297))


def test_a_jam_is_told_while_it_lasts_and_the_job_goes_on(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with shop.mood(JAM):
        told = sent(shop, set_pages["a4"], shop.printer_uri)
    assert any(reason.startswith("media-jam") for standing in told for reason in standing.reasons)
    assert told[-1].stage is JobStage.COMPLETED


def test_a_job_that_the_printer_drops_is_reported_although_the_queue_calls_it_completed(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with (
        shop.mood("sleep 2; exit 1"),
        pytest.raises(PrintingFailedError, match=r"bị bỏ dở|đã bị hủy"),
    ):
        sent(shop, set_pages["a4"])


def test_want_of_paper_is_told_and_so_is_the_end_of_the_job(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    told: list[Standing] = []
    printer = find_printer(QUEUE, shop.environ)
    with shop.mood(EMPTY), pytest.raises(PrintingFailedError):
        print_through(
            printer, set_pages["a4"], Ticket("Giấy khen", A4), told.append, patience_s=PATIENCE_S
        )
    assert any(reason.startswith("media-empty") for standing in told for reason in standing.reasons)


def test_a_printer_that_stands_still_is_reported_and_its_job_can_be_taken_back(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    printer = find_printer(shop.printer_uri, shop.environ)
    with shop.mood("sleep 12"):
        told: list[Standing] = []
        with pytest.raises(PrintingFailedError, match="không hoạt động"):
            print_through(
                printer, set_pages["a4"], Ticket("Giấy khen", A4), told.append, patience_s=1.5
            )
        job = int(shop.received()[-1].name.split("-")[0])
        assert printer.standing(job).stage is JobStage.PRINTING
        printer.cancel(job)
        assert printer.standing(job).stage >= JobStage.PRINTING


def test_a_busy_printer_is_asked_again_until_it_is_free(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with shop.mood("sleep 2"):
        first = threading.Thread(target=sent, args=(shop, set_pages["a4"], shop.printer_uri))
        first.start()
        told = sent(shop, set_pages["a4"], shop.printer_uri)
        first.join()
    assert told[-1].stage is JobStage.COMPLETED


def test_a_queue_that_is_not_there_is_told_with_those_that_are(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with pytest.raises(UsageError, match=f"Các máy in: {QUEUE}"):
        sent(shop, set_pages["a4"], "phong-xin")


def test_a_tray_that_the_printer_lacks_is_told_with_its_own(
    shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with pytest.raises(UsageError, match="các khay: auto, main, manual, by-pass-tray"):
        sent(shop, set_pages["a4"], tray="khay-9")


@pytest.mark.parametrize("name", ["ipp://localhost:9/ipp/print", "ipp://localhost/"])
def test_a_printer_that_does_not_answer_is_told(
    name: str, shop: PrintShop, set_pages: Mapping[str, bytes]
) -> None:
    with pytest.raises(OutsideProgramError, match="Không liên lạc được"):
        sent(shop, set_pages["a4"], name)


@pytest.mark.parametrize("name", ["http://localhost/", "ipp://", "lpd://may/in"])
def test_an_address_of_another_kind_is_refused(name: str, shop: PrintShop) -> None:
    with pytest.raises(UsageError, match="ipp://"):
        find_printer(name, shop.environ)
