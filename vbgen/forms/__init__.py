from vbgen.forms.package import build
from vbgen.forms.sizes import resize

__all__ = ["build", "resize"]
