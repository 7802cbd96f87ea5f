"""Where the shipped templates and the sample lie."""

from pathlib import Path

import vbgen


def shipped_folder() -> Path:
    """The folder that holds the shipped templates and the sample, in a wheel or in a checkout."""
    package = Path(vbgen.__file__).parent
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent
