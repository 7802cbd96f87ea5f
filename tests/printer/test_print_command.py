"""`vbgen print`, as a clerk works: only what is issued goes on stock, tests on plain paper, reprints in the journal."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.printer.print_shop import QUEUE, PrintShop
from tests.printer.where import pages_in
from vbgen.cli import run
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.office import (
    CertificateChoice,
    PrintCertificates,
    PrintOnce,
    Surroundings,
    TakePrint,
    WhichCertificates,
)
from vbgen.office import Office as OpenedOffice

CAMPAIGN = "data/ha-nam-2022"
CERTIFICATE = (CAMPAIGN, "certificate", "--phase", "1")


@dataclass(frozen=True)
class Office:
    """A workspace in which commands are run."""

    folder: Path

    def does(
        self, *words: object, environ: Mapping[str, str] | None = None
    ) -> tuple[int, str, str]:
        """Exit code, what was printed, what was complained; run in this process, which starts once."""
        out, err, before = StringIO(), StringIO(), dict(os.environ)
        os.environ |= {**(environ or {}), "VBGEN_BY": "Văn thư"}
        try:
            with (
                chdir(self.folder),
                redirect_stdout(out),
                redirect_stderr(err),
                pytest.raises(SystemExit) as ended,
            ):
                run([str(word) for word in words])
        finally:
            os.environ.clear()
            os.environ |= before
        return int(ended.value.code or 0), out.getvalue(), err.getvalue()

    def says(self, *words: object, environ: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - what it says
        """What the command answers as JSON; it must succeed."""
        code, out, err = self.does(*words, "--json", environ=environ)
        assert code == 0, out + err
        return json.loads(out)

    def journal(self) -> list[tuple[str, dict[str, Any]]]:
        """Prints and reprints that the journal knows."""
        from datetime import datetime

        from vbgen.register import Register

        register = Register.open(
            f"sqlite:///{self.folder / 'output' / 'register.sqlite3'}",
            now=datetime.now().astimezone(),
        )
        acts = [(act.what, dict(act.detail)) for act, _stated in register.journal()]
        register.close()
        return [act for act in acts if act[0] in {"print", "reprint"}]


@pytest.fixture(scope="module")
def before_issue(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A workspace in which nothing is issued; tests leave it so."""
    folder = tmp_path_factory.mktemp("before") / "office"
    Office(folder.parent).does("init", folder)
    return Office(folder)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A workspace in which the first phase's decision is issued and its certificates were printed once."""
    folder = tmp_path_factory.mktemp("issued") / "office"
    Office(folder.parent).does("init", folder)
    made = Office(folder)
    made.says("issue", CAMPAIGN, "award-decision", "--phase", "1", "--date", "2022-07-20", "--yes")
    said = made.says("print", *CERTIFICATE, "--stock", "a4-3", "-o", folder / "in.pdf")
    assert (said["sheets"], said["frames"], said["stock"], said["journal"]) == (
        12,
        12,
        "a4-3",
        "print",
    )
    return made


def test_a_draft_is_not_printed_on_stock_and_no_register_is_made_for_asking(
    before_issue: Office,
) -> None:
    code, _out, err = before_issue.does("print", *CERTIFICATE)
    assert code == 1
    assert "--test" in err
    assert not (before_issue.folder / "output" / "register.sqlite3").exists()


def test_a_draft_can_be_tried_on_plain_paper(before_issue: Office, tmp_path: Path) -> None:
    said = before_issue.says(
        "print", *CERTIFICATE, "--test", "--only", "2,3", "--stock", "360x270-2"
    )
    assert (said["sheets"], said["frames"], said["journal"]) == (2, 0, None)
    pages = pages_in(Path(said["file"]).read_bytes(), tmp_path)
    assert [round(page.width) for page in pages] == [420, 420]
    assert Path(said["file"]).name == "certificate-phase-1-360x270-2-test.pdf"


@pytest.fixture(scope="module")
def printed(office: Office) -> bytes:
    """The print file of all certificates for stock that carries everything."""
    return (office.folder / "in.pdf").read_bytes()


def test_the_issued_certificates_go_on_stock_with_their_numbers_one_a_page(
    office: Office, printed: bytes, tmp_path: Path
) -> None:
    listed = office.says("print", *CERTIFICATE, "--list")["certificates"]
    for page, row in zip(pages_in(printed, tmp_path), listed, strict=True):
        assert "".join(row["name"].upper().split()) in "".join(page.text.split())
        assert "01/QĐ-SCT" in page.text
        assert str(row["golden_number"]) in page.text.split()
        assert "KHEN" not in page.text.split()


