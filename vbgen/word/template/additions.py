"""What a rendering adds to the package: pictures, hyperlinks, drawing numbers."""

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from vbgen.messages import _
from vbgen.word.drawing import drawing
from vbgen.word.drawing.image import Image, mime_type
from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import (
    HYPERLINK,
    IMAGE,
    PartRelation,
    read_relations,
    rels_name,
    with_default,
    with_relations,
)
from vbgen.word.template.unfit import UnfitValueError
from vbgen.word.template.values.pictures import content_of, image_in, measure
from vbgen.word.template.values.rich import Picture, RuleLine, Subdocument
from vbgen.word.template.values.subdocuments import blocks_of, blocks_xml

if TYPE_CHECKING:
    from vbgen.errors import Problem

_SCHEMES = ("http://", "https://", "mailto:", "#")
_TYPES = "[Content_Types].xml"


class Additions:
    """Collects what the parts of one rendering add; from `first_id` on, numbers are free for drawings."""

    def __init__(self, first_id: int, contents: Mapping[str, bytes]) -> None:
        self._next_id, self._contents = first_id, contents
        self._member = ""
        self.dropped: list[Problem] = []  # what was dangerous in subdocuments
        self._media: dict[str, tuple[str, bytes, Image]] = {}  # by hash: name, bytes, measures
        self._overlay: dict[str, bytes] | None = None  # the package with what subdocuments brought
        self._relations: dict[tuple[str, str, str], PartRelation] = {}  # by (member, type, target)

    def enter(self, member: str) -> None:
        """From here on, what is added belongs to `member`."""
        self._member = member

    def fresh_id(self) -> int:
        """A number that no drawing has yet."""
        self._next_id += 1
        return self._next_id - 1

    def link(self, url: str) -> str:
        """The relationship to an address on the web."""
        if not url.lower().startswith(_SCHEMES):
            raise UnfitValueError(
                _("Liên kết “{url}” không bắt đầu bằng http, https hoặc mailto.", url=url[:60]),
                _("Hãy sửa địa chỉ đó trong dữ liệu."),
            )
        return self._relate(HYPERLINK, url, external=True)

    def known_link(self, number: str) -> str:
        """The relationship to the address that the template names `number`, in the part at hand or in its body."""
        if number in self._links(self._member):
            return number
        main = self._links(main_member(self._contents, ""))
        if number in main:
            return self._relate(HYPERLINK, main[number].target, external=True)
        raise UnfitValueError(
            _("Mẫu không có liên kết “{number}” mà chữ này trỏ tới.", number=number[:60]),
            _("Hãy dùng RichText(…, url=địa chỉ), hoặc url_id=Template.build_url_id(địa chỉ)."),
        )

    def _links(self, member: str) -> Mapping[str, PartRelation]:
        rels = rels_name(member)
        found = read_relations(self._contents.get(rels, b""), "", rels)
        return {number: each for number, each in found.items() if each.kind == HYPERLINK}

    def line(self, value: RuleLine) -> str:
        """A drawn line."""
        width, weight = measure(value.width_mm), measure(value.weight_pt)
        return drawing.rule_line(width, weight, self.fresh_id())

    def picture(self, value: Picture, alt: str) -> str:
        """A picture in the line, its file stored once however often it is shown."""
        width, height = (
            None if given is None else measure(given) for given in (value.width_mm, value.height_mm)
        )
        name, _data, image = self._store(content_of(value.image, width, height))
        relation = self._relate(IMAGE, f"/{name}", external=False)
        size = drawing.size_of(width, height, image)
        return drawing.picture(size, self.fresh_id(), relation, alt)

    def blocks(self, value: Subdocument) -> str:
        """The blocks of a subdocument."""
        if self._overlay is None:
            self._overlay = dict(self._contents)
        return blocks_xml(
            blocks_of(value, self._overlay, self._member, self.dropped), self.fresh_id
        )

    def _store(self, data: bytes) -> tuple[str, bytes, Image]:
        key = sha256(data).hexdigest()
        if key not in self._media:
            image = image_in(data)
            self._media[key] = (f"word/media/vbgen-{key[:16]}.{image.extension}", data, image)
        return self._media[key]

    def _relate(self, kind: str, target: str, *, external: bool) -> str:
        key = (self._member, kind, target)
        if key not in self._relations:
            self._relations[key] = PartRelation(
                f"vbgen{len(self._relations) + 1}", kind, target, external
            )
        return self._relations[key].id

    def members(self) -> dict[str, bytes]:
        """The members of the package that are new or changed by what was added."""
        if not any((self._media, self._relations, self._overlay)):
            return {}
        contents = self._overlay or self._contents
        changed = {
            name: data for name, data in contents.items() if self._contents.get(name) is not data
        }
        changed |= {name: data for name, data, _image in self._media.values()}
        changed |= self._related(contents)
        types = self._typed(contents[_TYPES])
        return changed if types is contents[_TYPES] else {**changed, _TYPES: types}

    def _related(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """The relations of each member that shows something new."""
        by_member: dict[str, list[PartRelation]] = {}
        for (member, _kind, _target), relation in self._relations.items():
            by_member.setdefault(member, []).append(relation)
        return {
            rels_name(member): with_relations(contents.get(rels_name(member), b""), mine)
            for member, mine in by_member.items()
        }

    def _typed(self, types: bytes) -> bytes:
        """The content types, with those of the pictures."""
        for extension in sorted({image.extension for _name, _data, image in self._media.values()}):
            types = with_default(types, extension, mime_type(extension))
        return types
