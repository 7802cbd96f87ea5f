"""The public door to the template engine: `vbgen.docx.Template.open(path).render(context) -> bytes`.

What lies behind it may move; these names stay.
"""

from vbgen.word import template
from vbgen.word.template import __all__ as names

__all__ = list(names)


def __getattr__(name: str) -> object:
    return getattr(template, name)
