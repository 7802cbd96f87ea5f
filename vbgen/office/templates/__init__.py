"""Templates for those who write them: faults as Word comments, differences from the shipped ones, tags to copy."""
