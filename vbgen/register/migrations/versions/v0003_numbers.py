"""An index of numbers, so that an entry is found by its number among a million."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("documents_by_number", "documents", ["number"], unique=False)
