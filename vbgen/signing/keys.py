"""Keys that sign: a PKCS #12 file, a token or HSM by PKCS #11, a service by CSC; no key ever leaves the latter two."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbgen.errors import OutsideProgramError, Problem, UnreadableFileError, UsageError
from vbgen.extras import missing_extra
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.signing.certificate import SigningCertificate, certificate_of, loaded, store
from vbgen.signing.cloud import RemoteKey
from vbgen.signing.opening import quieten
from vbgen.signing.remote import remote_key

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

_MOST_BYTES = 1024**2  # of a key file


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PKCS #12 file (.p12, .pfx) with its password."""

    path: Path
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on a token or HSM: the maker's library, the token's label, the key's label, and the PIN."""

    library: Path
    token: str
    key: str  # empty for the only one there is
    pin: str = field(repr=False)


KeySource = KeyFile | TokenKey | RemoteKey


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """A key in use."""

    signer: "Signer"
    der: bytes  # of its certificate
    certificate: SigningCertificate

    @property
    def most_at_once(self) -> int:
        """Files that one word of the signer covers, where a service asks for it; 0 where each is signed by itself."""
        return int(getattr(self.signer, "most_at_once", 0))


@contextmanager
def opened_key(source: KeySource, between: Iterable[bytes] = ()) -> Iterator[OpenedKey]:
    """The key, to be used until the end of the block; `between` are certificates that go into each signature.

    UsageError for a wrong password or PIN, or where the key is not told; OutsideProgramError where the token or its
    library is not there.
    """
    quieten()
    opening = _OPENING[type(source)]
    with opening(source, tuple(between)) as signer:
        certificate: Any = signer.signing_cert  # the library reads it from the token here
        yield OpenedKey(signer, certificate.dump(), certificate_of(certificate))


@contextmanager
def _key_file(source: KeyFile, between: tuple[bytes, ...]) -> Iterator["Signer"]:
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

    content = read_bytes(source.path, most=_MOST_BYTES)
    try:
        key, own, others = pkcs12.load_key_and_certificates(content, source.password.encode())
    except ValueError as fault:
        message = _(
            "Không mở được tệp khóa “{name}”: sai mật khẩu hoặc tệp không phải PKCS #12.",
            name=source.path.name,
        )
        problem = Problem("key-refused", message)
        raise UsageError(message, (problem,)) from fault
    if key is None or own is None:
        message = _("Tệp khóa “{name}” không có khóa kèm chứng thư.", name=source.path.name)
        raise UnreadableFileError(message)
    chain = [other.public_bytes(Encoding.DER) for other in others]
    yield _in_memory(key, own.public_bytes(Encoding.DER), (*chain, *between))


def _in_memory(key: Any, der: bytes, chain: Iterable[bytes]) -> "Signer":  # noqa: ANN401 - RSA or elliptic
    """A signer that holds its key as it was read once: the library's own reads it twice a signature."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from pyhanko.sign.signers import Signer

    class KeptKeySigner(Signer):
        async def async_sign_raw(
            self,
            data: bytes,
            digest_algorithm: str,
            dry_run: bool = False,
        ) -> bytes:
            del dry_run
            digest = getattr(hashes, digest_algorithm.upper())()
            if isinstance(key, RSAPrivateKey):
                return key.sign(data, PKCS1v15(), digest)
            made: bytes = key.sign(data, ECDSA(digest))
            return made

    return KeptKeySigner(signing_cert=loaded(der), cert_registry=store(chain))


@contextmanager
def _token_key(source: TokenKey, between: tuple[bytes, ...]) -> Iterator["Signer"]:
    try:
        from pkcs11 import PKCS11Error
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    except ImportError as fault:
        raise missing_extra("token", _("Ký bằng thiết bị (PKCS #11)")) from fault
    try:
        with open_pkcs11_session(
            str(source.library), token_criteria=_criteria(source.token), user_pin=source.pin
        ) as session:
            label, identity = _only_key(session, source.key)
            signer = PKCS11Signer(
                session,
                key_label=label,
                key_id=identity,
                cert_id=identity,
                cert_label=label if identity is None else None,
                other_certs_to_pull=None,
            )
            signer._cert_registry = store(between)  # noqa: SLF001 - certificates that the token does not hold
            yield signer
    except PKCS11Error as fault:
        raise _token_fault(fault, source) from fault


def _criteria(label: str) -> Any:  # noqa: ANN401 - the library's own
    from pyhanko.config.pkcs11 import TokenCriteria

    return TokenCriteria(label=label) if label else None


def _only_key(session: Any, label: str) -> tuple[str | None, bytes | None]:  # noqa: ANN401
    """Label and id of the key that is meant; UsageError where several may be meant, or none is."""
    from pkcs11 import Attribute, ObjectClass

    wanted: dict[Any, Any] = {Attribute.CLASS: ObjectClass.PRIVATE_KEY}
    if label:
        wanted[Attribute.LABEL] = label
    keys = list(session.get_objects(wanted))
    if len(keys) != 1:
        names = ", ".join(sorted(str(key.label) for key in keys)) or _("không có")
        message = _("Cần đúng một khóa trên thiết bị; tìm thấy: {names}.", names=names)
        raise UsageError(message, (Problem("token-key", message),))
    return (str(keys[0].label) or None), (bytes(keys[0].id) or None)


def _token_fault(fault: Exception, source: TokenKey) -> UsageError | OutsideProgramError:
    name = type(fault).__name__
    if name in {"PinIncorrect", "PinInvalid", "PinLenRange"}:
        message = _("Sai mã PIN của thiết bị; chưa ký văn bản nào.")
        return UsageError(message, (Problem("pin-wrong", message),))
    if name == "PinLocked":
        message = _("Thiết bị đã khóa vì nhập sai mã PIN nhiều lần; hãy nhờ nơi cấp mở khóa.")
        return OutsideProgramError(message, (Problem("pin-locked", message),))
    message = _(
        "Không dùng được thiết bị ký “{token}” qua {library} ({kind}). Hãy kiểm tra thiết bị đã cắm và tên"
        " thư viện.",
        token=source.token,
        library=source.library,
        kind=name,
    )
    return OutsideProgramError(message, (Problem("token-unusable", message),))


_OPENING: Mapping[type, Callable[..., AbstractContextManager["Signer"]]] = {
    KeyFile: _key_file,
    TokenKey: _token_key,
    RemoteKey: remote_key,
}
