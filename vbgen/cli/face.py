"""The command line's door: language, the one place that catches, exit codes."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from vbgen.cli.app import app
from vbgen.cli.log import Log, command_of
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import usage_sentence
from vbgen.crash_reports import write_crash_report
from vbgen.errors import OutputError, VbgenError
from vbgen.messages import _, use_language

_INTERNAL_FAULT = 70
_INTERRUPTED = 130
_COLLECTING = (2_000_000, 10, 10)  # a command's data live as long as it does: few are garbage
_UNHEARD = frozenset({errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF})  # of standard output


def run_desk() -> None:
    """`vbgen-desk`, for a shortcut: the same as `vbgen serve`, with no terminal to write to; never run on Windows."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # what Windows gives to programs without a window of text
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we run
    run(["serve", *sys.argv[1:]])


def run(
    arguments: Sequence[str] | None = None, *, commands: Callable[[], click.Group] = app
) -> None:
    """Run one command and end the process with its exit code; no traceback reaches the reader."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(*_COLLECTING)
    atexit.register(gc.freeze)  # nor is there a need to look through them at the end
    use_language(_language(given))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name need not be Unicode
    log = Log.opened(given, os.environ)
    try:
        code = _code_of(given, lambda: _logged(commands, log, given))
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = _unheard()
    log.end(code)
    sys.exit(code)


def _language(arguments: Sequence[str]) -> str:
    """`--lang` before VBGEN_LANG; the texts of the commands are made in it."""
    for number, word in enumerate(arguments):
        if word == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return os.environ.get("VBGEN_LANG", "vi")


def _logged(commands: Callable[[], click.Group], log: Log, arguments: list[str]) -> int:
    try:
        group = commands()
        log.words.append(command_of(group, arguments))
        return group.main(args=arguments, prog_name="vbgen", standalone_mode=False) or 0
    except click.exceptions.Exit:
        raise
    except BaseException as fault:
        log.fault(fault)
        raise


def _code_of(arguments: list[str], command: Callable[[], int]) -> int:
    screen = Screen(as_json="--json" in arguments)
    try:
        return command()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as asked:  # a group by itself shows what it has
        click.echo(asked.message, err=True)
        return asked.exit_code
    except click.UsageError as fault:
        screen.usage(usage_sentence(fault), fault.ctx)
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        screen.sentence(_("Đã dừng theo yêu cầu."))
        return _INTERRUPTED
    except VbgenError as fault:
        screen.error(fault)
        return fault.exit_code
    except Exception as fault:  # the face: a fault of ours becomes a sentence and a report file
        if _is_unheard(fault):
            raise
        screen.sentence(_internal_fault(fault))
        return _INTERNAL_FAULT


def _is_unheard(fault: Exception) -> bool:
    """Whether it is the answer that could not be written, and no file."""
    return isinstance(fault, OSError) and fault.errno in _UNHEARD and fault.filename is None


def _unheard() -> int:
    """The exit code where nobody takes the answer: the disk behind it is full, the program that reads it has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):  # what is still to be flushed at the end goes there
        os.dup2(nowhere, number)
    return OutputError.exit_code


def _internal_fault(fault: Exception) -> str:
    return _(
        "Chương trình gặp lỗi bên trong ({kind}). Dữ liệu không thay đổi. Hãy gửi tệp {log} "
        "cho người phụ trách kỹ thuật.",
        kind=type(fault).__name__,
        log=write_crash_report(fault, os.environ),
    )
