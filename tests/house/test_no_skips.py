"""What `make test` installs is there: a test that lacks it fails, and none is left out in silence."""

import re

from tests.house.test_promises import texts

ALLOWED = (
    r"os\.name == \"nt\"|os\.geteuid\(\) != 0|shutil\.which\(\"systemd-analyze\"\)"
    r"|not Path\(\"/proc/self/autogroup\"\)"
)
SKIPS = re.compile(
    rf"pytest\.skip\(|importorskip|pytest\.mark\.(?:skip|xfail)\b(?!if)|skipif\((?!\s*(?:{ALLOWED}))"
)


def test_a_test_is_left_out_only_where_the_system_or_the_account_cannot_do_what_it_tests() -> None:
    found = {
        name: SKIPS.findall(text) for name, text in texts("tests/*.py", "tests/**/*.py").items()
    }
    found.pop("tests/house/test_no_skips.py", None)
    assert {name: skips for name, skips in found.items() if skips} == {}


def test_no_test_asserts_how_many_seconds_something_took() -> None:
    clock = re.compile(r"assert .*(?:monotonic|perf_counter|process_time|time\.time)\(\)")
    found = {
        name: clock.findall(text) for name, text in texts("tests/*.py", "tests/**/*.py").items()
    }
    assert {name: each for name, each in found.items() if each} == {}
