"""Digital signatures of PDF files: checked, proved against what was issued, made by tokens and key files."""
