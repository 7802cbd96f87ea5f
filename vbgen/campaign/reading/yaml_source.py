"""A campaign's YAML file taken apart, with the line of every value; nothing in it is ever constructed."""

import codecs
from collections.abc import Iterator, Mapping
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from vbgen.campaign.cells.entries import TypedFile, TypedRow, TypedTable, TypedValue
from vbgen.campaign.topics import Topic, heading_key, nearest, topics
from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.package.bounds import SHEETS
from vbgen.word.package.workbook import file_bytes, refuse
from vbgen.words.numbers import vn_number

MAX_YAML_BYTES = 8 * 1024**2
MAX_REPEATS = 1000  # of anchored values
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = tuple(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp")
)
_SHAPE_TAGS = (
    "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:merge",
    "tag:yaml.org,2002:value",
)


def read_yaml_source(path: Path, name: str) -> TypedFile:
    """The tables of a YAML file; raises UnreadableFileError for what is no YAML mapping in UTF-8."""
    root = _composed(_decoded(file_bytes(path, name), name), name)
    if not isinstance(root, MappingNode):
        refuse(name, "yaml-not-a-mapping", _("tệp phải gồm các mục dạng “agency: …”, “units: …”."))
    return _YamlFile(name).source(root)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_YAML_BYTES:
        refuse(
            name,
            "too-large",
            _("tệp quá lớn ({size} MB); hãy chia nhỏ.", size=len(data) // 1024**2),
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        refuse(
            name,
            "wrong-encoding",
            _(
                "bảng mã chữ của tệp chưa đúng (có lẽ là UTF-16); hãy mở bằng Notepad rồi lưu lại với "
                "Encoding “UTF-8”."
            ),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = _(
            "bảng mã chữ của tệp chưa đúng (dòng {line}); hãy chuyển sang Unicode rồi lưu với Encoding “UTF-8”.",
            line=line,
        )
        refuse(name, "wrong-encoding", reason, error)


def _composed(text: str, name: str) -> Node | None:
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        refuse(name, "yaml-syntax", _syntax(str(error.problem), line), error)
    except YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        refuse(
            name,
            "yaml-syntax",
            _("dòng {line}: có ký tự không được phép trong YAML; hãy xóa ký tự đó.", line=line),
            error,
        )
    except RecursionError as error:
        refuse(
            name,
            "yaml-too-deep",
            _("các mục lồng nhau quá sâu, không an toàn; hãy viết mỗi mục đúng bậc."),
            error,
        )
    return node


def _syntax(problem: str, line: int) -> str:
    if "\\t" in problem or "tab" in problem:
        return _("dòng {line}: có dấu tab; YAML chỉ thụt đầu dòng bằng dấu cách.", line=line)
    if "undefined alias" in problem:
        return _("dòng {line}: nhắc tới một neo (&…) không có; hãy ghi thẳng giá trị.", line=line)
    return _(
        "dòng {line}: sai cú pháp YAML; hãy xem lại thụt dòng, dấu hai chấm và dấu nháy.", line=line
    )


class _YamlFile:
    """One walk over the nodes of a file; problems gather on the way."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._problems: list[Problem] = []
        self._seen: set[int] = set()
        self._repeats = 0

    def source(self, root: MappingNode) -> TypedFile:
        known = {each.field: each for each in topics()}
        pairs = self._pairs(root, {field: each.title for field, each in known.items()}, "")
        tables = {field: self._table(known[field], node) for field, node in pairs.items()}
        return TypedFile(self._name, tables, tuple(self._problems))

    def _table(self, topic: Topic, node: Node) -> TypedTable:
        place = self._place(topic.field, node)
        if not topic.is_table:
            row = self._row(topic, node, topic.field)
            return TypedTable(place, (row,) if row else ())
        if self._is_null(node):
            return TypedTable(place)
        if not isinstance(node, SequenceNode):
            sentence = _("cần một danh sách, mỗi mục bắt đầu bằng dấu “-”.")
            self._tell("yaml-wrong-shape", place, sentence)
            return TypedTable(place)
        return TypedTable(place, tuple(self._rows(topic, node)))

    def _rows(self, topic: Topic, node: SequenceNode) -> Iterator[TypedRow]:
        if len(node.value) > SHEETS.rows:
            limit = vn_number(SHEETS.rows)
            reason = _("“{key}” có hơn {limit} mục; hãy chia nhỏ.", key=topic.field, limit=limit)
            refuse(self._name, "too-many-rows", reason)
        for index, each in enumerate(node.value):
            row = self._row(topic, each, f"{topic.field}[{index}]")
            if row is not None:
                yield row

    def _row(self, topic: Topic, node: Node, path: str) -> TypedRow | None:
        self._count(node)
        place = self._place(path, node)
        if not isinstance(node, MappingNode):
            self._tell("yaml-wrong-shape", place, _("cần các mục dạng “tên: giá trị”."))
            return None
        known = {column.field: column.title for column in topic.columns}
        entries = {}
        for field, value in self._pairs(node, known, path).items():
            entry = self._entry(value, f"{path}.{field}")
            if entry is not None:
                entries[field] = entry
        return TypedRow(place, entries)

    def _pairs(self, node: MappingNode, known: Mapping[str, str], path: str) -> dict[str, Node]:
        """The known keys of a mapping; unknown and doubled ones are told."""
        pairs: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, ScalarNode) else ""
            place = self._place(f"{path}.{name}".lstrip("."), key)
            if name not in known:
                self._tell(
                    "unknown-key",
                    place,
                    _("không có mục “{name}”.", name=name),
                    _near_key(name, known),
                )
            elif name in pairs:
                self._tell(
                    "doubled-key",
                    place,
                    _("mục “{name}” xuất hiện hai lần.", name=name),
                    _("Hãy bỏ một."),
                )
            else:
                pairs[name] = value
        return pairs

    def _entry(self, node: Node, path: str) -> TypedValue | None:
        self._count(node)
        place = self._place(path, node)
        if str(node.tag) not in (*_PLAIN_TAGS, *_SHAPE_TAGS):
            sentence = _("không dùng được nhãn “{tag}” trong tệp dữ liệu.", tag=node.tag)
            self._tell("yaml-tag", place, sentence, _("Hãy bỏ nhãn, chỉ ghi giá trị."))
            return None
        if not isinstance(node, ScalarNode):
            self._tell(
                "yaml-wrong-shape", place, _("cần một giá trị, không phải danh sách hay nhóm mục.")
            )
            return None
        if self._is_null(node):
            return None
        return TypedValue(node.value, place, in_cell=False, machine=node.style is None)

    def _is_null(self, node: Node) -> bool:
        return isinstance(node, ScalarNode) and node.style is None and node.value in _NULLS

    def _count(self, node: Node) -> None:
        if id(node) in self._seen:
            self._repeats += 1
            if self._repeats > MAX_REPEATS:
                refuse(
                    self._name,
                    "yaml-too-many-aliases",
                    _("có quá nhiều chỗ nhắc lại neo (*…); hãy ghi đủ từng mục."),
                )
        self._seen.add(id(node))

    def _place(self, path: str, node: Node) -> Place:
        return Place(file=self._name, path=path, line=node.start_mark.line + 1)

    def _tell(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._problems.append(Problem(code, message, place, hint=hint))


def _near_key(name: str, known: Mapping[str, str]) -> str:
    by_title = {heading_key(title): field for field, title in known.items()}
    near = by_title.get(heading_key(name)) or nearest(name, known)
    return (
        _("Có phải là “{near}”?", near=near) if near else _("Hãy xem tên các mục trong tài liệu.")
    )
