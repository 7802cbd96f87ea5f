"""The site's files: the page, the entries in small files by the first letters of their keys, and the list of digests.

No code stands in them: an entry is found by the SHA-256 of a salt and its code, or of the salt and its file's digest.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from importlib.resources import files

from vbgen.office.public_site.entries import PublicEntry

SUMS, SIGNATURE, ABOUT = "SHA256SUMS", "SHA256SUMS.p7s", "site.json"
_PAGE = ("index.html", "kiem-tra.css", "kiem-tra.js")
_CODES, _FILES = "codes", "files"
_SHARD = 2  # letters of a key that name its file


def site_files(
    entries: Iterable[PublicEntry], *, identity: str, agency: str, made: date
) -> dict[str, bytes]:
    """Path in the site → content; the same entries give the same bytes."""
    salt = digest(f"vbgen-site/1:{identity}")[:32]
    found: dict[str, dict[str, dict[str, object]]] = {}
    for entry in entries:
        keys = [digest(f"{salt}{each}") for each in entry.digests]
        told = entry.as_json()
        _put(found, _CODES, digest(f"{salt}{entry.code}"), {**told, "files": keys})
        for key in keys:
            _put(found, _FILES, key, dict(told))
    pages = {name: _shipped(name) for name in _PAGE}
    shards = {path: _json(rows) for path, rows in found.items()}
    about = {"salt": salt, "agency": agency, "made": made.isoformat()}
    lists = {kind: _named(found, kind) for kind in (_CODES, _FILES)}
    return with_sums({**pages, **shards, ABOUT: _json({**about, **lists})})


def with_sums(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, and the list that `sha256sum -c` proves them by."""
    lines = [
        f"{sha256(content).hexdigest()}  {path}\n" for path, content in sorted(contents.items())
    ]
    return {**contents, SUMS: "".join(lines).encode()}


def digest(text: str) -> str:
    """SHA-256 of a text, as the page reckons it."""
    return sha256(text.encode()).hexdigest()


def _put(
    found: dict[str, dict[str, dict[str, object]]], kind: str, key: str, told: dict[str, object]
) -> None:
    found.setdefault(f"{kind}/{key[:_SHARD]}.json", {})[key] = told


def _named(found: Mapping[str, object], kind: str) -> list[str]:
    """Which of the small files there are, so that the page asks for no other."""
    return sorted(path.split("/")[1][:_SHARD] for path in found if path.startswith(f"{kind}/"))


def _json(values: Mapping[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _shipped(name: str) -> bytes:
    return files("vbgen.office.public_site").joinpath("page", name).read_bytes()
