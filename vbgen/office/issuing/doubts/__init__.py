"""What a person has to decide before a number is taken."""
