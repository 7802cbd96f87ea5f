"""`vbgen serve`: the clerk's desk, in a browser."""

import gc
import json
import os
import sys
import webbrowser
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.web import Serving

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_COLLECTING = (700, 10, 10)  # as Python does by itself: a desk lives for weeks


def commands() -> list[click.Command]:
    """The command `serve`."""
    text = _(
        "Mở bàn làm việc trong trình duyệt, trên máy này; in ra đường dẫn chỉ dùng được một lần."
    )
    return [
        Command(
            "serve",
            callback=_serve,
            help=text,
            params=[workspace(), *_options(), parameters.as_json()],
        )
    ]


def _options() -> list[click.Parameter]:
    host = _("Địa chỉ phục vụ; địa chỉ khác máy này cần có tài khoản và HTTPS.")
    port = _("Cổng; mặc định là 7430, hoặc một cổng còn trống.")
    proxied = _("Nằm sau máy chủ web lo phần HTTPS; xem mục [serve] của vbgen.toml.")
    return [
        click.Option(["--host"], metavar="ADDR", default="127.0.0.1", help=host),
        click.Option(["--port"], metavar="N", type=click.IntRange(0, 65535), help=port),
        click.Option(["--behind-proxy"], is_flag=True, help=proxied),
        click.Option(["--no-open"], is_flag=True, help=_("Không mở trình duyệt.")),
    ]


def _serve(
    *, place: Path, host: str, port: int | None, behind_proxy: bool, no_open: bool, as_json: bool
) -> None:
    from vbgen.office import account_name
    from vbgen.web import ServingWish, open_serving

    who = os.environ.get("VBGEN_BY") or account_name()
    wish = ServingWish(place, dict(os.environ), who, host, port, behind_proxy)
    with open_serving(wish) as serving:
        click.echo(json.dumps({"url": serving.url}) if as_json else _sentence(serving))
        sys.stdout.flush()
        if not no_open and (os.name == "nt" or any(map(os.environ.get, _SCREENS))):
            Thread(target=webbrowser.open, args=(serving.url,), daemon=True).start()
        gc.set_threshold(*_COLLECTING)
        serving.run()


def _sentence(serving: "Serving") -> str:
    said = {"url": serving.url}
    if serving.is_link:
        return _("Bàn làm việc: {url} (chỉ dùng được một lần). Nhấn Ctrl+C để dừng.", **said)
    return _("Bàn làm việc: {url}. Nhấn Ctrl+C để dừng.", **said)
