"""What others wrote lies in the package unchanged: each file has the hash that the page beside it names."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "vbgen" / "web" / "vendor"


def test_every_vendored_file_has_the_hash_that_its_page_names() -> None:
    for page in VENDOR.glob("*/README.md"):
        named = dict(
            re.findall(
                r"^\| `([\w.-]+)` \| `([0-9a-f]{64})` \|", page.read_text("utf-8"), re.MULTILINE
            )
        )
        there = {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in page.parent.iterdir()
            if path != page
        }
        assert named == there, page
