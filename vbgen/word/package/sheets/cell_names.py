"""Names of cells, as Excel has them: their columns and rows."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters(column: int) -> str:
    """`A` for 1, `AB` for 28."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(cell: str) -> int:
    """2 for `B7`, and for `B`; 0 without letters."""
    number = 0
    for letter in cell.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def row_of(cell: str) -> int:
    """7 for `B7`; 0 for what names no row."""
    figures = cell.lstrip(_LETTERS)
    return int(figures) if figures.isdecimal() else 0
