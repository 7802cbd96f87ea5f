"""A certificate looked at before anything is signed with it (Thông tư 15/2025/TT-BKHCN, Điều 5)."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.signing.contexts import context_blind, context_now
from vbgen.signing.judging import revocation_unknown, trust_problem, trust_unknown
from vbgen.signing.keys import OpenedKey
from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext

_USAGE = frozenset({"non_repudiation"})


def certificate_problems(key: OpenedKey, trust: TrustStore, now: datetime) -> Iterator[Problem]:
    """Why nothing should be signed with the key: an error, or a warning where it could not be checked."""
    from pyhanko_certvalidator.errors import (
        ExpiredError,
        NotYetValidError,
        PathBuildingError,
        RevokedError,
        ValidationError,
    )

    signer = key.certificate.name
    if not trust.roots:
        yield trust_unknown(signer)
        return
    try:
        _validate(key, context_now(trust, now))
    except RevokedError:
        yield trust_problem("REVOKED", signer)
    except (ExpiredError, NotYetValidError):
        yield trust_problem("EXPIRED", signer)
    except PathBuildingError:
        yield trust_problem("", signer)
    except ValidationError:
        yield _without_lists(key, trust, now)


def _without_lists(key: OpenedKey, trust: TrustStore, now: datetime) -> Problem:
    from pyhanko_certvalidator.errors import ValidationError

    try:
        _validate(key, context_blind(trust, now))
    except ValidationError:
        return trust_problem("SIG_CONSTRAINTS_FAILURE", key.certificate.name)
    return revocation_unknown(key.certificate.name)


def _validate(key: OpenedKey, context: "ValidationContext") -> None:
    from pyhanko_certvalidator import CertificateValidator

    certificate = key.signer.signing_cert
    validator = CertificateValidator(certificate, validation_context=context)
    asyncio.run(validator.async_validate_usage(set(_USAGE)))  # type: ignore[no-untyped-call]
