"""A disk of a few kilobytes in memory, mounted for one test; root mounts it, or sudo."""

import os
import subprocess
from pathlib import Path

import pytest


class SmallDisk:
    """Mounted on a new folder, until it is ejected; `options` are those of tmpfs."""

    def __init__(self, folder: Path, options: str = "size=64k") -> None:
        self.folder = folder
        folder.mkdir()
        self._mount(options)

    def grow(self) -> None:
        self._mount("remount,rw,size=64m")

    def lock(self) -> None:
        self._mount("remount,ro")

    def eject(self) -> None:
        as_root("umount", str(self.folder))

    def _mount(self, options: str) -> None:
        owner = f"uid={os.getuid()},gid={os.getgid()}"
        as_root("mount", "-t", "tmpfs", "-o", f"{options},{owner}", "tmpfs", str(self.folder))


def as_root(*words: str) -> None:
    """Run a command as root; a machine where that is not possible cannot run these tests, and they fail."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    done = subprocess.run([*sudo, *words], capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        pytest.fail(
            f"these tests mount small disks, as root or by sudo: {' '.join(words)}: {done.stderr}"
        )
