"""What a stranger's template could do at worst, as work for the bounded process."""

import os
import time
from collections.abc import Mapping

from vbgen.word.template import Template


def process_number(_template: Template, _values: Mapping[str, object]) -> int:
    return os.getpid()


def greedy(_template: Template, _values: Mapping[str, object]) -> int:
    return len(bytearray(6_000_000_000))


def crashing(_template: Template, _values: Mapping[str, object]) -> int:
    os._exit(3)


def sleeping(_template: Template, _values: Mapping[str, object]) -> int:
    time.sleep(3600)
    return 0
