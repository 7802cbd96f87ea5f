"""What the desk signs: the session's cookie, and the token that each of its forms carries."""

from hmac import compare_digest

from itsdangerous import BadSignature, Signer

_SESSION, _FORM = "vbgen.session", "vbgen.form"


def signed(key: str, token: str) -> str:
    """The cookie of a session."""
    return Signer(key, salt=_SESSION).sign(token).decode()


def session_in(key: str, cookie: str) -> str:
    """The session's token; empty for a cookie that the desk did not sign."""
    try:
        return Signer(key, salt=_SESSION).unsign(cookie).decode()
    except (BadSignature, UnicodeDecodeError):
        return ""


def form_token(key: str, session: str) -> str:
    """What proves that a form came from a page of this session."""
    return Signer(key, salt=_FORM).get_signature(session).decode()


def is_of_session(key: str, session: str, token: str) -> bool:
    """Whether a form's token is that session's."""
    return compare_digest(form_token(key, session).encode(), token.encode())
