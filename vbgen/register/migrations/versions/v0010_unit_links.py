"""Links by which units hand in their lists."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty; it is the desk's own, as its sessions are."""
    op.create_table(
        "unit_links",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("digest", sa.Text(), nullable=False, unique=True),
        *_texts("campaign", "title", "unit", "unit_name", "made_by", "made_at", "ends_at"),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        *_texts("lot", "handed_at"),
    )
    op.create_index("unit_links_by_campaign", "unit_links", ["campaign"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