def test_a_reprint_leaves_the_printer_and_stands_in_the_journal_with_its_numbers_and_reason(
    office: Office, printed: bytes, shop: PrintShop, tmp_path: Path
) -> None:
    words = ("print", *CERTIFICATE, "--only", "2,5-6", "--stock", "a4-3", "--to", QUEUE, "--yes")
    again = tmp_path / "again.pdf"
    said = office.says(*words, "-o", again, "--why", "Tờ số 2 bị nhòe", environ=shop.environ)
    assert (said["sheets"], said["printer"], said["journal"]) == (3, QUEUE, "reprint")
    what, detail = office.journal()[-1]
    assert (what, detail["to"], detail["outcome"]) == ("reprint", QUEUE, "completed")
    assert detail["certificates"] == detail["golden_book"] == "2,5-6"
    whole = pages_in(printed, tmp_path)
    assert [page.text for page in pages_in(again.read_bytes(), tmp_path)] == [
        whole[n - 1].text for n in (2, 5, 6)
    ]
    assert len(pages_in(shop.received()[-1].read_bytes(), tmp_path)) == 3


def test_a_certificate_is_printed_by_its_place_in_the_decision(
    office: Office, printed: bytes, tmp_path: Path
) -> None:
    words = ("print", *CERTIFICATE, "--stock", "a4-3", "--why", "thử", "-o", tmp_path / "x.pdf")
    said = office.says(*words, "--only", "01/QĐ-SCT:2,5-6")
    whole = pages_in(printed, tmp_path)
    assert said["sheets"] == 3
    assert [page.text for page in pages_in((tmp_path / "x.pdf").read_bytes(), tmp_path)] == [
        whole[n - 1].text for n in (2, 5, 6)
    ]
    for wrong in ("02/QĐ-SCT:2", "01/QĐ-SCT:99"):
        code, _out, err = office.does(*words, "--only", wrong)
        assert (code, "Traceback" in err) == (2, False)


def test_blank_paper_gets_the_archives_own_pages_and_needs_no_office_program(
    office: Office, tmp_path: Path
) -> None:
    words = ("print", *CERTIFICATE, "--only", "4,12", "--stock", "a3", "-o", tmp_path / "a3.pdf")
    office.says(*words, environ={**os.environ, "VBGEN_SOFFICE": str(tmp_path / "nowhere")})
    pages = pages_in((tmp_path / "a3.pdf").read_bytes(), tmp_path)
    assert ["4" in page.text.split() for page in pages] == [True, False]
    assert all("KHEN" in page.text.split() for page in pages)


def test_certificates_leave_the_printer_by_unit_or_by_a_field_where_that_is_asked(
    office: Office, tmp_path: Path
) -> None:
    rows = office.says("print", *CERTIFICATE, "--list")["certificates"]
    listed = ["".join(row["name"].upper().split()) for row in rows]
    orders = {}
    for order in ("list", "unit", "full_name"):
        office.says("print", *CERTIFICATE, "--order", order, "-o", tmp_path / "in.pdf")
        pages = pages_in((tmp_path / "in.pdf").read_bytes(), tmp_path)
        texts = ["".join(page.text.split()) for page in pages]
        orders[order] = [next(name for name in listed if name in text) for text in texts]
    assert orders["list"] == listed
    assert len({tuple(names) for names in orders.values()}) == 3
    assert all(sorted(names) == sorted(listed) for names in orders.values())
    code, _out, err = office.does("print", *CERTIFICATE, "--order", "tên")
    assert code == 2
    assert "list, unit, " in err


def test_the_preview_shows_the_ten_tightest_and_prints_nothing(
    office: Office, tmp_path: Path
) -> None:
    acts = len(office.journal())
    said = office.says("print", *CERTIFICATE, "--preview", tmp_path / "xem.pdf", "--stock", "a4-1")
    shares = [row["tightness"] for row in said["certificates"]]
    assert len(shares) == 10
    assert shares == sorted(shares, reverse=True)
    assert len(pages_in((tmp_path / "xem.pdf").read_bytes(), tmp_path)) == 10
    assert len(office.journal()) == acts


def test_a_printers_readings_are_kept_and_undone_in_its_files(
    office: Office, printed: bytes, tmp_path: Path
) -> None:
    code, out, _err = office.does("print", "--calibrate", "HP", "-o", tmp_path / "thuoc.pdf")
    assert code == 0
    assert "mép trái" in out
    said = office.says(
        "print", "--calibrate", "HP", "--stock", "a4-3", "--readings", "23,5", "18", "18", "200"
    )
    assert (said["right_mm"], said["down_mm"]) == pytest.approx((3.5, -2.0))
    words = ("print", *CERTIFICATE, "--stock", "a4-3", "--only", "1")
    office.says(*words, "-o", tmp_path / "hp.pdf", "--for", "HP")
    plain, (moved,) = (
        pages_in(printed, tmp_path)[0],
        pages_in((tmp_path / "hp.pdf").read_bytes(), tmp_path),
    )
    for old, new in zip(plain.words, moved.words, strict=True):
        assert (new.x - old.x, new.y - old.y) == pytest.approx((-3.5, 2.0), abs=0.01)
    code, _out, err = office.does("print", *CERTIFICATE, "--stock", "a4-1", "--for", "HP")
    assert code == 2
    assert "vbgen print --calibrate HP" in err


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("print",), 2, "Hãy ghi phong trào"),
        (("print", CAMPAIGN, "award-decision"), 2, "chỉ dùng cho giấy khen"),
        (("print", *CERTIFICATE, "--only", "99"), 2, "ngoài khoảng từ 1 đến 12"),
        (("print", *CERTIFICATE, "--stock", "a5"), 2, "Không có phôi “a5”"),
        (("print", *CERTIFICATE, "--to", QUEUE), 1, "hãy chạy lại với --yes"),
        (
            ("print", "--calibrate", "HP", "--readings", "60", "20", "20", "200"),
            1,
            "Số đo chưa dùng được",
        ),
        (
            ("print", "--calibrate", "HP", "--readings", "x", "20", "20", "200"),
            2,
            "không phải là số đo",
        ),
    ],
)
def test_what_cannot_be_done_is_told(
    office: Office, words: tuple[str, ...], code: int, sentence: str
) -> None:
    found, out, err = office.does(*words)
    assert found == code
    assert sentence in out + err


