"""A kind of paper, as the `kind.toml` beside its template declares it."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vbgen.errors import TemplateError, UnreadableFileError
from vbgen.files import read_toml
from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.papers.kinds.kind_faults import kind_faults

DECLARATION = "kind.toml"
TEMPLATE = "template.docx"


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
    values: dict[str, str] = {}


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
    carries: tuple[str, ...] = ()  # kinds that are issued with it, under its number
    needs: Literal["", "nominations", "awards", "meetings", "indicator_results", "check"] = ""
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)] = (Variant(),)
    values: dict[str, str | int | bool | list[str]] = {}

    @property
    def is_drafted(self) -> bool:
        """Whether drafting makes it; a report of a check comes from checking alone."""
        return self.needs != "check"

    @property
    def template(self) -> Path:
        """The Word file that a clerk may open and change."""
        return self.folder / TEMPLATE

    def paper_id(self, variant: Variant) -> str:
        """How the campaign's rows name the paper: `nomination-list`, `nomination-list/province`."""
        return f"{self.id}/{variant.id}" if variant.id else self.id


def read_kind(folder: Path) -> Kind:
    """The kind that `folder` declares; TemplateError with every fault of its `kind.toml`."""
    path = folder / DECLARATION
    try:
        declared = read_toml(path)
    except UnreadableFileError as fault:
        raise TemplateError(fault.message, fault.problems) from fault
    try:
        return Kind.model_validate({**declared, "id": folder.name, "folder": folder})
    except ValidationError as fault:
        problems = tuple(
            kind_faults(path, fault, known=Kind.model_fields, inner=Variant.model_fields)
        )
        raise TemplateError(
            _("Khai báo loại văn bản {file} có lỗi.", file=path), problems
        ) from fault
