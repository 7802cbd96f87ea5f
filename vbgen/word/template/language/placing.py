"""Where each piece of text stands, as a clerk counts: part, paragraph, table, row, cell, text box."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.errors import Place
from vbgen.messages import _
from vbgen.word.template.language.stream import END, START, TEXT, Stream

ORIGIN = "vbgen-origin"  # marks a block that came from a fragment, while a template is compiled
_ORIGIN = re.compile(rf' {ORIGIN}="(\d+)"')


@dataclass(slots=True, eq=False)
class _Frame:
    """A body, cell, row, table or box, counting what stands directly in it."""

    file: str
    part: str
    cell: str = ""
    tables: int = 0
    rows: int = 0
    cells: int = 0
    paragraphs: int = 0
    boxes: int = 0

    def place(self) -> Place:
        return Place(file=self.file, part=self.part, cell=self.cell, paragraph=self.paragraphs)


def place_text(stream: Stream, file: str, part: str, origins: Mapping[int, str]) -> None:
    """Fill `stream.places` for every text or start tag that holds a brace; take the origin marks out."""
    _Placer(stream, _Frame(file, part), origins).run()


def paragraph_places(text: str, file: str, part: str) -> list[Place]:
    """Where each paragraph of a part stands, in the order of its text."""
    placer = _Placer(Stream.of(text), _Frame(file, part), {})
    placer.run()
    return placer.paragraphs


class _Placer:
    def __init__(self, stream: Stream, body: _Frame, origins: Mapping[int, str]) -> None:
        self.stream, self.origins = stream, origins
        self.frames = [body]
        self.instances: dict[int, _Frame] = {}
        self.pushed: list[int] = [0]  # frames to drop at the end of each open element
        self.fallback = 0
        self.paragraphs: list[Place] = []

    def run(self) -> None:
        for index, kind in enumerate(self.stream.kinds):
            raw = self.stream.raw[index]
            if kind == END:
                self._close(index)
                continue
            if kind != TEXT:
                self._open(index, kind)
            if "{" in raw or "}" in raw or raw in "%#":
                self.stream.places[index] = self.frames[-1].place()

    def _open(self, index: int, kind: int) -> None:
        depth = len(self.frames)
        origin = self._take_origin(index)
        if origin:
            self.frames.append(self._instance(origin))
        self._count(self.stream.names[index], kind)
        if kind == START:
            self.pushed.append(len(self.frames) - depth)
        else:
            del self.frames[depth:]

    def _close(self, index: int) -> None:
        if self.stream.names[index] == "mc:Fallback":
            self.fallback -= 1
        for _step in range(self.pushed.pop()):
            self.frames.pop()

    def _take_origin(self, index: int) -> int:
        match = _ORIGIN.search(self.stream.raw[index]) if ORIGIN in self.stream.raw[index] else None
        if not match:
            return 0
        self.stream.raw[index] = _ORIGIN.sub("", self.stream.raw[index])
        return int(match.group(1))

    def _instance(self, origin: int) -> _Frame:
        if origin not in self.instances:
            self.instances[origin] = _Frame(self.origins[origin], _("thân văn bản"))
        return self.instances[origin]

    def _count(self, name: str, kind: int) -> None:
        frame = self.frames[-1]
        if name == "w:p":
            frame.paragraphs += 1
            self.paragraphs.append(frame.place())
        elif name == "w:tbl":
            frame.tables, frame.rows = frame.tables + 1, 0
        elif name == "w:tr":
            frame.rows, frame.cells = frame.rows + 1, 0
        elif name == "w:tc":
            frame.cells += 1
            self.frames.append(_Frame(frame.file, frame.part, _cell(frame)))
        elif name == "mc:Fallback":
            self.fallback += kind == START
        elif name == "w:txbxContent":
            frame.boxes += 0 if self.fallback else 1
            part = _("{part}, khung chữ {number}", part=frame.part, number=frame.boxes)
            self.frames.append(_Frame(frame.file, part, frame.cell))


def _cell(frame: _Frame) -> str:
    here = _(
        "bảng {table}, hàng {row}, ô {cell}", table=frame.tables, row=frame.rows, cell=frame.cells
    )
    return _("{outer}, trong đó {inner}", outer=frame.cell, inner=here) if frame.cell else here
