from vbgen.cli.face import run

__all__ = ["run"]
