"""How fast certificates are signed by a token (SoftHSM) and checked, beside pyHanko's own loop in the same run.

    PYTHONPATH=. python benchmarks/sign.py [--certificates 1000] [--workers 2] [--json FILE]

Each signature has a picture on the page; `b-t` asks a time stamper on this machine for every signature.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from PIL import Image

from tests.signing.authority import Authority
from tests.signing.soft_token import LABEL, LIBRARY, PIN, soft_token
from tests.signing.time_server import TimeServer
from vbgen.signing.checking import check_signatures
from vbgen.signing.keys import TokenKey, opened_key
from vbgen.signing.making import PadesLevel, SignatureLook, SignatureWish, add_signature
from vbgen.signing.trust import TrustStore

KEY = TokenKey(LIBRARY, LABEL, "", PIN)
BOX = (515.0, 438.0, 625.0, 494.0)
PAGE_HEIGHT = 595.3
OWN, OURS = "pyHanko's own loop, b-b, of one core", "vbgen, b-b, of one core"


def main() -> None:
    """Measure, show, and write where it is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--certificates", type=int, default=1000)
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    with prepared() as (certificate, wish, server):
        found = measured(certificate, wish, server, given.certificates, given.workers)
    for name, rate in found.items():
        print(f"{name:<44}{rate:8.1f} a second")
    print(f"vbgen to pyHanko's own loop, of one core: {found[OURS] / found[OWN]:.2f}")
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


@contextmanager
def prepared() -> Iterator[tuple[bytes, SignatureWish, str]]:
    """A certificate of the sample, how it is signed, and the address of a time stamper; a token is plugged in."""
    authority = Authority("Bench")
    with tempfile.TemporaryDirectory() as name, TimeServer(authority) as server:
        folder = Path(name)
        identity = authority.identity("Lê Nguyên Ngọc")
        now = datetime.now(UTC)
        lists = tuple(authority.crls(now - timedelta(days=1)))
        trust = TrustStore((authority.root.der,), (authority.issuing.der,), lists)
        look = SignatureLook(0, BOX, PAGE_HEIGHT, picture=picture())
        with soft_token(folder / "hsm", identity):
            yield issued(folder), SignatureWish("NguoiKy", trust, now, look), server.url


def issued(folder: Path) -> bytes:
    """One certificate as a file of its own, made by LibreOffice."""
    run: list[str | Path] = [sys.executable, "-m", "vbgen"]
    office = folder / "so"
    subprocess.run([*run, "init", office], check=True, capture_output=True)
    day = ("--phase", "1", "--date", "2022-06-30", "--stated-signed", "--yes")
    issue: list[str | Path] = [*run, "issue", "data/ha-nam-2022", "award-decision", *day]
    subprocess.run(issue, cwd=office, check=True, capture_output=True)
    save: list[str | Path] = [*run, "register", "show", "01/QĐ-SCT", "--save", folder / "saved"]
    subprocess.run(save, cwd=office, check=True, capture_output=True)
    return next((folder / "saved").rglob("certificate-0001-*.pdf")).read_bytes()


def picture() -> bytes:
    """A hand signature, more or less."""
    target = BytesIO()
    Image.effect_noise((300, 150), 60).convert("RGBA").save(target, "PNG")
    return target.getvalue()


def measured(
    certificate: bytes, wish: SignatureWish, server: str, count: int, workers: int
) -> dict[str, float]:
    """What is done a second."""
    timed = replace(wish, level=PadesLevel.TIMED, time_server=server)
    few = max(count // 4, 1)
    signed = sign_here(certificate, wish, 1)[0]
    own, ours = (
        rate(count, lambda: own_loop(certificate, wish, count), process_time),
        rate(count, lambda: sign_here(certificate, wish, count), process_time),
    )
    return {
        OWN: own,
        OURS: ours,
        f"vbgen, {workers} processes, b-b, by the clock": rate(
            count, lambda: sign_there(certificate, wish, count, workers), perf_counter
        ),
        "vbgen, b-t, by the clock": rate(
            few, lambda: sign_here(certificate, timed, few), perf_counter
        ),
        "checked, of one core": rate(few, lambda: check(signed, wish, few), process_time),
    }


def rate(count: int, work: Callable[[], object], clock: Callable[[], float]) -> float:
    """So many a second of that clock: the machine's, or this process's own."""
    began = clock()
    work()
    return count / (clock() - began)


def sign_here(certificate: bytes, wish: SignatureWish, count: int) -> list[bytes]:
    """As the office signs a chunk: the key is opened once."""
    with opened_key(KEY, wish.trust.between) as key:
        return [add_signature(certificate, key, wish) for _number in range(count)]


def sign_there(certificate: bytes, wish: SignatureWish, count: int, workers: int) -> None:
    """As the office signs a batch: chunks of twenty, several processes."""
    chunks = [min(20, count - start) for start in range(0, count, 20)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        whole = len(chunks)
        list(pool.map(sign_here, [certificate] * whole, [wish] * whole, chunks))


def own_loop(certificate: bytes, wish: SignatureWish, count: int) -> Sequence[bytes]:
    """The library's documented way, file after file."""
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.pdf_utils.images import PdfImage
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    from pyhanko.stamp import StaticStampStyle

    left, top, right, bottom = (round(side) for side in BOX)
    box = (left, round(PAGE_HEIGHT) - bottom, right, round(PAGE_HEIGHT) - top)
    shown = wish.look.picture if wish.look else b""
    made = []
    with open_pkcs11_session(
        str(LIBRARY), token_criteria=TokenCriteria(label=LABEL), user_pin=PIN
    ) as session:
        signer = PKCS11Signer(session, cert_label="ky", key_label="ky")
        for _number in range(count):
            writer = IncrementalPdfFileWriter(BytesIO(certificate))
            fields.append_signature_field(writer, fields.SigFieldSpec("A", on_page=0, box=box))
            metadata = signers.PdfSignatureMetadata(
                field_name="A", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
            )
            style = StaticStampStyle(
                background=PdfImage(Image.open(BytesIO(shown))), background_opacity=1
            )
            own = signers.PdfSigner(metadata, signer=signer, stamp_style=style)
            made.append(own.sign_pdf(writer).getvalue())
    return made


def check(signed: bytes, wish: SignatureWish, count: int) -> None:
    """As `verify` looks at signatures."""
    for _number in range(count):
        check_signatures(signed, wish.trust, wish.now)


if __name__ == "__main__":
    main()
