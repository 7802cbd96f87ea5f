"""The bytes of an Excel workbook that is safe to open; anything else is refused with a sentence."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.word.package.bounds import SHEETS, WORKBOOK
from vbgen.word.package.opening import Flaw, FlawError, OpenedZip, open_archive
from vbgen.word.package.relations import read_relations
from vbgen.word.package.sheets.long_cells import LongCell, long_cell
from vbgen.word.package.sheets.plain_rows import PlainRow, TakenOut, taken_out
from vbgen.word.package.sheets.sheet_bounds import Count, Excess, ExcessError
from vbgen.word.package.strict import transitional
from vbgen.word.package.wrong_types import broken_zip, wrong_type, wrong_zip
from vbgen.word.package.xml import has_document_type, is_xml, parse_xml, xml_bytes
from vbgen.word.package.zipwriter import zipped
from vbgen.words.numbers import vn_number

_UNREAD = (".svg", ".vml", ".htm", ".html")  # drawings and pages, often not well-formed: left out
_NOTHING = b"<xml/>"
_LONG = 200_000  # bytes of a part that is not kept in mind
_SWOLLEN = (
    Flaw.MANY_MEMBERS, Flaw.TOO_LARGE, Flaw.OVERLAPPING, Flaw.MEMBER_TOO_LARGE, Flaw.TOO_DENSE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SafeWorkbook:
    """A workbook within all bounds: its package, and apart by member the rows that need no parser."""

    data: bytes
    rows: Mapping[str, tuple[PlainRow, ...]] = field(default_factory=dict)


def read_workbook(path: Path, name: str) -> SafeWorkbook:
    """The workbook for whoever reads its cells and writes nothing into it; raises as `read_package` does."""
    rows: dict[str, tuple[PlainRow, ...]] = {}
    return SafeWorkbook(_read(path, name, rows), rows)


def read_package(path: Path, name: str) -> bytes:
    """The workbook's bytes, after every bound was held; `name` is what the sentence calls the file.

    A strict workbook comes in the namespaces that Excel writes by default.
    Raises UnreadableFileError for what is missing, not a workbook, damaged, or unsafe: macros, encryption,
    links to other files, document types, and archives that unpack beyond the bounds.
    """
    return _read(path, name, None)


def _read(path: Path, name: str, rows: dict[str, tuple[PlainRow, ...]] | None) -> bytes:
    """The workbook's bytes; where `rows` gathers its plain rows, without them."""
    data = file_bytes(path, name)
    if reason := wrong_type(data):
        refuse(name, "wrong-file-type", reason)
    try:
        archive = open_archive(data, WORKBOOK)
        if reason := wrong_zip(archive.entries):
            refuse(name, "wrong-file-type", reason)
        _check_contents({each.casefold() for each in archive}, name)
        changed = _changed(archive, name, rows)
    except FlawError as error:
        _refuse_flaw(error, data, name)
    return _with(archive, changed) if changed else data


def without_drawings(data: bytes, changed: Mapping[str, bytes] | None = None) -> bytes:
    """The same package without ways to its pictures and charts, which no one needs to decode for reading cells.

    `changed` are other contents of some members.
    """
    archive, contents = open_archive(data, WORKBOOK), dict(changed or {})
    if any(name.startswith("xl/drawings/drawing") for name in archive):
        links = [name for name in archive if name.startswith("xl/worksheets/_rels/")]
        contents |= {each: _without_drawings(archive.read(each)) for each in links}
    return _with(archive, contents) if contents else data


def members_of(data: bytes) -> dict[str, bytes]:
    """The contents of a workbook that was found safe."""
    archive = open_archive(data, WORKBOOK)
    return {name: archive.read(name) for name in archive}


def _with(archive: OpenedZip, changed: dict[str, bytes]) -> bytes:
    """The package with other contents in some members; uncompressed, for whoever reads it at once."""
    contents = {name: changed[name] if name in changed else archive.read(name) for name in archive}
    return zipped(contents, stored=True)


def _without_drawings(content: bytes) -> bytes:
    root = parse_xml(content, "", "")
    for relation in list(root):
        if str(relation.get("Type")).endswith("/drawing"):
            root.remove(relation)
    return xml_bytes(root)


