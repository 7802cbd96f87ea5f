"""One request at the desk: who asks, what the form says, and the page that answers."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from vbgen.errors import VbgenError
from vbgen.messages import LANGUAGES, _, current_language
from vbgen.office import AnswerT, FindCampaignState, Office, RegisterPart, Visitor
from vbgen.office import Request as OfficeRequest
from vbgen.web import tokens
from vbgen.web.doors import RoomDoor, doors
from vbgen.web.forms import SentForm
from vbgen.web.guards import NAMED_BY_PROXY
from vbgen.web.helping.guides import guides
from vbgen.web.helping.topics import topic_of
from vbgen.web.roles import DeskAct, may
from vbgen.web.site import Site
from vbgen.web.wording import told
from vbgen.words.ranges import count_in

if TYPE_CHECKING:
    from concurrent.futures import Future

LANGUAGE_COOKIE = "vbgen-language"
_YEAR_S = 365 * 24 * 3600
_NOBODY = Visitor("", "", frozenset())


@dataclass(slots=True)
class Visit:
    """A request, and all that answers it."""

    site: Site
    request: Request
    session: str  # its token; empty without one
    sent: SentForm = field(default_factory=SentForm)
    visitor: Visitor = _NOBODY
    nonce: str = field(default_factory=lambda: token_urlsafe(16))
    is_new_session: bool = False  # the browser does not know it yet
    _closing: ExitStack = field(default_factory=ExitStack)
    _looked: Office | None = None
    _states: dict[tuple[str, RegisterPart], str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Site, request: Request) -> "Visit":
        """The visit that a request makes; whose it is the register tells later."""
        cookie = request.cookies.get(site.cookie, "")
        return cls(site, request, tokens.session_in(site.key, cookie))

    @property
    def form(self) -> FormData:
        """What the form that was sent said."""
        return self.sent.said

    @property
    def is_known(self) -> bool:
        """Whether somebody is here."""
        return self.visitor is not _NOBODY

    @property
    def named_by_proxy(self) -> str:
        """The account that the web server before the desk has let in; empty where it names none."""
        return str(self.request.scope.get(NAMED_BY_PROXY, ""))

    @property
    def address(self) -> str:
        """The machine that asks, as far as the desk can know."""
        return self.request.client.host if self.request.client else ""

    @property
    def language(self) -> str:
        """The reader's language: chosen here, or the desk's."""
        chosen = self.request.cookies.get(LANGUAGE_COOKIE, "")
        return chosen if chosen in LANGUAGES else self.site.language

    @property
    def form_token(self) -> str:
        """What each form of this session carries."""
        return tokens.form_token(self.site.key, self.session)

    @property
    def rooms(self) -> list[RoomDoor]:
        """The rooms that who asks may come into."""
        return [door for door in doors() if self.may(door.act)]

    @property
    def room(self) -> str:
        """The address of the room that this page stands in."""
        path = self.request.url.path
        inside = [door.address for door in self.rooms if _is_within(path, door.address)]
        return max(inside, key=len, default="")

    @property
    def topic(self) -> str:
        """The heading under which the guide tells of this page; empty where it does not."""
        return topic_of(self.request.url.path)

    @property
    def guide(self) -> Markup:
        """What the guide tells of this page, in the reader's language."""
        return guides().part(self.topic, current_language())

    def may(self, act: str) -> bool:
        """Whether who asks may do that."""
        return may(self.visitor.roles, DeskAct(act))

    @contextmanager
    def looking(self) -> Iterator[Office]:
        """The office, opened for looking: once for the whole visit, which takes longer than most questions."""
        if self._looked is None:
            self._looked = self._closing.enter_context(self.site.looking())
        yield self._looked

    def end(self) -> None:
        """Let go of the office."""
        self._looked = None
        self._closing.close()

    @contextmanager
    def acting(self) -> Iterator[Office]:
        """The office, opened for acting, by who asks."""
        try:
            with self.site.acting(self.visitor.who) as office:
                yield office
        finally:
            self._states.clear()

    def seen(self, campaign: str, request: OfficeRequest[AnswerT]) -> AnswerT:
        """The answer to a request about a campaign, made beside the server and kept while nothing has changed."""
        return self.site.kept.seen(self._state(campaign, request), request, self.asked)

    def begun(self, campaign: str, request: OfficeRequest[AnswerT]) -> "Future[AnswerT]":
        """The same answer, made meanwhile."""
        return self.site.kept.begun(self._state(campaign, request), request, self.asked)

    def _state(self, campaign: str, request: OfficeRequest[Any]) -> str:
        """What the answer comes from, looked at once for a page, and anew after an act."""
        key = campaign, request.reads_register
        if key not in self._states:
            with self.looking() as office:
                self._states[key] = office.do(FindCampaignState(*key)).digest
        return self._states[key]

    def asked(self, request: OfficeRequest[AnswerT]) -> AnswerT:
        """The answer to a request that drafts or draws, made in a process beside the server."""
        return self.site.workroom.ask(request, self.visitor.who)

    def foreseen(self, request: OfficeRequest[AnswerT]) -> None:
        """Have that begun which the next page will ask for."""
        self.site.workroom.foresee(request, self.visitor.who)

    def done(self, request: OfficeRequest[AnswerT]) -> AnswerT:
        """The answer to a request that acts and takes its time, made there too, while other pages go on."""
        try:
            return self.site.workroom.do(request, self.visitor.who)
        finally:
            self._states.clear()

    def word(self, name: str, default: str = "") -> str:
        """A value of the form, or of the address."""
        value = self.form.get(name, self.request.query_params.get(name, default))
        return value.strip() if isinstance(value, str) else default

    def count(self, name: str) -> int:
        """A number of the form, or of the address; 0 for what is none."""
        return count_in(self.word(name))

    def secret(self, name: str) -> str:
        """A password of the form, never of the address, as it was typed."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) else ""

    def words(self, name: str) -> list[str]:
        """Every value of that name in the form."""
        return [value for value in self.form.getlist(name) if isinstance(value, str)]

    def files(self, name: str) -> list[UploadFile]:
        """Every file that the form brought along under that name."""
        sent = self.form.getlist(name)
        return [each for each in sent if isinstance(each, UploadFile) and each.filename]

    def file(self, name: str) -> UploadFile | None:
        """A file that the form brought along."""
        found = self.form.get(name)
        return found if isinstance(found, UploadFile) and found.filename else None

    def part(self, name: str) -> str:
        """A part of the address: `{campaign}`."""
        return str(self.request.path_params[name])

    def page(
        self,
        template: str,
        values: Mapping[str, object] | None = None,
        /,
        *,
        status: int = 200,
        **more: object,
    ) -> HTMLResponse:
        """The page that a template makes of those values."""
        shown = self.site.templates.get_template(template).render(
            visit=self,
            _=_,
            told=lambda problems, here="": told(problems, here or self.request.url.path),
            hx=self._hx,
            language=current_language(),
            **(values or {}),
            **more,
        )
        return HTMLResponse(shown, status)

    def refused(
        self, fault: VbgenError, template: str = "refused.html", **values: object
    ) -> HTMLResponse:
        """A page that shows what the office refused, with every problem and way out."""
        problems = fault.as_problems()
        is_said = any(problem.message == fault.message for problem in problems)
        shown = {"message": "" if is_said else fault.message, "problems": problems}
        return self.page(template, {**shown, **values}, status=422)

    def onward(self, path: str, **query: object) -> Response:
        """Go on at another page of the desk; a reload does not ask for the act again."""
        asked = urlencode({name: str(value) for name, value in query.items()})
        return RedirectResponse(f"{path}?{asked}" if asked else path, 303)

    def _hx(self, **attributes: str) -> Markup:
        """What tells htmx to fetch a part of a page; without scripts the element works all the same."""
        given = {"nonce": self.nonce, **attributes}
        said = [
            Markup('hx-{}="{}"').format(name.replace("_", "-"), value)
            for name, value in given.items()
        ]
        return Markup(" ").join(said)


def _is_within(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(f"{address}/"))


def cookie_of(site: Site, session: str) -> dict[str, object]:
    """How the session's cookie is set."""
    return {
        "key": site.cookie,
        "value": tokens.signed(site.key, session),
        "httponly": True,
        "samesite": "lax",
        "secure": site.is_secure,
        "path": "/",
    }


def kept_for_long(site: Site, name: str, value: str) -> dict[str, object]:
    """How a choice of this browser's reader is set: it tells nobody who they are."""
    return {
        "key": name,
        "value": value,
        "max_age": _YEAR_S,
        "httponly": True,
        "samesite": "lax",
        "secure": site.is_secure,
    }
