"""A kind of paper, as the `kind.toml` beside its template declares it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vbgen.errors import TemplateError, UnreadableFileError, UsageError
from vbgen.files import toml_bytes, toml_tables
from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.model.afterwards.change import ChangeKind
from vbgen.model.design import CertificateDesign, ChosenFonts
from vbgen.model.movement import RecipientKind, SubjectKind
from vbgen.papers.bodies import BodyFile
from vbgen.papers.dossier_files import AttachedFile
from vbgen.papers.kinds.designs import Design, unknown_design
from vbgen.papers.kinds.kind_faults import kind_faults
from vbgen.papers.kinds.places import DECLARATION, TEMPLATE


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Variant(_Strict):
    """One of the papers that a kind makes of one phase; the campaign's rows decide whether it is needed."""

    id: str = ""
    title: str = ""  # what it is called; the first is called as its kind
    issuer: Literal["agency", "council", ""] = ""
    subject: str = ""
    symbol: str = ""
    within_power: bool | None = None  # only honours that the agency's head may (not) decide
    honours: HonourType | None = None  # only titles, or only commendation forms
    flags: bool | None = None  # only honours whose sheet bears red flags, or only others
    honour: str = ""  # only that honour, where the office decides each apart
    recipient: RecipientKind | None = None  # only such recipients, where these are decided apart
    base: str = ""  # the kind's own variant that it comes from
    decision: str = ""  # the decision's variant that it goes with, where it is a paper of one thing
    thing: str = ""  # the change, block, unit … that it is for
    values: dict[str, str] = {}
    design: str = ""  # of certificates: before the kind's own, and before the office's word for all
    when: str = ""  # a condition on the campaign's tables; without it there is always such a paper


