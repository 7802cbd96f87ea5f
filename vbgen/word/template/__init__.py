"""Word templates: docxtpl's language, compiled once, rendered many times; packages read and written safely."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.word.package.bounds import PackageLimits
    from vbgen.word.package.compressor import Compressor
    from vbgen.word.package.limits import Limits
    from vbgen.word.package.package import Package, read_package
    from vbgen.word.reading.proof import Proved, Shown
    from vbgen.word.template.checking import Field
    from vbgen.word.template.fragments.library import Fragments
    from vbgen.word.template.template import Template
    from vbgen.word.template.text import render_text
    from vbgen.word.template.values.rich import (
        Listing,
        PageBreak,
        Picture,
        RichText,
        RichTextParagraph,
        RuleLine,
        Subdocument,
    )

_HOMES = {
    "Shown": "vbgen.word.reading.proof",
    "Proved": "vbgen.word.reading.proof",
    "Field": "vbgen.word.template.checking",
    "Compressor": "vbgen.word.package.compressor",
    "Fragments": "vbgen.word.template.fragments.library",
    "Limits": "vbgen.word.package.limits",
    "Listing": "vbgen.word.template.values.rich",
    "Package": "vbgen.word.package.package",
    "PackageLimits": "vbgen.word.package.bounds",
    "PageBreak": "vbgen.word.template.values.rich",
    "Picture": "vbgen.word.template.values.rich",
    "RichText": "vbgen.word.template.values.rich",
    "RichTextParagraph": "vbgen.word.template.values.rich",
    "RuleLine": "vbgen.word.template.values.rich",
    "Subdocument": "vbgen.word.template.values.rich",
    "Template": "vbgen.word.template.template",
    "read_package": "vbgen.word.package.package",
    "render_text": "vbgen.word.template.text",
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
    return getattr(import_module(_HOMES[name]), name)
