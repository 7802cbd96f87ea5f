"""The collector that recognition fills: which paragraph is what, and the lines of each part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.names import Part
from vbgen.word.reading.values import Document, Paragraph


@dataclass(slots=True)
class Marks:
    """Roles of all paragraphs of a document, by place; what nobody has claimed is open."""

    document: Document
    roles: dict[int, Part] = field(default_factory=dict)
    lines: dict[Part, list[Line]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, int] = field(default_factory=dict)  # identity of a paragraph → its place

    def __post_init__(self) -> None:
        self.places = {
            id(paragraph): place for place, paragraph in enumerate(self.document.paragraphs)
        }

    def place(self, paragraph: Paragraph) -> int:
        """Place of a paragraph among all paragraphs of the document."""
        return self.places[id(paragraph)]

    def is_open(self, paragraph: Paragraph) -> bool:
        """Whether nothing is known of the paragraph yet."""
        return self.place(paragraph) not in self.roles

    def mark(self, part: Part, line: Line) -> None:
        """Name a line; its paragraph takes the role of its first named line."""
        self.lines[part].append(line)
        self.roles.setdefault(self.place(line.paragraph), part)

    def mark_lines(self, part: Part, lines: Iterable[Line]) -> None:
        """Name several lines alike."""
        for line in lines:
            self.mark(part, line)

    def fill(self, paragraphs: Sequence[Paragraph], part: Part) -> None:
        """Give the paragraphs that are still open a role: empty, rule line, or the given one."""
        for paragraph in paragraphs:
            if self.is_open(paragraph):
                self.mark(blank_role(paragraph) or part, whole(paragraph))


def blank_role(paragraph: Paragraph) -> Part | None:
    """EMPTY or RULE_LINE for a paragraph without words, otherwise `None`."""
    line = whole(paragraph)
    if line.is_rule or (
        not line.text and any(shape.kind in {"line", "picture"} for shape in paragraph.shapes)
    ):
        return Part.RULE_LINE
    return None if line.text or paragraph.label else Part.EMPTY
