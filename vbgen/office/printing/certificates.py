"""Certificates to print: those of an issued decision, made from the archive, or those of a draft, for a test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Protocol

from vbgen.errors import Place, Problem, ProblemsFoundError, UsageError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.stock import Printed, Stock
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import kept_materials, kept_papers
from vbgen.office.issuing.materials import units_of
from vbgen.office.issuing.remaking import papers_of
from vbgen.office.issuing.signed_sheets import SignedSheets
from vbgen.office.making.batching import Batch
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import PaperToMake, paper_to_make
from vbgen.office.making.template_look import looked_at
from vbgen.office.printing.drafted_scene import drafted_scene
from vbgen.office.references import is_of
from vbgen.pages.pdf.joining import joined
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.certificate.tightness import Tightness
from vbgen.papers.deciding import DECISION
from vbgen.register import Entry, Filter
from vbgen.register.entries import IN_FORCE
from vbgen.ways import ChoosePhase
from vbgen.word.reading.plain import plain_text


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """One certificate: its number in print order, who gets it, how tight it is, where it stands in the golden book.

    One that was withdrawn keeps its number and is not in force.
    """

    number: int
    name: str
    tightness: Tightness
    golden_number: int | None = None
    in_force: bool = True
    entry: HonourEntry | None = None  # of the list of the commended


class PrintableCertificates(Protocol):
    """Certificates in print order, set for a stock when they are wanted."""

    @property
    def title(self) -> str:
        """What they are, for a person."""

    @property
    def leaves(self) -> tuple[CertificateSheet, ...]:
        """Every certificate."""

    @property
    def entry(self) -> Entry | None:
        """The decision that carries them; None for a draft."""

    @property
    def units(self) -> tuple[str, ...]:
        """Ids of the units in the office's own order."""

    @property
    def archived(self) -> bytes | None:
        """The PDF file of all of them on blank paper, as it lies in the archive; None where there is none."""

    @property
    def signed(self) -> SignedSheets:
        """Those of them that were signed."""

    def batches(self, stock: Stock, numbers: Sequence[int]) -> list[Batch]:
        """The certificates of those numbers, in their order, one page each, as bare as the stock wants them."""


@dataclass(frozen=True, slots=True)
class DraftedCertificates:
    """Certificates of a campaign that is not decided yet."""

    paper: PaperToMake
    leaves: tuple[CertificateSheet, ...]
    units: tuple[str, ...]
    entry: None = None
    archived: None = None
    signed: SignedSheets = field(default_factory=SignedSheets)

    @property
    def title(self) -> str:
        """What they are."""
        return _("Giấy khen dự thảo")

    def batches(self, stock: Stock, numbers: Sequence[int]) -> list[Batch]:
        """One batch; ProblemsFoundError when the template cannot be bare enough."""
        return list(_again([self.paper], stock, numbers))


@dataclass(frozen=True, slots=True)
class IssuedCertificates:
    """Certificates of an issued decision, made from what the archive keeps of it."""

    entry: Entry
    papers: tuple[PaperToMake, ...]
    kept: tuple[bytes, ...]  # the certificates' Word files as they lie in the archive
    leaves: tuple[CertificateSheet, ...]
    archived: bytes | None = None
    units: tuple[str, ...] = ()
    signed: SignedSheets = field(default_factory=SignedSheets)

    @property
    def title(self) -> str:
        """What they are."""
        day = f"{self.entry.day:%d/%m/%Y}"
        return _("Giấy khen kèm Quyết định {code} ngày {day}", code=self.entry.code, day=day)

    def batches(self, stock: Stock, numbers: Sequence[int]) -> list[Batch]:
        """A batch for each paper of certificates, proved to say nothing but what the archive keeps."""
        known = [word for paper in self.kept for word in plain_text(paper).split()]
        found = list(_again(self.papers, stock, numbers))
        for batch in found:
            _prove(batch, known)
        return found


def issued(
    desk: Desk, campaign: Path, stem: str, phase: int | None, decision: str = ""
) -> IssuedCertificates | None:
    """The certificates of that stem that an issued decision of the campaign carries; None when none is issued.

    UsageError when several decisions do: then the phase or the decision's code decides; and for a decision without any.
    """
    entries = [entry for entry in _entries(desk, campaign, phase) if is_of(entry, decision)]
    stems = (f"{stem}.", f"{stem}-") if decision else (f"{stem}.",)
    found = list(filter(None, (_of_entry(desk, entry, stems) for entry in entries)))
    found = _of_decisions(found)
    if len(found) > 1:
        raise _several(found)
    if decision and not found:
        raise UsageError(
            _("Phong trào không có giấy khen nào kèm quyết định số {code}.", code=decision)
        )
    return next(iter(found), None)


def _of_decisions(found: Sequence[IssuedCertificates]) -> list[IssuedCertificates]:
    """Those of the award decision; what is amended or made again is asked for by its own code."""
    own = [made for made in found if made.entry.kind == DECISION]
    return own or list(found)


def _several(found: Sequence[IssuedCertificates]) -> UsageError:
    codes = ", ".join(made.entry.code for made in found)
    phases = {made.entry.phase for made in found if made.entry.phase}
    message = _("Có nhiều quyết định kèm giấy khen ({codes}).", codes=codes)
    return UsageError(message, ways=(ChoosePhase(tuple(sorted(phases))),))


