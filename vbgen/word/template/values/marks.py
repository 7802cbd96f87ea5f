"""Marks in a rendered part that become new paragraphs and pages, once what stands around them is known."""

import re
from dataclasses import dataclass, field

from vbgen.word.package.characters import LINE, PAGE_MARK, RUN_AGAIN_MARK, RUN_MARK

_TAG = re.compile(r"<(/?)([\w:.-]+)[^>]*?(/?)>")
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)
_SPLITTABLE = ["w:p", "w:r", "w:t"]
_PAGE = '</w:t><w:br w:type="page"/><w:t xml:space="preserve">'


def resolve_marks(text: str) -> str:
    """New paragraphs and pages with the properties of the paragraph and run around them."""
    return _Resolver(text).run()


@dataclass(slots=True, eq=False)
class _Resolver:
    text: str
    parts: list[str] = field(default_factory=list)
    open: list[tuple[str, int]] = field(
        default_factory=list
    )  # elements around: name, where their content starts
    kept: str = ""  # properties of the run that formatted text interrupted

    def run(self) -> str:
        at = 0
        for match in _TAG.finditer(self.text):
            closing, name, empty = match.groups()
            if name.startswith("vb-"):
                self.parts += (self.text[at : match.start()], self._resolved(match.group()))
                at = match.end()
            elif closing:
                self.open.pop()
            elif not empty:
                self.open.append((name, match.end()))
        return "".join((*self.parts, self.text[at:]))

    def _resolved(self, mark: str) -> str:
        if mark == RUN_MARK:
            self.kept = self._properties("w:r")
            return ""
        if mark == RUN_AGAIN_MARK:
            return self.kept
        if [
            name for name, _start in self.open[-3:]
        ] != _SPLITTABLE:  # in a link or a change that was tracked
            return _PAGE if mark == PAGE_MARK else LINE
        return self._new_paragraph(mark)

    def _new_paragraph(self, mark: str) -> str:
        paragraph, run = _SECTION.sub("", self._properties("w:p")), self._properties("w:r")
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if mark == PAGE_MARK else ""
        return f'</w:t></w:r></w:p>{page}<w:p>{paragraph}<w:r>{run}<w:t xml:space="preserve">'

    def _properties(self, name: str) -> str:
        """The properties of the nearest element called `name` around the mark."""
        start = next((start for each, start in reversed(self.open) if each == name), len(self.text))
        if not self.text.startswith((f"<{name}Pr>", f"<{name}Pr "), start):
            return ""
        close = f"</{name}Pr>"
        return self.text[start : self.text.index(close, start) + len(close)]
