"""Official Vietnamese documents of an emulation campaign, from data to numbered paper."""

__version__ = "0.2.0"
