"""What the stock in the tray carries already, asked by a certificate's template part by part."""

from dataclasses import dataclass

from vbgen.model.stock import Printed, Stock


@dataclass(frozen=True, slots=True)
class OnStock:
    """Each truth: the stock carries this part, so it is left out and its place stays empty."""

    border: bool
    emblem: bool
    national_name: bool  # with the motto and the line under it
    title: bool
    authority: bool
    given: bool
    captions: bool


def on_stock(stock: Stock) -> OnStock:
    """What that stock carries."""
    return OnStock(**{part.value: stock.carries(part) for part in Printed})
