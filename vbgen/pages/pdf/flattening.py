"""What annotations show, drawn into the pages: for printers, which lay pages anew and leave annotations behind."""

from io import BytesIO

from vbgen.pages.pdf.document import unreadable


def flattened(content: bytes) -> bytes:
    """The pages as they are to be printed; a copy, in which no signature can be checked any more."""
    import pikepdf

    with BytesIO() as target:
        try:
            with pikepdf.open(BytesIO(content)) as opened:
                opened.flatten_annotations("print")
                opened.save(target, deterministic_id=True)
        except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
            raise unreadable(fault) from fault
        return target.getvalue()
