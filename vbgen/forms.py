"""`python -m vbgen.forms templates`: the name by which the builder of templates is known outside."""

import sys
from pathlib import Path

from vbgen.word.source.__main__ import main

if __name__ == "__main__":
    main(Path(sys.argv[1]))
