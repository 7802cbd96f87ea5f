from vbgen.web.serving import Serving, ServingWish, open_serving

__all__ = ["Serving", "ServingWish", "open_serving"]
