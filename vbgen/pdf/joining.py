"""PDF files put together behind one another, for the printer."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.messages import _


def join_pdfs(parts: Iterable[bytes], target: Path) -> int:
    """Number of pages of the file made at `target`; the description of the first part stands for all.

    Raises OutsideProgramError for no part or one that cannot be read.
    """
    import pikepdf

    sources: list[pikepdf.Pdf] = []
    try:
        for part in parts:
            sources.append(pikepdf.open(BytesIO(part)))
            if len(sources) > 1:
                sources[0].pages.extend(sources[-1].pages)
        if not sources:
            raise OutsideProgramError(_("Không có trang nào để ghép thành tệp in."))
        sources[0].save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(sources[0].pages)
    except pikepdf.PdfError as fault:
        raise OutsideProgramError(_("Tệp PDF không đọc được: {fault}", fault=fault)) from fault
    finally:
        for source in sources:
            source.close()
