"""Acts of the journal and faults of databases in the words of their reader."""
