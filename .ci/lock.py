"""Write `requirements.lock`: every dependency pinned with its hashes, and no index address."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Compile the project's, its extras' and the developers' dependencies into one lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = [need for needs in project["project"]["optional-dependencies"].values() for need in needs]
    wanted = [*project["project"]["dependencies"], *extras, *project["dependency-groups"]["dev"]]
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--generate-hashes", "--no-header", "--universal"]
    options = ["--no-emit-index-url", "--no-annotate", "--python-version", "3.11", "--output-file", "requirements.lock"]
    subprocess.run([*command, *options], input="\n".join(wanted), text=True, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
