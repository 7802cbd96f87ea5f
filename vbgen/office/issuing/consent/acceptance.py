"""Errors of form that a clerk lets pass: each by its code, all with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from vbgen.decree import form_rules
from vbgen.errors import Problem, Severity, UsageError
from vbgen.messages import _


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Which errors of form are let pass, and why."""

    codes: frozenset[str] = frozenset()
    reason: str = ""

    @classmethod
    def of(cls, codes: frozenset[str], reason: str) -> "Acceptance":
        """UsageError for an unknown code, or for codes without a reason."""
        if bool(codes) is not bool(reason.strip()):
            raise UsageError(_("Cho qua lỗi thể thức thì phải ghi cả mã của từng lỗi lẫn lý do."))
        if unknown := codes - form_rules().keys():
            raise UsageError(
                _("Không có lỗi thể thức nào mang mã {codes}.", codes=", ".join(sorted(unknown)))
            )
        return cls(codes, reason.strip())

    def refuse_absent(self, present: frozenset[str]) -> None:
        """UsageError for a code that no paper at hand breaks: it would let pass what nobody has seen."""
        if absent := self.codes - present:
            raise UsageError(
                _(
                    "Văn bản không có lỗi thể thức nào mang mã {codes}; các lỗi đang có: {present}.",
                    codes=", ".join(sorted(absent)),
                    present=", ".join(sorted(present)) or _("không có"),
                )
            )


def error_codes(problems: Iterable[Problem]) -> frozenset[str]:
    """Codes of the errors among the problems."""
    return frozenset(problem.code for problem in problems if problem.severity is Severity.ERROR)
