"""Values as bytes that are always the same: what digests are taken of, and what the archive keeps."""

import json
from functools import partial

_written = partial(
    json.dumps, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def canonical_json(value: object) -> bytes:
    """Plain values as JSON with sorted keys, no blanks, in UTF-8; ValueError for a number that JSON has not."""
    return _written(value).encode()
