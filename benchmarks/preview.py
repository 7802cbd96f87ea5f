"""How long a template's author waits: from the command to the first preview, and from each saving to the next.

Run: `.venv/bin/python benchmarks/preview.py [SAVINGS] [--json FILE]`.
A warm LibreOffice keeps each saving under three seconds.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from vbgen.office.setting.workspace import shipped

GOAL_S = 3.0
KIND = "council-minutes"


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("savings", type=int, nargs="?", default=5)
    arguments.add_argument("--json", type=Path)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        waits = measured(Path(folder), asked.savings)
    first, later = waits[0], waits[1:]
    print(f"first preview   {first:5.1f} s")
    print(
        f"after a saving  {statistics.median(later):5.1f} s median, {max(later):.1f} s at most, goal {GOAL_S} s"
    )
    if asked.json:
        asked.json.write_text(
            json.dumps({"first_s": first, "saved_s": later, "goal_s": GOAL_S}), encoding="utf-8"
        )


def measured(folder: Path, savings: int) -> list[float]:
    """Seconds until each preview: the first, then one after each saving."""
    shutil.copytree(shipped() / "templates", folder / "templates")
    (folder / "vbgen.toml").write_text("", "utf-8")
    template = folder / "templates" / KIND / "template.docx"
    preview = [
        sys.executable,
        "-m",
        "vbgen",
        "template",
        "preview",
        KIND,
        "--phase",
        "1",
        "--watch",
    ]
    began = time.perf_counter()
    process = subprocess.Popen(
        preview,
        cwd=folder,
        env={**os.environ, "VBGEN_LANG": "vi"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    try:
        waits = [shown(process) - began]
        for _ in range(savings):
            began = time.perf_counter()
            template.write_bytes(template.read_bytes())
            waits.append(shown(process) - began)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()
    return waits


def shown(process: "subprocess.Popen[bytes]") -> float:
    """The moment at which the command says that a preview is done and that it waits."""
    for line in process.stderr or ():
        if b"Ctrl+C" in line:
            return time.perf_counter()
    sys.exit("the preview ended")


if __name__ == "__main__":
    main()
