"""The campaign's workbook at the desk: its sheets shown and changed, each saving kept as a version."""
