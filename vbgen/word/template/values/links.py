"""Names under which formatted text keeps an address until it is printed into a part."""

from urllib.parse import quote, unquote

OWN_LINK, _URL = "vb-link:", "vbgen-url:"


def name_of(url: str) -> str:
    """What `RichText(url_id=…)` takes for an address, in any part, docxtpl's own class too."""
    return _URL + quote(url, safe="")


def url_of(name: str) -> str:
    """The address that such a name stands for; nothing for the name of a relationship."""
    return unquote(name.removeprefix(_URL)) if name.startswith(_URL) else ""
