"""`{%p include "letterhead" %}`: a fragment's body put in place of the paragraph, fragments inside it too."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.package import Package, read_package
from vbgen.word.package.parts import main_member, template_parts
from vbgen.word.package.xml import parse_xml, w
from vbgen.word.template.fragments.carrying import carry
from vbgen.word.template.fragments.library import Fragments
from vbgen.word.template.fragments.marking import mark
from vbgen.word.template.fragments.sections import governing_section, settle_sections
from vbgen.word.template.fragments.styles_apart import FRAME
from vbgen.word.template.language.placing import ORIGIN
from vbgen.word.template.notices import dropped_problems

BODY = "body"  # the fragment that is the paper's own text, typed in Word
_FIRST_MARK = 90_000  # number of the first bookmark around a fragment
_INCLUDE = re.compile(r"""\s*\{%p\s+include\s+["'“”‘’](.+?)["'“”‘’]\s*%\}\s*""")

_RAW = re.compile(r"\{%-?(?:(?:tr|tc|p|r)\s+|\s*)(end)?raw\s*-?%\}")


@dataclass(slots=True, eq=False)
class Includer:
    """Puts fragments into the parts of one template; `contents` grows by what they bring along."""

    contents: dict[str, bytes]
    name: str
    fragments: Fragments | None
    label: str = ""
    chain: tuple[str, ...] = ()  # fragments being put in, outermost first
    problems: list[Problem] = field(default_factory=list)
    origins: dict[int, str] = field(default_factory=dict)  # file of each fragment put in
    touched: set[str] = field(default_factory=set)  # members that got a fragment
    included: set[str] = field(default_factory=set)  # names of fragments that were put in
    placed_by_body: set[str] = field(
        default_factory=set
    )  # fragments that the body put where it wants them

    def include(self, member: str, label: str) -> etree._Element:
        """The root of `member` with its fragments in place."""
        self.label = label
        root = parse_xml(self.contents[member], self.name, member)
        for paragraph, match in list(_includes(root)):
            if match.group(1) in self.placed_by_body:
                _drop(paragraph)
                continue
            found = self._fragment(match.group(1), self._place(paragraph, match.group()))
            if found is None:
                _silence(paragraph)
            else:
                root = self._put(root, paragraph, member, found, match.group(1))
                self.touched.add(member)
                self.included.add(match.group(1))
        return root

    def _place(self, paragraph: etree._Element, quote: str) -> Place:
        before = paragraph.itersiblings(w("p"), preceding=True)
        number = sum(1 for _paragraph in before) + 1
        return Place(file=self.name, part=self.label, paragraph=number, quote=quote.strip())

    def _fragment(self, name: str, place: Place) -> Package | None:
        if name in self.chain:
            circle = " → ".join((*self.chain[self.chain.index(name) :], name))
            message = _("Các phần dùng chung lồng nhau thành vòng: {circle}.", circle=circle)
            self._refuse(
                "fragment-cycle", message, place, _("Hãy bỏ một thẻ include trong vòng này.")
            )
            return None
        source = self.fragments.find(name) if self.fragments else None
        if source is None:
            self._refuse(
                "fragment-missing",
                _("Không có phần dùng chung “{name}”.", name=name),
                place,
                self._hint(name),
            )
            return None
        try:
            package = read_package(source, name=f"{name}.docx")
        except UnreadableFileError as error:
            self._refuse("fragment-unreadable", error.message, place, "")
            return None
        self.problems += dropped_problems(
            package, dict(template_parts(package.contents, package.name))
        )
        return package

    def _hint(self, name: str) -> str:
        if not self.fragments or not self.fragments.names():
            return _("Mẫu này được mở mà không có thư mục phần dùng chung.")
        near = self.fragments.nearest(name)
        if near:
            return _("Có phải là “{name}”?", name=near)
        return _("Các phần dùng chung có: {names}.", names=", ".join(self.fragments.names()))

    def _refuse(self, code: str, message: str, place: Place, hint: str) -> None:
        self.problems.append(Problem(code, message, place, hint=hint))

    def _put(
        self,
        root: etree._Element,
        paragraph: etree._Element,
        member: str,
        found: Package,
        name: str,
    ) -> etree._Element:
        """The root with the body of `found` in place of `paragraph`; a new root if prefixes were missing."""
        inner = Includer(
            dict(found.contents),
            found.name,
            self.fragments,
            "",
            (*self.chain, name),
            self.problems,
            self.origins,
        )
        main = main_member(found.contents, found.name)
        part = inner.include(main, _("thân văn bản"))
        self.included |= inner.included
        blocks = [deepcopy(block) for block in part[0] if block.tag != w("sectPr")]
        root = _with_prefixes(root, part)
        is_body = name == BODY
        if is_body:
            _name_styles(root)
            self.placed_by_body |= inner.included
        problems = carry(blocks, inner.contents, found.name, self.contents, member, apart=is_body)
        self.problems += problems
        last = part[0].find(w("sectPr")) if is_body else None
        settle_sections(blocks, last, governing_section(paragraph))
        self._originate(blocks, found.name)
        _replace(paragraph, self._marked(blocks, name))
        return root

    def _marked(self, blocks: list[etree._Element], name: str) -> list[etree._Element]:
        """The blocks with their bookmark, where they stand in the paper itself or in its body."""
        if self.chain not in {(), (BODY,)}:
            return blocks
        return mark(blocks, name, _FIRST_MARK + len(self.origins))

    def _originate(self, blocks: list[etree._Element], file: str) -> None:
        number = len(self.origins) + 1
        self.origins[number] = file
        for block in blocks:
            if block.get(ORIGIN) is None:
                block.set(ORIGIN, str(number))


def _includes(root: etree._Element) -> Iterator[tuple[etree._Element, re.Match[str]]]:
    is_raw = False
    for paragraph in root.iter(w("p")):
        text = "".join(node.text or "" for node in paragraph.iter(w("t"))).replace("\u00a0", " ")
        match = None if is_raw else _INCLUDE.fullmatch(text)
        if match:
            yield paragraph, match
        is_raw = _is_raw_after(text, is_raw=is_raw)


def _is_raw_after(text: str, *, is_raw: bool) -> bool:
    """Whether what follows `text` is printed as it stands."""
    marks = _RAW.findall(text) if "raw" in text else []
    return not marks[-1] if marks else is_raw


def _name_styles(root: etree._Element) -> None:
    """Paragraphs without a style, before a body brings its own defaults: they keep the host's."""
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        if properties.find(w("pStyle")) is None:
            style = etree.Element(w("pStyle"))
            style.set(w("val"), FRAME)
            properties.insert(0, style)


def _drop(paragraph: etree._Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _silence(paragraph: etree._Element) -> None:
    """Take the words out of a paragraph whose tag was reported already."""
    for node in paragraph.iter(w("t")):
        node.text = ""


def _replace(paragraph: etree._Element, blocks: list[etree._Element]) -> None:
    parent = paragraph.getparent()
    if parent is None:
        return
    at = parent.index(paragraph)
    parent[at : at + 1] = blocks
    if parent.tag == w("tc") and parent[-1].tag != w("p"):  # a cell ends with a paragraph
        etree.SubElement(parent, w("p"))


def _with_prefixes(root: etree._Element, part: etree._Element) -> etree._Element:
    """The root with the namespace prefixes that `part` declares too; a new one where some were missing."""
    missing = {key: uri for key, uri in part.nsmap.items() if key and key not in root.nsmap}
    if not missing:
        return root
    spaces = dict((*root.nsmap.items(), *missing.items()))
    fresh = etree.Element(root.tag, nsmap=spaces)  # type: ignore[arg-type] # a default namespace has no prefix
    fresh.attrib.update(root.attrib)
    fresh.extend(list(root))
    return fresh
