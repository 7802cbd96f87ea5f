"""Secrets in addresses, options and texts: found by taking these apart, and kept out of whatever is shown.

An address is shown by `shown`, a text of somebody else's making (a driver's sentence, a traceback) by `hidden`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, quote_plus, unquote, unquote_plus

_DOTS = "***"
_SHORTEST = 3  # letters: what is shorter would blot out half of every sentence
_SECRET_NAME = re.compile(
    r"pass(?!file)|pwd|secret|token|signature|credential|key|connection_?string", re.IGNORECASE
)
_FILE_NAMES = frozenset({"sslkey", "pgsslkey", "password_file", "options_file"})  # name a file
_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<rest>[^?#]*)(?P<query>[?#].*)?", re.IGNORECASE | re.DOTALL
)
_IN_TEXT = re.compile(r"[a-z][a-z0-9+.-]*://[^\s\"“”'<>]*[^\s\"“”'<>.,;:)\]]", re.IGNORECASE)
_PAIR = re.compile(
    r"(?P<name>[\w.-]+)(?P<mark>\s*[=:]\s*)(?P<value>\"[^\"]*\"|'[^']*'|[^&\s,;}\"']+)"
)
# what may follow a secret in a query and is none: else it is the rest of the secret
_PARAMETERS = frozenset({
    "sslmode", "sslcert", "sslrootcert", "sslkey", "host", "port", "dbname", "user",
    "application_name", "connect_timeout", "options",
})  # fmt: skip
_VARIABLES = ("VBGEN_", "AWS_", "PG", "AZURE_", "GOOGLE_")


def shown(address: str) -> str:
    """The address with dots for its password, whatever letters that has, and for secrets behind the question mark."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return _DOTS if "@" in address else _pairs_hidden(address)
    login, at, place = found["rest"].rpartition("@")
    user, colon, _password = login.partition(":")
    kept = f"{user}:{_DOTS}@" if colon else f"{user}{at}"
    return f"{found['scheme']}://{kept}{place}{_query_shown(found['query'] or '')}"


def holds_secret(address: str) -> bool:
    """Whether an address carries a password, a key or a token."""
    return shown(address) != address


def secrets_of(environ: Mapping[str, str]) -> set[str]:
    """Everything secret that the environment holds, in every way that a program may write it."""
    found: set[str] = set()
    for name, value in environ.items():
        if name.startswith(_VARIABLES):
            found.update(_in_value(name, value))
    return every_way(found)


def secrets_in(plain: object) -> set[str]:
    """The same of an address, or of options as JSON has them."""
    found = _in_value("", plain) if isinstance(plain, str) else _leaves(plain, "")
    return every_way(found)


def every_way(secrets: Iterable[str]) -> set[str]:
    """Each secret as it is, and as addresses, JSON and Python write it; those too short to be looked for left out."""
    found: set[str] = set()
    for one in secrets:
        for plain in {one, unquote(one), unquote_plus(one)}:
            found.update((plain, quote(plain, safe=""), quote_plus(plain), repr(plain)[1:-1]))
            found.update((json.dumps(plain)[1:-1], json.dumps(plain, ensure_ascii=False)[1:-1]))
    return {one for one in found if len(one) >= _SHORTEST}


def hidden(text: str, secrets: Iterable[str]) -> str:
    """The text with dots for each of those secrets, the longest first."""
    for one in sorted(secrets, key=len, reverse=True):
        text = text.replace(one, _DOTS)
    return text


def masked(text: str) -> str:
    """The text with dots for whatever looks like a secret in it: passwords of addresses, values of named keys."""
    return _pairs_hidden(_IN_TEXT.sub(lambda found: shown(found[0]), text))


def _is_secret(name: str) -> bool:
    return bool(_SECRET_NAME.search(name)) and name.lower() not in _FILE_NAMES


def _pairs_hidden(text: str) -> str:
    return _PAIR.sub(_pair_hidden, text)


def _pair_hidden(found: re.Match[str]) -> str:
    return f"{found['name']}{found['mark']}{_DOTS}" if _is_secret(found["name"]) else found[0]


def _query_shown(query: str) -> str:
    """Its parameters, with dots for secrets and for what may be the rest of one."""
    mark, pieces, after_secret = query[:1], list[str](), False
    for piece in filter(None, query[1:].split("&")):
        name, equals, value = piece.partition("=")
        if _is_secret(name):
            pieces.append(f"{name}{equals}{_DOTS}")
            after_secret = True
        elif after_secret and name not in _PARAMETERS:
            continue
        else:
            pieces.append(f"{name}{equals}{value if '@' not in value else _DOTS}")
    return mark + "&".join(pieces)


def _in_value(name: str, value: str) -> Iterator[str]:
    if name and _is_secret(name):
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
    yield from _with_parts(password)
    after_secret = False
    for piece in query.split("&"):
        name, _equals, value = piece.partition("=")
        if _is_secret(name):
            after_secret = True
            yield from _with_parts(value)
        elif after_secret and name not in _PARAMETERS:
            yield from (piece, name, value)


def _with_parts(password: str) -> Iterator[str]:
    """A driver that cuts at the first `@` or `#` shows what follows as part of the machine's name."""
    yield password
    yield from re.split("[@#/]", password) if re.search("[@#/]", password) else ()


def _in_json(text: str) -> Iterator[str]:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):  # broken off: what stands behind names of secrets
        for found in re.finditer(r'"([^"]*)"\s*:\s*"([^"]*)', text):
            if _is_secret(found[1]):
                yield found[2]
        return
    yield from _leaves(plain, "")


def _leaves(value: object, name: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner, name)
    elif isinstance(value, str):
        yield from _in_value(name, value)
