"""A campaign's workbook as sheets of cells: shown, changed cell by cell, and held against another copy of it."""
