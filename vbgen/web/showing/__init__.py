"""What pages show: sheets as grids, what the parts of a reading are called, words that lead to their cells."""
