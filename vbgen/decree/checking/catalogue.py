"""All rules, read from the data files beside this module."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from vbgen.decree.checking.kinds import kind_sentences
from vbgen.decree.checking.model import FormRule, Value
from vbgen.decree.parts.names import Part
from vbgen.errors import Severity

_DATA: Final = Path(__file__).parent / "data"
_LOOKS: Final = "looks.toml"
_SIZE_FIXED: Final = "{label} có cỡ chữ {min}"
_SIZE_RANGE: Final = "{label} có cỡ chữ từ {min} đến {max}"
_REQUIRED: Final[Mapping[tuple[str, Value], str]] = {
    ("weight", True): "{label} in đậm",
    ("weight", False): "{label} không in đậm",
    ("slant", True): "{label} in nghiêng",
    ("slant", False): "{label} là chữ đứng",
    ("case", "upper"): "{label} bằng chữ in hoa",
    ("case", "sentence"): "{label} bằng chữ in thường",
    ("alignment", "center"): "{label} canh giữa",
}
_MENDS: Final[Mapping[tuple[str, Value], str]] = {
    ("size", ""): "Đặt lại cỡ chữ trong khoảng quy định.",
    ("weight", True): "Bôi đậm phần này.",
    ("weight", False): "Bỏ in đậm phần này.",
    ("slant", True): "Đặt chữ nghiêng cho phần này.",
    ("slant", False): "Bỏ in nghiêng phần này.",
    ("case", "upper"): "Gõ lại bằng chữ in hoa.",
    ("case", "sentence"): "Gõ lại bằng chữ in thường.",
    ("alignment", "center"): "Canh giữa đoạn này.",
}
_PLAIN_KEYS: Final = frozenset({"article", "severity", "required", "mend", "fix", "proved"})
_PRACTICE: Final = "Thông lệ soạn thảo"  # the ground of what no text asks for


@cache
def form_rules() -> Mapping[str, FormRule]:
    """Every rule by its id, in the order of the data files."""
    found = [
        *_looks(),
        *(
            rule
            for path in sorted(_DATA.glob("*.toml"))
            if path.name != _LOOKS
            for rule in _stated(path)
        ),
    ]
    return {rule.id: rule for rule in found}


def sentences() -> tuple[str, ...]:
    """Every sentence of the data files that a clerk can read: what a translation must cover."""
    stated = [
        rule
        for path in sorted(_DATA.glob("*.toml"))
        if path.name != _LOOKS
        for rule in _stated(path)
    ]
    texts = [text for rule in stated for text in (rule.required, rule.mend)]
    return tuple(
        dict.fromkeys(
            [
                *(_SIZE_FIXED, _SIZE_RANGE),
                *_REQUIRED.values(),
                *_MENDS.values(),
                *texts,
                *kind_sentences(),
            ]
        )
    )


def _stated(path: Path) -> Iterator[FormRule]:
    data = tomllib.loads(path.read_text("utf-8"))
    defaults = data.pop("defaults", {})
    for subject, items in data.items():
        for name, item in items.items():
            yield _rule(f"{subject}.{name}", {**defaults, **item})


def _rule(identity: str, item: dict[str, Any]) -> FormRule:
    return FormRule(
        id=identity,
        article=item.get("article", ""),
        severity=Severity(item.get("severity", "error")),
        required=item["required"],
        mend=item["mend"],
        values={key: _value(found) for key, found in item.items() if key not in _PLAIN_KEYS},
        fixable=bool(item.get("fix", False)),
        is_proved=bool(item.get("proved", item.get("article") != _PRACTICE)),
    )


def _value(found: object) -> Value:
    if isinstance(found, list):
        return tuple(str(item) for item in found)
    if isinstance(found, bool | str):
        return found
    return float(str(found))


def _looks() -> Iterator[FormRule]:
    for name, look in tomllib.loads((_DATA / _LOOKS).read_text("utf-8")).items():
        part = Part(name)
        for measure, values in _measures(look):
            severity = Severity.WARNING if measure in look.get("warning", ()) else Severity.ERROR
            yield FormRule(
                id=f"{name}.{measure}",
                article=look["article"],
                severity=severity,
                required=_required(measure, values),
                mend=_mend(measure, values),
                values={**values, "part": part.value},
                fixable=measure != "case",
            )


def _measures(look: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Value]]]:
    if "size" in look:
        yield "size", {"min": float(look["size"][0]), "max": float(look["size"][1])}
    if "bold" in look:
        yield "weight", {"bold": bool(look["bold"])}
    if "italic" in look:
        yield "slant", {"italic": bool(look["italic"])}
    for measure in ("case", "alignment"):
        if measure in look:
            yield measure, {measure: str(look[measure])}


def _required(measure: str, values: Mapping[str, Value]) -> str:
    if measure == "size":
        return _SIZE_FIXED if values["min"] == values["max"] else _SIZE_RANGE
    return _REQUIRED[measure, values.get("bold", values.get("italic", values.get(measure, "")))]


def _mend(measure: str, values: Mapping[str, Value]) -> str:
    return _MENDS[measure, values.get("bold", values.get("italic", values.get(measure, "")))]
