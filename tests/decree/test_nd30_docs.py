"""docs/lint.md tells the truth: its table is the rules', its counts are counted. Run as a program, it writes them."""

import re
import sys
from pathlib import Path

from vbgen.decree import FormRule, form_rules

PAGE = Path(__file__).parents[2] / "docs" / "lint.md"
START, END = "<!-- rules -->", "<!-- end of rules -->"


def shown(text: str, values: dict[str, object]) -> str:
    """A sentence with its rule's own figures; what only a finding knows stays as it is in the data."""
    for name, value in values.items():
        text = text.replace(
            f"{{{name}}}",
            f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value),
        )
    return text


def table() -> str:
    rows = ["| Rule | Severity | Required | Ground | Mended |", "|---|---|---|---|---|"]
    for rule in form_rules().values():
        label = {"label": part_label(str(rule.values["part"]))} if "part" in rule.values else {}
        required = shown(rule.required, {**rule.values, **label}).replace("|", "\\|")
        rows.append(
            f"| `{rule.id}` | {rule.severity} | {required} | {rule.article}{'' if _is_told(rule) else ' (unproved)'} "
            f"| {'yes' if rule.fixable else ''} |"
        )
    return "\n".join(rows)


def _is_told(rule: FormRule) -> bool:
    """Whether the article proves the rule, or says itself that it is practice."""
    return rule.is_proved or rule.article == "Thông lệ soạn thảo"


def test_what_no_article_proves_is_never_an_error() -> None:
    assert [
        rule.id for rule in form_rules().values() if not rule.is_proved and rule.severity == "error"
    ] == []


def test_a_clause_of_the_decrees_own_articles_is_never_cited_as_proof() -> None:
    """Whose numbers nobody has read: the annexes are at hand, the articles are not."""
    cited = [rule for rule in form_rules().values() if re.search(r"Điều \d+ khoản", rule.article)]
    assert [rule.id for rule in cited if rule.is_proved] == []
    unread = {"power.by-authority", "power.collective"}
    assert {name for name in unread if form_rules()[name].severity == "warning"} == unread


def part_label(part: str) -> str:
    from vbgen.decree.parts.names import Part

    return Part(part).label


def counts() -> str:
    kinds = [rule.severity.value for rule in form_rules().values()]
    mended = sum(rule.fixable for rule in form_rules().values())
    each = ", ".join(f"{kinds.count(kind)} {kind}s" for kind in ("error", "warning", "note"))
    return f"{len(kinds)} rules: {each}; {mended} of them are mended."


def test_the_page_lists_every_rule_as_it_is() -> None:
    text = PAGE.read_text("utf-8")
    assert text.partition(START)[2].partition(END)[0].strip() == table(), (
        "run: python tests/decree/test_nd30_docs.py"
    )


def test_the_page_counts_the_rules() -> None:
    assert counts() in PAGE.read_text("utf-8")


def test_the_page_names_only_rules_that_exist() -> None:
    prose = PAGE.read_text("utf-8").partition(START)[0]
    subjects = {rule.subject for rule in form_rules().values()}
    named = [
        name
        for name in re.findall(r"[`\"]([a-z-]+\.[a-z*-]+)[`\"]", prose)
        if name.partition(".")[0] in subjects
    ]
    assert named
    assert [name for name in named if name not in form_rules() and not name.endswith(".*")] == []


def write() -> None:
    text = PAGE.read_text("utf-8")
    head, _start, rest = text.partition(START)
    _old, _end, tail = rest.partition(END)
    head = re.sub(r"\d+ rules: .*are mended\.", counts(), head)
    PAGE.write_text(f"{head}{START}\n{table()}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(PAGE.parents[1]))
    write()
