"""Files that a page hands out, to be kept under their names and never shown by the browser."""

from urllib.parse import quote

from starlette.responses import Response

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}


def sent_file(name: str, content: bytes) -> Response:
    """The file, by its ending what it is."""
    kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    sent = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type=kind, headers=sent)
