"""What an office's own templates say otherwise than the shipped ones, to be looked at after an upgrade."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Place, Problem, Severity
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.places import DECLARATION, FRAGMENTS, FRAMES
from vbgen.word.comparing.looks import LookDifference, look_differences
from vbgen.word.comparing.paragraphs import PlacedParagraph, placed_paragraphs
from vbgen.word.package.package import file_bytes

if TYPE_CHECKING:
    from vbgen.office.office import Office

_SHARED = (FRAGMENTS, FRAMES)
_LONGEST = 90  # letters of a paragraph that are quoted
_LARGEST_DECLARATION = 200_000


@dataclass(frozen=True)
class TemplatesCompared(Answer):
    """The files that both the office and the program have; each difference is a problem of its own."""

    compared: tuple[str, ...]
    differing: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"compared": list(self.compared), "differing": list(self.differing)}


@dataclass(frozen=True)
class CompareTemplates(Request[TemplatesCompared]):
    """Hold the office's own templates against the shipped ones, part by part; every kind's without a name."""

    kinds: tuple[str, ...] = ()

    def carry_out(self, office: "Office") -> TemplatesCompared:
        """Each file that both have: declarations, text, styles, pages."""
        library = office.workspace.library
        files = tuple(_both(library, self.kinds))
        own = library.folders[0]
        found = {name: tuple(_differences(own, name)) for name in files}
        problems = tuple(problem for several in found.values() for problem in several)
        differing = tuple(name for name, several in found.items() if several)
        return TemplatesCompared(files, differing, problems=problems)


def _both(library: Library, kinds: Sequence[str]) -> Iterator[str]:
    """Names, below the folder of templates, of what the office has of its own and the program too."""
    folders = tuple(library.find(kind).id for kind in kinds)
    own, other = library.folders[0], shipped() / "templates"
    for path in sorted((*own.rglob("*.docx"), *own.rglob(DECLARATION))):
        name = path.relative_to(own)
        is_asked = not folders or name.parts[0] in (*folders, *_SHARED)
        if is_asked and (other / name).is_file() and own != other:
            yield name.as_posix()


def _differences(own: Path, name: str) -> Iterator[Problem]:
    pair = (own / name, shipped() / "templates" / name)
    if name.endswith(".toml"):
        yield from _of_declarations(name, *pair)
        return
    ours, theirs = (file_bytes(path) for path in pair)
    if ours != theirs:
        yield from _of_text(ours, theirs, name)
        for difference in look_differences(ours, theirs, name):
            yield _of_look(difference, name)


def _of_declarations(name: str, own: Path, other: Path) -> Iterator[Problem]:
    """Settings of kind.toml, each by its name."""
    ours, theirs = (
        tomllib.loads(read_bytes(path, most=_LARGEST_DECLARATION).decode()) for path in (own, other)
    )
    for key in dict.fromkeys((*ours, *theirs)):
        if ours.get(key) != theirs.get(key):
            place = Place(file=name, path=key)
            yield _note(
                "template-setting", _versus(_shown(ours.get(key)), _shown(theirs.get(key))), place
            )


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _of_text(own: bytes, other: bytes, name: str) -> Iterator[Problem]:
    """Paragraphs of the text and of headers and footers."""
    ours, theirs = (list(placed_paragraphs(each, name)) for each in (own, other))
    texts = [[paragraph.text for paragraph in each] for each in (ours, theirs)]
    for act, i, j, k, m in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if act != "equal":
            yield from _of_run(ours, i, j, theirs[k:m])


def _of_run(
    ours: Sequence[PlacedParagraph], start: int, end: int, theirs: Sequence[PlacedParagraph]
) -> Iterator[Problem]:
    """Paragraphs that stand where the other file has others, in pairs as far as they go."""
    mine = ours[start:end]
    for own, other in zip(mine, theirs, strict=False):
        yield _note("template-text-changed", _versus(own.text, other.text), own.place)
    for own in mine[len(theirs) :]:
        message = _("Chỉ mẫu của cơ quan có: “{text}”.", text=_cut(own.text))
        yield _note("template-text-own", message, own.place)
    for other in theirs[len(mine) :]:
        message = _("Chỉ mẫu đi kèm có: “{text}”.", text=_cut(other.text))
        before = ours[min(end, len(ours) - 1)].place if ours else other.place
        yield _note("template-text-shipped", message, before)


def _versus(own: str, other: str) -> str:
    return _("Của cơ quan: “{own}”. Mẫu đi kèm: “{other}”.", own=_cut(own), other=_cut(other))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _of_look(difference: LookDifference, name: str) -> Problem:
    """A style or a page in words."""
    what = _property_names()
    named = ", ".join(dict.fromkeys(what.get(each, each) for each in difference.properties))
    if difference.is_page:
        message = _("Trang của phần {number} khác: {what}.", number=difference.name, what=named)
        if difference.is_own_alone or difference.is_other_alone:
            message = _("Chỉ một bên có phần {number} của văn bản.", number=difference.name)
        return _note("template-page", message, Place(file=name))
    message = _("Kiểu “{style}” khác: {what}.", style=difference.name, what=named)
    if difference.is_own_alone:
        message = _("Chỉ mẫu của cơ quan có kiểu “{style}”.", style=difference.name)
    if difference.is_other_alone:
        message = _("Chỉ mẫu đi kèm có kiểu “{style}”.", style=difference.name)
    return _note("template-style", message, Place(file=name))


def _property_names() -> dict[str, str]:
    """What a clerk calls the properties of styles and pages."""
    size, page = _("cỡ chữ"), _("khổ giấy, lề")
    return {
        "rFonts": _("phông chữ"), "sz": size, "szCs": size, "b": _("chữ đậm"), "bCs": _("chữ đậm"),
        "i": _("chữ nghiêng"), "iCs": _("chữ nghiêng"), "u": _("gạch chân"), "caps": _("chữ in hoa"),
        "color": _("màu chữ"), "jc": _("canh lề"), "ind": _("thụt dòng"), "spacing": _("giãn cách"),
        "keepNext": _("giữ cùng đoạn sau"), "pgSz": page, "pgMar": page, "cols": _("cột"),
        "titlePg": _("trang đầu"),
    }  # fmt: skip


def _note(code: str, message: str, place: Place) -> Problem:
    return Problem(code, message, place, Severity.NOTE)
