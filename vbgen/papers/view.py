"""One name that a template may use."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vbgen.papers.scene import Scene


@dataclass(frozen=True, slots=True)
class View:
    """One name: its title, the type of its value, its maker."""

    title: str
    shape: Any  # an annotation
    make: Callable[[Scene], object]
