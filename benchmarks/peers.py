"""Other engines beside ours: docx-mailmerge2 from PyPI; docxtemplater, easy-template-x and Carbone from npm."""

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import process_time

Context = Mapping[str, object]
Check = Callable[[bytes, Context], None]
NPM = ("docxtemplater", "pizzip", "easy-template-x", "carbone")
NODE_ENGINES = ("docxtemplater", "easy-template-x", "carbone")
_SCRIPT = Path(__file__).with_suffix(".js")
_INSTALL_S, _RUN_S = 300, 600


@dataclass(frozen=True, slots=True)
class Measured:
    """Documents made in seconds of processor time."""

    count: int
    seconds: float

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.count / self.seconds


@dataclass(frozen=True, slots=True)
class Tags:
    """How an engine writes a field and a row that is repeated."""

    field: str
    rows: tuple[Sequence[str], ...]  # the table's rows, each its cells


_COLUMNS = ("tt", "name", "position", "unit", "award")
_LOOP = ("{{#nominees}}{{tt}}", "{{name}}", "{{position}}", "{{unit}}", "{{award}}{{/nominees}}")
TAGS = {
    "docxtemplater": Tags("{{%s}}", (_LOOP,)),
    "easy-template-x": Tags("{{%s}}", (_LOOP,)),
    "carbone": Tags(
        "{d.%s}",
        tuple([f"{{d.nominees[{at}].{column}}}" for column in _COLUMNS] for at in ("i", "i+1")),
    ),
    "docx-mailmerge2": Tags("«%s»", ([f"«{column}»" for column in _COLUMNS],)),
}


@contextmanager
def npm_folder() -> Iterator[Path | None]:
    """A temporary folder with the engines of npm; nothing where Node or the registry is out of reach."""
    if not shutil.which("node") or not shutil.which("npm"):
        print(
            "node and npm are not installed: docxtemplater, easy-template-x and Carbone are left out"
        )
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="peers-vbgen-") as name:
        (Path(name) / "package.json").write_text('{"private": true}', encoding="ascii")
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", *NPM]
        installed = subprocess.run(
            command, cwd=name, check=False, capture_output=True, timeout=_INSTALL_S
        )
        if installed.returncode:
            print("npm could not install the other engines: left out")
        yield None if installed.returncode else Path(name)


def node(
    folder: Path, engine: str, template: bytes, contexts: Sequence[Context], check: Check
) -> Measured:
    """An engine of npm at work for three seconds or until the contexts are used up; every text checked."""
    with tempfile.TemporaryDirectory(prefix="node-vbgen-") as name:
        work = Path(name)
        (work / "template.docx").write_bytes(template)
        (work / "contexts.json").write_text(
            json.dumps(contexts, ensure_ascii=False), encoding="utf-8"
        )
        (work / "out").mkdir()
        places = [str(work / part) for part in ("template.docx", "contexts.json")]
        command = ["node", str(_SCRIPT), engine, *places, "3", str(work / "out")]
        said = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=_RUN_S)
        if said.returncode:
            raise RuntimeError(said.stderr.decode("utf-8", "replace")[-300:])
        for number in range(json.loads(said.stdout)["count"]):
            check((work / "out" / f"{number}.docx").read_bytes(), contexts[number])
        return Measured(**json.loads(said.stdout))


def mailmerge(template: bytes, contexts: Sequence[Context], check: Check) -> Measured | None:
    """docx-mailmerge2 over a template of MERGEFIELDs; nothing where it is not installed."""
    if find_spec("mailmerge") is None:
        print("docx-mailmerge2 is not installed: left out (pip install docx-mailmerge2)")
        return None
    from mailmerge import MailMerge

    made: list[bytes] = []
    start = process_time()
    for context in contexts:
        with MailMerge(io.BytesIO(template)) as document:
            rows = context.get("nominees")
            if isinstance(rows, list):
                document.merge_rows(
                    "name", [{key: str(value) for key, value in row.items()} for row in rows]
                )
            document.merge(
                **{key: value for key, value in context.items() if isinstance(value, str)}
            )
            buffer = io.BytesIO()
            document.write(buffer)
            made.append(buffer.getvalue())
        if process_time() - start > 3:  # noqa: PLR2004 - seconds, as for the others
            break
    measured = Measured(len(made), process_time() - start)
    for document, context in zip(made, contexts, strict=False):
        check(document, context)
    return measured
