"""Which drives an SQLite register may lie on: those of this machine alone.

SQLite's write-ahead log is shared memory of one machine, and its locks are promises that network file systems keep by
halves: two machines that write would damage the register (sqlite.org/wal.html, sqlite.org/howtocorrupt.html 2.1).
"""

import os
import re
import sys
from functools import lru_cache
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"9p|acfs|afp|afs|beegfs|ceph|cifs|coda|davfs|gfs2?|glusterfs|gpfs|lustre|ncp(fs)?|nfs[34]?|ocfs2|orangefs"
    r"|fakeowner|prl_fs|pvfs2|smb[23]?|smbfs|vboxsf|virtiofs|vmhgfs|webdav"
    r"|fuse(blk)?\.(afpfs|ceph(-fuse)?|curlftpfs|davfs2|gcsfuse|glusterfs|goofys|google-drive-ocamlfuse|grpcfuse"
    r"|gvfsd-fuse|juicefs|kio-fuse|lizardfs|mfs|moosefs|mount(point)?-s3|onedriver|osxfs|rclone|s3fs|seaweedfs"
    r"|smbnetfs|sshfs|virtiofs|vmhgfs-fuse)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_REMOTE = 4  # what Windows calls a drive of another machine


def network_drive(path: Path) -> str:
    """The kind of network file system that `path` lies on, by the name the system gives it; "" on none."""
    if os.name == "nt":
        return _windows_share(path)
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:  # no Linux: nobody can be asked
        return ""
    kind = kind_of_mount(path.resolve(), mounts)
    return kind if is_network(kind) else ""


def is_network(kind: str) -> bool:
    """Whether a file system of that kind lies on another machine."""
    return _NETWORK.fullmatch(kind.lower()) is not None


@lru_cache(maxsize=16)
def kind_of_mount(path: Path, mounts: str) -> str:
    """The kind of file system that `path` lies on, by the lines of `/proc/self/mountinfo`."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        point = Path(_plain(before.split(" ")[4]))
        if (
            path.is_relative_to(point) and len(point.parts) >= best
        ):  # a later mount hides an earlier one
            best, kind = len(point.parts), _kind(*after.split(" ")[:2])
    return kind


def _kind(kind: str, source: str) -> str:
    """By the system's name; davfs2 mounts what a web server has as `fuse` without a kind."""
    return "davfs" if kind == "fuse" and source.startswith(("http://", "https://")) else kind


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _windows_share(path: Path) -> str:
    """A share of another machine, by its UNC name or its drive's letter; written by documentation, not run."""
    anchor = path.absolute().anchor
    if anchor.startswith("\\\\"):
        return "SMB"
    if sys.platform == "win32":
        import ctypes

        return "SMB" if ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE else ""
    return ""
