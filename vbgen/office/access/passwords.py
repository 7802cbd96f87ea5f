"""Passwords of the desk's accounts: what is asked of one, and its Argon2 hash."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _

SHORTEST, LONGEST = 12, 256


def password_hash(password: str, name: str) -> str:
    """Its hash; ProblemsFoundError for one that is easily guessed."""
    if message := _weakness(password, name):
        raise ProblemsFoundError(message, (Problem("weak-password", message),))
    return PasswordHasher().hash(password)


def _weakness(password: str, name: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        return _(
            "Mật khẩu phải có từ {shortest} đến {longest} ký tự; một câu ngắn dễ nhớ là tốt.",
            shortest=SHORTEST,
            longest=LONGEST,
        )
    if name.casefold() in password.casefold() or len(set(password)) < SHORTEST // 2:
        return _("Mật khẩu chứa tên tài khoản hoặc lặp lại vài ký tự nên dễ đoán.")
    return ""


def is_password(kept: str, password: str) -> bool:
    """Whether that hash is of it; the same time is taken where there is none."""
    if len(password) > LONGEST:
        return False
    try:
        PasswordHasher().verify(kept or _of_nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


@cache
def _of_nobody() -> str:
    return PasswordHasher().hash("")
