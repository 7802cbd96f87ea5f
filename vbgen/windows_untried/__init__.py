"""What runs on Windows alone and was never run there: Word as the maker of PDF files, the printers of Windows.

Not proved: that any of it works. Nothing here was ever run on Windows, with Word or with a printer of Windows; it is
written by the documentation of Word's object model, PowerShell, taskkill, the print spooler, pywin32 and PDFium.
Proved by tests on other systems, with stand-ins in the place of PowerShell and taskkill (`tests/pages/test_word.py`):
a Word that crashes, hangs, lies or stays behind loses no other file and is ended by its own number; what the script
hands to Word is the list that Word's pages ask for, argument by argument (`tests/pages/test_word_export.py`).
No test holds printing: it has passed the type checker, no more.
Reached only through `vbgen.machine.pdf_maker` and `vbgen.machine.printers`, which choose it on Windows alone.
"""
