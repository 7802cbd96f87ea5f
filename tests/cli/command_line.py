"""One command run as a clerk runs it, in this process: its exit code, what it printed, what it complained."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from vbgen.cli import run


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command says
        return json.loads(self.out)


def vbgen(capsys: pytest.CaptureFixture[str], *arguments: object) -> Answer:
    """The answer of `vbgen ARGUMENTS`; no traceback is in it."""
    with pytest.raises(SystemExit) as ended:
        run([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return Answer(int(ended.value.code or 0), said.out, said.err)
