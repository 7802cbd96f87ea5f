"""The papers of a numbered intent: the one way in which issued papers are made, the first time and ever after."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from vbgen.archive.dossier import DossierFile, DossierRecord, KeptPaper, Role, totals
from vbgen.archive.metadata import (
    FileCode,
    FileMetadata,
    PaperMetadata,
    Recipient,
    SignerInfo,
    recipients,
)
from vbgen.archive.store import digest_of
from vbgen.errors import ProblemsFoundError
from vbgen.messages import _
from vbgen.model.document import Numbered, Rendered
from vbgen.model.dossier import RECORD, padded
from vbgen.office.issuing import first_format
from vbgen.office.issuing.materials import FORMAT, FRAGMENT, VALUES, options_of
from vbgen.office.making.copies import Beside, Copies, KeptCopies, Written
from vbgen.office.making.paper_making import PaperToMake, kept_paper
from vbgen.office.stored.paper import read, stem_of
from vbgen.office.stored.slots import Filling
from vbgen.word.reading.plain import plain_text
from vbgen.word.reading.properties import Property, with_properties
from vbgen.word.template import Compressor

_ROLES = {"template": Role.TEMPLATE, "fragment": Role.FRAGMENT}
_ROLES |= dict.fromkeys(
    ("body", "campaign", "golden-book", "intent", "picture", "typed", "values"), Role.DATA
)


def render(numbered: Numbered, copies: Copies = KeptCopies()) -> Rendered:  # noqa: B008 - frozen, without state
    """The numbered papers, made from nothing but the stored intent; the same intent gives the same bytes.

    Each paper carries its metadata (Nghị định 30/2020/NĐ-CP, Phụ lục VI) in its own properties; the dossier's record
    names every file. `copies` makes the PDF beside each Word file.
    """
    metadata = _metadata(numbered)
    made = papers_of(numbered)
    described = {_file_name(paper): _of_paper(metadata, paper) for paper in made}
    written = [_written(numbered, paper, described[_file_name(paper)]) for paper in made]
    papers = {paper.name: paper.docx for paper in written}
    text = "\n".join(plain_text(content) for content in papers.values())
    beside = copies.make(written, numbered)
    record = _record(numbered, papers, beside, described)
    singles = {file: single for files in beside.singles.values() for file, single in files.items()}
    return Rendered(numbered, {**papers, **beside.papers, RECORD: record.to_bytes()}, text, singles)


def papers_of(numbered: Numbered) -> tuple[PaperToMake, ...]:
    """The papers of a stored intent, the main one first, with their numbers in their values."""
    materials = numbered.intent.materials
    options = options_of(materials)
    if options["format"] == first_format.FORMAT:
        return first_format.papers_of(numbered)
    if options["format"] != FORMAT:
        raise ProblemsFoundError(
            _("văn bản do một phiên bản mới hơn lập ({program}).", program=options["program"])
        )
    filling = Filling(numbered.number, numbered.golden_numbers, numbered.suffix)
    stems = [stem_of(paper["kind"], paper["variant"]) for paper in options["papers"]]
    return tuple(_paper_of(f"{stem}{VALUES}", materials, filling) for stem in stems)


def _paper_of(name: str, materials: Mapping[str, bytes], filling: Filling) -> PaperToMake:
    about, said = read(materials[name], materials, filling)
    beside = {
        key.removeprefix(FRAGMENT): each
        for key, each in materials.items()
        if key.startswith(FRAGMENT)
    }
    fragments = {key.removesuffix(".docx"): each for key, each in beside.items()}
    return PaperToMake(about, kept_paper(about, materials, fragments), said)


def _written(numbered: Numbered, paper: PaperToMake, metadata: PaperMetadata) -> Written:
    title = f"{numbered.code}: {numbered.intent.particulars.subject}"
    batch = paper.batch(made_on=numbered.intent.particulars.day)
    return Written(
        _file_name(paper),
        _with_metadata(paper.docx(), metadata),
        title,
        batch if batch.rows else None,
    )


def _file_name(paper: PaperToMake) -> str:
    return f"{paper.about.stem}.docx"


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
        signer_info=SignerInfo(
            position=particulars.signer_position, full_name=particulars.signer_name
        ),
        to=_places(numbered),
        issued_amount=particulars.copies,
    )


def _places(numbered: Numbered) -> tuple[Recipient, ...]:
    """Where the paper goes to; intents of version 0.1 took every line under “Nơi nhận”, and still do."""
    lines = numbered.intent.particulars.recipients
    if options_of(numbered.intent.materials).get("recipients") == "organisations":
        return recipients(lines)
    return tuple(Recipient(organ_name=line) for line in lines)


def _of_paper(metadata: PaperMetadata, paper: PaperToMake) -> PaperMetadata:
    """Certificates are papers of their own kind under the decision's number."""
    about = paper.about
    return (
        metadata.model_copy(update={"type_name": about.title}) if about.page_filling else metadata
    )


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
    numbered: Numbered,
    papers: Mapping[str, bytes],
    beside: Beside,
    described: Mapping[str, PaperMetadata],
) -> DossierRecord:
    particulars = numbered.intent.particulars
    kept = tuple(
        KeptPaper(
            key=Path(name).stem,
            metadata=described[name],
            files=tuple(_files(name, content, beside)),
        )
        for name, content in papers.items()
    )
    about = FileMetadata(
        file_code=FileCode(catalog=particulars.day.year, notation=particulars.campaign),
        title=f"{numbered.code}: {particulars.subject}",
        start_date=particulars.day,
        end_date=particulars.day,
        **totals(kept),
    )
    shared = tuple(
        _kept(_role(name), name, content)
        for name, content in sorted(numbered.intent.materials.items())
    )
    return DossierRecord(id=numbered.id, about=about, papers=kept, shared=shared)


def _files(name: str, docx: bytes, beside: Beside) -> Iterator[DossierFile]:
    """The Word file, its copy, and the certificates that were cut out of that."""
    stem = Path(name).stem
    yield _kept(Role.DOCX, name, docx)
    if f"{stem}.pdf" in beside.papers:
        yield _kept(Role.PDF, f"{stem}.pdf", beside.papers[f"{stem}.pdf"])
    for single, file in beside.singles.get(name, {}).items():
        yield DossierFile(role=Role.PDF, name=single, digest=file.digest, size=file.size)


def _role(name: str) -> Role:
    words = name.split(".")
    return _ROLES.get(words[0]) or _ROLES.get(words[1], Role.OTHER)


def _kept(role: Role, name: str, content: bytes) -> DossierFile:
    return DossierFile(role=role, name=name, digest=digest_of(content), size=len(content))
