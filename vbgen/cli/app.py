"""The commands, in the order in which an office meets them."""

import click

from vbgen import __version__
from vbgen.cli import (
    approving,
    archives,
    backups,
    campaigns,
    conversion,
    doctor,
    dossiers,
    drafts,
    issuing,
    linting,
    serving,
    starting,
    templates,
)
from vbgen.cli.certificates import printing
from vbgen.cli.receiving import reading, unit_links
from vbgen.cli.registry import copying, registers, users
from vbgen.cli.screen.usage import CommandGroup
from vbgen.cli.signatures import signing, verifying
from vbgen.messages import LANGUAGES, _


def app() -> click.Group:
    """The command `vbgen`, its texts in the language chosen before."""
    group = CommandGroup(
        "vbgen", help=_("Làm các văn bản của một phong trào thi đua từ một bộ dữ liệu.")
    )
    group.params += [
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=_("Ngôn ngữ: vi (mặc định) hoặc en."),
        ),
        click.Option(
            ["--verbose"],
            is_flag=True,
            expose_value=False,
            help=_("Hiện cả các dòng nhật ký của chương trình."),
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=_("Hiện phiên bản rồi thoát."),
        ),
    ]
    making = (starting, reading, conversion, campaigns, drafts, dossiers, approving, issuing)
    for module in (
        *making,
        registers,
        copying,
        signing,
        verifying,
        printing,
        archives,
        backups,
        doctor,
        linting,
        templates,
        serving,
        users,
        unit_links,
    ):
        for command in module.commands():
            group.add_command(command)
    return group


def _version(ctx: click.Context, _param: click.Parameter, wanted: object) -> None:
    if wanted:
        click.echo(f"vbgen {__version__}")
        ctx.exit()
