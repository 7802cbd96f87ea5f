"""The check report for the council's file: what was found, by which rules, the money and papers that are needed."""

import re
from collections.abc import Iterator
from pathlib import Path

from vbgen.errors import Place, Severity, UsageError
from vbgen.law.citing import cited_source
from vbgen.law.rule import Rule
from vbgen.law.tables import (
    BaseSalary,
    Cap,
    Dossier,
    Exclusion,
    Power,
    Prerequisite,
    RateTable,
    Regime,
    Rounding,
    Stacking,
    VoteRule,
)
from vbgen.messages import _
from vbgen.office.checking import Checked
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import cited
from vbgen.office.checks.law.money import BUDGET, Budget, budget
from vbgen.office.making.paper_making import paper_of
from vbgen.office.making.template_look import looked_at
from vbgen.office.making.template_source import look_of
from vbgen.outputs import write_output
from vbgen.papers.body.check_report import (
    CheckBudget,
    CheckDossier,
    CheckGroup,
    CheckMoney,
    CheckRemark,
    CheckReport,
    CheckRule,
)
from vbgen.papers.context import context
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene
from vbgen.words.dates import short_date
from vbgen.words.numbers import count_of, two_digits, vn_number
from vbgen.words.spelling import money_in_words

KIND = "check-report"
_ROW = re.compile(r"[A-Z]+(\d+)")
_NOT_FOR_PAPER = frozenset({BUDGET, "notice-wording"})  # told elsewhere; of the words of a draft
_APPLIED = (
    Regime,
    Power,
    Prerequisite,
    Cap,
    Exclusion,
    VoteRule,
    RateTable,
    BaseSalary,
    Rounding,
    Stacking,
)


def write_report(found: Checked, library: Library, path: Path) -> None:
    """Write the report of a check as a Word file; OutputError when it cannot be written."""
    scene = report_scene(found, library)
    paper = paper_of(scene.kind, look_of(scene), library)
    write_output(path, paper.filled(context(scene, looked_at(paper).names)))


def report_scene(found: Checked, library: Library) -> Scene:
    """The report as a paper to be made; UsageError while the data have errors."""
    if found.case is None:
        raise UsageError(_("Dữ liệu còn lỗi nên chưa lập được báo cáo kiểm tra."))
    campaign, kind = found.case.campaign, library.find(KIND)
    said = check_report(found, found.case)
    return Scene(campaign, kind, kind.variants[0], None, found.case.today, check=said)


def check_report(found: Checked, case: Case) -> CheckReport:
    """What the report says."""
    remarks = {level: tuple(_remarks(found, level)) for level in Severity}
    budgets = (budget(case, phase) for phase in case.phases)
    return CheckReport(
        laws=tuple(_laws(case)),
        counts=count_of(*((len(remarks[level]), _words(level)) for level in Severity)),
        groups=tuple(_group(level, each) for level, each in remarks.items() if each),
        budgets=tuple(_budget(made) for made in budgets if made.lines),
        dossiers=tuple(_dossiers(case)),
        rules=tuple(_rules(case)),
    )


def _laws(case: Case) -> Iterator[str]:
    for phase, law in case.laws.items():
        title = (
            cited_source(law.regime.source) if law.regime else _("chưa có quy định để đối chiếu")
        )
        sentence = _(
            "Đợt {phase}: tính theo ngày {day}, {law}",
            phase=phase,
            day=short_date(law.day),
            law=title,
        )
        unproved = _("chưa xác minh")
        yield sentence if law.is_proved else f"{sentence} ({unproved})"


def _remarks(found: Checked, level: Severity) -> Iterator[CheckRemark]:
    findings = [
        each for each in found.findings if each.severity is level and each.id not in _NOT_FOR_PAPER
    ]
    for number, finding in enumerate(findings, 1):
        place = finding.problem(found.inspection.place_of).place
        yield CheckRemark(number, finding.message, finding.todo, finding.citation, _shown(place))
    in_files = [each for each in found.in_files if each.severity is level]
    for number, problem in enumerate(in_files, len(findings) + 1):
        yield CheckRemark(number, problem.message, problem.hint, "", _shown(problem.place))


