"""`vbgen verify`: the signatures of a PDF file checked, and whether it is one of the office's papers."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import looking
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FileSignature, FileVerified


def commands() -> list[click.Command]:
    """The command `verify`."""
    return [_verify_command()]


def _verify_command() -> click.Command:
    return Command(
        "verify",
        callback=_verify,
        help=_(
            "Kiểm tra chữ ký số của một tệp PDF và đối chiếu tệp với sổ đăng ký. Mã thoát 0 khi tệp "
            "toàn vẹn và tin cậy; 1 khi có chỗ sai hoặc chưa kiểm tra được."
        ),
        params=[parameters.file("path"), workspace(), *trust_options(), parameters.as_json()],
    )


def trust_options() -> list[click.Parameter]:
    """Whom to trust, besides those whom the settings name."""
    return [
        click.Option(
            ["--root", "roots"],
            multiple=True,
            metavar="FILE",
            type=TypedPath(),
            help=_("Chứng thư gốc tin cậy, ngoài những chứng thư đã khai trong thiết lập."),
        ),
        click.Option(
            ["--known"],
            multiple=True,
            metavar="FILE",
            type=TypedPath(),
            help=_("Chứng thư trung gian, danh sách thu hồi (CRL) hoặc trả lời OCSP."),
        ),
        click.Option(
            ["--online/--offline"],
            default=None,
            help=_("Hỏi nơi cấp chứng thư qua mạng; mặc định theo thiết lập."),
        ),
    ]


def _verify(
    *,
    path: Path,
    place: Path,
    as_json: bool,
    **trust: Any,  # noqa: ANN401 - the options of trust
) -> int:
    from vbgen.office import TrustWish, VerifyFile

    with looking(place) as office:
        found = office.do(VerifyFile(path, TrustWish(**trust)))
    screen = Screen(as_json=as_json)
    screen.lines([_signature_line(one) for one in found.signatures])
    screen.answer(_verdict(found), found.as_json(), found.problems)
    return 0 if found.is_whole else 1


def _signature_line(one: "FileSignature") -> str:
    at = one.stamped_at or one.claimed_at
    local = at.astimezone() if at else None
    words = {
        "name": one.certificate.name,
        "issuer": one.certificate.issuer,
        "state": one.state.label,
        "at": f"{local:%H:%M:%S %d/%m/%Y %z}" if local else _("không rõ giờ"),
    }
    if one.stamped_at:
        return _("{name} (nơi cấp: {issuer}), {at} theo dấu thời gian: {state}", **words)
    return _("{name} (nơi cấp: {issuer}), {at} theo máy của người ký: {state}", **words)


def _verdict(found: "FileVerified") -> str:
    ours = {
        "issued": _("Là văn bản {code} như khi cấp số, chưa ký số.", code=found.code),
        "signed": _("Là bản ký số của văn bản {code} đang lưu trong kho.", code=found.code),
        "scan": _(
            "Là bản quét đang lưu trong kho của văn bản {code}, ký bằng mực.", code=found.code
        ),
        "extended": _("Là văn bản {code} đã cấp số, có thêm phần ký.", code=found.code),
        "unknown": _("Không phải là văn bản của sổ đăng ký này."),
        "not-asked": _("Không có sổ đăng ký để đối chiếu."),
    }[found.ours.value]
    if not found.signatures:
        return ours if found.is_whole else " ".join((_("Tệp không có chữ ký số."), ours))
    state = {
        "trusted": _("Tệp toàn vẹn, chữ ký số hợp lệ."),
        "unchecked": _("Chữ ký số chưa kiểm tra được đầy đủ."),
        "invalid": _("Tệp hoặc chữ ký số không hợp lệ."),
    }[found.state.value]
    return f"{state} {ours}"
