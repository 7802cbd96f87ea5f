"""A path as it is typed: refused before any act where it names nothing that could be."""

import errno
import os
from pathlib import Path
from typing import Any

import click

from vbgen.errors import UsageError
from vbgen.messages import _

_SHOWN = 60
_NO_NAMES = (errno.ENAMETOOLONG, errno.ELOOP)


class TypedPath(click.ParamType[Path]):
    """A path; UsageError for an empty one, as a script's unset variable leaves it, and one that no disk can hold."""

    name = "path"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> Path:
        """The path; nothing is opened."""
        if not str(value).strip():
            raise UsageError(_("Có đường dẫn để trống; hãy ghi tên tệp hoặc thư mục."))
        if _is_no_name(value):
            raise UsageError(
                _(
                    "Đường dẫn “{start}…” quá dài hoặc trỏ vòng vào chính nó; hãy kiểm tra lại.",
                    start=str(value)[:_SHOWN],
                )
            )
        return Path(value)


def _is_no_name(path: str | Path) -> bool:
    try:
        os.lstat(path)
    except OSError as fault:
        return fault.errno in _NO_NAMES
    except ValueError:  # a null byte
        return True
    return False
