from vbgen.cli.face import run, run_desk

__all__ = ["run", "run_desk"]
