"""Click's words in the reader's language: help headings and what is wrong with a command line."""

import re
from collections.abc import Iterator, Sequence

import click

from vbgen.cli.screen.placeholders import placeholders
from vbgen.messages import _

_TYPED = re.compile(
    r"""'(.*?)' (?:is|does)\b|"(.*?)" (?:is|does)\b|^(\S+) is not in the range|'(.*?)'"""
)


class Help(click.HelpFormatter):
    """Help with headings in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        words = {"[OPTIONS]": _("[TÙY CHỌN]"), "COMMAND": _("LỆNH"), "[ARGS]...": _("[…]")}
        placed = placeholders(args)
        for english, own in words.items():
            placed = placed.replace(english, own)
        super().write_usage(prog, placed, prefix if prefix is not None else _("Cách dùng: "))


class Context(click.Context):
    """A context whose help uses our headings."""

    formatter_class = Help


class Command(click.Command):
    """A command that explains itself in the reader's language."""

    context_class = Context

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what must be known of it."""
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))


class CommandGroup(click.Group):
    """A group of such commands, listed in the order in which they are used."""

    context_class = Context

    administrators: Sequence[str] = ()  # commands that only those use who look after machines

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Names in the order in which they were added."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with what they do; those for administrators apart."""
        room = formatter.width - 6 - max(map(len, self.commands), default=0)
        named = {True: _("Dành cho người quản trị"), False: _("Lệnh")}
        for is_theirs in (False, True):
            rows = [
                (name, command.get_short_help_str(room))
                for name, command in self.commands.items()
                if (name in self.administrators) is is_theirs and not command.hidden
            ]
            if rows:
                with formatter.section(named[is_theirs]):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    with formatter.section(_("Tùy chọn")):
        formatter.write_dl([row for each in command.get_params(ctx) if (row := _row(each, ctx))])


def _row(parameter: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    """An option as it is written, and what it does; None for what the help does not list."""
    written = parameter.get_help_record(ctx)
    if not isinstance(parameter, click.Option) or written is None:
        return None
    remarks = "; ".join(_remarks(parameter))
    return placeholders(
        written[0]
    ), f"{parameter.help or ''}  [{remarks}]" if remarks else parameter.help or ""


def _remarks(option: click.Option) -> Iterator[str]:
    """Its default where that is shown, its bounds, and whether it may be left out."""
    if option.show_default:
        yield _("mặc định: {value}", value=option.default)
    if isinstance(option.type, click.IntRange):
        yield _bounds(option.type)
    if option.required:
        yield _("bắt buộc")


def _bounds(numbers: click.IntRange) -> str:
    if numbers.max is None:
        return _("từ {least} trở lên", least=numbers.min)
    if numbers.min is None:
        return _("không quá {most}", most=numbers.max)
    return _("từ {least} đến {most}", least=numbers.min, most=numbers.max)


def _help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = _("Hiện lời hướng dẫn này rồi thoát.")
    return option


def usage_sentence(fault: click.UsageError) -> str:
    """What is wrong with the command line, and the nearest right word."""
    match fault:
        case click.NoSuchOption():
            sentence = _("Không có tùy chọn “{name}”.", name=fault.option_name)
            return sentence + _near(fault.possibilities or ())
        case click.MissingParameter():
            return _("Thiếu {name}.", name=_named(fault.param))
        case click.BadOptionUsage():
            return _(
                "Tùy chọn “{name}” dùng chưa đúng: cần kèm một giá trị.", name=fault.option_name
            )
        case click.BadParameter():
            return _(
                "Giá trị của {name} không dùng được: {found}.",
                name=_named(fault.param),
                found=_found(fault),
            )
        case _:
            return _other(fault)


def _found(fault: click.BadParameter) -> str:
    """What was typed for a parameter, and what may be."""
    typed = _typed(fault.message)
    match fault.param.type if fault.param else None:
        case click.IntRange() as numbers:
            return _(
                "“{typed}” không phải là số nguyên {bounds}", typed=typed, bounds=_bounds(numbers)
            )
        case click.types.IntParamType():
            return _(
                "“{typed}” không phải là số nguyên phù hợp; hãy ghi một số như 1, 2", typed=typed
            )
        case click.DateTime():
            return _(
                "“{typed}” không phải là ngày; hãy ghi dd/mm/yyyy hoặc yyyy-mm-dd", typed=typed
            )
        case click.Choice() as choice:
            known = ", ".join(map(str, choice.choices))
            return _(
                "“{typed}” không có trong danh sách; chọn trong: {known}",
                typed=typed,
                known=known,
            )
        case _:
            return _("“{typed}”; hãy xem lại", typed=typed)


def _typed(said: str) -> str:
    """The value that Click's sentence is about: it quotes a text, and leaves a number bare."""
    found = _TYPED.search(said)
    return next(filter(None, found.groups()), "") if found else ""


def _other(fault: click.UsageError) -> str:
    words = fault.message.split("'")
    if (
        isinstance(fault.ctx, click.Context)
        and isinstance(fault.ctx.command, click.Group)
        and len(words) > 1
    ):
        known = ", ".join(fault.ctx.command.list_commands(fault.ctx))
        return _("Không có lệnh “{name}”. Các lệnh: {known}.", name=words[1], known=known)
    return _("Dòng lệnh thừa hoặc thiếu từ; hãy xem lại.")


def _named(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return _("một tham số")
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return placeholders(parameter.make_metavar(click.Context(Command("vbgen"))))


def _near(possibilities: Sequence[str]) -> str:
    return " " + _("Có phải là “{near}”?", near=possibilities[0]) if possibilities else ""
