"""Secrets in addresses and options, found by taking these apart, and kept out of whatever is shown."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import parse_qsl, unquote

_DOTS = "***"
_SHORTEST = 3  # letters: what is shorter would blot out half of every sentence
_NAMED_SO = re.compile(r"pass|pwd|secret|token|signature|credential|key", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<rest>[^?#]*)(?P<query>[?#].*)?", re.IGNORECASE | re.DOTALL
)


def shown(address: str) -> str:
    """The address without password, whatever letters that has, and without anything behind a question mark."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return address if "@" not in address and "?" not in address else _DOTS
    login, at, place = found["rest"].rpartition("@")
    user, colon, _password = login.partition(":")
    hidden = f"{user}:{_DOTS}@" if colon else f"{user}{at}"
    return f"{found['scheme']}://{hidden}{place}{f'?{_DOTS}' if found['query'] else ''}"


def secrets_of(environ: Mapping[str, str]) -> set[str]:
    """Everything secret that the environment holds: passwords in addresses, values of options, keys."""
    found: set[str] = set()
    for name, value in environ.items():
        if name.startswith(("VBGEN_", "AWS_")):
            found.update(_in_value(name, value))
    return {one for one in found if len(one) >= _SHORTEST}


def hidden(text: str, secrets: Iterable[str]) -> str:
    """The text with dots for each secret, the longest first."""
    for one in sorted(secrets, key=len, reverse=True):
        text = text.replace(one, _DOTS)
    return text


def _in_value(name: str, value: str) -> Iterator[str]:
    if _NAMED_SO.search(name):
        yield value
    if "://" in value:
        yield from _in_address(value)
    if value.lstrip().startswith(("{", "[")):
        yield from _in_json(value)


def _in_address(address: str) -> Iterator[str]:
    _scheme, _mark, rest = address.partition("://")
    rest, _question, query = rest.partition("?")
    login, _at, _place = rest.rpartition("@")
    _user, _colon, password = login.partition(":")
    yield from (password, unquote(password))
    if (
        "@" in password
    ):  # a driver that cuts at the first one shows the others as part of the machine's name
        yield from password.split("@")
    for key, value in parse_qsl(query):
        if _NAMED_SO.search(key):
            yield from (value, unquote(value), *value.split("@"))


def _in_json(text: str) -> Iterator[str]:
    try:
        plain = json.loads(text)
    except ValueError:
        return
    yield from _leaves(plain, "")


def _leaves(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, key)
    elif isinstance(value, str) and _NAMED_SO.search(key):
        yield value
