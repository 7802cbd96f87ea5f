"""`vbgen register …`: acts of the registry clerk, each with its line in the journal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import acceptance_options, asked_first, by, codes_in, pdf, why, workspace, yes
from vbgen.cli.opening import acting, around
from vbgen.cli.registry import past_books, reissuing, unit_folders
from vbgen.cli.screen.batch_progress import batch_progress
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import PaperChanged


def commands() -> list[click.Command]:
    """The commands that change the register or prove it."""
    changes = {
        "replace": _("Ghi nhận văn bản SAU thay thế văn bản TRƯỚC."),
        "correct": _("Ghi nhận công văn SAU đính chính văn bản TRƯỚC."),
        "withdraw": _(
            "Ghi nhận văn bản SAU thu hồi văn bản TRƯỚC, hoặc một số giấy khen kèm theo."
        ),
    }
    return [
        _resume(),
        _void(),
        *(_change(name, text) for name, text in changes.items()),
        reissuing.command(),
        unit_folders.command(),
        past_books.command(),
    ]


def _resume() -> click.Command:
    return Command(
        "resume",
        callback=_do_resume,
        help=_("Làm tiếp những văn bản đã giữ số mà chưa xong, với đúng số đó."),
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
    from vbgen.office import Office, ResumeIssues

    if accept:
        raise UsageError(_accept_by_code(reference))
    screen = Screen(as_json=as_json)
    wanted = ResumeIssues(reference or "", codes_in(accepted), reason, pdf)
    with (
        batch_progress(screen, _("Đang làm giấy khen")) as tell,
        Office.act(place, around(who, tell)) as office,
    ):
        done = office.do(wanted)
    message = _("Đã làm tiếp {count} văn bản.", count=len(done.papers))
    listed = "\n".join([message, *(f"  {one.code}  {one.subject}" for one in done.papers)])
    screen.answer(listed, done.as_json(), done.problems)


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
        help=_("Hủy một số, kèm lý do; số đó ở lại trong sổ và không cấp lại."),
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
    from vbgen.office import VoidNumber

    screen = Screen(as_json=as_json)
    with acting(place, who) as office:
        done = asked_first(screen, office, VoidNumber(reference, why, year), yes=yes)
    screen.answer(_("Đã hủy số {code}.", code=done.entry.code), done.as_json())


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
    from vbgen.office import CertificateChoice, ChangePaper, Relation

    relation = {
        "replace": Relation.REPLACES,
        "correct": Relation.CORRECTS,
        "withdraw": Relation.WITHDRAWS,
    }[name]
    year, who, place = where
    wanted = ChangePaper(*references, relation, why, CertificateChoice.read(only), year)
    with acting(place, who) as office:
        done = office.do(wanted)
    Screen(as_json=as_json).answer(_changed(done, only), done.as_json())


def _changed(done: "PaperChanged", only: str) -> str:
    if only:
        return _(
            "Đã ghi vào sổ vàng: {count} giấy khen của {code}.",
            count=len(done.certificates),
            code=done.entry.code,
        )
    return _(
        "{code}: {state} (số {later}).",
        code=done.entry.code,
        state=done.entry.state.label,
        later=done.later.code,
    )
