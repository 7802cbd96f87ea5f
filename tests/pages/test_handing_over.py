"""Words handed to a LibreOffice that runs, as its second start would hand them; and one that answers otherwise."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest

from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.handing_over import forget_socket, hand_over, sockets_of
from vbgen.pages.converter.jobs import Ending
from vbgen.pages.converter.process import Stalled
from vbgen.pages.converter.warm import WarmConverter
from vbgen.pages.pdf.document import texts_of

WordFile = Callable[..., Path]
Listening = Callable[..., list[bytes]]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="LibreOffice listens otherwise there")


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "profile"
    forget_socket(tmp_path / "profile")


@pytest.fixture
def listening(profile: Path) -> Iterator[Listening]:
    """Somebody listens in LibreOffice's place, greets and answers with those words, and leaves."""
    with ExitStack() as closing:

        def listen(greeting: bytes, *answers: bytes, stays: bool = False) -> list[bytes]:
            given: list[bytes] = []
            server = closing.enter_context(socket.socket(socket.AF_UNIX))
            server.bind(str(next(sockets_of(profile))))
            server.listen()

            def serve() -> None:
                line, _address = server.accept()
                line.sendall(greeting)
                given.append(line.recv(4096))
                for answer in answers:
                    line.sendall(answer)
                if stays:
                    line.recv(1)
                line.close()

            thread = Thread(target=serve, daemon=True)
            thread.start()
            closing.callback(thread.join, 10)
            return given

        yield listen


def handed(profile: Path, stall_s: float = 5.0) -> Ending | None:
    return hand_over(profile, ["--convert-to", "a,b"], stall_s=stall_s, pulse=lambda: 0)


def test_words_are_handed_over_one_apart_from_the_next(profile: Path, listening: Listening) -> None:
    given = listening(b"InternalIPC::SendArguments\0", b"InternalIPC::ProcessingDone\0")
    assert handed(profile) is Ending.RETURNED
    where = profile.parent.as_uri().encode()
    assert given == [b"InternalIPC::Arguments1" + where + b",--convert-to,a\\,b\0"]


def test_one_that_leaves_before_it_is_done_has_crashed(profile: Path, listening: Listening) -> None:
    listening(b"InternalIPC::SendArguments\0")
    assert handed(profile) is Ending.CRASHED


def test_one_that_says_nothing_any_more_is_waited_for_so_long(
    profile: Path, listening: Listening
) -> None:
    listening(b"InternalIPC::SendArguments\0", stays=True)
    with pytest.raises(Stalled):
        handed(profile, stall_s=0.3)


def test_nothing_is_handed_to_nobody_nor_to_a_stranger(profile: Path, listening: Listening) -> None:
    assert handed(profile) is None
    given = listening(b"Who are you?\0")
    assert handed(profile) is None
    assert given in ([], [b""])


def test_names_of_any_signs_arrive_and_nothing_is_started_for_them(
    word_file: WordFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "hồ sơ, đợt 1 (bản 2) 'a'+b=c!$&@"
    odd.mkdir()
    counted, starts = tmp_path / "soffice", tmp_path / "starts"
    counted.write_text(f'#!/bin/sh\necho "$*" >> "{starts}"\nexec soffice "$@"\n', encoding="utf-8")
    counted.chmod(0o755)
    office = Converter.probe({**os.environ, "VBGEN_SOFFICE": str(counted)}).office
    monkeypatch.setattr("tempfile.tempdir", str(odd))
    with WarmConverter(office) as warm:
        (made,) = warm.to_pdf([word_file("một", "Giấy khen")], tmp_path / "pdf")
    assert texts_of(made)[0].strip() == "Giấy khen"
    assert "--convert-to" not in starts.read_text("utf-8")
