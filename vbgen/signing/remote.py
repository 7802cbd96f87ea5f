"""Signatures by a key that a service holds: the hashes of several files go out in one call."""

import asyncio
import base64
import hashlib
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from vbgen.errors import OutsideProgramError, Problem, VbgenError
from vbgen.messages import _
from vbgen.signing.certificate import loaded, store
from vbgen.signing.cloud import KeyService, RemoteCredential, RemoteKey

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

_SHA256: Final = "2.16.840.1.101.3.4.2.1"
_ROOM: Final = 512  # bytes that a signature may take, before it is known
_BARE = {
    "rsa": "1.2.840.113549.1.1.1"
}  # the key's own algorithm, where none with a digest is offered


@contextmanager
def remote_key(source: RemoteKey, between: tuple[bytes, ...]) -> Iterator["Signer"]:
    """A signer whose key the service holds."""
    service = KeyService(source)
    credential = service.credential()
    own, *chain = credential.certificates
    hashes = RemoteHashes(service, credential)
    yield _signer(hashes, credential.most_at_once, loaded(own), store((*chain, *between)))


class RemoteHashes:
    """Hashes that wait until as many are there as were announced, and are signed together by one call."""

    def __init__(self, service: KeyService, credential: RemoteCredential) -> None:
        self.expected = 1
        self._service = service
        self._credential = credential
        self._waiting: list[tuple[str, asyncio.Future[bytes]]] = []
        self._algorithms: Sequence[str] = ()

    async def signed(self, data: bytes, algorithms: Sequence[str]) -> bytes:
        """The signature of that content, once it is there; `algorithms` are those that would do."""
        hashed = base64.b64encode(hashlib.sha256(data).digest()).decode()
        future: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append((hashed, future))
        self._algorithms = algorithms
        self.sign_when_all_wait()
        return await future

    def sign_when_all_wait(self) -> None:
        """The call, once every file that still can be signed waits for it."""
        if len(self._waiting) < max(1, self.expected):
            return
        waiting, self._waiting = self._waiting, []
        try:
            made = self._made([hashed for hashed, _future in waiting])
        except VbgenError as fault:
            for _hashed, future in waiting:
                future.set_exception(fault)
            return
        for (_hashed, future), signature in zip(waiting, made, strict=True):
            future.set_result(signature)

    def _made(self, hashes: Sequence[str]) -> list[bytes]:
        offered = self._credential.algorithms
        algorithm = next((one for one in self._algorithms if one in offered), None)
        if algorithm is None:
            message = _("Dịch vụ ký từ xa không có thuật toán mà chữ ký cần.")
            raise OutsideProgramError(message, (Problem("remote-algorithm", message),))
        return self._service.signatures(hashes, _SHA256, algorithm, self._credential)


def _signer(
    hashes: RemoteHashes,
    most: int,
    certificate: Any,  # noqa: ANN401 - asn1crypto ships no types
    certificates: Any,  # noqa: ANN401 - as above
) -> "Signer":
    from pyhanko.sign.signers import Signer

    class RemoteSigner(Signer):
        most_at_once = most
        waiting = hashes

        async def async_sign_raw(
            self, data: bytes, digest_algorithm: str, dry_run: bool = False
        ) -> bytes:
            if dry_run:
                return bytes(_ROOM)
            mechanism = self.get_signature_mechanism_for_digest(digest_algorithm)["algorithm"]
            bare = _BARE.get(str(certificate.public_key.algorithm), "")
            return await hashes.signed(data, (mechanism.dotted, bare))

    return RemoteSigner(signing_cert=certificate, cert_registry=certificates)


def all_together(
    waiting: RemoteHashes, works: Iterable[Coroutine[Any, Any, bytes]]
) -> list[bytes | BaseException]:
    """What came of each file; their hashes are signed by one call, whatever became of the others before it."""
    return asyncio.run(_gathered(waiting, list(works)))


async def _gathered(
    waiting: RemoteHashes, works: Sequence[Coroutine[Any, Any, bytes]]
) -> list[bytes | BaseException]:
    waiting.expected = len(works)
    each = (_counted(waiting, work) for work in works)
    try:
        return await asyncio.gather(*each, return_exceptions=True)
    finally:
        waiting.expected = 1


async def _counted(waiting: RemoteHashes, work: Coroutine[Any, Any, bytes]) -> bytes:
    """A file that fails before its hash is there is not waited for by the others."""
    try:
        return await work
    except BaseException:
        waiting.expected -= 1
        waiting.sign_when_all_wait()
        raise