def file_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file of bearable size; raises UnreadableFileError."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            refuse(
                name,
                "not-a-file",
                _("đây là thư mục, không phải tệp; hãy chuyển nó đi rồi chép tệp vào."),
            )
        if not stat.S_ISREG(found.st_mode):
            refuse(
                name, "not-a-file", _("đây không phải là tệp dữ liệu; hãy chép tệp thật vào đây.")
            )
        if found.st_size > WORKBOOK.file_bytes:
            refuse(
                name,
                "too-large",
                _("tệp quá lớn ({size} MB); hãy chia nhỏ.", size=found.st_size // 1024**2),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        refuse(name, "missing-file", _("không có tệp này; hãy kiểm tra lại tên và thư mục."), error)
    except OSError as error:
        sentence = _("không đọc được tệp ({reason}); hãy chép lại tệp.", reason=reason_of(error))
        refuse(name, "unreadable-file", sentence, error)


def refuse(
    name: str, code: str, reason: str, cause: BaseException | None = None, *, part: str = ""
) -> NoReturn:
    """Raise UnreadableFileError for the file, with its problem."""
    place = Place(file=name, part=part)
    raise UnreadableFileError(f"{place}: {reason}", (Problem(code, reason, place),)) from cause


def _refuse_flaw(error: FlawError, data: bytes, name: str) -> NoReturn:
    if error.flaw is Flaw.NO_ZIP:
        refuse(name, "wrong-file-type", broken_zip(), error)
    if error.flaw is Flaw.LOCKED:
        sentence = _("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại.")
        refuse(name, "encrypted-file", sentence, error)
    if error.flaw in (Flaw.UNSAFE_NAME, Flaw.DOUBLED):
        sentence = _("tệp có phần tên không an toàn hoặc trùng nhau; hãy lưu lại bằng Excel.")
        refuse(name, "unsafe-package", sentence, error)
    if error.flaw is Flaw.TOO_DENSE and (cell := _swelling_cell(data)):
        _refuse_long(cell, name)
    if error.flaw in _SWOLLEN:
        _refuse_bomb(name)
    sentence = _("tệp bị hỏng, không mở được; hãy gửi lại hoặc lưu lại bằng Excel.")
    refuse(name, "damaged-file", sentence, error)


def _swelling_cell(data: bytes) -> LongCell | None:
    """The cell whose text swells a workbook that is bearable otherwise."""
    try:
        archive = open_archive(data, replace(WORKBOOK, ratio=0))
        count = Count(SHEETS)
        for member in archive:
            _bearable(count, member, archive.read(member), "")
        return long_cell(archive, SHEETS.text_chars)
    except (FlawError, UnreadableFileError):
        return None


def _refuse_long(cell: LongCell, name: str) -> NoReturn:
    sentence = _(
        "ô có {chars} chữ, hơn {most} là mức mà Excel cho phép; hãy rút ngắn đoạn chữ.",
        chars=vn_number(cell.chars),
        most=vn_number(SHEETS.text_chars),
    )
    place = Place(file=name, sheet=cell.sheet, cell=cell.cell)
    problem = Problem("zip-bomb", sentence, place)
    raise UnreadableFileError(f"{place}: {sentence}", (problem,))


def _check_contents(lowered: set[str], name: str) -> None:
    if any(
        each.endswith("vbaproject.bin") or each.startswith("xl/macrosheets/") for each in lowered
    ):
        refuse(
            name,
            "macros",
            _("tệp chứa macro; hãy lưu lại thành tệp Excel thường (.xlsx) rồi thử lại."),
        )
    if any(each.startswith("xl/externallinks/") for each in lowered):
        sentence = _(
            "tệp có liên kết tới tệp Excel khác; hãy vào Data › Edit Links › Break Link rồi lưu lại."
        )
        refuse(name, "external-links", sentence)


def _changed(
    archive: OpenedZip, name: str, rows: dict[str, tuple[PlainRow, ...]] | None
) -> dict[str, bytes]:
    """The members that are read otherwise than they lie, after all of them were found bearable."""
    count, changed = Count(SHEETS), {}
    for member in archive:
        content = archive.read(member)
        read, taken = _bearable(count, member, content, name)
        if taken and rows is not None:
            rows[member] = taken.rows
            changed[member] = taken.rest
        elif read is not content:
            changed[member] = read
    return changed


def _bearable(
    count: Count, member: str, content: bytes, name: str
) -> tuple[bytes, TakenOut | None]:
    """The member as it is read, and its plain rows apart, if it has any."""
    if member.casefold().endswith(_UNREAD):
        return _NOTHING, None
    if not is_xml(member, content):
        return content, None
    if has_document_type(content):
        refuse(
            name,
            "document-type",
            _(
                "tệp có thành phần lạ, không mở được an toàn. Xin lại tệp gốc, hoặc mở bằng Excel rồi "
                "lưu bản mới."
            ),
        )
    read = transitional(content)
    try:
        taken, own = (_weighed if len(read) > _LONG else _weighed_once)(read)
        count.join(own)
    except ExcessError as error:
        _refuse_excess(error, name)
    if member.casefold().endswith(".rels"):
        _check_relationships(content, member, name)
    return read, taken if taken.rows else None


def _weighed(part: bytes) -> tuple[TakenOut, Count]:
    """The plain rows of a part apart, and how much stands in it; ExcessError for too much."""
    taken, count = taken_out(part, SHEETS.rows), Count(SHEETS)
    count.add(taken.rest, rows=len(taken.rows), cells=taken.cells)
    return taken, count


_weighed_once = lru_cache(maxsize=128)(_weighed)


def _refuse_excess(error: ExcessError, name: str) -> NoReturn:
    if error.excess is Excess.ROWS:
        rows = vn_number(SHEETS.rows)
        sentence = _("một trang có hơn {limit} hàng; hãy xóa hàng thừa.", limit=rows)
        refuse(name, "too-many-rows", sentence)
    if error.excess is Excess.CELLS:
        cells = vn_number(SHEETS.cells)
        refuse(name, "too-many-cells", _("có hơn {limit} ô; hãy chia nhỏ tệp.", limit=cells))
    if error.excess is Excess.ELEMENTS:
        _refuse_bomb(name)
    sentence = _("tệp Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi thử lại.")
    refuse(name, "damaged-file", sentence, error)


def _check_relationships(content: bytes, member: str, name: str) -> None:
    for relation in read_relations(content, name, member).values():
        if relation.external and not relation.kind.endswith("/hyperlink"):
            refuse(
                name,
                "external-links",
                _("tệp trỏ tới dữ liệu nằm ngoài tệp; hãy bỏ liên kết rồi lưu lại."),
            )


def _refuse_bomb(name: str) -> NoReturn:
    refuse(
        name,
        "zip-bomb",
        _("tệp phình to bất thường khi giải nén, không an toàn; hãy xin lại tệp gốc."),
    )
