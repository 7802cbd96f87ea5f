"""What people send in, and how they come to: links for units, and the reading of their files."""
