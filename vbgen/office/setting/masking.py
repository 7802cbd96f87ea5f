"""Addresses as they may be shown: what is secret in them is dots."""

import re

_DOTS = "***"
_LOGIN = re.compile(r"(?<=://)([^/@:]*):\S*@")
_KEY = re.compile(
    r"(?i)\b([\w.-]*(?:password|passwd|pwd|secret|token|signature|credential|access_?key)[\w.-]*|key(?=\s*=))"
    r"(\s*[=:]\s*)[^&\s,;}\"']+"
)


def masked(address: str) -> str:
    """The address without the password of its login and without the values of secret-looking keys."""
    return _KEY.sub(rf"\1\2{_DOTS}", _LOGIN.sub(rf"\1:{_DOTS}@", address))


def holds_secret(address: str) -> bool:
    """Whether an address carries a password, a key or a token."""
    return masked(address) != address
