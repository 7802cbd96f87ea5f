"""The desk's clock."""

from datetime import datetime


def now() -> datetime:
    """The time, with this machine's offset."""
    return datetime.now().astimezone()
