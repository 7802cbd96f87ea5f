"""One form of values for everything that is digested or kept."""

import pytest

from vbgen.files import canonical_json


def test_the_same_values_give_the_same_bytes_in_any_order() -> None:
    assert canonical_json({"b": [1, "Sở"], "a": None}) == '{"a":null,"b":[1,"Sở"]}'.encode()
    assert canonical_json({"a": 1, "b": 2}) == canonical_json({"b": 2, "a": 1})


def test_what_json_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"share": float("nan")})
