"""Issuing, as the office's own procedure: check, reserve the number, render, inspect, keep, settle, deliver."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vbgen.errors import Problem, ProblemsFoundError, TemplateError
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY
from vbgen.model.document import Inspected, Kept, Numbered, Rendered, Settled
from vbgen.model.dossier import RECORD, Intent
from vbgen.office.issuing.consent.acceptance import Acceptance, error_codes
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.holding import issue_told, number_told, others_told
from vbgen.office.issuing.materials import INTENT, options_of
from vbgen.office.issuing.remaking import render
from vbgen.office.issuing.wishes.links import links_of
from vbgen.office.issuing.wishes.set_aside import set_aside
from vbgen.office.making.copies import Copies
from vbgen.office.making.copy_foot import copies_of
from vbgen.outputs import write_own
from vbgen.register import Relation
from vbgen.ways import AcceptFormErrors, GiveUpNumber
from vbgen.word.soundness.soundness import unsound

LINK_REFUSED = "link-refused"  # an act: the earlier paper could not be changed any more


def issue(desk: Desk, intent: Intent, why: str = "") -> Settled:
    """The paper, issued: from here on the number is taken whatever happens, and `resume` finishes the work."""
    desk.enter_archive()
    desk.tell("reserve")
    numbered = desk.register.reserve(intent, desk.stamp(why))
    return finish(desk, numbered)


def issue_each(desk: Desk, intents: Sequence[Intent], why: str = "") -> list[Settled]:
    """The papers, issued one after another; a fault tells which of them are issued already."""
    done: list[Settled] = []
    for intent in intents:
        with others_told([one.code for one in done]):
            done.append(issue(desk, intent, why))
    return done


def finish(desk: Desk, numbered: Numbered, accepted: Acceptance = Acceptance()) -> Settled:  # noqa: B008 - frozen
    """A numbered intent, brought to its end; it may have been begun before.

    `accepted` are errors of form that are let pass now, besides those of the intent; the journal keeps them.
    """
    with number_told(numbered):
        hold(desk, numbered)
        desk.tell("render")
        rendered = render(numbered, copies_of(numbered, desk.copies))
        desk.tell("inspect")
        inspected = inspect(desk, rendered, accepted)
        desk.tell("keep")
        kept = keep(desk, inspected)
        desk.tell("settle")
        settled = desk.register.settle(kept, desk.stamp())
    with issue_told(numbered.code):
        desk.forget(numbered.id)
        lay_out(
            desk,
            numbered,
            {name: content for name, content in rendered.papers.items() if name != RECORD},
        )
    return settled


def hold(desk: Desk, numbered: Numbered) -> None:
    """The archive knows of the number, and has all that its papers are made from, before any paper is made.

    So a register that is lost, or put back from an older copy, can take the number back, and no other can give it.
    """
    desk.enter_archive()
    if INTENT not in numbered.intent.materials:
        message = _("Dữ liệu chờ của số này không còn trong sổ và kho, nên không làm tiếp được.")
        raise ProblemsFoundError(
            message, (Problem("intent-lost", message),), (GiveUpNumber(numbered.code),)
        )
    for content in numbered.intent.materials.values():
        desk.archive.put(content)
    desk.register.mirror(desk.archive.put_act)


def resume(
    desk: Desk,
    identity: str | None = None,
    accepted: Acceptance = Acceptance(),  # noqa: B008 - frozen, without state
    copies: Callable[[Numbered], Copies] | None = None,
) -> list[Settled]:
    """Every issue that was begun and not finished, or that one, brought to its end with its own number.

    `copies`: what makes the PDF of each, asked for all of them before one is finished; the desk's own without it.
    """
    waiting = desk.register.open_issues(identity)
    if identity is not None and not waiting:
        desk.register.entry(identity)
    if desk.register.is_archived:
        desk.enter_archive()
    makers = [_copies_for(desk, numbered, copies) for numbered in waiting]
    done = [
        finish(replace(desk, copies=maker), numbered, accepted)
        for numbered, maker in zip(waiting, makers, strict=True)
    ]
    for entry in desk.register.undelivered():
        numbered = desk.register.numbered(entry)
        with issue_told(numbered.code):
            lay_out(desk, numbered, kept_papers(desk, entry.id))
    desk.mirror()
    return done


def _copies_for(
    desk: Desk, numbered: Numbered, copies: Callable[[Numbered], Copies] | None
) -> Copies:
    if copies is None:
        return desk.copies
    with number_told(numbered):
        return copies(numbered)


def inspect(desk: Desk, rendered: Rendered, accepted: Acceptance) -> Inspected:
    """The papers, looked at against Nghị định 30/2020; ProblemsFoundError for an error that nobody let pass.

    The number stays reserved then: it can be given up, or the work finished once each error is let pass by its code.
    """
    numbered = rendered.numbered
    _refuse_unsound(rendered)
    day = numbered.intent.particulars.day
    problems = tuple(
        problem
        for name in _whole_papers(rendered)
        for problem in desk.form.problems(name, rendered.papers[name], day)
    )
    present, known = error_codes(problems), _accepted_before(numbered)
    if left := present - known - accepted.codes:
        message = _(
            "Văn bản số {code} chưa đúng thể thức ({errors}) nên chưa vào sổ; số vẫn được giữ.",
            code=numbered.code,
            errors=", ".join(sorted(left)),
        )
        ways = (
            AcceptFormErrors(tuple(sorted(present - known)), numbered.code),
            GiveUpNumber(numbered.code),
        )
        raise ProblemsFoundError(message, problems, ways)
    if passed := sorted(present & accepted.codes - known):
        stamp = desk.stamp(accepted.reason)
        desk.register.note(
            stamp, "accept-form-errors", document=numbered.id, detail={"form_errors": passed}
        )
    return Inspected(rendered, problems)


def _refuse_unsound(rendered: Rendered) -> None:
    """Raise TemplateError where Word would not open a paper; the draft was looked at before the number was taken."""
    problems = tuple(
        problem
        for name in _word_files(rendered)
        for problem in unsound(rendered.papers[name], name)
    )
    if problems:
        code = rendered.numbered.code
        message = _(
            "Văn bản số {code} thiếu những gì Word cần để mở nên chưa vào sổ; số vẫn được giữ.",
            code=code,
        )
        raise TemplateError(message, problems, ways=(GiveUpNumber(code),))


def _accepted_before(numbered: Numbered) -> frozenset[str]:
    """Errors of form that were let pass when the number was taken."""
    stored = options_of(numbered.intent.materials).get("accepted")
    return frozenset(map(str, stored)) if isinstance(stored, list) else frozenset()


def keep(desk: Desk, inspected: Inspected) -> Kept:
    """Papers and materials, each in the archive under its digest; announced in the journal before."""
    rendered = inspected.rendered
    desk.enter_archive()
    desk.register.announce(inspected, desk.stamp())
    contents = {**rendered.numbered.intent.materials, **rendered.papers}
    order = [name for name in contents if name != RECORD] + [RECORD]
    singles = {name: single.digest for name, single in rendered.singles.items()}
    return Kept(inspected, singles | {name: desk.archive.put(contents[name]) for name in order})


def lay_out(desk: Desk, numbered: Numbered, papers: Mapping[str, bytes]) -> list[Path]:
    """Copies of the issued papers where the office takes them from, named by their number; the journal's copy too."""
    desk.tell("mirror")
    _link(desk, numbered)
    desk.register.mirror(desk.archive.put_act)
    desk.tell("deliver")
    folder = desk.out(numbered.intent.particulars.campaign)
    made = []
    for name, content in papers.items():
        path = folder / f"{numbered.file_name}-{name}"
        write_own({path: content})
        made.append(path)
    desk.register.delivered(numbered.id)
    return made


