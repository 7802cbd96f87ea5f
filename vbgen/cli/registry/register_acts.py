"""`vbgen register …`: acts of the registry clerk, each with its line in the journal."""

from collections.abc import Sequence
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import (
    acceptance_options,
    by,
    desk_of,
    pdf,
    settle_doubts,
    why,
    with_copies,
    workspace,
    yes,
)
from vbgen.cli.registry import reissuing
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.setting.absence import Absence


def commands() -> list[click.Command]:
    """The commands that change the register or prove it."""
    changes = {
        "replace": _("Ghi nhận văn bản SAU thay thế văn bản TRƯỚC."),
        "correct": _("Ghi nhận công văn SAU đính chính văn bản TRƯỚC."),
        "withdraw": _("Ghi nhận văn bản SAU thu hồi văn bản TRƯỚC, hoặc một số giấy khen của nó."),
    }
    return [
        _resume(),
        _void(),
        *(_change(name, text) for name, text in changes.items()),
        reissuing.command(),
        _import(),
    ]


def _resume() -> click.Command:
    return Command(
        "resume",
        callback=_do_resume,
        help=_("Làm nốt những văn bản đã giữ số mà chưa phát hành xong, với đúng số ấy."),
        params=[
            click.Argument(["reference"], metavar="[SỐ]", required=False),
            *acceptance_options(),
            click.Option(["--accept"], is_flag=True, hidden=True),
            pdf(),
            by(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _do_resume(  # noqa: PLR0913 - the options of the command
    *,
    reference: str | None,
    accepted: str,
    reason: str,
    accept: bool,
    pdf: bool | None,
    who: str | None,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office.issuing.acceptance import Acceptance
    from vbgen.office.issuing.issuing import resume
    from vbgen.office.registry.registering import find

    if accept:
        raise UsageError(_accept_by_code(reference))
    given, screen = Acceptance.read(accepted, reason), Screen(as_json=as_json)
    with (
        desk_of(place, who) as plain,
        with_copies(screen, place, plain, wanted=pdf) as (desk, warnings),
    ):
        identity = find(desk.register, reference).id if reference else None
        done = resume(desk, identity, given)
    message = _("Đã làm nốt {count} văn bản.", count=len(done))
    listed = "\n".join([message, *(f"  {one.code}  {one.subject}" for one in done)])
    screen.answer(listed, {"issued": [{"id": one.id, "code": one.code} for one in done]}, warnings)


def _accept_by_code(reference: str | None) -> str:
    line = " ".join(
        filter(
            None, ("vbgen register resume", reference, "--accept-form-errors MÃ,… --reason LÝ_DO")
        )
    )
    return _(
        "--accept không còn dùng một mình: mỗi lỗi thể thức được cho qua phải gọi tên. Hãy chạy “{line}”;"
        " chạy không có --accept thì hiện các lỗi và mã của chúng.",
        line=line,
    )


def _void() -> click.Command:
    return Command(
        "void",
        callback=_do_void,
        help=_("Hủy một số, kèm lý do; số ấy ở lại trong sổ và không cấp lại."),
        params=[
            parameters.reference(),
            why(required=True),
            parameters.year(),
            by(),
            yes(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _do_void(  # noqa: PLR0913 - the options of the command
    *,
    reference: str,
    why: str,
    year: int | None,
    who: str | None,
    yes: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office.registry.registering import find, void, void_doubts
    from vbgen.office.registry.right_clock import clock_doubts_at

    screen = Screen(as_json=as_json)
    with desk_of(place, who) as desk:
        entry = find(desk.register, reference, year)
        settle_doubts(screen, [*clock_doubts_at(desk), *void_doubts(entry)], agreed=yes)
        void(desk, entry, why)
    screen.answer(_("Đã hủy số {code}.", code=entry.code), {"id": entry.id, "code": entry.code})


def _change(name: str, text: str) -> click.Command:
    def do(  # noqa: PLR0913 - the options of the command
        *,
        earlier: str,
        later: str,
        why: str | None,
        only: str,
        year: int | None,
        who: str | None,
        place: Path,
        as_json: bool,
    ) -> None:
        _do_change(name, (earlier, later), why or "", only, (year, who, place), as_json=as_json)

    only = click.Option(
        ["--only"],
        default="",
        metavar="7,12-15",
        help=_(
            "Chỉ những giấy khen mang các số sổ vàng này, hoặc theo thứ tự trong quyết định: 05/QĐ-SCT:7."
        ),
        hidden=name == "correct",
    )
    params = [
        parameters.reference("earlier", "TRƯỚC"),
        parameters.reference("later", "SAU"),
        why(),
        only,
        parameters.year(),
        by(),
        workspace(),
    ]
    return Command(name, callback=do, help=text, params=[*params, parameters.as_json()])


def _do_change(
    name: str,
    references: tuple[str, str],
    why: str,
    only: str,
    where: tuple[int | None, str | None, Path],
    *,
    as_json: bool,
) -> None:
    from vbgen.office.registry.registering import change, find, golden_numbers, read_places
    from vbgen.register import Relation

    read_places(only)
    relation = {
        "replace": Relation.REPLACES,
        "correct": Relation.CORRECTS,
        "withdraw": Relation.WITHDRAWS,
    }[name]
    year, who, place = where
    with desk_of(place, who) as desk:
        earlier, later = (
            find(desk.register, references[0], year),
            find(desk.register, references[1]),
        )
        chosen = golden_numbers(desk.register, earlier, only)
        change(desk, earlier, later, relation, why, chosen)
        changed = desk.register.entry(earlier.id)
    message = _(
        "{code}: {state} (số {later}).",
        code=changed.code,
        state=changed.state.label,
        later=later.code,
    )
    if only:
        message = _(
            "Đã ghi vào sổ vàng: {count} giấy khen của {code}.",
            count=len(chosen),
            code=changed.code,
        )
    Screen(as_json=as_json).answer(
        message, {"id": changed.id, "code": changed.code, "state": changed.state.value}
    )


def _import() -> click.Command:
    return Command(
        "import",
        callback=_do_import,
        help=_("Nhập sổ đăng ký của các năm trước từ Excel (mười cột của Phụ lục IV)."),
        params=[
            parameters.file("source"),
            click.Option(
                ["--map", "mapping"],
                multiple=True,
                metavar="CỘT=TRƯỜNG",
                help=_(
                    "Cột mang tên khác: “Số VB=code”; trường: code, day, subject, signer_name, recipients …"
                ),
            ),
            click.Option(
                ["--agency"],
                required=True,
                metavar="KÝ_HIỆU",
                help=_("Ký hiệu cơ quan, ví dụ SCT."),
            ),
            by(),
            yes(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _do_import(  # noqa: PLR0913 - the options of the command
    *,
    source: Path,
    mapping: Sequence[str],
    agency: str,
    who: str | None,
    yes: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office.registry.registering import import_past, prepare_import

    screen = Screen(as_json=as_json)
    pairs = [pair.partition("=") for pair in mapping]
    wrong = [before for before, equals, after in pairs if not equals or not after]
    if wrong:
        raise UsageError(_("--map “{pair}” cần dạng CỘT=TRƯỜNG.", pair=wrong[0]))
    with desk_of(place, who, Absence.MADE) as desk:
        ready = prepare_import(
            desk, source, {before: after.strip() for before, _equals, after in pairs}, agency
        )
        settle_doubts(screen, ready.doubts, agreed=yes)
        count = import_past(desk, ready)
    answer = {"count": count, "doubts": [doubt.as_json() for doubt in ready.doubts]}
    screen.answer(_("Đã nhập {count} văn bản từ sổ cũ.", count=count), answer)
