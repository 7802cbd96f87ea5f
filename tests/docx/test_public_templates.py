"""The templates of docxtpl's own public tests, where `VBGEN_DOCXTPL_TESTS` names their folder.

Each of its scripts is run with docxtpl; what it rendered is rendered by vbgen too, and compared.
"""

import contextlib
import io
import os
import runpy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate

from tests.docx.docx_comparing import shape, without_kept_formats
from vbgen.docx import Template
from vbgen.errors import TemplateError

FOLDER = os.environ.get("VBGEN_DOCXTPL_TESTS", "")
REFUSED = {
    "custom_jinja_filters": "name-undefined",
    "escape": "control-character",
    "get_undeclared_variables": "name-undefined",
    "template_error": "block-not-opened",
}
AMPERSANDS = {"header_footer_entities"}  # docxtpl escapes an ampersand of the template itself a second time
TAKEN_APART = {"header_footer_inline_image", "module_execute"}  # docxtpl fails, or starts a process of its own

needs_folder = pytest.mark.skipif(not FOLDER, reason="VBGEN_DOCXTPL_TESTS does not name docxtpl's tests folder")


def scripts() -> list[str]:
    if not FOLDER:
        return ["(none)"]
    return sorted(path.stem for path in Path(FOLDER).glob("*.py") if path.stem not in ("__init__", "runtests"))


Call = tuple[bytes, Mapping[str, Any], Any, "Callable[[], bytes] | None"]


@contextlib.contextmanager
def recorded() -> Iterator[list[Call]]:
    """The renderings of docxtpl while it lasts; its own method is put back after."""
    calls: list[Call] = []
    original = DocxTemplate.render

    def render(self: DocxTemplate, context: dict[str, Any], jinja_env: Any = None, autoescape: bool = False) -> None:  # noqa: ANN401, ARG001 - docxtpl's signature
        source = self.template_file
        data = Path(source).read_bytes() if isinstance(source, (str, Path)) else source.getvalue()
        calls.append((data, context, jinja_env, None))
        original(self, context, jinja_env, True)
        buffer = io.BytesIO()
        self.docx.save(buffer)
        calls[-1] = (data, context, jinja_env, buffer.getvalue)

    DocxTemplate.render = render
    try:
        yield calls
    finally:
        DocxTemplate.render = original


def run(script: str, monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    monkeypatch.chdir(FOLDER)
    Path("output").mkdir(exist_ok=True)
    with recorded() as calls, contextlib.redirect_stdout(io.StringIO()):
        try:
            runpy.run_path(f"{script}.py", run_name="__main__")
        except (ModuleNotFoundError, AttributeError, FileNotFoundError) as error:
            if not calls:
                pytest.skip(f"the script cannot be driven here: {error}")
    return calls


@needs_folder
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("script", scripts())
def test_a_public_template_gives_the_text_and_structure_of_docxtpl(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for data, context, jinja_env, theirs in run(script, monkeypatch):
        own = dict(jinja_env.filters) if jinja_env else {}
        template = None
        try:
            template = Template.open(data, filters={key: own[key] for key in own if key.startswith("my_")})
            ours = template.render(context)
        except TemplateError as error:
            refusals = {problem.code for problem in error.problems}
        else:
            refusals = {REFUSED.get(script, "")}
            compare(script, theirs() if theirs else ours, ours)
        assert REFUSED.get(script, "") in refusals


def compare(script: str, theirs: bytes, ours: bytes) -> None:
    expected, found = shape(theirs), shape(ours)
    for part, blocks in expected.items():
        if script in AMPERSANDS:
            assert str(blocks).replace("&amp;", "&") == str(found[part])
        else:
            assert blocks == found[part] or without_kept_formats(blocks, found[part]), part
