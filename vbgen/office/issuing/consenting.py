"""What a clerk agrees to before a number is taken: doubts, and errors of form by their codes and with a reason."""

from collections.abc import Sequence
from dataclasses import replace

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.files import readable_json
from vbgen.messages import _
from vbgen.model.dossier import Consent, Intent
from vbgen.office.issuing.consent.acceptance import Acceptance, error_codes
from vbgen.office.issuing.materials import INTENT, options_of
from vbgen.office.issuing.readying import Ready
from vbgen.ways import AcceptFormErrors


def confirm_form(ready: Sequence[Ready], accepted: Acceptance, doubts: Sequence[Problem]) -> None:
    """Does nothing where every error of form is let pass; ProblemsFoundError with those left, and the doubts left."""
    errors = [error for one in ready for error in one.form_errors]
    if left := tuple(error for error in errors if error.code not in accepted.codes):
        message = _(
            "Văn bản chưa đúng thể thức nên chưa cấp số; hãy sửa mẫu hoặc dữ liệu rồi chạy lại."
        )
        ways = (AcceptFormErrors(tuple(sorted(error_codes(errors)))),)
        raise ProblemsFoundError(message, (*left, *doubts), ways)


def with_agreement(
    ready: Sequence[Ready], accepted: Acceptance, *, pdf: bool | None
) -> list[Ready]:
    """The same papers, each with the doubts and the errors of form of its own that were agreed to.

    `pdf`: whether copies were asked for or declined, for whoever finishes what is begun.
    """
    return [_with_agreement(one, accepted, pdf) for one in ready]


def _with_agreement(one: Ready, accepted: Acceptance, pdf: bool | None) -> Ready:
    doubts = tuple(sorted({doubt.code for doubt in one.doubts}))
    passed = tuple(sorted(error_codes(one.form_errors) & accepted.codes))
    consent = Consent(doubts, passed, accepted.reason if passed else "", one.approval)
    intent = with_consent(one.intent, consent, pdf=pdf)
    return replace(one, coming=replace(one.coming, intent=intent))


def with_consent(intent: Intent, consent: Consent, *, pdf: bool | None = None) -> Intent:
    """The same intent, with what the clerk agreed to and chose."""
    options = {
        **options_of(intent.materials),
        "accepted": list(consent.form_errors),
        "consent": consent.as_json(),
        "pdf": pdf,
    }
    return replace(
        intent, consent=consent, materials={**intent.materials, INTENT: readable_json(options)}
    )
