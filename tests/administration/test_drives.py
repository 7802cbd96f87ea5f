"""An SQLite register on a drive of another machine is refused, by the name that the system gives the drive."""

from pathlib import Path

import pytest

from vbgen.register.database.drives import is_network, kind_of_mount, network_drive

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv rw,relatime shared:2 - xfs /dev/sdb1 rw
31 30 0:41 / /srv/chung rw,relatime - nfs4 server:/export rw,vers=4.2
32 30 0:42 / /srv/chung/may rw - tmpfs tmpfs rw
33 22 0:43 / /mnt/o\040chung rw - cifs //server/share rw
34 22 0:44 / /mnt/hai-lop rw - ext4 /dev/sdc1 rw
35 22 0:45 / /mnt/hai-lop rw - fuse.sshfs lan@server: rw
36 22 0:46 / /mnt/c rw - 9p C:\134 rw
37 22 0:47 / /mnt/usb rw - fuseblk /dev/sdd1 rw
38 22 0:48 / /mnt/dav rw,nosuid - fuse https://cloud.example.vn/dav rw,user_id=0
39 22 0:49 / /mnt/khac rw,nosuid - fuse khac rw,user_id=0
40 22 0:50 / /mnt/tu-gan rw - autofs systemd-1 rw,fd=52
41 40 0:51 / /mnt/tu-gan rw - nfs4 server:/khac rw
42 22 0:52 /nhom /mnt/buoc rw - nfs server:/export rw
""".strip()


@pytest.mark.parametrize(
    ("path", "kind", "network"),
    [
        ("/opt/lan/so.sqlite3", "ext4", False),
        ("/srv/rieng/so.sqlite3", "xfs", False),
        ("/srv/chung/so.sqlite3", "nfs4", True),
        ("/srv/chung2/so.sqlite3", "xfs", False),
        ("/srv/chung/may/so.sqlite3", "tmpfs", False),
        ("/mnt/o chung/so.sqlite3", "cifs", True),
        ("/mnt/hai-lop/so.sqlite3", "fuse.sshfs", True),
        ("/mnt/c/so.sqlite3", "9p", True),
        ("/mnt/usb/so.sqlite3", "fuseblk", False),
        ("/mnt/dav/so.sqlite3", "davfs", True),
        ("/mnt/khac/so.sqlite3", "fuse", False),
        ("/mnt/tu-gan/so.sqlite3", "nfs4", True),
        ("/mnt/buoc/so.sqlite3", "nfs", True),
    ],
)
def test_a_path_lies_on_the_mount_nearest_to_it(path: str, kind: str, network: bool) -> None:
    assert kind_of_mount(Path(path), MOUNTS) == kind
    assert is_network(kind) == network


@pytest.mark.parametrize(
    "kind",
    [
        *("nfs", "smb3", "smbfs", "ceph", "davfs", "lustre", "vboxsf", "virtiofs"),
        *("fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.ceph-fuse"),
    ],
)
def test_other_drives_of_other_machines(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize(
    "kind",
    ["btrfs", "zfs", "overlay", "fuse.portal", "fuse.gocryptfs", "ext3", "f2fs", "ntfs3", ""],
)
def test_drives_of_this_machine(kind: str) -> None:
    assert not is_network(kind)


def test_the_drive_of_these_tests_is_of_this_machine(tmp_path: Path) -> None:
    assert network_drive(tmp_path / "so.sqlite3") == ""
