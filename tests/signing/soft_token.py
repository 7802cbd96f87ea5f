"""A token of SoftHSM with one key and its certificate."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.signing.authority import Identity

LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, LABEL = "245780", "van-thu"


@dataclass(frozen=True)
class SoftToken:
    """Where the token's settings lie."""

    conf: Path


@contextmanager
def soft_token(folder: Path, identity: Identity) -> Iterator[SoftToken]:
    """A token in a folder of its own, which programs started meanwhile find too."""
    tokens = folder / "tokens"
    tokens.mkdir(parents=True)
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {tokens}\nlog.level = ERROR\n", encoding="utf-8")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(conf)
    try:
        _fill(folder, identity)
        yield SoftToken(conf)
    finally:
        if before is None:
            del os.environ["SOFTHSM2_CONF"]
        else:
            os.environ["SOFTHSM2_CONF"] = before


def _fill(folder: Path, identity: Identity) -> None:
    key, certificate = folder / "key.pem", folder / "certificate.der"
    key.write_bytes(identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(identity.der)
    _ran(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        LABEL,
        "--so-pin",
        "1234",
        "--pin",
        PIN,
    )
    known = ("--token", LABEL, "--pin", PIN)
    _ran("softhsm2-util", "--import", key, *known, "--label", "ky", "--id", "a1")
    reaching = ("--module", LIBRARY, "--token-label", LABEL, "--login", "--pin", PIN)
    named = ("--type", "cert", "--label", "ky", "--id", "a1")
    _ran("pkcs11-tool", *reaching, "--write-object", certificate, *named)


def _ran(*words: object) -> None:
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
