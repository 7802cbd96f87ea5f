"""`vbgen archive`: the archive proved, handed over in bags, brought back from them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import acting, around
from vbgen.cli.paths import TypedPath
from vbgen.cli.registry.handing_over import (
    campaign_option,
    export_sip,
    fonds_option,
    handing_over_commands,
    said_options,
)
from vbgen.cli.screen.counting import counted
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, CommandGroup
from vbgen.cli.signatures.keys import key_options, key_wish
from vbgen.cli.signatures.verifying import trust_options
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import ArchiveProved, Audit, Handover


def commands() -> list[click.Command]:
    """The group `archive`."""
    group = CommandGroup(
        "archive",
        help=_("Kiểm tra kho lưu trữ, đóng gói hồ sơ, khôi phục từ gói hồ sơ, lập trang kiểm tra."),
    )
    own = (_verify_command(), _export_command(), _import_command(), _site_command())
    for command in (*own, *handing_over_commands()):
        group.add_command(command)
    return [group]


def _verify_command() -> click.Command:
    return Command(
        "verify",
        callback=_verify,
        help=_(
            "Đối chiếu sổ đăng ký, nhật ký và kho lưu trữ; nêu mọi tệp thiếu, thừa và mọi chỗ không khớp."
        ),
        params=[
            workspace(),
            click.Option(
                ["--at-least"],
                type=click.IntRange(0),
                default=1,
                metavar="N",
                help=_("Báo lỗi khi sổ có ít văn bản hơn; mặc định 1."),
            ),
            click.Option(
                ["--seal"],
                default="",
                metavar="MÃ",
                help=_("Mã của mục cuối cùng đã ghi lần trước; báo lỗi khi nhật ký không có."),
            ),
            parameters.as_json(),
        ],
    )


def _export_command() -> click.Command:
    return Command(
        "export",
        callback=_export,
        help=_("Đóng gói hồ sơ của một năm hoặc một văn bản, kèm mục lục và dữ liệu đặc tả."),
        params=[
            workspace(),
            click.Option(
                ["--year"], type=parameters.YEARS, metavar="NĂM", help=_("Mọi văn bản của năm đó.")
            ),
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=_("Tất cả các năm: khôi phục được một mình."),
            ),
            click.Option(
                ["--document", "code"], metavar="SỐ", help=_("Một văn bản, ví dụ 05/QĐ-SCT.")
            ),
            click.Option(
                ["-o", "--output", "target"],
                metavar="DIR",
                required=True,
                type=TypedPath(),
                help=_("Gói hồ sơ sẽ đóng; chưa được có sẵn."),
            ),
            click.Option(
                ["--sip", "as_sip"],
                is_flag=True,
                help=_("Lập gói SIP_hoso theo Thông tư 05/2025/TT-BNV cho từng hồ sơ."),
            ),
            click.Option(
                ["--zip", "zipped"], is_flag=True, help=_("Kèm tệp ZIP của từng gói SIP_hoso.")
            ),
            campaign_option(),
            fonds_option(),
            *said_options(),
            parameters.as_json(),
        ],
    )


def _site_command() -> click.Command:
    return Command(
        "verify-site",
        callback=_site,
        help=_(
            "Lập trang web tĩnh để ai cũng tra được văn bản theo mã in trên giấy hoặc theo tệp PDF."
        ),
        params=[
            workspace(),
            click.Option(
                ["-o", "--output", "target"],
                metavar="DIR",
                required=True,
                type=TypedPath(),
                help=_("Thư mục của trang; lập lại thì ghi đè trang cũ."),
            ),
            click.Option(
                ["--sign", "is_signed"],
                is_flag=True,
                help=_("Ký số danh sách của trang bằng khóa của cơ quan (SHA256SUMS.p7s)."),
            ),
            *key_options(),
            *trust_options(),
            parameters.as_json(),
        ],
    )


def _import_command() -> click.Command:
    return Command(
        "import",
        callback=_import,
        help=_("Khôi phục sổ đăng ký và kho lưu trữ đã mất từ các gói hồ sơ."),
        params=[
            click.Argument(["bags"], metavar="DIR…", nargs=-1, required=True, type=TypedPath()),
            workspace(),
            parameters.as_json(),
        ],
    )


def _verify(*, place: Path, at_least: int, seal: str, as_json: bool) -> int:
    from vbgen.office import Office, ProveArchive

    screen = Screen(as_json=as_json)
    with (
        counted(screen, _("Đang đọc kho lưu trữ")) as tell,
        Office.look(place, around(tell=tell)) as office,
    ):
        proved = office.do(ProveArchive(at_least, seal))
    return _tell(screen, proved, _walked(proved.audit))


def _export(  # noqa: PLR0913 - click hands over every option by its name
    *,
    place: Path,
    year: int | None,
    everything: bool,
    code: str | None,
    campaign: str,
    target: Path,
    as_sip: bool,
    zipped: bool,
    as_json: bool,
    **said: str,
) -> None:
    from vbgen.office import FilesWish, Handover

    screen, handover = Screen(as_json=as_json), Handover(**said)
    if as_sip:
        _confirm_one(
            _("Với --all thì không thêm --year, --document hay --campaign."),
            everything,
            year,
            code,
            campaign,
        )
        wish = FilesWish(campaign, year, code or "", handover)
        export_sip(screen, place, target, wish, zipped=zipped)
        return
    if any((zipped, campaign, handover.fonds, handover.title)):
        raise UsageError(_("--zip, --campaign, --fonds và --title chỉ dùng cùng --sip."))
    message = _("Chọn hồ sơ để đóng gói: --year NĂM, --document SỐ hoặc --all.")
    if not any((everything, code)) and year is None:
        raise UsageError(message)
    _confirm_one(message, everything, year, code)
    _pack(screen, place, target, code or "", year, handover)


def _confirm_one(message: str, everything: bool, *others: object) -> None:
    """UsageError where everything is asked for and something named as well."""
    if everything and any(others):
        raise UsageError(message)


def _pack(
    screen: Screen, place: Path, target: Path, code: str, year: int | None, handover: "Handover"
) -> None:
    from vbgen.office import Office, PackBag

    with (
        counted(screen, _("Đang đóng gói hồ sơ")) as tell,
        Office.look(place, around(tell=tell)) as office,
    ):
        packed = office.do(PackBag(target, code, year, handover))
    sentence = _("Đã đóng {count} hồ sơ vào gói {target}.", count=packed.dossiers, target=target)
    screen.answer(sentence, packed.as_json(), packed.problems)


def _site(
    *,
    place: Path,
    target: Path,
    is_signed: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the options of key and trust
) -> None:
    from vbgen.office import Office, SigningHand, SigningWish, TrustWish, WriteVerifySite

    trust = TrustWish(given["roots"], given["known"], online=given["online"])
    wish = SigningWish(SigningHand.AGENCY, key_wish(given), trust=trust) if is_signed else None
    with Office.look(place, around()) as office:
        written = office.do(WriteVerifySite(target, wish))
    sentence = _(
        "Đã lập trang kiểm tra ở {target}: {count} mục. Mã của danh sách: {seal}.",
        target=target,
        count=written.entries,
        seal=written.seal,
    )
    Screen(as_json=as_json).answer(sentence, written.as_json(), written.problems)


def _import(*, bags: Sequence[Path], place: Path, as_json: bool) -> int:
    from vbgen.office import BringBackBags

    with acting(place) as office:
        back = office.do(BringBackBags(tuple(bags)))
    sentence = _("Đã khôi phục {documents} văn bản, {files} tệp.", **(back.restored or {}))
    return _tell(Screen(as_json=as_json), back, f"{sentence} {_walked(back.audit)}")


def _tell(screen: Screen, proved: "ArchiveProved", sentence: str) -> int:
    """The exit code; every value is told to programs, whether sound or not."""
    fault = proved.fault
    if fault is None:
        screen.answer(sentence, proved.as_json(), proved.problems)
        return 0
    if not screen.as_json:
        raise fault
    screen.answer(fault.message, proved.as_json(), proved.problems)
    return fault.exit_code


def _walked(found: "Audit") -> str:
    return _(
        "Kho, sổ và nhật ký khớp nhau: {documents} văn bản, {acts} mục nhật ký, {objects} tệp. "
        "Mã của mục cuối cùng: {head}.",
        documents=found.documents,
        acts=found.acts,
        objects=found.objects,
        head=found.head,
    )
