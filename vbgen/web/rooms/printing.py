"""Print: certificates chosen and put in order, seen on the stock, sent to a printer or made a file; printed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, UsageError, VbgenError
from vbgen.office import (
    CampaignSeen,
    CertificateSheet,
    CertificatesSeen,
    DrawStockPages,
    FindCampaign,
    FindPrinters,
    ListCampaigns,
    ListStocks,
    PlannedPaper,
    SeeCampaign,
    SeeCertificates,
    ShowLife,
    TakePrint,
)
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id, own_job
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.printing import PrintWish, refuse_strange_printer
from vbgen.web.visit import Visit

_ROWS = 200


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the page of one lot of certificates is about."""

    seen: CampaignSeen
    paper: PlannedPaper
    wish: PrintWish

    @classmethod
    def of(cls, visit: Visit) -> "_Chosen":
        """As address and form say; HTTPException for what is no certificate."""
        seen = visit.seen(visit.part("campaign"), SeeCampaign(visit.part("campaign")))
        paper = seen.paper(visit.part("paper"))
        if paper is None or not paper.page_filling:
            raise HTTPException(404)
        return cls(seen, paper, PrintWish.of(visit, seen.folder, paper))

    @property
    def values(self) -> Mapping[str, object]:
        """For the page."""
        return {"seen": self.seen, "paper": self.paper, "wish": self.wish}


def _lots(visit: Visit) -> Response:
    """Every lot of certificates that there is, campaign by campaign."""
    with visit.looking() as office:
        names = office.do(ListCampaigns()).names
    found = [visit.seen(name, SeeCampaign(name)) for name in names]
    lots = [(seen, [each for each in seen.papers if each.page_filling]) for seen in found]
    return visit.page("print.html", lots=[(seen, papers) for seen, papers in lots if papers])


def _certificates(visit: Visit) -> Response:
    return _shown(visit, _Chosen.of(visit))


def _shown(visit: Visit, chosen: _Chosen, problems: Sequence[Problem] = ()) -> Response:
    """The certificates to choose from; with `see` how the chosen ones will lie on the stock."""
    which = chosen.wish.which(_folder(visit, chosen))
    with visit.looking() as office:
        stocks = office.do(ListStocks()).stocks
    shown = {**chosen.values, "stocks": stocks, "job": new_job_id(), "drawn": None}
    try:
        seen = visit.seen(chosen.seen.folder, SeeCertificates(which))
        shown |= _rows(visit, seen)
        if visit.word("see"):
            drawn = visit.seen(chosen.seen.folder, DrawStockPages(which))
            with visit.looking() as office:
                shown |= {"drawn": drawn, "printers": office.do(FindPrinters()).names}
    except VbgenError as fault:
        problems = (*problems, *fault.as_problems())
    status = 422 if problems else 200
    return visit.page(
        "print_lot.html", {"certificates": None, **shown}, status=status, problems=problems
    )


def _rows(visit: Visit, seen: CertificatesSeen) -> dict[str, object]:
    """The rows that fit what is looked for, as many as a page bears; those that are chosen and not shown."""
    words = visit.word("words")
    fitting = [leaf for leaf in seen.leaves if _fits(leaf, words)]
    return {
        "certificates": seen,
        "words": words,
        "rows": fitting[:_ROWS],
        "more": len(fitting) - _ROWS,
    }


def _fits(leaf: CertificateSheet, words: str) -> bool:
    from vbgen.words.names import fold

    return all(word in fold(leaf.name) for word in fold(words).split())


def _print(visit: Visit) -> Response:
    """The job: asked for twice it is one."""
    chosen = _Chosen.of(visit)
    if chosen.wish.printer or visit.word("where") == "printer":
        try:
            with visit.looking() as office:
                known = office.do(FindPrinters()).names
            refuse_strange_printer(visit, chosen.wish.printer, known)
        except VbgenError as fault:
            return _shown(visit, chosen, fault.as_problems())
    return asked_job(visit, "print", chosen.wish.as_asked())


def _folder(visit: Visit, chosen: _Chosen) -> Path:
    with visit.looking() as office:
        return office.do(FindCampaign(chosen.seen.folder)).folder


def _again(visit: Visit) -> Response:
    """From an issued decision, or one of its certificates, to where it is printed."""
    with visit.looking() as office:
        life = office.do(ShowLife(visit.part("document")))
    try:
        seen = visit.seen(life.entry.campaign, SeeCampaign(life.entry.campaign))
    except UsageError:
        return visit.onward("/print")
    kept = {file.name for file in life.files}
    for paper in seen.papers:
        name = paper.stem.removesuffix(f"-phase-{paper.phase}")
        if paper.page_filling and paper.phase == life.entry.phase and f"{name}.docx" in kept:
            path = f"/print/{quote(seen.folder)}/{quote(paper.stem)}"
            leaf = {"leaf": visit.word("leaf")} if visit.word("leaf") else {}
            return visit.onward(path, decision=life.entry.code, **leaf)
    return visit.onward("/print")


def _file(visit: Visit) -> Response:
    """The print file of a job of one's own."""
    job = own_job(visit)
    with visit.looking() as office:
        content = office.do(TakePrint(job.id)).content
    kind = str(job.asked.get("kind", "")).strip("/").replace("/", ".")
    return sent_file(f"{kind}-{job.asked.get('stock', '')}.pdf", content)


ROUTES = (
    DeskRoute("GET", "/print", DeskAct.PRINT, _lots),
    DeskRoute("GET", "/register/{document}/print", DeskAct.PRINT, _again),
    DeskRoute("GET", "/print/{campaign}/{paper}", DeskAct.PRINT, _certificates),
    DeskRoute("POST", "/print/{campaign}/{paper}", DeskAct.PRINT, _print),
    DeskRoute("GET", "/jobs/{id}/print", DeskAct.PRINT, _file),
)