def kept_papers(desk: Desk, identity: str) -> dict[str, bytes]:
    """The Word and PDF files of an entry, as they lie in the archive; not each certificate as a file of its own."""
    files = [
        file
        for file in desk.register.files(identity)
        if file.role == "paper" and file.name != RECORD
    ]
    return {file.name: desk.archive.get(file.digest) for file in files}


def kept_materials(desk: Desk, identity: str) -> dict[str, bytes]:
    """What the papers of an entry were made from, as it lies in the archive."""
    files = [file for file in desk.register.files(identity) if file.role == "material"]
    return {file.name: desk.archive.get(file.digest) for file in files}


def _link(desk: Desk, numbered: Numbered) -> None:
    """A paper that was issued to change another says so in the register, once."""
    materials = numbered.intent.materials or kept_materials(desk, numbered.id)
    told = {
        (link.earlier.id, link.relation)
        for link in desk.register.links(numbered.id)
        if link.later.id == numbered.id
    }
    told |= set(_given_up(desk, numbered.id))
    for earlier, relation, certificates in links_of(options_of(materials)):
        if (earlier, relation) not in told:
            _tell(desk, numbered, earlier, relation, certificates)
        set_aside(desk, earlier)


def _tell(
    desk: Desk, numbered: Numbered, earlier: str, relation: Relation, certificates: Sequence[int]
) -> None:
    """The register is told; where the earlier paper ended meanwhile, the journal keeps that it could not be.

    The fault is raised once: whoever resumes has seen why, and the rest goes on.
    """
    try:
        desk.register.link(earlier, numbered.id, relation, desk.stamp(), certificates)
    except ProblemsFoundError as fault:
        detail: dict[str, object] = {"earlier": earlier, "relation": relation.value}
        detail["told"] = fault.message
        desk.register.note(desk.stamp(), LINK_REFUSED, document=numbered.id, detail=detail)
        raise


def _given_up(desk: Desk, identity: str) -> Iterator[tuple[str, Relation]]:
    for act in desk.register.acts_of(identity):
        if act.what == LINK_REFUSED:
            yield str(act.detail["earlier"]), Relation(str(act.detail["relation"]))


def _whole_papers(rendered: Rendered) -> list[str]:
    """The Word files that are papers; that of a copy is its foot alone."""
    is_copy = rendered.numbered.intent.particulars.kind == COPY
    return [] if is_copy else _word_files(rendered)


def _word_files(rendered: Rendered) -> list[str]:
    return [name for name in rendered.papers if name.endswith(".docx")]
