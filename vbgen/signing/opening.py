"""PDF files of others, opened within bounds, for what their signatures say."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.errors import UnreadableFileError
from vbgen.messages import _

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

MOST_BYTES = 256 * 1024**2  # of a signed PDF file
MOST_SIGNATURES = 32
_LOGGERS = ("pyhanko", "pyhanko_certvalidator")


def opened(content: bytes) -> "PdfFileReader":
    """The file, to be read; UnreadableFileError for what is no PDF file, is encrypted or has too many signatures."""
    quieten()
    with readable():
        reader = _reader(content)
        if reader.encrypted:
            raise UnreadableFileError(_("Tệp PDF có mật khẩu nên không kiểm tra chữ ký số được."))
        if len(reader.embedded_signatures) > MOST_SIGNATURES:
            message = _("Tệp PDF có quá nhiều chữ ký số (trên {most}).", most=MOST_SIGNATURES)
            raise UnreadableFileError(message)
        return reader


def _reader(content: bytes) -> "PdfFileReader":
    """Strict where there are signatures to judge; many a printer's or scanner's own files are careless and whole."""
    from pyhanko.pdf_utils.misc import PdfStrictReadError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        return PdfFileReader(BytesIO(content))
    except PdfStrictReadError:
        careless = PdfFileReader(BytesIO(content), strict=False)
        if careless.embedded_signatures:
            raise
        return careless


@contextmanager
def readable() -> Iterator[None]:
    """Whatever a damaged file does to the library that reads it is UnreadableFileError."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation.errors import ValidationInfoReadingError

    damaged = (
        PdfError,
        ValidationInfoReadingError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        NotImplementedError,
        RecursionError,
        EOFError,
        AssertionError,
    )
    try:
        yield
    except damaged as fault:
        raise UnreadableFileError(_("Tệp PDF hỏng hoặc không phải tệp PDF.")) from fault


def quieten() -> None:
    """What the libraries note for themselves is told by our own problems; none of it goes to the terminal."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
