"""The rules that hold for one check: the catalogue with an office's own settings laid over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vbgen.decree.checking.catalogue import form_rules
from vbgen.decree.checking.kinds import kinds_of_paper
from vbgen.decree.checking.model import FormRule, Value
from vbgen.errors import Severity


@dataclass(frozen=True)
class FormRules:
    """Rules by id; those that are switched off stay readable for their figures but report nothing."""

    rules: Mapping[str, FormRule]
    off: frozenset[str] = frozenset()
    binds_firms: bool = False  # papers of a firm are held to all rules: it is the state's

    def kind_held(self, kind: str) -> str:
        """The kind whose rules hold for a paper taken for this one."""
        return "official" if self.binds_firms and kind == "enterprise" else kind

    def __getitem__(self, identity: str) -> FormRule:
        return self.rules[identity]

    def number(self, identity: str, name: str) -> float:
        """A figure of a rule."""
        return self.rules[identity].number(name)

    def applies(self, identity: str, kind: str) -> bool:
        """Whether the rule is on and meant for papers of this kind."""
        return identity not in self.off and kinds_of_paper()[kind].holds(identity)

    def looks(self) -> Iterator[FormRule]:
        """The rules on how parts look."""
        return (rule for rule in self.rules.values() if "part" in rule.values)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What an office changes in one rule."""

    values: Mapping[str, Value] = field(default_factory=dict)
    severity: Severity | None = None


def open_book(
    off: frozenset[str] = frozenset(),
    changes: Mapping[str, RuleChange] | None = None,
    *,
    binds_firms: bool = False,
) -> FormRules:
    """The catalogue with these rules switched off and these changed, binding firms too or not."""
    found = dict(form_rules())
    for identity, change in (changes or {}).items():
        rule = found[identity]
        found[identity] = replace(
            rule, values={**rule.values, **change.values}, severity=change.severity or rule.severity
        )
    return FormRules(found, off, binds_firms)
