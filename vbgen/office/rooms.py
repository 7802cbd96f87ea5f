"""Where each name stands that `vbgen.office` gives: module → names."""

ROOMS = {
    "vbgen.archive.audit": "Audit",
    "vbgen.office.access.entering": (
        "DeskOpened EndSession EntranceMade FindSession MakeEntrance OpenDesk SessionFound "
        "SessionOpened ServingSettings UseEntrance"
    ),
    "vbgen.office.access.logging_in": "ComeInByProxy FindWaysIn LogIn WaysInFound",
    "vbgen.office.access.people": (
        "AddPerson ChangeOwnPassword DeskPerson ListPeople PeopleListed RemovePerson "
        "SetPassword SetRoles"
    ),
    "vbgen.office.access.working": (
        "AskForJob EndJob FindJob FindUnfinishedJobs JobAsked JobFound JobsFound MoveJob StopJob"
    ),
    "vbgen.leftovers": "temporary_folder",
    "vbgen.model.desk_role": "DeskRole",
    "vbgen.office.acts": "Answer AnswerT RegisterPart Request",
    "vbgen.office.agreeing": "AskFirst Doubt DoubtfulRequest DoubtsShown",
    "vbgen.office.campaign_check": "CampaignChecked CheckCampaign",
    "vbgen.office.designs.at_desk": "DesignsSeen DrawDesigns SeeDesigns",
    "vbgen.office.designs.choosing": "ChooseDesign DesignChosen",
    "vbgen.model.afterwards.copy_form": "COPIES CopyForm",
    "vbgen.office.copying.making_copies": "CopyMade MakeCopy",
    "vbgen.office.copying.preparing": "CopyWish",
    "vbgen.office.data.beginning": (
        "BeginCampaign BeginningQuestion BeginningShown CampaignBegun ShowBeginning "
        "StartNextCampaign"
    ),
    "vbgen.office.data.conversion": "ConvertCampaign FileWritten WriteForm",
    "vbgen.office.data.schema": "SchemaShown ShowSchema",
    "vbgen.campaign.untouched": "UNTOUCHED",
    "vbgen.campaign.editing.changing": "CellChange ChangedMeanwhile",
    "vbgen.campaign.editing.comparing": "CellDifference WorkbookDifferences",
    "vbgen.campaign.editing.shown_sheets": "ShownColumn ShownRow ShownSheet",
    "vbgen.office.editing.cell_check": "CellsChecked CheckCells",
    "vbgen.office.editing.sheets": "CellsChanged ChangeCells SheetListed SheetSeen ShowSheet",
    "vbgen.campaign.editing.versions": "WorkbookVersion",
    "vbgen.office.editing.whole_workbook": (
        "CompareWorkbook ListVersions ReplaceWorkbook TakeWorkbook "
        "VersionsListed WorkbookCompared WorkbookReplaced WorkbookTaken"
    ),
    "vbgen.office.draft": (
        "DraftPapers FindPreviewSources PapersDrafted PreviewSources PreviewTemplate"
    ),
    "vbgen.office.exporting": "ExportTemplate TemplateExported",
    "vbgen.office.data.granting": "AwardWhatPassed GrantProposals VotesAwarded",
    "vbgen.office.gallery": "DesignShown DrawGallery GalleryDrawn",
    "vbgen.office.handing_over.at_desk": (
        "FileToHandOver HandoverPaper HandoverSeen NoteHandover PaperToHandOver SeeHandover "
        "TakeHandoverPaper"
    ),
    "vbgen.office.handing_over.gathering": "GatheredFile",
    "vbgen.office.overview.handed_over": "HandedOver",
    "vbgen.office.handing_over.hand_over": (
        "FilesGathered GatherPapers HandoverWritten WriteHandover"
    ),
    "vbgen.office.handing_over.scope": "FilesWish",
    "vbgen.office.handing_over.sip": "CheckSip SipChecked SipWritten WriteSip",
    "vbgen.office.issuing.approving": "ApproveDrafts Decided DraftsDecided SendDraftsBack",
    "vbgen.office.issuing.once": "IssueOnce IssuedOnce",
    "vbgen.office.issuing.reissuing": "Reissued",
    "vbgen.office.issuing.requests": "ComingPaper IssuePapers Issued PrepareIssue Prepared",
    "vbgen.office.issuing.resuming": "FindOpenIssues ResumeIssues Resumed",
    "vbgen.decree": "FindingGroup FormFinding PaperTaken",
    "vbgen.office.linting": "FilesLinted LintFiles Linted",
    "vbgen.office.making.dossiers": "BindDossiers DossiersBound",
    "vbgen.office.mending.looking": "LeftForPages LookAtPages",
    "vbgen.office.data.next_campaign": "CampaignStarted StartFrom",
    "vbgen.office.numbering_settings": "NumberingWish",
    "vbgen.office.office": "Office Surroundings",
    "vbgen.office.overview.campaigns": (
        "CampaignFound CampaignState CampaignsListed FindCampaign FindCampaignState ListCampaigns"
    ),
    "vbgen.office.overview.checking": "CheckNamedCampaign",
    "vbgen.office.overview.drawing": "DraftSeen JudgeDraft SeeDraft",
    "vbgen.office.overview.pictures": (
        "DrawPage DrawPages DrawnFound FindDrawn PageDrawn PagesDrawn WarmConverterUp"
    ),
    "vbgen.office.overview.golden": (
        "BookTaken CertificateLife FindCertificates ShowCertificate TakeBook"
    ),
    "vbgen.office.overview.life": "FileTaken LifeShown ShowLife TakeFile",
    "vbgen.office.overview.path": "CampaignStep HandingOverStep PrintingStep StepState",
    "vbgen.office.overview.planned": "InRegister PlannedPaper",
    "vbgen.office.overview.taking_back": "TakeBodyBack",
    "vbgen.office.overview.seeing": "CampaignSeen SeeCampaign",
    "vbgen.office.overview.traced_values": "TracedValue",
    "vbgen.office.overview.tracing": (
        "CellTraced DraftTraced PinnedProblem PrintedIn TraceCell TraceDraft"
    ),
    "vbgen.office.printing.at_desk": (
        "CertificatesSeen DrawStockPages FindPrinters PrintOnce PrintTaken PrintersFound "
        "SeeCertificates StockPagesDrawn TakeCrosses TakePrint"
    ),
    "vbgen.office.printing.certificates": "CertificateSheet",
    "vbgen.office.printing.measuring": "CrossesPrinted MeasurePrinter PrintCrosses PrinterMeasured",
    "vbgen.office.printing.requests": (
        "CertificatesListed CertificatesPreviewed CertificatesPrinted CountPrint "
        "ListCertificates ListStocks PreviewCertificates PrintCertificates PrintCounted "
        "StocksListed"
    ),
    "vbgen.office.printing.wanted": "WhichCertificates",
    "vbgen.office.public_site.making": "SiteWritten WriteVerifySite",
    "vbgen.office.receiving.inbox": "DroppedFile DropLot LayIn ListLots LotsListed ReceivedLot",
    "vbgen.office.receiving.past_books": "LayPastBookIn PastBookSeen SeePastBook TakePastBook",
    "vbgen.office.receiving.looking": "LotSeen SeeLot ShowSource SourceSheet SourceShown",
    "vbgen.office.receiving.unit_links": (
        "CloseUnitLink HAND_IN_PATH ListUnitLinks MadeLink MakeUnitLinks UnitLinksListed "
        "UnitLinksMade UnitStanding"
    ),
    "vbgen.office.receiving.handing_in": ("FindUnitLink HandInByLink LayInByLink UnitLinkFound"),
    "vbgen.office.receiving.taking": "AnswerKept AnswerReading LotTaken TakeLot",
    "vbgen.office.receiving.old_paper": "MakeTemplate TemplateMade",
    "vbgen.office.receiving.reading": "FilesRead ReadFiles",
    "vbgen.intake.values": "FileReading LeftOut ReadingQuestion ReadPerson ReadValue Sureness",
    "vbgen.office.references": "CertificateChoice",
    "vbgen.office.registry.bagging": "Handover",
    "vbgen.office.registry.changes": (
        "ChangePaper ClockStatedRight EnterOutsidePaper ImportPastBook NumberVoided "
        "OutsidePaperEntered PaperChanged PastBookImported StateClockRight VoidNumber"
    ),
    "vbgen.model.afterwards.delivery": "DeliveryLine DeliveryWay",
    "vbgen.register.books": "BookKind",
    "vbgen.office.registry.delivering": (
        "DeliveriesShown DeliveryChange NewDelivery ShowDeliveries WriteDeliveries"
    ),
    "vbgen.office.registry.golden_books": "GoldenBookImported ImportGoldenBook",
    "vbgen.office.registry.looks": (
        "BookExported ExportBook GoldenBookSeen JournalRead MadeAgain MakeAgain PaperShown "
        "ReadJournal SeeGoldenBook ShowPaper"
    ),
    "vbgen.office.registry.unit_folders": "FoldersMade MakeUnitFolders",
    "vbgen.office.registry.searches": "FindPapers PaperRow PapersFound",
    "vbgen.office.registry.outside": "Outside",
    "vbgen.office.registry.proofs": (
        "ArchiveProved BagPacked BringBackBags LostTakenBack PackBag ProveArchive TakeBackLost"
    ),
    "vbgen.office.setting.accounts": "account_name",
    "vbgen.office.signing.attaching": "AttachSigned SignedAttached",
    "vbgen.office.signing.batch": "PapersSigned SignPapers",
    "vbgen.office.signing.codes": "CodeSent SendSigningCode",
    "vbgen.office.signing.scans": "AttachScan ScanAttached",
    "vbgen.office.signing.standing": (
        "FileInSigning ListSigning PaperInSigning ShowSigning SigningListed SigningParty SigningRow"
    ),
    "vbgen.office.signing.trusting": "TrustWish",
    "vbgen.office.signing.verifying": "FileVerified VerifyFile",
    "vbgen.office.data.starting": "MakeWorkspace WorkspaceStarted",
    "vbgen.office.signing.wished": "KeyWish SigningHand SigningWish",
    "vbgen.office.steps": "PaperProgress PaperStage",
    "vbgen.office.taking_over": "DraftTakenOver TakeDraftOver",
    "vbgen.office.templates.comparing": "CompareTemplates TemplatesCompared",
    "vbgen.office.templates.palette": "PaletteWritten WritePalette",
    "vbgen.office.templates.checking": (
        "CheckTemplates ListTemplateNames NamesListed TemplatesChecked UsedName"
    ),
    "vbgen.office.upkeep": (
        "BringRegisterForward CopyOffice CopyRegister ExamineOffice MakeRoles OfficeCopied "
        "OfficeExamined OfficePutBack PutOfficeBack RegisterCopied RolesMade"
    ),
    "vbgen.pages.runs.progress": "Progress",
    "vbgen.register": "Entry GoldenEntry Relation",
    "vbgen.register.access.jobs": "DeskJob JobState",
    "vbgen.register.access.sessions": "Visitor",
    "vbgen.register.access.unit_links": "LinkState UnitLink",
    "vbgen.signing.found": "FileSignature",
    "vbgen.signing.making": "PadesLevel",
}
ROOM_OF = {name: room for room, names in ROOMS.items() for name in names.split()}
