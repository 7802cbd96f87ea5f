"""The designs of certificates at hand: those of the workspace first, then the shipped ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from vbgen.errors import Place, Problem, TemplateError, UnreadableFileError
from vbgen.files import toml_bytes, toml_tables
from vbgen.folders import files_of
from vbgen.messages import _
from vbgen.model.design import CertificateDesign

DESIGNS = "_designs"  # of a folder of templates: NAME.docx beside the NAME.toml that declares it


@dataclass(frozen=True, slots=True)
class Design:
    """A design: its name, what it declares, and its Word file."""

    name: str
    declared: CertificateDesign
    file: Path


def designs_in(folders: Sequence[Path]) -> dict[str, Design]:
    """Name → design; what stands in an earlier folder wins. TemplateError with every fault of a declaration."""
    found: dict[str, Design] = {}
    for folder in folders:
        for design in _designs_of(folder / DESIGNS):
            found.setdefault(design.name, design)
    return found


def _designs_of(folder: Path) -> Iterator[Design]:
    for path in sorted(files_of(folder, "*.toml"), key=lambda each: each.stem):
        word = path.with_suffix(".docx")
        if word.is_file():
            yield Design(path.stem, _declared(path, _content(path)), word)


def _content(path: Path) -> bytes:
    try:
        return toml_bytes(path)
    except UnreadableFileError as fault:
        raise TemplateError(fault.message, fault.problems) from fault


@lru_cache(maxsize=64)
def _declared(path: Path, content: bytes) -> CertificateDesign:
    try:
        return CertificateDesign.model_validate(toml_tables(content, path))
    except UnreadableFileError as fault:
        raise TemplateError(fault.message, fault.problems) from fault
    except ValidationError as fault:
        message = _("Khai báo mẫu trang trí {file} có lỗi.", file=path.name)
        problems = tuple(
            Problem(
                "design",
                _("khóa “{key}” sai.", key=".".join(map(str, each["loc"]))),
                Place(file=str(path), path=".".join(map(str, each["loc"]))),
                hint=_("Hãy sửa khóa đó theo tệp khai báo của một mẫu có sẵn."),
            )
            for each in fault.errors()
        )
        raise TemplateError(message, problems) from fault


def unknown_design(name: str, known: Sequence[str]) -> str:
    """A sentence on a design that there is not, with the nearest name."""
    near = get_close_matches(name, known, n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
    return _(
        "Không có mẫu trang trí “{name}”. Các mẫu đang có: {listed}. {hint}",
        name=name,
        listed=", ".join(known),
        hint=hint,
    ).rstrip()
