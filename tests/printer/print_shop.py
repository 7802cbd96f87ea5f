"""A print shop on loopback: a private bus, a private mDNS daemon, a simulated IPP printer and a private CUPS.

`ippeveprinter` registers itself by DNS-SD whatever it is told, so it needs the bus and the daemon; none of them sees
more than the loopback interface, and all of them end with the shop.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.patience import PATIENCE_S, wait_for
from tests.ports import free_port, listens

PROGRAMS = ("dbus-daemon", "avahi-daemon", "cupsd", "ippeveprinter", "lpadmin")
PACKAGES = "cups-daemon cups-client cups-filters cups-ipp-utils avahi-daemon dbus-daemon"
QUEUE = "phong-in"

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""
_AVAHI = """[server]
host-name=print-shop
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[wide-area]
enable-wide-area=no
[publish]
publish-hinfo=no
publish-workstation=no
[rlimits]
"""
_CUPSD = """Listen 127.0.0.1:{port}
LogLevel info
MaxLogSize 0
Browsing No
BrowseLocalProtocols none
DefaultAuthType None
DefaultShared No
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_CUPS_FILES = """SystemGroup root
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
ServerRoot {folder}
RequestRoot {folder}/spool
TempDir {folder}/temp
CacheDir {folder}/cache
StateDir {folder}/state
Printcap
"""
# What the simulated printer does with a job: it may say `STATE: +media-jam-error`, take its time, or fail.
_SCRIPT = """#!/bin/sh
[ -f {mood} ] && . {mood}
exit 0
"""


@dataclass(frozen=True, slots=True)
class PrintShop:
    """Where its printer and its CUPS answer, and where received pages lie."""

    printer_uri: str
    cups: str
    spool: Path
    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """What a program needs to find this CUPS."""
        return {**os.environ, "CUPS_SERVER": self.cups}

    @contextmanager
    def mood(self, script: str) -> Iterator[None]:
        """The printer does that with every job while the block runs."""
        path = self.folder / "mood"
        path.write_text(script)
        try:
            yield
        finally:
            path.unlink()

    def received(self) -> list[Path]:
        """Files that the printer received, the newest last."""
        return sorted(self.spool.rglob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)


def missing() -> str:
    """Why there can be no print shop on this machine; empty when there can."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    lacking = [name for name in PROGRAMS if not shutil.which(name, path=path)]
    if lacking:
        return f"cần {', '.join(lacking)}: apt install {PACKAGES}"
    return "" if os.geteuid() == 0 else "a private CUPS and mDNS daemon need root"


@contextmanager
def print_shop() -> Iterator[PrintShop]:
    """An open shop; everything in it ends with the block."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="print-shop-")))
        folder.chmod(0o755)
        environ = _bus(stack, folder)
        printer, spool = _printer(stack, folder, environ)
        cups = _cups(stack, folder, environ)
        shop = PrintShop(printer, cups, spool, folder)
        subprocess.run(
            ["/usr/sbin/lpadmin", "-p", QUEUE, "-E", "-v", printer, "-m", "everywhere"],
            env={**environ, "CUPS_SERVER": cups},
            check=True,
            timeout=PATIENCE_S,
            capture_output=True,
        )
        yield shop


def _bus(stack: ExitStack, folder: Path) -> dict[str, str]:
    path = folder / "bus"
    config = folder / "bus.conf"
    config.write_text(_BUS.format(socket=path))
    _run(stack, folder, ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"])
    wait_for(path.exists)
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={path}"}
    avahi = folder / "avahi.conf"
    avahi.write_text(_AVAHI)
    Path("/run/avahi-daemon").mkdir(exist_ok=True)
    command = [
        "avahi-daemon",
        "--file",
        str(avahi),
        "--no-drop-root",
        "--no-chroot",
        "--no-rlimits",
    ]
    _run(stack, folder, command, environ)
    wait_for(Path("/run/avahi-daemon/socket").exists)
    return environ


def _printer(stack: ExitStack, folder: Path, environ: dict[str, str]) -> tuple[str, Path]:
    port, spool = free_port(), folder / "received"
    spool.mkdir()
    command = [
        "ippeveprinter",
        "-vv",
        "-k",
        "-d",
        str(spool),
        "-p",
        str(port),
        "-n",
        "localhost",
        "-r",
        "off",
    ]
    script = folder / "printing"
    script.write_text(_SCRIPT.format(mood=folder / "mood"))
    script.chmod(0o755)
    command += ["-c", str(script), "-f", "application/pdf", "May in thu"]
    _run(stack, folder, command, environ)
    wait_for(lambda: listens(port))
    return f"ipp://localhost:{port}/ipp/print", spool


def _cups(stack: ExitStack, folder: Path, environ: dict[str, str]) -> str:
    port, home = free_port(), folder / "cups"
    for name in ("", "spool", "temp", "cache", "state"):
        (home / name).mkdir(exist_ok=True)
        shutil.chown(home / name, "root", "lp")
        (home / name).chmod(0o775)
    (home / "cupsd.conf").write_text(_CUPSD.format(port=port))
    (home / "cups-files.conf").write_text(_CUPS_FILES.format(folder=home))
    command = ["cupsd", "-f", "-c", str(home / "cupsd.conf"), "-s", str(home / "cups-files.conf")]
    _run(stack, folder, command, environ)
    wait_for(lambda: listens(port))
    return f"127.0.0.1:{port}"


def _run(
    stack: ExitStack, folder: Path, command: Sequence[str], environ: dict[str, str] | None = None
) -> None:
    program = (
        shutil.which(command[0], path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") or command[0]
    )
    log = stack.enter_context((folder / f"{command[0]}.log").open("wb"))
    process = subprocess.Popen([program, *command[1:]], stdout=log, stderr=log, env=environ)
    stack.callback(_end, process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
