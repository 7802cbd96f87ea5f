"""Small Word files written by hand, for what python-docx would not write."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def word_file(body: str, *, types: str = _TYPES, root: str = _ROOT, **parts: str) -> bytes:
    """A .docx with that body; `styles`, `numbering`, `theme`, `settings` are further parts of the text."""
    relations = "".join(
        f'<Relationship Id="rId{place}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"'
        f' Target="{name}.xml"/>'
        for place, name in enumerate(parts, 1)
    )
    document = (
        f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        if not body.startswith("<?")
        else body
    )
    members = {
        "[Content_Types].xml": types,
        "_rels/.rels": root,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
        ),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    return zipped(members)


def zipped(members: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def styles(*items: str, defaults: str = "") -> str:
    return f'<w:styles xmlns:w="{W}"><w:docDefaults>{defaults}</w:docDefaults>{"".join(items)}</w:styles>'
