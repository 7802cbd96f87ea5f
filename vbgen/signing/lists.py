"""A signature beside a file that is no PDF file: detached CMS (RFC 5652), which any program can check."""

import asyncio

from vbgen.signing.keys import OpenedKey
from vbgen.signing.making import in_clerks_words

_DIGEST = "sha256"


def detached_signature(content: bytes, key: OpenedKey) -> bytes:
    """The signature in DER, with the signer's certificate and those between; OutsideProgramError as for PDF files."""
    with in_clerks_words():
        made = asyncio.run(key.signer.async_sign_general_data(content, _DIGEST, detached=True))
    der: bytes = made.dump()
    return der
