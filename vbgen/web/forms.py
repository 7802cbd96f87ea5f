"""A form that a browser sends, read within bounds; what was typed stays where its files are beyond them."""

from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import Message

from vbgen.errors import Problem
from vbgen.messages import _

_MOST_FIELDS = 5_000
_MOST_FILES = 1_000  # that are read at all; how many a room takes at once, it says itself
_READ_ON = 10  # times as much is read and let go, so that the browser waits for the answer
_MB = 1_000_000
_TOO_LARGE, _NOT_READ = 413, 400


@dataclass(frozen=True, slots=True)
class SentForm:
    """What a form said; `refused` is the status of a form of which nothing but what was typed is there."""

    said: FormData = field(default_factory=FormData)
    refused: int = 0
    most_bytes: int = 0

    def problem(self) -> Problem:
        """Why nothing is done with it, and what to do instead; in the reader's language."""
        if self.refused == _TOO_LARGE:
            message = _(
                "Tệp và biểu mẫu gửi lên lớn hơn {most} MB nên chưa được nhận.",
                most=max(1, self.most_bytes // _MB),
            )
            hint = _("Hãy gửi ít tệp hơn mỗi lần, hoặc giảm cỡ ảnh trong tệp rồi chọn lại tệp.")
            return Problem("form-too-large", message, hint=hint)
        message = _(
            "Biểu mẫu chưa đọc được: gửi chưa hết, hoặc có hơn {files} tệp hay {fields} ô.",
            files=_MOST_FILES,
            fields=_MOST_FIELDS,
        )
        hint = _("Hãy quay lại trang trước, gửi ít hơn mỗi lần.")
        return Problem("form-not-read", message, hint=hint)


async def read_form(request: Request, most_bytes: int) -> SentForm:
    """The form, files among it; one that is too large, has too much in it or is none is told as such."""
    counted = _Counted(request, most_bytes)
    try:
        said, refused = await _parsed(request, counted), _TOO_LARGE if counted.is_over else 0
    except (MultiPartException, HTTPException):
        said, refused = FormData(), _NOT_READ
    except _BeyondError:
        said, refused = FormData(), _TOO_LARGE
    if refused:
        await said.close()
        await counted.let_go()
        said = FormData([pair for pair in said.multi_items() if isinstance(pair[1], str)])
    return SentForm(said, refused, most_bytes)


async def _parsed(request: Request, counted: "_Counted") -> FormData:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _TypedKept(request.headers, counted).parse()
    counted.reads_on = False
    plain = Request(request.scope, counted.receive)
    return await plain.form(max_fields=_MOST_FIELDS, max_part_size=counted.most)


class _BeyondError(Exception):
    """More than is read at all."""


class _Counted:
    """What a browser sends, counted."""

    def __init__(self, request: Request, most: int) -> None:
        self.most, self.read, self.reads_on = most, 0, True
        self._receive, self._is_whole = request.receive, False
        self._request = Request(request.scope, self.receive)

    @property
    def is_over(self) -> bool:
        """Whether more came than the form may bring along."""
        return self.read > self.most

    def stream(self) -> AsyncGenerator[bytes, None]:
        """The body."""
        return self._request.stream()

    async def receive(self) -> Message:
        """A part of it; _BeyondError where enough was read."""
        message = await self._receive()
        self.read += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        if self.read > self.most * (_READ_ON if self.reads_on else 1):
            raise _BeyondError
        return message

    async def let_go(self) -> None:
        """The rest, within bounds: a browser shows no answer before it has sent all."""
        with suppress(_BeyondError):
            self.reads_on = True
            while not self._is_whole:
                await self.receive()


class _TypedKept(MultiPartParser):
    """Lets go of what files hold once the form is too large; what is typed behind them is read all the same."""

    def __init__(self, headers: Headers, counted: _Counted) -> None:
        bounds = {"max_files": _MOST_FILES, "max_fields": _MOST_FIELDS}
        super().__init__(headers, counted.stream(), **bounds, max_part_size=counted.most)
        self._counted, self._typed = counted, 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        """Some bytes of a field or a file."""
        is_typed = self._current_part.file is None
        self._typed += (end - start) * is_typed
        if self._typed > self._counted.most:
            raise _BeyondError
        if is_typed or not self._counted.is_over:
            super().on_part_data(data, start, end)