def test_a_print_that_failed_is_an_error_and_stands_in_the_journal_as_such(
    office: Office, shop: PrintShop
) -> None:
    words = ("print", *CERTIFICATE, "--only", "3", "--stock", "a3", "--to", QUEUE, "--yes")
    code, out, err = office.does(*words, environ=shop.environ)
    assert code == 5
    assert "đã bị hủy" in out + err
    assert office.journal()[-1][1]["outcome"] == "failed"


def test_the_page_of_crosses_comes_out_of_the_printer(office: Office, shop: PrintShop) -> None:
    before = len(shop.received())
    said = office.says("print", "--calibrate", QUEUE, environ=shop.environ)
    assert said["measured"] is False
    assert len(shop.received()) == before + 1


def at_a_terminal(office: Office, *words: object, typed: str) -> tuple[int, str]:
    """Exit code and screen of a command whose questions a person answers."""
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", *map(str, words)],
        cwd=office.folder, stdin=theirs, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_the_four_readings_are_asked_until_a_printer_can_print_like_that(
    office: Office, tmp_path: Path
) -> None:
    typed = "".join(
        f"{answer}\n" for answer in ("hai mươi", "20", "20", "20", "194", "21,5", "20", "20", "200")
    )
    words = ("print", "--calibrate", "Canon", "--stock", "a3", "-o", tmp_path / "thuoc.pdf")
    code, screen = at_a_terminal(office, *words, typed=typed)
    assert code == 0
    assert "“hai mươi” không phải là số đo" in screen
    assert "Fit to page" in screen
    assert "lệch 1,5 mm sang phải" in screen


def test_the_clerk_can_say_no_before_paper_is_used(office: Office) -> None:
    acts = len(office.journal())
    code, screen = at_a_terminal(office, "print", *CERTIFICATE, "--to", QUEUE, typed="n\n")
    assert code == 130
    assert "Cần 12 tờ" in screen
    assert "12 khung" in screen
    assert len(office.journal()) == acts


def test_an_interrupt_takes_the_job_back_from_the_printer(office: Office, shop: PrintShop) -> None:
    import signal
    import time

    before = len(shop.received())
    with shop.mood("sleep 20"):
        running = subprocess.Popen(
            [sys.executable, "-m", "vbgen", "print", "--calibrate", shop.printer_uri],
            cwd=office.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
        while len(shop.received()) == before:
            time.sleep(0.1)
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        said, _none = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "Đã dừng theo yêu cầu" in said.decode()
    assert "Cancel-Job" in (shop.folder / "ippeveprinter.log").read_text("utf-8", "replace")


def test_what_a_killed_desk_had_begun_is_not_printed_twice(office: Office) -> None:
    which = WhichCertificates(
        office.folder / CAMPAIGN, "certificate/", 1, CertificateChoice((2,)), stock="a4-3"
    )
    around = Surroundings(dict(os.environ), "Lan", lambda: datetime.now().astimezone())
    with OpenedOffice.act(office.folder, around) as opened:
        on_paper = PrintOnce(PrintCertificates(which, printer="khong-co"), "p" * 20, is_again=True)
        with pytest.raises(ProblemsFoundError) as caught:
            opened.do(on_paper)
        assert [each.code for each in caught.value.problems] == ["print-interrupted"]
        assert office.journal()[-1][1]["outcome"] == "unknown"
        as_file = PrintOnce(PrintCertificates(which), "f" * 20)
        first = opened.do(as_file)
        assert first.journal == "reprint"
        acts = len(office.journal())
        again = opened.do(replace(as_file, is_again=True))
        assert (again.file, again.counted) == (first.file, first.counted)
        assert len(office.journal()) == acts
        assert opened.do(TakePrint("f" * 20)).content.startswith(b"%PDF")
        with pytest.raises(UsageError, match="không còn"):
            opened.do(TakePrint("../../vbgen.toml"))
