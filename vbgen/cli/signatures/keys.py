"""Which key is to sign: options of every command that signs, and the PIN, which is none."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli.paths import TypedPath
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import KeyWish

_PIN, _CODE = "VBGEN_PIN", "VBGEN_OTP"


def key_options() -> list[click.Parameter]:
    """The key file or token; what is left out the settings say."""
    return [
        click.Option(
            ["--key", "key_file"],
            metavar="FILE.p12",
            type=TypedPath(),
            help=_("Tệp khóa PKCS #12."),
        ),
        click.Option(
            ["--token", "token_library"],
            metavar="THƯ_VIỆN",
            type=TypedPath(),
            help=_("Thư viện PKCS #11 của thiết bị ký."),
        ),
        click.Option(["--token-label"], default="", metavar="TÊN", help=_("Tên của thiết bị ký.")),
        click.Option(
            ["--key-label"], default="", metavar="TÊN", help=_("Tên của khóa trên thiết bị ký.")
        ),
    ]


def key_wish(given: Mapping[str, Any]) -> "KeyWish":
    """The key as the options name it, with the PIN."""
    from vbgen.office import KeyWish

    return KeyWish(
        _secret(),
        given["key_file"],
        given["token_library"],
        given["token_label"],
        given["key_label"],
        os.environ.get(_CODE, ""),
    )


def with_code(wish: "KeyWish") -> "KeyWish":
    """The wish with the one-time code that was just sent, asked for where somebody sits here."""
    if not sys.stdin.isatty():
        return wish
    return replace(wish, otp=click.prompt(_("Mã OTP vừa gửi"), hide_input=True, err=True))


def _secret() -> str:
    """The PIN or password: from the environment, or asked for without being shown; never an option."""
    given = os.environ.get(_PIN)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError(_("Cần mã PIN hoặc mật khẩu của khóa: đặt biến {name}.", name=_PIN))
    asked: str = click.prompt(_("Mã PIN hoặc mật khẩu của khóa"), hide_input=True, err=True)
    return asked
