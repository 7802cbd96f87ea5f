"""The signing tool on the signer's own computer: what it is asked, the file fetched, the signed one brought.

The words are those of VGCA Sign Service, as pages of other agencies speak them; the tool itself was never at hand.
"""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from vbgen.errors import VbgenError
from vbgen.messages import _, current_language, use_language
from vbgen.office import PaperInSigning, ShowSigning, SigningHand, TakeFile
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.signatures.signing import kept_sentence, taken_back
from vbgen.web.rooms.signatures.uploads import MOST_PDF_BYTES
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.signing_tool import TOOL_ADDRESS, TOOL_PATHS, HandedFile
from vbgen.web.visit import Visit

_CALLS = {SigningHand.LEADER: "SignApproved", SigningHand.AGENCY: "SignIssued"}
_FIELD = "uploadfile"  # of the form by which the tool brings a file


def _ask(visit: Visit) -> Response:
    """What the page tells the tool: two one-time addresses, and for the agency the number and day of the paper."""
    with visit.looking() as office:
        paper = office.do(ShowSigning(visit.part("id")))
    hand, name = visit.word("hand"), visit.word("name")
    known = {file.name: file.signed_name or file.name for file in paper.files}
    if name not in known or hand not in set(SigningHand):
        raise HTTPException(400)
    site, document = visit.site, paper.entry.id
    who, now = visit.visitor.who, site.clock()
    fetch, bring, ticket = site.handed.hand(document, known[name], who, current_language(), now)
    message = {
        "FileUploadHandler": f"{site.origin}{TOOL_PATHS}{bring}",
        "SessionId": "",
        "JWTToken": "",
        "FileName": f"{site.origin}{TOOL_PATHS}{fetch}/{quote(name)}",
        "MetaData": [],
        **(_number(paper) if hand == SigningHand.AGENCY else {}),
    }
    onward = f"/signing/{quote(document)}?handed={ticket}"
    call = f"{TOOL_ADDRESS}/{_CALLS[SigningHand(hand)]}"
    return JSONResponse({"call": call, "message": message, "onward": onward})


def _number(paper: PaperInSigning) -> dict[str, str]:
    """Those that the page already bears."""
    entry = paper.entry
    return {"DocNumber": entry.code, "IssuedDate": f"{entry.day.isoformat()}T00:00:00+07:00"}


def _fetch(visit: Visit) -> Response:
    """The file, once; whoever has the address may have it."""
    file = visit.site.handed.fetch(visit.part("token"), visit.site.clock())
    if file is None:
        raise HTTPException(404)
    with visit.looking() as office:
        taken = office.do(TakeFile(file.document, file.name))
    return Response(taken.content, media_type="application/pdf")


def _bring(visit: Visit) -> Response:
    """The signed file, once: proved and kept, or refused with every reason; the tool is told in its own words."""
    file = visit.site.handed.bring(visit.part("token"), visit.site.clock())
    if file is None:
        raise HTTPException(404)
    use_language(file.language)
    said, message = _kept(visit, file)
    told = {"Status": bool(said), "Message": message, "FileName": said, "FileServer": ""}
    return JSONResponse(told)


def _kept(visit: Visit, file: HandedFile) -> tuple[str, str]:
    """Name of the file that was kept, or why none was."""
    brought = visit.file(_FIELD)
    if brought is None:
        return "", _("Công cụ ký không gửi tệp nào.")
    try:
        kept = taken_back(visit, file.document, brought, file.who)
    except VbgenError as fault:
        visit.site.handed.tell(file, problems=fault.as_problems())
        return "", fault.message
    visit.site.handed.tell(file, kept_sentence(kept), kept.problems)
    return kept.name, ""


def _awaits(visit: Visit) -> bool:
    """Nothing is read from somebody who has no address of ours."""
    return visit.site.handed.awaits(visit.part("token"), visit.site.clock())


ROUTES = (
    DeskRoute("POST", "/signing/{id}/tool", DeskAct.SIGN, _ask),
    DeskRoute("GET", TOOL_PATHS + "{token}/{name}", DeskAct.COME_IN, _fetch),
    DeskRoute("POST", TOOL_PATHS + "{token}", DeskAct.COME_IN, _bring, MOST_PDF_BYTES, _awaits),
)
