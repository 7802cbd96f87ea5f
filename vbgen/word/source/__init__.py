from vbgen.word.source.package import build
from vbgen.word.source.sizes import as_party_paper, party_worded, resize

__all__ = ["as_party_paper", "build", "party_worded", "resize"]
