"""Arguments and options that several commands share."""

import click

from vbgen.cli.paths import TypedPath
from vbgen.messages import _

YEARS = click.IntRange(0, 9999)
NUMBERS = click.IntRange(0, 999_999_999)  # of papers; registers hold no larger ones


def campaign() -> click.Argument:
    """The folder of a campaign."""
    return click.Argument(["campaign"], metavar="CAMPAIGN", type=TypedPath())


def phase() -> click.Option:
    """The phase that papers are about."""
    return click.Option(["--phase"], metavar="N", type=int, help=_("Chỉ làm văn bản của đợt N."))


def errors_only() -> click.Option:
    """`--errors-only`: on the terminal nothing but what forbids."""
    return click.Option(
        ["--errors-only"],
        is_flag=True,
        help=_("Trên màn hình chỉ hiện lỗi; --json vẫn có đủ mọi điều."),
    )


def as_json() -> click.Option:
    """Answers for programs; the face reads the flag too, so that errors answer alike."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        help=_("In kết quả dạng JSON cho chương trình khác đọc."),
    )


def kind(*, required: bool) -> click.Argument:
    """One kind of paper."""
    return click.Argument(["kind"], metavar="KIND", required=required)


def folder(help_text: str) -> click.Option:
    """Where results go."""
    return click.Option(
        ["-o", "--output", "folder"], metavar="DIR", type=TypedPath(), help=help_text
    )


def file(name: str, *, required: bool = True) -> click.Argument:
    """A file's path; whether it is there is said by whoever reads it."""
    return click.Argument([name], metavar=name.upper(), type=TypedPath(), required=required)


def reference(name: str = "reference", shown: str = "SỐ") -> click.Argument:
    """An entry of the register, by its code or its id."""
    return click.Argument([name], metavar=shown)


def copies() -> click.Option:
    """How many copies a paper has, for the register."""
    return click.Option(
        ["--copies"], type=click.IntRange(1, NUMBERS.max), metavar="N", help=_("Số lượng bản.")
    )


def year() -> click.Option:
    """The year of an entry, where its code stands in several."""
    return click.Option(
        ["--year"], type=YEARS, metavar="N", help=_("Năm của văn bản, khi số có ở nhiều năm.")
    )
