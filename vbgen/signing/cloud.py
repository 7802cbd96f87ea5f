"""A service that holds keys and signs hashes by the CSC API (Cloud Signature Consortium, 1.0.4): its four calls.

Written from the specification; tried against a stand-in of ours, never against a service of this country.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from vbgen.errors import OutsideProgramError, Problem, UsageError, VbgenError
from vbgen.messages import _

_PATIENCE_S: Final = 120  # a signer may have to agree on a telephone
_MOST_BYTES: Final = 4 * 1024**2  # of an answer
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class RemoteKey:
    """A key that a service holds: its address, which key, who may ask, and by what the signer agrees."""

    address: str  # what stands before `/csc/v1/…`
    credential: str
    access: str = field(repr=False)  # bearer token (OAuth 2)
    pin: str = field(repr=False)
    otp: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RemoteCredential:
    """What the service says of a key."""

    certificates: tuple[bytes, ...]  # DER, the signer's own first
    algorithms: frozenset[str]  # object identifiers
    most_at_once: int  # hashes that one word of the signer covers
    needs_pin: bool
    needs_otp: bool

    @classmethod
    def told(cls, answer: Mapping[str, Any]) -> "RemoteCredential":
        """As `credentials/info` tells it; KeyError, TypeError or ValueError for what is no such answer."""
        return cls(
            tuple(base64.b64decode(one) for one in answer["cert"]["certificates"]),
            frozenset(map(str, answer["key"]["algo"])),
            max(1, int(answer["multisign"])),
            needs_pin=_is_asked(answer, "PIN"),
            needs_otp=_is_asked(answer, "OTP"),
        )


def _is_asked(answer: Mapping[str, Any], what: str) -> bool:
    return str(answer.get(what, {}).get("presence", "false")) == "true"


@dataclass(frozen=True, slots=True)
class KeyService:
    """The calls, for one key."""

    key: RemoteKey

    def credential(self) -> RemoteCredential:
        """The key's certificates, and what it asks of the signer; UsageError for one that may not be used now."""
        asked = {"certificates": "chain", "certInfo": True, "authInfo": True}
        answer = self._asked("credentials/info", asked)
        try:
            found = RemoteCredential.told(answer)
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise _refused(_("trả lời không đúng giao thức CSC")) from fault
        if not found.certificates:
            raise _refused(_("không có chứng thư"))
        if str(answer["key"].get("status", "enabled")) != "enabled":
            message = _("Khóa trên dịch vụ ký từ xa đang bị khóa; hãy nhờ nơi cấp mở.")
            raise UsageError(message, (Problem("remote-key-disabled", message),))
        return found

    def send_code(self) -> None:
        """Have the service send the signer a one-time code."""
        self._asked("credentials/sendOTP", {})

    def signatures(
        self, hashes: Sequence[str], digest: str, algorithm: str, credential: RemoteCredential
    ) -> list[bytes]:
        """The signatures of hashes (base64) in their order, all by one word of the signer."""
        wanted = {"numSignatures": len(hashes), "hash": list(hashes), **self._word(credential)}
        leave = self._asked("credentials/authorize", wanted)
        asked = {"SAD": leave.get("SAD", ""), "hash": list(hashes)}
        algorithms = {"hashAlgo": digest, "signAlgo": algorithm}
        answer = self._asked("signatures/signHash", {**asked, **algorithms})
        try:
            made = [base64.b64decode(one, validate=True) for one in answer["signatures"]]
        except (KeyError, TypeError, ValueError) as fault:
            raise _refused(_("trả lời không đúng giao thức CSC")) from fault
        if len(made) != len(hashes):
            raise _refused(_("số chữ ký trả về không đủ"))
        return made

    def _word(self, credential: RemoteCredential) -> dict[str, str]:
        """PIN and one-time code, where the key asks for them; UsageError where a code is lacking."""
        if credential.needs_otp and not self.key.otp:
            message = _("Khóa này cần mã OTP mà dịch vụ ký gửi cho người ký.")
            raise UsageError(message, (Problem("otp-needed", message),))
        pin = {"PIN": self.key.pin} if credential.needs_pin else {}
        return {**pin, "OTP": self.key.otp} if credential.needs_otp else pin

    def _asked(self, call: str, values: Mapping[str, object]) -> Mapping[str, Any]:
        """The answer to one call; what goes wrong is worded for a clerk."""
        body = json.dumps({"credentialID": self.key.credential, **values}).encode()
        headers = {"Content-Type": "application/json"}
        if self.key.access:
            headers["Authorization"] = f"Bearer {self.key.access}"
        request = Request(f"{_safe(self.key.address)}/csc/v1/{call}", body, headers)  # noqa: S310 - https, by `_safe`
        try:
            with urlopen(request, timeout=_PATIENCE_S) as answer:  # noqa: S310 - as above
                told = answer.read(_MOST_BYTES)
                return _object(told) if told.strip() else {}
        except HTTPError as fault:
            with fault:
                raise _worded(fault.code, fault.read(_MOST_BYTES)) from fault
        except (URLError, HTTPException, OSError) as fault:
            message = _("Không gặp được dịch vụ ký từ xa {address}.", address=self.key.address)
            problem = Problem("remote-unreachable", message)
            raise OutsideProgramError(message, (problem,)) from fault


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError as fault:
        raise _refused(_("trả lời không đúng giao thức CSC")) from fault
    if not isinstance(found, dict):
        raise _refused(_("trả lời không đúng giao thức CSC"))
    return found


def _safe(address: str) -> str:
    """The address without a slash at its end; UsageError for one over which PIN and token would be read by others."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        message = _(
            "Địa chỉ dịch vụ ký từ xa phải bắt đầu bằng https://: {address}.", address=address
        )
        raise UsageError(message, (Problem("remote-address", message),))
    return address.rstrip("/")


def _worded(status: int, content: bytes) -> VbgenError:
    """An answer that refuses: which of the signer's words was wrong, or the service's own words."""
    try:
        told = dict(_object(content))
    except VbgenError:
        told = {}
    kind, words = str(told.get("error", "")), str(told.get("error_description", ""))
    if kind == "invalid_pin":
        message = _("Sai mã PIN của dịch vụ ký từ xa.")
        return UsageError(message, (Problem("pin-wrong", message),))
    if kind == "invalid_otp":
        message = _("Mã OTP sai hoặc đã hết hạn; hãy lấy mã mới.")
        return UsageError(message, (Problem("otp-wrong", message),))
    if status in {401, 403} or kind in {"invalid_token", "access_denied"}:
        message = _("Dịch vụ ký từ xa không cho phép: mã truy cập thiếu, sai hoặc đã hết hạn.")
        return UsageError(message, (Problem("remote-access", message),))
    return _refused(words or kind or str(status))


def _refused(why: str) -> OutsideProgramError:
    message = _("Dịch vụ ký từ xa không ký: {why}.", why=why.rstrip("."))
    return OutsideProgramError(message, (Problem("remote-refused", message),))