def _words(level: Severity) -> str:
    """What a paper calls a finding of that weight."""
    return {
        Severity.ERROR: _("nội dung phải sửa"),
        Severity.WARNING: _("nội dung cần xem xét"),
        Severity.NOTE: _("nội dung lưu ý"),
    }[level]


def _group(level: Severity, remarks: tuple[CheckRemark, ...]) -> CheckGroup:
    return CheckGroup(_words(level).capitalize(), remarks)


def _shown(place: Place) -> str:
    """Where it stands in the office's lists; names of files and of cells stay in the working copy."""
    row = _ROW.fullmatch(place.cell)
    if place.sheet and row:
        return _("trang “{sheet}”, hàng {row}", sheet=place.sheet, row=row[1])
    return str(place._replace(file="", path="") if place.sheet or place.line else place)


def _budget(made: Budget) -> CheckBudget:
    return CheckBudget(
        title=_("Đợt {phase}", phase=made.phase),
        lines=tuple(
            CheckMoney(
                f"{line.honour} ({line.kind.label.lower()})",
                two_digits(line.count),
                vn_number(line.rate),
                vn_number(line.amount),
            )
            for line in made.lines
        ),
        total=vn_number(made.total),
        total_in_words=money_in_words(made.total),
    )


def _dossiers(case: Case) -> Iterator[CheckDossier]:
    types = {each.honour.type for each in case.proposals}
    seen: list[Dossier] = []
    for law in case.laws.values():
        for rule in law.all(Dossier):
            if rule.type in types and rule not in seen and _is_dossier_of(case, rule):
                seen.append(rule)
                yield CheckDossier(_dossier_title(rule), rule.papers, cited(rule))


def _dossier_title(rule: Dossier) -> str:
    if not rule.working_days:
        return _(rule.title)
    return _(
        "{title} (giải quyết trong {days} ngày làm việc)",
        title=_(rule.title),
        days=rule.working_days,
    )


def _is_dossier_of(case: Case, rule: Dossier) -> bool:
    """Whether the dossier is for this agency and what it proposes."""
    awards = {each.honour.name for each in case.proposals}
    return rule.level in (None, case.campaign.agency.level) and (
        not rule.award or rule.award in awards
    )


def _rules(case: Case) -> Iterator[CheckRule]:
    awards = {each.honour.name for each in case.proposals}
    seen: list[Rule] = []
    for law in case.laws.values():
        for rule in law.rules:
            if isinstance(rule, _APPLIED) and rule not in seen and _concerns(rule, case, awards):
                seen.append(rule)
                yield CheckRule(
                    _title(rule),
                    cited(rule),
                    rule.period,
                    _("quy chế của cơ quan") if rule.origin else _("pháp luật"),
                )


def _concerns(rule: Rule, case: Case, awards: set[str]) -> bool:
    """Whether the rule is about this agency and what it proposes."""
    if isinstance(rule, Power):
        return rule.level is case.campaign.agency.level
    if isinstance(rule, (Prerequisite, Cap)):
        return rule.award in awards
    if isinstance(rule, (Exclusion, VoteRule)):
        return not rule.awards or bool(awards.intersection(rule.awards))
    return True


def _title(rule: Rule) -> str:
    """What the rule asks for, with the award that it is about."""
    title = _(rule.title) or rule.id
    if isinstance(rule, BaseSalary):
        return _("{title}: {amount} đồng", title=title, amount=vn_number(rule.amount))
    named = (rule.award,) if isinstance(rule, Prerequisite) else getattr(rule, "awards", ())
    if named and not isinstance(rule, Power):
        return f"{', '.join(named)}: {title}"
    return title[:1].upper() + title[1:]
