"""`vbgen sign`: issued papers signed, or taken back signed from elsewhere."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, workspace
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.counting import counted
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.cli.signatures.keys import key_options, key_wish, with_code
from vbgen.cli.signatures.verifying import trust_options
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import (
        AttachScan,
        PapersSigned,
        ScanAttached,
        SignedAttached,
        SignPapers,
        TrustWish,
    )


def commands() -> list[click.Command]:
    """The command `sign`."""
    return [_sign_command()]


def _sign_command() -> click.Command:
    return Command(
        "sign",
        callback=_sign,
        help=_(
            "Ký số văn bản đã cấp số bằng khóa của người ký hoặc của cơ quan. Mã PIN được hỏi một lần, hoặc "
            "lấy từ VBGEN_PIN. Văn bản đã ký ở nơi khác thì nhận lại bằng --attach, bản quét của văn bản ký "
            "bằng mực bằng --scan."
        ),
        params=[
            parameters.reference(),
            click.Option(
                ["--attach"],
                metavar="FILE.pdf",
                type=TypedPath(),
                help=_("Tệp PDF đã ký số của văn bản đó, hoặc của một giấy khen (05/QĐ-SCT:7)."),
            ),
            click.Option(
                ["--send-code"],
                is_flag=True,
                help=_("Nhờ dịch vụ ký từ xa gửi mã OTP cho người ký, rồi hỏi mã đó để ký."),
            ),
            click.Option(
                ["--scan"],
                metavar="FILE",
                type=TypedPath(),
                help=_("Bản quét (PDF, hoặc hình một trang) của văn bản đã ký bằng mực."),
            ),
            click.Option(
                ["--seen"],
                is_flag=True,
                help=_("Đã so bản quét với văn bản: đúng là văn bản đó."),
            ),
            *_making(),
            parameters.year(),
            workspace(),
            *trust_options(),
            by(),
            parameters.as_json(),
        ],
    )


def _making() -> list[click.Parameter]:
    return [
        click.Option(
            ["--as", "hand"],
            type=click.Choice(["leader", "agency"]),
            help=_("Chữ ký của người ký (leader) hay của cơ quan (agency)."),
        ),
        *key_options(),
        click.Option(
            ["--level"],
            type=click.Choice(["b-b", "b-t", "b-lt", "b-lta"]),
            help=_("Mức ký PAdES; mặc định theo thiết lập, hoặc b-b."),
        ),
        click.Option(
            ["--time-server"],
            default="",
            metavar="URL",
            help=_("Máy chủ cấp dấu thời gian (RFC 3161)."),
        ),
        click.Option(
            ["--text", "as_text"],
            is_flag=True,
            help=_("Ghi số và giờ ký ở góc trên bên phải trang đầu, không có hình (tệp phụ lục)."),
        ),
        click.Option(
            ["--workers"],
            type=click.IntRange(1, 64),
            default=1,
            metavar="N",
            help=_("Số tiến trình cùng ký; mặc định 1."),
        ),
        click.Option(
            ["--stop-at-failure"], is_flag=True, help=_("Dừng lại khi có tệp không ký được.")
        ),
    ]


def _sign(
    *,
    reference: str | None,
    attach: Path | None,
    scan: Path | None,
    place: Path,
    who: str | None,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the other options
) -> int:
    from vbgen.office import AttachScan, TrustWish

    if not reference:
        raise UsageError(_("Chưa cho biết văn bản: SỐ, ví dụ 05/QĐ-SCT."))
    trust = TrustWish(**{name: given.pop(name) for name in ("roots", "known", "online")})
    screen, year = Screen(as_json=as_json), given.pop("year")
    if scan is not None:
        return _scanned(
            screen, place, who, AttachScan(reference, scan, year, is_looked_at=given["seen"])
        )
    if attach is None:
        wanted = _wanted(reference, year, trust, given)
        if not given["send_code"]:
            return _signed(screen, place, who, wanted)
        return _signed_by_code(screen, place, who, wanted)
    from vbgen.office import AttachSigned

    with acting(place, who) as office:
        kept = office.do(AttachSigned(reference, attach, year, trust))
    screen.answer(_kept(kept), kept.as_json(), kept.problems)
    return 0


def _wanted(
    reference: str, year: int | None, trust: "TrustWish", given: dict[str, Any]
) -> "SignPapers":
    from vbgen.office import PadesLevel, SigningHand, SigningWish, SignPapers

    if not given["hand"]:
        raise UsageError(_("Chưa cho biết ký cho ai: thêm --as leader hoặc --as agency."))
    wish = SigningWish(
        SigningHand(given["hand"]),
        key_wish(given),
        PadesLevel(given["level"]) if given["level"] else None,
        given["time_server"],
        as_text=given["as_text"],
        trust=trust,
        workers=given["workers"],
        stop_at_failure=given["stop_at_failure"],
    )
    return SignPapers(reference, wish, year)


def _signed_by_code(screen: Screen, place: Path, who: str | None, wanted: "SignPapers") -> int:
    """The service sends a code; it is asked for here, or given to the next run by a variable."""
    from vbgen.office import SendSigningCode

    with acting(place, who) as office:
        sent = office.do(SendSigningCode(wanted.reference, wanted.wish, wanted.year))
    key = with_code(wanted.wish.key)
    if key.otp:
        return _signed(screen, place, who, replace(wanted, wish=replace(wanted.wish, key=key)))
    message = _("Đã nhờ gửi mã OTP cho {signer}; đặt biến VBGEN_OTP rồi ký.", signer=sent.signer)
    screen.answer(message, {"ok": True, "signer": sent.signer, "code_sent": True})
    return 0


def _signed(screen: Screen, place: Path, who: str | None, wanted: "SignPapers") -> int:
    with (
        counted(screen, _("Đang ký")) as tell,
        acting(place, who, tell) as office,
    ):
        done = office.do(wanted)
    screen.lines([_("{name}: chưa ký. {why}", name=name, why=why) for name, why in done.failed])
    screen.answer(_signed_sentence(done), done.as_json(), done.problems)
    return 1 if done.failed or done.left else 0


def _signed_sentence(done: "PapersSigned") -> str:
    parts = [
        _(
            "Đã ký {count} tệp của văn bản {code} bằng chứng thư của {signer}.",
            count=len(done.done),
            code=done.code,
            signer=done.signer,
        )
    ]
    if done.before:
        parts.append(_("{count} tệp đã ký từ trước.", count=len(done.before)))
    if done.failed or done.left:
        left = len(done.failed) + len(done.left)
        parts.append(_("Còn {count} tệp chưa ký; chạy lại để ký tiếp.", count=left))
    return " ".join(parts)


def _scanned(screen: Screen, place: Path, who: str | None, wanted: "AttachScan") -> int:
    with acting(place, who) as office:
        kept = office.do(wanted)
    screen.answer(_scan_sentence(kept), kept.as_json(), kept.problems)
    return 0


def _scan_sentence(kept: "ScanAttached") -> str:
    if kept.was_kept:
        return _("Bản quét này của văn bản {code} đã được nhận trước đó.", code=kept.code)
    return _(
        "Đã nhận bản quét của văn bản {code} và lưu vào kho: {name}.",
        code=kept.code,
        name=kept.name,
    )


def _kept(kept: "SignedAttached") -> str:
    if kept.was_kept:
        return _("Bản ký số này của văn bản {code} đã được nhận trước đó.", code=kept.code)
    return _(
        "Đã nhận bản ký số của văn bản {code} ({signers}) và lưu vào kho: {name}.",
        code=kept.code,
        signers=", ".join(kept.signers),
        name=kept.name,
    )
