"""A campaign's papers: which there are, and each as it will be, page by page, with what is wrong about it beside."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError, VbgenError
from vbgen.messages import _
from vbgen.office import (
    DraftSeen,
    DrawPage,
    DrawPages,
    FindDrawn,
    JudgeDraft,
    PlannedPaper,
    SeeCampaign,
    SeeDraft,
    TakeBodyBack,
    TraceDraft,
    WarmConverterUp,
)
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.issuing import wanted_paper
from vbgen.web.rooms.jobs import new_job_id
from vbgen.web.routing import DeskRoute
from vbgen.web.showing.traces import TracedPages
from vbgen.web.visit import Visit
from vbgen.web.wording import in_order
from vbgen.words.ranges import count_in

_LARGEST_BODY = 32_000_000  # bytes of a form with a Word file


def _campaign(visit: Visit) -> Response:
    seen = visit.seen(visit.part("campaign"), SeeCampaign(visit.part("campaign")))
    visit.foreseen(WarmConverterUp())
    return visit.page("campaign.html", seen=seen, problems=seen.problems)


def _paper(visit: Visit) -> Response:
    """The paper's pages; the office's refusal where it cannot be drafted, or is not the path's."""
    draft, paper = _draft(visit)
    judged = visit.begun(visit.part("campaign"), JudgeDraft(paper.stem, draft.docx))
    pages, problems = _drawn(visit, draft)
    shown = {"seen": draft, "paper": paper, "draft": draft, "job": new_job_id(), "traced": None}
    told = (*problems, *draft.problems, *judged.result().problems)
    return visit.page("paper.html", shown, pages=pages, problems=told)


def _drawn(visit: Visit, draft: DraftSeen) -> tuple[int, tuple[Problem, ...]]:
    """How many pages it has, or why there are none; those that are made already are counted once."""
    wanted = DrawPages(draft.docx)
    with visit.looking() as office:
        is_made = office.do(FindDrawn(draft.key)).is_made
    try:
        found = visit.seen(visit.part("campaign"), wanted) if is_made else visit.asked(wanted)
    except VbgenError as fault:
        return 0, fault.as_problems()
    if not is_made:
        visit.foreseen(DrawPage(draft.key, 1))
    return found.pages, ()


def _cells(visit: Visit) -> Response:
    """The pages, each word of data on them a link to its cell; htmx asks for the pages alone."""
    campaign, name = visit.part("campaign"), visit.part("paper")
    draft, paper = _draft(visit)
    judged = visit.seen(campaign, JudgeDraft(paper.stem, draft.docx))
    problems = tuple(in_order((*draft.problems, *judged.problems)))
    traced = visit.seen(campaign, TraceDraft(campaign, name, problems))
    shown = {
        "seen": draft,
        "paper": paper,
        "draft": draft,
        "job": new_job_id(),
        "pages": len(traced.sizes),
        "problems": problems,
        "traced": TracedPages.of(traced, campaign, visit.word("sheet"), visit.word("cell")),
    }
    is_part = visit.request.headers.get("hx-request")
    return visit.page("paper_pages.html" if is_part else "paper.html", shown)


def _draft(visit: Visit) -> tuple[DraftSeen, PlannedPaper]:
    """The draft and its paper; HTTPException where it is none of the campaign's."""
    campaign = visit.part("campaign")
    draft = visit.seen(campaign, SeeDraft(campaign, visit.part("paper")))
    if draft.paper is None:
        raise HTTPException(404)
    return draft, draft.paper


def _picture(visit: Visit) -> Response:
    """A page; it never changes, for its address holds the draft's hash."""
    key, page = visit.part("key"), count_in(visit.part("page"))
    with visit.looking() as office:
        picture = office.do(FindDrawn(key, page)).picture
    picture = picture or visit.asked(DrawPage(key, page)).picture
    kept = {"Cache-Control": "private, max-age=86400, immutable"}
    return Response(picture, media_type="image/png", headers=kept)


def _word(visit: Visit) -> Response:
    """The draft, to be opened in Word."""
    draft, paper = _draft(visit)
    return sent_file(f"{paper.stem}.docx", draft.docx)


def _take_back(visit: Visit) -> Response:
    """What was corrected in Word is the paper's body from now on; what it changed is told."""
    seen, paper = wanted_paper(visit)
    if (sent := visit.file("body")) is None:
        message = _("Chưa chọn tệp Word.")
        raise ProblemsFoundError(message, (Problem("no-file", message),))
    content = sent.file.read()
    taken = visit.done(TakeBodyBack(seen.folder, paper.alone, paper.phase, content))
    return visit.page("taken_back.html", {"seen": seen, "paper": paper}, problems=taken.problems)


ROUTES = (
    DeskRoute(
        "POST",
        "/campaigns/{campaign}/papers/{paper}/body",
        DeskAct.CHANGE_DATA,
        _take_back,
        most_bytes=_LARGEST_BODY,
    ),
    DeskRoute("GET", "/campaigns/{campaign}", DeskAct.SEE_DATA, _campaign),
    DeskRoute("GET", "/campaigns/{campaign}/papers/{paper}", DeskAct.SEE_DATA, _paper),
    DeskRoute("GET", "/campaigns/{campaign}/papers/{paper}/cells", DeskAct.SEE_DATA, _cells),
    DeskRoute("GET", "/campaigns/{campaign}/papers/{paper}/word", DeskAct.SEE_DATA, _word),
    DeskRoute("GET", "/pictures/{key}/{page}", DeskAct.SEE_DATA, _picture),
)
