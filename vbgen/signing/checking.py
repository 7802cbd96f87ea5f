"""The signatures of a PDF file, checked against whom the office trusts."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vbgen.errors import Problem, UnreadableFileError
from vbgen.signing.certificate import SigningCertificate, certificate_of
from vbgen.signing.contexts import context_at, context_blind, context_now
from vbgen.signing.found import CheckedFile, CheckEvidence, FileSignature, state_of
from vbgen.signing.judging import (
    OUT_OF_TIME,
    REVOKED,
    integrity_problems,
    revocation_unknown,
    time_problems,
    trust_problem,
    trust_unknown,
    unreadable_signature,
)
from vbgen.signing.opening import opened, readable
from vbgen.signing.placing import NOWHERE, SeenPlace, seen_at
from vbgen.signing.trust import TrustStore

Status = Any  # of the library: of a signature, or of a time stamp

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext


def check_signatures(content: bytes, trust: TrustStore, now: datetime) -> CheckedFile:
    """Every signature of the file, in the order in which they were made; none for an unsigned file.

    UnreadableFileError for what is no PDF file.
    """
    reader = opened(content)
    with readable():
        look = _Look(trust.with_more(_kept_inside(reader)), now)
        places = seen_at(reader)
        found = [look.at(one, places) for one in reader.embedded_signatures]
    return CheckedFile(tuple(sorted(found, key=lambda one: one.covers)), look.evidence)


def signers_of(content: bytes) -> tuple[SigningCertificate, ...]:
    """Whose certificates the file's signatures bear, unchecked."""
    reader = opened(content)
    with readable():
        found = reader.embedded_regular_signatures
        return tuple(certificate_of(one.signer_cert) for one in found)


def _kept_inside(reader: "PdfFileReader") -> CheckEvidence:
    """What the file itself holds for its check later on (PAdES B-LT)."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError

    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return CheckEvidence()
    return CheckEvidence(
        tuple(one.dump() for one in store.load_certs()),
        tuple(one.get_object().data for one in store.crls),
        tuple(one.get_object().data for one in store.ocsps),
    )


@dataclass(slots=True)
class _Look:
    trust: TrustStore
    now: datetime
    evidence: CheckEvidence = field(default_factory=CheckEvidence)

    def at(self, one: "EmbeddedPdfSignature", places: dict[str, SeenPlace]) -> FileSignature:
        """One signature, looked at."""
        try:
            return self._checked(one, places.get(one.field_name, NOWHERE))
        except UnreadableFileError:
            raise
        except (ValueError, LookupError, TypeError, AttributeError) as fault:
            message = unreadable_signature(str(one.field_name)).message
            raise UnreadableFileError(message) from fault

    def _checked(self, one: "EmbeddedPdfSignature", seen: SeenPlace) -> FileSignature:
        certificate = certificate_of(one.signer_cert)
        is_stamp = one.sig_object_type == "/DocTimeStamp"
        status, problems = self._judged(one, certificate.name, is_stamp=is_stamp)
        stamp = status if is_stamp else status.timestamp_validity
        stamped = stamp.timestamp if stamp is not None and stamp.trusted else None
        return FileSignature(
            field=str(one.field_name),
            certificate=certificate,
            state=state_of(problems),
            problems=tuple(problems),
            claimed_at=one.self_reported_timestamp,
            stamped_at=stamped,
            page=seen.page,
            box=seen.box,
            covers=_covered(one),
            is_time_stamp=is_stamp,
            pictures=seen.pictures,
        )

    def _judged(
        self, one: "EmbeddedPdfSignature", signer: str, *, is_stamp: bool
    ) -> tuple[Status, list[Problem]]:
        strict = context_now(self.trust, self.now)
        status = _validated(one, strict, is_stamp=is_stamp)
        self._keep(one, strict)
        problems = list(integrity_problems(status, signer))
        if not is_stamp:
            problems += time_problems(status.timestamp_validity, signer)
        if not problems or (status.intact and status.valid):
            problems += self._trust(one, status, signer, is_stamp=is_stamp)
        return status, problems

    def _trust(
        self, one: "EmbeddedPdfSignature", status: Status, signer: str, *, is_stamp: bool
    ) -> Iterator[Problem]:
        if status.trusted:
            return
        if not self.trust.roots:
            yield trust_unknown(signer)
            return
        indication = getattr(status.trust_problem_indic, "name", "")
        if indication in REVOKED | OUT_OF_TIME:
            if not (not is_stamp and self._was_good(one, status)):
                yield trust_problem(indication, signer)
            return
        loose = _validated(one, context_blind(self.trust, self.now), is_stamp=is_stamp)
        if loose.trusted:
            yield revocation_unknown(signer)
        elif self.now < one.signer_cert.not_valid_before:
            yield trust_problem("NOT_YET_VALID", signer)
        else:
            yield trust_problem(getattr(loose.trust_problem_indic, "name", ""), signer)

    def _was_good(self, one: "EmbeddedPdfSignature", status: Status) -> bool:
        """Whether the certificate was good at the time that a trusted stamp proves."""
        stamp = status.timestamp_validity
        if stamp is None or not stamp.trusted:
            return False
        then = context_at(self.trust, stamp.timestamp)
        return bool(
            _validated(one, then, is_stamp=False, stamps=context_now(self.trust, self.now)).trusted
        )

    def _keep(self, one: "EmbeddedPdfSignature", used: "ValidationContext") -> None:
        """Note what this check relied on, once."""
        signers = [one.signer_cert.dump(), *(each.dump() for each in one.other_embedded_certs)]
        known = self.evidence
        self.evidence = CheckEvidence(
            _once(known.certificates, [*self.trust.roots, *self.trust.between, *signers]),
            _once(known.crls, [each.dump() for each in used.crls]),
            _once(known.ocsps, [each.dump() for each in used.ocsps]),
        )


def _validated(
    one: "EmbeddedPdfSignature",
    context: "ValidationContext",
    *,
    is_stamp: bool,
    stamps: "ValidationContext | None" = None,
) -> Status:
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp

    if is_stamp:
        return validate_pdf_timestamp(one, context)
    return validate_pdf_signature(one, context, stamps)


def _covered(one: "EmbeddedPdfSignature") -> int:
    with suppress(ValueError, LookupError, TypeError):
        *_before, start, length = map(int, one.byte_range)
        return start + length
    return 0


def _once(known: Sequence[bytes], more: Sequence[bytes]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys((*known, *more)))
