"""How papers are to be signed: by whom, with which key, at which level, with what to be seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.setting.workspace import Workspace
from vbgen.office.signing.trusting import TrustWish
from vbgen.signing.cloud import RemoteKey
from vbgen.signing.keys import KeyFile, KeySource, TokenKey
from vbgen.signing.making import PadesLevel

if TYPE_CHECKING:
    from vbgen.office.office import Office

REMOTE_ACCESS = "VBGEN_REMOTE_TOKEN"  # variable: who may ask the service that holds keys
SEAL_MM = 36.0  # across, of most agencies' seals


class SigningHand(StrEnum):
    """Whose signature it is."""

    LEADER = "leader"
    AGENCY = "agency"


@dataclass(frozen=True)
class KeyWish:
    """The key as a face names it; what it leaves out the settings say."""

    secret: str = field(repr=False)  # password or PIN
    file: Path | None = None  # PKCS #12
    token_library: Path | None = None
    token: str = ""  # the token's label
    key: str = ""  # the key's label on the token
    otp: str = field(default="", repr=False)  # a one-time code that a service sent


@dataclass(frozen=True)
class SigningWish:
    """Everything about signing but the papers."""

    hand: SigningHand
    key: KeyWish
    level: PadesLevel | None = None  # None: as the settings say
    time_server: str = ""
    as_text: bool = False  # the text of an annex in the upper margin, no picture
    trust: TrustWish = field(default_factory=TrustWish)
    workers: int = 1
    stop_at_failure: bool = False


@dataclass(frozen=True, slots=True)
class SigningSettings:
    """What `[signing]` says of making signatures."""

    level: PadesLevel
    time_server: str
    pictures: Mapping[str, Path]  # name of a person or agency → its picture
    seal_mm: float
    key: KeySource


def settled(office: "Office", wish: SigningWish, signer: str) -> SigningSettings:
    """The wish with what the settings say for that signer; UsageError where no key is named."""
    workspace = office.own_workspace
    said: Mapping[str, Any] = workspace.settings.get("signing", {})
    root, access = workspace.root or Path.cwd(), office.surroundings.environ.get(REMOTE_ACCESS, "")
    return SigningSettings(
        wish.level or PadesLevel(said.get("level", PadesLevel.BASIC)),
        wish.time_server or said.get("time_server", ""),
        {name: root / file for name, file in said.get("pictures", {}).items()},
        float(said.get("seal_mm", SEAL_MM)),
        _key(wish.key, said, root, signer, access),
    )


def named_key(workspace: Workspace, signer: str) -> KeySource | None:
    """The key that the settings name for the signer, without what opens it."""
    said: Mapping[str, Any] = workspace.settings.get("signing", {})
    return _settings_key(KeyWish(""), said, Path(), signer)


def _key(wish: KeyWish, said: Mapping[str, Any], root: Path, signer: str, access: str) -> KeySource:
    """The key that the wish names, else the one of the settings."""
    named = KeyFile(wish.file, wish.secret) if wish.file else _token(wish, said, wish.token_library)
    found = named or _settings_key(wish, said, root, signer, access)
    if found is None:
        message = _("Chưa cho biết khóa để ký: một tệp PKCS #12, hoặc thư viện của thiết bị ký.")
        raise UsageError(message)
    return found


def _settings_key(
    wish: KeyWish, said: Mapping[str, Any], root: Path, signer: str, access: str = ""
) -> KeySource | None:
    """The signer's own key at a service, else their key file, else the office's, else its token."""
    if credential := said.get("remote_keys", {}).get(signer):
        address = said.get("remote", "")
        return RemoteKey(address, credential, access, wish.secret, wish.otp)
    if file := said.get("keys", {}).get(signer) or said.get("key_file"):
        return KeyFile(root / file, wish.secret)
    return _token(wish, said, said.get("token_library"))


def _token(wish: KeyWish, said: Mapping[str, Any], library: Path | str | None) -> TokenKey | None:
    if not library:
        return None
    label, key = wish.token or said.get("token", ""), wish.key or said.get("token_key", "")
    return TokenKey(Path(library), label, key, wish.secret)
