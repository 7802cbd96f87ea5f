"""What somebody agreed to before a number is taken: approvals of drafts, and errors of form let pass."""
