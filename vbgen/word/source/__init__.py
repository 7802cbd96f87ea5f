from vbgen.word.source.package import build
from vbgen.word.source.sizes import resize

__all__ = ["build", "resize"]
