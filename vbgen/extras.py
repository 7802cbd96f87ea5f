"""What some work needs beyond the program itself, and how the lack of it is told."""

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _
from vbgen.ways import InstallExtra

PACKAGES = {  # as pyproject.toml has them; a test holds that both agree
    "cluster": ("distributed>=2025.1",),
    "fast": ("isal>=1.7",),
    "postgresql": ("psycopg[binary]>=3.2",),
    "s3": ("s3fs>=2025.2",),
    "token": ("pyhanko[pkcs11]>=0.29",),
    "windows": ("pywin32>=308",),
}


def missing_extra(extra: str, what: str) -> OutsideProgramError:
    """The sentence for work that needs an extra which is not installed, with the way to it."""
    names = ", ".join(package.partition(">")[0] for package in PACKAGES[extra])
    message = _("{what} cần phần mềm {names}, máy này chưa cài.", what=what, names=names)
    way = InstallExtra(extra, PACKAGES[extra])
    return OutsideProgramError(message, (Problem("missing-extra", message, ways=(way,)),))
