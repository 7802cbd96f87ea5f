"""`vbgen verify` and `vbgen sign`: signatures of PDF files checked, signed papers taken back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, workspace
from vbgen.cli.opening import acting, looking
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FileSignature, FileVerified, SignedAttached


def commands() -> list[click.Command]:
    """The commands `sign` and `verify`."""
    return [_sign_command(), _verify_command()]


def _verify_command() -> click.Command:
    return Command(
        "verify",
        callback=_verify,
        help=_(
            "Kiểm tra chữ ký số của một tệp PDF và đối chiếu tệp với sổ đăng ký. Mã thoát 0 khi tệp "
            "toàn vẹn và tin cậy; 1 khi có chỗ sai hoặc chưa kiểm tra được."
        ),
        params=[parameters.file("path"), workspace(), *_trust(), parameters.as_json()],
    )


def _sign_command() -> click.Command:
    return Command(
        "sign",
        callback=_sign,
        help=_("Nhận lại văn bản đã cấp số mà nơi khác đã ký số; kiểm tra rồi lưu vào kho."),
        params=[
            parameters.reference(),
            click.Option(
                ["--attach"],
                metavar="FILE.pdf",
                required=True,
                type=TypedPath(),
                help=_("Tệp PDF đã ký số của văn bản đó, hoặc của một giấy khen (05/QĐ-SCT:7)."),
            ),
            parameters.year(),
            workspace(),
            *_trust(),
            by(),
            parameters.as_json(),
        ],
    )


def _trust() -> list[click.Parameter]:
    return [
        click.Option(
            ["--root", "roots"],
            multiple=True,
            metavar="TỆP",
            type=TypedPath(),
            help=_("Chứng thư gốc tin cậy, ngoài những chứng thư đã khai ở [signing]."),
        ),
        click.Option(
            ["--known"],
            multiple=True,
            metavar="TỆP",
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
        "extended": _("Là văn bản {code} đã cấp số, có thêm phần ký.", code=found.code),
        "unknown": _("Không phải là văn bản của sổ đăng ký này."),
        "not-asked": _("Không có sổ đăng ký để đối chiếu."),
    }[found.ours.value]
    if not found.signatures:
        return ours if found.is_whole else f"{_('Tệp không có chữ ký số.')} {ours}"
    state = {
        "trusted": _("Tệp toàn vẹn, chữ ký số hợp lệ."),
        "unchecked": _("Chữ ký số chưa kiểm tra được đầy đủ."),
        "invalid": _("Tệp hoặc chữ ký số không hợp lệ."),
    }[found.state.value]
    return f"{state} {ours}"


def _sign(
    *,
    reference: str | None,
    attach: Path,
    year: int | None,
    place: Path,
    who: str | None,
    as_json: bool,
    **trust: Any,  # noqa: ANN401 - the options of trust
) -> None:
    from vbgen.office import AttachSigned, TrustWish

    if not reference:
        raise UsageError(_("Chưa cho biết văn bản: SỐ, ví dụ 05/QĐ-SCT."))
    wanted = AttachSigned(reference, attach, year, TrustWish(**trust))
    with acting(place, who) as office:
        kept = office.do(wanted)
    Screen(as_json=as_json).answer(_kept(kept), kept.as_json(), kept.problems)


def _kept(kept: "SignedAttached") -> str:
    if kept.was_kept:
        return _("Bản ký số này của văn bản {code} đã được nhận trước đó.", code=kept.code)
    return _(
        "Đã nhận bản ký số của văn bản {code} ({signers}) và lưu vào kho: {name}.",
        code=kept.code,
        signers=", ".join(kept.signers),
        name=kept.name,
    )
