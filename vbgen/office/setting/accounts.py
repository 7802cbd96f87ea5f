"""The account of this machine that acts, where nobody says a name."""

import getpass
import os


def account_name() -> str:
    """Its login name; its number where the machine knows no name for it, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
