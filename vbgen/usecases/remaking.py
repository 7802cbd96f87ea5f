"""The papers of a numbered intent: the one way in which issued papers are made, the first time and ever after."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from vbgen.archive.dossier import DossierRecord, KeptFile, KeptPaper, Role, totals
from vbgen.archive.metadata import FileCode, FileMetadata, PaperMetadata, Recipient, SignerInfo
from vbgen.archive.store import digest_of
from vbgen.docx import Compressor
from vbgen.docx.properties import Property, with_properties
from vbgen.docx.reading import plain_text
from vbgen.kinds.library import FRAGMENTS, Library
from vbgen.kinds.scene import Scene
from vbgen.model.document import Issue, Numbered, Rendered
from vbgen.model.dossier import Honoured, padded
from vbgen.usecases.batching import word_print_file
from vbgen.usecases.certificate_rows import certificate_batch
from vbgen.usecases.copies import Beside, Copies, KeptCopies, Written
from vbgen.usecases.drafting import Drafter
from vbgen.usecases.intents import Bundle, honoured_by, scenes_of

RECORD = "dossier.json"
_ROLES = {
    "template": Role.TEMPLATE,
    "fragment": Role.FRAGMENT,
    **dict.fromkeys(("campaign", "intent", "golden-book"), Role.DATA),
}


def render(numbered: Numbered, copies: Copies = KeptCopies()) -> Rendered:  # noqa: B008 - frozen, without state
    """The numbered papers, made from nothing but the stored intent; the same intent gives the same bytes.

    Each paper carries its metadata (Nghị định 30/2020/NĐ-CP, Phụ lục VI) in its own properties; the dossier's record
    names every file. `copies` makes the PDF beside each Word file.
    """
    metadata = _metadata(numbered)
    with _unpacked(numbered.intent.materials) as folder:
        scenes = _bundle(numbered, folder).scenes
        drafter = Drafter(Library((folder / "templates",)))
        described = {_file_name(scene): _of_paper(metadata, scene) for scene in scenes}
        written = [_written(numbered, scene, drafter, described[_file_name(scene)]) for scene in scenes]
    papers = {paper.name: paper.docx for paper in written}
    text = "\n".join(plain_text(content) for content in papers.values())
    beside = copies.make(written, numbered)
    record = _record(numbered, papers, beside, described)
    singles = {file: single for files in beside.singles.values() for file, single in files.items()}
    return Rendered(numbered, {**papers, **beside.papers, RECORD: record.to_bytes()}, text, singles)


def _written(numbered: Numbered, scene: Scene, drafter: Drafter, metadata: PaperMetadata) -> Written:
    particulars = numbered.intent.particulars
    title = f"{numbered.code}: {particulars.subject}"
    batch = certificate_batch(scene, drafter.library, made_on=particulars.day) if scene.kind.page_filling else None
    many = batch if batch and batch.rows else None
    docx = word_print_file(many) if many else drafter.draft(scene).docx
    return Written(_file_name(scene), _with_metadata(docx, metadata), title, many)


@contextmanager
def carried(numbered: Numbered) -> Iterator[tuple[tuple[Scene, ...], Drafter]]:
    """The papers that an issued one carries, and a drafter over the templates stored with it, while they are needed."""
    with _unpacked(numbered.intent.materials) as folder:
        yield _bundle(numbered, folder).carried, Drafter(Library((folder / "templates",)))


def honoured_of(materials: Mapping[str, bytes], day: date) -> tuple[Honoured, ...]:
    """The certificates' rows that a stored intent gives, in print order."""
    with _unpacked(materials) as folder:
        emblem = next(iter(sorted(folder.glob("emblem.*"))), None)
        scenes = scenes_of(materials, Library((folder / "templates",)), emblem, day)
        return tuple(row for scene in scenes[1:] for row in honoured_by(scene))


def _bundle(numbered: Numbered, folder: Path) -> Bundle:
    day, materials = numbered.intent.particulars.day, numbered.intent.materials
    emblem = next(iter(sorted(folder.glob("emblem.*"))), None)
    scenes = scenes_of(materials, Library((folder / "templates",)), emblem, day)
    signer = str(json.loads(materials["intent.json"])["signer"])
    return Bundle(scenes[0], tuple(scenes[1:])).issued(
        Issue(numbered.number, day, numbered.golden_numbers, signer, numbered.suffix)
    )


