"""Word templates: docxtpl's language, compiled once, rendered many times; packages read and written safely."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.docx.checking import Field
    from vbgen.docx.compressor import Compressor
    from vbgen.docx.fragments import Fragments
    from vbgen.docx.limits import Limits, PackageLimits
    from vbgen.docx.package import Package, read_package
    from vbgen.docx.proof import Proved, Shown
    from vbgen.docx.template import Template
    from vbgen.docx.text import render_text
    from vbgen.docx.values import Listing, PageBreak, Picture, RichText, RichTextParagraph, RuleLine, Subdocument

_HOMES = {
    "Shown": "proof",
    "Proved": "proof",
    "Field": "checking",
    "Compressor": "compressor",
    "Fragments": "fragments",
    "Limits": "limits",
    "Listing": "values",
    "Package": "package",
    "PackageLimits": "limits",
    "PageBreak": "values",
    "Picture": "values",
    "RichText": "values",
    "RichTextParagraph": "values",
    "RuleLine": "values",
    "Subdocument": "values",
    "Template": "template",
    "read_package": "package",
    "render_text": "text",
}

__all__ = [
    "Compressor",
    "Field",
    "Fragments",
    "Limits",
    "Listing",
    "Package",
    "PackageLimits",
    "PageBreak",
    "Picture",
    "Proved",
    "RichText",
    "RichTextParagraph",
    "RuleLine",
    "Shown",
    "Subdocument",
    "Template",
    "read_package",
    "render_text",
]


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first used."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"vbgen.docx.{_HOMES[name]}"), name)
