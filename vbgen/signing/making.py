"""A signature appended to a PDF file: by a key, with a look on a page, at a level of PAdES."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _
from vbgen.signing.contexts import context_now
from vbgen.signing.found import Box
from vbgen.signing.keys import OpenedKey
from vbgen.signing.opening import readable
from vbgen.signing.remote import RemoteHashes, all_together
from vbgen.signing.trust import TrustStore

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSigner
    from pyhanko.sign.timestamps import TimeStamper

_DIGEST: Final = "sha256"
_PATIENCE_S: Final = 20


class PadesLevel(StrEnum):
    """How long a signature can be believed (ETSI EN 319 142-1)."""

    BASIC = "b-b"  # while the certificate holds
    TIMED = "b-t"  # with a time that others prove
    LONG = "b-lt"  # with what its check needs
    ARCHIVED = "b-lta"  # and a time stamp over all of it


@dataclass(frozen=True, slots=True)
class SignatureLook:
    """What is to be seen of a signature: a picture, or a drawing, in a box of a page."""

    page: int  # from 0
    box: Box  # from the page's upper left corner
    page_height: float
    picture: bytes = b""  # PNG
    drawing: bytes = b""  # as a PDF page draws, in the box's own measure


@dataclass(frozen=True, slots=True)
class SignatureWish:
    """Everything about a signature but its key."""

    name: str  # of its field
    trust: TrustStore
    now: datetime
    look: SignatureLook | None = None
    level: PadesLevel = PadesLevel.BASIC
    time_server: str = field(default="")  # address of a time stamper (RFC 3161)


def add_signature(content: bytes, key: OpenedKey, wish: SignatureWish) -> bytes:
    """The content with one more signature behind it; not a byte of it is changed.

    OutsideProgramError where token, time stamper or issuer do not answer.
    """
    signer, writer = _prepared(content, key, wish)
    with in_clerks_words():
        made: bytes = signer.sign_pdf(writer).getvalue()
    return made


def add_signatures(
    files: Sequence[tuple[bytes, SignatureWish]], key: OpenedKey
) -> list[bytes | BaseException]:
    """Each content with one more signature, or why it has none; a service signs the hashes of all by one call."""
    waiting: RemoteHashes = key.signer.waiting  # type: ignore[attr-defined]  # of a service's key
    return all_together(waiting, [_added(content, key, wish) for content, wish in files])


async def _added(content: bytes, key: OpenedKey, wish: SignatureWish) -> bytes:
    signer, writer = _prepared(content, key, wish)
    with in_clerks_words():
        made: bytes = (await signer.async_sign_pdf(writer)).getvalue()
    return made


def _prepared(
    content: bytes, key: OpenedKey, wish: SignatureWish
) -> tuple["PdfSigner", "IncrementalPdfFileWriter"]:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSigner

    with readable():
        writer = IncrementalPdfFileWriter(BytesIO(content))
        name = _free_name(writer, wish.name)
        _add_field(writer, name, wish.look)
    signer = PdfSigner(
        _metadata(name, wish),
        signer=key.signer,
        timestamper=_time_stamper(wish),
        stamp_style=_style(wish.look),
    )
    return signer, writer


def _metadata(name: str, wish: SignatureWish) -> Any:  # noqa: ANN401 - the library's own
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata

    is_long = wish.level in {PadesLevel.LONG, PadesLevel.ARCHIVED}
    return PdfSignatureMetadata(
        field_name=name,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=is_long,
        use_pades_lta=wish.level is PadesLevel.ARCHIVED,
        validation_context=context_now(wish.trust, wish.now) if is_long else None,
        signer_key_usage={"non_repudiation", "digital_signature"},
    )


def _time_stamper(wish: SignatureWish) -> "TimeStamper | None":
    from pyhanko.sign.timestamps import HTTPTimeStamper

    if wish.level is PadesLevel.BASIC:
        return None
    if not wish.time_server:
        message = _("Mức ký này cần máy chủ cấp dấu thời gian; chưa khai địa chỉ.")
        hint = _(
            "Nhờ quản trị khai địa chỉ máy chủ đó (time_server, mục [signing] của vbgen.toml), hoặc ký ở mức b-b."
        )
        raise OutsideProgramError(message, (Problem("no-time-server", message, hint=hint),))
    return HTTPTimeStamper(wish.time_server, timeout=_PATIENCE_S)


def _free_name(writer: "IncrementalPdfFileWriter", name: str) -> str:
    known = {str(one.field_name) for one in writer.prev.embedded_signatures}
    names = (name, *(f"{name}{number}" for number in range(2, 100)))
    return next(each for each in names if each not in known)


def _add_field(writer: "IncrementalPdfFileWriter", name: str, look: SignatureLook | None) -> None:
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    if look is None:
        append_signature_field(writer, SigFieldSpec(name))
        return
    left, top, right, bottom = look.box
    corners = (left, look.page_height - bottom, right, look.page_height - top)
    box = tuple(round(side) for side in corners)
    append_signature_field(writer, SigFieldSpec(name, on_page=look.page, box=box))  # type: ignore[arg-type]


def _style(look: SignatureLook | None) -> Any:  # noqa: ANN401 - the library's own
    """A picture or drawing and nothing else: text of the library's own would break PDF/A."""
    from pyhanko.pdf_utils.content import RawContent
    from pyhanko.pdf_utils.images import PdfImage
    from pyhanko.pdf_utils.layout import (
        AxisAlignment,
        BoxConstraints,
        InnerScaling,
        Margins,
        SimpleBoxLayoutRule,
    )
    from pyhanko.stamp import StaticStampStyle

    if look is None:
        return None
    left, top, right, bottom = look.box
    if look.drawing:
        box = BoxConstraints(width=right - left, height=bottom - top)
        background: Any = RawContent(look.drawing, box=box)
    else:
        background = PdfImage(_picture(look.picture))
    layout = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins(0, 0, 0, 0),
        inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
    )
    return StaticStampStyle(
        background=background, background_opacity=1, border_width=0, background_layout=layout
    )


@contextmanager
def in_clerks_words() -> Iterator[None]:
    """What token, time stamper or issuer answer, in a clerk's words."""
    from aiohttp import ClientError
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.timestamps import TimestampRequestError
    from pyhanko_certvalidator.errors import PathError, ValidationError

    try:
        yield
    except (TimestampRequestError, ClientError, TimeoutError) as fault:
        message = _("Máy chủ cấp dấu thời gian không trả lời được; chưa ký.")
        raise OutsideProgramError(message, (Problem("time-server", message),)) from fault
    except (SigningError, PathError, ValidationError) as fault:
        message = _(
            "Thiết bị hoặc khóa không ký được, hoặc chứng thư chưa kiểm tra đủ để ký ở mức này."
        )
        raise OutsideProgramError(message, (Problem("not-signed", message),)) from fault


def _picture(content: bytes) -> Any:  # noqa: ANN401 - Pillow's own
    from PIL import Image

    return Image.open(BytesIO(content)).convert("RGBA")
