"""Where papers are made by the thousand for keeping: their workers, and what remembers the work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vbgen.archive import Archive
from vbgen.errors import OutsideProgramError, Problem, Severity, UsageError
from vbgen.messages import _
from vbgen.model.document import Numbered
from vbgen.office.issuing.archival_copies import ArchivalCopies
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.register_ledger import RegisterLedger
from vbgen.office.making.batching import Workshop
from vbgen.office.setting.presses import Tell, chosen_workers, confirm_workers
from vbgen.office.setting.stores import waiting_folder
from vbgen.office.setting.workspace import Workspace
from vbgen.pages.converter.convert import Converter
from vbgen.ways import KeepPdf


@dataclass(frozen=True, slots=True)
class Copying:
    """A desk and whether it makes a PDF/A copy of each Word file; what is to be told where it does not."""

    desk: Desk
    makes_pdf: bool = False
    problems: tuple[Problem, ...] = ()


def copying_desk(
    workspace: Workspace,
    environ: Mapping[str, str],
    desk: Desk,
    tell: Tell,
    *,
    wanted: bool | None,
    chosen: bool | None = None,
) -> Copying:
    """The desk with what makes PDF copies; without LibreOffice a warning.

    `chosen` when the work was begun: it holds where nothing else is wanted now, or required meanwhile.
    OutsideProgramError where they are asked for, or required, and cannot be made; UsageError where the office requires
    them and they are declined. Asked before a number is taken.
    """
    required = bool(workspace.settings.get("pdf", {}).get("required", False))
    wanted = _as_chosen(chosen, required=required) if wanted is None else wanted
    if wanted is False and required:
        message = _(
            "Cơ quan quy định phải lưu kèm bản PDF/A ([pdf] required trong vbgen.toml); chưa có gì thay đổi."
        )
        raise UsageError(message, (Problem("pdf-required", message, ways=(KeepPdf(),)),))
    if wanted is False:
        return Copying(desk)
    confirm_workers(environ)
    try:
        copies = archival_copies(workspace, environ, desk, tell)
    except OutsideProgramError as fault:
        if wanted or required:
            raise
        message = _("Không lưu kèm được bản PDF: {reason}", reason=fault.message)
        return Copying(desk, problems=(Problem("no-pdf-copy", message, severity=Severity.WARNING),))
    return Copying(replace(desk, copies=copies), makes_pdf=True)


def _as_chosen(chosen: bool | None, *, required: bool) -> bool | None:
    """What was chosen before; what was declined is made all the same where the office has ruled so since."""
    return None if required and chosen is False else chosen


def archival_copies(
    workspace: Workspace, environ: Mapping[str, str], desk: Desk, tell: Tell
) -> ArchivalCopies:
    """What makes the PDF/A copies that are kept beside the Word files; OutsideProgramError without LibreOffice."""

    def workshop(numbered: Numbered) -> Workshop:
        return Workshop(
            workers=chosen_workers(environ),
            ledger=RegisterLedger(desk.register, numbered.id),
            scratch=Archive.open(waiting_folder(workspace, numbered.id), environ={}),
            archive=desk.archive,
            afar=bool(environ.get("VBGEN_CLUSTER")) and desk.archive.is_folder,
            tell=tell,
        )

    return ArchivalCopies(Converter.probe(environ), workshop)
