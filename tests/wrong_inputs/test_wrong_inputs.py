"""The table of wrong inputs, run at the command line: each has its sentence, and nothing is half written."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.wrong_inputs.wrong_cells import CELLS
from tests.wrong_inputs.wrong_documents import DOCUMENTS
from tests.wrong_inputs.wrong_files import FILES
from tests.wrong_inputs.wrong_office import office
from tests.wrong_inputs.wrong_outputs import OUTPUTS
from tests.wrong_inputs.wrong_row import Wrong, blemishes, contents, told
from tests.wrong_inputs.wrong_settings import SETTINGS
from tests.wrong_inputs.wrong_templates import TEMPLATES
from tests.wrong_inputs.wrong_usage import USAGE

ROWS = (*FILES, *CELLS, *TEMPLATES, *SETTINGS, *USAGE, *OUTPUTS, *DOCUMENTS)


MOST_S = 300


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """A command that hangs is cut off, and then fails."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(MOST_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = office(tmp_path / "ws")
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("VBGEN_LANG", raising=False)
    return workspace


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_wrong_input_has_its_sentence_and_changes_nothing(
    row: Wrong, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row.spoil(root)
    for name, value in row.environ.items():
        monkeypatch.setenv(name, value.format(root=root))
    before = contents(root.parent)

    answer = vbgen(capsys, *row.arguments, "--json")

    said = told(answer.out)
    assert (answer.code, answer.err) == (row.code, ""), said
    fitting = [sentence for sentence in said if all(word in sentence for word in row.words)]
    assert fitting, said
    assert not blemishes(fitting[0], has_way_out=row.has_way_out), fitting[0]
    after = contents(root.parent)
    assert {name for name in after if after[name] != before.get(name)} == {
        f"ws/{name}" for name in row.writes
    }
    assert not before.keys() - after.keys()


def test_the_table_has_many_rows_each_with_its_own_name() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS) >= 75


@pytest.mark.parametrize("row", ROWS[::9], ids=lambda row: row.id)
def test_a_clerk_reads_the_same_without_json(
    row: Wrong, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row.spoil(root)
    for name, value in row.environ.items():
        monkeypatch.setenv(name, value.format(root=root))

    answer = vbgen(capsys, *row.arguments)

    assert answer.code == row.code
    assert (answer.out + answer.err).strip()