def drafted(
    drafter: Drafter,
    campaign: Campaign,
    asked: str,
    phase: int | None,
    *,
    law: LawOfDay,
    emblem: Path | None,
) -> DraftedCertificates:
    """The certificates as they would be by that law; UsageError when there are none, or of several phases."""
    scene = drafted_scene(drafter, campaign, asked, phase, law=law, emblem=emblem)
    paper = paper_to_make(scene, drafter.library)
    return DraftedCertificates(paper, _leaves([paper]), tuple(unit.id for unit in campaign.units))


def _entries(desk: Desk, campaign: Path, phase: int | None) -> list[Entry]:
    name = campaign.resolve().name
    entries = desk.register.entries(Filter(states=IN_FORCE))
    return [
        one for one in entries if one.campaign == name and (phase is None or one.phase == phase)
    ]


def _of_entry(desk: Desk, entry: Entry, stems: tuple[str, ...]) -> IssuedCertificates | None:
    """Those that the entry carries, where the name of one of its papers begins with one of `stems`."""
    papers = kept_papers(desk, entry.id)
    if not any(name.startswith(stems) for name in papers):
        return None
    bare = desk.register.numbered(entry)
    numbered = replace(bare, intent=replace(bare.intent, materials=kept_materials(desk, entry.id)))
    carried = tuple(paper for paper in papers_of(numbered)[1:] if paper.about.page_filling)
    words = sorted(f"{paper.about.stem}.docx" for paper in carried)
    return IssuedCertificates(
        entry,
        carried,
        tuple(papers[name] for name in words),
        _standing(desk, entry, _leaves(carried, numbered.golden_numbers)),
        _archived(papers, words),
        units_of(numbered.intent.materials),
        SignedSheets.of(desk, entry),
    )


def _standing(
    desk: Desk, entry: Entry, leaves: Sequence[CertificateSheet]
) -> tuple[CertificateSheet, ...]:
    """The certificates, those that were withdrawn marked."""
    rows = desk.register.golden_book(document=entry.id)
    ended = {row.number for row in rows if row.state not in IN_FORCE}
    return tuple(replace(leaf, in_force=leaf.golden_number not in ended) for leaf in leaves)


def _archived(papers: Mapping[str, bytes], words: Sequence[str]) -> bytes | None:
    """The PDF files beside the Word files as one; nothing where one of them is missing."""
    names = [f"{name.removesuffix('.docx')}.pdf" for name in words]
    copies = [papers[name] for name in names if name in papers]
    return joined(copies) if len(copies) == len(words) else None


def _leaves(
    papers: Sequence[PaperToMake], golden_numbers: Sequence[int] = ()
) -> tuple[CertificateSheet, ...]:
    made = [one for paper in papers for one in paper.certificates]
    numbers: Sequence[int | None] = golden_numbers or [None] * len(made)
    pairs = enumerate(zip(made, numbers, strict=True), start=1)
    return tuple(_leaf(place, one, number) for place, (one, number) in pairs)


def _leaf(place: int, certificate: Any, golden_number: int | None) -> CertificateSheet:  # noqa: ANN401 - as it was stored
    tight, entry = certificate.tightness, certificate.entry
    tightness = Tightness(tight.share, tight.field, tight.size_pt, tight.lines, tight.room_mm)
    return CertificateSheet(place, entry.name, tightness, golden_number, entry=entry)


def _again(papers: Sequence[PaperToMake], stock: Stock, numbers: Sequence[int]) -> Iterator[Batch]:
    """The chosen certificates of each paper, set for the stock."""
    for paper, (begin, end) in zip(papers, pairwise((0, *_ends(papers))), strict=True):
        _refuse_unasked(paper, stock)
        if own := tuple(number - begin for number in numbers if begin < number <= end):
            yield paper.on_stock(stock, own).batch(made_on=None)


def _ends(papers: Sequence[PaperToMake]) -> list[int]:
    """The last number in print order of each paper."""
    return list(accumulate(len(paper.certificates) for paper in papers))


def _refuse_unasked(paper: PaperToMake, stock: Stock) -> None:
    """ProblemsFoundError for what the stock carries and the template does not ask for: it would stand there twice."""
    asked = {field.path for field in looked_at(paper.paper).fields}
    twice = [part for part in Printed if stock.carries(part) and f"stock.{part.value}" not in asked]
    if twice:
        message = _(
            "Mẫu giấy khen không hỏi phôi đã in gì nên sẽ in chồng lên phôi “{stock}”.",
            stock=stock.name,
        )
        hint = _(
            "Hãy bọc phần đó trong mẫu: {{% if not stock.{part} %}} … {{% endif %}}.",
            part=twice[0].value,
        )
        problems = [
            Problem(
                "stock-not-asked",
                part.label,
                Place(file=paper.paper.name, path=f"stock.{part.value}"),
            )
            for part in twice
        ]
        raise ProblemsFoundError(f"{message} {hint}", tuple(problems))


def _prove(batch: Batch, kept: Sequence[str]) -> None:
    """What is printed says nothing but what the archive keeps, in the same order; ProblemsFoundError otherwise."""
    known = iter(kept)
    for row in batch.rows:
        words = plain_text(batch.paper.render(row)).split()
        stranger = next(
            (word for word in words if word not in known), None
        )  # `in` moves the iterator on
        if stranger is not None:
            message = _(
                "Bản in không khớp với bản lưu trong kho: “{word}”. Chưa in gì.", word=stranger
            )
            raise ProblemsFoundError(message, (Problem("print-not-as-kept", message),))
