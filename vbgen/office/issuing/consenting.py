"""What a clerk agrees to before a number is taken: doubts, and errors of form by their codes and with a reason."""

from collections.abc import Sequence
from dataclasses import replace

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.dossier import Consent
from vbgen.office.issuing.acceptance import Acceptance, error_codes
from vbgen.office.issuing.intents import with_consent
from vbgen.office.issuing.readying import Ready
from vbgen.ways import AcceptFormErrors, AgreeTo


def open_questions(
    ready: Sequence[Ready], accepted: Acceptance, *, agreed: bool
) -> tuple[Problem, ...]:
    """The doubts, each once; ProblemsFoundError while errors of form are left, with every doubt not agreed to.

    UsageError for an accepted code that none of the papers has.
    """
    errors = [error for one in ready for error in one.form_errors]
    doubts = tuple(dict.fromkeys(doubt for one in ready for doubt in one.doubts))
    present = error_codes(errors)
    accepted.refuse_absent(present)
    if left := tuple(error for error in errors if error.code not in accepted.codes):
        message = _("Văn bản trái thể thức nên chưa cấp số; hãy sửa mẫu hoặc dữ liệu rồi chạy lại.")
        ways = (AcceptFormErrors(tuple(sorted(present))),)
        raise ProblemsFoundError(message, (*left, *(() if agreed else doubts)), ways)
    return doubts


def undecided(doubts: Sequence[Problem]) -> ProblemsFoundError:
    """The refusal while nobody has agreed to the doubts."""
    message = _("Có điều cần người quyết định; chưa có gì thay đổi.")
    codes = tuple(dict.fromkeys(doubt.code for doubt in doubts))
    return ProblemsFoundError(message, tuple(doubts), (AgreeTo(codes),))


def with_agreement(ready: Sequence[Ready], accepted: Acceptance) -> list[Ready]:
    """The same papers, each with the doubts and the errors of form of its own that were agreed to."""
    return [_with_agreement(one, accepted) for one in ready]


def _with_agreement(one: Ready, accepted: Acceptance) -> Ready:
    doubts = tuple(sorted({doubt.code for doubt in one.doubts}))
    passed = tuple(sorted(error_codes(one.form_errors) & accepted.codes))
    consent = Consent(doubts, passed, accepted.reason if passed else "", one.approval)
    return replace(one, coming=replace(one.coming, intent=with_consent(one.intent, consent)))
