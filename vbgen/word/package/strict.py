"""Strict OOXML told in the namespaces that Word and Excel write by default, so that one reader understands both."""

_STRICT = (
    ("officeDocument/relationships/extendedProperties", "officeDocument/2006/relationships/extended-properties"),
    ("officeDocument/relationships/customProperties", "officeDocument/2006/relationships/custom-properties"),
    ("officeDocument/extendedProperties", "officeDocument/2006/extended-properties"),
    ("officeDocument/customProperties", "officeDocument/2006/custom-properties"),
    ("officeDocument/", "officeDocument/2006/"),
    ("drawingml/", "drawingml/2006/"),
    ("wordprocessingml/", "wordprocessingml/2006/"),
    ("spreadsheetml/", "spreadsheetml/2006/"),
    ("presentationml/", "presentationml/2006/"),
)  # fmt: skip
_OLD, _NEW = "http://purl.oclc.org/ooxml/", "http://schemas.openxmlformats.org/"
_CONFORMANCE = 'conformance="strict"', 'conformance="transitional"'
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def transitional(content: bytes) -> bytes:
    """An XML part in the transitional namespaces; one that is not strict comes back as the same object."""
    encodings = _ENCODINGS if b"\0" in content[:8] else _ENCODINGS[:1]
    for encoding in encodings:
        if _OLD.encode(encoding) in content:
            return _translated(content, encoding)
    return content


def _translated(content: bytes, encoding: str) -> bytes:
    for old, new in _STRICT:
        content = content.replace((_OLD + old).encode(encoding), (_NEW + new).encode(encoding))
    old, new = _CONFORMANCE
    return content.replace(old.encode(encoding), new.encode(encoding))
