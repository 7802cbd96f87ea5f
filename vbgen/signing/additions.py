"""What may be added to a PDF file after it was issued: signatures, and stamps of an agency's tool."""

from vbgen.signing.nodes import PdfNode, inside

_ACTING = frozenset({"/A", "/AA", "/JS", "/OpenAction"})
_STAMPS = frozenset({"/FreeText", "/Stamp"})


def is_signature_field(one: PdfNode) -> bool:
    """Whether a form field is a signature that was made."""
    return inside(one, "/FT") == "/Sig" and not _acts(one) and _is_signed(one)


def kind_of_note(one: PdfNode) -> bool | None:
    """True for a signature's place on a page, False for a stamp, None for any other note.

    A note without a look of its own is no stamp: programs would draw it as they like.
    """
    if _acts(one):
        return None
    kind = inside(one, "/FT") or inside(one, "/Parent", "/FT")
    if inside(one, "/Subtype") == "/Widget" and kind == "/Sig":
        return _is_signed(one) or None
    return False if inside(one, "/Subtype") in _STAMPS and "/AP" in one else None


def _is_signed(one: PdfNode) -> bool:
    """Whether a field has its signature, or shows nothing: a picture without a signature would be taken for one."""
    return "/V" in one or inside(one, "/Parent", "/V") is not None or "/AP" not in one


def _acts(one: PdfNode) -> bool:
    return bool(_ACTING & {*one})