class Kind(_Strict):
    """What every paper of one kind has in common; `subject` and `values` are written in the template language."""

    id: str
    folder: Path
    title: str
    form: str = ""  # "1.5": the form of Nghị định 30/2020/NĐ-CP, Phụ lục III
    type_name: str = ""  # tên loại; empty for a công văn, whose subject stands under its number
    symbol: str = ""  # abbreviation of the type, Phụ lục III.I
    subject: str = ""
    per: Literal["campaign", "phase"] = "campaign"
    issuer: Literal["agency", "council"] = "agency"
    dated: bool = True
    by_head: bool = False  # made by the head in person (a decision), not by the agency
    page_filling: bool = False
    written_by_hand: bool = False  # its dotted lines are filled in with a pen, after issue
    goes_with: str = (
        ""  # the kind under whose number it is issued, whose signer and month are its own
    )
    carries: tuple[str, ...] = ()  # kinds that are issued with it, under its number
    needs: Literal[
        "",
        "nominations",
        "awards",
        "council",
        "meetings",
        "tellers",
        "indicator_results",
        "check",
        "ceremonies",
        "payouts",
        "registrations",
        "criteria",
    ] = ""
    also_needs: tuple[Literal["awards", "registrations"], ...] = ()  # tables beside that one
    each: Literal["", "achievements", "blocks", "changes", "confirmations", "units"] = (
        ""  # things that each have a paper
    )
    subject_kind: SubjectKind | None = None  # of whom alone it makes a paper
    acts: tuple[ChangeKind, ...] = ()  # of the changes, those that it makes
    on_request: bool = False  # made only where somebody asks for it
    as_decided: bool = False  # a paper for each decision, where the office decides more apart
    cites: bool = False  # it names issued papers by their numbers
    quotes: bool = False  # it repeats an issued paper in that paper's own words
    of_year: bool = False  # it counts what every campaign gave in the year
    doubt: str = ""  # what nobody has proved of its form: told whenever it is made
    comes_with: tuple[
        str, ...
    ] = ()  # tables of which any speaks of it; without, it is always expected
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)] = (Variant(),)
    values: dict[str, str | int | bool | list[str]] = {}
    frame: str = ""  # what is drawn around a body that was typed in Word
    block: str = ""  # the fragment that lays its body out from data
    types: tuple[str, ...] = ()  # of the decree's types, those that it may be issued as
    may_lack: tuple[Literal["addressees", "recipients"], ...] = ()  # lists that it can do without
    design: str = ""  # of certificates: how they look, where the office chooses none
    declaration: Path = Path()  # the file that declares it
    designs: Mapping[str, Design] = {}  # those at hand
    chosen_design: str = ""  # by the office
    background: bytes = b""  # of certificates: the office's own picture instead of the border
    lettering: ChosenFonts = ChosenFonts()  # of certificates: fonts that the office chooses apart
    design_choices: Mapping[str, str] = {}  # paper → the office's word for it
    frame_file: Path | None = None  # where its frame lies
    bodies: tuple[BodyFile, ...] = ()  # typed in Word for the campaign at hand
    dossiers: tuple[AttachedFile, ...] = ()  # what goes with the campaign's proposals
    type_kinds: tuple["Kind", ...] = ()  # the types that it may be issued as
    is_framed: bool = False  # its block stands in the frame of another type

    @property
    def is_drafted(self) -> bool:
        """Whether drafting makes it; a report of a check comes from checking alone."""
        return self.needs != "check"

    @property
    def lays_out(self) -> bool:
        """Whether it has a template of its own, which lays the body out from data."""
        return (self.folder / TEMPLATE).is_file() or self._design is not None

    @property
    def _design(self) -> Design | None:
        """The design that it is made in: the office's choice, else none beside a template of its own, else its own."""
        own = "" if (self.folder / TEMPLATE).is_file() else self.design
        return self.designs.get(self.chosen_design or own)

    @property
    def design_used(self) -> CertificateDesign | None:
        """What that design declares; None where a template of the kind's own fills the page."""
        return self._design.declared.lettered(self.lettering) if self._design else None

    @property
    def template(self) -> Path:
        """The Word file that a clerk may open and change: its design, its own, else its frame."""
        if self._design:
            return self._design.file
        own = self.folder / TEMPLATE
        is_own = not self.is_framed and own.is_file()
        return own if self.frame_file is None or is_own else self.frame_file

    @property
    def word(self) -> bytes:
        """The content of that file, in the office's fonts and on its own ground where it has any."""
        content = self._lettered(self.template.read_bytes())
        if not self.background:
            return content
        from vbgen.word.source.background import with_background

        return with_background(content, self.background)

    def _lettered(self, content: bytes) -> bytes:
        if self._design is None or self.lettering == ChosenFonts():
            return content
        from vbgen.word.source.lettering import with_lettering

        return with_lettering(content, self.lettering)

    def as_type(self, name: str) -> "Kind":
        """The kind issued as another of the types that it may be issued as; itself for any other name."""
        found = next((each for each in self.type_kinds if each.id == name), None)
        if found is None:
            return self
        taken = ("type_name", "symbol", "form", "frame", "frame_file", "by_head", "may_lack")
        changes: dict[str, Any] = {name: getattr(found, name) for name in taken}
        changes["values"] = {**found.values, **self.values}
        subject = _subject_of(found, self.subject)
        return self.model_copy(update={**changes, "subject": subject, "is_framed": True})

    def design_for(self, variant: Variant) -> str:
        """The office's word for one paper, else the variant's own; empty where the kind's serves."""
        chosen = self.design_choices.get(self.paper_id(variant), "") if variant.id else ""
        return chosen or variant.design

    def in_design(self, name: str) -> "Kind":
        """The kind in another design; itself without a name. UsageError for a design that there is not."""
        if not name or not self.page_filling:
            return self
        if name not in self.designs:
            raise UsageError(unknown_design(name, list(self.designs)))
        return self.model_copy(update={"chosen_design": name})

    def body(self, name: str, phase: int | None) -> BodyFile | None:
        """What was typed in Word for one paper: its phase's before the general one."""
        named = {body.phase: body for body in self.bodies if body.name == name}
        return named.get(phase) or named.get(None)

    def paper_id(self, variant: Variant) -> str:
        """How the campaign's rows name the paper: `nomination-list`, `nomination-list/province`."""
        return f"{self.id}/{variant.id}" if variant.id else self.id


def _subject_of(kind: Kind, subject: str) -> str:
    """A công văn's subject as another type has it: `V/v phát động …`, `Phát động …`, `Về việc phát động …`."""
    bare = subject.removeprefix("V/v ")
    if not kind.type_name or bare == subject:
        return subject
    return f"Về việc {bare}" if kind.values.get("decides") else bare[:1].upper() + bare[1:]


def read_kind(folder: Path) -> Kind:
    """The kind that `folder` declares; TemplateError with every fault of its `kind.toml`."""
    path = folder / DECLARATION
    try:
        return _declared(path, toml_bytes(path))
    except UnreadableFileError as fault:
        raise TemplateError(fault.message, fault.problems) from fault


@lru_cache(maxsize=256)
def _declared(path: Path, content: bytes) -> Kind:
    """The same, of what the file says: it is asked for at every page of a desk."""
    declared = toml_tables(content, path)
    return kind_of(path, {**declared, "id": path.parent.name, "folder": path.parent})


def kind_of(path: Path, declared: Mapping[str, Any]) -> Kind:
    """The kind that the file at `path` declares so; TemplateError with every fault."""
    try:
        return Kind.model_validate({**declared, "declaration": path})
    except ValidationError as fault:
        problems = tuple(
            kind_faults(path, fault, known=Kind.model_fields, inner=Variant.model_fields)
        )
        raise TemplateError(
            _("Khai báo loại văn bản {file} có lỗi.", file=path), problems
        ) from fault
