"""What a paper says, kept as plain JSON: computed once at issue, and read again whatever the program has become."""
