"""The clerk's desk: accounts, sessions, one-time links, its keys, and work that outlives the page that asked for it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True)


def upgrade() -> None:
    """Make the tables, empty; a desk that serves its own machine alone needs no account."""
    op.create_table(
        "accounts",
        _key("name"),
        *_texts("full_name", "roles", "password"),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        *_texts("made_at", "changed_at"),
    )
    op.create_table(
        "sessions", _key("digest"), *_texts("account", "who", "roles", "opened_at", "ends_at")
    )
    op.create_index("sessions_by_account", "sessions", ["account"])
    op.create_table("entrances", _key("digest"), *_texts("account", "who", "roles", "ends_at"))
    op.create_table("desk_keys", _key("name"), *_texts("value"))
    op.create_table(
        "desk_jobs",
        _key("id"),
        *_texts("work", "asked", "account", "who", "language", "state"),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        *_texts("answer", "asked_at"),
        sa.Column("ended_at", sa.Text()),
    )
    op.create_index("desk_jobs_by_state", "desk_jobs", ["state"])
