"""`python -m vbgen`: the same as the command `vbgen`."""

from vbgen.cli import run

if __name__ == "__main__":
    run()
