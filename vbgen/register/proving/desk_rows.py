"""Accounts of the desk and links of units, held against what the journal tells of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select, text

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.register import tables
from vbgen.register.access.accounts import ACCOUNT_ACTS, ACCOUNT_CLOSED, password_mark
from vbgen.register.access.sessions import stored_moment, written_roles
from vbgen.register.access.unit_links import LINK_ACTS, LINK_CLOSED, LINK_MADE
from vbgen.register.journal import Act

DESK_ACTS = (*ACCOUNT_ACTS, *LINK_ACTS)
Told = Mapping[str, object]  # column → what it has to hold, for those that an act tells

_SAID_OF_LINKS = ("campaign", "unit", "title", "unit_name", "digest")
_OF_OPEN_LINKS = frozenset({"title", "unit_name", "digest", "made_by", "ends_at"})


@dataclass(slots=True)
class DeskReplay:
    """Rows of accounts and of links as the acts leave them."""

    accounts: dict[str, Told] = field(default_factory=dict)
    links: dict[str, Told] = field(default_factory=dict)

    def take(self, act: Act) -> None:
        """One more act about the desk."""
        if act.what in ACCOUNT_ACTS:
            self._take_account(act)
        elif act.what == LINK_MADE:
            self._make_link(act)
        else:
            name = str(act.detail["link"])
            column = "is_closed" if act.what == LINK_CLOSED else "handed_at"
            self.links[name] = {**self.links.get(name, {}), column: True}

    def _take_account(self, act: Act) -> None:
        detail: Mapping[str, Any] = act.detail
        before = self.accounts.get(detail["account"], {})
        closed = act.what == ACCOUNT_CLOSED or bool(before.get("is_closed"))
        said = {"password": detail["password"]} if "password" in detail else {}
        own = {
            "full_name": detail["full_name"],
            "roles": written_roles(detail["roles"]),
            "is_closed": closed,
        }
        self.accounts[detail["account"]] = {**said, **own}

    def _make_link(self, act: Act) -> None:
        """A new link of a unit closes the one before it, where that was not used."""
        detail: Mapping[str, Any] = act.detail
        for name, link in self.links.items():
            is_earlier = (link.get("campaign"), link.get("unit")) == (
                detail["campaign"],
                detail["unit"],
            )
            if is_earlier and not link.get("handed_at"):
                self.links[name] = {**link, "is_closed": True}
        said = {name: detail[name] for name in _SAID_OF_LINKS if name in detail}
        ends_at = stored_moment(datetime.fromisoformat(detail["until"]))
        own = {"made_by": act.who, "ends_at": ends_at, "is_closed": False, "handed_at": False}
        self.links[detail["link"]] = {**said, **own}


def desk_problems(connection: Connection, replay: DeskReplay) -> Iterator[Problem]:
    """Accounts and links that no act made or left so; accounts that are gone are noted, as no bag has them."""
    if not _may_look(connection):
        message = _(
            "Tài khoản cơ sở dữ liệu này không xem được tài khoản của bàn làm việc, nên chưa kiểm tra chúng."
        )
        yield Problem("desk-unproved", message, severity=Severity.NOTE)
        return
    found = {str(row["name"]): row for row in _rows(connection, tables.accounts)}
    for name, row in found.items():
        yield from _account_problems(row, replay.accounts.get(name))
    for row in _rows(connection, tables.unit_links):
        yield from _link_problems(row, replay.links.get(str(row["id"])))
    if gone := sorted(replay.accounts.keys() - found):
        message = _(
            "Nhật ký có tài khoản mà sổ không có: {names}. Hãy thêm lại nếu còn cần.",
            names=", ".join(gone),
        )
        yield Problem("account-missing", message, severity=Severity.NOTE)


def _may_look(connection: Connection) -> bool:
    """Whether this login reads them: on PostgreSQL the desk's own alone does, for hashes of passwords stand there."""
    if connection.dialect.name == "sqlite":
        return True
    names = ", ".join(
        f"has_table_privilege('{table.name}', 'SELECT')"
        for table in (tables.accounts, tables.unit_links)
    )
    return all(connection.execute(text(f"SELECT {names}")).one())


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, object]]:
    for row in connection.execute(select(table)).mappings():
        yield {**row, "is_closed": bool(row["is_closed"])}


def _account_problems(row: Told, said: Told | None) -> Iterator[Problem]:
    place = Place(file=_("Tài khoản {name}", name=row["name"]))
    hint = _("Hãy đặt lại vai trò và mật khẩu của tài khoản này, hoặc đóng nó.")
    found = {**row, "password": password_mark(str(row["password"]))}
    if said is None:
        message = _("Sổ có tài khoản này nhưng nhật ký chưa từng ghi việc thêm nó.")
        yield Problem("account-unjournalled", message, place, hint=hint)
    elif titles := _differing(found, said):
        message = _("Tài khoản không như nhật ký ghi: {titles}.", titles=titles)
        yield Problem("account-changed", message, place, hint=hint)


def _link_problems(row: Told, said: Told | None) -> Iterator[Problem]:
    place = Place(file=_("Đường dẫn nộp danh sách của {unit}", unit=row["unit_name"]))
    hint = _("Hãy thu hồi đường dẫn này rồi lập đường dẫn mới.")
    found = {**row, "handed_at": bool(row["handed_at"])}
    if said is None:
        message = _("Sổ có đường dẫn này nhưng nhật ký chưa từng ghi việc lập nó.")
        yield Problem("unit-link-unjournalled", message, place, hint=hint)
        return
    is_shut = found["is_closed"] and said["is_closed"]
    asked = {
        name: value for name, value in said.items() if not (is_shut and name in _OF_OPEN_LINKS)
    }
    if titles := _differing(found, asked):
        message = _("Đường dẫn không như nhật ký ghi: {titles}.", titles=titles)
        yield Problem("unit-link-changed", message, place, hint=hint)


def _differing(found: Told, said: Told) -> str:
    """Titles of the columns that hold something else."""
    titles = {
        "full_name": _("họ và tên"),
        "roles": _("vai trò"),
        "password": _("mật khẩu"),
        "is_closed": _("đang mở hay đã đóng"),
        "campaign": _("phong trào"),
        "unit": _("đơn vị"),
        "title": _("phong trào"),
        "unit_name": _("đơn vị"),
        "digest": _("mã của đường dẫn"),
        "made_by": _("người lập"),
        "ends_at": _("thời hạn"),
        "handed_at": _("đã nộp hay chưa"),
    }
    wrong = {titles[name]: None for name, value in said.items() if found[name] != value}
    return ", ".join(wrong)
