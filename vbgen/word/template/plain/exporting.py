"""A template and its values, taken out of the house: rendered by docxtpl alone, and held against our own paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from vbgen.errors import Place, Problem, TemplateError
from vbgen.files import readable_json
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.word.template.fragments.library import Fragments
from vbgen.word.template.plain import render
from vbgen.word.template.plain.comparing import difference
from vbgen.word.template.plain.data import Plain, tree_of
from vbgen.word.template.plain.laying import laid_out
from vbgen.word.template.plain.tables import TABLES, Tables
from vbgen.word.template.template import Template

TEMPLATE, SCRIPT, DATA = "template.docx", "render.py", "data"
_SHOWN = 160  # letters of a difference


@dataclass(frozen=True, slots=True)
class Exportable:
    """A template as it stands in the house."""

    source: bytes
    name: str
    fragments: Fragments
    filters: Mapping[str, Callable[..., str]]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What an office takes along: files by their names, and which of them hold data."""

    files: Mapping[str, bytes]
    data: tuple[str, ...]


def exported(template: Exportable, papers: Mapping[str, Mapping[str, object]]) -> Leaving:
    """The template, its data (paper's name → values), pictures and the script that puts them together.

    TemplateError where docxtpl cannot render it, or where its paper differs from ours in text or form.
    """
    pictures: dict[str, bytes] = {}
    lone = len(papers) == 1
    names = {paper: f"{DATA}.json" if lone else f"{DATA}-{paper}.json" for paper in papers}
    rewrite = Tables(template.filters).rewrite
    files = {TEMPLATE: laid_out(template.source, template.name, template.fragments, rewrite)}
    ours = {}
    for paper, values in papers.items():
        ours[names[paper]], files[names[paper]] = _said(template, values, pictures)
    files |= {**pictures, SCRIPT: Path(render.__file__).read_bytes()}
    _confirm(template.name, files, ours)
    return Leaving(files, tuple(names.values()))


def _said(
    template: Exportable, values: Mapping[str, object], pictures: dict[str, bytes]
) -> tuple[bytes, bytes]:
    """Our own paper, and its values as a file of data."""
    tables = Tables(template.filters)
    opened = Template.open(
        template.source,
        name=template.name,
        fragments=template.fragments,
        filters=tables.recording(),
    )
    paper = opened.render(values)
    used, plain = tree_of(field.path for field in opened.fields()), Plain(pictures)
    data = {name: plain.of(values[name], branch) for name, branch in used.items() if name in values}
    if tables.found:
        data[TABLES] = tables.found
    return paper, readable_json(data)


def _confirm(name: str, files: Mapping[str, bytes], ours: Mapping[str, bytes]) -> None:
    """Each paper rendered by docxtpl from the very files that are to be written, and compared."""
    with temporary_folder("export") as folder:
        for file, content in files.items():
            path = Path(folder) / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        for data, paper in ours.items():
            _compare(name, data, paper, _rendered(name, Path(folder), data))


def _rendered(name: str, folder: Path, data: str) -> bytes:
    try:
        made = render.render(folder, folder / data)
    except Exception as fault:  # whatever docxtpl, Jinja or python-docx raise
        message = _("docxtpl không điền được mẫu này: {reason}", reason=fault)
        raise _refused("template-not-plain", message, Place(file=name)) from fault
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _compare(name: str, data: str, ours: bytes, theirs: bytes) -> None:
    found = difference(ours, theirs)
    if found:
        mine, other = (text[:_SHOWN] for text in found)
        message = _(
            "Văn bản do docxtpl điền khác văn bản của chương trình ({data}): ở đây là {mine}, ở đó là {other}.",
            data=data,
            mine=mine,
            other=other,
        )
        raise _refused("template-differs", message, Place(file=name))


def _refused(code: str, message: str, place: Place) -> TemplateError:
    hint = _("Chưa ghi tệp nào. Hãy viết lại chỗ đó trong mẫu bằng thẻ mà docxtpl hiểu.")
    sentence = _("Không xuất được mẫu “{name}” cho docxtpl.", name=place.file)
    return TemplateError(sentence, (Problem(code, message, place, hint=hint),))
