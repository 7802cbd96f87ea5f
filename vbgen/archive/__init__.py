from vbgen.archive.store import Archive

__all__ = ["Archive"]
