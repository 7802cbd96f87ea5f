"""One office behind every face: an opened Office, requests and answers that are plain and frozen.

    with Office.act(place, surroundings) as office:
        prepared = office.do(PrepareIssue(campaign, "award-decision", day, phase=1))

Names are brought in when they are first asked for, so that a face starts as fast as it can.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from vbgen.office.rooms import ROOM_OF

if TYPE_CHECKING:
    from vbgen.archive.audit import Audit
    from vbgen.decree import FindingGroup, FormFinding, PaperTaken
    from vbgen.office.acts import Answer, AnswerT, Request
    from vbgen.office.agreeing import AskFirst, Doubt, DoubtfulRequest, DoubtsShown
    from vbgen.office.campaign_check import CampaignChecked, CheckCampaign
    from vbgen.office.conversion import (
        ConvertCampaign,
        FileWritten,
        SchemaShown,
        ShowSchema,
        WriteForm,
    )
    from vbgen.office.draft import (
        DraftPapers,
        FindPreviewSources,
        PapersDrafted,
        PreviewSources,
        PreviewTemplate,
    )
    from vbgen.office.exporting import ExportTemplate, TemplateExported
    from vbgen.office.issuing.approving import ApproveDrafts, Decided, DraftsDecided, SendDraftsBack
    from vbgen.office.issuing.reissuing import Reissued
    from vbgen.office.issuing.requests import (
        ComingPaper,
        Issued,
        IssuePapers,
        Prepared,
        PrepareIssue,
    )
    from vbgen.office.issuing.resuming import FindOpenIssues, Resumed, ResumeIssues
    from vbgen.office.linting import FilesLinted, Linted, LintFiles
    from vbgen.office.mending.looking import LeftForPages, LookAtPages
    from vbgen.office.numbering_settings import NumberingWish
    from vbgen.office.office import Office, Surroundings
    from vbgen.office.printing.certificates import CertificateSheet
    from vbgen.office.printing.measuring import (
        CrossesPrinted,
        MeasurePrinter,
        PrintCrosses,
        PrinterMeasured,
    )
    from vbgen.office.printing.requests import (
        CertificatesListed,
        CertificatesPreviewed,
        CertificatesPrinted,
        CountPrint,
        ListCertificates,
        ListStocks,
        PreviewCertificates,
        PrintCertificates,
        PrintCounted,
        StocksListed,
    )
    from vbgen.office.printing.wanted import WhichCertificates
    from vbgen.office.references import CertificateChoice
    from vbgen.office.registry.bagging import Handover
    from vbgen.office.registry.changes import (
        ChangePaper,
        ClockStatedRight,
        EnterOutsidePaper,
        ImportPastBook,
        NumberVoided,
        OutsidePaperEntered,
        PaperChanged,
        PastBookImported,
        StateClockRight,
        VoidNumber,
    )
    from vbgen.office.registry.looks import (
        BookExported,
        ExportBook,
        GoldenBookSeen,
        JournalRead,
        MadeAgain,
        MakeAgain,
        PaperShown,
        ReadJournal,
        SeeGoldenBook,
        ShowPaper,
    )
    from vbgen.office.registry.outside import Outside
    from vbgen.office.registry.proofs import (
        ArchiveProved,
        BagPacked,
        BringBackBags,
        LostTakenBack,
        PackBag,
        ProveArchive,
        TakeBackLost,
    )
    from vbgen.office.registry.searches import FindPapers, PaperRow, PapersFound
    from vbgen.office.starting import MakeWorkspace, WorkspaceStarted
    from vbgen.office.steps import PaperProgress, PaperStage
    from vbgen.office.taking_over import DraftTakenOver, TakeDraftOver
    from vbgen.office.templating import (
        CheckTemplates,
        ListTemplateNames,
        NamesListed,
        TemplatesChecked,
        UsedName,
    )
    from vbgen.office.upkeep import (
        BringRegisterForward,
        CopyOffice,
        CopyRegister,
        ExamineOffice,
        MakeRoles,
        OfficeCopied,
        OfficeExamined,
        OfficePutBack,
        PutOfficeBack,
        RegisterCopied,
        RolesMade,
    )
    from vbgen.pages.runs.progress import Progress
    from vbgen.register import GoldenEntry, Relation

__all__ = [
    "Answer",
    "AnswerT",
    "ApproveDrafts",
    "ArchiveProved",
    "AskFirst",
    "Audit",
    "BagPacked",
    "BookExported",
    "BringBackBags",
    "BringRegisterForward",
    "CampaignChecked",
    "CertificateChoice",
    "CertificateSheet",
    "CertificatesListed",
    "CertificatesPreviewed",
    "CertificatesPrinted",
    "ChangePaper",
    "CheckCampaign",
    "CheckTemplates",
    "ClockStatedRight",
    "ComingPaper",
    "ConvertCampaign",
    "CopyOffice",
    "CopyRegister",
    "CountPrint",
    "CrossesPrinted",
    "Decided",
    "Doubt",
    "DoubtfulRequest",
    "DoubtsShown",
    "DraftPapers",
    "DraftTakenOver",
    "DraftsDecided",
    "EnterOutsidePaper",
    "ExamineOffice",
    "ExportBook",
    "ExportTemplate",
    "FileWritten",
    "FilesLinted",
    "FindOpenIssues",
    "FindPapers",
    "FindPreviewSources",
    "FindingGroup",
    "FormFinding",
    "GoldenBookSeen",
    "GoldenEntry",
    "Handover",
    "ImportPastBook",
    "IssuePapers",
    "Issued",
    "JournalRead",
    "LeftForPages",
    "LintFiles",
    "Linted",
    "ListCertificates",
    "ListStocks",
    "ListTemplateNames",
    "LookAtPages",
    "LostTakenBack",
    "MadeAgain",
    "MakeAgain",
    "MakeRoles",
    "MakeWorkspace",
    "MeasurePrinter",
    "NamesListed",
    "NumberVoided",
    "NumberingWish",
    "Office",
    "OfficeCopied",
    "OfficeExamined",
    "OfficePutBack",
    "Outside",
    "OutsidePaperEntered",
    "PackBag",
    "PaperChanged",
    "PaperProgress",
    "PaperRow",
    "PaperShown",
    "PaperStage",
    "PaperTaken",
    "PapersDrafted",
    "PapersFound",
    "PastBookImported",
    "PrepareIssue",
    "Prepared",
    "PreviewCertificates",
    "PreviewSources",
    "PreviewTemplate",
    "PrintCertificates",
    "PrintCounted",
    "PrintCrosses",
    "PrinterMeasured",
    "Progress",
    "ProveArchive",
    "PutOfficeBack",
    "ReadJournal",
    "RegisterCopied",
    "Reissued",
    "Relation",
    "Request",
    "ResumeIssues",
    "Resumed",
    "RolesMade",
    "SchemaShown",
    "SeeGoldenBook",
    "SendDraftsBack",
    "ShowPaper",
    "ShowSchema",
    "StateClockRight",
    "StocksListed",
    "Surroundings",
    "TakeBackLost",
    "TakeDraftOver",
    "TemplateExported",
    "TemplatesChecked",
    "UsedName",
    "VoidNumber",
    "WhichCertificates",
    "WorkspaceStarted",
    "WriteForm",
]


def __getattr__(name: str) -> object:
    if name not in ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(ROOM_OF[name]), name)
    globals()[name] = value
    return value
