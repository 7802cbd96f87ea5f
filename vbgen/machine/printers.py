"""The printer that a name means on this system."""

import sys
from collections.abc import Mapping

from vbgen.printer.job import Printer
from vbgen.printer.network import find_network_printer
from vbgen.windows_untried.printing import WindowsPrinter


def find_printer(name: str, environ: Mapping[str, str], user: str = "vbgen") -> Printer:
    """A printer by its `ipp://` address, else a queue of CUPS, on Windows a printer of the system's."""
    if sys.platform == "win32" and "://" not in name:
        return WindowsPrinter(name)
    return find_network_printer(name, environ, user)
