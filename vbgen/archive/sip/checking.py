"""A SIP_hoso held against the tables of Thông tư 05/2025/TT-BNV: every fault at once, each with its file."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

from lxml import etree

from vbgen.archive.sip import names
from vbgen.archive.sip.checking_values import file_problems
from vbgen.archive.sip.reading_mets import ListedFile, MetsRead, read_mets, read_xml
from vbgen.errors import Place, Problem
from vbgen.messages import _

_PRESERVATION = re.compile(r"^metadata/preservation/|PREMIS\.xml$")
_INNER = f"{names.REPRESENTATION}/{names.METS}"
_TOPS = frozenset({names.METS, "metadata", "representations", names.SCHEMAS, "documentation"})


def check_sip(name: str, contents: Mapping[str, bytes]) -> list[Problem]:
    """All that is wrong with a package of that folder's name; nothing for a good one."""
    return list(_Check(name, contents).problems())


@dataclass(frozen=True, slots=True)
class _Check:
    """One package."""

    name: str
    contents: Mapping[str, bytes]

    def problems(self) -> Iterator[Problem]:
        yield from self._places()
        outer, inner = self._mets(names.METS), self._mets(_INNER)
        for place, found in ((names.METS, outer), (_INNER, inner)):
            yield from self._schema(place, found)
        if outer is not None:
            yield from self._name(outer)
            yield from _pointers(outer)
        references = [*_seen(outer, ""), *_seen(inner, f"{names.REPRESENTATION}/")]
        yield from self._listed(references)
        yield from self._unlisted(references)
        for place, found in ((names.METS, outer), (_INNER, inner)):
            if found is not None:
                yield from _map_faults(place, found)
        if inner is not None:
            yield from _pair_faults(inner)
        yield from file_problems(self.contents)

    def _places(self) -> Iterator[Problem]:
        folders = {place.rpartition("/")[0] for place in self.contents}
        for place in {names.METS, names.EAD, _INNER} - self.contents.keys():
            yield _fault("sip-part-missing", _("Gói thiếu tệp này."), place)
        for folder in {names.SCHEMAS, names.DATA, names.DESCRIPTIONS} - folders:
            yield _fault("sip-part-missing", _("Thư mục này của gói trống."), f"{folder}/")
        for place in self.contents:
            if place.partition("/")[0] not in _TOPS:
                yield _fault("sip-place-unknown", _("SIP_hoso không có chỗ cho tệp này."), place)
            if _PRESERVATION.search(place):
                message = _("SIP_hoso không có siêu dữ liệu bảo quản (PREMIS).")
                yield _fault("sip-premis", message, place)

    def _mets(self, place: str) -> MetsRead | None:
        root = read_xml(self.contents[place]) if place in self.contents else None
        return None if root is None else read_mets(root)

    def _schema(self, place: str, found: MetsRead | None) -> Iterator[Problem]:
        if found is None:
            if place in self.contents:
                yield _fault(
                    "sip-xml", _("Tệp hỏng hoặc viết sai cấu trúc, không đọc được."), place
                )
            return
        form = _mets_schema()
        if not form.validate(found.root):
            faults: Iterable[Any] = form.error_log  # type: ignore[assignment]  # the stubs have no iterator
            for line, path in {(one.line, one.path or "") for one in faults}:
                message = _("Không đúng lược đồ METS ở {path}.", path=_readable(path))
                yield Problem("sip-schema", message, Place(file=place, line=line))

    def _name(self, outer: MetsRead) -> Iterator[Problem]:
        stated = outer.root.get("OBJID")
        if stated != self.name:
            message = _(
                "Thư mục của gói tên là {name}, METS.xml lại ghi OBJID là {stated}.",
                name=self.name,
                stated=stated or _("(trống)"),
            )
            yield _fault("sip-name", message, names.METS)

    def _listed(self, references: list[tuple[str, ListedFile]]) -> Iterator[Problem]:
        for place, one in references:
            content = self.contents.get(place)
            if content is None:
                yield _fault("sip-file-missing", _("METS kê tệp này nhưng gói không có."), place)
                continue
            if str(len(content)) != one.size:
                yield _fault("sip-size", _("Dung lượng khác với METS ghi."), place)
            if hashlib.sha256(content).hexdigest().upper() != one.checksum:
                yield _fault("sip-checksum", _("Giá trị băm khác với METS ghi."), place)

    def _unlisted(self, references: list[tuple[str, ListedFile]]) -> Iterator[Problem]:
        counts = Counter(place for place, _one in references)
        for place in self.contents:
            if place != names.METS and not counts[place]:
                yield _fault("sip-file-unlisted", _("Gói có tệp này nhưng METS không kê."), place)
        for place, count in counts.items():
            if count > 1:
                yield _fault("sip-file-twice", _("METS kê tệp này nhiều lần."), place)


def _seen(found: MetsRead | None, folder: str) -> Iterator[tuple[str, ListedFile]]:
    for one in found.listed if found else ():
        yield f"{folder}{one.href}", one


def _pointers(outer: MetsRead) -> Iterator[Problem]:
    """The map leads to the representation's METS file, by the group that lists it."""
    listed = {one.use: one.href for one in outer.listed}
    for title, href in outer.pointers.items() or (("", ""),):
        use = outer.groups.get(title, "")
        if href != _INNER or listed.get(use) != href:
            message = _("Sơ đồ cấu trúc không dẫn đến METS.xml của rep1.")
            yield _fault("sip-map", message, names.METS)


def _map_faults(place: str, found: MetsRead) -> Iterator[Problem]:
    """Every description and file that the map leaves out."""
    pointed = {*found.described_ids, *found.pointed_ids}
    for one in found.listed:
        if one.id not in pointed and one.use != "Representations/rep1":
            message = _("Sơ đồ cấu trúc bỏ sót tệp {href}.", href=one.href)
            yield _fault("sip-map", message, place)


def _pair_faults(inner: MetsRead) -> Iterator[Problem]:
    """Each document is tied to the description that bears its name, once."""
    tied = Counter(document for _described, document in inner.pairs)
    yield from _misnamed(inner)
    for one in inner.listed:
        if one.use == "Data" and tied[one.href] != 1:
            message = _("Tài liệu {document} chưa gắn với một bản mô tả.", document=one.href)
            yield _fault("sip-pair", message, _INNER)


def _misnamed(inner: MetsRead) -> Iterator[Problem]:
    """Pairs whose names differ."""
    for described, document in inner.pairs:
        name = document.removeprefix("data/").rpartition(".")[0]
        if described != f"metadata/descriptive/EAD_DOC_{name}.xml":
            message = _(
                "Tài liệu {document} gắn với mô tả {described} không cùng tên.",
                document=document or "?",
                described=described or "?",
            )
            yield _fault("sip-pair", message, _INNER)


def _mets_schema() -> etree.XMLSchema:
    """The METS schema with what it imports, out of the program itself: nothing of the package is trusted."""
    with as_file(files("vbgen.archive.sip").joinpath("schemas")) as folder:
        return etree.XMLSchema(etree.parse(folder / names.METS_SCHEMA))


def _readable(path: str) -> str:
    """`/mets/fileSec/fileGrp[1]`: a path without the namespaces that a parser puts into it."""
    return "/".join(step.rpartition("}")[2].rpartition(":")[2] for step in path.split("/"))


def _fault(code: str, message: str, place: str) -> Problem:
    return Problem(code, message, Place(file=place))
