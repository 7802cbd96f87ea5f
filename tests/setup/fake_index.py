"""An index of small fake packages: each that our locks name, as pinned and in a newer release.

They need what the real ones need, extras included, so that a resolver falls into the same holes.
"""

import hashlib
import io
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

NEWER = "9999.0"
SOURCE_ALONE = {"bagit"}
# A backend of PEP 517 that packs nothing but the metadata; the one of the newer release is of no use.
BACKEND = """\
import zipfile
from pathlib import Path

def _wheel(folder, *_):
    text = Path("PKG-INFO").read_text("utf-8")
    named = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    stem = f"{named['Name']}-{named['Version']}"
    with zipfile.ZipFile(Path(folder, f"{stem}-py3-none-any.whl"), "w") as wheel:
        wheel.writestr(f"{stem}.dist-info/METADATA", text)
        wheel.writestr(f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{stem}.dist-info/RECORD", "")
    return f"{stem}-py3-none-any.whl"

build_wheel = build_editable = _wheel
"""
BACKENDS = {"hatchling": "hatchling/build.py", "setuptools": "setuptools/build_meta.py"}


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@dataclass(frozen=True)
class Pin:
    """One line of a lock: `networkx==3.7 ; python_full_version >= '3.12'`."""

    name: str
    version: str
    line: str


def pins(lock: str) -> list[Pin]:
    """Every package of a lock."""
    found = re.finditer(r"^([\w.-]+)==([^ ;]+).*?(?= \\$)", lock, re.MULTILINE)
    return [Pin(each[1], each[2], each[0]) for each in found]


@dataclass(frozen=True)
class Release:
    """One release of one package, as files that an installer takes."""

    name: str
    version: str
    needs: Iterable[str] = field(default=())

    @property
    def stem(self) -> str:
        return f"{plain(self.name).replace('-', '_')}-{self.version}"

    def metadata(self) -> str:
        extras = {
            extra
            for need in self.needs
            for extra in re.findall(r"extra == ['\"]([\w.-]+)['\"]", need)
        }
        lines = [f"Provides-Extra: {extra}" for extra in sorted(extras)]
        lines += [f"Requires-Dist: {need}" for need in self.needs]
        head = [
            "Metadata-Version: 2.1",
            f"Name: {self.stem.rpartition('-')[0]}",
            f"Version: {self.version}",
        ]
        return "\n".join([*head, *lines, ""])

    def files(self) -> Mapping[str, bytes]:
        if self.name in SOURCE_ALONE:
            return {f"{self.stem}.tar.gz": self._source()}
        return {f"{self.stem}-py3-none-any.whl": self._wheel()}

    def _wheel(self) -> bytes:
        packed, info = io.BytesIO(), f"{self.stem}.dist-info"
        with zipfile.ZipFile(packed, "w") as wheel:
            wheel.writestr(f"{info}/METADATA", self.metadata())
            wheel.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            if self.name in BACKENDS:
                wheel.writestr(
                    BACKENDS[self.name], "raise SystemExit(9)" if self.version == NEWER else BACKEND
                )
            wheel.writestr(f"{info}/RECORD", "")
        return packed.getvalue()

    def _source(self) -> bytes:
        packed = io.BytesIO()
        build = (
            '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        )
        with tarfile.open(fileobj=packed, mode="w:gz") as source:
            for name, text in (("PKG-INFO", self.metadata()), ("pyproject.toml", build)):
                member = tarfile.TarInfo(f"{self.stem}/{name}")
                member.size = len(text.encode())
                source.addfile(member, io.BytesIO(text.encode()))
        return packed.getvalue()


class Index:
    """A folder with the pages of a package index, and one with the files beside one another."""

    def __init__(self, folder: Path) -> None:
        self.simple, self.files = folder / "simple", folder / "files"
        self.files.mkdir(parents=True)

    def offer(self, release: Release) -> list[str]:
        """Put a release on the index; the hashes of its files."""
        page = self.simple / plain(release.name) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        hashes = []
        for name, data in release.files().items():
            (self.files / name).write_bytes(data)
            with page.open("a", encoding="utf-8") as listed:
                listed.write(f'<a href="{(self.files / name).as_uri()}">{name}</a>\n')
            hashes.append(hashlib.sha256(data).hexdigest())
        return hashes

    def relock(self, lock: str) -> str:
        """The lock with the fakes' hashes, its packages offered as pinned and in a newer release."""
        made = ""
        for pin in pins(lock):
            needs = _needs(pin.name)
            hashes = self.offer(Release(pin.name, pin.version, needs))
            self.offer(Release(pin.name, NEWER, needs))
            made += (
                f"{pin.line} \\\n"
                + " \\\n".join(f"    --hash=sha256:{each}" for each in hashes)
                + "\n"
            )
        return made


def _needs(name: str) -> list[str]:
    """What the real package needs, where it is installed."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
