"""SIP_hoso of Thông tư 05/2025/TT-BNV: made of the office's files, or held against the circular's tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.sip.checking import check_sip
from vbgen.archive.sip.codes import ELECTRONIC, MIXED, SCANNED, period_code, type_code, use_code
from vbgen.archive.sip.package import Sip, package
from vbgen.archive.sip.sip_file import (
    SipDocument,
    SipFile,
    document_code,
    document_id,
    file_code,
)
from vbgen.errors import Place, Problem, Severity, UsageError, refuse_errors
from vbgen.files import read_bytes, write_all
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.handing_over.gathering import GatheredFile, GatheredPaper
from vbgen.office.handing_over.scope import FilesWish, gathered, with_settings
from vbgen.outputs import confirm_free
from vbgen.word.package.zipwriter import zipped
from vbgen.words.dates import short_date

if TYPE_CHECKING:
    from vbgen.office.office import Office

_MOST_BYTES = 512 * 1024**2  # of one file of a package that is checked


@dataclass(frozen=True)
class SipWritten(Answer):
    """Packages, each a folder, and a zip file beside it where one was asked for."""

    target: Path
    packages: tuple[str, ...]
    documents: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "folder": str(self.target),
            "packages": list(self.packages),
            "documents": self.documents,
        }


@dataclass(frozen=True)
class WriteSip(Request[SipWritten]):
    """Each file (hồ sơ) as a SIP_hoso in a new folder, checked before it is written; all of them or none."""

    target: Path
    wish: FilesWish = field(default_factory=FilesWish)
    zipped: bool = False

    def carry_out(self, office: "Office") -> SipWritten:
        """Written; ProblemsFoundError with everything that an archive would send back."""
        confirm_free(self.target)
        files = gathered(office, self.wish)
        said = office.own_workspace.settings.get("handover", {})
        fonds = with_settings(self.wish.handover, said).fonds
        refuse_errors(
            _("Chưa đủ thông tin để lập gói SIP_hoso."),
            [problem for file in files for problem in lacking(file, fonds)],
        )
        identity, now = office.desk_to_look().register.identity, office.surroundings.clock()
        packages = [package(sip_file(file, fonds, now), identity) for file in files]
        found = list(chain.from_iterable(check_sip(sip.name, sip.contents) for sip in packages))
        refuse_errors(_("Gói SIP_hoso chưa đúng bảng của thông tư."), found)
        write_all(_places(self.target, packages, zip_too=self.zipped))
        notes = dict.fromkeys((*chain.from_iterable(file.problems for file in files), *found))
        names = tuple(sip.name for sip in packages)
        documents = sum(map(len, (file.papers for file in files)))
        return SipWritten(self.target, names, documents, problems=tuple(notes))


@dataclass(frozen=True)
class SipChecked(Answer):
    """Packages held against the tables."""

    packages: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether no fault was found."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"ok": self.is_sound, "packages": list(self.packages)}


@dataclass(frozen=True)
class CheckSip(Request[SipChecked]):
    """One package's folder, or a folder of packages, held against the circular's tables; whoever made them."""

    folder: Path

    def carry_out(self, office: "Office") -> SipChecked:
        """Every fault; UsageError where there is no package."""
        found = _packages(self.folder)
        problems = tuple(
            problem
            for done, folder in enumerate(found, start=1)
            for problem in _told(office, folder, done, len(found))
        )
        return SipChecked(tuple(folder.name for folder in found), problems=problems)


def _told(office: "Office", folder: Path, done: int, whole: int) -> Iterator[Problem]:
    yield from check_sip(folder.name, _contents(folder))
    office.tell_done(done, whole)


def _packages(folder: Path) -> list[Path]:
    if (folder / "METS.xml").is_file():
        return [folder.resolve()]
    found = sorted(path.parent for path in folder.glob("*/METS.xml")) if folder.is_dir() else []
    if not found:
        message = _("{folder} không phải là gói SIP, cũng không chứa gói nào.", folder=folder)
        raise UsageError(message)
    return found


def _contents(folder: Path) -> dict[str, bytes]:
    """Every file by its place; what leads out of the folder is not followed."""
    return {
        path.relative_to(folder).as_posix(): read_bytes(path, most=_MOST_BYTES)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _places(target: Path, packages: Sequence[Sip], *, zip_too: bool) -> dict[Path, bytes]:
    files: dict[Path, bytes] = {}
    for number, sip in enumerate(packages, start=1):
        files |= {target / sip.name / place: content for place, content in sip.contents.items()}
        if zip_too:
            inside = {f"{sip.name}/{place}": content for place, content in sip.contents.items()}
            files[target / f"{number:02}-{sip.name}.zip"] = zipped(inside)
    return files


def lacking(file: GatheredFile, fonds: str) -> Iterator[Problem]:
    """What the circular asks for and nobody has said."""
    about = file.about
    asked = (
        ("organ_id", about.file_code.organ_id, _("mã định danh của cơ quan")),
        ("fonds", fonds, _("mã phông lưu trữ")),
        ("rights", use_code(about.rights), _("chế độ sử dụng: công khai, có điều kiện hoặc mật")),
        ("retention", about.maintenance, _("thời hạn bảo quản")),
    )
    for key, value, name in asked:
        if not value:
            hint = _(
                "Nhờ quản trị ghi {key} trong mục [handover] của vbgen.toml, hoặc nêu khi lập gói.",
                key=key,
            )
            yield _unknown(about.title, name, hint)
    if _source(file.papers) == SCANNED and not file.paper_code:
        key = "paper_code"
        hint = _("Nhờ quản trị ghi {key} ở mục [[handover.files]] của vbgen.toml.", key=key)
        yield _unknown(about.title, _("mã hồ sơ gốc giấy"), hint)
    for paper in file.papers:
        if not paper.pdf:
            message = _("Văn bản này không lưu bản PDF nên chưa đưa vào gói được.")
            place = Place(file=paper.entry.code, path=paper.kept.key)
            yield Problem("sip-no-pdf", message, place)


def _unknown(title: str, name: str, hint: str) -> Problem:
    message = _("Hồ sơ chưa có {name}.", name=name)
    return Problem("sip-unknown", message, Place(file=title), hint=hint)


def sip_file(file: GatheredFile, fonds: str, now: datetime) -> SipFile:
    """The file as the circular's tables describe it."""
    about = file.about
    code = file_code(
        about.file_code.organ_id, about.file_code.catalog or 0, about.file_code.notation
    )
    common = {
        "maintenance": period_code(about.maintenance),
        "mode": use_code(about.rights),
        "language": "01",
        "riskRecovery": "0",
    }
    values = {
        **common,
        "confidenceLevel": _source(file.papers),
        "paperFileCode": file.paper_code,
        "fileCode": code,
        "title": about.title,
        "startDate": short_date(about.start_date) if about.start_date else "",
        "endDate": short_date(about.end_date) if about.end_date else "",
        "totalDoc": str(len(file.papers)),
        "numberOfPage": str(sum(paper.pages for paper in file.papers)),
        "description": f"Người lập hồ sơ: {about.creator}" if about.creator else "",
    }
    documents = tuple(
        SipDocument(_document(file, paper, number, code, common), paper.pdf)
        for number, paper in enumerate(file.papers, start=1)
    )
    return SipFile(values, documents, file.papers[0].entry.issuer, fonds, now)


def _source(papers: Sequence[GatheredPaper]) -> str:
    """Where the files come from: made electronically, scanned, or both."""
    found = {SCANNED if paper.is_scan else ELECTRONIC for paper in papers}
    return found.pop() if len(found) == 1 else MIXED


def _document(
    file: GatheredFile, paper: GatheredPaper, number: int, code: str, common: Mapping[str, str]
) -> dict[str, str]:
    about = file.record.papers[number - 1].metadata
    day = about.issued_date
    return {
        **common,
        "confidenceLevel": _source([paper]),
        "docId": document_id(code, number),
        "docCode": document_code(code, number),
        "typeName": type_code(about.type_name),
        "codeNumber": about.code_number,
        "codeNotation": about.code_notation,
        "issuedDate": short_date(day) if day else "",
        "organName": about.organ_name,
        "subject": about.subject,
        "numberOfPage": str(paper.pages),
        "autograph": "",
        "process": "0",  # no file of a workflow goes with it
        "description": about.description,
    }
