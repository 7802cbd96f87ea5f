"""What an office changes: rules switched off, ranges narrowed, severities, from `[lint]` of vbgen.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from vbgen.decree.checking.book import FormRules, RuleChange, open_book
from vbgen.decree.checking.catalogue import form_rules
from vbgen.decree.checking.model import FormRule, Value
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.messages import _

_FIRMS: Final = "state-enterprise"
_BOUNDS: Final = frozenset({"min", "max"})


@dataclass(frozen=True)
class Settings:
    """An office's own rules; by default the decree's."""

    off: frozenset[str] = frozenset()
    changes: Mapping[str, RuleChange] = field(default_factory=dict)
    binds_firms: bool = False  # the office is a firm of the state's

    @property
    def book(self) -> FormRules:
        """The rules with these settings laid over them."""
        return open_book(self.off, self.changes, binds_firms=self.binds_firms)

    @classmethod
    def from_table(cls, table: Mapping[str, object], *, file: str = "vbgen.toml") -> "Settings":
        """Settings from the `[lint]` table; raises ProblemsFoundError with every mistake in it."""
        problems: list[Problem] = []
        off = frozenset(_off(table.get("off", []), problems, file))
        changes = dict(_changes(table.get("rules", {}), problems, file))
        binds_firms = table.get(_FIRMS, False)
        if not isinstance(binds_firms, bool):
            wrong = _("“{key}” phải là true hoặc false.", key=_FIRMS)
            problems.append(_problem(wrong, f"lint.{_FIRMS}", file))
        problems += [
            _problem(_("Không có mục “{key}” trong [lint].", key=key), f"lint.{key}", file)
            for key in sorted(table.keys() - {"off", "rules", _FIRMS})
        ]
        if problems:
            raise ProblemsFoundError(
                _("Phần [lint] của {file} có chỗ chưa đúng.", file=file), tuple(problems)
            )
        return cls(off, changes, bool(binds_firms))


def _off(value: object, problems: list[Problem], file: str) -> Iterator[str]:
    if not isinstance(value, list):
        problems.append(_problem(_("“off” phải là danh sách tên quy tắc."), "lint.off", file))
        return
    for place, item in enumerate(value):
        name = str(item)
        group = {
            identity
            for identity in form_rules()
            if identity.startswith(f"{name.removesuffix('.*')}.")
        }
        if name in form_rules():
            yield name
        elif name.endswith(".*") and group:
            yield from group
        else:
            problems.append(_unknown(name, f"lint.off[{place}]", file))


def _changes(value: object, problems: list[Problem], file: str) -> Iterator[tuple[str, RuleChange]]:
    if not isinstance(value, Mapping):
        problems.append(
            _problem(_("“rules” phải là bảng, mỗi quy tắc một mục."), "lint.rules", file)
        )
        return
    for name, item in value.items():
        path = f"lint.rules.{name}"
        if name not in form_rules():
            problems.append(_unknown(str(name), path, file))
        elif not isinstance(item, Mapping):
            problems.append(_problem(_("Mục này phải là bảng, ví dụ {{ min = 20 }}."), path, file))
        else:
            yield str(name), _change(form_rules()[name], item, problems, path, file)


def _change(
    rule: FormRule, item: Mapping[str, object], problems: list[Problem], path: str, file: str
) -> RuleChange:
    values: dict[str, Value] = {}
    severity: Severity | None = None
    for key, value in item.items():
        place = f"{path}.{key}"
        if key == "severity":
            severity = _severity(value, problems, place, file)
        elif key not in rule.values or key == "part":
            problems.append(_problem(_no_such_key(rule, key), place, file))
        elif key in _BOUNDS and _is_number(value):
            values[key] = _narrowed(rule, float(str(value)), problems, place, file)
        elif (taken := _as_value(value, rule.values[key])) is not None:
            values[key] = taken
        else:
            problems.append(
                _problem(_("Giá trị “{value}” không đúng kiểu.", value=value), place, file)
            )
    return RuleChange(values, severity)


def _no_such_key(rule: FormRule, key: str) -> str:
    known = ", ".join(sorted({*rule.values, "severity"} - {"part"}))
    return _("Quy tắc này không có “{key}”; có: {known}.", key=key, known=known)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _as_value(value: object, standing: Value) -> Value | None:
    """The value where it has the type of the one that stands, a whole number also for a decimal; `None` elsewhere."""
    if isinstance(value, list):
        return tuple(map(str, value))
    is_whole = isinstance(standing, float) and isinstance(value, int)
    fits = is_whole or isinstance(value, type(standing))
    return value if fits and isinstance(value, str | bool | int | float) else None


def _severity(value: object, problems: list[Problem], path: str, file: str) -> Severity | None:
    try:
        return Severity(str(value))
    except ValueError:
        problems.append(
            _problem(
                _("Mức “{value}” không có; chọn error, warning hoặc note.", value=value), path, file
            )
        )
        return None


def _narrowed(rule: FormRule, value: float, problems: list[Problem], path: str, file: str) -> float:
    low = rule.number("min") if "min" in rule.values else float("-inf")
    high = rule.number("max") if "max" in rule.values else float("inf")
    if not low <= value <= high:
        message = _(
            "{value} nằm ngoài khoảng của Nghị định ({low} đến {high}); chỉ được thu hẹp.",
            value=value,
            low=low,
            high=high,
        )
        problems.append(_problem(message, path, file))
    return value


def _unknown(name: str, path: str, file: str) -> Problem:
    near = get_close_matches(name, form_rules(), 1)
    hint = (
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Xem danh sách quy tắc trong tài liệu.")
    )
    return _problem(_("Không có quy tắc “{name}”.", name=name), path, file, hint)


def _problem(message: str, path: str, file: str, hint: str = "") -> Problem:
    return Problem("lint-settings", message, Place(file=file, path=path), Severity.ERROR, hint)
