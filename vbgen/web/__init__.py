"""The clerk's desk, in a browser. What serves is brought in when it is asked for: the desk's workers never serve."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.web.serving import Serving as Serving
    from vbgen.web.serving import ServingWish as ServingWish
    from vbgen.web.serving import open_serving as open_serving

__all__ = ["Serving", "ServingWish", "open_serving"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from vbgen.web import serving

    return getattr(serving, name)
