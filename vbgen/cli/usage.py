"""Click's words in the reader's language: help headings and what is wrong with a command line."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from vbgen.messages import _


class Help(click.HelpFormatter):
    """Help with headings in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        words = {"[OPTIONS]": _("[TÙY CHỌN]"), "COMMAND": _("LỆNH"), "[ARGS]...": _("[…]")}
        for english, own in words.items():
            args = args.replace(english, own)
        super().write_usage(prog, args, prefix if prefix is not None else _("Cách dùng: "))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A headed part of the help."""
        named = {"Options": _("Tùy chọn"), "Commands": _("Lệnh")}
        with super().section(named.get(name, name)):
            yield


class Context(click.Context):
    """A context whose help uses our headings."""

    formatter_class = Help


class Command(click.Command):
    """A command that explains itself in the reader's language."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))


class Group(click.Group):
    """A group of such commands, listed in the order in which they are used."""

    context_class = Context

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Names in the order in which they were added."""
        return list(self.commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))


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
            return _("Tùy chọn “{name}” dùng chưa đúng: cần kèm một giá trị.", name=fault.option_name)
        case click.BadParameter():
            return _("Giá trị của {name} không dùng được: {found}.", name=_named(fault.param), found=_found(fault))
        case _:
            return _other(fault)


def _found(fault: click.BadParameter) -> str:
    """What was typed for a parameter, and what may be."""
    quoted = re.search(r"'(.*?)'", fault.message)
    typed = quoted[1] if quoted else ""
    match fault.param.type if fault.param else None:
        case click.IntRange() | click.types.IntParamType():
            return _("“{typed}” không phải là số nguyên phù hợp; hãy ghi một số như 1, 2", typed=typed)
        case click.DateTime():
            return _("“{typed}” không phải là ngày; hãy ghi dd/mm/yyyy hoặc yyyy-mm-dd", typed=typed)
        case click.Choice() as choice:
            known = ", ".join(map(str, choice.choices))
            return _("“{typed}” không có trong danh sách; hãy chọn một trong: {known}", typed=typed, known=known)
        case _:
            return _("“{typed}”; hãy xem lại", typed=typed)


def _other(fault: click.UsageError) -> str:
    words = fault.message.split("'")
    if isinstance(fault.ctx, click.Context) and isinstance(fault.ctx.command, click.Group) and len(words) > 1:
        known = ", ".join(fault.ctx.command.list_commands(fault.ctx))
        return _("Không có lệnh “{name}”. Các lệnh: {known}.", name=words[1], known=known)
    return _("Dòng lệnh thừa hoặc thiếu từ; hãy xem lại.")


def _named(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return _("một tham số")
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(click.Context(Command("vbgen")))
    )


def _near(possibilities: Sequence[str]) -> str:
    return " " + _("Có phải là “{near}”?", near=possibilities[0]) if possibilities else ""
