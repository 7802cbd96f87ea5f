"""A design chosen for all certificates: one line of the office's settings, all else in the file as it lies."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vbgen.errors import Place, Problem, ProblemsFoundError, UsageError
from vbgen.files import write_whole
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.workspace import SETTINGS
from vbgen.papers.kinds.designs import unknown_design

if TYPE_CHECKING:
    from vbgen.office.office import Office

CHOSEN = "design-chosen"  # the act in the journal
_TABLE = re.compile(r"^[ \t]*\[(?P<name>[^\[\]\r\n]*)\][ \t]*(?:#[^\r\n]*)?(?=\r?$)", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*design[ \t]*=[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True)
class DesignChosen(Answer):
    """The design that certificates have from now on."""

    design: str


@dataclass(frozen=True)
class ChooseDesign(Request[DesignChosen]):
    """Have all certificates made in a design; UsageError for a design that there is not."""

    design: str

    def carry_out(self, office: "Office") -> DesignChosen:
        """Written into the settings, and into the journal."""
        office.confirm_may_write()
        workspace = office.workspace
        known = list(workspace.library.designs())
        if self.design not in known:
            raise UsageError(unknown_design(self.design, known))
        if workspace.root is None:
            raise UsageError(_("Ở đây không có thư mục làm việc để ghi thiết lập."))
        path = workspace.root / SETTINGS
        before = path.read_bytes().decode()
        if (after := with_design(before, self.design)) != before:
            desk = office.desk_to_begin()
            write_whole(path, after.encode())
            desk.register.note(desk.stamp(), CHOSEN, detail={"design": self.design})
            desk.mirror()
        return DesignChosen(self.design)


def with_design(text: str, design: str) -> str:
    """The settings with that design for every kind, changed in that one line.

    ProblemsFoundError where they name designs kind by kind, or where the line cannot be told for sure.
    """
    before = tomllib.loads(text)
    if isinstance(before.get("certificate", {}).get("design", ""), Mapping):
        raise _by_hand(_("Thiết lập đang chọn mẫu riêng cho từng loại giấy khen."))
    after = _changed(text, f'design = "{design}"')
    if _read(after) != _wanted(before, design):
        raise _by_hand(_("Chưa tìm được chỗ ghi mẫu trong thiết lập."))
    return after


def _changed(text: str, line: str) -> str:
    tables = list(_TABLE.finditer(text))
    for number, table in enumerate(tables):
        if table["name"].strip() == "certificate":
            end = tables[number + 1].start() if number + 1 < len(tables) else len(text)
            inside = text[table.end() : end]
            put = _KEY.sub(line, inside, count=1) if _KEY.search(inside) else f"\n{line}{inside}"
            return text[: table.end()] + put + text[end:]
    return f"{text.rstrip()}\n\n[certificate]\n{line}\n".lstrip("\n")


def _read(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _wanted(before: dict[str, Any], design: str) -> dict[str, Any]:
    return {**before, "certificate": {**before.get("certificate", {}), "design": design}}


def _by_hand(message: str) -> ProblemsFoundError:
    hint = _("Nhờ quản trị sửa mẫu trang trí (design, mục [certificate] của vbgen.toml).")
    place = Place(file=SETTINGS, path="certificate.design")
    return ProblemsFoundError(message, (Problem("design-by-hand", message, place, hint=hint),))