@contextmanager
def _unpacked(materials: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder like a workspace's, with the stored templates, as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="vbgen-") as name:
        folder = Path(name)
        for key, content in materials.items():
            path = folder / _place(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield folder


def _place(name: str) -> str:
    """`award-decision.template.docx` → `templates/award-decision/template.docx`."""
    first, _dot, rest = name.partition(".")
    if first == "fragment":
        return f"templates/{FRAGMENTS}/{rest}"
    return f"templates/{first}/{rest}" if rest in {"kind.toml", "template.docx"} else name


def _file_name(scene: Scene) -> str:
    return "-".join(filter(None, (scene.kind.id, scene.variant.id))) + ".docx"


def _metadata(numbered: Numbered) -> PaperMetadata:
    particulars = numbered.intent.particulars
    return PaperMetadata(
        file_code=FileCode(catalog=particulars.day.year, notation=particulars.campaign),
        type_name=particulars.type_name or "Công văn",
        code_number=padded(numbered.number) + numbered.suffix,
        code_notation=particulars.symbol,
        issued_date=particulars.day,
        organ_name=particulars.issuer,
        subject=particulars.subject,
        description=particulars.note,
        signer_info=SignerInfo(position=particulars.signer_position, full_name=particulars.signer_name),
        to=tuple(Recipient(organ_name=name) for name in particulars.recipients),
        issued_amount=particulars.copies,
    )


def _of_paper(metadata: PaperMetadata, scene: Scene) -> PaperMetadata:
    """Certificates are papers of their own kind under the decision's number."""
    return metadata.model_copy(update={"type_name": scene.kind.title}) if scene.kind.page_filling else metadata


def _with_metadata(docx: bytes, metadata: PaperMetadata) -> bytes:
    return with_properties(docx, dict(_flat(metadata.model_dump(by_alias=True))), Compressor())


def _flat(values: Mapping[str, object], before: str = "") -> Iterator[tuple[str, Property]]:
    """`SignerInfo.FullName` → value; several recipients are one text, blanks are left out."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        elif isinstance(value, list | tuple):
            if value:
                yield f"{before}{name}", "; ".join(str(one["OrganName"]) for one in value)
        elif value not in (None, ""):
            yield f"{before}{name}", value  # type: ignore[misc]  # text, whole number or day: the model's fields


def _record(
    numbered: Numbered, papers: Mapping[str, bytes], beside: Beside, described: Mapping[str, PaperMetadata]
) -> DossierRecord:
    particulars = numbered.intent.particulars
    kept = tuple(
        KeptPaper(key=Path(name).stem, metadata=described[name], files=tuple(_files(name, content, beside)))
        for name, content in papers.items()
    )
    about = FileMetadata(
        file_code=FileCode(catalog=particulars.day.year, notation=particulars.campaign),
        title=f"{numbered.code}: {particulars.subject}",
        start_date=particulars.day,
        end_date=particulars.day,
        **totals(kept),
    )
    shared = tuple(_kept(_role(name), name, content) for name, content in sorted(numbered.intent.materials.items()))
    return DossierRecord(id=numbered.id, about=about, papers=kept, shared=shared)


def _files(name: str, docx: bytes, beside: Beside) -> Iterator[KeptFile]:
    """The Word file, its copy, and the certificates that were cut out of that."""
    stem = Path(name).stem
    yield _kept(Role.DOCX, name, docx)
    if f"{stem}.pdf" in beside.papers:
        yield _kept(Role.PDF, f"{stem}.pdf", beside.papers[f"{stem}.pdf"])
    for single, file in beside.singles.get(name, {}).items():
        yield KeptFile(role=Role.PDF, name=single, digest=file.digest, size=file.size)


def _role(name: str) -> Role:
    words = name.split(".")
    return _ROLES.get(words[0]) or _ROLES.get(words[1], Role.OTHER)


def _kept(role: Role, name: str, content: bytes) -> KeptFile:
    return KeptFile(role=role, name=name, digest=digest_of(content), size=len(content))
