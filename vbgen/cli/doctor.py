"""`vbgen doctor`: what is in use here, and what is wrong with it."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def commands() -> list[click.Command]:
    """The command `doctor`."""
    text = _(
        "Xem đang dùng sổ, kho, phần mềm, phông chữ nào và có gì không ổn; chỉ xem, không thay đổi gì."
    )
    return [
        Command("doctor", callback=_doctor, help=text, params=[workspace(), parameters.as_json()])
    ]


def _doctor(*, place: Path, as_json: bool) -> int:
    from vbgen.office import ExamineOffice

    with looking(place) as office:
        found = office.do(ExamineOffice())
    message = _("Mọi thứ ổn.") if found.is_sound else _("Có điều không ổn; hãy xem bảng trên.")
    labels = _labels()
    lines = [f"  {labels.get(name, name)}: {_plain(value)}" for name, value in found.in_use.items()]
    Screen(as_json=as_json).answer("\n".join([*lines, message]), found.as_json(), found.problems)
    return 0 if found.is_sound else 1


def _labels() -> dict[str, str]:
    """What a reader calls each thing in use; programs read its name."""
    return {
        "vbgen": _("Phiên bản vbgen"),
        "python": _("Phiên bản Python"),
        "sqlite": _("Phiên bản SQLite"),
        "schema": _("Lược đồ của sổ"),
        "workspace": _("Thư mục làm việc"),
        "converter": _("Làm được bản PDF"),
        "register": _("Sổ đăng ký"),
        "register_from": _("Địa chỉ sổ lấy từ"),
        "archive": _("Kho lưu trữ"),
        "archive_from": _("Địa chỉ kho lấy từ"),
        "archive_owner": _("Kho thuộc về sổ"),
        "identity": _("Mã của sổ"),
        "register_there": _("Đã có sổ"),
        "open": _("Số đã giữ, chưa xong"),
        "without_pdf": _("Văn bản chưa có bản PDF"),
    }


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text or "–"
