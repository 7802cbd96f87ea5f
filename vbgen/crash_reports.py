"""A fault of the program's own, written to a file for whoever looks after it; no secret stands in it."""

import tempfile
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path

from vbgen.secrecy import every_way, hidden, masked, secrets_of


def write_crash_report(
    fault: BaseException, environ: Mapping[str, str], secrets: Iterable[str] = ()
) -> Path:
    """A new file in the machine's folder for such, with the traceback and no value of a variable.

    What the environment keeps secret, the secrets given and what looks like one are hidden.
    """
    told = "".join(traceback.format_exception(fault))
    known = secrets_of(environ) | every_way(secrets)
    with tempfile.NamedTemporaryFile(
        "w", prefix="vbgen-", suffix=".log", delete=False, encoding="utf-8"
    ) as report:
        report.write(masked(hidden(told, known)))
    return Path(report.name)
