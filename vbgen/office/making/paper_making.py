"""One paper ready to be rendered: its template, and its values as they are stored."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from vbgen.model.dossier import code
from vbgen.model.stock import Stock
from vbgen.office.making.bodies import PREPARED, body_of
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_look import looked_at
from vbgen.office.making.template_source import PaperLook, look_of
from vbgen.office.stored.paper import About, PaperValues, RowName
from vbgen.pages.runs.chunk import BatchRow
from vbgen.papers.certificate.stock import on_stock
from vbgen.papers.context import context
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene
from vbgen.word.reading.proof import Shown
from vbgen.word.template.fragments.including import BODY
from vbgen.words.names import fold

if TYPE_CHECKING:
    from vbgen.office.making.batching import Batch

CERTIFICATES = "certificates"  # the name that a template of many papers loops over
_STOCK = "stock"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PaperToMake:
    """A paper, or many certificates, that nothing but rendering is left to do for."""

    about: About
    paper: PaperOfRun  # the template, without values
    said: PaperValues

    @property
    def certificates(self) -> tuple[Any, ...]:
        """The certificates that it prints, as stored; none for other papers."""
        found = self.said.values.get(CERTIFICATES) if self.about.page_filling else None
        return found if isinstance(found, tuple) else ()

    def batch(self, *, made_on: date | None) -> "Batch":
        """The certificates as rows, one page each; `made_on` stands in their PDF files as the day of their making.

        There are no rows when the template does not loop over `certificates`.
        """
        from vbgen.office.making.batching import Batch

        common = {name: value for name, value in self.said.values.items() if name != CERTIFICATES}
        named = zip(self.said.rows, self.certificates, strict=True)
        rows = tuple(
            BatchRow(row.key, row.name, row.title, {CERTIFICATES: (one,)}) for row, one in named
        )
        return Batch(replace(self.paper, common=common, made_on=made_on), rows)

    def docx(self) -> bytes:
        """The Word file; certificates stand in it one after the other."""
        if not self.certificates:
            return self.paper.filled(self.said.values)
        from vbgen.office.making.batching import word_print_file

        return word_print_file(self.batch(made_on=None))

    def shown(self, most: int) -> tuple[Shown, ...]:
        """Every value that is printed, in the order of the paper; of so many certificates."""
        if not self.certificates:
            return self.paper.shown(self.said.values)
        batch = self.batch(made_on=None)
        rows = ({**batch.paper.common, **row.values} for row in batch.rows[:most])
        return tuple(chain.from_iterable(map(self.paper.shown, rows)))

    def on_stock(self, stock: Stock, chosen: Sequence[int]) -> "PaperToMake":
        """The certificates of those numbers, from 1, as bare as the stock wants them."""
        places = [number - 1 for number in chosen]
        values = {
            **self.said.values,
            CERTIFICATES: tuple(self.certificates[place] for place in places),
        }
        if _STOCK in values:
            values[_STOCK] = on_stock(stock)
        return replace(
            self, said=PaperValues(values, tuple(self.said.rows[place] for place in places))
        )


def paper_to_make(scene: Scene, library: Library) -> PaperToMake:
    """The scene's paper as a draft, or as an issued one once its number is known."""
    about, paper, said = computed(scene, library)
    return PaperToMake(about, paper, said.as_read())


def computed(scene: Scene, library: Library) -> tuple[About, PaperOfRun, PaperValues]:
    """Which paper the scene is, its template, and its values as they are computed."""
    paper = paper_for(scene, library)
    values = context(scene, looked_at(paper).names)
    return (
        about(scene),
        paper,
        PaperValues(values, tuple(_rows(scene, values)) if scene.kind.page_filling else ()),
    )


def paper_for(scene: Scene, library: Library) -> PaperOfRun:
    """What the scene is rendered from: the kind's template, or the frame around the body that was typed in Word."""
    sizes = look_of(scene)
    body, own = body_of(scene), _fragments(library)
    if body is not None:
        return _paper(scene.template.read_bytes(), sizes, body.file, {**own, BODY: body.content})
    if scene.kind.is_framed:
        own[BODY] = own[scene.kind.block]
    return _paper(scene.kind.word, sizes, str(scene.kind.template), own)


def paper_from(scene: Scene, library: Library, template: bytes, body: bytes) -> PaperOfRun:
    """The scene's paper from a template and a body (none where it is empty) that were kept."""
    own = {**_fragments(library), **({BODY: body} if body else {})}
    return _paper(template, look_of(scene), scene.kind.id, own)


def paper_of(kind: Kind, sizes: PaperLook, library: Library) -> PaperOfRun:
    """The template of a kind with the agency's size set, and the fragments of the library."""
    return _paper(kind.word, sizes, str(kind.template), _fragments(library))


def _fragments(library: Library) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in library.fragments().items()}


def about(scene: Scene) -> About:
    """Which paper the scene is."""
    kind = scene.kind
    return About(
        kind.id,
        scene.variant.id,
        _certificate_title(scene) if kind.page_filling else kind.title,
        kind.page_filling,
        look_of(scene).value,
    )


def kept_paper(
    kept: About, materials: Mapping[str, bytes], fragments: Mapping[str, bytes]
) -> PaperOfRun:
    """The template of a paper whose values are stored, as it was kept with them."""
    own, body = f"{kept.stem}.template.docx", materials.get(f"{kept.stem}{PREPARED}")
    name = own if own in materials else f"{kept.kind}.template.docx"
    parts = fragments if body is None else {**fragments, BODY: body}
    return _paper(materials[name], PaperLook(kept.sizes), name, parts)


def paper_of_file(template: bytes, name: str, library: Library) -> PaperOfRun:
    """Any Word file as a template, with the fragments of the library."""
    return _paper(template, PaperLook.LARGE, name, _fragments(library))


def _paper(
    template: bytes, sizes: PaperLook, name: str, fragments: Mapping[str, bytes]
) -> PaperOfRun:
    return PaperOfRun(template, name, tuple(sorted(fragments.items())), sizes=sizes)


def _rows(scene: Scene, values: Mapping[str, object]) -> list[RowName]:
    made: Any = values.get(CERTIFICATES, ())
    numbers = scene.chosen or range(1, len(made) + 1)
    return [_row(scene, number, one) for number, one in zip(numbers, made, strict=True)]


def _row(scene: Scene, number: int, certificate: Any) -> RowName:  # noqa: ANN401 - a certificate of the kind
    name = certificate.entry.name
    key = f"{number:04d}-{_NOT_IN_NAMES.sub('-', fold(name)).strip('-')}"
    return RowName(key, str(certificate.name), _title(scene, name))


def _certificate_title(scene: Scene) -> str:
    """`Giấy khen`, `Giấy chứng nhận danh hiệu`."""
    return scene.variant.title or scene.kind.title


def _title(scene: Scene, name: str) -> str:
    """Of the PDF file: a document's own words, in Vietnamese whatever the clerk reads."""
    title = f"{_certificate_title(scene)} của {name}"
    if scene.issue is None:
        return title
    return f"{title}, Quyết định số {code(scene.issue.number, scene.symbol, scene.issue.suffix)}"
